"""Matters that a site tells, whatever town is named with it: a ship, a plant or dam, a prison; and banned arms."""

from __future__ import annotations

import re
from collections.abc import Collection

from fogline.data.gazetteer import fold
from fogline.links.anchors import SITES, SPOTS
from fogline.links.frames import Frame
from fogline.links.lexicon import lexicon
from fogline.links.ships import ship_names
from fogline.links.wording import IDEA
from fogline.records.mentions import Place

__all__ = [
    "ARMS",
    "HELD",
    "NOWHERE",
    "OF_A_SHIP",
    "ONCE",
    "RARE",
    "SHIP",
    "SITE",
    "TOPICS_OF_SITES",
    "at_site",
    "banned_arms",
    "of_civilians",
    "of_one_plant",
    "site_told",
    "stands_for_state",
    "struck_once",
    "target_of",
    "toll_of_site",
]

NOWHERE = "-"
SHIP = "ship "
HELD = "held"  # who holds a plant or dam, whatever town or country is named with it
SITE = "site"  # what else is told of a plant or dam: who inspects it, whether it has power
ARMS = "arms"  # who means to use arms that nobody owns up to
OF_A_SHIP = IDEA + "ship"
RARE = frozenset({IDEA + "nuclear", IDEA + "dam"})  # sites of which a region mostly has one
ONCE = frozenset({IDEA + "prison", IDEA + "theatre", IDEA + "mall"})
FIGHTERS = frozenset("defenders defender garrison holdouts surrender surrendered surrendering".split())
A_PLANT = re.compile(r"\b(?:plants?|power stations?|dams?)\b", re.IGNORECASE)
PRISON = frozenset({IDEA + "prison"})
OF_CAPTIVES = frozenset({IDEA + "captive", IDEA + "kill"})  # with a strike
CHARGING = frozenset({"accuses", "denies"})
STRUCK = ("strike", "weapon", "kill", "wound", "damage", "war_crime", "mishap")
TOPICS_OF_SITES = {
    "inspectors": re.compile(r"\b(?:inspect\w*|mission|monitors?|observers?|visit\w*|experts?)\b", re.IGNORECASE),
    "power": re.compile(
        r"\b(?:electric\w*|power (?:lines?|supply|supplies|grid|cuts?|loss|outage)|grid|blackout|disconnect\w*|"
        r"reconnect\w*|shut\w* ?down)\b",
        re.IGNORECASE,
    ),
    "zone": re.compile(r"\b(?:demilitari[sz]\w*|(?:safety|security|protection) zone)\b", re.IGNORECASE),
}
BESIDE = re.compile(r"\b([A-Z]\w+)(?:\s*[,/&–-]\s*| and | or )([A-Z]\w+)\b")
BANNED = re.compile(
    r"\b(dirty|chemical|biological|toxic|radiological|bacteriological|phosphorus|thermobaric|cluster)[ -]"
    r"(?:bomb|weapon|munition|substance|agent|shell|arm|attack|provocation|poison)s?\b",
    re.IGNORECASE,
)


def of_one_plant(left: Frame, right: Frame) -> bool:
    """Whether both claims speak of a plant or a dam."""
    return not RARE.isdisjoint(left.anchors & right.anchors)


def at_site(left: Frame, right: Frame, *, held: bool) -> str:
    """The matter of what both tell of a plant or dam without a blow: who holds it, or what else is asked of it."""
    what, _, where = (target_of(left, right) or NOWHERE).partition("|")
    told = (left.claim.text, right.claim.text)
    asked = next((topic for topic, words in TOPICS_OF_SITES.items() if all(map(words.search, told))), None)
    family, topic = (HELD, "") if held and asked is None else (SITE, f" {asked}" if asked else "")
    return f"{family}|{what}{topic}|{where or NOWHERE}"


def of_civilians(frame: Frame) -> bool:
    """Whether a claim speaks of civilians, and of no fighters."""
    fighters = frame.words.has("troops", "formation", "captive") or not FIGHTERS.isdisjoint(frame.words.tokens)
    return frame.words.has("civilians") and not fighters


def banned_arms(left: Frame, right: Frame) -> str | None:
    """The kind of banned arms that both sentences name, and the words of one claim at least."""
    both = _arms(left.claim.sentence.text) & _arms(right.claim.sentence.text)
    named = both & _arms(f"{left.claim.text}; {right.claim.text}")
    return min(named, default=None)


def _arms(words: str) -> set[str]:
    """The kinds of banned arms that words name."""
    return {fold(kind) for kind in BANNED.findall(words)}


def target_of(left: Frame, right: Frame) -> str | None:
    """A ship that was hit, by name, or a plant or dam, by its region: one of a kind, whatever town is named with it."""
    anchors = left.anchors | right.anchors
    if OF_A_SHIP in anchors:
        one, other = ship_names(left.claim), ship_names(right.claim)
        names = sorted(one & other or (one | other) & left.anchors & right.anchors or one ^ other)
        return f"{SHIP}{names[0]}|{NOWHERE}" if names else None
    rare = sorted(RARE & left.anchors & right.anchors) or sorted(RARE & anchors) or _of_story(left, right)
    if not rare or _other_site(left.anchors & right.anchors):
        return None
    return f"{rare[0].removeprefix(IDEA)}|{_region(left, right)}"


def _of_story(left: Frame, right: Frame) -> list[str]:
    """The plant or dam that the reports of two claims are about, where both speak of "the plant" and of no other."""
    both = all(A_PLANT.search(frame.claim.text) and not frame.anchors & SITES for frame in (left, right))
    apart = any(place.precision == "point" for frame in (left, right) for place in frame.here)
    return sorted(RARE & left.setting.anchors & right.setting.anchors) if both and not apart else []


def struck_once(left: Frame, right: Frame) -> str | None:
    """A site that is hardly struck twice, by its region: a prison, a theatre, a shopping centre.

    One of the two claims may leave it out, but names no other; a town apart makes them two.
    """
    sites = [site_told(frame) for frame in (left, right)]
    once = ONCE & sites[0] & sites[1] if all(sites) else ONCE & (sites[0] | sites[1])
    towns = [
        {place.id for place in frame.here if place.precision in SPOTS} - _capitals(frame) for frame in (left, right)
    ]
    apart = all(towns) and not towns[0] & towns[1] and not all(ONCE & told for told in sites)
    if not once or apart:
        return None
    return f"{min(once).removeprefix(IDEA)}|{_region(left, right, plain=True)}"


def toll_of_site(left: Frame, right: Frame) -> str | None:
    """A site hardly struck twice that two claims of its dead name, by its region: they tell of the blow itself."""
    if not ONCE & site_told(left) & site_told(right):
        return None
    return struck_once(left, right)


def site_told(frame: Frame) -> frozenset[str]:
    """The sites that a claim names, else one of those hardly struck twice that its sentence names.

    An attack that killed prisoners of war struck where they were held, though nobody names the camp.
    """
    own = frame.anchors & SITES
    if own or not frame.words.has(*STRUCK):
        return own
    beside = frame.context.terms & SITES
    if len(beside) == 1 and beside <= ONCE:
        return frozenset(beside)
    story = frame.setting.anchors & SITES
    if not beside and len(story) == 1 and story <= ONCE:
        return story  # the only one that its report speaks of
    told = frame.words.terms | frame.context.terms
    hit = frame.words.has("strike", "weapon") or (frame.claim.stance in CHARGING and frame.words.has("kill"))
    return PRISON if told >= OF_CAPTIVES and hit else frozenset()


def _region(left: Frame, right: Frame, *, plain: bool = False) -> str:
    """The region of two claims; with `plain` a capital, which may stand for its government, tells none."""
    places = (*left.here, *left.around, *right.here, *right.around)
    told = [place for place in places if not plain or fold(place.name) not in lexicon().states]
    return min((place.region for place in told if place.region), default=NOWHERE)


def stands_for_state(place: Place, frame: Frame) -> bool:
    """Whether a place is a capital that a report is written from, or that stands for its government.

    "Kyiv, Moscow trade blame" tells of no place.
    """
    known, mine = lexicon().states, fold(place.name)
    if known.get(mine, mine) == mine:
        return False
    pairs = ((fold(one), fold(other)) for one, other in BESIDE.findall(frame.claim.sentence.text))
    beside = any(mine in pair and known.keys() >= {*pair} and known[pair[0]] != known[pair[1]] for pair in pairs)
    return beside or place not in frame.here


def _capitals(frame: Frame) -> set[str]:
    return {place.id for place in frame.here if fold(place.name) in lexicon().states}


def _other_site(anchors: Collection[str]) -> bool:
    return bool((SITES - RARE).intersection(anchors)) and not RARE.intersection(anchors)
