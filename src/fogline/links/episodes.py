"""What ties a claim to one episode of a long war: its days, its spots and sites, what its numbers run over."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Literal

from fogline.links.amounts import Amount
from fogline.links.anchors import LONG_REPORT, SITES, SPOTS
from fogline.links.days import Days
from fogline.links.frames import Frame

__all__ = ["Span", "of_period", "regions_of", "sites_of", "span_of", "spots_of", "told_days"]

Span = Literal["war", "period", "open"]  # what a count runs over: since the war began, one day or week, not said
LONGEST = 2  # days that a told day may last: a night lies on two
TOLL_DAYS = 10  # days before its saying from which on "since ..." counts more than one episode
MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
START = r"(?:start|beginning|outbreak|onset|first days?)"
WAR_WORDS = (
    r"(?:(?:full|large)[- ]scale |armed |military |brutal |russian |their |its |the |this )*"
    r"(?:war|invasion|aggression|conflict|hostilities|offensive|fighting)"
)
OF_WAR = re.compile(
    rf"\bsince (?:the )?(?:very )?{START}\b|\bsince (?:\w+ )?{WAR_WORDS}\b|\bfrom (?:the )?{START} of\b"
    rf"|\b(?:since|from|between) (?:\d{{1,2}} )?(?:{MONTH})\b(?=.{{0,16}}\b(?:to|till|until|and|through)\b)"
    rf"|\b(?:during|over|in|after) (?:the )?(?:(?:first|past|last) )?\w+ (?:months?|years?) of\b|\bsince (?:{MONTH})\b"
    rf"|\b(?:as a result of|due to|because of|by|in) (?:\w+['’]s? )?{WAR_WORDS}\b"
    r"|\b(?:combat|total|overall|general) (?:enemy )?(?:losses|casualties)\b|\baggression (?:has )?(?:already )?\w+",
    re.IGNORECASE,
)
OF_PERIOD = re.compile(
    r"\b(?:over|during|in|for|within|throughout|per) (?:the )?(?:past |last |previous |this |current )?"
    r"(?:\w+ )?(?:day|night|week|weekend|month|hours?|24 ?(?:hours|hrs)|24/7)\b"
    r"|\bdaily\b|\b(?:a|every|each|per|last|past|previous|this) (?:day|night|week|morning)\b|\btoday\b|\byesterday\b"
    rf"|\bovernight\b|\bon (?:the (?:night|morning) of )?(?:(?:{MONTH}) \d|\d{{1,2}} (?:{MONTH})\b)",
    re.IGNORECASE,
)
# What is counted anew every day: who was shelled, how many attacks were held off.
BY_DAY = frozenset({"village", "strike", "repel", "fight", "direction", "advance", "attack", "sortie"})
DAILY_KINDS = frozenset({"attack", "clash", "damage"})
RECENT = 45  # days before its saying that a date without a year may lie
DATE = re.compile(
    rf"(?<!as of )(?<!morning of )\b(?:(\d{{1,2}}) ({MONTH})|({MONTH}) (\d{{1,2}}))\b(?! and \d)", re.IGNORECASE
)
MONTHS = MONTH.split("|")
NIGHT = re.compile(r"\bnight\b|\bovernight\b", re.IGNORECASE)


def told_days(frame: Frame) -> tuple[Days, ...]:
    """The days on which what a claim tells happened, where it or its short report names them; else none."""
    day, said = frame.happened, frame.said
    if day is not None and day.length <= LONGEST:
        night = day.length == LONGEST and NIGHT.search(frame.claim.text) is not None
        last = day.last if said is None else max(day.first, min(day.last, said))
        return (Days(last, last) if night else day,)
    named = _dates(frame.claim.sentence.text, said) if said is not None else ()
    return named or (frame.setting.days if frame.setting.told < LONG_REPORT else ())


@lru_cache(maxsize=16_384)
def _dates(text: str, said: int) -> tuple[Days, ...]:
    """The days of the last weeks that a sentence names, those left out up to which it counts."""
    told = date.fromordinal(said)
    found: list[Days] = []
    for match in DATE.finditer(text):
        month = MONTHS.index((match[2] or match[3]).capitalize()) + 1
        for year in (told.year, max(1, told.year - 1)):
            day = date(year, month, 1).toordinal() + int(match[1] or match[4]) - 1
            if said - RECENT <= day <= said:
                found.append(Days(day, day))
    return tuple(found)


def spots_of(frame: Frame) -> frozenset[str]:
    """The towns and points that a claim names, else those around it."""
    own = frozenset(place.id for place in frame.here if place.precision in SPOTS)
    return own or frozenset(place.id for place in frame.around if place.precision in SPOTS)


def regions_of(frame: Frame) -> frozenset[str]:
    """The regions of the places of a claim, by the region a town lies in too."""
    places = frame.here or frame.around
    return frozenset(place.region or place.id for place in places if place.precision != "country")


def sites_of(frame: Frame) -> frozenset[str]:
    """The sites that a claim names, and in a short report, which is of one matter, those of the report."""
    around = frame.setting.anchors if frame.setting.told < LONG_REPORT else frozenset()
    return (frame.anchors | around) & SITES


def span_of(frame: Frame, amount: Amount) -> Span:
    """What a number of a claim runs over."""
    text = frame.claim.sentence.text
    if _of_war(text):
        return "war"
    if of_period(text) or (frame.claim.kind in DAILY_KINDS and amount.what & BY_DAY):
        return "period"
    return "open"


@lru_cache(maxsize=16_384)
def _of_war(text: str) -> bool:
    return OF_WAR.search(text) is not None


@lru_cache(maxsize=16_384)
def of_period(text: str) -> bool:
    """Whether a sentence tells what one day, night or week brought."""
    return OF_PERIOD.search(text) is not None
