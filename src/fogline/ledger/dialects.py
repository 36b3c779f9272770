"""What differs between SQLite and PostgreSQL: locking out other writers, and full-text search."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from sqlalchemy import Connection, Insert, Select, Table, TextClause, literal_column, select, text

from fogline.ledger import schema
from fogline.ledger.search import Search, Term

__all__ = ["DIALECTS", "Dialect", "PostgresDialect", "SqliteDialect"]

# One key for all of Fogline's writers to one database; any number does, as long as it never changes.
WRITER_LOCK = 0x464F474C
FEW = 200  # below this every plan is a good one
GROWING = (schema.claims, schema.documents, schema.claim_places, schema.claim_speakers, schema.mentions, schema.bands)
COUNTED = text("SELECT reltuples FROM pg_class WHERE oid = CAST('claims' AS regclass)")


class Dialect(Protocol):
    """A database that can hold a ledger."""

    def lock_out_writers(self, connection: Connection) -> None:
        """Make this transaction the only one that writes until it ends."""

    def create_search(self, connection: Connection) -> None:
        """Create what full-text search needs."""

    def add_words(self, connection: Connection, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Make claims findable by their words; each row is the number of a claim and its words."""

    def found(self, search: Search) -> Select[tuple[int]]:
        """The numbers of the claims that a search finds."""

    def insert_once(self, table: Table) -> Insert:
        """An insert that passes over rows which are there already."""

    def note_growth(self, connection: Connection, claims: int) -> None:
        """Let the planner know, if it matters, that there are about so many claims now."""


class SqliteDialect:
    """SQLite: BEGIN IMMEDIATE and FTS5."""

    def lock_out_writers(self, connection: Connection) -> None:
        """Nothing to do: the transaction has begun with BEGIN IMMEDIATE (see `fogline.ledger.engine`)."""

    def create_search(self, connection: Connection) -> None:
        """Create the FTS5 table, which keeps the index alone: the text itself is in the payloads."""
        connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE claim_words USING fts5(words, content='', tokenize='unicode61')"
        )

    def add_words(self, connection: Connection, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Add rows to the FTS5 table."""
        values = [(no, " ".join(words)) for no, words in rows]
        if values:
            connection.exec_driver_sql("INSERT INTO claim_words (rowid, words) VALUES (?, ?)", values)

    def found(self, search: Search) -> Select[tuple[int]]:
        """The claims an FTS5 MATCH finds."""
        query = " AND ".join(map(_fts5, search.wanted)) or '""'
        for term in search.unwanted:
            query = f"({query}) NOT {_fts5(term)}"
        return _select_claim_no("rowid", text("claim_words MATCH :search").bindparams(search=query))

    def insert_once(self, table: Table) -> Insert:
        """INSERT … ON CONFLICT DO NOTHING."""
        from sqlalchemy.dialects.sqlite import insert

        return insert(table).on_conflict_do_nothing()

    def note_growth(self, connection: Connection, claims: int) -> None:
        """Nothing to do: SQLite plans these queries well without statistics."""


class PostgresDialect:
    """PostgreSQL: an advisory lock and tsvector."""

    def lock_out_writers(self, connection: Connection) -> None:
        """Wait for, and hold, the advisory lock of Fogline's writers."""
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": WRITER_LOCK})

    def create_search(self, connection: Connection) -> None:
        """Create the table of word vectors and its index."""
        connection.execute(text("CREATE TABLE claim_words (claim_no BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)"))
        connection.execute(text("CREATE INDEX claim_words_words ON claim_words USING gin (words)"))

    def add_words(self, connection: Connection, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Add word vectors, with positions so that phrases are found."""
        values = [{"no": no, "words": _tsvector(words)} for no, words in rows]
        if values:
            insert = text("INSERT INTO claim_words VALUES (:no, CAST(:words AS tsvector))")
            connection.execute(insert, values)

    def found(self, search: Search) -> Select[tuple[int]]:
        """The claims a tsquery finds."""
        query = " & ".join([*map(_tsquery, search.wanted), *(f"!({_tsquery(term)})" for term in search.unwanted)])
        clause = text("words @@ CAST(:search AS tsquery)").bindparams(search=query)
        return _select_claim_no("claim_no", clause if search.wanted else text("false"))

    def insert_once(self, table: Table) -> Insert:
        """INSERT … ON CONFLICT DO NOTHING."""
        # Imported here: it brings six drivers along, a fifth of the time a ledger takes to open.
        from sqlalchemy.dialects.postgresql import insert

        return insert(table).on_conflict_do_nothing()

    def note_growth(self, connection: Connection, claims: int) -> None:
        """Count anew each time the ledger has doubled.

        Until PostgreSQL does so by itself, a minute after the first reports, it takes most claims for retired and
        looks through all of them for each report: a second for 15,000.
        """
        counted: float = connection.execute(COUNTED).scalar_one()
        if claims > 2 * max(counted, FEW):
            connection.execute(text(f"ANALYZE {', '.join(table.name for table in GROWING)}"))


DIALECTS: dict[str, Dialect] = {"sqlite": SqliteDialect(), "postgresql": PostgresDialect()}


def _select_claim_no(column: str, clause: TextClause) -> Select[tuple[int]]:
    number: Select[tuple[int]] = select(literal_column(f"claim_words.{column}"))
    return number.select_from(text("claim_words")).where(clause)


def _fts5(term: Term) -> str:
    return f'"{" ".join(term.words)}"{"*" if term.prefix else ""}'


def _tsquery(term: Term) -> str:
    quoted = [f"'{word}'" for word in term.words]
    return "(" + " <-> ".join(quoted) + (":*" if term.prefix else "") + ")"


def _tsvector(words: Sequence[str]) -> str:
    # 16,383 is the last position a tsvector can hold; a claim and its sentence stay far below it.
    return " ".join(f"'{word}':{min(position, 16_383)}" for position, word in enumerate(words, start=1))
