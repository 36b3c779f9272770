"""When an undated report can have been written, judged by the dates in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from fogline.mentions.times.dateline import in_dateline, on_own_line
from fogline.mentions.times.direction import direction
from fogline.records.mentions import TimeRange

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fogline.records.documents import Document
    from fogline.records.mentions import TimeMention
    from fogline.records.naming import DatedFact

__all__ = ["publication_window"]

_THIS_YEAR: Final = re.compile(r"(?i)\b(?:this|of this) year$")
_ENDS: Final = frozenset({"ON_OR_BEFORE", "BEFORE"})


@dataclass(frozen=True, slots=True)
class _Window:
    earliest: date | None = None
    latest: date | None = None

    def within(self, earliest: date | None, latest: date | None) -> _Window:
        """The part of both."""
        low = max((day for day in (self.earliest, earliest) if day is not None), default=None)
        high = min((day for day in (self.latest, latest) if day is not None), default=None)
        return _Window(low, high)

    def meets(self, earliest: date | None, latest: date | None) -> bool:
        """Whether the two have a day in common; where not, what the text dates itself counts for more."""
        both = self.within(earliest, latest)
        return both.earliest is None or both.latest is None or both.earliest <= both.latest


def publication_window(
    document: Document, mentions: Sequence[TimeMention], facts: Sequence[DatedFact] = ()
) -> TimeRange | None:
    """The days on which an undated report can have been written: None for a dated one, or where nothing tells.

    The latest event that it tells as past is the first day, the nearest date that it looks ahead to the last; a
    dateline settles both, "this year" ends with its year, and `facts` narrow what the dates leave.
    """
    if document.published_at is not None:
        return None
    window = _dateline(document, mentions) or _from_dates(document, mentions)
    for facts_of_words in _told(document.text, facts):
        window = _narrowed(window, facts_of_words)
    if window.earliest is None and window.latest is None:
        return None
    earliest = None if window.earliest is None else window.earliest.isoformat()
    latest = None if window.latest is None else window.latest.isoformat()
    return TimeRange(f"{earliest or '..'}/{latest or '..'}", earliest, latest, "vague", "inferred")


def _told(text: str, facts: Sequence[DatedFact]) -> list[list[DatedFact]]:
    """The facts whose words the report uses, those of the same words together; the latest beginnings come first.

    So a title of today outweighs one of years ago that the report still gives to somebody in its background.
    """
    told: dict[str, list[DatedFact]] = {}
    for fact in facts:
        if fact.words in told or re.search(rf"(?<!\w){re.escape(fact.words)}(?!\w)", text, re.IGNORECASE):
            told.setdefault(fact.words, []).append(fact)
    return sorted(told.values(), key=lambda those: min(fact.earliest or "" for fact in those), reverse=True)


def _narrowed(window: _Window, facts: Sequence[DatedFact]) -> _Window:
    """The window with what one of the facts leaves of it: from the first beginning to the last end that fit."""
    fitting = [fact for fact in facts if window.meets(_day(fact.earliest), _day(fact.latest))]
    if not fitting:
        return window
    first = None if any(fact.earliest is None for fact in fitting) else min(fact.earliest or "" for fact in fitting)
    last = None if any(fact.latest is None for fact in fitting) else max(fact.latest or "" for fact in fitting)
    return window.within(_day(first), _day(last))


def _dateline(document: Document, mentions: Sequence[TimeMention]) -> _Window | None:
    for mention in mentions:
        day = _day(mention.time.earliest)
        single = mention.time.precision in {"day", "minute"} and mention.time.basis == "stated"
        if single and day is not None and in_dateline(document.text, mention.span.start, mention.span.end):
            # Behind a place stands the day of writing, and copy of the evening is often published on the next.
            alone = on_own_line(document.text, mention.span.start, mention.span.end)
            return _Window(day, day if alone else day + timedelta(days=1))
    return None


def _from_dates(document: Document, mentions: Sequence[TimeMention]) -> _Window:
    """The latest past and the earliest future among the dates that the text gives in full or lets us infer."""
    past: list[date] = []
    ahead: list[date] = []
    for mention in mentions:
        time, span = mention.time, mention.span
        if time.basis not in {"stated", "inferred"} or time.is_set:
            continue
        first, last = _day(time.earliest), _day(time.latest)
        toward = direction(document.text, span.start, span.end, None)
        if time.modifier in _ENDS or toward == "future":
            ahead.extend(day for day in (last,) if day is not None and toward != "past")
        elif first is not None and not _begins(document.text, mention):
            past.append(first)
            if _THIS_YEAR.search(span.text):
                ahead.append(date(first.year, 12, 31))
    earliest = max(past, default=None)
    later = [day for day in ahead if earliest is None or day >= earliest]
    return _Window(earliest, min(later, default=None))


def _begins(text: str, mention: TimeMention) -> bool:
    """Whether the date opens something without telling that it has begun: "starting at 10 a.m. on 29 November"."""
    before = text[max(0, mention.span.start - 12) : mention.span.start].lower()
    return mention.time.modifier == "ON_OR_AFTER" and "since" not in before


def _day(bound: str | None) -> date | None:
    return None if bound is None else date.fromisoformat(bound[:10])
