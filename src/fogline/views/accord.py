"""Whether two claims that a link brings together can stand before readers as telling the same: when in doubt not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from fogline.records.claims import Claim, Kind
from fogline.records.links import Link
from fogline.views.citing import Cited
from fogline.views.doers import doers_of, state_named

__all__ = ["Accord", "accord_of"]

Way = Literal["tells", "denies", "foretells", "wants", "promises", "silent"]
Names = tuple[tuple[str | None, str | None], ...]
WAYS: dict[str, Way] = {
    "asserts": "tells", "accuses": "tells", "denies": "denies", "doubts": "denies", "warns": "foretells",
    "promises": "promises", "demands": "wants",
}  # fmt: skip
UNREAL = frozenset({"planned", "possible", "conditional"})
# Kinds under which one deed is told.
VIOLENCE: frozenset[Kind] = frozenset({"attack", "casualties", "damage", "accusation", "clash"})
ALIKE: tuple[frozenset[Kind], ...] = (
    VIOLENCE,
    frozenset({"control", "movement", "clearance", "clash"}),
    frozenset({"negotiation", "meeting", "aid"}),
)
DISPUTES = frozenset({"actor", "polarity", "control", "existence"})


@dataclass(frozen=True, slots=True)
class Accord:
    """Knows which claims are disputed and which sides dispute each other's word, and judges pairs by that.

    `contested` are the claims that clash with another on who, whether or who holds; `rivals` pairs of sides that do.
    """

    contested: frozenset[str]
    rivals: frozenset[frozenset[str]]
    _doers: dict[str, frozenset[str]] = field(default_factory=dict)

    def holds(self, left: Claim, right: Claim) -> bool:
        """Whether both tell the same: in the same stance, of one kind, and of the same doers where either matters.

        Claims that are disputed, and what is told of violence with a doer, must name the same doers; a toll is a toll
        whoever did it, unless sides speak that dispute each other.
        """
        way = _way(left)
        if way == "silent" or way != _way(right) or (left.status in UNREAL) != (right.status in UNREAL):
            return False
        if left.kind != right.kind and not any(left.kind in kinds and right.kind in kinds for kinds in ALIKE):
            return False
        one, other = self._of(left), self._of(right)
        if one and other:
            return one <= other or other <= one
        if left.id in self.contested or right.id in self.contested:
            return False
        violent = left.kind in VIOLENCE or right.kind in VIOLENCE
        if violent and (one or other or self._facing(left, right)):
            return _counted(left) and _counted(right) and not self._facing(left, right)
        return not (self._facing(left, right) and (one or other)) and not (
            way == "denies" and _sides(left) != _sides(right)
        )

    def _of(self, claim: Claim) -> frozenset[str]:
        if claim.id not in self._doers:
            self._doers[claim.id] = doers_of(claim)
        return self._doers[claim.id]

    def _facing(self, left: Claim, right: Claim) -> bool:
        """Whether sides that dispute each other speak."""
        if not left.speakers or not right.speakers or not self.rivals:
            return False
        ours, theirs = _sides(left), _sides(right)
        if ours == theirs:
            return False
        return any(frozenset((one, other)) in self.rivals for one in ours for other in theirs)


def accord_of(clashes: Iterable[Link], known: Mapping[str, Cited]) -> Accord:
    """What clashes among claims tell of who disputes whom; numbers and days that differ make no dispute of doers."""
    disputed = [link for link in clashes if link.relation == "clashes" and link.about in DISPUTES]
    contested = {claim_id for link in disputed for claim_id in (link.left_id, link.right_id)}
    names = {claim_id: _names(known[claim_id][0]) for claim_id in contested if claim_id in known}
    # Few pairs of speakers stand behind thousands of clashes.
    spoken = {
        (names[link.left_id], names[link.right_id])
        for link in disputed
        if link.left_id in names and link.right_id in names
    }
    sided = [(_all_sides(ours), _all_sides(theirs)) for ours, theirs in spoken]
    rivals = {frozenset((one, other)) for ours, theirs in sided for one in ours for other in theirs if one != other}
    return Accord(frozenset(contested), frozenset(rivals))


def _way(claim: Claim) -> Way:
    way = WAYS.get(claim.stance, "silent")
    if claim.status != "negated" or way not in ("tells", "denies"):
        return way
    return "denies" if way == "tells" else "tells"


def _counted(claim: Claim) -> bool:
    return claim.kind == "casualties" and bool(claim.quantities)


def _sides(claim: Claim) -> frozenset[str]:
    """The sides that speak: known ones, and those that the name of a speaker says ("Ruritanian occupiers")."""
    return _all_sides(_names(claim))


def _names(claim: Claim) -> Names:
    """Side and name of those who speak; of a known side no name."""
    if len(claim.speakers) == 1:  # nearly always
        speaker = claim.speakers[0]
        return ((speaker.side, None if speaker.side else speaker.name),)
    return tuple([(speaker.side, None) if speaker.side else (None, speaker.name) for speaker in claim.speakers])


@lru_cache(maxsize=16384)
def _all_sides(names: Names) -> frozenset[str]:
    named = {state for _, name in names for word in (name or "").split() if (state := state_named(word))}
    return frozenset(named | {side for side, _ in names if side})
