"""How many claims there are, and whether anything has changed since."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from fogline.ledger import schema
from fogline.ledger.dialects import DIALECTS
from fogline.ledger.filters import conditions
from fogline.ledger.rows import ClaimFilter

__all__ = ["count_claims", "stamp"]

GROWING = (
    (schema.documents, schema.documents.c.superseded_at),
    (schema.claims, schema.claims.c.retired_at),
    (schema.failures, schema.failures.c.retired_at),
    (schema.links, schema.links.c.retired_at),
    (schema.questions, schema.questions.c.retired_at),
    (schema.reviews, schema.reviews.c.undone_at),
)


def count_claims(connection: Connection, wanted: ClaimFilter) -> int:
    """How many claims are asked for; limit, offset and cursor are passed over."""
    statement = (
        select(func.count())
        .select_from(schema.claims)
        .join(schema.documents, schema.documents.c.no == schema.claims.c.document_no)
        .where(*conditions(wanted, DIALECTS[connection.dialect.name]))
    )
    number: int = connection.execute(statement).scalar_one()
    return number


def stamp(connection: Connection) -> str:
    """A word that changes with every row that is added, retired, replaced or undone.

    Rows are numbered as they are added and never deleted, so the last number and the count of those that no longer
    stand tell all.
    """
    parts: list[str] = []
    for table, gone in GROWING:
        last, stopped = connection.execute(select(func.max(table.c.no), func.count(gone))).one()
        parts.append(f"{last or 0}.{stopped}")
    return "-".join(parts)
