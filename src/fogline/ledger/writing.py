"""Adding readings: one batch is one transaction, and adding it again changes nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from fogline.ledger import schema
from fogline.ledger.columns import plain
from fogline.ledger.copies import CopyFinder, Similar
from fogline.ledger.failures import sources_with_failures, write_failures
from fogline.ledger.linking import retire_links_of
from fogline.ledger.numbering import next_no
from fogline.ledger.packing import Columns, pack, pack_document
from fogline.ledger.queueing import RowQueue
from fogline.ledger.rows import Added
from fogline.ledger.upkeep import forget_matters
from fogline.records.claims import Claim
from fogline.records.documents import Document
from fogline.records.readings import Reading

__all__ = ["ReadingWriter"]

CLAIMS, DOCUMENTS, MENTIONS = schema.claims.c, schema.documents.c, schema.mentions.c
# What a newer reading of the same text changes in the row of a document.
RENEWED = ("made_by", "sentences", "unused", "payload", "flags", "name", "publisher", "published_at", "run")


@dataclass(frozen=True, slots=True)
class Known:
    """A document that is in the ledger: its number, who read it, and what is known about it, packed."""

    number: int
    made_by: str
    payload: str


class ReadingWriter:
    """Writes one batch of readings in one transaction that is the only writer."""

    def __init__(self, connection: Connection, read_at: str, similar: Similar | None, batch: Sequence[Reading]) -> None:
        self._connection = connection
        self._read_at = read_at
        self._batch = batch
        self._run = next_no(connection, schema.runs)
        self._changed = False  # whether a report that was known has been read anew
        documents = [reading.document for reading in batch]
        self._queue = RowQueue(connection, read_at)
        self._copies = CopyFinder(connection, similar, documents)
        self._known = _known(connection, documents)
        self._current = _current(connection, documents)
        self._failing = sources_with_failures(connection, {plain(document.source) for document in documents})

    def write(self) -> Added:
        """Add the readings, in order."""
        added = sum(map(self._add, self._batch), Added())
        self._queue.finish()
        self._copies.keep()
        self._note_run(added)
        return added

    def _add(self, reading: Reading) -> Added:
        known = self._known.get(reading.document.id)
        columns: Columns = {**pack_document(reading, self._read_at), "run": self._run}
        if known is None:
            return self._add_document(reading, columns)
        if _crashed(reading):
            return Added(known=1, failures=write_failures(self._connection, reading.failures, self._read_at))
        superseded = self._make_current(reading.document)
        same = (known.made_by, known.payload) == (columns["made_by"], columns["payload"])
        changed = Added(known=1) if same else self._read_anew(reading, known.number, columns)
        return changed + Added(superseded=superseded)

    def _add_document(self, reading: Reading, columns: Columns) -> Added:
        document = reading.document
        number = self._queue.document(columns)
        self._note_known(document, number, columns)
        copy = self._copies.find(number, document)
        if copy:
            self._connection.execute(insert(schema.copies).values(made_at=self._read_at, **asdict(copy)))
        self._queue.mentions(number, reading)
        return Added(
            documents=1,
            claims=self._queue.claims(number, reading.claims),
            mentions=len(reading.mentions),
            failures=self._write_failures(reading),
            superseded=self._make_current(document),
            copies=(copy,) if copy else (),
        )

    def _make_current(self, document: Document) -> int:
        """Mark other versions of the report as superseded by this one; gives how many newly are."""
        versions = self._current[plain(document.source)]
        others = versions - {document.id}
        if others:
            self._flush()
            versions_known = DOCUMENTS.id.in_((*others, document.id))
            numbers = self._connection.execute(select(DOCUMENTS.no).where(versions_known)).scalars().all()
            forget_matters(self._connection, numbers)
            told = select(CLAIMS.id).join(schema.documents, DOCUMENTS.no == CLAIMS.document_no)
            gone = self._connection.execute(told.where(DOCUMENTS.id.in_(others))).scalars().all()
            retire_links_of(self._connection, set(gone), self._read_at)
            row = schema.documents.update().where(DOCUMENTS.id.in_(others))
            self._connection.execute(row.values(superseded_by=document.id, superseded_at=self._read_at))
        if others and document.id not in versions:
            self._revive(document)
        self._current[plain(document.source)] = {document.id}
        return len(others)

    def _revive(self, document: Document) -> None:
        """Make a version that was superseded the current one; its claims are to be linked as new ones are."""
        row = schema.documents.update().where(DOCUMENTS.id == document.id)
        self._connection.execute(row.values(superseded_by=None, superseded_at=None))
        of_it = CLAIMS.document_no.in_(select(DOCUMENTS.no).where(DOCUMENTS.id == document.id))
        self._connection.execute(update(schema.claims).where(of_it).values(linked_by=None))

    def _read_anew(self, reading: Reading, number: int, columns: Columns) -> Added:
        """A newer reader, or newer metadata: new claims are added, those no longer made are retired."""
        self._flush()  # the claims of this document may still be waiting
        rows = self._connection.execute(
            select(CLAIMS.no, CLAIMS.id, CLAIMS.made_by, CLAIMS.payload).where(
                CLAIMS.document_no == number, CLAIMS.retired_at.is_(None)
            )
        ).all()
        wanted = {claim.id: claim for claim in reading.claims}
        kept = {row.id for row in rows if _same_claim(wanted.get(row.id), row.made_by, row.payload)}
        gone = [{"gone": row.no} for row in rows if row.id not in kept]
        if gone:
            retire = update(schema.claims).where(CLAIMS.no == bindparam("gone")).values(retired_at=self._read_at)
            self._connection.execute(retire, gone)
            judged = {row.id for row in rows if row.id not in kept}
            retire_links_of(self._connection, judged, self._read_at)  # they were judged from other words
        self._renew_document(reading, number, columns)
        fresh = self._queue.claims(number, [claim for claim in reading.claims if claim.id not in kept])
        known = 0 if fresh or gone else 1
        return Added(claims=fresh, failures=self._write_failures(reading), known=known, retired=len(gone))

    def _renew_document(self, reading: Reading, number: int, columns: Columns) -> None:
        self._changed = True
        forget_matters(self._connection, (number,))
        renewed = {key: columns[key] for key in RENEWED}
        self._connection.execute(update(schema.documents).where(DOCUMENTS.no == number).values(**renewed))
        same = (MENTIONS.document_no == number) & (MENTIONS.made_by == reading.made_by)
        self._connection.execute(delete(schema.mentions).where(same))  # the same reader with newer metadata
        self._queue.mentions(number, reading)
        self._note_known(reading.document, number, columns)

    def _note_known(self, document: Document, number: int, columns: Columns) -> None:
        self._known[document.id] = Known(number, str(columns["made_by"]), str(columns["payload"]))

    def _write_failures(self, reading: Reading) -> int:
        source = reading.document.source
        if not reading.failures and plain(source) not in self._failing:
            return 0
        return write_failures(self._connection, reading.failures, self._read_at, source=source)

    def _flush(self) -> None:
        self._queue.flush()
        self._copies.keep()

    def _note_run(self, added: Added) -> None:
        if not self._changed and added == Added(known=added.known):
            return
        self._connection.execute(
            insert(schema.runs).values(
                no=self._run,
                read_at=self._read_at,
                made_by=self._batch[-1].made_by,
                documents=added.documents,
                claims=added.claims,
                failures=added.failures,
            )
        )


def _known(connection: Connection, documents: Sequence[Document]) -> dict[str, Known]:
    statement = select(DOCUMENTS.id, DOCUMENTS.no, DOCUMENTS.made_by, DOCUMENTS.payload)
    rows = connection.execute(statement.where(DOCUMENTS.id.in_({document.id for document in documents})))
    return {row.id: Known(row.no, row.made_by, row.payload) for row in rows}


def _current(connection: Connection, documents: Sequence[Document]) -> defaultdict[str, set[str]]:
    """The ids of the current versions by source."""
    sources = {plain(document.source) for document in documents}
    statement = select(DOCUMENTS.source, DOCUMENTS.id).where(
        DOCUMENTS.source.in_(sources), DOCUMENTS.superseded_by.is_(None)
    )
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in connection.execute(statement):
        found[row.source].add(row.id)
    return found


def _crashed(reading: Reading) -> bool:
    """Whether reading stopped: then that there are no claims says nothing about those an earlier reader made."""
    return any(failure.reason == "crashed" for failure in reading.failures)


def _same_claim(claim: Claim | None, made_by: str, payload: str) -> bool:
    """Whether a newer reader makes the very claim that is kept; who made it does not matter."""
    return claim is not None and pack(replace(claim, made_by=made_by)) == payload
