"""What ties a claim to one event: towns, sites and names that few events of a war share."""

from __future__ import annotations

import re
from functools import lru_cache
from math import inf
from typing import TYPE_CHECKING

from fogline.data.gazetteer import fold
from fogline.links.lexicon import lexicon
from fogline.links.ships import names_ship, ship_names
from fogline.links.wording import IDEA, NAME, Wording, skeleton, wording
from fogline.records.claims import Claim
from fogline.records.mentions import Place

if TYPE_CHECKING:
    from fogline.links.frames import Frame
    from fogline.links.parties import Setting

__all__ = [
    "LONG_REPORT",
    "SITES",
    "SPOTS",
    "anchors_of",
    "is_local",
    "named",
    "one_kind",
    "one_story",
    "one_target",
    "opposed_parties",
    "strikes_once",
    "tied",
]

SPOTS = frozenset({"point", "town"})
REPORT_PAIRS = 16_384  # pairs of reports of which it stays in memory whether they tell one story
PLACES_HIT = "bridge hospital school market dam depot terminal port camp theatre mall church prison nuclear ship"
SITES = frozenset(IDEA + site for site in PLACES_HIT.split())
TITLES = frozenset(
    """
    president defense defence defenders staff chief force forces air navy guard police army command party
    council parliament assembly court office head spokesman ambassador president minister mayor general
    colonel major captain lieutenant mr mrs war net news photo un eu nato
    front movement league alliance guard guards border service region province valley northern southern eastern western
    central national federal interior foreign health united people's red cross
    """.split()
)
STORY = 2  # towns, sites and names that two reports on one story share at least
NAMES, FORTNIGHT = 3, 14  # names that two reports share beside one anchor, days within which they do
SOON, THEMES = 30, 3  # days within which long reports on the same several themes are on one story
RARE_THEMES = frozenset(IDEA + i for i in ("truce", "accord", "exchange", "captive", "talks", "observers", "foreign"))
SEASON = 75  # days within which two reports on one town and its people tell one story
NEXT_DAYS = 5  # days within which one rare theme is enough
MANY = 4  # names that two reports of one season share beside one that both come back to
LONG_REPORT = 4  # claims; in a shorter report each claim must say itself what it is about
KIND_GROUPS = (
    frozenset({"attack", "casualties", "damage", "accusation", "clash", "detention"}),
    frozenset({"control", "movement", "deployment", "clash"}),
)
HIT_AGAIN = frozenset(IDEA + site for site in ("nuclear", "dam", "port", "depot", "camp", "bridge"))
SHIP = IDEA + "ship"
WARSHIP = re.compile(r"\b(?:cruiser|flagship|warship|frigate|corvette|destroyer)\b", re.IGNORECASE)
PUBLIC = frozenset({"person", "government", "people"})  # actors that all events of a war have in common


def anchors_of(claim: Claim, words: Wording) -> frozenset[str]:
    """The towns, sites and names of a claim; regions, capitals, states, leaders and institutions tie it to nothing."""
    placed = [mention for mention in claim.places if mention.place is not None and not names_ship(mention, claim)]
    spots = {m.place.id for m in placed if m.place and not m.metonym and _is_spot(m.place)}
    common = {_name(part) for m in placed if m.place for part in fold(f"{m.place.name} {m.span.text}").split()}
    common |= {_name(part) for speaker in claim.speakers for part in fold(speaker.name).split()}
    parties = (*claim.actors, *claim.targets)
    common |= {_name(part) for p in parties if p.actor.kind in PUBLIC for part in fold(p.actor.name).split()}
    names = {term for term in words.terms if term.startswith(NAME)} - common - _offices()
    sites = words.terms.union(*(wording(m.place.name).terms for m in placed if m.place and m.place.id in spots)) & SITES
    return frozenset(spots | names | sites)


def one_kind(left: Frame, right: Frame) -> bool:
    """Whether two claims tell the same kind of thing: violence, ground, or one other kind."""
    one, other = left.claim.kind, right.claim.kind
    return one == other or "other" in (one, other) or any({one, other} <= group for group in KIND_GROUPS)


def one_target(left: Frame, right: Frame) -> bool:
    """Whether two claims share what few deeds share: a site, a name, or a spot narrower than a town."""
    if SHIP in left.anchors & right.anchors and not _one_ship(left, right):
        return False
    points = [{p.id for p in (*f.here, *f.around) if p.precision == "point"} for f in (left, right)]
    common = left.anchors & right.anchors
    return bool(points[0] & points[1]) or any(anchor in SITES or anchor.startswith(NAME) for anchor in common)


def strikes_once(left: Frame, right: Frame) -> bool:
    """Whether two claims share a site that is hardly hit twice; plants, ports, depots and camps are hit again."""
    return bool(left.anchors & right.anchors & (SITES - HIT_AGAIN))


def _one_ship(left: Frame, right: Frame) -> bool:
    one, other = ship_names(left.claim), ship_names(right.claim)
    if one and other:
        return bool(one & other)
    return all(WARSHIP.search(frame.claim.sentence.text) for frame in (left, right))


def named(frame: Frame) -> frozenset[str]:
    """The anchors that stand in a claim's own words, not around them."""
    return (frame.anchors & frame.words.terms) | {place.id for place in frame.here}


def tied(left: Frame, right: Frame, *, story: bool) -> bool:
    """Whether two claims speak of one town, site or name, or stand in reports on one `story`."""
    if left.setting is right.setting or story:
        return True
    sites = left.anchors & SITES, right.anchors & SITES
    if all(sites) and not sites[0] & sites[1]:
        return False  # a school and a station in one town are two targets
    return bool(left.anchors & right.anchors)


def one_story(left: Frame, right: Frame) -> bool:
    """Whether two claims stand in one long report, or in two that share several towns, sites and names."""
    return _tell_one_story(left.setting, right.setting)


@lru_cache(maxsize=REPORT_PAIRS)
def _tell_one_story(one: Setting, other: Setting) -> bool:
    """Whether two reports, or one long report, tell one story."""
    if one is other:
        return one.told >= LONG_REPORT
    told = min(one.told, other.told) >= LONG_REPORT
    if not told:
        return False
    common = one.anchors & other.anchors
    if len(common) >= STORY and _of_one_event(common):
        return True
    if _by_names(one, other, common) or _by_town(one, other, common) or _by_region(one, other):
        return True
    names = (one.names & other.names) - _offices()
    if not names and one.countries and other.countries and not {*one.countries} & {*other.countries}:
        return False  # themes alone are those of any war
    days = _days_between(one, other)
    if len(common) >= STORY and days <= FORTNIGHT:
        return True
    themes = one.themes & other.themes
    rare = len(themes & RARE_THEMES)
    return days <= SOON and (len(themes) >= THEMES or rare >= STORY or (days <= NEXT_DAYS and rare > 0))


def _of_one_event(common: frozenset[str]) -> bool:
    """Whether anchors that two reports share are of one event: a town among them, or a name and a site."""
    kinds = {"town" if ":" in anchor else "name" if anchor.startswith(NAME) else "site" for anchor in common}
    return "town" in kinds or len(kinds) > 1


def _by_town(one: Setting, other: Setting, common: frozenset[str]) -> bool:
    """Whether two reports of one season speak of one town and of several names, its own among them or not."""
    names = {name for name in one.names & other.names if name.startswith(NAME)} - _offices()
    days = _days_between(one, other)
    enough = len(names) >= NAMES or (len(names) >= STORY and days <= SOON)
    return enough and days <= SEASON and any(":" in anchor for anchor in common)


def _by_region(one: Setting, other: Setting) -> bool:
    """Whether two reports of one season keep coming back to one region, with the same people and the same themes."""
    if not one.regions & other.regions or len(one.themes & other.themes) < THEMES:
        return False
    names = {name for name in one.names & other.names if name.startswith(NAME)} - _offices()
    unknown = one.published is None or other.published is None
    return len(names) > NAMES and (unknown or _days_between(one, other) <= SEASON)


def _by_names(one: Setting, other: Setting, common: frozenset[str]) -> bool:
    """Whether two outlets tell one story of places that no list has: by several names, or a site and a name."""
    if one.publisher == other.publisher or min(_spots(one.anchors), _spots(other.anchors)) >= STORY:
        return False  # one outlet names the same people every day, and known places tell stories better
    names, days = (one.names & other.names) - _offices(), _days_between(one, other)
    if days <= NEXT_DAYS and (one.spots & other.anchors or other.spots & one.anchors):
        return True  # a town that one comes back to
    site = common & one.themes & other.themes & SITES
    if site and names and days <= NEXT_DAYS:
        return True
    if names & one.mains & other.mains and days <= (SEASON if len(names) >= MANY else SOON):
        return len(names) >= STORY or (days <= NEXT_DAYS and any(":" in anchor for anchor in common))
    return len(names) >= NAMES and days <= (FORTNIGHT if common else NEXT_DAYS)


def _spots(anchors: frozenset[str]) -> int:
    """How many of some anchors are places that the gazetteer knows."""
    return sum(":" in anchor and not anchor.startswith("text:") for anchor in anchors)


def _days_between(one: Setting, other: Setting) -> float:
    """The days between two reports; no end of them where one is unknown."""
    return inf if one.published is None or other.published is None else abs(one.published - other.published)


def opposed_parties(left: Frame, right: Frame) -> bool:
    """Whether two speakers, each of a known side, speak for different sides."""
    one, other = left.claim.speaker, right.claim.speaker
    if one is None or other is None or left.party & right.party:
        return False
    return bool(one.side and other.side and one.side != other.side)


def is_local(place: Place) -> bool:
    """Whether a place is a town or site, and no capital, from which a report may only be written."""
    return place.precision in SPOTS and fold(place.name) not in lexicon().states


def _is_spot(place: Place) -> bool:
    around_town = place.precision == "area" and place.id.startswith("geonames:")  # "near Goma"
    return is_local(place) or (around_town and fold(place.name) not in lexicon().states)


def _name(word: str) -> str:
    bones = skeleton(word)
    return NAME + (bones if len(bones) > 1 else word)


@lru_cache(maxsize=1)
def _offices() -> frozenset[str]:
    known = lexicon()
    return frozenset(_name(word) for word in (*TITLES, *known.institutions, *known.generic, *known.combatant))
