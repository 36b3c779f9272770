"""Whom a term of abuse names: a state's name before a word for villains, "Nordofascists" are Nordland's."""

from __future__ import annotations

import re
from functools import lru_cache

from fogline.links.lexicon import lexicon

__all__ = ["abused"]

SLUR = re.compile(r"([^\W\d_]{3,}?)[aeio]?(?:fascists?|nazis?|terrorists?|bandits?|nationalists?)")
# "Neo-nazis" and "anti-terrorists" are of no state, nor are "ecoterrorists".
PREFIXES = frozenset({"neo", "ant", "anti", "eco", "narc", "narco", "cryp", "crypt", "crypto", "pro", "ultra", "ultr"})
DOING = 2  # words at the head of a claim among which stands who does it


def abused(tokens: tuple[str, ...]) -> frozenset[str]:
    """The state whose people some words abuse as those who did it: "shelled by Nordofascists"; mostly none."""
    found = (_state_of(t) for n, t in enumerate(tokens) if n < DOING or tokens[n - 1] == "by")
    return frozenset(state for state in found if state)


@lru_cache(maxsize=16384)
def _state_of(token: str) -> str | None:
    slur = SLUR.fullmatch(token)
    if slur is None or slur[1] in PREFIXES:
        return None
    named = [state for state in lexicon().state_names if state.startswith(slur[1])]
    return named[0] if len(named) == 1 else None
