"""Lengths of time that the dates of the report contradict: "a three-year war that began in 2020", read in 2025."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fogline.flags.episodes import Told, told_parts
from fogline.flags.noted import sentence_span
from fogline.records.documents import Document
from fogline.records.mentions import TimeMention, TimeRange
from fogline.records.readings import ReportFlag
from fogline.records.sentences import Sentence

__all__ = ["odd_durations"]

DAYS = {"D": 1.0, "W": 7.0, "M": 30.44, "Y": 365.25}
PIECE = re.compile(r"(\d+(?:\.\d+)?)([DWMY])")
WIDTH = {"day": 0, "week": 6, "month": 30, "season": 91, "quarter": 91, "year": 365}
# What goes on until it is over; a truce or a tour has its length set beforehand, and may just have begun.
ENDURING = frozenset(
    "war conflict fighting battle siege occupation insurgency insurrection rebellion invasion uprising incursion "
    "hostility violence crisis standoff blockade encirclement bombardment onslaught".split()
)
COMBAT = frozenset("battle fighting combat clash hostility".split())
LONG_AGO = 3.0  # times its length: from then on words tell of something long over
ADJACENT = 1  # sentences
LEAST_DAYS = 2.0  # by which dates and length must lie apart, whatever the unit


@dataclass(frozen=True, slots=True)
class _Days:
    """A number of days as a range, both ends inclusive."""

    low: float
    high: float

    def apart(self, other: _Days) -> bool:
        return self.low > other.high + LEAST_DAYS or other.low > self.high + LEAST_DAYS


def odd_durations(
    document: Document, sentences: Sequence[Sentence], times: Sequence[TimeMention]
) -> Iterator[ReportFlag]:
    """A flag for each length that cannot be what the dates give; a length is compared with one set of dates."""
    by_sentence: dict[int, list[TimeMention]] = {}
    for time in times:
        by_sentence.setdefault(time.sentence, []).append(time)
    told = [part for s in sentences if s.index in by_sentence for part in told_parts(s, by_sentence[s.index])]
    read = _read_on(document)
    for length in told:
        if length.part == "length":
            yield from _against(length, told, read)
        elif length.part == "gap" and read is not None:
            yield from _against_previous(length, told, read)


def _against(length: Told, told: Sequence[Told], read: tuple[date, date] | None) -> Iterator[ReportFlag]:
    """1. the whole from day to day; 2. beginning and end; 3. the beginning and the day of the report."""
    stated = _stated(length.time.time)
    if stated is None:
        return
    same = sorted(
        (t for t in told if _one_episode(length, t)), key=lambda t: abs(t.sentence.index - length.sentence.index)
    )
    whole, start, end = (next((t for t in same if t.part == part), None) for part in ("whole", "start", "end"))
    if whole is not None:
        span = _whole(whole.time.time)
        if span is not None and stated.apart(span):
            yield _flag(length, (whole,), f"{_words(whole)} is {_about(span)}")
        return
    begun = _range(start.time.time) if start is not None else None
    if start is None or begun is None:
        return
    over = _range(end.time.time) if end is not None else None
    if end is not None and over is not None:
        span = _between(begun, over)
        if span.high >= 0 and stated.apart(span):
            yield _flag(length, (start, end), f"from {_words(start)} to {_words(end)} is {_about(span)}")
    elif end is None and read is not None and length.noun in ENDURING:
        yield from _until_read(length, start, stated, _between(begun, read))


def _until_read(length: Told, start: Told, stated: _Days, span: _Days) -> Iterator[ReportFlag]:
    """What began later than its length allows, or has gone on for longer, where the words do not put it in the past."""
    if span.high < 0 or not stated.apart(span):
        return
    over = length.past or (not length.lasting and span.low > LONG_AGO * stated.high)
    if stated.high < span.low and over:
        return
    yield _flag(length, (start,), f"from {_words(start)} to the day of the report is {_about(span)}")


def _against_previous(gap: Told, told: Sequence[Told], read: tuple[date, date]) -> Iterator[ReportFlag]:
    """ "His second visit in just over a month", where the sentence beside it dates the visit before."""
    stated = _stated(gap.time.time)
    for before in told:
        if before.part != "previous" or abs(before.sentence.index - gap.sentence.index) > ADJACENT:
            continue
        then = _range(before.time.time)
        span = _between(then, read) if then else None
        if stated is not None and span is not None and span.high >= 0 and stated.low > span.high + LEAST_DAYS:
            yield _flag(gap, (before,), f"the one before was on {_words(before)}, {_about(span)} earlier")
            return


def _one_episode(length: Told, other: Told) -> bool:
    """Whether both speak of one thing: the same word in one sentence, or under the same names, or none, elsewhere."""
    if other.part not in ("whole", "start", "end"):
        return False
    if other.sentence.index == length.sentence.index and {length.noun, other.noun} <= COMBAT:
        return True  # "the battle ended on Friday, after three days of fighting"
    if other.noun != length.noun:
        return False
    if other.sentence.index == length.sentence.index:
        return True
    shared = bool(length.names & other.names) or not (length.names or other.names)
    return shared and length.noun in ENDURING


def _stated(time: TimeRange) -> _Days | None:
    """The days that a length can mean; whole units are rounded up and down by those who write."""
    pieces = PIECE.findall(time.timex) if "T" not in time.timex else []
    if not pieces:
        return None
    days, unit = sum(float(count) * DAYS[u] for count, u in pieces), DAYS[pieces[-1][1]]
    low, high = (days - 1.5, days + 1.5) if unit == DAYS["D"] else (days - 0.75 * unit, days + 1.0 * unit)
    modifier = time.modifier or ""
    if modifier in ("MORE_THAN", "EQUAL_OR_MORE"):
        return _Days(0.97 * days, max(high, 1.5 * days))
    if modifier in ("LESS_THAN", "EQUAL_OR_LESS"):
        return _Days(low - 0.25 * days, 1.03 * days)
    slack = 0.25 * days if modifier == "APPROX" else 0.05 * days
    return _Days(low - slack, high + slack)


def _range(time: TimeRange) -> tuple[date, date] | None:
    """The days that a date can mean; what has no end ("since 2022") is as wide as it is precise."""
    first, last = _day(time.earliest), _day(time.latest)
    width = WIDTH.get(time.precision)
    if width is None or (first is None and last is None):
        return None
    if first is None:
        return (last - timedelta(width), last) if last else None
    if last is None or (last - first).days > width + 1:
        last = first + timedelta(width)
    return first, last


def _whole(time: TimeRange) -> _Days | None:
    """How long it is from the first to the last day, with and without the last; None where months alone are told."""
    first, last = _day(time.earliest), _day(time.latest)
    if first is None or last is None or first == last:
        return None
    days, width = (last - first).days, WIDTH.get(time.precision, 0)
    return _Days(days - 2 * width, days + 1)


def _between(start: tuple[date, date], end: tuple[date, date]) -> _Days:
    return _Days((end[0] - start[1]).days, (end[1] - start[0]).days + 1)


def _read_on(document: Document) -> tuple[date, date] | None:
    """The days on which a report can have been written."""
    last = _day(document.published_at)
    return None if last is None else (_day(document.published_from) or last, last)


def _day(moment: str | None) -> date | None:
    try:
        return date.fromisoformat(moment[:10]) if moment else None
    except ValueError:
        return None


def _words(told: Told) -> str:
    return f"“{told.time.span.text}”"


def _about(span: _Days) -> str:
    """A length in the unit that people would use."""
    days = max(0.0, (span.low + span.high) / 2)
    for unit, size, least in (("years", DAYS["Y"], 2), ("months", DAYS["M"], 2), ("weeks", 7.0, 5)):
        if days >= least * size:
            return f"about {days / size:.0f} {unit}" if unit == "weeks" else f"about {days / size:.1f} {unit}"
    return f"about {days:.0f} days"


def _flag(length: Told, dates: tuple[Told, ...], why: str) -> ReportFlag:
    spans = {sentence_span(told.sentence) for told in (length, *dates)}
    span = length.time.span
    what = f"of the {length.noun}" if length.part == "length" else f"between one {length.noun} and the next"
    return ReportFlag("duration", f"{_words(length)} {what}, but {why}", span.start, span.end, tuple(sorted(spans)))
