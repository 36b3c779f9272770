"""When a claim counts: by when it happened, was said, was published or was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fogline.ledger.rows import Clock
from fogline.records.claims import Claim
from fogline.records.documents import Document
from fogline.records.mentions import TimeMention, TimeRange

__all__ = ["DAY", "YEAR", "Dated", "day_by", "is_guessed", "label_of", "said_on", "speaks_for", "told_time"]

TO_THE_DAY = frozenset({"minute", "hour", "day"})
DAY, MONTH, YEAR, MINUTE = 10, 7, 4, 16  # code points of an ISO date-time to show


@dataclass(frozen=True, slots=True)
class Dated:
    """A day, and by which clock it is known; None where no clock tells it. `inferred` tells that it is a guess.

    `label` is the time as precisely as it is known: a month or a year is not shown as its first day.
    """

    day: str | None
    clock: Clock | None
    inferred: bool = False
    label: str | None = None

    @property
    def shown(self) -> str | None:
        """The time as people should see it."""
        return self.label or self.day


def told_time(claim: Claim) -> TimeRange | None:
    """When a claim's event happened, as far as it says; None for no time, for durations and frequencies."""
    return _placed(claim.when)


def _placed(mention: TimeMention | None) -> TimeRange | None:
    if mention is None or mention.time.is_duration or mention.time.is_set:
        return None
    time = mention.time
    return time if time.earliest or time.latest else None


def speaks_for(claim: Claim, document: Document) -> Dated:
    """The day a claim speaks for: when it happened, else when it was said, else when it was published."""
    happened = told_time(claim)
    return said_on(claim, document) if happened is None else _dated(happened, "happened")


def said_on(claim: Claim, document: Document) -> Dated:
    """The day a claim was said, else the one on which it was published; of a guessed span of days the last.

    What was said "this summer", in a report of July, was said by the day of the report.
    """
    said = _placed(claim.said_at)
    if said is not None and not _runs_past(said, document.published_at):
        return _dated(said, "said")
    if document.published_at is None:
        return Dated(None, None)
    return Dated(document.published_at[:DAY], "published", document.published_basis == "inferred")


def _runs_past(time: TimeRange, published: str | None) -> bool:
    """Whether a time is told by the month or wider and runs on beyond the day of the report."""
    wide = time.precision not in TO_THE_DAY and published is not None
    return wide and (time.earliest or "")[:DAY] <= (published or "")[:DAY] < (time.latest or "")[:DAY]


def _dated(time: TimeRange, clock: Clock) -> Dated:
    label = None if time.precision in TO_THE_DAY else label_of(time)
    return Dated((_start(time) or "")[:DAY], clock, time.basis == "inferred", label)


def _start(time: TimeRange | None) -> str | None:
    """Where a time begins, or ends where its beginning is open or, as with "in recent weeks", vague."""
    if time is not None and time.precision == "vague" and time.modifier == "ON_OR_BEFORE":
        return time.latest or time.earliest
    return (time.earliest or time.latest) if time else None


def day_by(clock: Clock, claim: Claim, document: Document, read: Mapping[str, str] | None = None) -> str | None:
    """The day of a claim by one clock: `said` falls back on publication; `read` gives report id -> when it was read."""
    if clock == "read":
        moment = (read or {}).get(document.id)
    elif clock == "published":
        moment = document.published_at
    else:
        time = told_time(claim) if clock == "happened" else _placed(claim.said_at)
        moment = _start(time)
        if moment is None and clock == "said":
            moment = document.published_at
    return moment[:DAY] if moment else None


def is_guessed(clock: Clock, claim: Claim, document: Document) -> bool:
    """Whether the day that `day_by` gives is a guess: the last on which a report without a date can have come out."""
    if document.published_basis != "inferred" or clock not in ("said", "published"):
        return False
    return clock == "published" or _start(_placed(claim.said_at)) is None


def label_of(time: TimeRange) -> str:
    """A time as precise as it is known: a day, a month, a span of days, or an end that is open."""
    first, last = time.earliest, time.latest
    if first is None or last is None:
        return f"by {last[:DAY]}" if last else f"from {(first or '')[:DAY]}"
    if time.precision in ("minute", "hour"):
        return first[:MINUTE].replace("T", " ")
    if time.precision == "month":
        return _span(first[:MONTH], last[:MONTH])
    if time.precision == "year":
        return _span(first[:YEAR], last[:YEAR])
    return _span(first[:DAY], last[:DAY])


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"
