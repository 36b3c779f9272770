"""Near copies: reports that share a MinHash band are compared, and the closest one is noted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import cast

from sqlalchemy import Connection, bindparam, insert, select

from fogline.ledger import schema
from fogline.ledger.columns import plain
from fogline.ledger.rows import CopyOf
from fogline.records.documents import Document

__all__ = ["CopyFinder", "Similar"]

Similar = Callable[[str, str], float]
"""How much of two texts is the same, from 0 to 1."""

LEAST_SHARE = 0.5  # below this two reports on one event look alike by their names and set phrases alone
MOST_COMPARED = 20  # boilerplate can put thousands of short texts into one band
POSITION_FACTOR = 0x9E3779B97F4A7C15  # 2**64 / golden ratio: spreads small positions over all bits
SIGNED_63_BITS = (1 << 63) - 1

BANDS, DOCUMENTS = schema.bands.c, schema.documents.c
SHARED = select(BANDS.band, BANDS.document_no).where(BANDS.band.in_(bindparam("bands", expanding=True)))
NUMBERED = select(DOCUMENTS.no, DOCUMENTS.id, DOCUMENTS.source, DOCUMENTS.text).where(
    DOCUMENTS.no.in_(bindparam("numbers", expanding=True))
)


class CopyFinder:
    """Keeps the bands of a batch of reports and finds what each of them copies.

    Without `similar` bands are kept but not compared.
    """

    def __init__(self, connection: Connection, similar: Similar | None, batch: Iterable[Document]) -> None:
        self._connection = connection
        self._similar = similar
        self._readers: dict[int, list[int]] = defaultdict(list)  # band to the numbers of documents that have it
        self._here: dict[int, Document] = {}  # documents of this batch, which may not be in the tables yet
        bands = sorted({key for document in batch for key in band_keys(document)})
        if bands and similar:
            for row in connection.execute(SHARED, {"bands": bands}):
                self._readers[row.band].append(row.document_no)

    def find(self, number: int, document: Document) -> CopyOf | None:
        """What a new document copies: the earlier one it is closest to, if it is close enough."""
        keys = band_keys(document)
        shared = Counter(other for key in keys for other in self._readers.get(key, ()))
        copy = self._closest(document, shared) if shared and self._similar else None
        for key in keys:
            self._readers[key].append(number)
        self._here[number] = document
        return copy

    def keep(self) -> None:
        """Write the bands of the documents that were looked at; they must be in the tables by now."""
        rows = [{"document_no": no, "band": key} for no, document in self._here.items() for key in band_keys(document)]
        if rows:
            self._connection.execute(insert(schema.bands), rows)
        self._here.clear()

    def _closest(self, document: Document, shared: Counter[int]) -> CopyOf | None:
        # Most shared bands first; of equals the one that was read first.
        nearest = sorted(shared, key=lambda number: (-shared[number], number))[:MOST_COMPARED]
        similar, best = cast(Similar, self._similar), (0.0, "")
        for other_id, source, text in self._candidates(sorted(nearest)):
            if source != plain(document.source) and other_id != document.id:  # versions of one report are no copies
                share = similar(document.text, text)
                best = max(best, (share, other_id), key=lambda pair: pair[0])
        share, of_id = best
        return CopyOf(document.id, of_id, share) if share >= LEAST_SHARE else None

    def _candidates(self, numbers: list[int]) -> list[tuple[str, str, str]]:
        """Id, source and text of documents, in the order they were read."""
        kept = [number for number in numbers if number not in self._here]
        rows = self._connection.execute(NUMBERED, {"numbers": kept}).all() if kept else []
        found = {row.no: (row.id, row.source, row.text.decode("utf-8", "surrogatepass")) for row in rows}
        for number in numbers:
            if number in self._here:
                document = self._here[number]
                found[number] = (document.id, plain(document.source), document.text)
        return [found[number] for number in sorted(found)]


def band_keys(document: Document) -> list[int]:
    """One number for each band and its position, so that equal hashes in different bands do not meet."""
    mixed = {(band ^ (position * POSITION_FACTOR)) & SIGNED_63_BITS for position, band in enumerate(document.bands)}
    return sorted(mixed)
