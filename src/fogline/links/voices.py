"""Which claims are the word of a side, and whom they blame: a paper or a source without a name speaks for nobody."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from fogline.data.gazetteer import fold
from fogline.links.lexicon import lexicon
from fogline.records.claims import Claim, Kind, Stance
from fogline.records.mentions import ActorKind

__all__ = ["AGAINST", "SILENT", "TELLING", "Voices", "voices_of"]

SILENT: frozenset[Stance] = frozenset({"declines", "unconfirmed"})
TELLING: frozenset[Stance] = frozenset({"asserts", "accuses"})
AGAINST: frozenset[Stance] = frozenset({"denies", "doubts"})
BODIES: frozenset[ActorKind] = frozenset({"government", "armed_force", "organisation"})
VIOLENCE: frozenset[Kind] = frozenset({"attack", "damage", "casualties", "accusation", "clash"})
# Offices that a town or a province has: whose they are is not told by their name.
LOCAL = frozenset(
    "council mayor governor administration police prosecutor municipality authority authorities department".split()
)
OFFICES = frozenset(
    """
    general staff armed forces ground land air operational command headquarters joint center centre state national
    """.split()
)


@dataclass(frozen=True, slots=True)
class Voices:
    """The side that each claim is the word of, by its id, and for claims of violence the sides that they lay it to."""

    side: Mapping[str, str]
    blamed: Mapping[str, frozenset[str]]
    _all: frozenset[str] = field(default=frozenset())

    @property
    def sides(self) -> frozenset[str]:
        """The sides that tell something, however often."""
        return self._all

    def only_accusers(self) -> bool:
        """Whether sides or papers lay a deed to somebody who does not speak, and nobody else speaks."""
        accused = {side for sides in self.blamed.values() for side in sides} - self._all
        accusing = {self.side[claim_id] for claim_id, sides in self.blamed.items() if claim_id in self.side and sides}
        return bool(accused) and self._all <= accusing


def voices_of(claims: Mapping[str, Claim], party_of: Mapping[str, str]) -> Voices:
    """The voices of claims whose parties, as shown to people, are `party_of`."""
    known = {party_of[claim_id] for claim_id, claim in claims.items() if claim_id in party_of and _sides(claim)}
    sides = {
        claim_id: party_of[claim_id]
        for claim_id, claim in claims.items()
        if claim_id in party_of and claim.stance not in SILENT and _is_side(claim, party_of[claim_id], known)
    }
    blamed = {claim_id: _blamed(claim) - {sides.get(claim_id, "")} for claim_id, claim in claims.items()}
    return Voices(sides, {claim_id: found for claim_id, found in blamed.items() if found}, frozenset(sides.values()))


def _sides(claim: Claim) -> str | None:
    return claim.speaker.side if claim.speaker else None


def _is_side(claim: Claim, party: str, known: Collection[str]) -> bool:
    """Whether who speaks is a side: a state, one that the report gives a side, or a body with a name of its own."""
    if fold(party) in lexicon().state_names:
        return True
    speaker = claim.speaker
    if speaker is None or speaker.kind in ("media", "document", "unnamed"):
        return False
    if speaker.side:
        return party in known
    if speaker.kind == "armed_force" and not lexicon().enemy.isdisjoint(fold(party).split()):
        return True  # "the rebels" are one side of the war that their report tells of
    return speaker.kind in BODIES and _is_name(party, speaker.kind)


def _is_name(party: str, kind: ActorKind) -> bool:
    """Whether a body is called by a name of its own, not by an office that any state or town has."""
    if party.isupper():
        return kind == "armed_force"
    plain = lexicon().institutions | lexicon().generic | OFFICES
    words = party.split()
    own = [word for word in words if word[:1].isupper() and fold(word) not in plain]
    return bool(own) and len(words) > 1 and LOCAL.isdisjoint(fold(party).split())


def _blamed(claim: Claim) -> frozenset[str]:
    """The sides to which a claim lays violence; none where it denies it."""
    if claim.stance not in TELLING or (claim.kind not in VIOLENCE and claim.stance != "accuses"):
        return frozenset()
    return frozenset(party.actor.side for party in claim.actors if party.actor.side)
