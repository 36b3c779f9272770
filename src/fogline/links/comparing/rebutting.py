"""Who rebuts a claim against who makes it: the same words told and denied, whatever part the denial reaches."""

from __future__ import annotations

import re

from fogline.links.comparing.matter import Matter
from fogline.links.frames import Frame
from fogline.links.verdicts import Verdict, same_party
from fogline.links.wording import has_negation

__all__ = ["rebutting"]

SAME = 0.65  # how much of either claim's words are the other's
FEWEST = 5  # words; fewer stand in any claim of a war
FIELDS = ("polarity", "words")
# Who refuses, does not recognise or turns down a thing does not say that it is not so.
REFUSES = re.compile(r"\b(?:refus|recogni[sz]|turn\w* (?:it )?down|discredit|declin|spurn)\w*", re.IGNORECASE)
OWN = frozenset({"I", "We"})  # the one who is quoted, under no name


def rebutting(left: Frame, right: Frame, common: Matter) -> Verdict | None:
    """A clash where one denies in the same words what another party asserts."""
    stances = {left.claim.stance, right.claim.stance}
    if stances != {"denies", "asserts"} or common.place == "apart" or same_party(left, right):
        return None
    if any(_refuses(frame) or _nameless(frame) or (frame.refers and not frame.against) for frame in (left, right)):
        return None
    if has_negation(left.words.tokens) != has_negation(right.words.tokens):
        return None  # "denied that any lorry was stopped" and "no lorry was stopped" are one word
    one, other = set(left.words.tokens), set(right.words.tokens)
    if min(len(one), len(other)) < FEWEST or len(one & other) < SAME * max(len(one), len(other)):
        return None
    return Verdict("clashes", "polarity", 0.9, FIELDS, "one denies what the other says in the same words")


def _refuses(frame: Frame) -> bool:
    return frame.claim.cue is not None and REFUSES.search(frame.claim.cue.text) is not None


def _nameless(frame: Frame) -> bool:
    return frame.claim.speaker is not None and frame.claim.speaker.name in OWN
