"""The ledger: where all that was read is kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from fogline.errors import RunError
from fogline.ledger import correcting, counting, facets, querying, reviewing
from fogline.ledger.bulk import many_records
from fogline.ledger.copies import Similar
from fogline.ledger.engine import connect, describe, reading, writing
from fogline.ledger.failures import failure_rows, write_failures
from fogline.ledger.matters import Matters
from fogline.ledger.opening import make_ready
from fogline.ledger.packing import pack_about, unpack
from fogline.ledger.rows import (
    Added,
    ClaimFilter,
    Counts,
    DocumentRow,
    FailureRow,
    Review,
)
from fogline.ledger.writing import ReadingWriter
from fogline.records.claims import Claim
from fogline.records.documents import Document
from fogline.records.failures import Failure
from fogline.records.mentions import Mention
from fogline.records.readings import Reading

__all__ = ["Ledger"]

BATCH_READINGS = 100  # reports in one transaction ...
BATCH_CLAIMS = 1_000  # ... or claims, whichever comes first: 0.1 s of writing, so that other writers wait no longer
PAGE = 1_000
EVERY = ClaimFilter()


class Ledger(Matters):
    """Reports, claims, failures and what is said about them, in a SQLite file or a PostgreSQL database.

    Readers see whole batches only and never wait; writers take turns. Every method may raise RunError with one line
    on what the database complains about.
    """

    @classmethod
    def open(cls, target: str | Path, *, create: bool = True, read_only: bool = False) -> Self:
        """The ledger at a path or URL (`war.ledger`, `postgresql+psycopg://user@host/name`), created if need be.

        An older ledger is brought up to date. Raises RunError where there is none, or something else.
        """
        engine = connect(target, create=create, read_only=read_only)
        try:
            make_ready(engine, create=create and not read_only)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine)

    def close(self) -> None:
        """Let go of the database; the ledger cannot be used after it."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def place(self) -> str:
        """Where the ledger is, as shown to people: a path, or a URL without its password."""
        return describe(self._engine)

    def add(self, readings: Iterable[Reading], read_at: str, *, similar: Similar | None = None) -> Added:
        """Keep `readings`, a batch a transaction; what the ledger has already is left as it is.

        `read_at` is an ISO date-time. `similar` compares two texts; without it copies are not looked for. A report
        read by another version of the reader replaces the claims it no longer makes: they are retired.
        """
        added = Added()
        for batch in _batches(readings):
            with writing(self._engine) as connection:
                added += ReadingWriter(connection, read_at, similar, batch).write()
        return added

    def unread(self, documents: Sequence[Document], made_by: str) -> list[Document]:
        """Those of `documents` that the ledger does not have as they are, read by `made_by`: what is worth reading."""
        with reading(self._engine) as connection:
            known = querying.known_documents(connection, [document.id for document in documents], made_by)
        return [document for document in documents if not _same(known.get(document.id), document)]

    def add_failures(self, failures: Iterable[Failure], read_at: str) -> int:
        """Keep what was skipped without becoming a report; gives how many were not known."""
        with writing(self._engine) as connection:
            return write_failures(connection, failures, read_at)

    def claims(self, wanted: ClaimFilter = EVERY) -> Iterator[tuple[Claim, Document]]:
        """The claims asked for, each with its report: reports in the order they were read, claims as in the text."""
        left, offset = wanted.limit, wanted.offset
        after = self._position(wanted.after)
        while left is None or left > 0:
            size = PAGE if left is None else min(left, PAGE)
            with reading(self._engine) as connection, many_records():
                rows = querying.claim_rows(connection, wanted, after, size, offset)
                numbers = {position[0] for position, _ in rows}
                documents = querying.documents_numbered(connection, numbers)
            yield from ((claim, documents[position[0]]) for position, claim in rows)
            if len(rows) < size:
                return
            after, offset = rows[-1][0], 0
            left = None if left is None else left - len(rows)

    def told(self, wanted: ClaimFilter = EVERY) -> Iterable[tuple[Claim, Document]]:
        """The claims asked for as `claims` gives them, but remembered, and with reports that lack their text.

        The second look at a ledger costs a tenth of the first.
        """
        if wanted != replace(wanted, limit=None, offset=0, after=None):
            return self.claims(wanted)
        with reading(self._engine) as connection:
            remembered = self._memory.claims(connection, wanted)
        return self.claims(wanted) if remembered is None else remembered

    def claim(self, claim_id: str) -> tuple[Claim, Document]:
        """The claim with this id, or the only one whose id begins so. Raises RunError where none or several do."""
        with reading(self._engine) as connection:
            number, claim = querying.claim_named(connection, claim_id)
            return claim, querying.documents_numbered(connection, {number})[number]

    def documents(self, *, superseded: bool = False) -> Iterator[DocumentRow]:
        """The reports in the order they were read; with `superseded` also older versions."""
        return (row for _, row in self._documents(superseded=superseded))

    def flagged(self, also: Collection[str] = ()) -> list[DocumentRow]:
        """The current reports with flags of their own, and those with ids among `also`, in the order they were read."""
        with reading(self._engine) as connection:
            return querying.flagged_rows(connection, also)

    def document(self, name: str) -> DocumentRow:
        """The report with this id or name, the newest of that name. Raises RunError where there is none."""
        found = [row for _, row in self._documents(named=name, superseded=True)]
        if not found:
            raise RunError(f"no report {name!r} in the ledger")
        return max(found, key=lambda row: (row.document.id == name, row.current))

    def mentions(self, document: str | None = None) -> Iterator[tuple[Mention, Document]]:
        """What the reports name, each mention with its report; of one report where its id or name is given."""
        for number, row in self._documents(named=document):
            with reading(self._engine) as connection:
                mentions = querying.mentions_of(connection, number)
            yield from ((mention, row.document) for mention in mentions)

    def failures(self, *, retired: bool = False) -> Iterator[FailureRow]:
        """What was skipped, in the order it was met; with `retired` also what was read since."""
        with reading(self._engine) as connection:
            yield from list(failure_rows(connection, retired=retired))

    def add_review(self, review: Review) -> None:
        """Keep a decision about a claim. Raises RunError where one with its id is kept already."""
        with writing(self._engine) as connection:
            reviewing.add_review(connection, review)

    def undo_review(self, review_id: str, undone_at: str, undone_by: str) -> None:
        """Mark a decision as undone. Raises RunError where there is none that stands."""
        with writing(self._engine) as connection:
            reviewing.undo_review(connection, review_id, undone_at, undone_by)

    def reviews(self, *, claim_id: str | None = None, undone: bool = False) -> Iterator[Review]:
        """Decisions in the order they were made; with `undone` also those taken back."""
        with reading(self._engine) as connection:
            yield from list(reviewing.reviews_held(connection, claim_id=claim_id, undone=undone))

    def claim_history(
        self, *, document_id: str | None = None, claim_ids: Collection[str] = ()
    ) -> list[tuple[Claim, bool]]:
        """Every row there was of the claims of a report, or of some claims, in order; whether it stands."""
        with reading(self._engine) as connection:
            return correcting.claim_history(connection, document_id=document_id, claim_ids=claim_ids)

    def replace_claims(self, document_id: str, rows: Iterable[tuple[Claim, bool]], made_at: str) -> None:
        """Put claims as people decided in the place of those that stand; False keeps a row as one that does not."""
        with writing(self._engine) as connection:
            correcting.replace_claims(connection, document_id, rows, made_at)

    def counts(self) -> Counts:
        """How much the ledger holds."""
        with reading(self._engine) as connection:
            return querying.counts(connection)

    def count_claims(self, wanted: ClaimFilter = EVERY) -> int:
        """How many claims are asked for, whatever the limit."""
        with reading(self._engine) as connection:
            return counting.count_claims(connection, wanted)

    def document_page(self, after: int, size: int) -> list[tuple[int, DocumentRow]]:
        """At most `size` current reports behind row number `after`, each with its row number."""
        with reading(self._engine) as connection:
            return querying.document_rows(connection, after, size)

    def claims_in(self, document_numbers: Collection[int]) -> list[tuple[int, Claim]]:
        """The claims of the reports with these row numbers (see `document_page`), each with that number."""
        with reading(self._engine) as connection:
            return list(facets.claims_in(connection, document_numbers))

    def read_days(self) -> dict[str, str]:
        """When each current report was read, by its id."""
        with reading(self._engine) as connection:
            return facets.read_days(connection)

    def sides(self) -> list[str]:
        """The sides that speak, those with most claims first."""
        with reading(self._engine) as connection:
            return list(facets.sides(connection))

    def published_days(self) -> tuple[str, str] | None:
        """The first and last day on which reports were published; None where no date is known."""
        with reading(self._engine) as connection:
            return facets.published_days(connection)

    def stamp(self) -> str:
        """A word that changes whenever anything in the ledger does."""
        with reading(self._engine) as connection:
            return counting.stamp(connection)

    def _position(self, claim_id: str | None) -> querying.Position | None:
        if claim_id is None:
            return None
        with reading(self._engine) as connection:
            return querying.claim_position(connection, claim_id)

    def _documents(self, *, named: str | None = None, superseded: bool = False) -> Iterator[tuple[int, DocumentRow]]:
        after, full = -1, True
        while full:
            with reading(self._engine) as connection:
                rows = querying.document_rows(connection, after, PAGE, named=named, superseded=superseded)
            yield from rows
            full = len(rows) == PAGE
            after = rows[-1][0] if rows else after


def _same(known: str | None, document: Document) -> bool:
    """Whether what is known of a report is what was read now, but for a date inferred since."""
    return known is not None and pack_about(unpack(Document, known).as_read()) == pack_about(document)


def _batches(readings: Iterable[Reading]) -> Iterator[list[Reading]]:
    batch: list[Reading] = []
    claims = 0
    for item in readings:
        batch.append(item)
        claims += len(item.claims)
        if len(batch) >= BATCH_READINGS or claims >= BATCH_CLAIMS:
            yield batch
            batch, claims = [], 0
    if batch:
        yield batch
