"""Adding readings: one batch is one transaction, and adding it again changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from fogline.ledger import schema
from fogline.ledger.copies import CopyFinder, Similar
from fogline.ledger.dialects import DIALECTS
from fogline.ledger.failures import write_failures
from fogline.ledger.numbering import next_no
from fogline.ledger.packing import (
    Columns,
    pack,
    pack_claim,
    pack_document,
    pack_mentions,
    pack_place,
    pack_speaker,
)
from fogline.ledger.rows import Added
from fogline.ledger.search import words
from fogline.records.claims import Claim
from fogline.records.readings import Reading

__all__ = ["ReadingWriter"]

CLAIMS = schema.claims.c
# What a newer reading of the same text changes in the row of a document.
RENEWED = ("made_by", "sentences", "unused", "payload", "flags", "name", "publisher", "published_at")


@dataclass(slots=True)
class Rows:
    """Rows that wait to be written together: thousands at once cost what tens cost one by one."""

    claims: list[Columns] = field(default_factory=list)
    speakers: list[Columns] = field(default_factory=list)
    places: list[Columns] = field(default_factory=list)
    mentions: list[Columns] = field(default_factory=list)
    words: list[tuple[int, Sequence[str]]] = field(default_factory=list)


class ReadingWriter:
    """Writes readings in one transaction that is the only writer."""

    def __init__(self, connection: Connection, read_at: str, similar: Similar | None) -> None:
        self._connection = connection
        self._read_at = read_at
        self._copies = CopyFinder(connection, similar)
        self._rows = Rows()
        self._next_claim = next_no(connection, schema.claims)
        self._next_document = next_no(connection, schema.documents)

    def write(self, readings: Iterable[Reading]) -> Added:
        """Add all `readings`, in order."""
        added, made_by = Added(), ""
        for reading in readings:
            added, made_by = added + self._add(reading), reading.made_by
        self._flush()
        self._note_run(added, made_by)
        return added

    def _add(self, reading: Reading) -> Added:
        documents = schema.documents.c
        known = self._connection.execute(
            select(documents.no, documents.made_by, documents.superseded_by, documents.payload).where(
                documents.id == reading.document.id
            )
        ).one_or_none()
        if known is None:
            return self._add_document(reading)
        superseded = self._make_current(reading) if known.superseded_by is not None else 0
        columns = pack_document(reading, self._read_at)
        same = (known.made_by, known.payload) == (columns["made_by"], columns["payload"])
        changed = Added(known=1) if same else self._read_anew(reading, known.no, columns)
        return changed + Added(superseded=superseded)

    def _add_document(self, reading: Reading) -> Added:
        number = self._next_document
        self._next_document += 1
        columns = pack_document(reading, self._read_at)
        self._connection.execute(insert(schema.documents).values(no=number, **columns))
        superseded = self._make_current(reading)
        copy = self._copies.find(number, reading.document)
        if copy:
            self._connection.execute(insert(schema.copies).values(made_at=self._read_at, **asdict(copy)))
        self._queue_mentions(number, reading)
        claims = self._queue_claims(number, reading.claims)
        return Added(
            documents=1,
            claims=claims,
            mentions=len(reading.mentions),
            failures=self._write_failures(reading),
            superseded=superseded,
            copies=(copy,) if copy else (),
        )

    def _make_current(self, reading: Reading) -> int:
        """Mark other versions of the report as superseded by this one; gives how many newly are."""
        documents, document = schema.documents, reading.document
        own = update(documents).where(documents.c.id == document.id).values(superseded_by=None, superseded_at=None)
        others = (
            update(documents)
            .where(documents.c.source == document.source, documents.c.id != document.id)
            .where(documents.c.superseded_by.is_(None))
            .values(superseded_by=document.id, superseded_at=self._read_at)
        )
        self._connection.execute(own)
        return self._connection.execute(others).rowcount

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
        self._note_newer_reading(reading, number, columns)
        fresh = self._queue_claims(number, [claim for claim in reading.claims if claim.id not in kept])
        changed = bool(fresh or gone)
        return Added(claims=fresh, failures=self._write_failures(reading), known=0 if changed else 1, retired=len(gone))

    def _note_newer_reading(self, reading: Reading, number: int, columns: Columns) -> None:
        changed = {key: columns[key] for key in RENEWED}
        documents, mentions = schema.documents, schema.mentions
        self._connection.execute(update(documents).where(documents.c.no == number).values(**changed))
        same = (mentions.c.document_no == number) & (mentions.c.made_by == reading.made_by)
        self._connection.execute(delete(mentions).where(same))  # the same reader with newer metadata
        self._queue_mentions(number, reading)

    def _write_failures(self, reading: Reading) -> int:
        return write_failures(self._connection, reading.failures, self._read_at, source=reading.document.source)

    def _queue_mentions(self, number: int, reading: Reading) -> None:
        payload = pack_mentions(reading.mentions)
        self._rows.mentions.append({"document_no": number, "made_by": reading.made_by, "payload": payload})

    def _queue_claims(self, document_no: int, claims: Sequence[Claim]) -> int:
        """Make claims wait for the flush; gives how many, each id counted once."""
        once = {claim.id: claim for claim in claims}.values()
        for claim in once:
            number = self._next_claim
            self._next_claim += 1
            key: Columns = {"claim_no": number}
            speakers = claim.speakers or ((claim.speaker,) if claim.speaker else ())
            made: Columns = {"no": number, "document_no": document_no, "made_at": self._read_at}
            self._rows.claims.append(made | pack_claim(claim))
            self._rows.speakers.extend(key | pack_speaker(speaker) for speaker in speakers)
            self._rows.places.extend(key | pack_place(mention) for mention in claim.places)
            self._rows.words.append((number, words(f"{claim.text} {claim.sentence.text}")))
        return len(once)

    def _flush(self) -> None:
        rows, self._rows = self._rows, Rows()
        for table, values in (
            (schema.claims, rows.claims),
            (schema.claim_speakers, rows.speakers),
            (schema.claim_places, rows.places),
            (schema.mentions, rows.mentions),
        ):
            if values:
                self._connection.execute(insert(table), values)
        DIALECTS[self._connection.dialect.name].add_words(self._connection, rows.words)

    def _note_run(self, added: Added, made_by: str) -> None:
        if added == Added(known=added.known):
            return
        run = schema.runs
        self._connection.execute(
            insert(run).values(
                no=next_no(self._connection, run),
                read_at=self._read_at,
                made_by=made_by,
                documents=added.documents,
                claims=added.claims,
                failures=added.failures,
            )
        )


def _same_claim(claim: Claim | None, made_by: str, payload: str) -> bool:
    """Whether a newer reader makes the very claim that is kept; who made it does not matter."""
    return claim is not None and pack(replace(claim, made_by=made_by)) == payload
