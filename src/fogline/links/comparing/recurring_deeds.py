"""Whether two claims are of one strike or battle: one day and one spot, or a site that is hardly hit twice."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from fogline.data.gazetteer import fold
from fogline.links.anchors import HIT_AGAIN
from fogline.links.comparing.matter import Matter
from fogline.links.comparing.meaning import coverage, near
from fogline.links.comparing.spots import names_beside_parties
from fogline.links.days import Days
from fogline.links.episodes import of_period, regions_of, sites_of, spots_of, told_days
from fogline.links.frames import Frame
from fogline.links.wording import name_terms

__all__ = ["ALIKE", "NEWS", "SOON", "WORDS", "alike", "counted_apart", "on_one_day", "one_deed", "same_spots", "timing"]

Timing = Literal["one", "near", "apart"]
NEWS = 1  # days before its saying in which a deed without a day lies
SOON, WEEK = 2, 7
ANOTHER = re.compile(
    r"\b(?:second|third|another|once (?:more|again)|new) (?:\w+ )?(?:\w+ )?(?:attack|strike|shelling|blow|raid|wave)",
    re.IGNORECASE,
)
OF_A_DAY = 10  # what a toll may grow by, times, through the day
TOLL_KINDS = frozenset({"casualties", "damage"})
RECALLED = 21  # days within which a site that is hardly hit twice is spoken of again, where a claim dates it
# How much of each other two claims say: of one spot, of one where one names a site, and of a region; all their words.
SAME_SPOT, ALIKE, REGION_TOLD, WORDS = 0.36, 0.5, 0.65, 0.75
REGION_NEAR, BARELY = 0.75, 0.4  # how near they are in meaning


def timing(left: Frame, right: Frame) -> Timing:
    """Whether two deeds lie on one day by what is told, or on days next to each other, or apart."""
    one, other = told_days(left), told_days(right)
    if one and other:
        return "one" if on_one_day(left, right) else "apart"
    if one or other:
        days, told, frame = (one, left, right) if one else (other, right, left)
        if frame.said is None or told.said is None:
            return "near"
        if any(day.length == 1 and day.first == frame.said for day in days):
            return "one"
        close = abs(frame.said - told.said) <= NEWS and any(day.meets(Days(frame.said - 1, frame.said)) for day in days)
        return "near" if close else "apart"
    if left.said is None or right.said is None:
        return "near"
    gap = abs(left.said - right.said)
    return "one" if gap == 0 else "near" if gap <= NEWS else "apart"


def on_one_day(left: Frame, right: Frame) -> bool:
    """Whether two claims tell of one day."""
    return any(_is_one(a, b) for a in told_days(left) for b in told_days(right))


def _is_one(one: Days, other: Days) -> bool:
    """Whether two told days are one; of two nights or days past, each is its own."""
    return one == other or (one.meets(other) and min(one.length, other.length) == 1)


def one_deed(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether two claims are of one strike or battle."""
    when = timing(left, right)
    if _one_site(left, right, common, when):
        return True
    return (when == "one" or _goes_on(left, right, common)) and _one_spot(left, right)


def _goes_on(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether two claims are of one battle that rages on."""
    raging = all(frame.claim.kind == "clash" and frame.claim.status == "ongoing" for frame in (left, right))
    return raging and (common.gap or 0) <= SOON


def _one_site(left: Frame, right: Frame, common: Matter, when: Timing) -> bool:
    """Whether two deeds share a site of one place that is hardly hit twice, or one of any kind on one day."""
    shared = sites_of(left) & sites_of(right)
    spots = spots_of(left), spots_of(right)
    if all(spots) and not spots[0] & spots[1]:
        return False
    together = bool(spots[0] & spots[1])
    gap = common.gap or 0
    if shared - HIT_AGAIN:
        known = bool(told_days(left)) and bool(told_days(right))
        if bool(spots[0]) != bool(spots[1]) and not alike(left, right, ALIKE):
            return False
        dated = when == "one" or bool(told_days(left) or told_days(right))
        return gap <= (SOON if not together else RECALLED if dated else WEEK) and (when != "apart" or not known)
    placed = together or bool(regions_of(left) & regions_of(right))
    return bool(shared) and when == "one" and placed and alike(left, right, ALIKE)


def _one_spot(left: Frame, right: Frame) -> bool:
    """Whether two deeds of one day are of one spot, or, where none is named, told in like words."""
    spots, sites = (spots_of(left), spots_of(right)), (sites_of(left), sites_of(right))
    if min(near(left, right)) < BARELY or (counted_apart(left, right) and not _grown_toll(left, right)):
        return False
    apart = _another(left) != _another(right) or left.words.has("repel") != right.words.has("repel")
    if apart and not alike(left, right, REGION_TOLD) and not _one_figure(left, right):
        return False
    if all(spots):
        if not same_spots(left, right):
            return False
        sited = bool(sites[0]) == bool(sites[1])
        return alike(left, right, SAME_SPOT if sited else ALIKE)
    if any(spots) or not (regions_of(left) & regions_of(right) or alike(left, right, WORDS)):
        return False
    if _named_apart(left, right) or of_period(left.claim.sentence.text) != of_period(right.claim.sentence.text):
        return False
    return alike(left, right, REGION_TOLD) and max(near(left, right)) >= REGION_NEAR


@lru_cache(maxsize=16_384)
def _says_another(text: str) -> bool:
    return ANOTHER.search(text) is not None


def _another(frame: Frame) -> bool:
    """Whether a claim tells of a second strike of its day."""
    return _says_another(frame.claim.sentence.text)


def _one_figure(left: Frame, right: Frame) -> bool:
    """Whether two claims give one number."""
    return any({*a.bounds} & {*b.bounds} for a in left.amounts for b in right.amounts if a.what & b.what)


def _grown_toll(left: Frame, right: Frame) -> bool:
    """Whether two claims of one spot and day count its dead or wounded, who are counted up through the day."""
    if not {left.claim.kind, right.claim.kind} <= TOLL_KINDS:
        return False
    low, high = sorted(max((max(a.bounds, default=0.0) for a in frame.amounts), default=0.0) for frame in (left, right))
    return high <= OF_A_DAY * low


def _named_apart(left: Frame, right: Frame) -> bool:
    """Whether both name something beside places and parties, a village that no list has, and none of it is the same."""
    one, other = (
        names_beside_parties(f) - name_terms(fold(place.name) for place in (*f.here, *f.around)) for f in (left, right)
    )
    return bool(one and other) and not one & other


def same_spots(left: Frame, right: Frame) -> bool:
    """Whether two claims name the same towns and points, some that the other names too, or share most of them."""
    one, other = spots_of(left), spots_of(right)
    return bool(one & other) and (one <= other or other <= one or 2 * len(one & other) > max(len(one), len(other)))


def alike(left: Frame, right: Frame, enough: float) -> bool:
    """Whether each of two claims says as much of the other, on average."""
    return coverage(left, right) + coverage(right, left) >= 2 * enough


def counted_apart(left: Frame, right: Frame) -> bool:
    """Whether both give numbers, and none of one is a number of the other."""
    one, other = ([amount for amount in frame.amounts if not amount.previous] for frame in (left, right))
    return bool(one and other) and not any(a.meets(b) and a.close(b) for a in one for b in other)
