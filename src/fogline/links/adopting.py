"""Claims that no link ties to an event, and that tell of it all the same: by its place or site, its days and its deed.

Linking compares claims in pairs, and most of what is said of an event says nothing that another claim of it affirms or
denies. It is a statement of its party's position all the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from fogline.data.gazetteer import fold
from fogline.links.anchors import SITES, SPOTS
from fogline.links.clocks import UNREAL
from fogline.links.frames import Frame
from fogline.links.lexicon import lexicon
from fogline.links.matters import GROUP
from fogline.links.ships import ship_names
from fogline.links.sites import NOWHERE, ONCE, RARE, SHIP
from fogline.links.speaking import answers_blow
from fogline.links.wording import IDEA
from fogline.records.mentions import Place

__all__ = ["Event", "event_of", "groups_told", "nearer", "tells_of"]

VIOLENCE = ("strike", "kill", "wound", "damage", "mishap", "war_crime")
STRUCK = ("strike", "weapon", "war_crime")
OF_BLAME = frozenset(
    {"accuses", "denies", "asserts", "doubts", "confirms", "declines", "unconfirmed", "warns", "demands"}
)
KINDS = frozenset({"attack", "damage", "casualties", "accusation", "clash", "other"})
MAIN = 0.4  # of the claims of a matter that name its site
AFTER = 2  # days behind those in which an event is told
EDGE = 0.1  # of the days at either end that do not count: who looks back, and what is dated wrongly
LONGEST, SALVO = 35, 6  # days that a site is told of as one event, and a town without a site


@dataclass(frozen=True, slots=True)
class Event:
    """An event by where and when it was: the town or the region, the site, a ship's name, and the days it is told.

    `place` is the id of a town or the code of a region; days are ordinals.
    """

    place: str
    site: str
    ship: str
    first: int
    last: int


def event_of(key: str, told: Sequence[Frame]) -> Event | None:
    """The event that a matter with this key is about; None where it is about none, or lasts too long to be one."""
    family, what, where, *_ = (*key.split("|"), "")
    days = sorted(day for frame in told if (day := _day(frame)) is not None)
    if not days:
        return None
    edge = int(EDGE * len(days))
    first, last = days[edge], days[-1 - edge]
    if (family, what) == ("deed", "violence") and key.endswith("|") and where in _spots(told):
        site = _main_site(told)
        return Event(where, site, "", first, last) if last - first <= (LONGEST if site else SALVO) else None
    if family != "event" or last - first > LONGEST:
        return None
    if what.startswith(SHIP):
        return Event("", "", what.removeprefix(SHIP), first, last)
    struck = sum(frame.words.has(*STRUCK) for frame in told) >= len(told) / 2
    return Event(where, IDEA + what, "", first, last) if where != NOWHERE and struck else None


def tells_of(event: Event, frame: Frame) -> bool:
    """Whether a claim tells of an event, in words of its own."""
    day = _day(frame)
    if day is None or not event.first <= day <= event.last + AFTER or not _tells_violence(frame):
        return False
    if not event.ship and not answers_blow(frame, struck=True):
        return False
    if event.ship:
        return event.ship in ship_names(frame.claim)
    sites = frame.anchors & SITES
    if not frame.words.has(*STRUCK, *(("damage",) if event.site in ONCE else ())):
        return False
    if ":" not in event.place:  # a site by its region, whatever town is named with it
        places = [place for place in (*frame.here, *frame.around) if place.region and not _is_capital(place)]
        return event.site in sites and (not places or event.place in {place.region for place in places})
    named = {place.id for place in frame.here}
    if event.site and event.site in sites:
        return event.place in named | {place.id for place in frame.around}
    # Of a town without its site: what is told of it while it is news, before the next strike.
    until = event.first + 1 if event.site else event.last + (frame.happened is None)
    struck = not event.site or frame.words.has("strike", "weapon")
    return not sites and struck and event.place in named and day <= until


def nearer(event: Event, others: Iterable[Event], frame: Frame) -> bool:
    """Whether a claim is told in the days of another event at the same town or site, and not in those of this one."""
    day = _day(frame)
    if day is None or event.first <= day <= event.last:
        return False
    return any(
        other.first <= day <= other.last and (other.place, other.site) == (event.place, event.site) for other in others
    )


def groups_told(frame: Frame) -> set[str]:
    """The groups of matters with whose events a claim may be told, though no link tells so."""
    if not _tells_violence(frame):
        return set()
    spots = {place.id for place in (*frame.here, *frame.around) if place.precision in SPOTS}
    sites = {site.removeprefix(IDEA) for site in frame.anchors & (RARE | ONCE)}
    ships = {f"event|{SHIP}{name}|{NOWHERE}" for name in ship_names(frame.claim)}
    return {f"{GROUP}|{what}" for what in spots | sites} | ships


def _tells_violence(frame: Frame) -> bool:
    """Whether a claim tells of violence that was done, or lays it to somebody or denies it."""
    claim = frame.claim
    told = claim.stance in OF_BLAME and claim.kind in KINDS and not frame.aside
    return told and claim.status not in UNREAL and frame.words.has(*VIOLENCE)


def _spots(told: Iterable[Frame]) -> set[str]:
    return {place.id for frame in told for place in (*frame.here, *frame.around) if place.precision in SPOTS}


def _is_capital(place: Place) -> bool:
    folded = fold(place.name)
    return lexicon().states.get(folded, folded) != folded


def _day(frame: Frame) -> int | None:
    return frame.happened.first if frame.happened else frame.said


def _main_site(told: Collection[Frame]) -> str:
    """The site that most claims of a matter name; empty where none is named by a fair part of them."""
    sites = Counter(site for frame in told for site in frame.anchors & SITES)
    best = min(sites, key=lambda site: (-sites[site], site), default="")
    return best if best and sites[best] >= MAIN * len(told) else ""
