"""What a number in a claim counts for: which are no figures, which run on through a war, and the day they speak for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import TypeVar

from fogline.records.claims import Claim
from fogline.records.documents import Document
from fogline.records.mentions import QuantityMention, TimeRange
from fogline.views.dating import DAY, Dated, said_on, speaks_for, told_time

__all__ = ["begins_on", "by_event", "figure_day", "is_figure", "is_of_event", "is_running", "is_vague"]

Dates = TypeVar("Dates")
# A count that grows with the war: who tells it later tells another.
RUNNING = re.compile(
    r"\b(?:since|so far|to date|in total|a total|altogether|tolls?|as of|until now|already|overall)\b"
    r"|\b(?:ha(?:s|ve|d) (?:risen|grown|increased|reached|exceeded|passed)|rose|grew|increases?|increased|rises?) to\b"
    r"|\b(?:during|amid|throughout|over) (?:the |this )?(?:\w+ ){0,2}(?:war|invasion|conflict|siege|offensive)\b"
    r"|\bfrom the (?:beginning|start|outbreak)\b|\bwar (?:began|broke out)\b",
    re.IGNORECASE,
)
UP_TO = re.compile(r"\b(?:as of|by|until|till|up to)\s+(?:\S+\s+){0,4}?\Z", re.IGNORECASE)  # and then the time
AT_RISK = re.compile(
    r"^[^.;]{0,50}?\b(?:at risk|at stake|in danger|in jeopardy|under threat|threatened|endangered)\b", re.IGNORECASE
)
RATE = re.compile(
    r"^[^.;]{0,40}?\b(?:(?:per|every|each|a) (?:single )?(?:day|hour|minute|week|month|year)|daily)\b", re.I
)
MORE = re.compile(r"^\s*(?:more|further|additional)\b")
AVERAGE = re.compile(r"\b(?:average|mean) (?:\w+ ){0,2}$|\b(?:daily|every day),?\s*$", re.IGNORECASE)
ORDINAL = re.compile(r"(?:\d(?:st|nd|rd|th)|\b\w+(?:th|first|second|third|ths|thirds))$", re.IGNORECASE)
SUFFIX = re.compile(r"^(?:st|nd|rd|th)\b")
VAGUE = re.compile(
    r"(?:\w+ ){0,3}?(?:dozens|scores|tens|hundreds|thousands|millions|billions|many|several|few)(?: of \w+)*",
    re.IGNORECASE,
)
GAP, LONGEST = 3, 10  # days between two figures of one event, and from its first to its last


def is_figure(claim: Claim, mention: QuantityMention) -> bool:
    """Whether a number counts something: no ordinal, fraction, rate, nor what is only at risk."""
    words, sentence = mention.span.text, claim.sentence
    if mention.quantity.unit == "fraction" or ORDINAL.search(words):
        return False
    before = sentence.text[: max(0, mention.span.start - sentence.start)]
    behind = sentence.text[max(0, mention.span.end - sentence.start) :]
    if MORE.match(behind) and is_running(claim):
        return False  # "two more bodies were found: the toll has risen to 43"
    return not (SUFFIX.match(behind) or AT_RISK.match(behind) or RATE.match(behind) or AVERAGE.search(before))


def is_vague(words: str) -> bool:
    """Whether words tell an order of magnitude alone: "dozens", "millions"."""
    return VAGUE.fullmatch(words) is not None


def is_running(claim: Claim) -> bool:
    """Whether a claim counts from the beginning of something on, so that later figures take in the earlier."""
    return _runs(claim.text)


@lru_cache(maxsize=65_536)
def _runs(text: str) -> bool:
    return RUNNING.search(text) is not None


def figure_day(claim: Claim, document: Document) -> Dated:
    """The day a figure speaks for: that of the deed, of a span its last, of a running count the one it is told as of.

    A count "since February" told in May is of May: of the day as of which it is told, else of saying.
    """
    happened = told_time(claim)
    if happened is None:
        return said_on(claim, document)
    running = happened.latest is None or is_running(claim)
    if not running or _is_up_to(claim, happened):
        return _last_day(happened) or speaks_for(claim, document)
    said = said_on(claim, document)
    return said if said.day else speaks_for(claim, document)


def _is_up_to(claim: Claim, time: TimeRange) -> bool:
    """Whether a time is the day as of which a count is told."""
    if time.latest is None or claim.when is None:
        return False
    words, sentence = claim.when.span.text.casefold(), claim.sentence.text.casefold()
    pieces = sentence.split(words) if words else []
    return any(UP_TO.search(words.join(pieces[:at])) for at in range(1, len(pieces)))


def _last_day(time: TimeRange) -> Dated | None:
    """The last day of a span of days; None of a day, and of what is known by the month."""
    first, last = (time.earliest or "")[:DAY], (time.latest or "")[:DAY]
    if time.precision in ("month", "year") or not first or not last or first == last:
        return None
    return Dated(last, "happened", time.basis == "inferred", f"{first} to {last}")


def begins_on(claim: Claim) -> str | None:
    """The day on which what a figure counts began, where the claim says one: "since Sunday", "this week"."""
    happened = told_time(claim)
    if happened is None or happened.precision in ("month", "season", "quarter", "year", "vague"):
        return None
    return (happened.earliest or "")[:DAY] or None


def is_of_event(begins: str | None, day: str | None) -> bool:
    """Whether a count that runs on is of days: "risen to 16" after Thursday's strike, and not of a whole war."""
    return bool(begins and day) and 0 <= _ordinal(day or "") - _ordinal(begins or "") <= LONGEST


@lru_cache(maxsize=4096)
def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def by_event(dated: Sequence[tuple[str | None, str | None, Dates]]) -> list[list[Dates]]:
    """Figures of one place by the event they can be of: those of near days; those without a day by themselves.

    Each figure stands behind the day on which what it counts began, where that is known, and the day it speaks for.
    """
    parts: list[list[Dates]] = []
    first = last = 0
    placed = [(_ordinal(begins or day), _ordinal(day), figure) for begins, day, figure in dated if day]
    for start, day, figure in sorted(placed, key=lambda item: item[:2]):
        if not parts or start - last > GAP or day - first > LONGEST:
            parts.append([])
            first = last = start
        parts[-1].append(figure)
        last = max(last, day)
    undated = [figure for _, day, figure in dated if not day]
    return [*parts, undated] if undated else parts
