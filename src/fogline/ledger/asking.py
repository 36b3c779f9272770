"""Questions: the matters on which claims meet, replaced as a whole and kept when retired."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, insert, select, update

from fogline.ledger import schema
from fogline.ledger.numbering import next_no
from fogline.ledger.packing import pack, unpack
from fogline.records.links import Question

__all__ = ["questions_held", "replace_questions"]

QUESTIONS, MEMBERS = schema.questions.c, schema.question_claims.c


def replace_questions(connection: Connection, questions: Iterable[Question], made_at: str) -> int:
    """Make `questions` the ones that stand; those that change or are gone are retired. Gives how many are new."""
    wanted = {question.id: (question, pack(question)) for question in questions}
    rows = connection.execute(
        select(QUESTIONS.no, QUESTIONS.id, QUESTIONS.payload).where(QUESTIONS.retired_at.is_(None))
    ).all()
    kept = {row.id for row in rows if row.id in wanted and wanted[row.id][1] == row.payload}
    gone = [row.no for row in rows if row.id not in kept]
    if gone:
        connection.execute(update(schema.questions).where(QUESTIONS.no.in_(gone)).values(retired_at=made_at))
    fresh = [pair for question_id, pair in wanted.items() if question_id not in kept]
    for number, (question, payload) in enumerate(fresh, start=next_no(connection, schema.questions)):
        _add(connection, number, question, {"made_at": made_at, "payload": payload})
    return len(fresh)


def questions_held(connection: Connection, claim_id: str | None = None) -> Iterator[Question]:
    """The questions that stand; with `claim_id` those that it speaks to."""
    statement = select(QUESTIONS.payload).where(QUESTIONS.retired_at.is_(None)).order_by(QUESTIONS.no)
    if claim_id is not None:
        spoken = select(MEMBERS.question_no).where(MEMBERS.claim_id == claim_id)
        statement = statement.where(QUESTIONS.no.in_(spoken))
    for payload in connection.execute(statement).scalars():
        yield unpack(Question, payload)


def _add(connection: Connection, number: int, question: Question, made: dict[str, str]) -> None:
    row = insert(schema.questions).values(
        no=number,
        id=question.id,
        about=question.about,
        place_id=question.place_id,
        title=question.title,
        **made,
    )
    connection.execute(row)
    members = [{"question_no": number, "claim_id": claim_id} for claim_id in dict.fromkeys(question.claim_ids)]
    if members:
        connection.execute(insert(schema.question_claims), members)
