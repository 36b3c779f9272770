"""Taking a place, where only one of two claims speaks of it: the other tells of leaving it, or of holding it off."""

from __future__ import annotations

import re

from fogline.links.comparing.holding import AIMED, KINDS, PARTS
from fogline.links.comparing.matter import Matter
from fogline.links.comparing.spots import held_whole
from fogline.links.frames import Frame
from fogline.links.verdicts import Verdict, same_party
from fogline.links.wording import IDEA

__all__ = ["FIELDS", "NEARLY_NOW", "NEXT_DAY", "of_taking"]

NEARLY_NOW = 5  # days within which two claims on holding speak of one state of affairs
NEXT_DAY = 1
TAKEN = frozenset({IDEA + "take", IDEA + "advance"})
LEFT = frozenset({IDEA + "repel", IDEA + "withdraw"})
# "Aldern and other temporarily occupied towns": how they stand, not that they were taken.
OCCUPIED = re.compile(r"\b(?:temporarily|still|newly|recently) (?:occupied|captured|held)\b", re.IGNORECASE)
FIELDS = ("place", "holder", "extent", "as of")


def of_taking(left: Frame, right: Frame, common: Matter) -> Verdict | None:
    """What two parties say where only one speaks of taking a place, the other of leaving it or of holding it off."""
    told = left.words.terms | right.words.terms
    if common.place != "same" or common.opposed or TAKEN.isdisjoint(told) or LEFT.isdisjoint(told):
        return None
    score = min(0.9, 0.4 + 0.12 * common.score)
    if _taken_and_repelled(left, right, common):
        return Verdict("clashes", "control", score, FIELDS, "one took what the other says was held off")
    if not _taken_and_left(left, right, common):
        return None
    if left.happened and right.happened and not left.happened.meets(right.happened, NEXT_DAY):
        return Verdict("differs", "time", score, FIELDS, "one change of hands, put on two days")
    return Verdict("agrees", "control", score, FIELDS, "one took what the other left")


def _taken_and_repelled(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether one party tells that a spot was taken and another, at once, that the assault on it was beaten back."""
    soon = (common.gap or 0) <= NEXT_DAY and held_whole(left, right)
    if not soon or same_party(left, right) or not (left.real and right.real):
        return False
    told = (left, right)
    if any(PARTS.search(frame.claim.text) for frame in told):
        return False  # "only the outskirts" were taken
    told_of = [frame.claim.kind in KINDS and not AIMED.search(frame.claim.text) for frame in told]
    took = [
        ground and f.words.has("take") and not f.words.has("repel") for f, ground in zip(told, told_of, strict=True)
    ]
    held = [
        ground and f.words.has("repel") and not f.words.has("take") for f, ground in zip(told, told_of, strict=True)
    ]
    return (took[0] and held[1]) or (took[1] and held[0])


def _taken_and_left(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether one party tells that a place was taken and another, within days, that it was left."""
    if (common.gap or 0) > NEARLY_NOW or same_party(left, right):
        return False
    told = (left, right)
    if not all(frame.real and not frame.silent and frame.claim.kind in KINDS for frame in told):
        return False
    if any(AIMED.search(frame.claim.text) or frame.negates for frame in told):
        return False
    took = [
        f.words.has("take", "advance") and not f.words.has("withdraw") and not OCCUPIED.search(f.claim.text)
        for f in told
    ]
    gone = [frame.words.has("withdraw") and not frame.words.has("take", "hold") for frame in told]
    return (took[0] and gone[1]) or (took[1] and gone[0])
