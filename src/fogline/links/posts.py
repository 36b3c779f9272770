"""For whom a person speaks, by the words around the name: "League spokesman Didi Kabongo", "its commander"."""

from __future__ import annotations

import re

from fogline.data.gazetteer import fold
from fogline.links.lexicon import lexicon
from fogline.records.claims import Claim, Speaker

__all__ = ["bare_post", "is_body_of", "issued_by", "owned_by_body", "posted", "posted_behind", "whose_post"]

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
OFFICES = frozenset(
    {"commissioner", "governor", "mayor", "ombudsman", "prosecutor", "regime", "junta"}
)  # one in a story
THEIR = re.compile(
    r"^(?:its|their|the (?:group|movement|front|militia|organi[sz]ation|union|council|rebels?|faction)['’]s?)\b",
    re.IGNORECASE,
)
# "the Bloc's spokesman", "the port authority's closing tally": whose word it is stands before it.
OWNER = re.compile(
    rf"^(?:[Tt]he )?(.+?)['’]s? (?:[\w-]+ ){{0,3}}?(?:{POSTS}|command|wing|bureau|office|desk|team|tally|statement|"
    r"bulletin|note|communiqu[eé]|letter|press)\b"
)
# "Saba Obando, director of the port authority", "Pedro Rua, who speaks for the Front's command".
HEADS = re.compile(
    rf"^,? (?:the |its |an? )?(?:[\w-]+ ){{0,2}}?(?:(?:{POSTS}|chair(?:man|woman)|president|member) (?:of|for)|"
    r"who (?:speaks? for|heads|leads|commands|runs))\s+(?:the )?([\w’'-]+(?: (?!in\b|at\b|said\b|told\b)[\w’'-]+){0,3})"
)
OF_FRONT = re.compile(r"^ (?:of|for|from) the ([A-Z]\w+)\b")
MINISTER = re.compile(r"\b(\w+) [Mm]inister\b")
CLAUSE = re.compile(r"[,;:]|\s[—–-]\s")  # "Northland's envoy accuses Eastland; Eastland's ambassador denies it"
REACH = 60  # code points before a name in which its post stands


def posted(speaker: Speaker, claim: Claim) -> set[str]:
    """The keys of the body that the words in or right before a person's name give."""
    if speaker.span is None or speaker.kind != "person":
        return set()
    before = claim.sentence.text[: max(0, speaker.span.start - claim.sentence.start)]
    words = f"{CLAUSE.split(before[-REACH:].rstrip(' ,'))[-1]} {speaker.span.text}"  # "the army chief, General Ek"
    found = {fold(name) for name in BEFORE.findall(words)} | {f"{fold(of)} ministry" for of in MINISTER.findall(words)}
    return {name for name in found if name not in lexicon().stop and not THEIR.match(name)}


def issued_by(speaker: Speaker) -> frozenset[str]:
    """The keys of the body whose spokesman, office or bulletin speaks; empty where its name does not say whose."""
    found = OWNER.match(speaker.name.partition(",")[0])
    return frozenset({fold(found[1])} if found and found[1].lower() not in ("it", "their", "group") else ())


def owned_by_body(speaker: Speaker) -> bool:
    """Whether a person is named as that of a body without a state: "the movement's military head"."""
    written = speaker.span.text.partition(",")[0] if speaker.span else ""
    found = OWNER.match(written) if speaker.kind == "person" else None
    return found is not None and fold(found[1]).split()[-1] in BODIES


def posted_behind(behind: str) -> frozenset[str]:
    """The keys of the body that the words right behind a person's name give."""
    found = HEADS.match(behind)
    if found:
        body = fold(re.sub(r"['’]s$", "", found[1].split("'s ")[0].split("’s ")[0]))
        return frozenset({body}) - lexicon().stop
    front = OF_FRONT.match(behind)
    return frozenset({fold(front[1])} & BODIES) if front else frozenset()


def whose_post(speaker: Speaker) -> bool:
    """Whether a speaker is named as somebody's: "its spokeswoman Hanan Idrissi"."""
    return speaker.span is not None and THEIR.match(speaker.span.text) is not None


def bare_post(speaker: Speaker) -> str | None:
    """The post by which alone a speaker is named: "the spokesman"; None for one with a name."""
    word = fold(speaker.name).removeprefix("the ")
    return word if speaker.kind == "person" and POST.fullmatch(word) else None


def is_body_of(short: str, long: str) -> bool:
    """Whether one word calls a body by the noun of its full name: "front" the People's Front of a valley."""
    return short in BODIES | OFFICES and " " in long and short in long.split()
