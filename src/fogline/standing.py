"""How questions of a ledger stand, from their claims and the links between these."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from fogline.ledger import Ledger
from fogline.ledger.asked import AskedLink
from fogline.links.frames import Frame
from fogline.links.origins import origins_of
from fogline.links.questions import standing_of
from fogline.records.links import Link, Question, Standing

__all__ = ["Changed", "Frames", "Standings"]

Frames = Callable[[Collection[str]], Mapping[str, Frame]]
"""Gives the frames of those of some claims that stand."""


@dataclass(frozen=True, slots=True)
class Changed:
    """Links with which questions are asked anew, and the numbers of those that now tell two claims as one act."""

    links: Sequence[AskedLink]
    joining: Collection[int]


class Standings:
    """Finds how questions stand, from what touches them alone."""

    def __init__(self, ledger: Ledger, frames: Frames) -> None:
        self._ledger = ledger
        self._frames = frames

    def of(self, questions: Sequence[Question], changed: Changed) -> list[Standing]:
        """How these questions stand, in their order."""
        members = {claim_id for question in questions for claim_id in question.claim_ids}
        acts, joining = self._acts(members, changed)
        frames = self._frames(acts)
        origins = origins_of(frames, joining.values())
        inside = self._inside(questions, members)
        return [standing_of(question, frames, inside[at], origins) for at, question in enumerate(questions)]

    def moved(self, changed: Changed) -> set[str]:
        """The claims whose origin may be another because of changed links.

        A link that is new tells exactly which; one that went, or is judged from a claim that changed, may have joined
        any that are of one act with its claims.
        """
        new = {asked.no: asked for asked in changed.links if asked.no in changed.joining and not asked.again}
        acts, joining = self._acts({end for asked in new.values() for end in asked.ends}, changed)
        frames = self._frames(acts)
        before = origins_of(frames, [link for number, link in joining.items() if number not in new])
        now = origins_of(frames, joining.values())
        went = [a for a in changed.links if a.joined or (a.again and a.no in changed.joining)]
        others = self._acts({end for asked in went for end in asked.ends}, changed)[0]
        return {claim_id for claim_id in now if now[claim_id] != before[claim_id]} | others

    def _acts(self, claim_ids: Collection[str], changed: Changed) -> tuple[set[str], dict[int, Link]]:
        """The claims that are of one act with some claims, over however many others, and the links that tell it."""
        fresh = {asked.no: asked.ends for asked in changed.links}
        by_end: defaultdict[str, set[int]] = defaultdict(set)
        for number in changed.joining:
            for end in fresh[number]:
                by_end[end].add(number)
        known, ahead, numbers = set(claim_ids), set(claim_ids), set[int]()
        while ahead:
            found = self._ledger.joining_links(ahead)
            joining = {number: ends for number, ends in found.items() if number not in fresh}
            joining |= {number: fresh[number] for end in ahead for number in by_end.get(end, ())}
            numbers |= joining.keys()
            ahead = {end for ends in joining.values() for end in ends} - known
            known |= ahead
        links = self._ledger.links_numbered(numbers)
        return known, {number: links[number] for number in sorted(links)}

    def _inside(self, questions: Sequence[Question], members: set[str]) -> Mapping[int, list[Link]]:
        """The links between claims of one question, by its position."""
        of_claim: defaultdict[str, set[int]] = defaultdict(set)
        for at, question in enumerate(questions):
            for claim_id in question.claim_ids:
                of_claim[claim_id].add(at)
        found: defaultdict[int, list[Link]] = defaultdict(list)
        for link in self._ledger.links_between(members):
            for at in of_claim[link.left_id] & of_claim[link.right_id]:
                found[at].append(link)
        return found
