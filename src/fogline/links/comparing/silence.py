"""Claims that decline or cannot confirm: silence contradicts nobody and ends when the silent party speaks."""

from __future__ import annotations

from fogline.links.comparing.matter import Matter
from fogline.links.comparing.meaning import LIKELY, coverage
from fogline.links.frames import Frame
from fogline.links.verdicts import Verdict, later_of, same_party
from fogline.links.wording import NAME

__all__ = ["silence"]

ENOUGH, ENOUGH_OWN = 1.3, 0.8
ANSWERED = 1.6  # more is needed to put a silence beside what another party says
BOTH_SHARE = 0.5  # of what the shorter one leaves open that two parties both leave open
ASKED = 0.8  # the same for what a paper could not find out, which is no party's silence
LEFT_OPEN = 0.5  # of what is left open that the other tells
GENERIC = 0.5  # score of the answer to a silence on everything
FIELDS = ("stance", "speaker", "said")


def _generic(silent: Frame, later: Frame, common: Matter) -> bool:
    """Whether a party that would say nothing at all later speaks of the same town or site of one story."""
    bare = not silent.here and not silent.amounts and not any(term.startswith(NAME) for term in silent.words.terms)
    return bare and later.real and common.story and bool(silent.anchors & later.anchors)


def silence(left: Frame, right: Frame, common: Matter) -> Verdict | None:
    """`supersedes` where the silent party speaks later, `agrees` where both keep silent, else `differs`."""
    if not (left.silent or right.silent):
        return None
    later = later_of(left, right)
    speaks = later is not None and not later.silent and same_party(left, right)
    if speaks and later is not None and _generic(left if later is right else right, later, common):
        return Verdict("supersedes", "confirmation", GENERIC, FIELDS, "the party that kept silent speaks", later)
    if common.odds < LIKELY and (common.score < ENOUGH or common.own < ENOUGH_OWN):
        return None
    score = min(0.9, 0.3 + 0.15 * common.score)
    same = same_party(left, right)
    if left.silent and right.silent:
        known = same or common.share >= BOTH_SHARE
        return Verdict("agrees", "confirmation", score, FIELDS, "neither time a comment") if known else None
    if same and later is not None and not later.silent:
        return Verdict("supersedes", "confirmation", score, FIELDS, "the party that kept silent speaks", later)
    if same or (common.odds < LIKELY and common.score < ANSWERED) or common.place == "apart":
        return None
    silent, told = (left, right) if left.silent else (right, left)
    asked = ASKED if silent.claim.speaker is not None and silent.claim.speaker.kind == "media" else LEFT_OPEN
    if not silent.refers and coverage(silent, told) < asked:
        return None  # it keeps silent on something else of the story
    return Verdict("differs", "confirmation", score, FIELDS, "silence neither confirms nor denies")
