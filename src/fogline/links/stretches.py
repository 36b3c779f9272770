"""Whether two claims are of one time or one spot: days within a fortnight, stretches of days, what stories share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from fogline.links.frames import Frame
from fogline.links.wording import IDEA, NAME

__all__ = ["FORTNIGHT", "is_place", "main_day", "period", "soon", "story_spot"]

FORTNIGHT = 14  # days within which one claim may answer another
UNRANKED = 99
FEWEST, LONGEST_DAY = 3, 2  # claims that name the day of a deed; days that it may last


def main_day(told: Sequence[Frame]) -> int | None:
    """The day on which most claims that name a day say it happened, an ordinal; None where few do or they differ."""
    named = [day.first for frame in told if (day := frame.happened) and day.length <= LONGEST_DAY]
    counts = Counter(named)
    main = min(counts, key=lambda day: (-counts[day], day), default=0)
    return main if counts[main] >= FEWEST and 2 * counts[main] > len(named) else None


def soon(left: Frame, right: Frame) -> bool:
    """Whether one is said within a fortnight of the other: a denial of weeks ago answers another strike."""
    return left.said is None or right.said is None or abs(left.said - right.said) <= FORTNIGHT


def is_place(anchor: str) -> bool:
    """Whether an anchor is a place, neither an idea nor a name."""
    return anchor[0] not in (IDEA, NAME)


def story_spot(left: Frame, right: Frame) -> str | None:
    """The town or spot that the reports of both come back to most, where there is one."""
    one, other = left.setting, right.setting
    common = {anchor for anchor in one.anchors & other.anchors if is_place(anchor)}
    return min(common, key=lambda spot: (_rank(spot, one.focus) + _rank(spot, other.focus), spot), default=None)


def _rank(spot: str, focus: tuple[str, ...]) -> int:
    return focus.index(spot) if spot in focus else UNRANKED


def period(left: Frame, right: Frame, days: int) -> int:
    """In which of many stretches of so many days the earlier of two claims lies; 0 where that is unknown."""
    told = [frame.happened.first if frame.happened else frame.said for frame in (left, right)]
    known = [day for day in told if day]
    return min(known) // days if known else 0
