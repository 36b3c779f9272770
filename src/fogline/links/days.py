"""Times as intervals of days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fogline.records.mentions import TimeRange

__all__ = ["MONTH", "MONTHS", "Days", "day_number", "days_of", "days_told", "show_day", "since_day"]

MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
SINCE = re.compile(rf"\bsince\s+(?:(\d{{1,2}})\s+)?({MONTH})\b")
MONTHS = MONTH.split("|")
DAY = len("2025-03-16")
SHORTEST_MONTH = 28
EDGE = 0.05  # of the days at either end that a title leaves out where they are many: who looks back a year later
STRAYS, APART = 0.15, 14  # of the days those that it leaves out where they lie so many days from the others
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


def since_day(text: str, said: int) -> int | None:
    """The day from which on something is so, where the words say "since 11 March": the last such before it is said."""
    found = SINCE.search(text)
    if found is None:
        return None
    told = date.fromordinal(said)
    month = MONTHS.index(found[2]) + 1
    year = told.year if (month, int(found[1] or 1)) <= (told.month, told.day) else told.year - 1
    return date(year, month, 1).toordinal() + min(int(found[1] or 1), SHORTEST_MONTH) - 1


def days_told(days: Sequence[int]) -> str:
    """The days on which claims were said, but for stragglers: "3 Apr to 9 Apr 2022"; empty where none is known."""
    if not days:
        return ""
    ordered, edge = sorted(days), int(EDGE * len(days))
    kept = _together(ordered[edge : len(ordered) - edge], int(STRAYS * len(days)))
    first, last = show_day(kept[0]), show_day(kept[-1])
    return first if first == last else f"{_short(first, last)} to {last}"


def _together(days: Sequence[int], most: int) -> Sequence[int]:
    """Days without the few at either end that lie farther from the others than these from each other, and weeks."""
    for ends in range(1, most + 1):
        for kept, gap in ((days[:-ends], days[-ends] - days[-ends - 1]), (days[ends:], days[ends] - days[ends - 1])):
            if gap > max(APART, kept[-1] - kept[0]):
                return _together(kept, most - ends)
    return days


def _short(first: str, last: str) -> str:
    """A day without the year that the last day has too."""
    return first.rsplit(" ", 1)[0] if first.rsplit(" ", 1)[1] == last.rsplit(" ", 1)[1] else first
