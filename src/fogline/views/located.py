"""Which places a claim is about, and which of them lie inside each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fogline.data.gazetteer import Entry, Gazetteer
from fogline.records.claims import Claim
from fogline.records.mentions import Place, PlaceMention

__all__ = ["Spot", "containers", "inside", "spots_of"]

WIDE = frozenset({"country", "region", "district", "area", "water"})


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
    wide = [place for place in known.values() if place.precision in WIDE]
    gazetteer = Gazetteer.open() if any(place.precision not in ("country", "region") for place in wide) else None
    entries = {place.id: _entry(gazetteer, place) for place in known.values()} if gazetteer else {}
    found: dict[str, tuple[str, ...]] = {}
    for place in known.values():
        found[place.id] = tuple(
            outer.id
            for outer in wide
            if inside(outer, place) or _reaches(gazetteer, entries.get(outer.id), entries.get(place.id))
        )
    return found


def _entry(gazetteer: Gazetteer, place: Place) -> Entry | None:
    """The gazetteer's entry of a place, by its name: looking up ids would read the whole file first."""
    return next((entry for entry in gazetteer.lookup(place.name) if entry.id == place.id), None)


def _reaches(gazetteer: Gazetteer | None, outer: Entry | None, inner: Entry | None) -> bool:
    if gazetteer is None or outer is None or inner is None or outer.id == inner.id:
        return False
    return outer.kind not in ("country", "region") and gazetteer.contains(outer, inner)
