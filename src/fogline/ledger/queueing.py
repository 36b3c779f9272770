"""Rows that wait to be written together: thousands at once cost what tens cost one by one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, insert

from fogline.ledger import schema
from fogline.ledger.dialects import DIALECTS
from fogline.ledger.numbering import next_no
from fogline.ledger.packing import Columns, pack_claim, pack_mentions, pack_place, pack_speaker
from fogline.ledger.search import words
from fogline.records.claims import Claim
from fogline.records.readings import Reading

__all__ = ["RowQueue"]

# In the order of writing: what others point to comes first.
TABLES = (
    schema.documents,
    schema.mentions,
    schema.claims,
    schema.claim_speakers,
    schema.claim_places,
)


class RowQueue:
    """New rows of one transaction, numbered as they come in and written by `flush`."""

    def __init__(self, connection: Connection, made_at: str) -> None:
        self._connection = connection
        self._dialect = DIALECTS[connection.dialect.name]
        self._made_at = made_at
        self._rows: dict[str, list[Columns]] = {table.name: [] for table in TABLES}
        self._words: list[tuple[int, Sequence[str]]] = []
        self._next_document = next_no(connection, schema.documents)
        self._next_claim = next_no(connection, schema.claims)

    def document(self, columns: Columns) -> int:
        """Add a document; gives its number."""
        number = self._next_document
        self._next_document += 1
        self._rows["documents"].append({"no": number, "superseded_by": None, "superseded_at": None, **columns})
        return number

    def mentions(self, document_no: int, reading: Reading) -> None:
        """Add what a reading names."""
        payload = pack_mentions(reading.mentions)
        row: Columns = {"document_no": document_no, "made_by": reading.made_by, "payload": payload}
        self._rows["mentions"].append(row)

    def claims(self, document_no: int, claims: Iterable[Claim]) -> int:
        """Add the claims of a document; gives how many, an id counting once."""
        once = {claim.id: claim for claim in claims}.values()
        for claim in once:
            self._claim(document_no, claim)
        return len(once)

    def flush(self) -> None:
        """Write what waits."""
        for table in TABLES:
            rows = self._rows[table.name]
            if rows:
                self._connection.execute(insert(table), rows)
                self._rows[table.name] = []
        self._dialect.add_words(self._connection, self._words)
        self._words = []

    def finish(self) -> None:
        """Write what waits and let the database know how much there is now."""
        self.flush()
        self._dialect.note_growth(self._connection, self._next_claim - 1)

    def _claim(self, document_no: int, claim: Claim) -> None:
        number = self._next_claim
        self._next_claim += 1
        speakers = claim.speakers or ((claim.speaker,) if claim.speaker else ())
        row: Columns = {"no": number, "document_no": document_no, "made_at": self._made_at, **pack_claim(claim)}
        self._rows["claims"].append(row)
        self._rows["claim_speakers"] += [{"claim_no": number, **pack_speaker(speaker)} for speaker in speakers]
        self._rows["claim_places"] += [{"claim_no": number, **pack_place(mention)} for mention in claim.places]
        self._words.append((number, words(f"{claim.text} {claim.sentence.text}")))
