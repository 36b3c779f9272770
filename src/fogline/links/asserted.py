"""What a claim's words tell by themselves: without a heading that names the war, and the word of somebody else behind.

A headline puts "Northland-Eastland war:" before what it tells, and a sentence goes on "as Northland denies an attack":
neither is told by who makes the claim.
"""

from __future__ import annotations

import re
from functools import lru_cache

from fogline.data.gazetteer import fold
from fogline.links.lexicon import lexicon
from fogline.links.ships import names_ship
from fogline.records.claims import Claim
from fogline.records.mentions import Place

__all__ = ["controls_thing", "opening_of", "own_words", "past_fight", "places_of", "yielding"]

NAME = r"[A-Z][\w’'.]*"
HEADING = re.compile(rf"^\W*{NAME}[-–]{NAME}\s+(?:war|conflict|crisis|standoff|tensions)\b[^:]{{0,24}}:\s+")
SAYING = (
    r"(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|refut(?:es?|ed)|condemn(?:s|ed)?|accus(?:es?|ed)|"
    r"blam(?:es?|ed)|vow(?:s|ed)?|warn(?:s|ed)?|claim(?:s|ed)?|sa(?:y|ys|id)|insist(?:s|ed)?)"
)
ANOTHER = re.compile(
    rf",?\s+(?:as|while|though|although|whereas|even as)\s+(?:the\s+)?{NAME}(?:\s+[\w’'-]+){{0,3}}?\s+{SAYING}\s.*$",
    re.DOTALL,
)
# Who loses control of radiation, a lorry or the situation loses no ground.
THING = re.compile(
    r"\bcontrol (?:of|over) (?:the |its |his |her |their )?(?:\w+ )?(?:radiation|reactor|emissions?|situation|vehicle|"
    r"car|lorry|truck|bus|ship|vessel|aircraft|plane|jet|helicopter|drone|fire|blaze|crowd|narrative|prices?)\b",
    re.IGNORECASE,
)
FEWEST = 2  # words before it that tell something
# "in the Aldern direction", "along the Bresk and Aldern axes": ground before a town, however far from it.
TOWARDS = re.compile(
    rf"(?:,?\s*(?:and|or)?\s*{NAME}(?:[-\s]{NAME})?){{0,5}}\s+(?:direction|directions|axis|axes|sector|sectors|front)\b"
)
TOWARDS_OF = re.compile(r"\b(?:direction|directions|axis|axes)\s+of\s+(?:the\s+)?(?:(?:town|city|village)\s+of\s+)?$")
# "The fighters defending the plant surrendered": what the verb says, not what its subject did before.
HOLDING_BEFORE = re.compile(
    r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bstill )(?<!\bbeen )(?<!\bnow )"
    r"\b(?:who (?:had )?(?:defended|held)|defending|holding|guarding|garrisoning|occupying)\b[^,;:]*?"
    r"\b(?:surrender(?:s|ed)?|laid down|lay down|leaves?|left|quit|with(?:draws?|drew)|retreat(?:s|ed)?|"
    r"pull(?:s|ed)? (?:out|back)|capitulat(?:es?|ed)|gave (?:up|themselves up)|"
    r"evacuated|have been evacuated)\b"
)
# "The battle for the town raged for three weeks": over, unless it "has raged" or came to "a third day".
PAST_FIGHT = re.compile(
    r"\b(?:battles?|fighting|fights?|siege|clashes|combat)\b[^,;:]{0,40}?(?<!\bhas )(?<!\bhave )"
    r"\b(?:raged|lasted|continued|went on|dragged on|took place)\s+"
    r"(?:for\s+(?!(?:a|the)\s+(?:\w+(?:st|nd|rd|th)|past|last)\b)|from\b|until\b|between\b)[^,;:]*",
    re.IGNORECASE,
)
NARROW = frozenset({"point", "town", "district"})
# "The town is ours" names its town as plainly as the sentence before it did.
THE_PLACE = re.compile(
    r"\b(?:the|this|that|our)\s+(?:\w+\s+)?(?:town|city|village|settlement|pass|port|base|camp|bridge|airport|district)\b",
    re.IGNORECASE,
)

# "After the ruin of the theatre, the minister wrote to firms": who does what the main clause tells did not do that.
OPENING = re.compile(
    r"^\W*(?:after|following|since|amid|before|despite|in response to|because of)\b[^,]*,\s+(?:which\b[^,]*,\s+)?",
    re.IGNORECASE,
)


def own_words(text: str) -> str:
    """A claim's text without the name of the war before it and without the word of another behind it."""
    told = HEADING.sub("", text)
    found = ANOTHER.search(told)
    return told[: found.start()] if found and len(told[: found.start()].split()) >= FEWEST else told


def _beside(claim: Claim, start: int, end: int) -> bool:
    """Whether the place that stands from `start` to `end` only gives a direction of the front."""
    text, offset = claim.sentence.text, claim.sentence.start
    if TOWARDS.match(text[max(0, end - offset) :]):
        return True
    return TOWARDS_OF.search(text[: max(0, start - offset)]) is not None


def yielding(text: str) -> bool:
    """Whether those who defended or held a place are said to give it up: "the men defending the plant surrendered"."""
    return HOLDING_BEFORE.search(text) is not None


def past_fight(text: str) -> str:
    """A text without fighting that it tells as over: "the battle for the town raged for three weeks"."""
    return PAST_FIGHT.sub(" ", text)


def controls_thing(text: str) -> bool:
    """Whether the control that a text tells of is of a thing or of how things go, not of ground."""
    return THING.search(text) is not None


def places_of(claim: Claim) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """The places that a claim's own words name, and those of its sentence and its report."""
    here: list[Place] = []
    around: list[Place] = []
    for mention in claim.places:
        if mention.place is None or names_ship(mention, claim):
            continue
        inside = any(span.start <= mention.span.start < span.end for span in claim.evidence)
        named = inside and not mention.metonym and not _beside(claim, mention.span.start, mention.span.end)
        (here if named else around).append(mention.place)
    if not here and THE_PLACE.search(claim.text):
        derived = [m.place for m in claim.places if m.derived and m.place and m.place.precision in NARROW]
        meant = [place for place in derived if fold(place.name) not in lexicon().states]  # a capital is no "town"
        return tuple(meant), tuple(place for place in around if place not in meant)
    return tuple(here), tuple(around)


@lru_cache(maxsize=16384)
def opening_of(text: str) -> str:
    """What stands before the main clause of a text and tells of something else; empty where nothing does."""
    found = OPENING.match(text)
    return found[0] if found else ""
