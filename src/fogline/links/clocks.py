"""When a claim was said and when what it tells happened."""

from __future__ import annotations

from fogline.links.days import Days, days_of, since_day
from fogline.links.parties import Setting
from fogline.records.claims import Claim

__all__ = ["UNREAL", "UNREAL_STANCES", "happened_on", "said_on"]

TOLD_BEFORE = 45  # days before its report within which a saying is told as news
UNREAL_STANCES = frozenset({"demands", "warns", "promises"})
UNREAL = frozenset({"planned", "possible", "conditional"})


def said_on(claim: Claim, setting: Setting) -> int | None:
    """The day of saying; a day that is told of something else lies after the report's own or long before it."""
    told = days_of(claim.said_at.time) if claim.said_at else None
    published = setting.published
    if told is None or told.length > 1:
        return published
    if published is not None and not published - TOLD_BEFORE <= told.last <= published:
        return published
    return told.last


def happened_on(claim: Claim, setting: Setting) -> Days | None:
    """When it happened, where its own words say so; a time after the report is a plan or was read wrongly."""
    when = claim.when
    since = None if setting.published is None else since_day(claim.text, setting.published)
    if since is not None and setting.published is not None:
        return Days(since, setting.published)
    if when is None or when.derived or when.time.basis == "inferred":
        return None
    if not any(span.start <= when.span.start < span.end for span in claim.evidence):
        return None
    days = days_of(when.time)
    late = days is not None and setting.published is not None and days.first > setting.published
    return None if late and claim.status not in UNREAL and claim.stance not in UNREAL_STANCES else days
