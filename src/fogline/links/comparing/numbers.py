"""Numbers of two claims as intervals of what they count, of whom and as of when."""

from __future__ import annotations

from fogline.links.amounts import Amount
from fogline.links.comparing.matter import Matter
from fogline.links.frames import Frame
from fogline.links.verdicts import Verdict, later_of, same_party
from fogline.records.links import Relation

__all__ = ["numbers"]

ENOUGH = 0.7
SAME_DAY = 4  # days within which two counts are of one time
GROWTH = 1.6  # a toll that grows by less from one day to the next is news, not contradiction
TOLLS = frozenset({"kill", "wound", "missing", "displaced"})
FIELDS = ("number", "what is counted", "as of")


def numbers(left: Frame, right: Frame, common: Matter) -> Verdict | None:
    """What the numbers that count the same thing say of each other; None where none do."""
    if common.score < ENOUGH or common.place == "apart" or not common.same_time or common.opposed:
        return None
    if left.silent or right.silent:
        return None
    pairs = [(a, b) for a in _own(left) for b in _own(right) if a.comparable(b)]
    if not pairs:
        return None
    clashing = [pair for pair in pairs if not pair[0].meets(pair[1])]
    score = min(0.95, 0.4 + 0.12 * common.score)
    if len(clashing) < len(pairs):
        fit = next(pair for pair in pairs if pair not in clashing)
        relation: Relation = "repeats" if same_party(left, right) else "agrees"
        return Verdict(relation, "number", score, FIELDS, f"the numbers fit: {_note(*fit)}")
    return _apart(left, right, clashing[0], score)


def _apart(left: Frame, right: Frame, pair: tuple[Amount, Amount], score: float) -> Verdict | None:
    """What two numbers say that exclude each other."""
    later, note = later_of(left, right), _note(*pair)
    if same_party(left, right):
        if later is None:
            return None
        told = f"the same party gives another number later: {note}"
        return Verdict("supersedes", "number", score, FIELDS, told, later)
    if _one_time(left, right) and not _grown(left, right, pair):
        return Verdict("clashes", "number", score, FIELDS, f"the numbers exclude each other: {note}")
    return Verdict("differs", "time", score, FIELDS, f"numbers of different days: {note}")


def _one_time(left: Frame, right: Frame) -> bool:
    """Whether both speak of one state of affairs."""
    one, other = left.as_of, right.as_of
    return one is not None and other is not None and one.meets(other, slack=SAME_DAY)


def _grown(left: Frame, right: Frame, pair: tuple[Amount, Amount]) -> bool:
    """Whether a toll rose from one day to a later one."""
    later = later_of(left, right)
    if later is None or not TOLLS.intersection(pair[0].what):
        return False
    early, late = pair if later is right else pair[::-1]
    return early.high < late.low <= GROWTH * early.high


def _own(frame: Frame) -> list[Amount]:
    return [amount for amount in frame.amounts if not amount.previous and not amount.part]


def _note(one: Amount, other: Amount) -> str:
    return f"{one.text} against {other.text} ({', '.join(sorted(one.what & other.what))})"
