"""Ships that bear the name of a place: "the cruiser Moskva" is not the city."""

from __future__ import annotations

import re

from fogline.data.gazetteer import fold
from fogline.links.lexicon import lexicon
from fogline.links.wording import NAME, skeleton
from fogline.records.claims import Claim
from fogline.records.mentions import PlaceMention

__all__ = ["names_ship", "ship_names"]

KINDS = (
    r"(?:cruisers?|ships?|warships?|vessels?|frigates?|corvettes?|destroyers?|flagships?|submarines?|boats?|tankers?|"
    r"carriers?|trawlers?|ferry|ferries|freighters?|tugs?)"
)
BEFORE = re.compile(rf"\b{KINDS}\W{{1,3}}(?:the )?\W?$", re.IGNORECASE)
BEHIND = re.compile(
    rf"^\W{{0,2}}\s*(?:[\w-]+\s+){{0,2}}{KINDS}\b|^\W{{0,2}}\s*(?:sank|sunk|has sunk|sinks|sinking|went down|wreck)",
    re.IGNORECASE,
)
RANKS = r"(?:(?:Admiral|General|Captain|Marshal|Prince|King|Queen|Saint)\s+)?"
NO_NAME = frozenset("fleet admiral general captain marshal navy naval black baltic project class russian".split())
NAMED = re.compile(
    rf"\b(?i:{KINDS})\W{{1,3}}(?:the )?\W?{RANKS}([A-Z]\w{{3,}})"
    rf"|\b([A-Z]\w{{3,}})\W{{1,2}}(?i:{KINDS}|sank|sunk|sinks|sinking)\b"
)
NEAR = 24  # code points before a name in which the word for the ship stands


def names_ship(mention: PlaceMention, claim: Claim) -> bool:
    """Whether words read as a place name a ship in this sentence: a word for a ship before, or its sinking behind."""
    text, at = claim.sentence.text, mention.span.start - claim.sentence.start
    if at < 0:
        return False
    behind = text[at + len(mention.span.text) :]
    return BEFORE.search(text[max(0, at - NEAR) : at]) is not None or BEHIND.match(behind) is not None


def ship_names(claim: Claim) -> frozenset[str]:
    """The names of ships in a claim's sentence, as terms: words behind a word for a ship, or before its sinking."""
    found = {fold(before or behind) for before, behind in NAMED.findall(claim.sentence.text)}
    known = lexicon()
    plain = found - NO_NAME - known.states.keys() - known.ideas.keys()
    return frozenset(NAME + skeleton(name) for name in plain)
