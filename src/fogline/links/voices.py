"""Which claims are the word of a side, and whom they blame: a paper or a source without a name speaks for nobody."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from fogline.data.gazetteer import fold
from fogline.links.lexicon import lexicon
from fogline.records.claims import Claim, Kind, Stance
from fogline.records.mentions import ActorKind

__all__ = ["AGAINST", "SILENT", "TELLING", "VIOLENCE", "Voices", "voices_of"]

SILENT: frozenset[Stance] = frozenset({"declines", "unconfirmed"})
TELLING: frozenset[Stance] = frozenset({"asserts", "accuses"})
AGAINST: frozenset[Stance] = frozenset({"denies", "doubts"})
BODIES: frozenset[ActorKind] = frozenset({"government", "armed_force", "organisation"})
VIOLENCE: frozenset[Kind] = frozenset({"attack", "damage", "casualties", "accusation", "clash"})
# Offices that a town or a province has: whose they are is not told by their name.
LOCAL = frozenset(
    "council mayor governor administration police prosecutor municipality authority authorities department".split()
)
# "The Veridian rocket attack", "Veridia's shelling of the mill", "shelled by Veridian troops": whose deed it is.
DEED = r"(?:attacks?|strikes?|airstrikes?|shelling|bombing|bombardment|raids?|killings?|murders?|massacres?|crimes?)"
FORCES = r"(?:troops|forces|army|military|soldiers|invaders|occupiers|occupants|missiles?|rockets?|shells?|drones?)"
HOW = r"(?:missile|rocket|air|artillery|drone|bomb|deadly|deliberate|massive|mass|military|war|terrorist|new|recent)"
OWN_DEED = re.compile(rf"\b([A-Z]\w+)(?:['’]s?)? (?:{HOW} ){{0,3}}{DEED}\b")
DONE_BY = re.compile(rf"\b(?:by|with) (?:the )?([A-Z]\w+)(?= {FORCES}\b|[.,;]|$)")
DENIED = re.compile(r"\b(?:on|against) (?:the )?$")  # "attacks on Ostrian troops" are not theirs
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
    _doubting: frozenset[str] = field(default=frozenset())

    @property
    def sides(self) -> frozenset[str]:
        """The sides that tell something, however often."""
        return self._all

    def only_accusers(self) -> bool:
        """Whether sides or papers lay a deed to somebody silent, and no side denies it or lays it elsewhere."""
        laid = {side for sides in self.blamed.values() for side in sides}
        accusing = {self.side[claim_id] for claim_id, sides in self.blamed.items() if claim_id in self.side and sides}
        beside = self._all - accusing
        told = not beside or (len(laid) == 1 and beside.isdisjoint(self._doubting))
        return bool(laid - self._all) and told and bool(accusing or not self._all)


def voices_of(claims: Mapping[str, Claim], party_of: Mapping[str, str]) -> Voices:
    """The voices of claims whose parties, as shown to people, are `party_of`."""
    known = {party_of[claim_id] for claim_id, claim in claims.items() if claim_id in party_of and _sides(claim)}
    sides = {
        claim_id: party_of[claim_id]
        for claim_id, claim in claims.items()
        if claim_id in party_of and claim.stance not in SILENT and _is_side(claim, party_of[claim_id], known)
    }
    blamed = {claim_id: _blamed(claim) - {sides.get(claim_id, "")} for claim_id, claim in claims.items()}
    laid = {claim_id: found for claim_id, found in blamed.items() if found}
    doubting = {party_of[c] for c, claim in claims.items() if c in party_of and claim.stance in AGAINST | SILENT}
    return Voices(sides, laid, frozenset(sides.values()), frozenset(doubting))


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
    named = frozenset(party.actor.side for party in claim.actors if party.actor.side)
    return named or _blamed_by_words(claim.text)


@lru_cache(maxsize=1 << 16)  # each view asks anew how questions stand, by the same claims
def _blamed_by_words(words: str) -> frozenset[str]:
    """The one state whose deed it is by the words: "the Veridian attack", "shelled by Veridian troops"."""
    found = [match for pattern in (OWN_DEED, DONE_BY) for match in pattern.finditer(words)]
    meant = [match for match in found if not DENIED.search(words[: match.start()])]
    states = {lexicon().states.get(fold(match[1])) for match in meant} - {None}
    return frozenset(state.title() for state in states if state) if len(states) == 1 else frozenset()
