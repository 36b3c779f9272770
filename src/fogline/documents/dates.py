"""Publication dates as people and machines write them."""

from __future__ import annotations

import re
from datetime import date, datetime

from fogline.errors import ItemError

__all__ = ["parse_date"]

# Reports are written in this range of years; anything else is a slip of the keyboard ("0225", "20225").
FIRST_YEAR, LAST_YEAR = 1800, 2199

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAY_FIRST = re.compile(
    r"(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s.-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})(?:,?\s.*)?", re.I
)
MONTH_FIRST = re.compile(r"(?:[a-z]+,?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:,?\s.*)?", re.I)
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
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(text).isoformat()
    except ValueError:
        return None


def _email(text: str) -> str | None:
    if ":" not in text:
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
    short = month[:3].lower()
    return _day(int(year), MONTHS.index(short) + 1, int(day)) if short in MONTHS else None


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
