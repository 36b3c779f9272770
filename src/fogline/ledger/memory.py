"""Claims and reports that stay decoded, for a program that looks at one ledger again and again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sqlalchemy import Connection, func, select

from fogline.ledger import counting, schema
from fogline.ledger.bulk import many_records
from fogline.ledger.dialects import DIALECTS
from fogline.ledger.filters import conditions
from fogline.ledger.numbering import batches_of
from fogline.ledger.packing import unpack
from fogline.ledger.rows import ClaimFilter
from fogline.records.claims import Claim
from fogline.records.documents import Document
from fogline.records.links import Link, Relation

__all__ = ["Memory"]

CLAIMS, DOCUMENTS, LINKS, RUNS = schema.claims.c, schema.documents.c, schema.links.c, schema.runs.c
KEPT_LISTS = 32  # answers to filters, each a number for a claim
MOST_CLAIMS = 200_000  # about 1 GB

Place = tuple[int, int]  # the number of a claim, and of its report
Told = tuple[Claim, Document]
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class _Fields:
    """What the payload of a link says beside its columns and its reason."""

    fields: tuple[str, ...] = ()


class Memory:
    """What was decoded before: the row of a claim never changes, that of a report only with a run.

    Reports are kept without their text, which no view needs.
    """

    def __init__(self) -> None:
        self._claims: dict[int, Claim] = {}
        self._documents: dict[int, Document] = {}
        self._runs = -1
        self._links: dict[int, Link] = {}
        self._links_stamp = ""
        self._at_hand: OrderedDict[Hashable, tuple[str, Any]] = OrderedDict()
        self._of_relations: dict[frozenset[Relation], list[Link]] = {}
        self._ids: dict[str, str] = {}  # one text for each id, however many links name it
        self._lists: OrderedDict[ClaimFilter, tuple[str, Sequence[Place]]] = OrderedDict()
        self._told: tuple[Sequence[Place], int, list[Told]] = ((), -1, [])  # of all claims: views ask for them most
        self._lock, self._links_lock, self._hand_lock = threading.Lock(), threading.Lock(), threading.Lock()

    def claims(self, connection: Connection, wanted: ClaimFilter) -> list[Told] | None:
        """The claims asked for with their reports, in order; None where they are too many to keep.

        Limit, offset and cursor are passed over.
        """
        with self._lock, many_records():
            self._renew(connection)
            places = self._places(connection, wanted)
            if len(places) > MOST_CLAIMS:
                return None
            unknown = [number for number, _ in places if number not in self._claims]
            if len(unknown) + len(self._claims) > MOST_CLAIMS:
                self._claims, unknown = {}, [number for number, _ in places]
            self._learn_claims(connection, unknown)
            self._learn_documents(connection, {of for _, of in places if of not in self._documents})
            if self._told[0] is places and self._told[1] == self._runs:
                return self._told[2]
            claims, documents = self._claims, self._documents
            told = [(claims[number], documents[of]) for number, of in places]
            if len(told) == len(claims):
                self._told = (places, self._runs, told)
            return told

    def links(self, connection: Connection, relations: Collection[Relation] = ()) -> list[Link]:
        """The links that hold, or those of some relations, in the order they were made, without their reasons."""
        with self._links_lock, many_records():
            stamp = counting.stamp(connection)
            if stamp != self._links_stamp:
                self._renew_links(connection)
                self._links_stamp = stamp
                self._of_relations.clear()
            asked = frozenset(relations)
            if asked not in self._of_relations:
                some = (link for link in self._links.values() if not asked or link.relation in asked)
                self._of_relations[asked] = list(some)
            return self._of_relations[asked]

    def at_hand(self, connection: Connection, key: Hashable, look: Callable[[], Made]) -> Made:
        """What `look` gives, read once for each state of the ledger."""
        with self._hand_lock:
            stamp = counting.stamp(connection)
            held = self._at_hand.get(key)
            if held is None or held[0] != stamp:
                held = (stamp, look())
                self._at_hand[key] = held
                if len(self._at_hand) > KEPT_LISTS:
                    self._at_hand.popitem(last=False)
            made: Made = held[1]
            return made

    def _renew_links(self, connection: Connection) -> None:
        """Take in the links made since, let go of those that are held no longer."""
        gone = connection.execute(select(LINKS.no).where(LINKS.retired_at.is_not(None))).scalars()
        for number in gone:
            self._links.pop(number, None)
        last = next(reversed(self._links), 0)
        fresh = select(schema.links).where(LINKS.no > last, LINKS.retired_at.is_(None)).order_by(LINKS.no)
        shared = self._ids.setdefault
        for row in connection.execute(fresh):
            left, right = shared(row.left_id, row.left_id), shared(row.right_id, row.right_id)
            fields = unpack(_Fields, row.payload).fields
            self._links[row.no] = Link(row.id, left, right, row.relation, row.about, "", row.score, row.made_by, fields)

    def _places(self, connection: Connection, wanted: ClaimFilter) -> Sequence[Place]:
        stamp = counting.stamp(connection)
        held = self._lists.get(wanted)
        if held is None or held[0] != stamp:
            held = (stamp, standing(connection, wanted))
            self._lists[wanted] = held
            if len(self._lists) > KEPT_LISTS:
                self._lists.popitem(last=False)
        self._lists.move_to_end(wanted)
        return held[1]

    def _renew(self, connection: Connection) -> None:
        """Drop the reports that were written since."""
        last: int = connection.execute(select(func.coalesce(func.max(RUNS.no), 0))).scalar_one()
        if last != self._runs:
            changed = connection.execute(select(DOCUMENTS.no).where(DOCUMENTS.run > self._runs)).scalars()
            for number in changed:
                self._documents.pop(number, None)
            self._runs = last

    def _learn_claims(self, connection: Connection, numbers: Sequence[int]) -> None:
        for part in batches_of(numbers):
            rows = connection.execute(select(CLAIMS.no, CLAIMS.payload).where(CLAIMS.no.in_(part)))
            self._claims.update((number, unpack(Claim, payload)) for number, payload in rows)

    def _learn_documents(self, connection: Connection, numbers: Collection[int]) -> None:
        for part in batches_of(numbers):
            rows = connection.execute(select(DOCUMENTS.no, DOCUMENTS.payload).where(DOCUMENTS.no.in_(part)))
            self._documents.update((number, unpack(Document, payload)) for number, payload in rows)


def standing(connection: Connection, wanted: ClaimFilter) -> Sequence[Place]:
    """The numbers of the claims asked for, and of their reports, in order."""
    asked = replace(wanted, limit=None, offset=0, after=None)
    statement = (
        select(CLAIMS.no, CLAIMS.document_no)
        .where(*conditions(asked, DIALECTS[connection.dialect.name]))
        .order_by(CLAIMS.document_no, CLAIMS.start, CLAIMS.no)
    )
    return [(row[0], row[1]) for row in connection.execute(statement)]
