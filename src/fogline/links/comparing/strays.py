"""Two short reports on one war share much by chance: what more they must share to be linked."""

from __future__ import annotations

from fogline.data.gazetteer import fold
from fogline.links.anchors import LONG_REPORT, one_kind, one_target, strikes_once
from fogline.links.comparing.blaming import laid_to
from fogline.links.comparing.matter import DEEDS, Matter
from fogline.links.comparing.meaning import coverage
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
# Two claims that share nothing of what is the case tell one thing only where most of either is in the other.
TOLD = 0.55
SAME_SPEAKER = 45  # days within which one speaker by name goes on to speak of one matter
COPIED = "words"


def stray(left: Frame, right: Frame, verdict: Verdict, common: Matter) -> bool:
    """Whether a verdict other than a clash rests on words that claims on one war share anyway.

    Claims of one report, and of two long ones on one story, are on one matter already; copies are alike by themselves.
    """
    if verdict.relation == "clashes" or COPIED in verdict.fields:
        return False
    if left.setting is right.setting or common.story:
        return False
    if verdict.about == "existence" and _loose(left, right, verdict, common):
        return True
    return _unbound(left, right, verdict, common)


def _unbound(left: Frame, right: Frame, verdict: Verdict, common: Matter) -> bool:
    """Whether too little ties two claims of short reports, or they are of other kinds or days."""
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


def _loose(left: Frame, right: Frame, verdict: Verdict, common: Matter) -> bool:
    """Whether two short reports that seem to tell one thing tell two: of other days, or of other doers."""
    gap = 0 if common.same_day else common.gap or 0
    if verdict.relation == "agrees":
        doers = laid_to(left), laid_to(right)
        if (gap > NEWS and not strikes_once(left, right)) or (all(doers) and not doers[0] & doers[1]):
            return True
    elif gap > (SAME_SPEAKER if _one_name(left, right) else NEWS):
        return True
    if common.core:
        return False
    told = (coverage(left, right) + coverage(right, left)) / 2
    return told < TOLD or left.claim.kind != right.claim.kind


def _one_name(left: Frame, right: Frame) -> bool:
    """Whether one speaker by name makes both claims, not two officials of one state."""
    one, other = left.claim.speaker, right.claim.speaker
    return one is not None and other is not None and fold(one.name) == fold(other.name)


def _other_time(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether deeds, or accounts of two parties, are told so far apart that they are hardly of one event."""
    gap = common.gap or 0
    if common.core & DEEDS and not common.same_day:
        return gap > (FORTNIGHT if one_target(left, right) else NEWS)
    return gap > FORTNIGHT and not same_party(left, right)
