"""What two numbers that can both be say of each other: the same, one of a later hour, or counted otherwise."""

from __future__ import annotations

import re
from math import inf

from fogline.links.amounts import Amount
from fogline.links.comparing.phases import has_grown, moved_toll, outgrown, toll_beside
from fogline.links.frames import Frame
from fogline.links.verdicts import Verdict, answers_charge, changed, later_of, same_party

__all__ = ["FIELDS", "STAGE", "TOLLS", "fitting", "note_of"]

OPEN = 1.3  # what two least numbers that agree may differ by
TOLLS = frozenset({"kill", "wound", "missing", "displaced"})
SHORT_OF = re.compile(r"\W*(?:almost|nearly|close to|just under|under|fewer than|less than|not quite)\b", re.IGNORECASE)
BEYOND = re.compile(r"\W*(?:over|more than|above|upwards? of|in excess of|beyond|well over)\b", re.IGNORECASE)
FIELDS = ("number", "what is counted", "as of")
STAGE = (*FIELDS, "stage")  # of two tolls that fit, one of which came later

Pair = tuple[Amount, Amount]


def fitting(left: Frame, right: Frame, fit: Pair, score: float, *, apart: bool) -> Verdict | None:
    """What two numbers say that can both be; `apart` tells that two ways of counting are of one place or day."""
    if _on_two_sides(*fit):
        return None
    later_toll = _later_toll(left, right, fit, score)
    if later_toll is not None:
        return later_toll
    if _open_apart(*fit) and not same_party(left, right):
        return Verdict("differs", "scope", score, FIELDS, f"counted otherwise: {note_of(*fit)}") if apart else None
    later, note = later_of(left, right), note_of(*fit)
    if answers_charge(left, right):
        return None
    if not same_party(left, right):
        return Verdict("agrees", "number", score, FIELDS, f"the numbers fit: {note}")
    if later is not None and not {*fit[0].bounds} & {*fit[1].bounds}:
        told = changed((fit[0].text, fit[1].text), fit[0].what & fit[1].what, left, later)
        return Verdict("supersedes", "number", score, FIELDS, told, later)
    return Verdict("repeats", "number", score, FIELDS, f"the same number again: {note}")


def _later_toll(left: Frame, right: Frame, fit: Pair, score: float) -> Verdict | None:
    """What two tolls that can both be say where one is of a later hour or day, or gives another figure beside it."""
    if not TOLLS & fit[0].what & fit[1].what:
        return None
    if same_party(left, right):
        moved, later = moved_toll(left, right), later_of(left, right)
        if moved is None or later is None or not fit[0].equal(fit[1]):
            return None
        told = changed((moved[0].text, moved[1].text), moved[0].what & moved[1].what, left, later)
        return Verdict("supersedes", "number", score, FIELDS, told, later)
    beside = toll_beside(left, right)
    if beside is not None:
        return Verdict("differs", "time", score, STAGE, f"the toll rose: {note_of(*beside)}")
    if not (outgrown(left, right, fit) or has_grown(left, right, fit)):
        return None
    return Verdict("differs", "time", score, STAGE, f"the toll rose: {note_of(*fit)}")


def _on_two_sides(one: Amount, other: Amount) -> bool:
    """Whether one is short of a figure that the other is beyond: "almost 900" and "over 900"."""
    if not {*one.bounds} & {*other.bounds}:
        return False
    short = [SHORT_OF.match(amount.text) is not None for amount in (one, other)]
    beyond = [BEYOND.match(amount.text) is not None for amount in (one, other)]
    return (short[0] and beyond[1]) or (short[1] and beyond[0])


def _open_apart(one: Amount, other: Amount) -> bool:
    """Whether two numbers meet only because neither has an upper bound: "more than 815" and "more than 1,240"."""
    low, high = sorted((one.low, other.low))
    return one.high == other.high == inf and high > OPEN * low


def note_of(one: Amount, other: Amount) -> str:
    """Two numbers as a reason shows them, with what both count."""
    return f"{one.text} against {other.text} ({', '.join(sorted(one.what & other.what))})"
