"""What the words around a number make of it: a lower bound, an upper bound, both, or roughly."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache

from fogline.mentions.quantities.lexicon import alternation, lexicon
from fogline.mentions.quantities.numerals import Number

__all__ = ["Bounded", "bounded", "just_below"]

_REACH = 60  # code points before a number that can hold the longest bound phrase with its fillers
_FILLER = r"(?:(?:an?|the|another|a\s+further|further|additional|other|some|such|of|its|their|his|or\s+so)\s+)*"
_STEP = 6  # "nearly three dozen" is 30..36: a sixth below
_WHOLE = 10  # from here on a whole number is rounded to whole numbers
_RISEN = re.compile(r"\b(?:toll\b[^.;\d]{0,60}|(?:bring|take|push|put)(?:s|ing)?\s[\w\s]{0,40}|brought\s[\w\s]{0,40})$")
_GIVEN = re.compile(r"\b(?:hand|turn)(?:s|ed|ing)?\s$")
_COME = re.compile(r"\b(?:com(?:es?|ing)|came)\s$")
_KINDS = ("about", "nearly", "low", "high")


@dataclass(frozen=True, slots=True)
class Bounded:
    """A number with its bounds, and where its words begin and end in the sentence, bound words included."""

    low: float | None
    high: float | None
    approximate: bool
    start: int
    end: int


@cache
def _before() -> re.Pattern[str]:
    groups = "|".join(f"(?P<{kind}>{alternation(lexicon().bounds[kind])})" for kind in _KINDS)
    return re.compile(rf"(?:(?<![\w-])|(?<=[^\w\s]))(?:{groups})\s*{_FILLER}$")


@cache
def _after() -> re.Pattern[str]:
    kinds = ("about", "low", "high")
    groups = "|".join(f"(?P<{kind}>{alternation(lexicon().bounds[f'{kind}_after'])})" for kind in kinds)
    return re.compile(rf"\s?(?:{groups})(?!\w)")


def just_below(value: float, dozens: bool = False) -> float:
    """The low bound of "nearly `value`": half a rounding step below it, but at most a sixth.

    The rounding step is the place of the last digit that is not zero, or five of it where that digit is 5: nearly
    12,000 is at least 11,500, nearly 30 at least 25, nearly 15 at least 13. For `dozens` the step is a dozen: nearly
    three dozen is at least 30.
    """
    if value < 1:  # a share: nearly a third is at least five eighteenths
        return float(f"{value - value / _STEP:.4g}")
    step = 12.0 if dozens else _rounding_step(value)
    low = value - min(max(step / 2, 1.0 if value >= _WHOLE else 0.0), value / _STEP)
    if value < 1000:
        return float(math.ceil(low)) if value >= _WHOLE and value == int(value) else float(f"{low:.4g}")
    return float(f"{low:.3g}") if float(f"{low:.3g}") < value else low


def _rounding_step(value: float) -> float:
    step = 10.0 ** math.floor(math.log10(value))
    while step > 1e-9 and abs(value / step - round(value / step)) > 1e-9:
        step /= 10
    return step * 5 if round(value / step) % 10 == 5 else step


def bounded(lower: str, span: tuple[int, int], core_end: int, number: Number) -> Bounded:
    """`number`, standing with its unit at `span` of the lower-cased sentence, with what the words around it say.

    `core_end` is where the number itself ends: "20-plus months" has its bound between number and unit.
    """
    start, end = span
    result = Bounded(number.low, number.high, number.approximate, start, end)
    for _ in range(2):  # "up to about 30" has two
        floor = max(0, result.start - _REACH)
        match = _before().search(lower[floor : result.start])
        if match is None or _is_no_bound(match, lower[: result.start - len(match[0])]):
            break
        dozens = "dozen" in lower[start:end]
        result = _applied(match.lastgroup or "about", result, floor + match.start(), result.end, dozens)
    match = _after().match(lower, end) or _after().match(lower, core_end)
    return _applied(match.lastgroup or "about", result, result.start, max(end, match.end())) if match else result


def _is_no_bound(match: re.Match[str], before: str) -> bool:
    """Whether a bound word says something else: "the toll is up to 40" (it has risen), "came under 30 attacks", "handed
    over 18 men".
    """
    risen = match["high"] == "up to" and _RISEN.search(before)
    given = match["low"] == "over" and _GIVEN.search(before)
    return bool(risen or given or (match["high"] == "under" and _COME.search(before)))


def _applied(kind: str, so_far: Bounded, start: int, end: int, dozens: bool = False) -> Bounded:
    low, high, approximate = so_far.low, so_far.high, so_far.approximate
    if kind == "low" and low is not None:
        high = None
    elif kind == "high" and high is not None:
        low = None
    elif kind == "nearly" and high is not None and low == high and high > 0:
        low, approximate = just_below(high, dozens), True
    else:  # "about", and "up to dozens", which has no upper end to speak of
        approximate = True
    return Bounded(low, high, approximate, start, end)
