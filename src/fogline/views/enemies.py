"""Whom a source means by "the enemy" or "the occupiers": the side that it calls so by name elsewhere."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from fogline.packs.folding import fold
from fogline.records.claims import Claim
from fogline.views.citing import Cited
from fogline.views.doers import state_named

__all__ = ["THE_ENEMY", "Enemies", "enemies_of", "means_enemy"]

THE_ENEMY = "enemy"
WORDS = (
    r"enem(?:y|ies)|occupiers?|occupants?|occupationists?|invaders?|aggressors?|adversar(?:y|ies)|foes?"
    r"|(?:invading|occupying|occupation) (?:\w+ )?(?:troops|forces|army|units|military)"
)
ENEMY = re.compile(rf"(?:the )?(?:{WORDS})", re.IGNORECASE)
NAMED = re.compile(rf"\b([A-Z]\w+)[- ](?:\w+ )?(?i:{WORDS})\b")
SURE = 0.75  # share of the times a source names its enemy that it names this one


def means_enemy(name: str) -> bool:
    """Whether a name says of a party only that it is against whoever speaks."""
    return ENEMY.fullmatch(fold(name)) is not None


class Enemies:
    """Whom each side, and each publisher, calls the enemy by name."""

    def __init__(self, named: Mapping[str, str]) -> None:
        self._named = named

    def of(self, cited: Cited) -> str | None:
        """Whom a claim means by the enemy: as its own sentence names it, else as its side or publisher does elsewhere.

        None where nothing tells, or where that would be the speaker's own side.
        """
        claim, document = cited
        side = _side(claim)
        own = next((name for name in _names(claim.text) or _names(claim.sentence.text) if name != side), None)
        meant = own or self._named.get(side or document.publisher or document.id)
        return meant if meant != side else None


def enemies_of(claims: Iterable[Cited]) -> Enemies:
    """Whom the sources of these claims mean by the enemy."""
    counted: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for claim, document in claims:
        side = _side(claim)
        for name in _names(claim.text):
            if name != side:
                counted[side or document.publisher or document.id][name] += 1
    most = {source: names.most_common(1)[0] for source, names in counted.items()}
    return Enemies({source: name for source, (name, times) in most.items() if times >= SURE * counted[source].total()})


def _names(text: str) -> list[str]:
    return [state for word in NAMED.findall(text) if (state := state_named(word))]


def _side(claim: Claim) -> str | None:
    return claim.speaker.side if claim.speaker else None
