"""Times as intervals of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fogline.records.mentions import TimeRange

__all__ = ["Days", "day_number", "days_of", "show_day"]

DAY = len("2025-03-16")
EARLIEST, LATEST = 1, date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Days:
    """From the day `first` to the day `last`, both included, as ordinals of the Gregorian calendar."""

    first: int
    last: int

    def meets(self, other: Days, slack: int = 0) -> bool:
        """Whether the two share a day, or come within `slack` days of each other."""
        return self.first <= other.last + slack and other.first <= self.last + slack

    def before(self, other: Days) -> bool:
        """Whether this ends before the other begins."""
        return self.last < other.first

    @property
    def length(self) -> int:
        """How many days it has."""
        return self.last - self.first + 1


def day_number(text: str | None) -> int | None:
    """The ordinal of an ISO date or date-time; None where there is none or it is no date."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text[:DAY]).toordinal()
    except ValueError:
        return None


def days_of(time: TimeRange) -> Days | None:
    """The days of a time; None where it says no day, only how long or how often."""
    first, last = day_number(time.earliest), day_number(time.latest)
    if time.is_duration or time.is_set or (first is None and last is None):
        return None
    return Days(EARLIEST if first is None else first, LATEST if last is None else last)


def show_day(day: int) -> str:
    """A day as people write it: 26 Apr 2025."""
    return date.fromordinal(day).strftime("%-d %b %Y")
