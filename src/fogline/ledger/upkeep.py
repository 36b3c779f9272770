"""What keeping the questions needs to know of a ledger, and how the outcome is kept.

A link says in `matter` which question it was asked with: null before it was asked, empty where it belongs to none,
AGAIN where the report of one of its claims has changed since. A link that was retired is asked about once more and is
then GONE.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    bindparam,
    delete,
    func,
    insert,
    literal_column,
    or_,
    select,
    update,
)

from fogline.ledger import schema
from fogline.ledger.asked import AskedLink, AskedQuestion, Kept
from fogline.ledger.numbering import batches_of, next_no
from fogline.ledger.packing import pack, unpack
from fogline.records.links import Link, Question

__all__ = [
    "forget_matters",
    "joining_links",
    "keep",
    "links_between",
    "links_numbered",
    "links_of_matters",
    "links_on",
    "matters_of",
    "questions_mark",
    "questions_on",
    "questions_with",
    "unasked_links",
]

AGAIN, GONE = "?", "-"
CLAIMS, LINKS = schema.claims.c, schema.links.c
QUESTIONS, MEMBERS, STANDINGS = schema.questions.c, schema.question_claims.c, schema.standings.c
HELD = LINKS.retired_at.is_(None)
BARE = (LINKS.no, LINKS.left_id, LINKS.right_id, LINKS.relation, LINKS.about, LINKS.score, LINKS.id, LINKS.made_by)
Key = TypeVar("Key", str, int)


def unasked_links(connection: Connection) -> list[AskedLink]:
    """The links with which the questions are to be asked anew, in the order they were made."""
    rows: dict[int, AskedLink] = {}
    gone = ~HELD & (LINKS.matter != literal_column(f"'{GONE}'"))  # as the index says it: a bound value would pass it by
    for condition in (LINKS.matter.is_(None), LINKS.matter == AGAIN, gone):
        for row in connection.execute(select(schema.links).where(condition)):
            held = row.retired_at is None
            again, joined = row.matter == AGAIN, row.joins == 1
            rows[row.no] = AskedLink(row.no, unpack(Link, row.payload), held, again, joined)
    return [rows[number] for number in sorted(rows)]


def links_on(connection: Connection, matters: Collection[str]) -> Iterator[tuple[int, str, Link]]:
    """The links that hold and belong to one of `matters`, without their reasons, with number and matter."""
    belonging = select(*BARE, LINKS.matter).where(HELD, LINKS.matter != "")
    for row in _each(connection, belonging, LINKS.matter, matters):
        yield row[0], row[-1], _bare(row)


def links_between(connection: Connection, claim_ids: Collection[str]) -> dict[int, Link]:
    """The links that hold between two of these claims, by number, without their reasons."""
    members = set(claim_ids)
    rows = _each(connection, select(*BARE).where(HELD), LINKS.left_id, members)
    return {row[0]: _bare(row) for row in rows if row[2] in members}


def links_numbered(connection: Connection, numbers: Collection[int]) -> dict[int, Link]:
    """The links with these row numbers."""
    wanted = select(LINKS.no, LINKS.payload)
    rows = _each(connection, wanted, LINKS.no, numbers)
    return {row[0]: unpack(Link, row[1]) for row in rows}


def joining_links(connection: Connection, claim_ids: Collection[str]) -> dict[int, tuple[str, str]]:
    """Number and ends of the links that tell one of these claims and another as one act."""
    # As the indexes say it: a bound value would pass them by.
    ends = select(LINKS.no, LINKS.left_id, LINKS.right_id).where(HELD, LINKS.joins == literal_column("1"))
    found: dict[int, tuple[str, str]] = {}
    for column in (LINKS.left_id, LINKS.right_id):
        found.update((row[0], (row[1], row[2])) for row in _each(connection, ends, column, claim_ids))
    return found


def matters_of(connection: Connection, claim_ids: Collection[str]) -> set[tuple[str, str]]:
    """Each of these claims with each matter that a link of it belongs to."""
    found: set[tuple[str, str]] = set()
    for column in (LINKS.left_id, LINKS.right_id):
        belonging = select(column, LINKS.matter).where(HELD, LINKS.matter.not_in(("", AGAIN)))
        found.update((row[0], row[1]) for row in _each(connection, belonging, column, claim_ids))
    return found


def links_of_matters(
    connection: Connection, claim_ids: Collection[str], patterns: Collection[str]
) -> list[tuple[AskedLink, str]]:
    """The links of these claims that hold and belong to a matter like one of `patterns`, each with that matter."""
    rows: dict[int, tuple[AskedLink, str]] = {}
    held = select(schema.links).where(HELD, or_(*(LINKS.matter.like(pattern) for pattern in patterns)))
    for column in (LINKS.left_id, LINKS.right_id):
        for row in _each(connection, held, column, claim_ids):
            link = unpack(Link, row.payload)
            rows[row.no] = AskedLink(row.no, link, held=True, again=True, joined=row.joins == 1), row.matter
    return [rows[number] for number in sorted(rows)]


def questions_with(connection: Connection, claim_ids: Collection[str]) -> dict[str, set[int]]:
    """For each of these claims the numbers of the questions that it speaks to."""
    spoken = select(MEMBERS.claim_id, MEMBERS.question_no).join(schema.questions, QUESTIONS.no == MEMBERS.question_no)
    spoken = spoken.where(QUESTIONS.retired_at.is_(None))
    found: defaultdict[str, set[int]] = defaultdict(set)
    for row in _each(connection, spoken, MEMBERS.claim_id, claim_ids):
        found[row[0]].add(row[1])
    return found


def questions_on(
    connection: Connection, *, matters: Collection[str] = (), numbers: Collection[int] = (), older: bool = False
) -> dict[int, AskedQuestion]:
    """The questions that stand on one of `matters`, and those with one of `numbers`; by number.

    With `older` also those that an older Fogline asked.
    """
    held = select(QUESTIONS.no, QUESTIONS.payload, QUESTIONS.matter).where(QUESTIONS.retired_at.is_(None))
    rows = [
        *_each(connection, held, QUESTIONS.matter, matters),
        *_each(connection, held, QUESTIONS.no, numbers),
        *(connection.execute(held.where(QUESTIONS.matter.is_(None))) if older else ()),
    ]
    return {row[0]: AskedQuestion(unpack(Question, row[1]), row[2]) for row in rows}


def forget_matters(connection: Connection, document_nos: Collection[int]) -> None:
    """Have the questions asked anew with the links of these reports: what is known of their claims has changed."""
    rows = _each(connection, select(CLAIMS.id), CLAIMS.document_no, document_nos)
    for part in batches_of({row[0] for row in rows}):
        for column in (LINKS.left_id, LINKS.right_id):
            asked = update(schema.links).where(column.in_(part), HELD, LINKS.matter.is_not(None))
            connection.execute(asked.values(matter=AGAIN))


def questions_mark(connection: Connection) -> str:
    """A word that changes whenever questions are kept."""
    gone = select(func.count()).select_from(schema.questions).where(QUESTIONS.retired_at.is_not(None))
    return f"{next_no(connection, schema.questions)}.{connection.execute(gone).scalar_one()}"


def keep(connection: Connection, kept: Kept, made_at: str, mark: str | None = None) -> int | None:
    """Keep what asking gave, in one transaction; gives how many questions are new.

    None where others kept questions since `mark`: then nothing is kept, for it was asked of what no longer stands.
    """
    if mark is not None and questions_mark(connection) != mark:
        return None
    asked = [
        {"link": number, "of": GONE if matter is None else matter, "joining": int(number in kept.joining)}
        for number, matter in kept.matters.items()
    ]
    if asked:
        link = update(schema.links).where(LINKS.no == bindparam("link"))
        connection.execute(link.values(matter=bindparam("of"), joins=bindparam("joining")), asked)
    for part in batches_of(kept.gone):
        connection.execute(update(schema.questions).where(QUESTIONS.no.in_(part)).values(retired_at=made_at))
    first = next_no(connection, schema.questions)
    numbers = {question.id: first + at for at, (question, _) in enumerate(kept.questions)}
    _add_questions(connection, kept.questions, numbers, made_at)
    _keep_standings(connection, kept, numbers)
    return len(kept.questions)


def _add_questions(
    connection: Connection, questions: Sequence[tuple[Question, str]], numbers: Mapping[str, int], made_at: str
) -> None:
    rows = [
        {
            "no": numbers[question.id],
            "id": question.id,
            "about": question.about,
            "place_id": question.place_id,
            "title": question.title,
            "made_at": made_at,
            "payload": pack(question),
            "matter": matter,
        }
        for question, matter in questions
    ]
    members = [
        {"question_no": numbers[question.id], "claim_id": claim_id}
        for question, _ in questions
        for claim_id in dict.fromkeys(question.claim_ids)
    ]
    if rows:
        connection.execute(insert(schema.questions), rows)
        connection.execute(insert(schema.question_claims), members)


def _keep_standings(connection: Connection, kept: Kept, numbers: Mapping[str, int]) -> None:
    """Put the new standings in the place of the old ones; each has a new number, so that the stamp changes."""
    first = next_no(connection, schema.standings)
    of_question = {**{question.id: number for number, question in kept.standing_on.items()}, **numbers}
    rows = [
        {
            "no": first + at,
            "question_no": of_question[standing.question.id],
            "state": standing.state,
            "clashes": standing.clashes,
            "claims": len(standing.question.claim_ids),
            "payload": pack(standing),
        }
        for at, standing in enumerate(kept.standings)
    ]
    replaced = {*kept.gone, *(of_question[standing.question.id] for standing in kept.standings)}
    for part in batches_of(replaced):
        connection.execute(delete(schema.standings).where(STANDINGS.question_no.in_(part)))
    if rows:
        connection.execute(insert(schema.standings), rows)


def _bare(row: Row[*tuple[Any, ...]]) -> Link:
    _, left, right, relation, about, score, link_id, made_by, *_ = row
    return Link(link_id, left, right, relation, about, "", score, made_by)


def _each(
    connection: Connection, statement: Select[*tuple[Any, ...]], column: ColumnElement[Any], keys: Collection[Key]
) -> Iterator[Row[*tuple[Any, ...]]]:
    """The rows of a statement where a column has one of many values."""
    for part in batches_of(keys):
        yield from connection.execute(statement.where(column.in_(part)))
