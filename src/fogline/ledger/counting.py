"""How many claims there are, and whether anything has changed since."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, Table, func, select

from fogline.ledger import schema
from fogline.ledger.dialects import DIALECTS
from fogline.ledger.filters import conditions
from fogline.ledger.numbering import next_no
from fogline.ledger.querying import counts
from fogline.ledger.rows import ClaimFilter

__all__ = ["count_claims", "stamp"]

# Each with what tells that a row no longer stands; a partial index answers for the tables that grow large.
GROWING = (
    (schema.documents, schema.documents.c.superseded_by),
    (schema.claims, schema.claims.c.retired_at),
    (schema.failures, schema.failures.c.retired_at),
    (schema.links, schema.links.c.retired_at),
    (schema.questions, schema.questions.c.retired_at),
    (schema.reviews, schema.reviews.c.undone_at),
)


def count_claims(connection: Connection, wanted: ClaimFilter) -> int:
    """How many claims are asked for; limit, offset and cursor are passed over."""
    if replace(wanted, limit=None, offset=0, after=None) == ClaimFilter():
        return counts(connection).claims
    narrowed = conditions(wanted, DIALECTS[connection.dialect.name])
    number: int = connection.execute(select(func.count()).select_from(schema.claims).where(*narrowed)).scalar_one()
    return number


def stamp(connection: Connection) -> str:
    """A word that changes with every row that is added, retired, replaced or undone.

    Rows are numbered as they are added and never deleted, so the last number and the count of those that no longer
    stand tell all; what is known of a report may change in place, which counts as a run.
    """
    parts = [str(_last(connection, table)) for table in (schema.runs, schema.standings)]
    for table, gone in GROWING:
        stopped = connection.execute(select(func.count()).select_from(table).where(gone.is_not(None))).scalar_one()
        parts.append(f"{_last(connection, table)}.{stopped}")
    return "-".join(parts)


def _last(connection: Connection, table: Table) -> int:
    return next_no(connection, table) - 1
