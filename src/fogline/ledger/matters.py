"""The part of the ledger that holds how claims stand to each other: links, and the questions they raise."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from sqlalchemy import Engine

from fogline.ledger import asking, laid_out, linking, upkeep
from fogline.ledger.asked import AskedLink, AskedQuestion, Kept, LaidOut, WholeReport
from fogline.ledger.bulk import many_records
from fogline.ledger.engine import reading, writing
from fogline.ledger.memory import Memory
from fogline.ledger.rows import Linked, LinkRow
from fogline.records.claims import Claim
from fogline.records.links import About, Link, Question, Relation, Standing, State

__all__ = ["Matters"]


class Matters:
    """Links and questions of a ledger."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._memory = Memory()

    # Links

    def link(self, linked: Linked, made_at: str) -> int:
        """Keep the links of some claims, in one transaction; gives how many are new."""
        with writing(self._engine) as connection:
            return linking.keep_linked(connection, linked, made_at)

    def unasked_claims(self, made_by: str) -> list[tuple[str, str]]:
        """The claims that this linker has linked and asked no question about, each with the id of its report."""
        with reading(self._engine) as connection:
            return linking.unasked_claims(connection, made_by)

    def mark_asked(self, claim_ids: Collection[str], made_by: str) -> None:
        """Mark that questions were asked about claims that this linker has linked."""
        with writing(self._engine) as connection:
            linking.mark_asked(connection, claim_ids, made_by)

    def retire_links(self, link_ids: Collection[str], retired_at: str) -> int:
        """Mark links as no longer held; gives how many were."""
        with writing(self._engine) as connection:
            return linking.retire_links(connection, link_ids, retired_at)

    def links(self, claim_ids: Collection[str] | None = None, *, retired: bool = False) -> Iterator[LinkRow]:
        """Links in the order they were made; with `claim_ids` those that touch one of these claims."""
        with reading(self._engine) as connection, many_records():
            rows = list(linking.link_rows(connection, claim_ids, retired=retired))
        yield from rows

    def bare_links(self, *relations: Relation) -> Sequence[Link]:
        """The links that hold, or those of some relations, without reasons, remembered as `told` remembers claims."""
        with reading(self._engine) as connection:
            return self._memory.links(connection, relations)

    def links_inside(self, claim_ids: Collection[str]) -> list[Link]:
        """The links that hold between two of these claims, in the order they were made."""
        with reading(self._engine) as connection, many_records():
            inside = upkeep.links_numbered(connection, upkeep.links_between(connection, claim_ids).keys())
        return [inside[number] for number in sorted(inside)]

    def clear_away(self, made_by: str | None, retired_at: str) -> int:
        """Retire the links that hold though a claim of theirs stands no more, and those of any linker but `made_by`."""
        with writing(self._engine) as connection:
            return linking.clear_away(connection, made_by, retired_at)

    def linked_by_others(self, made_by: str) -> bool:
        """Whether another linker than this one has seen some claims last."""
        with reading(self._engine) as connection:
            return linking.linked_by_others(connection, made_by)

    def link_page(self, relation: Relation | None, offset: int, size: int, *, retired: bool = False) -> list[LinkRow]:
        """At most `size` links that hold, or with `retired` all, behind the first `offset`, in the order of making."""
        with reading(self._engine) as connection:
            return linking.link_page(connection, relation, offset, size, retired=retired)

    def count_links(self, relation: Relation | None = None, *, retired: bool = False) -> int:
        """How many links hold; with `retired` how many there are."""
        with reading(self._engine) as connection:
            return linking.count_links(connection, relation, retired=retired)

    def clashes(self) -> list[tuple[str, str]]:
        """The ends of all clashes that hold."""
        with reading(self._engine) as connection:
            return linking.clashes(connection)

    def block_mates(self, blocks: Collection[str], most: int) -> Sequence[Claim]:
        """Current claims that stand in one of `blocks`, the latest read first, at most `most`."""
        with reading(self._engine) as connection:
            return linking.block_mates(connection, blocks, most)

    def nearest_mates(self, blocks: Collection[str], most: int) -> list[tuple[str, str]]:
        """Current claims that share most of `blocks`, at most `most`, each with the id of its report."""
        with reading(self._engine) as connection:
            return linking.nearest_mates(connection, blocks, most)

    def question_mates(self, blocks: Collection[str], most: int) -> list[tuple[str, str]]:
        """One current claim of each question whose claims stand in `blocks`, at most `most`, with the report's id."""
        with reading(self._engine) as connection:
            return linking.question_mates(connection, blocks, most)

    def claims_at(self, place_id: str) -> list[str]:
        """The ids of current claims that name a place, or stand in a report that does so for them."""
        with reading(self._engine) as connection:
            return linking.claims_at(connection, place_id)

    # Questions

    def asked_and_gone(self) -> set[str]:
        """The claims of questions that stand which stand no more themselves."""
        with reading(self._engine) as connection:
            return linking.asked_and_gone(connection)

    def questions(self, claim_id: str | None = None, *, about: About | None = None) -> list[Question]:
        """The questions that stand; with `claim_id` those that it speaks to, with `about` those about that."""
        with reading(self._engine) as connection, many_records():
            if claim_id is not None:
                return list(asking.questions_held(connection, claim_id, about))
            key = ("questions", about)
            return [
                *self._memory.at_hand(connection, key, lambda: list(asking.questions_held(connection, None, about)))
            ]

    def standings(
        self, *, state: State | None = None, beginning: str = "", limit: int | None = None
    ) -> list[Standing] | None:
        """How the questions stand, the most disputed first; None in a ledger whose questions an older Fogline asked.

        `beginning` is how their ids begin.
        """
        with reading(self._engine) as connection, many_records():
            if state is not None or beginning or limit is not None:
                return asking.standings_held(connection, state, beginning, limit)
            look = partial(asking.standings_held, connection, None, "", None)
            return self._memory.at_hand(connection, "standings", look)

    # Keeping the questions

    def unasked_links(self) -> list[AskedLink]:
        """The links with which the questions are to be asked anew, in the order they were made."""
        with reading(self._engine) as connection, many_records():
            return upkeep.unasked_links(connection)

    def links_on(self, matters: Collection[str]) -> list[tuple[int, str, Link]]:
        """The links that hold and belong to one of `matters`, without their reasons, with number and matter."""
        with reading(self._engine) as connection, many_records():
            return list(upkeep.links_on(connection, matters))

    def links_of_matters(self, claim_ids: Collection[str], patterns: Collection[str]) -> list[tuple[AskedLink, str]]:
        """The links of these claims that belong to a matter like one of `patterns` (SQL), each with that matter."""
        with reading(self._engine) as connection, many_records():
            return upkeep.links_of_matters(connection, claim_ids, patterns)

    def links_between(self, claim_ids: Collection[str]) -> list[Link]:
        """The links that hold between two of these claims, in the order they were made, without their reasons."""
        with reading(self._engine) as connection, many_records():
            inside = upkeep.links_between(connection, claim_ids)
        return [inside[number] for number in sorted(inside)]

    def links_numbered(self, numbers: Collection[int]) -> dict[int, Link]:
        """The links with these row numbers."""
        with reading(self._engine) as connection, many_records():
            return upkeep.links_numbered(connection, numbers)

    def joining_links(self, claim_ids: Collection[str]) -> dict[int, tuple[str, str]]:
        """Number and ends of the links that tell one of these claims and another as one act."""
        with reading(self._engine) as connection:
            return upkeep.joining_links(connection, claim_ids)

    def questions_with(self, claim_ids: Collection[str]) -> dict[str, set[int]]:
        """For each of these claims the numbers of the questions that it speaks to."""
        with reading(self._engine) as connection:
            return upkeep.questions_with(connection, claim_ids)

    def matters_of(self, claim_ids: Collection[str]) -> set[tuple[str, str]]:
        """Each of these claims with each matter that a link of it belongs to."""
        with reading(self._engine) as connection:
            return upkeep.matters_of(connection, claim_ids)

    def questions_on(
        self, *, matters: Collection[str] = (), numbers: Collection[int] = (), older: bool = False
    ) -> dict[int, AskedQuestion]:
        """The questions that stand on one of `matters`, and those with one of `numbers`; by number.

        With `older` also those that an older Fogline asked.
        """
        with reading(self._engine) as connection, many_records():
            return upkeep.questions_on(connection, matters=matters, numbers=numbers, older=older)

    def questions_mark(self) -> str:
        """A word that changes whenever questions are kept."""
        with reading(self._engine) as connection:
            return upkeep.questions_mark(connection)

    def keep(self, kept: Kept, made_at: str, mark: str | None = None) -> int | None:
        """Keep what asking the questions gave; gives how many questions are new, None where others kept some since."""
        with writing(self._engine) as connection:
            return upkeep.keep(connection, kept, made_at, mark)

    # Laying claims out

    def homes(self, claim_ids: Collection[str]) -> dict[str, str]:
        """The ids of the reports in which these claims stand; claims that no longer stand are left out."""
        with reading(self._engine) as connection:
            return laid_out.homes(connection, claim_ids)

    def reports(self, document_ids: Collection[str]) -> list[WholeReport]:
        """These reports with the claims that stand in them; one without claims is left out."""
        with reading(self._engine) as connection, many_records():
            return list(laid_out.reports(connection, document_ids))

    def frames_kept(self, document_ids: Collection[str], made_by: str) -> list[LaidOut]:
        """The frames of these reports that this linker made of the claims that stand in them now."""
        with reading(self._engine) as connection:
            return list(laid_out.frames_kept(connection, document_ids, made_by))

    def keep_frames(self, frames: Collection[LaidOut], made_by: str) -> None:
        """Keep frames in the place of those that were."""
        with writing(self._engine) as connection:
            laid_out.keep_frames(connection, frames, made_by)
