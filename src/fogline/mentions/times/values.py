"""TIMEX3 values and the days they cover."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

__all__ = [
    "add_months", "division_days", "duration_timex", "month_days", "moved_by", "off_calendar", "part_of", "reach_of",
    "season_of", "week_days", "week_timex", "year_days",
]  # fmt: skip

_DATE_CODES: Final[dict[str, tuple[int, str]]] = {
    "century": (100, "Y"), "decade": (10, "Y"), "year": (1, "Y"), "quarter": (3, "M"), "month": (1, "M"),
    "fortnight": (2, "W"), "week": (1, "W"), "weekend": (2, "D"), "day": (1, "D"), "night": (1, "D"),
}  # fmt: skip
_TIME_CODES: Final[dict[str, str]] = {"hour": "H", "minute": "M", "second": "S"}
# Half of a unit in whole smaller ones: ISO 8601 allows P0.5Y, but P6M sorts and compares.
_HALVES: Final[dict[str, str]] = {
    "year": "P6M",
    "day": "PT12H",
    "hour": "PT30M",
    "minute": "PT30S",
    "decade": "P5Y",
    "century": "P50Y",
}
_UNKNOWN_CODES: Final[dict[str, str]] = {
    "decade": "DE",
    "century": "CE",
    "quarter": "Q",
    "fortnight": "W",
    "weekend": "WE",
}
_FURTHEST_YEARS: Final = 500
# "Recent weeks" are no three months, "the past few days" no three weeks.
_REACHES: Final[dict[str, tuple[int, str]]] = {
    "day": (2, "week"), "night": (2, "week"), "week": (2, "month"), "weekend": (2, "month"),
    "fortnight": (3, "month"), "month": (1, "year"), "quarter": (2, "year"), "year": (10, "year"),
    "decade": (100, "year"), "century": (500, "year"),
}  # fmt: skip
_DIVISIONS: Final[dict[str, tuple[int, int]]] = {
    "SP": (3, 3), "SU": (6, 3), "FA": (9, 3), "WI": (12, 3), "Q1": (1, 3), "Q2": (4, 3), "Q3": (7, 3), "Q4": (10, 3),
    "H1": (1, 6), "H2": (7, 6),
}  # fmt: skip


def off_calendar(count: float, unit: str) -> bool:
    """Whether so many units lead further than reports and calendars go ("5,000 years ago")."""
    factor, code = _DATE_CODES.get(unit.removeprefix("exact "), (1, "D"))
    return abs(count) * factor / {"Y": 1, "M": 12, "W": 52, "D": 365}[code] > _FURTHEST_YEARS


def duration_timex(pieces: tuple[tuple[float | None, str], ...]) -> str:
    """The ISO 8601 duration of counted units, "X" for an unknown number: "P2Y3M", "PT90M", "PXW"."""
    if len(pieces) == 1 and pieces[0][0] == 0.5 and pieces[0][1] in _HALVES:
        return _HALVES[pieces[0][1]]
    dates, times = "", ""
    for count, unit in pieces:
        if unit in _TIME_CODES:
            times += _number(count) + _TIME_CODES[unit]
        elif count is None and unit in _UNKNOWN_CODES:
            dates += "X" + _UNKNOWN_CODES[unit]
        else:
            factor, code = _DATE_CODES[unit]
            dates += _number(count if count is None else count * factor) + code
    return f"P{dates}" + (f"T{times}" if times else "")


def _number(count: float | None) -> str:
    return "X" if count is None else f"{count:g}" if count < 1_000_000 else str(int(count))


def add_months(day: date, months: int) -> date:
    """The same day `months` later, or the last day of a month that is too short for it."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def year_days(year: int, width: int = 1) -> tuple[date, date]:
    """First and last day of `width` years from `year`."""
    return date(max(1, year), 1, 1), date(year + width - 1, 12, 31)


def month_days(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def week_days(day: date) -> tuple[date, date]:
    """Monday and Sunday of the ISO week of `day`."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def week_timex(day: date) -> str:
    """The ISO week of `day`: "2025-W10"."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def division_days(year: int, division: str) -> tuple[date, date]:
    """First and last day of a season, quarter or half; seasons by month, winter from December into the next year."""
    month, length = _DIVISIONS[division]
    first = date(year, month, 1)
    return first, add_months(first, length) - timedelta(days=1)


def season_of(day: date, division: str, step: int) -> int:
    """The year of the division that has begun by `day` (step 0 or less) or ends after it (step 1)."""
    year = day.year
    if step > 0:
        while division_days(year - 1, division)[0] > day:
            year -= 1
        return year if division_days(year, division)[0] > day else year + 1
    while division_days(year, division)[0] > day:
        year -= 1
    return year


def part_of(part: str | None) -> str:
    """What a part of the day adds to the value of its day."""
    if part is None:
        return ""
    return "TNI" if part == "overnight" else f"T{part}"


def moved_by(day: date, count: float, unit: str) -> date:
    """The day so many units later, or earlier; hours back are the day before."""
    whole = round(count)
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
    if unit in months:
        return add_months(day, round(count * months[unit]))
    days = {"week": 7, "fortnight": 14, "weekend": 7}
    if unit in {"hour", "minute", "second"}:
        return day - timedelta(days=1) if count < 0 and unit == "hour" else day
    return day + timedelta(days=whole * days.get(unit, 1))


def reach_of(day: date, unit: str, sign: int) -> date:
    """The farthest day that uncounted units reach: whoever goes farther counts in the next larger unit."""
    count, larger = _REACHES.get(unit, (1, "day"))
    return moved_by(day, sign * count, larger)
