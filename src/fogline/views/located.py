"""Which places a claim is about, and which of them lie inside each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from fogline.data.gazetteer import Entry, Gazetteer
from fogline.records.claims import Claim
from fogline.records.mentions import Place, PlaceMention

__all__ = ["Spot", "containers", "first_spot", "inside", "places_of", "spots_of", "told_apart"]

CODED = frozenset({"country", "region"})
ON_LAND = frozenset({"town", "region", "country", "district"})
WIDE = frozenset({"district", "area", "water"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as a row names it; `place` is None where the words could not be resolved."""

    key: str
    name: str
    place: Place | None
    derived: bool = False


def spots_of(claim: Claim) -> tuple[Spot, ...]:
    """The places a claim is about, without those that only say where another of them lies; seats of speakers left out.

    Places of its own words come before those taken over from the context, which count only where it has none.
    """
    if not claim.places:
        return ()
    named = [mention for mention in claim.places if not mention.metonym]
    own = [mention for mention in named if not mention.derived] or named
    if len(own) == 1:
        return (_spot(own[0]),)
    places = [mention.place for mention in own if mention.place]
    kept = [m for m in own if not (m.place and any(inside(m.place, other) for other in places))]
    spots = {spot.key: spot for spot in map(_spot, kept)}
    return tuple(spots.values())


def places_of(claim: Claim) -> Sequence[Place]:
    """The resolved places among `spots_of`, without the spots: for looks at all of a ledger."""
    if len(claim.places) != 1:
        return [spot.place for spot in spots_of(claim) if spot.place]
    mention = claim.places[0]
    return (mention.place,) if mention.place and not mention.metonym else ()


def first_spot(claim: Claim) -> tuple[str, str] | None:
    """Key and name of the first place a claim is about: what `spots_of` gives first, for looks at all of a ledger."""
    places = claim.places
    if len(places) != 1:
        spot = next(iter(spots_of(claim)), None)
        return (spot.key, spot.name) if spot else None
    mention = places[0]
    if mention.metonym:
        return None
    place, written = mention.place, mention.span.text
    return (place.id, place.name) if place else (f"written:{written.casefold()}", written)


def _spot(mention: PlaceMention) -> Spot:
    if mention.place is None:
        return Spot(f"written:{mention.span.text.casefold()}", mention.span.text, None, mention.derived)
    return Spot(mention.place.id, mention.place.name, mention.place, mention.derived)


def inside(outer: Place, inner: Place) -> bool:
    """Whether `inner` lies in the country or region `outer`, by ISO codes; no place lies in itself."""
    if outer.id == inner.id:
        return False
    if outer.precision == "country":
        return outer.country is not None and inner.country == outer.country
    if outer.precision == "region":
        return inner.precision != "country" and outer.region is not None and inner.region == outer.region
    return False


def containers(places: Iterable[Place]) -> dict[str, tuple[str, ...]]:
    """For each place the ids of those among `places` that contain it; areas and waters by the gazetteer's reach."""
    known = {place.id: place for place in places}
    by_code: defaultdict[tuple[str, str | None], list[Place]] = defaultdict(list)
    for place in known.values():
        if place.precision in CODED:
            by_code[place.precision, place.country if place.precision == "country" else place.region].append(place)
    reaching = _reaching(known.values())
    found: dict[str, tuple[str, ...]] = {}
    for place in known.values():
        coded = (*by_code["country", place.country], *by_code["region", place.region])
        outer = [one.id for one in coded if inside(one, place)]
        found[place.id] = (*outer, *reaching.get(place.id, ()))
    return found


def told_apart(places: Iterable[Place]) -> dict[str, str]:
    """For each place that shares its name with another the name with what tells it: "Desaguadero (Bolivia)"."""
    known = {place.id: place for place in places}
    named: defaultdict[str, list[Place]] = defaultdict(list)
    for place in known.values():
        named[place.name].append(place)
    twins = [alike for alike in named.values() if len(alike) > 1]
    return {place.id: f"{place.name} ({_teller(place, alike)})" for alike in twins for place in alike}


def _teller(place: Place, alike: Sequence[Place]) -> str:
    """The country where that tells it from the others, else the region, else what kind of place it is."""
    gazetteer = Gazetteer.open()
    if place.country and sum(other.country == place.country for other in alike) == 1:
        country = gazetteer.country(place.country)
        return country.name if country else place.country
    if place.region and sum(other.region == place.region for other in alike) == 1:
        region = gazetteer.region(place.region)
        return place.precision if region and region.name == place.name else region.name if region else place.region
    return place.precision if sum(other.precision == place.precision for other in alike) == 1 else place.id


def _reaching(places: Collection[Place]) -> dict[str, list[str]]:
    """For towns and spots the ids of the areas, districts and waters that reach them."""
    if not any(place.precision in WIDE for place in places):
        return {}
    gazetteer = Gazetteer.open()
    entries = [entry for place in places if (entry := _entry(gazetteer, place))]
    wide = [entry for entry in entries if entry.kind in WIDE]
    return {
        inner.id: [outer.id for outer in wide if _reaches(outer, inner) and gazetteer.contains(outer, inner)]
        for inner in entries
        if inner.kind not in WIDE
    }


def _reaches(outer: Entry, inner: Entry) -> bool:
    """Whether a kind of place can hold another: no town lies in a sea, though its reach may cover it."""
    return outer.kind != "water" or inner.kind not in ON_LAND


def _entry(gazetteer: Gazetteer, place: Place) -> Entry | None:
    """The gazetteer's entry of a place, by its name: looking up ids would read the whole file first."""
    return next((entry for entry in gazetteer.lookup(place.name) if entry.id == place.id), None)
