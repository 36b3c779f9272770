"""Whose ministries speak in a dispatch from a capital at war: "MOSCOW, May 2. ... the Defense Ministry said"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from fogline.packs.model import Pack
from fogline.packs.wordlists import states
from fogline.records.sentences import Sentence, Token

__all__ = ["is_bare_office", "seat_of"]

OFFICES = frozenset("ministry staff mod mfa".split())
WORDS = frozenset("the defence defense foreign interior general armed forces ministry staff of affairs mod mfa".split())
OPENING = 3  # sentences in which a dateline stands


def seat_of(sentences: Sequence[Sentence], pack: Pack) -> str | None:
    """The side of the pack from whose capital a report is dated; None where it is dated from elsewhere."""
    sides = {side.name for side in pack.sides}
    for sentence in sentences[:OPENING]:
        word = sentence.text.split(",")[0].split(" ")[0].strip("(")
        state = _capitals().get(word.lower()) if word.isupper() and len(word) > OPENING else None
        if state is not None:
            return state if state in sides else None
    return None


@cache
def _capitals() -> dict[str, str]:
    return {capital.lower(): state.name for state in states() for capital in state.capitals}


def is_bare_office(words: Sequence[Token]) -> bool:
    """Whether words name a ministry or staff and not whose: "the Defense Ministry"."""
    lower = [word.lower for word in words]
    return bool(lower) and all(word in WORDS for word in lower) and any(word in OFFICES for word in lower)
