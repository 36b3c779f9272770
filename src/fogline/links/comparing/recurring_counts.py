"""Whether two numbers that a link compares are of one episode, or of one count that runs on from day to day."""

from __future__ import annotations

import re
from math import inf

from fogline.links.amounts import Amount
from fogline.links.comparing.matter import Matter
from fogline.links.comparing.numbers import own_amounts
from fogline.links.comparing.recurring_deeds import on_one_day, one_deed
from fogline.links.episodes import regions_of, span_of, spots_of
from fogline.links.frames import Frame
from fogline.links.verdicts import Verdict, both_speak, later_of, same_party

__all__ = ["of_two_days", "one_count"]

GROWTH, DAILY_GROWTH = 1.2, 0.025  # what a running count may grow by at once, and from day to day
LARGE = 100  # from which on two near numbers of one thing are one count that runs on
FALL, ROUNDED = 0.97, 1.005  # running counts do not fall, but are rounded
NEXT, FORTNIGHT = 3, 14  # days within which a toll is told again, and within which it is said to have risen
AREA = "area"
RAISED = re.compile(
    r"\b(?:rais|ris|rose|climb|grow|grew|increas|revis|updat|reach|exceed|mount|up to|now stands|goes up)",
    re.IGNORECASE,
)
LOWERED = re.compile(
    r"\b(?:lower|cut|trim|par(?:ed|es)|slash|reduc|correct|revis|scal\w+ (?:back|down)|down (?:to|from))", re.IGNORECASE
)


def one_count(left: Frame, right: Frame, verdict: Verdict, common: Matter) -> bool:
    """Whether the two numbers that a link compares are of one episode or of one count that runs on."""
    pair = _compared(left, right, verdict)
    if pair is None or AREA in pair[0].what:
        return True  # ground is held, not counted anew
    if verdict.relation == "repeats" and not _one_figure(pair):
        return False  # a toll that moved on within a day: nothing tells which came first
    spans = {span_of(left, pair[0]), span_of(right, pair[1])}
    if spans == {"war", "period"}:
        return False
    if "period" not in spans and _runs_on(left, right, pair, common, verdict.relation):
        return True
    if "war" in spans:
        return False
    if "period" in spans:
        return _one_period(left, right, common)
    return one_deed(left, right, common) or _retold(left, right, pair, common)


def of_two_days(left: Frame, right: Frame, verdict: Verdict, common: Matter) -> bool:
    """Whether two numbers that exclude each other are what two days brought: nobody says otherwise than the other."""
    pair = _compared(left, right, verdict) if verdict.about == "number" else None
    if pair is None or not common.gap or on_one_day(left, right):
        return False
    return span_of(left, pair[0]) == span_of(right, pair[1]) == "period"


def _one_period(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether two counts of a day or week are of one and the same, and of one place."""
    return (
        (common.gap == 0 or on_one_day(left, right))
        and spots_of(left) == spots_of(right)
        and regions_of(left) == regions_of(right)
    )


def _compared(left: Frame, right: Frame, verdict: Verdict) -> tuple[Amount, Amount] | None:
    """The two numbers that a verdict names."""
    pairs = [(a, b) for a in own_amounts(left) for b in own_amounts(right)]
    return next((pair for pair in pairs if _is_told(pair[0].text, pair[1].text, verdict.note)), None)


def _is_told(one: str, other: str, note: str) -> bool:
    return any(told in note for told in (f"{one} against {other} ", f"{one}, then {other} ", f"{other}, then {one} "))


def _retold(left: Frame, right: Frame, pair: tuple[Amount, Amount], common: Matter) -> bool:
    """Whether a toll of one town is told again within days: the same telling figure, or a risen one."""
    gap = common.gap or 0
    later = later_of(left, right)
    late, early = (left, right) if later is left else (right, left)
    risen = later is not None and _high(pair[late is right]) >= _high(pair[early is right])
    if not same_party(left, right):
        return pair[0].equal(pair[1]) and gap <= NEXT and common.place == "same"
    if risen and _one_own(left, right, pair):
        return True
    told = f"{late.claim.cue.text if late.claim.cue else ''} {late.claim.text}"
    moved = RAISED.search(told) if risen else LOWERED.search(told)
    if later is not None and moved and gap <= FORTNIGHT and common.place != "apart":
        return True
    return risen and gap <= NEXT and common.place == "same" and _one_person(left, right)


def _one_own(left: Frame, right: Frame, pair: tuple[Amount, Amount]) -> bool:
    """Whether a party by name counts its own dead, which it adds up."""
    return both_speak(left, right) and "own" in (pair[0].who, pair[1].who)


def _one_person(left: Frame, right: Frame) -> bool:
    one, other = left.claim.speaker, right.claim.speaker
    return one is not None and other is not None and one.kind == other.kind == "person" and one.name == other.name


def _one_figure(pair: tuple[Amount, Amount]) -> bool:
    """Whether two numbers are one figure, however it is rounded or bound."""
    one, other = pair
    low, high = sorted((_high(one), _high(other)))
    rounded = one.approximate or other.approximate or (one.high == inf) != (other.high == inf)
    return bool({*one.bounds} & {*other.bounds}) or (rounded and high <= ROUNDED * low)


def _high(amount: Amount) -> float:
    return max(amount.bounds, default=0.0)


def _runs_on(left: Frame, right: Frame, pair: tuple[Amount, Amount], common: Matter, relation: str) -> bool:
    """Whether two numbers are two states of one running count: large, near each other, and not falling."""
    one, other = pair
    low, high = (_high(other), _high(one)) if later_of(left, right) is left else (_high(one), _high(other))
    if min(low, high) < LARGE or (one.who == "children") != (other.who == "children"):
        return False
    if regions_of(left) != regions_of(right):
        return False
    if relation != "supersedes":
        return _one_figure(pair)
    return FALL * low <= high <= (GROWTH + DAILY_GROWTH * (common.gap or 0)) * low
