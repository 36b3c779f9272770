"""Near copies: reports that share a MinHash band are compared, and the closest one is noted."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from sqlalchemy import Connection, func, insert, select

from fogline.ledger import schema
from fogline.ledger.rows import CopyOf
from fogline.records.documents import Document

__all__ = ["CopyFinder", "Similar"]

Similar = Callable[[str, str], float]
"""How much of two texts is the same, from 0 to 1."""

LEAST_SHARE = 0.5  # below this two reports on one event look alike by their names and set phrases alone
MOST_COMPARED = 20  # boilerplate can put thousands of short texts into one band
POSITION_FACTOR = 0x9E3779B97F4A7C15  # 2**64 / golden ratio: spreads small positions over all bits
SIGNED_63_BITS = (1 << 63) - 1


class CopyFinder:
    """Keeps the bands of reports and finds what a new one copies; without `similar` bands are kept but not compared."""

    def __init__(self, connection: Connection, similar: Similar | None) -> None:
        self._connection = connection
        self._similar = similar

    def find(self, number: int, document: Document) -> CopyOf | None:
        """Keep the bands of a new document and give the earlier one it is closest to, if it is close enough."""
        keys = sorted({_band_key(position, band) for position, band in enumerate(document.bands)})
        if not keys:
            return None
        copy = self._closest(document, keys) if self._similar else None
        self._connection.execute(insert(schema.bands), [{"document_no": number, "band": key} for key in keys])
        return copy

    def _closest(self, document: Document, keys: list[int]) -> CopyOf | None:
        similar = cast(Similar, self._similar)
        found = [(similar(document.text, text), of_id) for of_id, text in self._candidates(document, keys)]
        # The first of equals is the earliest report: candidates come in the order they were read.
        share, of_id = max(found, key=lambda pair: pair[0], default=(0.0, ""))
        return CopyOf(document.id, of_id, share) if share >= LEAST_SHARE else None

    def _candidates(self, document: Document, keys: list[int]) -> list[tuple[str, str]]:
        """Earlier reports, other than its own versions, that share most bands with this one."""
        bands, documents = schema.bands.c, schema.documents.c
        shared = (
            select(bands.document_no, func.count().label("shared"))
            .where(bands.band.in_(keys))
            .group_by(bands.document_no)
            .subquery()
        )
        rows = self._connection.execute(
            select(documents.no, documents.id, documents.text)
            .join(shared, shared.c.document_no == documents.no)
            .where(documents.source != document.source)
            .order_by(shared.c.shared.desc(), documents.no)
            .limit(MOST_COMPARED)
        ).all()
        return [(row.id, row.text.decode("utf-8", "surrogatepass")) for row in sorted(rows, key=lambda row: row.no)]


def _band_key(position: int, band: int) -> int:
    """One number for a band and its position, so that equal hashes in different bands do not meet."""
    return (band ^ (position * POSITION_FACTOR)) & SIGNED_63_BITS
