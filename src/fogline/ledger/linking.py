"""Links between claims: found by block, kept, retired, never deleted."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, exists, func, insert, or_, select, union, update

from fogline.ledger import schema
from fogline.ledger.dialects import DIALECTS
from fogline.ledger.numbering import batches_of, next_no
from fogline.ledger.packing import pack, unpack
from fogline.ledger.rows import Linked, LinkRow
from fogline.records.claims import Claim
from fogline.records.links import Link, Relation

__all__ = [
    "asked_and_gone",
    "block_mates",
    "claims_at",
    "clashes",
    "clear_away",
    "count_links",
    "keep_linked",
    "link_page",
    "link_rows",
    "linked_by_others",
    "nearest_mates",
    "question_mates",
    "retire_links",
    "retire_links_of",
]

BLOCKS, CLAIMS, DOCUMENTS = schema.claim_blocks.c, schema.claims.c, schema.documents.c
LINKS = schema.links.c


def block_mates(connection: Connection, blocks: Collection[str], most: int) -> Sequence[Claim]:
    """Current claims that stand in one of `blocks`, the latest read first, at most `most`."""
    mates = select(BLOCKS.claim_id).where(BLOCKS.block.in_(blocks))
    statement = (
        select(CLAIMS.payload)
        .join(schema.documents, DOCUMENTS.no == CLAIMS.document_no)
        .where(CLAIMS.id.in_(mates), CLAIMS.retired_at.is_(None), DOCUMENTS.superseded_by.is_(None))
        .order_by(CLAIMS.no.desc())
        .limit(most)
    )
    return [unpack(Claim, payload) for payload in connection.execute(statement).scalars()]


def nearest_mates(connection: Connection, blocks: Collection[str], most: int) -> list[tuple[str, str]]:
    """Current claims that share most of `blocks`, at most `most`, each with the id of its report."""
    shared = func.count().label("shared")
    mates = select(BLOCKS.claim_id, shared).where(BLOCKS.block.in_(blocks)).group_by(BLOCKS.claim_id).subquery()
    statement = (
        select(CLAIMS.id, DOCUMENTS.id)
        .join(mates, mates.c.claim_id == CLAIMS.id)
        .join(schema.documents, DOCUMENTS.no == CLAIMS.document_no)
        .where(CLAIMS.retired_at.is_(None), DOCUMENTS.superseded_by.is_(None))
        .order_by(mates.c.shared.desc(), CLAIMS.id)
        .limit(most)
    )
    return [(row[0], row[1]) for row in connection.execute(statement)]


def claims_at(connection: Connection, place_id: str) -> list[str]:
    """Current claims that name a place, or stand in a report that does so for them."""
    places = schema.claim_places.c
    statement = (
        select(CLAIMS.id)
        .join(schema.claim_places, places.claim_no == CLAIMS.no)
        .join(schema.documents, DOCUMENTS.no == CLAIMS.document_no)
        .where(places.place_id == place_id, CLAIMS.retired_at.is_(None), DOCUMENTS.superseded_by.is_(None))
        .distinct()
    )
    return list(connection.execute(statement).scalars())


def asked_and_gone(connection: Connection) -> set[str]:
    """The claims of questions that stand which stand no more themselves."""
    asked, held = schema.question_claims.c, schema.questions.c
    standing = (
        select(CLAIMS.no)
        .join(schema.documents, DOCUMENTS.no == CLAIMS.document_no)
        .where(CLAIMS.id == asked.claim_id, CLAIMS.retired_at.is_(None), DOCUMENTS.superseded_by.is_(None))
    )
    statement = (
        select(asked.claim_id)
        .join(schema.questions, held.no == asked.question_no)
        .where(held.retired_at.is_(None), ~exists(standing))
    )
    return set(connection.execute(statement).scalars())


def question_mates(connection: Connection, blocks: Collection[str], most: int) -> list[tuple[str, str]]:
    """The first current claim of each question whose claims stand in `blocks`, the questions with most of them first.

    At most `most`, each with the id of its report.
    """
    asked, held = schema.question_claims.c, schema.questions.c
    shared = func.count().label("shared")
    asking = (
        select(asked.question_no, shared)
        .join(schema.claim_blocks, BLOCKS.claim_id == asked.claim_id)
        .join(schema.questions, held.no == asked.question_no)
        .where(BLOCKS.block.in_(blocks), held.retired_at.is_(None))
        .group_by(asked.question_no)
        .order_by(shared.desc(), asked.question_no)
        .limit(most)
        .subquery()
    )
    first = (
        select(asking.c.question_no, asking.c.shared, func.min(CLAIMS.no).label("claim_no"))
        .join(schema.question_claims, asked.question_no == asking.c.question_no)
        .join(schema.claims, CLAIMS.id == asked.claim_id)
        .join(schema.documents, DOCUMENTS.no == CLAIMS.document_no)
        .where(CLAIMS.retired_at.is_(None), DOCUMENTS.superseded_by.is_(None))
        .group_by(asking.c.question_no, asking.c.shared)
        .subquery()
    )
    statement = (
        select(CLAIMS.id, DOCUMENTS.id)
        .join(first, first.c.claim_no == CLAIMS.no)
        .join(schema.documents, DOCUMENTS.no == CLAIMS.document_no)
        .order_by(first.c.shared.desc(), first.c.question_no)
    )
    return list(dict.fromkeys((row[0], row[1]) for row in connection.execute(statement)))


def keep_linked(connection: Connection, linked: Linked, made_at: str) -> int:
    """Note the blocks of claims, keep their links and mark the claims as linked; gives how many links are new.

    The mark says that no question was asked about them yet, until `mark_asked`: a run may be cut off in between.
    """
    blocks = [{"claim_id": claim_id, "block": block} for claim_id, keys in linked.blocks for block in keys]
    if blocks:
        once = DIALECTS[connection.dialect.name].insert_once(schema.claim_blocks)
        connection.execute(once, blocks)
    claims = [{"claim": claim_id} for claim_id, _ in linked.blocks]
    if claims:
        mark = update(schema.claims).where(CLAIMS.id == bindparam("claim"), CLAIMS.retired_at.is_(None))
        connection.execute(mark.values(linked_by=linked.made_by + schema.UNASKED), claims)
    return _add_links(connection, linked.links, made_at)


def unasked_claims(connection: Connection, made_by: str) -> list[tuple[str, str]]:
    """The claims of current reports that this linker has linked, and asked no question about, with their reports."""
    waiting = (
        select(CLAIMS.id, DOCUMENTS.id)
        .join(schema.documents, DOCUMENTS.no == CLAIMS.document_no)
        .where(
            CLAIMS.linked_by == made_by + schema.UNASKED, CLAIMS.retired_at.is_(None), DOCUMENTS.superseded_by.is_(None)
        )
    )
    return [(row[0], row[1]) for row in connection.execute(waiting)]


def mark_asked(connection: Connection, claim_ids: Collection[str], made_by: str) -> None:
    """Mark that questions were asked about claims that this linker has linked."""
    waiting = update(schema.claims).where(CLAIMS.linked_by == made_by + schema.UNASKED).values(linked_by=made_by)
    for part in batches_of(claim_ids):
        connection.execute(waiting.where(CLAIMS.id.in_(part)))


def link_rows(
    connection: Connection, claim_ids: Collection[str] | None = None, *, retired: bool = False
) -> Iterator[LinkRow]:
    """Links in the order they were made; with `claim_ids` those that touch one of these claims."""
    statement = select(LINKS.payload, LINKS.made_at, LINKS.retired_at, LINKS.no).order_by(LINKS.no)
    if not retired:
        statement = statement.where(LINKS.retired_at.is_(None))
    if claim_ids is None:
        rows = connection.execute(statement)
        yield from (LinkRow(unpack(Link, row.payload), row.made_at, row.retired_at) for row in rows)
        return
    found: dict[int, LinkRow] = {}
    for part in batches_of(claim_ids):
        touching = statement.where(or_(LINKS.left_id.in_(part), LINKS.right_id.in_(part)))
        for row in connection.execute(touching):
            if row.no not in found:
                found[row.no] = LinkRow(unpack(Link, row.payload), row.made_at, row.retired_at)
    yield from (found[number] for number in sorted(found))


def link_page(
    connection: Connection, relation: Relation | None, offset: int, size: int, *, retired: bool = False
) -> list[LinkRow]:
    """At most `size` links that hold, or with `retired` all, behind the first `offset`, in the order they were made."""
    asked = _of_relation(select(LINKS.no), relation, retired=retired).order_by(LINKS.no).limit(size).offset(offset)
    numbers = connection.execute(asked).scalars().all()
    part = select(LINKS.payload, LINKS.made_at, LINKS.retired_at).where(LINKS.no.in_(numbers)).order_by(LINKS.no)
    return [LinkRow(unpack(Link, row.payload), row.made_at, row.retired_at) for row in connection.execute(part)]


def count_links(connection: Connection, relation: Relation | None, *, retired: bool = False) -> int:
    """How many links hold; with `retired` how many there are."""
    statement = _of_relation(select(func.count()), relation, retired=retired)
    number: int = connection.execute(statement).scalar_one()
    return number


def _of_relation(statement: Select[int], relation: Relation | None, *, retired: bool) -> Select[int]:
    links = statement.select_from(schema.links)
    held = links if retired else links.where(LINKS.retired_at.is_(None))
    return held if relation is None else held.where(LINKS.relation == relation)


def clashes(connection: Connection) -> list[tuple[str, str]]:
    """The ends of all clashes that hold."""
    ends = select(LINKS.left_id, LINKS.right_id).where(LINKS.relation == "clashes", LINKS.retired_at.is_(None))
    return [(row[0], row[1]) for row in connection.execute(ends)]


def retire_links(connection: Connection, link_ids: Collection[str], retired_at: str) -> int:
    """Mark links as no longer held; gives how many were."""
    held = update(schema.links).where(LINKS.id.in_(link_ids), LINKS.retired_at.is_(None))
    return connection.execute(held.values(retired_at=retired_at)).rowcount


def retire_links_of(connection: Connection, claim_ids: Collection[str], retired_at: str) -> int:
    """Mark the links that touch one of these claims as no longer held; gives how many were."""
    parts = ((column, part) for part in batches_of(claim_ids) for column in (LINKS.left_id, LINKS.right_id))
    held = update(schema.links).where(LINKS.retired_at.is_(None)).values(retired_at=retired_at)
    return sum(connection.execute(held.where(column.in_(part))).rowcount for column, part in parts)


def clear_away(connection: Connection, made_by: str | None, retired_at: str) -> int:
    """Retire the links that still hold though a claim of theirs stands no more; gives how many were.

    With `made_by` also those of any other linker: what this one did not find again no longer holds. An older Fogline
    left such links, and so does a program that reads a newer version of a report while another links the one before.
    """
    held = update(schema.links).where(LINKS.retired_at.is_(None)).values(retired_at=retired_at)
    fallen = _fallen()
    conditions: list[ColumnElement[bool]] = [LINKS.left_id.in_(fallen), LINKS.right_id.in_(fallen)]
    conditions += [LINKS.made_by != made_by] if made_by is not None else []
    return sum(connection.execute(held.where(condition)).rowcount for condition in conditions)


def linked_by_others(connection: Connection, made_by: str) -> bool:
    """Whether another linker than this one has seen some claims last."""
    other = or_(CLAIMS.linked_by < made_by, CLAIMS.linked_by > made_by)
    seen = select(CLAIMS.no).where(CLAIMS.retired_at.is_(None), other, CLAIMS.linked_by != made_by + schema.UNASKED)
    return connection.execute(seen.limit(1)).first() is not None


def _fallen() -> Select[Any]:
    """The ids of claims of which no row stands in a current report; each row that does not is found by an index."""
    older = select(DOCUMENTS.no).where(DOCUMENTS.superseded_by.is_not(None))
    gone = union(
        select(CLAIMS.id).where(CLAIMS.retired_at.is_not(None)), select(CLAIMS.id).where(CLAIMS.document_no.in_(older))
    ).subquery()
    other = schema.claims.alias().c
    stands = exists().where(other.id == gone.c.id, other.retired_at.is_(None), other.document_no.not_in(older))
    return select(gone.c.id).where(~stands)


def _add_links(connection: Connection, links: Sequence[Link], made_at: str) -> int:
    """Add links; a link that is judged anew retires its earlier row."""
    wanted = {link.id: (link, pack(link)) for link in links}
    statement = select(LINKS.id, LINKS.payload).where(LINKS.id.in_(wanted), LINKS.retired_at.is_(None))
    held = {row.id: row.payload for row in connection.execute(statement)}
    fresh = {link_id: pair for link_id, pair in wanted.items() if held.get(link_id) != pair[1]}
    retire_links(connection, fresh.keys() & held.keys(), made_at)
    first = next_no(connection, schema.links)
    rows = [
        {
            "no": number,
            "id": link.id,
            "left_id": link.left_id,
            "right_id": link.right_id,
            "relation": link.relation,
            "about": link.about,
            "score": link.score,
            "made_by": link.made_by,
            "made_at": made_at,
            "payload": payload,
        }
        for number, (link, payload) in enumerate(fresh.values(), start=first)
    ]
    if rows:
        connection.execute(insert(schema.links), rows)
    return len(rows)
