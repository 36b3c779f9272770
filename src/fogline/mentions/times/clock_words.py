"""Reading times of day and parts of the day."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from fogline.mentions.times.lexicon import NUMBERS, PARTS, TODAYS
from fogline.mentions.times.readings import Clock, Moment, Shift, Stretch

if TYPE_CHECKING:
    from collections.abc import Callable

    from fogline.mentions.times.hits import Hit
    from fogline.mentions.times.readings import Reading

__all__ = ["CLOCKS"]

_COMPOUNDS = frozenset((
    "shift", "sky", "skies", "vision", "school", "club", "train", "bus", "market", "duty", "watch", "bomber", "bombers",
    "news", "bulletin", "bulletins", "prayer", "prayers", "edition", "paper", "papers",
))  # fmt: skip
_SHOWS = frozenset(("live", "show", "news", "post", "star", "herald", "times", "edition"))
_DIGITS = re.compile(r"\d+")


def _zone(hit: Hit) -> str | None:
    word = hit.find("ZONE")
    if word is None and hit.has("TIMEW"):
        word = hit.lexed.word(hit.end - 2)
    return word


def _clock(hour: int, minute: int, second: int | None, zone: str | None) -> Moment | None:
    if hour > 24 or minute > 59:
        return None
    return Moment(clock=Clock(hour % 24, minute, second, zone))


def _numbers(hit: Hit) -> list[int]:
    words = hit.words("CLOCK", "DECIMAL", "DAY", "NUM", "FOUR", "YEAR")
    if len(words) == 1 and len(words[0]) == 4 and words[0].isdigit():
        return [int(words[0][:2]), int(words[0][2:])]
    return [int(number) for word in words for number in _DIGITS.findall(word)]


def _half_day(hit: Hit) -> Reading | None:
    numbers = _numbers(hit)
    hour, minute, second = (*numbers, 0, 0)[:3]
    if not 1 <= hour <= 24:
        return None
    mark = hit.find("AMPM") or ("pm" if hit.has("LP") else "am")
    hour = hour if hour > 12 else hour % 12 + (12 if mark == "pm" else 0)
    return _clock(hour, minute, second if len(numbers) > 2 else None, _zone(hit))


def _hours(hit: Hit) -> Reading | None:
    """From 2 to 4.30 p.m.: the mark behind the second hour holds for both, unless that would turn them round."""
    words = hit.words("CLOCK", "DECIMAL", "DAY")
    mark = hit.find("AMPM") or ("pm" if hit.has("LP") else "am")
    left, right = (_twelve(word, mark) for word in words[:2])
    if left is None or right is None:
        return None
    if (left.hour, left.minute) >= (right.hour, right.minute):
        left = replace(left, hour=left.hour % 12)
    zone = _zone(hit)
    return Stretch(Moment(clock=replace(left, zone=zone)), Moment(clock=replace(right, zone=zone)))


def _twelve(word: str, mark: str) -> Clock | None:
    hour, minute = (*(int(number) for number in _DIGITS.findall(word)), 0)[:2]
    if not 1 <= hour <= 12 or minute > 59:
        return None
    return Clock(hour % 12 + (12 if mark == "pm" else 0), minute)


def _whole_day(hit: Hit) -> Reading | None:
    if hit.has("UNITS") and "hours" not in hit.words("UNITS"):
        return None
    words = hit.words("DAY", "NUM")
    if words and (len(words[-1]) != 2 or not hit.has("COLON")):
        return None  # "3 : 1" is a score, "3 : 33" a time in text with spaced-out marks
    numbers = _numbers(hit)
    return _clock(numbers[0], numbers[1], numbers[2] if len(numbers) > 2 else None, _zone(hit))


def _hour_of_part(hit: Hit) -> Reading | None:
    """At four in the morning."""
    word, part = hit.find("CLOCK", "DAY", "NUMW") or "", PARTS[hit.find("PART") or "morning"]
    hour, minute = (NUMBERS[word], 0) if word in NUMBERS else (*(int(n) for n in _DIGITS.findall(word)), 0)[:2]
    if not 1 <= hour <= 12:
        return None
    late = part in {"AF", "EV"} or (part == "NI" and 6 <= hour < 12)
    return _clock(hour % 12 + (12 if late else 0), minute, None, None)


def _oclock(hit: Hit) -> Reading | None:
    word = hit.find("DAY", "NUMW")
    hour = None if word is None else int(word) if word.isdigit() else NUMBERS[word]
    return None if hour is None else _clock(hour, 0, None, None)


def _noon(hit: Hit) -> Reading | None:
    """Midnight ends the day that is named with it, but "after midnight" is the beginning of that day."""
    hour, minute = (int(piece) for piece in PARTS[hit.find("NOON") or "noon"].split(":"))
    if hour == 0 and not hit.preceded_by("AFTER", "PAST", "SINCE"):
        hour = 24
    return Moment(clock=Clock(hour, minute))


def _today(hit: Hit) -> Reading | None:
    """Today and its kin; capitals behind a name are a title ("Russia Today")."""
    word = hit.find("TODAY") or "today"
    if hit.preceded_by("CAPITAL") and hit.lexed.text[hit.lexed.starts[hit.start]].isupper():
        return None
    days, part = TODAYS[word]
    named = hit.find("PART")
    return Moment(shift=Shift(days, "day"), part=PARTS[named] if named else part)


def _part(hit: Hit) -> Reading | None:
    """A part of the day without a date: only with an article or a preposition, and not in a greeting."""
    part = PARTS[hit.find("PART") or "morning"]
    if hit.followed_by("HYPHEN") and hit.lexed.glued(hit.end):
        return None  # "the night-fishing ban"
    if hit.titled(_SHOWS) or (hit.followed_by("OTHER") and hit.lexed.word(hit.end) in _COMPOUNDS):
        return None
    if hit.followed_by("OF") and hit.lexed.word(hit.end - 1) in {"dawn", "dusk", "twilight", "sunset"}:
        return None  # "the dawn of a new era"
    if not hit.preceded_by("IN", "AT", "ON", "OF", "BY", "BEFORE", "AFTER", "SINCE", "UNTIL", "DURING", "THROUGH",
                           "OVER", "FROM", "INTO", "ONWARD", "EARLY", "LATE") and not _neighbour(hit):  # fmt: skip
        return None
    return Moment(part=part)


def _neighbour(hit: Hit) -> bool:
    """Whether a date or a time of day adjoins, so that the part of the day belongs to it."""
    if hit.has("THE", "EARLY", "LATE"):
        return not hit.preceded_by("FOR", "ALL")
    return hit.preceded_by("WEEKDAY", "WABBR", "CLOCK", "AMPM") or hit.followed_by("OF", "WEEKDAY")


def _hours_of_part(hit: Hit) -> Reading | None:
    if "hours" not in hit.words("UNITS"):
        return None
    named = hit.find("PART")
    return Moment(part=PARTS[named] if named else ("MO" if hit.has("EARLY") else "NI"))


CLOCKS: Final[dict[str, Callable[[Hit], Reading | None]]] = {
    "hours": _hours,
    "clock_ampm": _half_day, "clock_24": _whole_day, "clock_four": _whole_day, "hour_of_part": _hour_of_part,
    "oclock": _oclock, "noon": _noon,
    "today": _today, "part": _part, "hours_of_part": _hours_of_part,
}  # fmt: skip
