"""The places of a pack: entries of the gazetteer under more names, and places that it lacks."""

from __future__ import annotations

from fogline.data.gazetteer import Entry, Gazetteer, distance_km
from fogline.data.gazetteer.layout import Kind
from fogline.packs.folding import fold
from fogline.packs.model import Pack, PackPlace

__all__ = ["place_entry", "spellings"]

NEAR_KM = 40.0  # a gazetteer's point of a place may lie that far from the one a pack gives
REACH_KM: dict[Kind, int] = {
    "point": 1,
    "town": 4,
    "district": 15,
    "region": 100,
    "water": 50,
    "area": 30,
    "country": 300,
}


def spellings(pack: Pack, gazetteer: Gazetteer) -> dict[str, Entry]:
    """Every folded name and alias of the places of a pack with what it means; earlier places win.

    A place that neither gazetteer nor pack can put on the map is left out: `fogline pack check` tells which.
    """
    known: dict[str, Entry] = {}
    for place in pack.places:
        entry = place_entry(place, gazetteer)
        if entry is not None:
            known |= {fold(name): entry for name in (place.name, *place.aliases) if fold(name) not in known}
    return known


def place_entry(place: PackPlace, gazetteer: Gazetteer) -> Entry | None:
    """What a place of a pack is: the entry of its id, the one of its name that lies there, or one of its own."""
    if place.id is not None and (entry := gazetteer.entry(place.id)) is not None:
        return entry
    named = [entry for entry in gazetteer.lookup(place.name) if _agrees(place, entry)]
    if named or place.latitude is None or place.longitude is None:
        return named[0] if named else None
    kind: Kind = place.precision or "town"
    identity = place.id or "pack:" + "-".join(fold(place.name).split())
    return Entry(
        0, identity, place.name, kind, place.latitude, place.longitude, place.country, place.region, 0, REACH_KM[kind]
    )


def _agrees(place: PackPlace, entry: Entry) -> bool:
    """Whether an entry lies where the pack says: in the country and region, near the point, of the precision."""
    if entry.country is not None and place.country not in (None, entry.country):  # rivers and seas have none
        return False
    if place.region not in (None, entry.region):
        return False
    if place.precision not in (None, entry.kind):
        return False
    if place.latitude is None or place.longitude is None:
        return True
    return distance_km((place.latitude, place.longitude), entry.point) <= max(NEAR_KM, entry.radius_km)
