"""A denial and what it denies."""

from __future__ import annotations

from fogline.links.comparing.matter import Matter
from fogline.links.frames import Frame
from fogline.links.verdicts import Verdict, later_of, same_party

__all__ = ["polarity"]

ENOUGH, ENOUGH_OWN = 1.6, 0.8
FIELDS = ("polarity", "matter")


def polarity(left: Frame, right: Frame, common: Matter) -> Verdict | None:
    """`clashes` where one affirms what the other denies, `supersedes` where one party turns round."""
    if left.polarity == right.polarity or common.score < ENOUGH or common.own < ENOUGH_OWN or not common.same_time:
        return None
    score = min(0.95, 0.35 + 0.15 * common.score)
    if same_party(left, right):
        later = later_of(left, right)
        if later is None:
            return None
        return Verdict("supersedes", "polarity", score, FIELDS, "the same party says the opposite later", later)
    return Verdict("clashes", "polarity", score, FIELDS, "one affirms what the other denies")
