"""Claims that decline or cannot confirm: silence contradicts nobody and ends when the silent party speaks."""

from __future__ import annotations

from fogline.links.comparing.matter import Matter
from fogline.links.frames import Frame
from fogline.links.verdicts import Verdict, later_of, same_party

__all__ = ["silence"]

ENOUGH, ENOUGH_OWN = 1.3, 0.8
ANSWERED = 1.6  # more is needed to put a silence beside what another party says
FIELDS = ("stance", "speaker", "said")


def silence(left: Frame, right: Frame, common: Matter) -> Verdict | None:
    """`supersedes` where the silent party speaks later, `agrees` where both keep silent, else `differs`."""
    if not (left.silent or right.silent) or common.score < ENOUGH or common.own < ENOUGH_OWN:
        return None
    score = min(0.9, 0.3 + 0.15 * common.score)
    same = same_party(left, right)
    if left.silent and right.silent:
        return Verdict("agrees", "confirmation", score, FIELDS, "neither time a comment") if same else None
    later = later_of(left, right)
    if same and later is not None and not later.silent:
        return Verdict("supersedes", "confirmation", score, FIELDS, "the party that kept silent speaks", later)
    if same or common.score < ANSWERED or common.place == "apart":
        return None
    return Verdict("differs", "confirmation", score, FIELDS, "silence neither confirms nor denies")
