"""Why two claims are linked, in a sentence that names both claimants, what they say, and when."""

from __future__ import annotations

import re

from fogline.links.asserted import own_words
from fogline.links.days import show_day
from fogline.links.frames import Frame
from fogline.links.verdicts import Verdict

__all__ = ["claimant", "reason"]

LONGEST = 110  # code points of a claim's words that a reason quotes
STANCES = {
    "denies": "denies ",
    "doubts": "doubts ",
    "declines": "does not comment on ",
    "unconfirmed": "cannot confirm ",
}
# What a charge and a "call" do with the words they take: "accuses “the army of ...”", "calls “the pictures a fake”".
CHARGES = re.compile(r"\b(accus|blam|condemn)", re.IGNORECASE)
VERBS = {"accus": "accuses ", "blam": "blames ", "condemn": "condemns "}
CALLS = re.compile(r"\b(?:call|brand|label|dub|term|describ)(?:s|ed|ing|es)?\b", re.IGNORECASE)


def reason(left: Frame, right: Frame, verdict: Verdict) -> str:
    """The reason for a verdict."""
    return f"{_told(left)}; {_told(right)}: {verdict.note}"


def claimant(frame: Frame) -> str:
    """Who makes a claim, as shown to people: the publisher, or the title of the report, where it speaks itself."""
    speaker = frame.claim.speaker
    if speaker is None:
        return frame.setting.shown or "The report itself"
    if speaker.side and speaker.side not in speaker.name:
        return f"{speaker.name} ({speaker.side})"
    return "A source that is not named" if speaker.kind == "unnamed" else speaker.name


def _told(frame: Frame) -> str:
    words = " ".join(own_words(frame.claim.text).split()).strip(' ,;."“”')
    if len(words) > LONGEST:
        words = words[: LONGEST - 1].rsplit(" ", 1)[0] + " …"
    when = "" if frame.said is None else f" ({show_day(frame.said)})"
    return f"{claimant(frame)}{when} {_verb(frame)}“{words}”"


def _verb(frame: Frame) -> str:
    """What a claimant does with the words that a reason quotes, as the report tells it."""
    stance, cue = frame.claim.stance, frame.claim.cue.text if frame.claim.cue else ""
    if stance == "denies" and CALLS.search(cue):
        return "calls "
    found = CHARGES.search(cue) if stance == "accuses" and not frame.claim.text.startswith("that ") else None
    return VERBS[found[1].lower()] if found else STANCES.get(stance, "says ")
