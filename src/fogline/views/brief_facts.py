"""What a situation report needs to know of claims whatever is asked of it: made once for each state of a ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from fogline.records.links import Link, Question
from fogline.views.accord import Accord, accord_of
from fogline.views.changes import STRONG
from fogline.views.citing import Cited, party_of
from fogline.views.located import first_spot

__all__ = ["NO_PLACE", "BriefFacts", "facts_of"]

NO_PLACE = ("", "No place named")


@dataclass(frozen=True, slots=True)
class BriefFacts:
    """`disputed` are the clashes that count, `agreed` the links that count by which two claims tell the same.

    `accord` tells which of these do before readers: in one stance, of the same doers. `asked` gives a question that a
    claim speaks to, `speaks` all of them, `spots` the first place it is about, as id and name. Whether two parties
    agree is found when it is first asked for, and kept; so is in `met` what a brief of all claims puts together.
    """

    disputed: Sequence[Link]
    agreed: Sequence[Link]
    accord: Accord
    asked: Mapping[str, Question]
    spots: Mapping[str, tuple[str, str]]
    speaks: Mapping[str, Sequence[Question]] = field(default_factory=dict)
    _apart: dict[str, bool] = field(default_factory=dict)
    met: dict[str, tuple[list[list[Link]], int]] = field(default_factory=dict)

    def matter_of(self, link: Link) -> Question | None:
        """The question on which two claims meet: of several the one about what the link is about, then the largest."""
        left, right = self.speaks.get(link.left_id, ()), self.speaks.get(link.right_id, ())
        if len(left) < 2 and len(right) < 2 and (not left or not right or left[0] is right[0]):
            return left[0] if left else right[0] if right else None  # most pairs of a large ledger
        ids = {question.id for question in right}
        found = [question for question in left if question.id in ids] or [*left, *right]
        return min(found, key=lambda one: (one.about != link.about, -len(one.claim_ids), one.id), default=None)

    def only(self, known: Mapping[str, Cited]) -> Question | None:
        """The question to which all of these claims speak, where they are not all claims."""
        if not known or len(known) == len(self.spots):
            return None
        spoken = self.speaks.get(next(iter(known)), ())
        return next((question for question in spoken if known.keys() <= set(question.claim_ids)), None)

    def parties_apart(self, link: Link, known: Mapping[str, Cited]) -> bool:
        """Whether two parties, or two reports by themselves, tell the same from acts of their own."""
        apart = self._apart.get(link.id)
        if apart is None:
            left, right = known[link.left_id], known[link.right_id]
            apart = left[0].origin != right[0].origin and party_of(*left) != party_of(*right)
            apart = apart and self.accord.holds(left[0], right[0])  # last, for it reads the words
            self._apart[link.id] = apart
        return apart


def facts_of(
    claims: Iterable[Cited], links: Iterable[Link], questions: Iterable[Question], accord: Accord | None = None
) -> BriefFacts:
    """The facts of these claims, and of the links between two of them; `accord` where it was made of them before."""
    known = {cited[0].id: cited for cited in claims}
    spots = {claim_id: first_spot(cited[0]) or NO_PLACE for claim_id, cited in known.items()}
    disputed: list[Link] = []
    agreed: list[Link] = []
    for link in links:
        held = disputed if link.relation == "clashes" else agreed if link.relation == "agrees" else None
        if held is not None and link.score >= STRONG and link.left_id in spots and link.right_id in spots:
            held.append(link)
    speaks: defaultdict[str, list[Question]] = defaultdict(list)
    for question in sorted(questions, key=lambda one: one.id):  # whichever was asked first
        for claim_id in question.claim_ids:
            speaks[claim_id].append(question)
    return BriefFacts(
        disputed=disputed,
        agreed=agreed,
        accord=accord or accord_of(disputed, known),
        asked={claim_id: spoken[-1] for claim_id, spoken in speaks.items()},
        spots=spots,
        speaks=dict(speaks),
    )
