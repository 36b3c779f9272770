"""Two claims that tell the same without denying or counting."""

from __future__ import annotations

from fogline.links.comparing.matter import Matter
from fogline.links.frames import Frame
from fogline.links.verdicts import Verdict, later_of, same_party

__all__ = ["telling"]

ENOUGH, ENOUGH_OWN, ENOUGH_SHARE = 2.2, 1.6, 0.4
FIELDS = ("matter",)


def telling(left: Frame, right: Frame, common: Matter) -> Verdict | None:
    """`repeats` where one party tells it again, `agrees` where another does."""
    if not common.core or common.opposed or common.place == "apart" or not common.same_time:
        return None
    if common.score < ENOUGH or common.own < ENOUGH_OWN or common.share < ENOUGH_SHARE:
        return None
    score = min(0.9, 0.3 + 0.12 * common.score)
    if not same_party(left, right):
        return Verdict("agrees", "existence", score, FIELDS, "both tell it")
    later = later_of(left, right)
    if (
        later is not None
        and left.claim.status != right.claim.status
        and "planned" in (left.claim.status, right.claim.status)
    ):
        return Verdict("supersedes", "existence", score, FIELDS, "the same party moves on", later)
    return Verdict("repeats", "existence", score, FIELDS, "the same party tells it again")
