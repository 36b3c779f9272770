"""Why two claims are linked, in a sentence that names both claimants, what they say, and when."""

from __future__ import annotations

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


def reason(left: Frame, right: Frame, verdict: Verdict) -> str:
    """The reason for a verdict."""
    return f"{_told(left)}; {_told(right)}: {verdict.note}"


def claimant(frame: Frame) -> str:
    """Who makes a claim, as shown to people."""
    speaker = frame.claim.speaker
    if speaker is None:
        return "The report itself"
    if speaker.side and speaker.side not in speaker.name:
        return f"{speaker.name} ({speaker.side})"
    return "A source that is not named" if speaker.kind == "unnamed" else speaker.name


def _told(frame: Frame) -> str:
    words = " ".join(frame.claim.text.split()).strip(' ,;."“”')
    if len(words) > LONGEST:
        words = words[: LONGEST - 1].rsplit(" ", 1)[0] + " …"
    when = "" if frame.said is None else f" ({show_day(frame.said)})"
    return f"{claimant(frame)}{when} {STANCES.get(frame.claim.stance, 'says ')}“{words}”"
