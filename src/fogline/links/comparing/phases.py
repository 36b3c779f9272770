"""Accounts that do not fit though they tell of one thing: of another hour, cause, doer or state of it."""

from __future__ import annotations

import re
from functools import lru_cache
from math import inf

from fogline.links.amounts import Amount
from fogline.links.anchors import SHIP, one_target
from fogline.links.frames import FRAMES, Frame
from fogline.links.lexicon import lexicon
from fogline.links.verdicts import later_of
from fogline.links.wording import wording

__all__ = [
    "afloat_apart",
    "burns_only",
    "doers_apart",
    "has_grown",
    "hours_apart",
    "moved_toll",
    "outgrown",
    "sunk_since",
    "toll_beside",
]

TOLLS = frozenset({"kill", "wound", "missing"})
OPEN = 1.3  # from which on "more than 30" is not what somebody says who counts more
# Parts of a day that two accounts of one deed do not put it in; night and morning meet at dawn.
NIGHT = re.compile(
    r"\b(?:last night|overnight|at night|in the night|during the night|on the night of)\b", re.IGNORECASE
)
DAY = re.compile(r"\b(?:this|in the|on the|the|late|early) (?:afternoon|evening)\b|\bat noon\b", re.IGNORECASE)
MORNING = re.compile(r"\b(?:this|in the|early|late) morning\b", re.IGNORECASE)
BY = re.compile(r"\bby (?:the )?([A-Z][\w’'-]+)")
FIRE = re.compile(r"\bby (?:a |the )?(?:fire|blaze)\b", re.IGNORECASE)
BLOW = re.compile(
    r"\b(?:strikes?|struck|hits?|hitting|attack\w*|shell\w*|bomb\w*|missiles?|rockets?|drones?)\b", re.IGNORECASE
)
CARRIES = re.compile(r"\bmissile (?:cruiser|boat|carrier|frigate|ship|corvette)\b", re.IGNORECASE)
GROWN = re.compile(r"\b(?:risen|rose|rises|grown|grew|grows|climbed|climbs|increased|increases) to\b", re.IGNORECASE)
SUNK = re.compile(r"\b(?:sank|sunk|sinks|sinking|went down|gone down)\b", re.IGNORECASE)
AFLOAT = re.compile(
    r"\b(?:(?:still|remain\w*|stay\w*|is|are|was|were) afloat|kept (?:her |its )?buoyancy|under (?:her |its )own power|"
    r"back (?:in|at) (?:her |its )?(?:port|berth|pier|base))\b",
    re.IGNORECASE,
)
NOT_SUNK = re.compile(
    r"\b(?:did|has|have|had|was|is) not (?:sink|sunk)|\b(?:not|never) (?:sink|sank|sunk)\b", re.IGNORECASE
)
ROOT = 4  # letters that two forms of a name share


def hours_apart(left: Frame, right: Frame) -> bool:
    """Whether one puts its deed in the night or the morning, and the other in the afternoon or the evening."""
    return {_hours(left.claim.text), _hours(right.claim.text)} == {"day", "night"}


@lru_cache(maxsize=16384)
def _hours(text: str) -> str | None:
    """In which hours a text puts its deed: "day" for the afternoon and evening, "night" for the night and morning."""
    if DAY.search(text):
        return "day"
    return "night" if NIGHT.search(text) or MORNING.search(text) else None


def doers_apart(left: Frame, right: Frame) -> bool:
    """Whether each tells by whom it was done, and they name nobody alike: "by Eastlanders", "by Northland troops"."""
    one, other = (_named_by(frame.claim.text) for frame in (left, right))
    if not one or not other or one & other:
        return False
    both = {*left.doers, *right.doers}
    return not any(word in key for key in both for word in one) or not any(
        word in key for key in both for word in other
    )


@lru_cache(maxsize=16384)
def _named_by(text: str) -> frozenset[str]:
    """How the names behind "by" begin; days and months are none."""
    return frozenset(word[:ROOT].casefold() for word in BY.findall(text) if word.casefold() not in lexicon().stop)


@lru_cache(maxsize=FRAMES)
def burns_only(frame: Frame) -> bool:
    """Whether a claim lays what it tells to a fire or a blast of its own, and tells of no blow."""
    text = CARRIES.sub(" ", frame.claim.text)
    return (frame.words.has("own_fire") or FIRE.search(text) is not None) and BLOW.search(text) is None


def outgrown(left: Frame, right: Frame, pair: tuple[Amount, Amount]) -> bool:
    """Whether one is a least number, no later than the other, of the same people, that is well beyond it."""
    one, other = pair
    if (one.high == inf) == (other.high == inf) or not TOLLS & one.what & other.what:
        return False
    least, told = (one, other) if one.high == inf else (other, one)
    first = left if least is one else right
    if least.approximate:
        return False  # "dozens" are any number of them
    return told.low > OPEN * least.low > 0 and later_of(left, right) is not first


def moved_toll(left: Frame, right: Frame) -> tuple[Amount, Amount] | None:
    """Two tolls of one fate, parts and additions too, that are not the same figure; None where all are."""
    pairs = [(a, b) for a in left.amounts for b in right.amounts if a.comparable(b) and TOLLS & a.what & b.what]
    same = {what for a, b in pairs for what in a.what & b.what if {*a.bounds} & {*b.bounds}}
    return next(((a, b) for a, b in pairs if not a.what & b.what & same), None)


def toll_beside(left: Frame, right: Frame) -> tuple[Amount, Amount] | None:
    """Two tolls of one fate that are far from each other, beside one that is alike: told at two hours; else None."""
    own = [[amount for amount in frame.amounts if not amount.part and not amount.previous] for frame in (left, right)]
    pairs = [(a, b) for a in own[0] for b in own[1] if a.comparable(b) and TOLLS & a.what & b.what and not a.meets(b)]
    return next((pair for pair in pairs if _far(*pair)), None)


def _far(one: Amount, other: Amount) -> bool:
    low, high = sorted(max(amount.bounds, default=0.0) for amount in (one, other))
    return high > OPEN * low > 0


def has_grown(left: Frame, right: Frame, pair: tuple[Amount, Amount]) -> bool:
    """Whether one says, no earlier than the other, that its number has come to be so, and the other gives less."""
    told = [GROWN.search(frame.claim.text) is not None for frame in (left, right)]
    if told[0] == told[1]:
        return False
    new, old = pair if told[0] else pair[::-1]
    return new.low > old.low and later_of(left, right) in (None, left if told[0] else right)


def afloat_apart(left: Frame, right: Frame) -> bool:
    """Whether one of two claims tells that a ship was afloat and the other that she was hit or sank."""
    afloat = _is_afloat(left.claim.text), _is_afloat(right.claim.text)
    if afloat[0] == afloat[1]:
        return False
    other = (right if afloat[0] else left).claim.text
    return (SUNK.search(other) is not None or BLOW.search(CARRIES.sub(" ", other)) is not None) and not NOT_SUNK.search(
        other
    )


@lru_cache(maxsize=16384)
def _is_afloat(text: str) -> bool:
    return AFLOAT.search(text) is not None


def sunk_since(left: Frame, right: Frame) -> Frame | None:
    """The one of two claims on one ship that tells that it sank, where the other tells no such thing; else None.

    None, too, where the other is known to be the later word.
    """
    if SHIP not in left.anchors & right.anchors or not one_target(left, right):
        return None
    told = [bool(SUNK.search(f.claim.text)) and not NOT_SUNK.search(f.claim.text) for f in (left, right)]
    if told[0] == told[1] or wording((right if told[0] else left).claim.text).has("lose"):
        return None
    sunk = left if told[0] else right
    return sunk if later_of(left, right) in (None, sunk) else None
