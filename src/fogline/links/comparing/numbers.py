"""Numbers of two claims as intervals of what they count, of whom and as of when."""

from __future__ import annotations

from fogline.links.amounts import Amount
from fogline.links.comparing.matter import Matter
from fogline.links.frames import Frame
from fogline.links.verdicts import Verdict, later_of, same_party

__all__ = ["numbers"]

ENOUGH = 0.7
SAME_DAY = 4  # days within which two counts are of one time
FIELDS = ("number", "what is counted", "as of")


def numbers(left: Frame, right: Frame, common: Matter) -> Verdict | None:
    """What the numbers that count the same thing say of each other; None where none do."""
    if common.score < ENOUGH or common.place == "apart" or not common.same_time or left.polarity != right.polarity:
        return None
    pairs = [(a, b) for a in _own(left) for b in _own(right) if a.comparable(b)]
    if not pairs:
        return None
    clashing = [pair for pair in pairs if not pair[0].meets(pair[1])]
    score = min(0.95, 0.4 + 0.12 * common.score)
    note = _note(*(clashing or pairs)[0])
    same = same_party(left, right)
    if not clashing:
        return Verdict("repeats" if same else "agrees", "number", score, FIELDS, f"the numbers fit: {note}")
    later = later_of(left, right)
    if same:
        if later is None:
            return None
        return Verdict(
            "supersedes", "number", score, FIELDS, f"the same party gives another number later: {note}", later
        )
    if common.gap is not None and common.gap <= SAME_DAY:
        return Verdict("clashes", "number", score, FIELDS, f"the numbers exclude each other: {note}")
    return Verdict("differs", "time", score, FIELDS, f"numbers of different days: {note}")


def _own(frame: Frame) -> list[Amount]:
    return [amount for amount in frame.amounts if not amount.previous and not amount.part]


def _note(one: Amount, other: Amount) -> str:
    return f"{one.text} against {other.text} ({', '.join(sorted(one.what & other.what))})"
