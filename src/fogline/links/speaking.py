"""Whether a claim speaks to what a matter asks: who struck, who holds, who has left; by its own words, kind and places.

What is told after a blow (rescue, visits, talks, demands), what may still come, and what is told of another land shares
a noun with the matter and answers nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from fogline.data.gazetteer import fold
from fogline.links.anchors import SITES
from fogline.links.frames import Frame
from fogline.links.lexicon import lexicon
from fogline.links.sites import NOWHERE, of_civilians
from fogline.links.wording import wording

__all__ = [
    "OF_BLOW",
    "answers_blow",
    "elsewhere",
    "is_aftermath",
    "speaks_of_holding",
    "speaks_of_leaving",
    "tells_blow",
    "tells_deed",
    "tells_strike",
]

OF_BLOW = ("strike", "weapon", "war_crime", "mishap")
HARM = ("kill", "wound", "damage")
VIOLENCE = (*OF_BLOW, *HARM)
OF_DEED = ("strike", "kill", "wound", "damage", "war_crime", "mishap")
ANSWERS = frozenset({"accuses", "denies", "doubts", "declines", "unconfirmed"})
# What is told beside a deed of violence: who met over it, who demands or promises what after it, who travels there.
BESIDE_KINDS = frozenset({"meeting", "negotiation", "aid", "sanction", "deployment", "movement", "detention"})
NEVER = frozenset({"clearance", "meeting", "negotiation"})  # mines that are laid are no blow yet
BESIDE_STANCES = frozenset({"demands", "promises"})
AFTERMATH = re.compile(
    r"\b(?:rescu(?:e|ed|ing|ers?) |search (?:and|operation|effort)|rubble|debris|trapped|body fragments|condolences|"
    r"mourn\w*|funerals?|buried)",
    re.IGNORECASE,
)
# "Inspectors reach the plant after shelling": the blow is what came before, not what is told.
AFTER = re.compile(r"\b(?:after|following|in the wake of|amid|despite)\b", re.IGNORECASE)
HEARD_OF = re.compile(r"\b(?:briefed|updates?|updated|informed|proceedings)\b", re.IGNORECASE)
# "Any attack would be suicidal": of no attack that was.
ANY = re.compile(r"^\W*(?:any|every|another|possible)\b|\b(?:in the event of|readiness to|ready to)\b", re.IGNORECASE)
PLANNED = re.compile(
    r"\b(?:prepar(?:ation|ations|es|ing)|plans|planning|plotting|plots) (?!.*\bhits?\b)", re.IGNORECASE
)
# What is told beside who holds ground: people who are held, and what is spoken of in passing.
BESIDE_HOLDING = frozenset(
    {"detention", "meeting", "negotiation", "aid", "sanction", "attack", "casualties", "damage", "accusation"}
)
OF_HOLDING = ("hold", "take", "lose", "withdraw", "advance", "repel", "encircle", "fight", "station", "stay")
PEOPLE_HELD = re.compile(
    r"\b(?:team|staff|people|workers?|residents?|journalists?|prisoners?|members?|convoy|he|she|they)\b.{0,20}"
    r"\b(?:being|was|were|is|are) held\b",
    re.IGNORECASE,
)
GONE = re.compile(
    r"\bevacuat\w* (?:of )?(?:the )?(?:\w+ ){0,2}(?:civilians?|residents?|population|people|women|children|inhabitants)\b"
    r"|\bprivate cars?\b",
    re.IGNORECASE,
)
OF_PLANT = frozenset({"control", "movement", "deployment", "clash"})
FROM = re.compile(r"\bfrom (?:\w+ ){0,3}$", re.IGNORECASE)
BY_FORCE = ("repel", "fight")  # an attempt that failed tells not who holds
LATER = re.compile(
    r"\b(?:delay\w*|postpon\w*|put off|rescheduled|will|expects? to|expected|plans?|working)\b", re.IGNORECASE
)
OF_LEAVING = ("withdraw", "displaced", "lose", "captive", "corridor")
BESIDE_LEAVING = frozenset({"negotiation", "meeting", "detention", "deployment", "sanction", "demand"})


def tells_blow(frame: Frame) -> bool:
    """Whether a claim tells in its own words of a blow, not merely of the dead."""
    return frame.words.has(*OF_BLOW)


def tells_strike(frame: Frame) -> bool:
    """Whether a claim tells of a strike by arms, or of a mishap in its stead."""
    return frame.words.has("strike", "mishap") or (frame.words.has("weapon") and frame.words.has(*HARM))


def is_aftermath(frame: Frame) -> bool:
    """Whether a claim tells what came after a blow: rescue, rubble, who was informed of it."""
    text = frame.claim.text
    return AFTERMATH.search(text) is not None or HEARD_OF.search(text) is not None


def tells_deed(frame: Frame) -> bool:
    """Whether a claim tells of a deed by its kind, or of one at a site in its words: nothing demanded or promised."""
    claim = frame.claim
    if claim.stance in BESIDE_STANCES:
        return False
    return claim.kind not in BESIDE_KINDS or (frame.words.has(*OF_DEED) and bool(frame.anchors & SITES))


def answers_blow(frame: Frame, *, struck: bool) -> bool:
    """Whether a claim speaks to who struck a place, or to whether it was struck.

    With `struck` it is asked who struck, so that who tells of the dead alone does not answer.
    """
    claim = frame.claim
    if claim.stance in BESIDE_STANCES or claim.kind in NEVER or not _is_so(frame):
        return False
    if frame.refers or (claim.stance in ANSWERS and claim.kind in ("attack", "accusation")):
        return frame.words.has(*VIOLENCE) or frame.context.has(*VIOLENCE)
    told = tells_blow(frame) or frame.words.has("damage") if struck else frame.words.has(*VIOLENCE)
    if not told or is_aftermath(frame):
        return False
    if claim.kind in BESIDE_KINDS and not (_names_doer(frame) and bool(frame.anchors & SITES)):
        return False
    return _before(claim.text)


def _is_so(frame: Frame) -> bool:
    """Whether a claim tells what was, or answers what somebody tells."""
    told = frame.claim.stance in ANSWERS
    asks = ANY.search(frame.claim.text) is not None or PLANNED.search(frame.claim.text) is not None
    return told or ((frame.real or frame.against or frame.silent) and not asks)


def _names_doer(frame: Frame) -> bool:
    """Whether a claim tells of a strike and names a state or a party that did it."""
    return frame.words.has("strike") and bool(frame.words.states or frame.doers) and not of_civilians(frame)


def _before(text: str) -> bool:
    """Whether the blow is what words tell, not only what came before it."""
    found = AFTER.search(text)
    if found is None:
        return True
    head = text[: found.start()].strip() or text[found.end() :].partition(",")[2]
    return wording(head).has(*VIOLENCE, "hold")


def speaks_of_holding(frame: Frame, place: str, *, plant: bool) -> bool:
    """Whether a claim speaks to who holds a place, or with `plant` a plant or dam."""
    claim = frame.claim
    if plant:
        so = claim.stance not in BESIDE_STANCES and (frame.real or frame.against or frame.silent)
        return so and claim.kind in OF_PLANT and frame.words.has(*OF_HOLDING) and not frame.words.has(*BY_FORCE)
    if PEOPLE_HELD.search(claim.text) or GONE.search(claim.text):
        return False
    spot = any(p.id == place and p.precision == "point" for p in frame.here)
    if spot and of_civilians(frame):
        return False
    return claim.kind not in BESIDE_HOLDING or frame.words.has("hold", "take")


def speaks_of_leaving(frame: Frame) -> bool:
    """Whether a claim tells that somebody has left, or was held back; not what is planned, put off or asked for."""
    claim = frame.claim
    if claim.stance in BESIDE_STANCES or claim.kind in BESIDE_LEAVING or not frame.words.has(*OF_LEAVING):
        return False
    return frame.against or frame.silent or (frame.real and LATER.search(claim.text) is None)


def elsewhere(members: Iterable[str], frames: Mapping[str, Frame], region: str) -> set[str]:
    """The claims of a matter in one region that name places of other regions or lands alone.

    Where the key tells no region, the land that most claims name is meant.
    """
    told = {claim_id: _own(frames[claim_id]) for claim_id in members}
    lands = Counter(land for own in told.values() for land in {land for _, land in own if land})
    home = min(lands, key=lambda land: (-lands[land], land), default="")
    found: set[str] = set()
    for claim_id, own in told.items():
        abroad = bool(own) and all(land and land != home for _, land in own)
        apart = bool(own) and region != NOWHERE and all(code and code != region for code, _ in own)
        if abroad or apart:
            found.add(claim_id)
    return found


def _own(frame: Frame) -> Sequence[tuple[str, str]]:
    """Region and land of the places that the sentence of a claim names, but for those that arms were fired from."""
    told = frame.claim.sentence
    found: list[tuple[str, str]] = []
    for mention in frame.claim.places:
        at = mention.span.start - told.start
        place = mention.place
        if place is None or mention.derived or mention.metonym or not 0 <= at < len(told.text):
            continue
        if fold(place.name) not in lexicon().states and not FROM.search(told.text[:at]):
            found.append((place.region or "", place.country or ""))
    return found
