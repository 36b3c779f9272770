"""Two short reports on one war share much by chance: what more they must share to be linked."""

from __future__ import annotations

from fogline.links.anchors import LONG_REPORT, one_kind, one_target
from fogline.links.comparing.matter import DEEDS, Matter
from fogline.links.frames import Frame
from fogline.links.verdicts import Verdict, same_party
from fogline.links.wording import IDEA

__all__ = ["stray"]

SHARE = 0.5  # of what the shorter claim says that both say, where they are tied to one place, site or name
MOST = 0.65
WHOLE = 0.9
LEAST_SHARE = 0.25
BARE_SHARE, BARE_OWN = 0.7, 2.5  # where nothing ties them: nearly all of it, and not little
NEWS, FORTNIGHT = 3, 14  # days
CONTROL = IDEA + "control"
COPIED = "words"


def stray(left: Frame, right: Frame, verdict: Verdict, common: Matter) -> bool:
    """Whether a verdict other than a clash rests on words that claims on one war share anyway.

    Claims of one report, and of two long ones on one story, are on one matter already; copies are alike by themselves.
    """
    if verdict.relation == "clashes" or COPIED in verdict.fields:
        return False
    if left.setting is right.setting or common.story:
        return False
    if verdict.about in ("number", "confirmation") and same_party(left, right) and common.share >= WHOLE:
        return False  # one party counts, or speaks of, all of the same again
    bound = common.tied or (common.place == "same" and verdict.about == "number" and CONTROL in common.shared)
    if bound and verdict.about in ("polarity", "control") and (common.place == "same" or one_target(left, right)):
        return common.share < LEAST_SHARE  # who turns round, or holds a place, says so when and how he likes
    if min(left.setting.told, right.setting.told) >= LONG_REPORT:
        return common.share < (LEAST_SHARE if bound else SHARE)
    if not (one_kind(left, right) or (bound and common.share >= MOST)) or _other_time(left, right, common):
        return True
    if bound and common.share >= (LEAST_SHARE if common.same_day else SHARE):
        return False
    return common.share < BARE_SHARE or common.own < BARE_OWN


def _other_time(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether deeds, or accounts of two parties, are told so far apart that they are hardly of one event."""
    gap = common.gap or 0
    if common.core & DEEDS and not common.same_day:
        return gap > (FORTNIGHT if one_target(left, right) else NEWS)
    return gap > FORTNIGHT and not same_party(left, right)
