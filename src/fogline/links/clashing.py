"""What clashes among the claims of a question, for its title, and a title in words of neither party."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fogline.data.gazetteer import fold
from fogline.links.frames import Frame
from fogline.records.links import Link

__all__ = ["Clash", "charged_with", "clashing", "names_place", "neutral"]

# How one party calls the forces of another.
PARTISAN = re.compile(r"\b(?:the )?(?:occupiers|occupants|invaders|aggressors)\b")
OF_A_STATE = re.compile(r"\b([A-Z]\w+) (?:occupiers|occupants|invaders|aggressors)\b")
# "Ostria of shelling the mill", "Veridia … for the raid amid a truce": what is laid to somebody, and where that ends.
CHARGED = re.compile(r"^(?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?(?: …)? (?:of|for|over) (.+)$")
ENDS = re.compile(r",|;|\s(?:amid|since|as|after|before|while|when|which|who)\s")
LONGEST = 90  # code points of a deed


@dataclass(frozen=True, slots=True)
class Clash:
    """What clashes among claims: those of which one denies another, a pair of them that tells it, and other fields.

    The pair is one of two known sides where there is such. `traded` are two claims that lay one deed to each other.
    """

    denied: tuple[Frame, ...]
    best: tuple[Frame, ...]
    traded: tuple[Frame, ...]
    by_actor: bool
    by_number: bool


def clashing(told: Sequence[Frame], links: Iterable[Link]) -> Clash:
    """What clashes among claims, by the links between them."""
    known = {frame.claim.id: frame for frame in told}
    ends = [(link, known.get(link.left_id), known.get(link.right_id)) for link in links if link.relation == "clashes"]
    found = [(link, left, right) for link, left, right in ends if left and right]
    denials = [(left, right) for link, left, right in found if link.about == "polarity"]
    odds = {frame.claim.id for pair in denials for frame in pair}
    best = min(denials, key=_by_sides, default=())
    charges = [(left, right) for link, left, right in found if link.about == "actor"]
    traded = [pair for pair in charges if all(frame.claim.stance == "accuses" for frame in pair)]
    fields = {link.about for link, _, _ in found}
    denied = tuple(frame for frame in told if frame.claim.id in odds)
    return Clash(denied, best, min(traded, key=_by_sides, default=()), "actor" in fields, "number" in fields)


def _by_sides(pair: Sequence[Frame]) -> tuple[int, list[str]]:
    """A key that puts pairs of two known sides first."""
    sides = {frame.claim.speaker.side for frame in pair if frame.claim.speaker and frame.claim.speaker.side}
    return -len(sides), sorted(frame.claim.id for frame in pair)


def charged_with(traded: Sequence[Frame]) -> str | None:
    """The question of who is to blame, by what two claims lay to each other in the same words."""
    found = [CHARGED.search(" ".join(frame.claim.text.split())) for frame in traded]
    deeds = {ENDS.split(match[1])[0].strip(" ,.") for match in found if match}
    deed = deeds.pop() if all(found) and len(deeds) == 1 else None
    return f"Who is to blame for {deed}?" if deed and len(deed) <= LONGEST else None


def names_place(asked: str, told: Sequence[Frame]) -> bool:
    """Whether a question names one of the places, narrower than a country, that its claims stand beside."""
    folded = f" {fold(asked)}"
    places = {p for frame in told for p in (*frame.here, *frame.around) if p.precision != "country"}
    return any(f" {fold(place.name)}" in folded for place in places)


def neutral(asked: str) -> str:
    """A question with "forces" where one party's word for those of another stands."""
    return PARTISAN.sub("occupying forces", OF_A_STATE.sub(r"\1 forces", asked))
