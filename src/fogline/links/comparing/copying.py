"""Words that one claim has from another."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from fogline.links.comparing.matter import Matter
from fogline.links.days import MONTH, MONTHS
from fogline.links.frames import Frame
from fogline.links.verdicts import Verdict, same_party

__all__ = ["copied", "likeness"]

COPIED = 0.8  # share of the words in order; news copy that was cut or edited keeps more than that
REPRINTED = 7  # days within which like words are a reprint, whatever dates were read into them
# "As of 6:00 on 9 April", "as of April 8": the bulletins of two days have all their words but these in common.
DATED = re.compile(
    rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({MONTH})|({MONTH}) (\d{{1,2}}))\b|"
    r"\b(\d{1,2})[./](\d{1,2})[./](?:19|20)?\d\d\b"
)
SINCE = re.compile(r"\bsince(?: the)?\s+$", re.IGNORECASE)
FEWEST = 6  # words from which on such a likeness is no accident


def copied(left: Frame, right: Frame, common: Matter) -> Verdict | None:
    """`repeats` where the words of one are the words of the other."""
    if left.claim.stance != right.claim.stance or common.opposed or _of_two_states(left, right):
        return None
    soon = common.same_time or (common.gap is not None and common.gap <= REPRINTED)
    if common.place == "apart" or not soon or _figures(left) != _figures(right):
        return None
    alike = likeness(left.words.tokens, right.words.tokens)
    longest = max(len(left.words.tokens), len(right.words.tokens))
    enough = alike >= COPIED and longest >= FEWEST
    enough = enough or (alike == 1.0 and (same_party(left, right) or _like_context(left, right)))
    if enough and not _dated_apart(left, right) and not (_recalled(left) and _recalled(right)):
        return Verdict("repeats", "existence", 0.6 + 0.4 * alike, ("words",), "the same words")
    return None


def likeness(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """How many of the word pairs of the shorter text the longer one has, by the pairs of both (0 to 1)."""
    if left == right:
        return 1.0
    one, other = _pairs(left), _pairs(right)
    if not one or not other:
        return 0.0
    return len(one & other) / max(1, min(len(one), len(other))) * min(1.0, min(len(one), len(other)) / FEWEST)


@lru_cache(maxsize=16384)
def _pairs(tokens: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    return frozenset(pairwise(tokens))


def _of_two_states(left: Frame, right: Frame) -> bool:
    """Whether each names a state that the other does not: "Northland rockets hit the school", and Eastland's did."""
    one, other = left.words.states, right.words.states
    return bool(one - other) and bool(other - one)


def _dated_apart(left: Frame, right: Frame) -> bool:
    """Whether both name days of the calendar, and none in common."""
    one, other = ({_day(*found) for found in DATED.findall(frame.claim.text)} for frame in (left, right))
    return bool(one and other) and not one & other


def _day(before: str, month: str, named: str, after: str, *digits: str) -> tuple[int, int]:
    """The month and day of a date in words or digits; of two digits the one that can be no month is the day."""
    if month or named:
        return MONTHS.index(month or named) + 1, int(before or after)
    one, other = (int(digit) for digit in digits)
    return (one, other) if other > len(MONTHS) else (other, one)


def _recalled(frame: Frame) -> bool:
    """Whether a claim only tells since when something goes on: "4,000 have fallen since the invasion began"."""
    return SINCE.search(frame.claim.sentence.text[: frame.claim.start - frame.claim.sentence.start]) is not None


def _figures(frame: Frame) -> set[float]:
    """The bounds of its numbers: copies keep them, and two tolls in one phrasing are no copies."""
    return {bound for amount in frame.amounts for bound in amount.bounds}


def _like_context(left: Frame, right: Frame) -> bool:
    return likeness(left.context.tokens, right.context.tokens) >= 0.5
