"""The words before an expression that bend it: early, about, nearly, the end of, since, until, after."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from fogline.mentions.times.lexing import CAPITAL
from fogline.mentions.times.patterns import compile_classes
from fogline.mentions.times.readings import Length, Moment

if TYPE_CHECKING:
    from fogline.mentions.times.joining import Found
    from fogline.mentions.times.lexing import Lexed

__all__ = ["Bent", "bend", "names_event"]

_WINDOW = 6
# Words that modify, with the TIMEX3 mod they give; the longest match before the expression counts.
_MODIFIERS: Final[tuple[tuple[str, str], ...]] = (
    ("THE? END OF THE?", "END"), ("THE? START OF THE?", "START"), ("THE? MID OF THE?", "MID"),
    ("THE? EARLY (?:PART|UNITS)? OF THE?", "START"), ("THE? LATE (?:PART|UNITS)? OF THE?", "END"),
    ("JUST? MORE THAN", "MORE_THAN"), ("JUST? OVER", "MORE_THAN"), ("LESS THAN", "LESS_THAN"),
    ("NO MORE THAN", "EQUAL_OR_LESS"), ("AT LEAST", "EQUAL_OR_MORE"), ("AT MOST", "EQUAL_OR_LESS"),
    ("UP TO", "EQUAL_OR_LESS"), ("WITHIN", "EQUAL_OR_LESS"), ("(?:THE|A)? NEARLY", "LESS_THAN"), ("ABOUT", "APPROX"),
    ("(?:EARLY|EARLIER) (?:ON|IN)? THE?", "START"),
    ("(?:LATE|LATER) (?:ON|IN)? THE?", "END"),
    ("MID HYPHEN?", "MID"), ("EARLY HYPHEN", "START"), ("LATE HYPHEN", "END"),
    ("JUST AFTER", "AFTER"), ("JUST BEFORE", "BEFORE"),
)  # fmt: skip
_BEFORE: Final = tuple(
    (re.compile(compile_classes(shape.replace("NO ", "OTHER ")) + r"\Z"), mod) for shape, mod in _MODIFIERS
)
_LENGTH_ONLY = {"MORE_THAN", "LESS_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"}
_DATE_ONLY = {"START", "END", "MID", "BEFORE", "AFTER"}
_OPENINGS: Final[dict[str, str]] = {
    "since": "ON_OR_AFTER", "until": "ON_OR_BEFORE", "till": "ON_OR_BEFORE", "til": "ON_OR_BEFORE",
    "by": "ON_OR_BEFORE",
    "through": "ON_OR_BEFORE",
    "before": "BEFORE", "after": "AFTER", "starting": "ON_OR_AFTER", "beginning": "ON_OR_AFTER",
    "onward": "ON_OR_AFTER", "onwards": "ON_OR_AFTER",
}  # fmt: skip
_OPENING_PAIRS: Final[dict[tuple[str, str], str]] = {
    ("later", "than"): "ON_OR_BEFORE", ("prior", "to"): "BEFORE", ("ahead", "of"): "BEFORE",
    ("up", "to"): "ON_OR_BEFORE", ("up", "until"): "ON_OR_BEFORE", ("earlier", "than"): "ON_OR_AFTER",
}  # fmt: skip
# What goes on behind a bare date; other words name an event that goes by its date.
_PLAIN_BEHIND: Final = frozenset(
    "no not all most many some they he she it we i you when as while but because or nor if though although "
    "where which who is are was were be been has have had will would can could may might must should shall did "
    "does do said says there both none nobody nothing everyone anyone everybody neither only even still never "
    "also such came went fell left held took began made with without under per via against ".split()
)


@dataclass(frozen=True, slots=True)
class Bent:
    """A found expression with the words that modify it taken in, its TIMEX3 mod, and the side it leaves open."""

    found: Found
    modifier: str | None
    opening: str | None


def bend(lexed: Lexed, found: Found) -> Bent:
    """Read the words before and behind the expression."""
    start, modifier = _modifier(lexed, found)
    opening = _opening(lexed, start, found) if isinstance(found.reading, Moment) else None
    return Bent(type(found)(start, found.end, found.reading), modifier, opening)


def _modifier(lexed: Lexed, found: Found) -> tuple[int, str | None]:
    before = lexed.codes[max(0, found.start - _WINDOW) : found.start]
    is_length = isinstance(found.reading, Length)
    if isinstance(found.reading, Length) and found.reading.toward is not None:
        return found.start, None  # "over the past week" is not more than a week
    for shape, mod in _BEFORE:
        if mod in (_DATE_ONLY if is_length else _LENGTH_ONLY):
            continue
        match = shape.search(before)
        if match is not None:
            return found.start - (len(before) - match.start()), mod
    return found.start, None


def _opening(lexed: Lexed, start: int, found: Found) -> str | None:
    """Since, until, by, before, after: but "after Friday's attack" opens nothing, Friday is the day of the attack."""
    behind = lexed.word(found.end) if found.end < len(lexed.codes) else ""
    if behind in {"onward", "onwards"}:
        return "ON_OR_AFTER"
    at = start - 1
    if at >= 0 and lexed.word(at) in {"the", "on", "at"}:
        at -= 1
    mod = _opened_at(lexed, at)
    if mod in {"BEFORE", "AFTER"} and names_event(lexed, found):
        return None
    return mod


def _opened_at(lexed: Lexed, at: int) -> str | None:
    """What the word at `at` opens, with the one before it where it takes two: "no later than", "prior to"."""
    if at < 0:
        return None
    word = lexed.word(at)
    return _OPENINGS.get(word) or (_OPENING_PAIRS.get((lexed.word(at - 1), word)) if at else None)


def names_event(lexed: Lexed, found: Found) -> bool:
    """Whether the day names what happened on it: "after the 5 May raid", but not "after 5 May no convoy came"."""
    behind = lexed.word(found.end) if found.end < len(lexed.codes) else ""
    if lexed.word(found.start) in {"the", "a"} or behind in {"'", "’"}:
        return True
    if lexed.codes[found.end : found.end + 1] not in {"x", "X"}:
        return False
    return not behind.endswith("ed") and behind not in _PLAIN_BEHIND and not _is_subject(lexed, found.end)


def _is_subject(lexed: Lexed, at: int) -> bool:
    """Whether a name begins a clause of its own there: "after 5 May Goma was quiet"."""
    named = lexed.codes[at] == CAPITAL and at + 1 < len(lexed.codes)
    return named and lexed.word(at + 1) in _PLAIN_BEHIND
