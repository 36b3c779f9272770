"""What a link is about, as a key that two links on one matter share."""

from __future__ import annotations

from collections.abc import Iterable

from fogline.data.gazetteer import fold
from fogline.links.anchors import LONG_REPORT, SPOTS
from fogline.links.belonging import FIRM
from fogline.links.frames import Frame
from fogline.links.lexicon import lexicon
from fogline.links.sites import (
    ARMS,
    HELD,
    NOWHERE,
    OF_A_SHIP,
    SHIP,
    SITE,
    at_site,
    banned_arms,
    of_civilians,
    of_one_plant,
    stands_for_state,
    struck_once,
    target_of,
    toll_of_site,
)
from fogline.links.stretches import FORTNIGHT, is_place, period, soon, story_spot
from fogline.links.wording import IDEA
from fogline.records.links import Link
from fogline.records.mentions import Place

__all__ = [
    "DEEDS",
    "FIGHTERS_MARK",
    "GROUND_FOUGHT_OVER",
    "GROUP",
    "WIDTHS",
    "group_of",
    "is_lasting",
    "is_of_ship",
    "is_one",
    "matter_key",
    "narrowest",
]

OF_HOLDING = frozenset({"control", "withdraw", "captives", "station"})  # of a plant: who holds it
OF_SIEGE = frozenset({"control", "withdraw", "captives", "fighting", "displaced"})  # of a spot that is held or left
# Days after which what no place ties to one event, and what a region alone does, is asked anew.
SEASON = 56
# What was done, the most telling first, and the matter it belongs to: whom a strike killed is asked with the strike,
# and prisoners who were killed with those who died.
DEEDS = {
    "strike": "violence", "weapon": "violence", "exchange": "captives", "kill": "violence", "wound": "violence",
    "war_crime": "violence", "captive": "captives", "withdraw": "withdraw",
    "hold": "control", "take": "control", "lose": "control",
    "advance": "fighting", "repel": "fighting", "encircle": "fighting", "fight": "fighting",
    "damage": "violence", "mishap": "violence", "station": "station", "truce": "truce",
    "accord": "truce", "talks": "truce", "aid": "aid", "displaced": "displaced", "break": "truce",
    "sanction": "sanction", "mobilise": "mobilise",
}  # fmt: skip
# Kinds of claims in which holding and taking are of ground: trials are held too, and lives are lost.
OF_GROUND = frozenset({"control", "movement", "clash", "deployment", "assessment", "other"})
GROUND_FOUGHT_OVER = frozenset({"control", "fighting", "withdraw"})
WIDTHS = ("point", "town", "district", "area", "water", "region", "country")
BROAD = frozenset({"region", "country", "water"})  # where several matters of a kind go on at once
VAGUE = frozenset({"area", "water"})  # nobody holds a sea or a continent
HARMING = ("strike", "kill")  # of prisoners: told with the blow that killed them
FIGHTERS = frozenset({"combatant", "own", "enemy"})
REGION = "iso3166-2:"  # how ids of regions begin
ALIKE = frozenset({"agrees", "repeats"})  # of two numbers
TOLLS = frozenset({"kill", "wound", "kill or wound", "missing"})
FIGHTERS_MARK = " of fighters"
GROUP = "at"
GROUND = "area"  # what is counted of a region, not of the town that a report stands at


def matter_key(left: Frame, right: Frame, link: Link) -> str:
    """What a link is about: the kind of matter, what was counted or hit, where; and when, where no town tells it."""
    if link.about == "number":
        counts = [{w for amount in frame.amounts for w in amount.what} for frame in (left, right)]
        what = min(counts[0] & counts[1] or counts[0] | counts[1], default=NOWHERE)
        if what == GROUND:
            return _area(left, right)
        alike = what in TOLLS and link.relation in ALIKE
        site = toll_of_site(left, right) if alike and soon(left, right) else None
        if site:
            return f"event|{site}"
        return _keyed(f"number|{what}{_of_fighters(what, left, right)}", left, right)
    arms = banned_arms(left, right)
    if arms:
        return f"{ARMS}|{arms}|{NOWHERE}"
    done = "control" if link.about == "control" else _done(left, right)
    if done != "violence" and of_one_plant(left, right):
        return at_site(left, right, held=done in OF_HOLDING)
    ground = _of_ground(done, left, right)
    if ground:
        return ground
    target = target_of(left, right) if done == "violence" else None
    if target:
        return f"event|{target}"
    killed = done == "violence" or (done == "captives" and all(one.words.has(*HARMING) for one in (left, right)))
    once = struck_once(left, right) if killed and soon(left, right) else None
    score = 1.0 if link.relation == "clashes" else link.score
    return f"event|{once}" if once else _keyed(f"deed|{done}" if done else "other|-", left, right, score)


def _of_ground(done: str | None, left: Frame, right: Frame) -> str | None:
    """The matter of who holds what: a spot whose defenders hold out in it, ground, or a plant; None of other deeds."""
    spot = _held_out(left, right) if done in OF_SIEGE else None
    if spot:
        civil = done != "control" and of_civilians(left) and of_civilians(right)
        return f"deed|displaced|{spot}|" if civil else f"control|{spot}"
    if done != "control":
        return None
    where = _ground(left, right)
    lasts = where != NOWHERE and _width(where, left, right) != "country"
    site = None if lasts or OF_A_SHIP in left.anchors | right.anchors else target_of(left, right)
    if site:
        return f"{HELD}|{site}"
    return f"control|{where}" if lasts else f"control|{where}|{period(left, right, FORTNIGHT)}"


def _held_out(left: Frame, right: Frame) -> str | None:
    """The spot, narrower than a town, that both are about: who holds it, storms it or leaves it is one matter."""
    where = _where(left, right, story=False)
    return where if where != NOWHERE and _width(where, left, right) == "point" else None


def _of_fighters(what: str, left: Frame, right: Frame) -> str:
    """What marks a number of fighters of both: how many soldiers fell is not asked with how many patients did."""
    told = [{amount.who for amount in frame.amounts if what in amount.what} for frame in (left, right)]
    return FIGHTERS_MARK if what in TOLLS and all(who and who <= FIGHTERS for who in told) else ""


def _area(left: Frame, right: Frame) -> str:
    """How much ground is held of a town or a region is one matter for as long as it is told: it shrinks and grows."""
    where = _where(left, right, story=False)
    if where == NOWHERE:  # of towns of one region, or where one names none, the region
        regions = {place.region for frame in (left, right) for place in _meant(frame) if place.region}
        where = f"{REGION}{min(regions)}" if len(regions) == 1 else NOWHERE
    width = next((place.precision for place in _shared(left, right) if place.id == where), "country")
    lasting = where.startswith(REGION) or width not in VAGUE | {"country"}
    return f"number|{GROUND}|{where}|" + ("" if lasting else f"{period(left, right, SEASON)}")


def _done(left: Frame, right: Frame) -> str | None:
    """The matter of what both tell was done; of what one of them tells, where the other tells no such thing."""
    one, other = _deeds(left), _deeds(right)
    both = [matter for matter in one if matter in other]
    if both:
        shared = [matter for idea, matter in DEEDS.items() if IDEA + idea in left.words.terms & right.words.terms]
        return shared[0] if shared else both[0]
    told = [*one, *other]
    if "control" in told and (not one or not other or GROUND_FOUGHT_OVER.issuperset(told)):
        return "control"
    return min(told, key=[*DEEDS.values()].index, default=None)


def _deeds(frame: Frame) -> list[str]:
    told = dict.fromkeys(matter for idea, matter in DEEDS.items() if IDEA + idea in frame.words.terms)
    return [matter for matter in told if matter != "control" or frame.claim.kind in OF_GROUND]


def group_of(matter: str) -> str:
    """The matters that are asked together, for they may turn out to be one: all that is told of one town.

    A matter that is asked by itself is a group of its own.
    """
    family, what, *_ = matter.split("|")
    if family in ("event", SITE):
        return matter if is_of_ship(matter) else f"{GROUP}|{what.partition(' ')[0]}"
    if family == HELD:
        return f"{GROUP}|{HELD} {what}"
    if matter.endswith("|"):
        return f"{GROUP}|{matter.removesuffix('|').rpartition('|')[2]}"
    return f"{GROUP}|{what}" if family == "control" and is_lasting(matter) else matter


def is_one(matter: str) -> bool:
    """Whether claims of a matter, or a group, belong together even where no link joins them: one place, one deed.

    Who holds a place is one question; deeds of one kind in one town are told apart by their days and what was hit.
    """
    family, *_, where = matter.rstrip("|").split("|")
    if family in (GROUP, ARMS) or is_of_ship(matter):
        return True
    if family in ("control", "number"):
        return is_lasting(matter)
    return where != NOWHERE and (family in ("event", HELD, SITE) or (family == "deed" and matter.endswith("|")))


def is_of_ship(matter: str) -> bool:
    """Whether a matter is what happened to one ship."""
    return matter.partition("|")[2].startswith(SHIP)


def is_lasting(matter: str) -> bool:
    """Whether a matter is one however long it is told: who holds a place, how much of it; and a ship sinks once."""
    family, what, *_ = matter.split("|")
    held = family == HELD or (family == "control" and matter.count("|") == 1)
    return held or is_of_ship(matter) or (family == "number" and what == GROUND and matter.endswith("|"))


def narrowest(places: Iterable[Place]) -> str:
    """The id of the narrowest of some places; "-" where there is none."""
    return min(places, key=lambda place: (WIDTHS.index(place.precision), place.id)).id if (places := [*places]) else "-"


def _keyed(matter: str, left: Frame, right: Frame, score: float = 0.0) -> str:
    """The key with where and when: a town or spot that both are about, else what both name in one stretch of days."""
    where = _where(left, right, story=True, score=score)
    width = next((place.precision for place in _shared(left, right) if place.id == where), "town")
    if where != NOWHERE and width not in BROAD:
        return f"{matter}|{where}|"
    if width == "country" and not matter.startswith("number"):
        where = NOWHERE  # that both name a country ties two deeds no more than that neither names a place
    return f"{matter}|{where}|{period(left, right, SEASON)}"


def _width(where: str, left: Frame, right: Frame) -> str:
    """How wide a place is that one of two claims names."""
    places = (place for frame in (left, right) for place in (*frame.here, *frame.around))
    return next((place.precision for place in places if place.id == where), "town")


def _ground(left: Frame, right: Frame) -> str:
    """The ground that two claims are about: what both name; else the region of one in which the other's town lies."""
    shared = [place for place in _shared(left, right) if place.country or place.precision not in VAGUE]
    if shared:
        own_words = {*left.here, *right.here}
        return narrowest([place for place in shared if place in own_words] or shared)
    own = [[p for p in _meant(frame) if p in frame.here and p.precision not in VAGUE] for frame in (left, right)]
    if own[0] and own[1]:
        wide = [place for place in (*own[0], *own[1]) if place.precision in BROAD]
        return narrowest(wide) if wide else _where(left, right, story=True)
    return narrowest(own[0] or own[1]) if own[0] or own[1] else _where(left, right, story=True)


def _where(left: Frame, right: Frame, *, story: bool, score: float = 0.0) -> str:
    """The place that both are about: one that they name themselves, else one that both reports come back to."""
    shared = _shared(left, right)
    own = {place.id for place in (*left.here, *right.here)}
    named = [place for place in shared if place.id in own]
    if any(place.precision in SPOTS for place in named) or not story:
        return narrowest(named or shared)
    told = story_spot(left, right) or _named_by_one(left, right, score)
    return told or (narrowest(named or shared) if shared else _lent(left, right))


def _named_by_one(left: Frame, right: Frame, score: float) -> str | None:
    """The town of one of two claims where the other names it by word alone ("the Bucha killings"), or no town at all.

    In the latter case only where both name one site or one more name, or the `score` of their link is high; for what is
    counted it is 0, for two numbers are of one town only where both say so.
    """
    spots = [[place for place in frame.here if place.precision in SPOTS] for frame in (left, right)]
    if bool(spots[0]) == bool(spots[1]):
        return None
    towns, other = (spots[0], right) if spots[0] else (spots[1], left)
    towns = [
        town for town in towns if fold(town.name) not in lexicon().states
    ]  # a capital may stand for its government
    called = [place for place in towns if not set(fold(place.name).split()).isdisjoint(other.words.tokens)]
    if called:
        return narrowest(called)
    common = any(not is_place(anchor) for anchor in left.anchors & right.anchors)
    wide = [place for place in other.here if place.precision in BROAD and place.region]
    apart = any(place.region != town.region for place in wide for town in towns)
    tied = (score >= FIRM or (score and common)) and soon(left, right)
    return narrowest(towns) if towns and tied and not apart else None


def _lent(left: Frame, right: Frame) -> str:
    """The town of one of two claims that share none: of what an answer answers, or of a story told at length.

    Long reports that spell a town in ways of their own name no place in common.
    """
    towns = [[place for place in _meant(frame) if place.precision in SPOTS] for frame in (left, right)]
    if min(left.setting.told, right.setting.told) >= LONG_REPORT:
        ranked = [
            (at, spot) for frame in (left, right) for at, spot in enumerate(frame.setting.focus) if is_place(spot)
        ]
        return min(ranked)[1] if ranked else narrowest(towns[0] or towns[1])
    if not any(frame.against or frame.silent or frame.refers for frame in (left, right)) or not soon(left, right):
        return NOWHERE
    return narrowest(towns[0] or towns[1]) if not (towns[0] and towns[1]) else NOWHERE


def _shared(left: Frame, right: Frame) -> list[Place]:
    """The places that both name, as places: a capital that stands for its government is none."""
    places = {place.id: place for place in _meant(left)}
    return [places[place.id] for place in _meant(right) if place.id in places]


def _meant(frame: Frame) -> list[Place]:
    stands_for = {m.place.id for m in frame.claim.places if m.place and m.metonym}
    places = [place for place in (*frame.here, *frame.around) if place in frame.here or place.id not in stands_for]
    return [place for place in places if not stands_for_state(place, frame)]
