"""Whether a claim speaks to what a matter asks: who struck, who holds, who has left; by its own words, kind and places.

What is told after a blow (rescue, visits, talks, demands), what may still come, and what is told of another land shares
a noun with the matter and answers nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from fogline.data.gazetteer import fold
from fogline.links.anchors import SITES
from fogline.links.frames import Frame
from fogline.links.lexicon import lexicon
from fogline.links.sites import NOWHERE, of_civilians
from fogline.links.stretches import main_day
from fogline.links.wording import wording

__all__ = [
    "OF_BLOW",
    "another_day",
    "answers_blow",
    "before_all",
    "elsewhere",
    "is_aftermath",
    "long_before",
    "speaks_of_holding",
    "speaks_of_leaving",
    "tells_blow",
    "tells_deed",
    "tells_harm",
    "tells_strike",
]

OF_BLOW = ("strike", "weapon", "war_crime", "mishap")
HARM = ("kill", "wound", "damage")
VIOLENCE = (*OF_BLOW, *HARM)
OF_DEED = ("strike", "kill", "wound", "damage", "war_crime", "mishap")
CHARGED = frozenset({"attack", "accusation", "casualties", "damage"})
ANSWERS = frozenset({"accuses", "denies", "doubts", "declines", "unconfirmed"})
# What is told beside a deed of violence: who met over it, who demands or promises what after it, who travels there.
BESIDE_KINDS = frozenset({"meeting", "negotiation", "aid", "sanction", "deployment", "movement", "detention"})
NEVER = frozenset({"clearance", "meeting", "negotiation"})  # mines that are laid are no blow yet
BESIDE_STANCES = frozenset({"demands", "promises"})
AFTERMATH = re.compile(
    r"\b(?:rescu(?:e|ed|ing|ers?) |search (?:and|operation|effort)|rubble|debris|trapped|body fragments|remained alive|"
    r"survived|condolences|mourn\w*|funerals?|buried)",
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
    r"\bevacuat\w* (?:of )?(?:the )?(?:\w+ ){0,2}"
    r"(?:civilians?|residents?|population|people|women|children|inhabitants)\b|\bprivate cars?\b",
    re.IGNORECASE,
)
STORMED = re.compile(r"\bstorm(?:s|ed|ing)?\b", re.IGNORECASE)  # who attacks holds not yet
OF_PLANT = frozenset({"control", "movement", "deployment", "clash"})
FROM = re.compile(r"\bfrom (?:\w+ ){0,3}$", re.IGNORECASE)
FEW_WORDS = 3
SEASON = 56  # days before which a deed was another one
LONGEST_DAY = 2  # days that a told day lasts
WIDE = frozenset({"region", "country", "area"})
BY_FORCE = ("repel", "fight")  # an attempt that failed tells not who holds
LATER = re.compile(
    r"\b(?:delay\w*|postpon\w*|put off|rescheduled|will|expects? to|expected|plans?|working)\b", re.IGNORECASE
)
OF_LEAVING = ("withdraw", "displaced", "lose", "captive", "corridor")
BESIDE_LEAVING = frozenset({"negotiation", "meeting", "detention", "deployment", "sanction", "demand"})


def tells_blow(frame: Frame) -> bool:
    """Whether a claim tells in its own words of a blow, not merely of the dead."""
    return frame.words.has(*OF_BLOW)


def tells_harm(frame: Frame) -> bool:
    """Whether a claim tells in its own words of violence, or of whom or what it hit."""
    return frame.words.has(*VIOLENCE)


def tells_strike(frame: Frame) -> bool:
    """Whether a claim tells of a strike by arms, or of a mishap in its stead."""
    return frame.words.has("strike", "mishap") or (frame.words.has("weapon") and frame.words.has(*HARM))


def is_aftermath(frame: Frame) -> bool:
    """Whether a claim tells what came after a blow: rescue, rubble, who was informed of it."""
    text = frame.claim.text
    return AFTERMATH.search(text) is not None or HEARD_OF.search(text) is not None or not _before(text)


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
    if frame.refers or (claim.stance in ANSWERS and claim.kind in CHARGED):
        return frame.words.has(*VIOLENCE) or frame.context.has(*VIOLENCE)
    told = tells_blow(frame) or frame.words.has("damage") if struck else frame.words.has(*VIOLENCE)
    if not told or is_aftermath(frame):
        return False
    return claim.kind not in BESIDE_KINDS or (_names_doer(frame) and bool(frame.anchors & SITES))


def _is_so(frame: Frame) -> bool:
    """Whether a claim tells what was, or answers what somebody tells."""
    told = frame.claim.stance in ANSWERS and (frame.claim.stance != "accuses" or ANY.search(frame.claim.text) is None)
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
    head = text[: found.start()].strip()
    if len(head.split()) < FEW_WORDS:  # "Days after the strike, ministers met"
        head = text[found.end() :].partition(",")[2].strip()
        return len(head.split()) < FEW_WORDS or wording(head).has(*VIOLENCE)
    return wording(head).has(*VIOLENCE, "hold")


def speaks_of_holding(frame: Frame, place: str, *, plant: bool) -> bool:
    """Whether a claim speaks to who holds a place, or with `plant` a plant or dam."""
    claim = frame.claim
    if plant:
        so = claim.stance not in BESIDE_STANCES and (frame.real or frame.against or frame.silent)
        return so and claim.kind in OF_PLANT and frame.words.has(*OF_HOLDING) and not frame.words.has(*BY_FORCE)
    spot = any(p.id == place and p.precision == "point" for p in frame.here)
    leaves = spot and claim.kind == "movement" and claim.stance not in BESIDE_STANCES  # who gives a siege up
    so = frame.real or frame.against or frame.silent or claim.stance in ANSWERS or leaves
    if not so or PEOPLE_HELD.search(claim.text) or GONE.search(claim.text):
        return False
    if STORMED.search(claim.text) and not frame.words.has("hold", "withdraw", "captive", "lose"):
        return False
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


def long_before(members: Collection[str], frames: Mapping[str, Frame]) -> set[str]:
    """The claims of a blow that tell of a day weeks before anybody spoke of it: how the war went until then."""
    first = min((day for claim_id in members if (day := frames[claim_id].said) is not None), default=0)
    return {c for c in members if (days := frames[c].happened) is not None and days.last < first - SEASON}


def another_day(members: Collection[str], frames: Mapping[str, Frame], town: str) -> set[str]:
    """The claims of a blow on a town that do not name it, and tell of a day well after the one that most tell."""
    main = main_day([frames[claim_id] for claim_id in members])
    if main is None:
        return set()
    days = {c: day.first for c in members if (day := frames[c].happened) and day.length <= LONGEST_DAY}
    late = {claim_id for claim_id, day in days.items() if day > main + LONGEST_DAY}
    return {claim_id for claim_id in late if town not in {place.id for place in frames[claim_id].here}}


def before_all(members: Collection[str], frames: Mapping[str, Frame], region: str) -> set[str]:
    """The claims on towns of a region that were said before anybody spoke of who holds the region."""
    whole = {c for c in members if region in {p.id for p in (*frames[c].here, *frames[c].around)}}
    wide = any(p.id == region and p.precision in WIDE for c in whole for p in (*frames[c].here, *frames[c].around))
    days = [day for c in whole if (day := frames[c].said) is not None]
    if not wide or not days:
        return set()
    return {c for c in set(members) - whole if (frames[c].said or min(days)) < min(days)}


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
