"""Why two numbers of one thing need not exclude each other: one is a part of the other, or of a longer time."""

from __future__ import annotations

import re

from fogline.links.amounts import Amount
from fogline.links.comparing.matter import Matter
from fogline.links.comparing.tallying import of_a_period
from fogline.links.frames import Frame

__all__ = ["explained"]

SOME_OF = re.compile(r"\b(one|two|three|four|five|six|seven|eight|nine|ten) of (?:them|whom)\b", re.IGNORECASE)
WORTH = {word: at for at, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}
TOLLS = frozenset({"kill", "wound", "missing", "displaced"})


def explained(left: Frame, pair: tuple[Amount, Amount], right: Frame, common: Matter) -> bool:
    """Whether two numbers of two parties can both be, though they differ."""
    spans = bool(TOLLS & pair[0].what) and common.story and of_a_period(left) != of_a_period(right)
    return spans or _made_up(left, pair, right)


def _made_up(left: Frame, pair: tuple[Amount, Amount], right: Frame) -> bool:
    """Whether one number is the other without those that a claim tells apart: seven, one a policeman, and six."""
    more, frame = (pair[0], left) if pair[0].high > pair[1].high else (pair[1], right)
    less = pair[1] if more is pair[0] else pair[0]
    parts = {WORTH[word.lower()] for word in SOME_OF.findall(frame.claim.text)}
    return more.high - less.high in parts | {amount.high for amount in frame.amounts if amount.part}
