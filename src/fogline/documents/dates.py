"""Publication dates as people and machines write them."""

from __future__ import annotations

import re
from datetime import date, datetime

from fogline.errors import ItemError

__all__ = ["parse_date"]

# Reports are written in this range of years; anything else is a slip of the keyboard ("0225", "20225").
FIRST_YEAR, LAST_YEAR = 1800, 2199

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
TIME = r"(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d{2}\b.*)?"  # a time in words has no zone that could be trusted: left out
DAY_FIRST = re.compile(rf"{WEEKDAY}(\d{{1,2}})(?:st|nd|rd|th)?[\s.-]+([a-z]{{3,9}})\.?,?[\s-]+(\d{{4}}){TIME}", re.I)
MONTH_FIRST = re.compile(rf"{WEEKDAY}([a-z]{{3,9}})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}}){TIME}", re.I)
EMAIL = re.compile(
    r"(?:[a-z]{3},\s+)?\d{1,2}\s+[a-z]{3}\s+\d{4}\s+\d{1,2}:\d{2}(?::\d{2})?\s+(?:[+-]\d{4}|[a-z]{1,4})", re.I
)
YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


def parse_date(written: str) -> str:
    """The ISO date, or ISO date-time where a time is written, of a full date.

    Reads ISO 8601, e-mail dates, "16 March 2025", "March 16, 2025", 2025/03/16, 16.03.2025, and 16/03/2025
    where only one order of day and month is possible. Raises ItemError (`bad_date`) for everything else: no
    half of a date is guessed.
    """
    text = " ".join(written.split())
    found = _iso(text) or _email(text) or _in_words(text) or _in_figures(text)
    if found is None:
        raise ItemError("bad_date", f"{text[:60]!r} is not a full date; write it as 2025-03-16")
    if not FIRST_YEAR <= int(found[:4]) <= LAST_YEAR:
        raise ItemError("bad_date", f"{text[:60]!r} is not in the years {FIRST_YEAR} to {LAST_YEAR}")
    return found


def _iso(text: str) -> str | None:
    if "W" in text:  # 2031-W18 is a week, which Python takes for its Monday
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(text).isoformat()
    except ValueError:
        return None


def _email(text: str) -> str | None:
    if not EMAIL.fullmatch(text):
        return None
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _in_words(text: str) -> str | None:
    if match := DAY_FIRST.fullmatch(text):
        day, month, year = match.groups()
    elif match := MONTH_FIRST.fullmatch(text):
        month, day, year = match.groups()
    else:
        return None
    short = "sep" if month.lower() == "sept" else month.lower()
    number = next((n for n, name in enumerate(MONTHS, 1) if name.startswith(short)), 0)
    return _day(int(year), number, int(day))


def _in_figures(text: str) -> str | None:
    if match := YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, match.groups())
        return _day(year, month, day)
    if match := DOTTED.fullmatch(text):
        day, month, year = map(int, match.groups())
        return _day(year, month, day)
    if match := SLASHED.fullmatch(text):
        first, second, year = map(int, match.groups())
        orders = {_day(year, second, first), _day(year, first, second)} - {None}
        return orders.pop() if len(orders) == 1 else None
    return None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
