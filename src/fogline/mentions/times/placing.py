"""From a reading to the interval that is kept: values, bounds, open ends, modifiers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from fogline.mentions.times.days import length_timex
from fogline.mentions.times.readings import Frequency, Length, Moment, Stretch, Vague
from fogline.mentions.times.values import add_months, duration_timex, moved_by, off_calendar, reach_of
from fogline.records.mentions import TimeRange

if TYPE_CHECKING:
    from fogline.mentions.times.context import Bent
    from fogline.mentions.times.days import Placed
    from fogline.mentions.times.readings import Shift, Toward
    from fogline.mentions.times.timeline import Timeline

__all__ = ["Placer"]

_DAY = timedelta(days=1)
_WITHIN_DAY = frozenset({"AFTER", "BEFORE", "ON_OR_BEFORE"})


class Placer:
    """Turns readings into intervals, in the order of the text."""

    def __init__(self, timeline: Timeline) -> None:
        """`timeline` remembers the days named so far."""
        self.timeline = timeline

    def range_of(self, bent: Bent, toward: Toward | None, sentence: int) -> TimeRange:
        """The interval an expression stands for; `sentence` is the one it stands in."""
        self.timeline.sentence = sentence
        reading = bent.found.reading
        if isinstance(reading, Frequency):
            return TimeRange(reading.timex, None, None, "vague", "none", bent.modifier, is_set=True)
        if isinstance(reading, Vague):
            return self._vague(reading)
        if isinstance(reading, Length):
            return self._length(reading, bent.modifier)
        if isinstance(reading, Stretch):
            return self._stretch(reading, toward)
        return self._moment(reading, bent, toward)

    def _vague(self, vague: Vague) -> TimeRange:
        """Recent weeks end with the day of publication, the coming days begin with it; now is that day."""
        published = self.timeline.published
        if vague.unit is not None:
            return _uncounted(vague, vague.unit, published)
        day = None if published is None else published.isoformat()
        earliest = None if vague.value == "PAST_REF" else day
        latest = None if vague.value == "FUTURE_REF" else day
        return TimeRange(vague.value, earliest, latest, "vague", "none" if day is None else "relative")

    def _length(self, length: Length, modifier: str | None) -> TimeRange:
        timex = duration_timex(length.pieces)
        if length.high is not None:
            timex += "/" + duration_timex(((length.high, length.pieces[0][1]),))
        published = self.timeline.published
        far_off = off_calendar(length.pieces[0][0] or 0, length.pieces[0][1])
        if length.toward is None or published is None or far_off:
            return TimeRange(timex, None, None, "vague", "none", modifier, is_duration=True)
        count, unit = length.pieces[0]
        if count is None:
            return _uncounted(Vague("PAST_REF" if length.toward == "past" else "FUTURE_REF"), unit, published)
        if unit == "quarter":
            return _quarters(published, round(count), length.toward, timex)
        far = moved_by(published, count if length.toward == "future" else -count, unit)
        first, last = sorted((published, far))
        return TimeRange(timex, first.isoformat(), last.isoformat(), "vague", "relative", modifier)

    def _stretch(self, stretch: Stretch, toward: Toward | None) -> TimeRange:
        right = self.timeline.place(stretch.right, toward)
        left = self.timeline.place(_before(stretch, right), toward)
        if _crossed(left, right):
            right = self.timeline.place(_later(stretch.right, left), toward)
        if _crossed(left, right):
            return TimeRange(f"{left.timex}/{right.timex}", None, None, right.precision, "none")
        self.timeline.remember(right)
        basis = "stated" if left.basis == right.basis == "stated" else right.basis
        return TimeRange(f"{left.timex}/{right.timex}", _earliest(left), _latest(right), right.precision, basis)

    def _runs_ahead(self, shift: Shift, placed: Placed, toward: Toward | None) -> bool:
        """Whether "two days later" would lie behind publication without looking ahead: then its anchor is unknown."""
        published = self.timeline.published
        if shift.anchor != "narrative" or not shift.count or published is None or placed.first is None:
            return False
        return toward != "future" and placed.first > published

    def _part_of_day(self, placed: Placed, modifier: str) -> TimeRange:
        """Before dawn, after 3 p.m., by noon: a part of that day, not all time on that side of it."""
        earliest, latest = _earliest(placed), _latest(placed)
        if placed.clock is not None and placed.first is not None:
            if modifier == "AFTER":
                latest = placed.first.isoformat()
            else:
                earliest = placed.first.isoformat()
        return TimeRange(placed.timex, earliest, latest, placed.precision, placed.basis, modifier)

    def _moment(self, moment: Moment, bent: Bent, toward: Toward | None) -> TimeRange:
        placed = self.timeline.place(moment, toward)
        if moment.shift is not None and self._runs_ahead(moment.shift, placed, toward):
            return TimeRange(length_timex(moment.shift), None, None, "vague", "none", "AFTER")
        self.timeline.remember(placed)
        modifier = bent.opening or bent.modifier
        if placed.basis == "none" and placed.timex.startswith("P") and moment.shift is not None:
            side = "AFTER" if moment.shift.sign > 0 else "BEFORE"
            return TimeRange(placed.timex, None, None, "vague", "none", side, is_duration=True)
        earliest, latest = _earliest(placed), _latest(placed)
        if "T" in placed.timex and placed.first is not None and modifier in _WITHIN_DAY:
            return self._part_of_day(placed, modifier)
        if modifier in {"ON_OR_AFTER", "AFTER"}:
            earliest, latest = _beyond(placed, modifier), None
        elif modifier in {"ON_OR_BEFORE", "BEFORE"}:
            ends = bent.modifier == "END"  # "before the end of the month" is within it
            earliest, latest = None, _latest(placed) if ends else _short_of(placed, modifier)
        return TimeRange(placed.timex, earliest, latest, placed.precision, placed.basis, modifier)


def _uncounted(vague: Vague, unit: str, published: date | None) -> TimeRange:
    """So many units before or after publication that nobody counts, as far as one would still speak of that unit."""
    past = vague.value == "PAST_REF"
    timex, side = duration_timex(((None, unit),)), "ON_OR_BEFORE" if past else "ON_OR_AFTER"
    if published is None:
        return TimeRange(timex, None, None, "vague", "none", side)
    near = moved_by(published, -1 if past else 1, unit) if vague.gone else published
    first, last = sorted((near, reach_of(published, unit, -1 if past else 1)))
    return TimeRange(timex, first.isoformat(), last.isoformat(), "vague", "relative", side)


def _quarters(published: date, count: int, toward: Toward, timex: str) -> TimeRange:
    """Whole quarters of the calendar: the last two end with the one before this."""
    start = date(published.year, (published.month - 1) // 3 * 3 + 1, 1)
    start = add_months(start, 3 if toward == "future" else -3 * count)
    end = add_months(start, 3 * count) - _DAY
    return TimeRange(timex, start.isoformat(), end.isoformat(), "quarter", "relative")


def _crossed(left: Placed, right: Placed) -> bool:
    return left.first is not None and right.last is not None and left.first > right.last


def _later(right: Moment, left: Placed) -> Moment:
    """The right end in the first year that lies behind the left one."""
    if left.first is None or right.month is None or right.year is not None:
        return right
    behind = (right.month, right.day or 31) < (left.first.month, left.first.day)
    return replace(right, year=left.first.year + behind, shift=None)


def _before(stretch: Stretch, right: Placed) -> Moment:
    """The left end with the year of the right one, or the year before where it would lie behind it."""
    left = stretch.left
    if left.month is None or left.year is not None or left.shift is not None or right.first is None:
        return left
    crossed = (left.month, left.day or 1) > (right.first.month, right.first.day)
    return Moment(year=right.first.year - crossed, month=left.month, day=left.day, part=left.part, clock=left.clock)


def _time(placed: Placed) -> str:
    if placed.clock is None:
        return ""
    clock = placed.clock
    return f"T{clock.hour % 24:02d}:{clock.minute:02d}" + (clock.zone or "")


def _on(day: date | None, placed: Placed) -> str | None:
    """The day with the time of day; 24:00 is the first minute of the next day."""
    if day is None:
        return None
    if placed.clock is not None and placed.clock.hour == 24:
        day = day + _DAY
    return day.isoformat() + _time(placed)


def _earliest(placed: Placed) -> str | None:
    return _on(placed.first, placed)


def _latest(placed: Placed) -> str | None:
    return _on(placed.last, placed)


def _beyond(placed: Placed, modifier: str) -> str | None:
    """Where "since" begins; "after" a whole day, month or year begins on the next day."""
    if modifier == "ON_OR_AFTER" or placed.clock is not None or placed.last is None:
        return _earliest(placed)
    return (placed.last + _DAY).isoformat()


def _short_of(placed: Placed, modifier: str) -> str | None:
    if modifier == "ON_OR_BEFORE" or placed.clock is not None or placed.first is None:
        return _latest(placed)
    return (placed.first - _DAY).isoformat()
