"""Sentences that go beside the story of their report: "In another valley, three guards died in an ambush"."""

from __future__ import annotations

import re

from fogline.links.parties import Setting
from fogline.records.claims import Claim

__all__ = ["is_aside"]

NARROW = frozenset({"point", "town", "district"})
OTHER_EVENT = re.compile(r"^\W*(?:elsewhere|separately|in a separate)\b", re.IGNORECASE)
ELSEWHERE = re.compile(r"^\W*(?:further \w+(?: \w+)?,? )?(?:in|near|at|outside)\s+$", re.IGNORECASE)
ANOTHER = re.compile(
    r"\b(?:another|an? (?:second|separate|different)) (?:\w+ )?"
    r"(?:strike|attack|raid|ambush|clash|blast|shelling|bombing|incident|group|front|battle|village|town)\b",
    re.IGNORECASE,
)


def is_aside(claim: Claim, setting: Setting) -> bool:
    """Whether its sentence turns to another event, at a place that the report names nowhere else."""
    if OTHER_EVENT.match(claim.sentence.text):
        return True
    told = [m for m in claim.places if m.place and m.place.precision in NARROW and not m.derived]
    if any(mention.place and mention.place.id in setting.spots for mention in told):
        return False
    if ANOTHER.search(claim.text):
        return True
    first = told[0].span.start if told else 0
    opening = claim.sentence.text[: max(0, first - claim.sentence.start)]
    return ELSEWHERE.match(opening) is not None and any(span.start <= first < span.end for span in claim.evidence)
