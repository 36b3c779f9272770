"""Putting neighbouring pieces together: "Thursday" + "May 2" + "1:32 PM", "April" + "last year", "May" to "July"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from fogline.mentions.times.lexing import CODES
from fogline.mentions.times.patterns import compile_classes
from fogline.mentions.times.readings import Moment, Shift, Stretch, Vague

if TYPE_CHECKING:
    from fogline.mentions.times.lexing import Lexed
    from fogline.mentions.times.readings import Reading

__all__ = ["Found", "join", "span_ranges"]

_GAP: Final = re.compile(
    compile_classes(
        "(?:COMMA? (?:ON|AT|OF|IN|DURING)? THE? (?:JUST|ABOUT)? (?:LPAR|SLASH)?"
        "|DOT|LPAR|COMMA (?:ON|AT)? ABOUT?|HYPHEN)"
    )
)
_HOUR_GAP: Final = re.compile(compile_classes("COMMA? (?:BY|FROM|AFTER|BEFORE) (?:JUST|ABOUT)?"))
_LIST_GAP: Final = re.compile(compile_classes("COMMA|DOT|HYPHEN"))
_TO_GAP: Final = re.compile(
    compile_classes(
        "(?:TO|UNTIL|THROUGH|HYPHEN|AND|OR) (?:THE? (?:(?:END|START|MID) OF|EARLY|LATE|MID HYPHEN?) THE?|THE?)"
    )
)
_EVENT_GAP: Final = re.compile(r"\s+(?:the|an?|its|their|his|her)\s+(?:[\w’'-]+\s+){1,5}?(?:of|on|in)\s+(?:the\s+)?")
_FIELDS: Final = ("year", "month", "day", "weekday", "part", "clock", "shift", "division", "width", "whole_week")


@dataclass(frozen=True, slots=True)
class Found:
    """A reading with the words it stands on, as places in the lexed text."""

    start: int
    end: int
    reading: Reading


def join(lexed: Lexed, found: list[Found]) -> list[Found]:
    """Neighbours that describe one moment together, joined left to right."""
    joined: list[Found] = []
    for piece in found:
        while joined:
            moment = _joined(lexed, joined[-1], piece)
            if moment is None:
                break
            previous = joined.pop()
            piece = Found(previous.start, _closed(lexed, previous.end, piece.end), moment)  # noqa: PLW2901
        joined.append(piece)
    return joined


def _closed(lexed: Lexed, gap: int, end: int) -> int:
    """Take in the bracket that closes one opened between the pieces."""
    opened = any(lexed.text[lexed.starts[at]] in "([" for at in range(gap, end) if lexed.starts[at] < lexed.ends[at])
    follows = end < len(lexed.codes) and lexed.text[lexed.starts[end] : lexed.ends[end]] in {")", "]"}
    return end + 1 if opened and follows else end


def _joined(lexed: Lexed, left: Found, right: Found) -> Moment | Stretch | None:
    gap = lexed.codes[left.end : right.start]
    if (counted := _from_event(lexed, left, right)) is not None:
        return counted
    if gap and not _GAP.fullmatch(gap) and not (_HOUR_GAP.fullmatch(gap) and _is_hour(right.reading)):
        return None
    if isinstance(left.reading, Stretch) or isinstance(right.reading, Stretch):
        return _hours_of_day(left.reading, right.reading)
    if not isinstance(left.reading, Moment) or not isinstance(right.reading, Moment):
        return None
    if gap and CODES["COMMA"] in gap and not left.reading.is_date and not right.reading.is_date:
        return None  # "at dawn, at noon": two times of day
    bracket = any(mark in lexed.text[lexed.ends[left.end - 1] : lexed.starts[right.start]] for mark in "([")
    return _merged(left.reading, right.reading, bracket, bool(gap) and bool(_LIST_GAP.fullmatch(gap)))


def _from_event(lexed: Lexed, left: Found, right: Found) -> Moment | None:
    """Three months after "the truce of" 1 December: the date of the event is what is counted from."""
    moment, day = left.reading, right.reading
    if not isinstance(moment, Moment) or not isinstance(day, Moment) or moment.shift is None or not left.end:
        return None
    fine = _is_day(day) or (day.month is not None and moment.shift.unit in {"month", "year"})
    if moment.shift.anchor != "event" or moment.shift.base is not None or not fine or _is_event(day):
        return None
    between = lexed.text[lexed.ends[left.end - 1] : lexed.starts[right.start]]
    return replace(moment, shift=replace(moment.shift, base=day)) if _EVENT_GAP.fullmatch(between) else None


def _is_hour(reading: Reading) -> bool:
    return isinstance(reading, Moment) and not reading.is_date and (reading.clock or reading.part) is not None


def _hours_of_day(left: Reading, right: Reading) -> Stretch | None:
    """Tuesday + from 2 to 4 p.m., either way round."""
    stretch, day = (left, right) if isinstance(left, Stretch) else (right, left)
    if not isinstance(stretch, Stretch) or not isinstance(day, Moment) or not _is_day(day):
        return None
    if stretch.left.is_date or stretch.right.is_date or day.clock is not None:
        return None
    return Stretch(replace(day, clock=stretch.left.clock), replace(day, clock=stretch.right.clock))


def _merged(left: Moment, right: Moment, bracket: bool, listed: bool) -> Moment | None:
    """One moment from two that do not contradict each other by their kinds; None keeps them apart."""
    if left.narrative or right.narrative or left.width or right.width:
        return None
    if (
        left.shift is not None
        and left.shift.anchor == "event"
        and left.shift.base is None
        and right.is_date
        and not _is_event(right)
    ):
        return None if listed or bracket else replace(left, shift=replace(left.shift, base=right))
    if bracket and (restated := _restated(left, right)) is not None:
        return restated
    if not _complementary(left, right):
        return None
    if listed and _both_dates(left, right) and not (_names_day(left) and right.month):
        return None
    if right.shift is not None and right.shift.unit == "week" and left.month is not None:
        return left  # "June 13, this week": the date says all
    if left.shift is not None and left.shift.unit == "day" and right.day is not None and right.month is not None:
        return replace(right, part=right.part or left.part)  # "this morning, 16 August": so does it here
    values = {
        name: getattr(left, name) if getattr(left, name) is not None else getattr(right, name) for name in _FIELDS
    }
    return Moment(**values, toward=left.toward or right.toward)


def _is_event(moment: Moment) -> bool:
    """Whether it counts from an event of its own: "the weeks before the war and the days after the coup"."""
    return moment.shift is not None and moment.shift.anchor == "event"


def _both_dates(left: Moment, right: Moment) -> bool:
    return left.is_date and right.is_date


def _restated(left: Moment, right: Moment) -> Moment | None:
    """What stands in brackets behind a looser expression settles it: "yesterday (July 21)", "15:00 (1200 GMT)"."""
    if left.clock and right.clock and not right.is_date:
        return replace(left, clock=right.clock if right.clock.zone and not left.clock.zone else left.clock)
    loose = left.weekday is not None or (left.shift is not None and left.shift.unit in {"day", "weekday"})
    if right.month is not None and loose and right.shift is None:
        return replace(right, part=right.part or left.part, clock=right.clock or left.clock)
    return None


def _names_day(moment: Moment) -> bool:
    """Whether it is a weekday, or a word such as today, that a date behind a comma explains."""
    shift = moment.shift
    return moment.weekday is not None or (shift is not None and (shift.unit, shift.anchor) == ("day", "publication"))


def _kinds(moment: Moment) -> set[str]:
    return {name for name in _FIELDS if getattr(moment, name) is not None}


# Which fields may meet: a weekday with a date or a week, a month with a year, anything dated with a time of day.
_DAYLIKE: Final = frozenset({"weekday", "day"})


def _complementary(left: Moment, right: Moment) -> bool:
    one, other = _kinds(left), _kinds(right)
    if one & other:
        return False
    hours = {"part", "clock"}
    if one <= hours or other <= hours:
        dated = (one | other) - hours
        return not dated or _is_day(left) or _is_day(right)
    if left.shift is not None or right.shift is not None:
        return _with_shift(left, right)
    if "weekday" in one or "weekday" in other:
        return bool({"day"} & (one | other)) and "weekday" in one
    return one <= {"month", "day", "part", "clock"} and other == {"year"}


def _is_day(moment: Moment) -> bool:
    return bool(_DAYLIKE & _kinds(moment)) or (moment.shift is not None and moment.shift.unit in {"day", "weekday"})


def _with_shift(left: Moment, right: Moment) -> bool:
    shifted, plain = (left, right) if left.shift is not None else (right, left)
    unit = shifted.shift.unit if shifted.shift is not None else ""
    kinds = _kinds(plain) - {"part", "clock"}
    if unit == "week":
        return kinds == {"weekday"} or (kinds >= {"day", "month"} and shifted is right)
    if unit == "year":
        return bool(kinds & {"month", "division"}) and "year" not in kinds
    if unit == "day":
        deictic = shifted.shift is not None and shifted.shift.anchor == "publication"
        return deictic and kinds >= {"day", "month"} and left is shifted
    return unit == "month" and kinds == {"day"}


def span_ranges(lexed: Lexed, found: list[Found]) -> list[Found]:
    """Pairs that "to", a dash or "between ... and" bind, as one stretch; it takes in the "from" or "between"."""
    ranges: list[Found] = []
    for piece in found:
        stretch = _stretched(lexed, ranges[-1], piece) if ranges else None
        if stretch is not None:
            ranges[-1] = stretch
        else:
            ranges.append(piece)
    return ranges


def _stretched(lexed: Lexed, left: Found, right: Found) -> Found | None:
    first, second = _now(left.reading), _now(right.reading)
    if not isinstance(first, Moment) or not isinstance(second, Moment):
        return None
    gap = lexed.codes[left.end : right.start]
    if not gap or not _TO_GAP.fullmatch(gap):
        return None
    opening = lexed.word(left.start - 1) if left.start else ""
    link = lexed.word(left.end)
    if link in {"and", "or"} and opening != "between":
        return None
    if link not in {"and", "or"} and not _alike(first, second) and opening != "from":
        return None
    start = left.start - 1 if opening in {"from", "between"} else left.start
    return Found(start, right.end, Stretch(_lent(first, second), _continued(first, second)))


def _now(reading: Reading) -> Reading:
    """Now, as the end of a stretch, is the day of publication."""
    if isinstance(reading, Vague) and reading.value == "PRESENT_REF":
        return Moment(shift=Shift(0, "day"))
    return reading


def _continued(first: Moment, second: Moment) -> Moment:
    """The right moment with what only the left one says: the date of a second time of day, the week of a weekday."""
    if second.clock is not None and not second.is_date and first.is_date:
        return replace(first, clock=second.clock, part=None)
    if second.weekday is not None and second.shift is None and first.shift is not None and first.weekday is not None:
        return replace(second, shift=first.shift)
    return second


def _alike(first: Moment, second: Moment) -> bool:
    """Whether both name the same sort of thing, so that a dash between them means a stretch of time."""
    one, other = _kinds(first), _kinds(second)
    return bool(one & other - {"shift"})


def _lent(first: Moment, second: Moment) -> Moment:
    """The left moment with what only the right one says: the year, the date of two times of day."""
    if first.year is None and first.month is not None and second.year is not None and second.month is not None:
        crossed = (first.month, first.day or 0) > (second.month, second.day or 99)
        return replace(first, year=second.year - crossed)
    if first.clock is not None and not first.is_date and second.is_date:
        return replace(second, clock=first.clock)
    if first.weekday is not None and first.shift is None and second.shift is not None and second.weekday is not None:
        return replace(first, shift=second.shift)
    return first
