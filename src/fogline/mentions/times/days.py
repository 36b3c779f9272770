"""Places on the calendar: days, weeks, months, seasons and years, counted from a day or put together from parts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from fogline.mentions.times.values import (
    add_months,
    division_days,
    duration_timex,
    month_days,
    off_calendar,
    reach_of,
    week_days,
    week_timex,
    year_days,
)

if TYPE_CHECKING:
    from fogline.mentions.times.readings import Clock, Moment, Shift, Toward
    from fogline.records.mentions import TimeBasis, TimePrecision

__all__ = [
    "Placed",
    "dated",
    "day_of",
    "divided",
    "division_precision",
    "length_timex",
    "moved",
    "nearest_years",
    "same_day",
    "uncounted",
    "unit_precision",
    "weekend_from",
    "within",
]  # fmt: skip

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Placed:
    """A moment on the calendar: its value, first and last day (None where unknown), and a time of day."""

    timex: str
    first: date | None
    last: date | None
    precision: TimePrecision
    basis: TimeBasis
    clock: Clock | None = None

    @property
    def is_day(self) -> bool:
        """Whether it names one day, which the story then stands on."""
        return self.first is not None and self.precision in {"day", "hour", "minute"}


def nearest_years(day: date, moment: Moment) -> tuple[date | None, date | None]:
    """The last time that month or day has come by `day`, and the next time that it has not passed."""
    around = [day_of(year, moment) for year in range(day.year - 8, day.year + 9)]
    first = [found for found in around if found is not None]
    last = max((found for found in first if found <= day), default=None)
    return last, min((found for found in first if _end(found, moment) >= day), default=None)


def _end(first: date, moment: Moment) -> date:
    return first if moment.day is not None else month_days(first.year, first.month)[1]


def day_of(year: int, moment: Moment) -> date | None:
    """The day that year, month and day name, or None where the calendar has no such day."""
    try:
        return date(year, moment.month or 1, moment.day or 1)
    except ValueError:
        return None


def dated(year: int | None, moment: Moment, basis: TimeBasis) -> Placed:
    """A year, month or day; a day that does not exist ("30 February") stays without an interval."""
    if moment.division is not None and year is not None:
        return divided(year, moment.division, basis)
    head = "XXXX" if year is None else f"{year:04d}"
    if moment.month is None:
        first, last = year_days(year) if year is not None else (None, None)
        return Placed(head, first, last, "year", basis)
    timex = f"{head}-{moment.month:02d}" + ("" if moment.day is None else f"-{moment.day:02d}")
    precision: TimePrecision = "month" if moment.day is None else "day"
    if year is None:
        return Placed(timex, None, None, precision, "none")
    if moment.day is None:
        return Placed(timex, *month_days(year, moment.month), precision, basis)
    day = day_of(year, moment)
    return Placed(timex, day, day, precision, basis if day is not None else "none")


def divided(year: int, division: str, basis: TimeBasis) -> Placed:
    """A season, quarter or half of a year."""
    return Placed(f"{year:04d}-{division}", *division_days(year, division), division_precision(division), basis)


def division_precision(division: str) -> TimePrecision:
    """How precise a part of a year is."""
    return "season" if division in {"SP", "SU", "FA", "WI", "H1", "H2"} else "quarter"


def unit_precision(unit: str) -> TimePrecision:
    """How precise one of these units is."""
    precisions: dict[str, TimePrecision] = {"week": "week", "weekend": "week", "month": "month", "year": "year"}
    return precisions.get(unit, "day")


def moved(base: date, count: int, unit: str) -> Placed:
    """The day, week, month or year that lies `count` units from the one `base` is in."""
    if unit == "day":
        day = base + timedelta(days=count)
        return Placed(day.isoformat(), day, day, "day", "relative")
    if unit.startswith("exact "):
        months = {"exact month": 1, "exact year": 12}.get(unit, 0)
        day = add_months(base, count * months) if months else base + timedelta(weeks=count)
        return Placed(day.isoformat(), day, day, "day", "relative")
    if unit in {"week", "fortnight"}:
        day = base + timedelta(weeks=count * (2 if unit == "fortnight" else 1))
        return Placed(week_timex(day), *week_days(day), "week", "relative")
    if unit == "quarter":
        day = add_months(base, 3 * count)
        return divided(day.year, f"Q{(day.month + 2) // 3}", "relative")
    if unit == "month":
        day = add_months(base, count)
        return Placed(f"{day.year:04d}-{day.month:02d}", *month_days(day.year, day.month), "month", "relative")
    width = {"decade": 10, "century": 100}.get(unit, 1)
    if width == 1:
        return Placed(f"{base.year + count:04d}", *year_days(base.year + count), "year", "relative")
    start = base.year // width * width + count * width
    timex = f"{start // 10:03d}X" if width == 10 else f"{start // 100:02d}XX"
    return Placed(timex, *year_days(start, width), "year", "relative")


def within(placed: Placed, moment: Moment) -> Placed:
    """A weekday of the shifted week, a month, day or season of the shifted year."""
    if placed.first is None:
        return placed
    if moment.weekday is not None and placed.precision == "week":
        day = week_days(placed.first)[0] + timedelta(days=moment.weekday - 1)
        return Placed(day.isoformat(), day, day, "day", "relative")
    if moment.day is not None and moment.month is None and placed.precision == "month":
        fields = type(moment)(month=placed.first.month, day=moment.day)
        return dated(placed.first.year, fields, "relative")
    if placed.precision == "year" and (moment.month is not None or moment.division is not None):
        return dated(placed.first.year, moment, "relative")
    return placed


def length_timex(shift: Shift) -> str:
    """The duration between an event and what is said to happen before or after it."""
    return duration_timex(((None if shift.count is None else abs(shift.count), shift.unit),))


def same_day(day: date, shift: Shift) -> Placed:
    """Minutes and hours later is the same day; "hours later" is a time of day that is not known."""
    timex = f"{day.isoformat()}TXX:XX" if shift.count is None and shift.unit == "hour" else length_timex(shift)
    return Placed(timex, day, day, "hour", "relative")


def uncounted(base: date, shift: Shift) -> Placed:
    """A few days later, a year and a half ago: on that side of the anchor, roughly so far."""
    if shift.count is not None and off_calendar(shift.count, shift.unit):
        return Placed(length_timex(shift), None, None, "vague", "none")
    if shift.count is None:
        first, last = sorted((base, reach_of(base, shift.unit, shift.sign)))
        return Placed(length_timex(shift), first, last, "vague", "relative")
    months = {"year": 12, "decade": 120, "century": 1200, "quarter": 3}.get(shift.unit)
    if months is not None:
        day = add_months(base, round(shift.count * months))
        return Placed(f"{day.year:04d}-{day.month:02d}", *month_days(day.year, day.month), "month", "relative")
    day = base + timedelta(days=round(shift.count * {"week": 7, "month": 30.5}.get(shift.unit, 1)))
    return Placed(day.isoformat(), day, day, "day", "relative")


def weekend_from(base: date, count: int, toward: Toward | None) -> Placed:
    """The weekend of the last Saturday that has come; a last one is over, a coming one has not begun."""
    saturday = base - timedelta(days=(base.isoweekday() - 6) % 7)
    if count < 0 and base.isoweekday() >= 6:
        saturday -= timedelta(weeks=1)
    elif count > 0 or (toward == "future" and base.isoweekday() < 6):
        saturday += timedelta(weeks=1)
    return Placed(f"{week_timex(saturday)}-WE", saturday, saturday + _DAY, "week", "relative")
