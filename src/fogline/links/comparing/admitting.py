"""What a party admits: a matter told long before, on which it had said nothing or the contrary."""

from __future__ import annotations

import re

from fogline.links.frames import Frame
from fogline.links.lexicon import lexicon
from fogline.links.verdicts import later_of

__all__ = ["admits", "few_words", "gap_of_matter"]

ADMITS = re.compile(
    r"\b(?:admit\w*|conced\w+|acknowledg\w+|confess\w*|own(?:s|ed) up|grant(?:s|ed)|let slip|disclos\w+|reveal\w*|"
    r"confirm\w*|recogni[sz]e[sd]?|no longer den\w+|came clean)\b",
    re.IGNORECASE,
)
SOON = 5  # days that an admission stands from what it admits, whenever it is made
FEW = 2  # words that say something in a matter that is only named: "the sabotage", "military losses"


def admits(frame: Frame) -> bool:
    """Whether somebody is told to admit or confirm something."""
    cue = frame.claim.cue
    return cue is not None and not frame.silent and not frame.against and ADMITS.search(cue.text) is not None


def gap_of_matter(left: Frame, right: Frame, gap: int | None) -> int | None:
    """The days between two claims as far as their matter goes: what is admitted is of days long past."""
    later = later_of(left, right)
    if gap is None or later is None:
        return gap
    return min(gap, SOON) if admits(later) else gap


def few_words(frame: Frame) -> bool:
    """Whether a claim only names its matter, in one or two words that say something and no name."""
    known = lexicon()
    telling = [token for token in frame.words.tokens if token not in known.stop and len(token) > FEW]
    return len(telling) <= FEW and not frame.words.names and not frame.amounts
