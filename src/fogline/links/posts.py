"""For whom a person speaks, by the words around the name: "League spokesman Didi Kabongo", "its commander"."""

from __future__ import annotations

import re

from fogline.data.gazetteer import fold
from fogline.links.lexicon import lexicon
from fogline.records.claims import Claim, Speaker

__all__ = ["bare_post", "is_body_of", "posted", "whose_post"]

# What stands before it is what the person speaks for.
POSTS = (
    r"(?:spokes(?:man|woman|person)|commander|leader|chief|secretary|official|officer|envoy|negotiator|minister|"
    r"commissioner|director|head|representative)"
)
POST = re.compile(rf"{POSTS}|general|colonel|brigadier|major|captain|admiral|governor|mayor")
BODY = r"[A-Z][\w’'-]*|army|navy|police|government|air force|coast guard"
BEFORE = re.compile(rf"({BODY})(?:['’]s)?\s+(?:\w+\s+){{0,2}}?{POSTS}\b")
# By such a noun alone a report calls a body that it, or another report, calls by its full name.
BODIES = frozenset(
    "front league movement council union alliance coalition resistance guard militia party brotherhood".split()
)
THEIR = re.compile(
    r"^(?:its|their|the (?:group|movement|front|militia|organi[sz]ation|union|council|rebels?|faction)['’]s?)\b",
    re.IGNORECASE,
)
MINISTER = re.compile(r"\b(\w+) [Mm]inister\b")
REACH = 60  # code points before a name in which its post stands


def posted(speaker: Speaker, claim: Claim) -> set[str]:
    """The keys of the body that the words in or right before a person's name give."""
    if speaker.span is None or speaker.kind != "person":
        return set()
    before = claim.sentence.text[: max(0, speaker.span.start - claim.sentence.start)]
    words = before[-REACH:].rpartition(",")[2] + speaker.span.text
    found = {fold(name) for name in BEFORE.findall(words)} | {f"{fold(of)} ministry" for of in MINISTER.findall(words)}
    return {name for name in found if name not in lexicon().stop and not THEIR.match(name)}


def whose_post(speaker: Speaker) -> bool:
    """Whether a speaker is named as somebody's: "its spokeswoman Hanan Idrissi"."""
    return speaker.span is not None and THEIR.match(speaker.span.text) is not None


def bare_post(speaker: Speaker) -> str | None:
    """The post by which alone a speaker is named: "the spokesman"; None for one with a name."""
    word = fold(speaker.name).removeprefix("the ")
    return word if speaker.kind == "person" and POST.fullmatch(word) else None


def is_body_of(short: str, long: str) -> bool:
    """Whether one word calls a body by the noun of its full name: "front" the People's Front of a valley."""
    return short in BODIES and " " in long and short in long.split()
