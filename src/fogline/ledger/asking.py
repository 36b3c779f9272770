"""Questions, the matters on which claims meet, and how they stand."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from fogline.ledger import schema
from fogline.ledger.packing import unpack
from fogline.records.links import About, Question, Standing, State

__all__ = ["questions_held", "standings_held"]

QUESTIONS, MEMBERS, STANDINGS = schema.questions.c, schema.question_claims.c, schema.standings.c


def questions_held(
    connection: Connection, claim_id: str | None = None, about: About | None = None
) -> Iterator[Question]:
    """The questions that stand; with `claim_id` those that it speaks to, with `about` those about that."""
    statement = select(QUESTIONS.payload).where(QUESTIONS.retired_at.is_(None)).order_by(QUESTIONS.no)
    if claim_id is not None:
        spoken = select(MEMBERS.question_no).where(MEMBERS.claim_id == claim_id)
        statement = statement.where(QUESTIONS.no.in_(spoken))
    if about is not None:
        statement = statement.where(QUESTIONS.about == about)
    for payload in connection.execute(statement).scalars():
        yield unpack(Question, payload)


def standings_held(
    connection: Connection, state: State | None, beginning: str, limit: int | None
) -> list[Standing] | None:
    """How the questions stand, the most disputed first; None where an older Fogline asked one of them."""
    held = QUESTIONS.retired_at.is_(None)
    if connection.execute(select(QUESTIONS.no).where(held, QUESTIONS.matter.is_(None)).limit(1)).first():
        return None
    statement = select(STANDINGS.payload).join(schema.questions, QUESTIONS.no == STANDINGS.question_no).where(held)
    if state is not None:
        statement = statement.where(STANDINGS.state == state)
    if beginning:
        statement = statement.where(QUESTIONS.id.startswith(beginning, autoescape=True))
    found = (unpack(Standing, payload) for payload in connection.execute(statement).scalars())
    return sorted(found, key=lambda standing: standing.rank)[:limit]
