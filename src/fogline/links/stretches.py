"""Whether two claims are of one time or one spot: days within a fortnight, stretches of days, what stories share."""

from __future__ import annotations

from fogline.links.frames import Frame
from fogline.links.wording import IDEA, NAME

__all__ = ["FORTNIGHT", "is_place", "period", "soon", "story_spot"]

FORTNIGHT = 14  # days within which one claim may answer another
UNRANKED = 99


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
