"""Why two numbers of one thing need not exclude each other: one is a part of the other, or of a longer time."""

from __future__ import annotations

import re

from fogline.links.amounts import Amount
from fogline.links.comparing.matter import Matter
from fogline.links.comparing.sides import one_side
from fogline.links.comparing.tallying import of_a_period
from fogline.links.frames import Frame
from fogline.links.lexicon import lexicon
from fogline.links.owners import Whose
from fogline.links.tallies import Tally
from fogline.links.wording import wording

__all__ = ["explained"]

SOME_OF = re.compile(r"\b(one|two|three|four|five|six|seven|eight|nine|ten) of (?:them|whom)\b", re.IGNORECASE)
MANY = 5
WORTH = {word: at for at, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}
DESTROYED = re.compile(r"\b(?:destroy|ruin|flatten|level|raz|gutt)\w*", re.IGNORECASE)
DAMAGED = re.compile(r"\bdamag\w*", re.IGNORECASE)
FREED = frozenset({"freed", "rescued", "exchange"})
TOLLS = frozenset({"kill", "wound", "missing", "displaced"})


def explained(left: Frame, pair: tuple[Amount, Amount], right: Frame, common: Matter) -> bool:
    """Whether two numbers of two parties can both be, though they differ."""
    if _made_up(left, pair, right) or _other_harm(left, right) or _some_freed(left, pair, right):
        return True
    if not TOLLS & pair[0].what or not common.story:
        return False
    return of_a_period(left) != of_a_period(right) or _of_two_states(left, right) or _part_of_all(left, right)


def _other_harm(left: Frame, right: Frame) -> bool:
    """Whether one counts what was destroyed and the other what was damaged."""
    told = [(bool(DESTROYED.search(f.claim.text)), bool(DAMAGED.search(f.claim.text))) for f in (left, right)]
    return told[0] != told[1] and set(told) == {(True, False), (False, True)}


def _some_freed(left: Frame, pair: tuple[Amount, Amount], right: Frame) -> bool:
    """Whether few of those freed are counted by a noun of their own ("five commanders"), and the other counts many."""
    if not FREED & pair[0].what:
        return False
    low, high = sorted(max(amount.bounds, default=0.0) for amount in pair)
    called = [_called(frame, amount) for frame, amount in zip((left, right), pair, strict=True)]
    apart = bool(called[0] and called[1]) and not called[0] & called[1]
    return apart and low * MANY < high and not (left.negates or right.negates)


def _called(frame: Frame, amount: Amount) -> frozenset[str]:
    """What the two words behind a number call those whom it counts."""
    behind = frame.claim.text.partition(amount.text)[2].split()
    return wording(" ".join(behind[:2]).lower()).terms


def _of_two_states(left: Frame, right: Frame) -> bool:
    """Whether two states count dead without a word that they are the same, each its own most likely."""
    states = lexicon().state_names
    if not (left.party & states and right.party & states) or left.party & right.party & states:
        return False
    sides = [one_side(left, a, right, b) for a in left.tallies for b in right.tallies if a.fate == b.fate]
    return bool(sides) and True not in sides


def _part_of_all(left: Frame, right: Frame) -> bool:
    """Whether one counts its own dead, and the other no fewer of anybody's."""
    pairs = [(a, b) for a in left.tallies for b in right.tallies if a.fate == b.fate == "dead"]
    return any(_within(a, b) or _within(b, a) for a, b in pairs)


def _within(own: Tally, everybody: Tally) -> bool:
    bare = everybody.whose == Whose()
    return own.whose.own and bare and everybody.high >= own.low


def _made_up(left: Frame, pair: tuple[Amount, Amount], right: Frame) -> bool:
    """Whether one number is the other without those that a claim tells apart: seven, one a policeman, and six."""
    more, frame = (pair[0], left) if pair[0].high > pair[1].high else (pair[1], right)
    less = pair[1] if more is pair[0] else pair[0]
    parts = {WORTH[word.lower()] for word in SOME_OF.findall(frame.claim.text)}
    return more.high - less.high in parts | {amount.high for amount in frame.amounts if amount.part}
