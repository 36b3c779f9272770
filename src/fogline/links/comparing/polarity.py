"""A denial and what it denies."""

from __future__ import annotations

from fogline.links.comparing.matter import Matter
from fogline.links.frames import Frame
from fogline.links.verdicts import Verdict, later_of, same_party

__all__ = ["polarity"]

ENOUGH, ENOUGH_SHARE = 1.7, 0.4
ANSWERS = 5  # days within which a denial that only refers ("those claims") answers
FIELDS = ("polarity", "matter")


def polarity(left: Frame, right: Frame, common: Matter) -> Verdict | None:
    """`clashes` where one affirms what the other denies, `supersedes` where one party turns round."""
    if not common.opposed or not common.core or not common.same_time or common.place == "apart":
        return None
    if not (left.real and right.real) or common.score < ENOUGH or common.share < ENOUGH_SHARE:
        return None
    if (left.refers or right.refers) and (common.gap is None or common.gap > ANSWERS):
        return None
    score = min(0.95, 0.3 + 0.12 * common.score + 0.2 * common.share)
    if same_party(left, right):
        later = later_of(left, right)
        if later is None:
            return None
        return Verdict("supersedes", "polarity", score, FIELDS, "the same party says the opposite later", later)
    return Verdict("clashes", "polarity", score, FIELDS, "one affirms what the other denies")
