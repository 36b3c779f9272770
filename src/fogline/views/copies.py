"""Near copies among claims: one wire text in many papers, one sentence in headline and lead."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from fogline.records.claims import Claim

__all__ = ["Folded"]

WORD = re.compile(r"\w+")
ALIKE = 0.7  # share of words that two texts have in common, from which on they are copies
FEWEST = 4  # words: of fewer only the same are copies
RARE = 3  # of its longest words one is in every copy: only texts that share one are compared


class Folded:
    """Claims with those that they are near copies of: same speaker's side, same stance, nearly the same words."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._first: dict[str, str] = {}
        sharing: defaultdict[tuple[str, str, str], list[tuple[str, frozenset[str]]]] = defaultdict(list)
        for claim in claims:
            words = frozenset(WORD.findall(claim.text.casefold()))
            keys = [(claim.stance, _side(claim), word) for word in sorted(words, key=lambda w: (-len(w), w))[:RARE]]
            earlier = (first for key in keys for first, others in sharing[key] if _alike(words, others))
            self._first[claim.id] = next(earlier, claim.id)
            if self._first[claim.id] == claim.id:
                for key in keys:
                    sharing[key].append((claim.id, words))

    def of(self, claim_id: str) -> str:
        """The first claim that this one is a near copy of: itself where there is none."""
        return self._first.get(claim_id, claim_id)


def _side(claim: Claim) -> str:
    if claim.speaker is None:
        return ""
    return claim.speaker.side or claim.speaker.name


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    if min(len(one), len(other)) < FEWEST or _figures(one) != _figures(other):
        return one == other
    return len(one & other) >= ALIKE * len(one | other)


def _figures(words: frozenset[str]) -> set[str]:
    """Two texts with other figures tell two things, however alike they are."""
    return {word for word in words if word[0].isdigit()}
