"""Completing what the words leave open, from the day of publication and the days the report has named so far."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from fogline.mentions.times.days import (
    Placed,
    dated,
    day_of,
    divided,
    division_precision,
    length_timex,
    moved,
    nearest_years,
    same_day,
    uncounted,
    unit_precision,
    weekend_from,
    within,
)
from fogline.mentions.times.values import division_days, month_days, off_calendar, part_of, season_of, year_days
from fogline.mentions.times.zones import offset

if TYPE_CHECKING:
    from fogline.mentions.times.readings import Moment, Shift, Toward

__all__ = ["Timeline"]

_DAY = timedelta(days=1)
_SOON = timedelta(days=31)
_JUST_GONE = timedelta(days=60)
_FAR = timedelta(days=300)
_UNKNOWN = {"week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "year": "XXXX", "decade": "XXXX"}
_SMALL = ("hour", "minute", "second")


class Timeline:
    """Where a report stands in time: when it was published and which day it spoke of last."""

    def __init__(self, published: date | None, stated: tuple[date, ...] = ()) -> None:
        """`stated` are the days that the text itself dates in full; without publication they lend year and month."""
        self.published = published
        self.stated = stated
        self.story: date | None = None
        self.sentence = 0
        self._plan: tuple[date, int] | None = None
        self.spoken: date | None = None

    def place(self, moment: Moment, toward: Toward | None) -> Placed:
        """The moment with its open fields filled in as far as the anchors allow."""
        placed = self._date(moment, moment.toward or toward)
        if moment.whole_week and placed.first is not None:
            placed = moved(placed.first, 0, "week")
        if moment.clock is not None and moment.clock.hour == 24 and self._is_over(moment, placed, toward):
            moment = replace(moment, clock=replace(moment.clock, hour=0))
        if moment.part is not None or moment.clock is not None:
            placed = self._of_day(placed, moment)
        return placed

    def _is_over(self, moment: Moment, placed: Placed, toward: Toward | None) -> bool:
        """Whether a bare midnight is the one with which the day of publication began: "the truce ended at midnight"."""
        return not moment.is_date and toward == "past" and placed.first is not None and placed.first == self.published

    def remember(self, placed: Placed) -> None:
        """Let the story stand on the day just named; a day to come only counts in its own sentence."""
        if placed.first is None or placed.precision == "vague":
            return
        self.spoken = placed.first
        if not placed.is_day:
            return
        if self.published is not None and placed.first > self.published:
            self._plan = (placed.first, self.sentence)
        else:
            self.story = placed.first

    def _date(self, moment: Moment, toward: Toward | None) -> Placed:
        if moment.narrative:
            return self._narrative()
        if moment.shift is not None:
            return self._shifted(moment, moment.shift, toward)
        if moment.width is not None and moment.year is not None:
            return self._wide(moment.year, moment.width)
        if moment.year is not None:
            return dated(moment.year, moment, "stated")
        if moment.month is not None:
            return self._without_year(moment, toward)
        if moment.weekday is not None:
            return self._weekday(moment, toward)
        if moment.division is not None:
            return self._division(moment.division, toward)
        return self._today(moment.part == "overnight")

    def _narrative(self) -> Placed:
        day = self.story
        if day is None:
            return Placed("PAST_REF", None, None, "vague", "none")
        return Placed(day.isoformat(), day, day, "day", "relative")

    def _today(self, overnight: bool) -> Placed:
        """The day a bare time of day belongs to: the one spoken of last, else the day of publication.

        A bare "overnight" is the night before publication.
        """
        day = (self.published or self.story) if overnight else (self.story or self.published)
        if self._plan is not None and self._plan[1] == self.sentence:
            day = self._plan[0]
        if day is None:
            return Placed("XXXX-XX-XX", None, None, "day", "none")
        return Placed(day.isoformat(), day, day, "day", "relative")

    def _wide(self, year: int, width: int) -> Placed:
        timex = f"{year // 10:03d}X" if width == 10 else f"{year // 100:02d}XX"
        first, last = year_days(year, width)
        return Placed(timex, first, last, "year", "stated")

    def _without_year(self, moment: Moment, toward: Toward | None) -> Placed:
        month = moment.month or 1
        if self.published is None:
            known = self.spoken or (self.stated[-1] if self.stated else None)
            year = None if known is None else known.year
            return dated(year, moment, "inferred")
        named = [day for day in self.stated if (day.month, day.day) == (month, moment.day)]
        if named and toward != "future":
            return dated(named[-1].year, moment, "relative")
        last, coming = nearest_years(self.published, moment)
        if last is None or coming is None:
            return dated(None, moment, "none")
        ahead = _looks_ahead(self.published - last, coming - self.published, toward, moment.day is not None)
        return dated((coming if ahead else last).year, moment, "relative")

    def _weekday(self, moment: Moment, toward: Toward | None) -> Placed:
        weekday = moment.weekday or 1
        if self.published is None:
            return Placed(f"XXXX-WXX-{weekday}", None, None, "day", "none")
        back = (self.published.isoweekday() - weekday) % 7
        day = self.published - timedelta(days=back)
        if toward == "future" and (back or moment.toward == "future"):
            day += timedelta(days=7)
        return Placed(day.isoformat(), day, day, "day", "relative")

    def _division(self, division: str, toward: Toward | None) -> Placed:
        if self.published is None:
            return Placed(f"XXXX-{division}", None, None, division_precision(division), "none")
        year = season_of(self.published, division, 1 if toward == "future" else 0)
        return divided(year, division, "relative")

    def _shifted(self, moment: Moment, shift: Shift, toward: Toward | None) -> Placed:
        base = self._base(shift, toward)
        if base is None:
            return self._unanchored(moment, shift)
        if shift.unit in {"weekday", "whole", "season"}:
            return self._named(moment, base, shift)
        if shift.unit in _SMALL:
            return same_day(base, shift)
        if shift.count is None or shift.count != int(shift.count) or off_calendar(shift.count, shift.unit):
            return uncounted(base, shift)
        if shift.unit == "weekend":
            return weekend_from(base, int(shift.count), moment.toward or toward)
        exact = shift.anchor == "event" and shift.unit in {"week", "month", "year"}
        placed = moved(base, int(shift.count), f"exact {shift.unit}" if exact else shift.unit)
        return within(placed, moment)

    def _named(self, moment: Moment, base: date, shift: Shift) -> Placed:
        """Last Friday, next March, this winter: what is counted has a name."""
        if shift.unit == "weekday":
            back = (base.isoweekday() - (moment.weekday or 1)) % 7 or 7
            day = base - timedelta(days=back)
            return Placed(day.isoformat(), day, day, "day", "relative")
        if shift.unit == "season" and moment.division is not None:
            first, last = division_days(base.year - 1, moment.division)
            return divided(base.year - (first <= base <= last), moment.division, "relative")
        return self._last_or_next(moment, base, shift)

    def _base(self, shift: Shift, toward: Toward | None) -> date | None:
        if shift.anchor == "publication":
            return self.published
        if shift.anchor == "event":
            return None if shift.base is None else self.place(shift.base, toward).first
        if shift.unit in {"month", "year"} and self.spoken is not None:
            return self.spoken
        return self.story or self.published

    def _unanchored(self, moment: Moment, shift: Shift) -> Placed:
        """Without publication "April 26 of this year" is the first one after the days dated in full."""
        if moment.month is not None and shift.unit == "year" and shift.count == 0 and self.stated:
            last = max(self.stated)
            later = (
                month_days(last.year, moment.month)[1] if moment.day is None else day_of(last.year, moment)
            ) or last
            return dated(last.year + (later < last), moment, "inferred")
        if moment.weekday is not None:
            return Placed(f"XXXX-WXX-{moment.weekday}", None, None, "day", "none")
        if moment.month is not None:
            return dated(None, moment, "none")
        if shift.anchor != "publication":
            return self._from_event(shift)
        timex = _UNKNOWN.get(shift.unit, "XXXX-XX-XX")
        return Placed(timex, None, None, unit_precision(shift.unit), "none")

    def _from_event(self, shift: Shift) -> Placed:
        """So long after an event of unknown date: hours stay on the day the story is at, more is left open."""
        day = self.story or self.published
        if shift.unit in _SMALL and day is not None:
            return same_day(day, shift)
        return Placed(length_timex(shift), None, None, "vague", "none")

    def _last_or_next(self, moment: Moment, base: date, shift: Shift) -> Placed:
        ahead = moment.toward == "future"
        if moment.division is not None:
            year = season_of(base, moment.division, 1 if ahead else 0)
            if not ahead and division_days(year, moment.division)[1] >= base and (shift.count or 0) < 0:
                year -= 1
            return divided(year, moment.division, "relative")
        month = moment.month or 1
        year = base.year + (month <= base.month) if ahead else base.year - (month >= base.month)
        return dated(year, moment, "relative")

    def _of_day(self, placed: Placed, moment: Moment) -> Placed:
        """Add a part of the day or a time of day to a day."""
        if moment.clock is not None:
            value = f"T{moment.clock.hour:02d}:{moment.clock.minute:02d}"
            value += "" if moment.clock.second is None else f":{moment.clock.second:02d}"
            clock = replace(moment.clock, zone=offset(moment.clock.zone, placed.first))
            timex = value if placed.first is None and not moment.is_date else placed.timex + value
            return Placed(timex + (clock.zone or ""), placed.first, placed.last, "minute", placed.basis, clock)
        if placed.first is None or placed.last is None:
            timex = part_of(moment.part) if not moment.is_date else placed.timex + part_of(moment.part)
            return Placed(timex, None, None, "day", placed.basis)
        first, last = placed.first, placed.last
        if moment.part == "overnight" and not moment.is_date:
            first = first - _DAY
            return Placed(f"{first.isoformat()}TNI", first, last, "day", placed.basis)
        if moment.part in {"NI", "overnight"} and first == last:
            last = last + _DAY  # a night ends on the following day
        return Placed(placed.timex + part_of(moment.part), first, last, "day", placed.basis)


def _looks_ahead(back: timedelta, ahead: timedelta, toward: Toward | None, is_day: bool) -> bool:
    """Which of two years a date without one means, by how far it lies back or ahead.

    "He is sentenced on May 7" needs no future tense where that is next week, and a day just gone is not called by its
    name for the next year.
    """
    if toward == "future":
        return not (back <= _JUST_GONE and ahead > _FAR)
    if toward == "nearest":
        return ahead < back
    return toward is None and is_day and timedelta(0) < ahead <= _SOON
