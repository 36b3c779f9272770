"""Parts of countries and of landscapes: "eastern Congo", "the north of Mali", "southern Gaza"."""

from __future__ import annotations

import re
from dataclasses import replace
from math import cos, radians
from typing import TYPE_CHECKING

from fogline.data.gazetteer import distance_km
from fogline.data.gazetteer.parts import Reach, part_of

if TYPE_CHECKING:
    from fogline.data.gazetteer import Entry
    from fogline.records.mentions import Place

__all__ = ["part", "sides_of"]

SIDE = re.compile(
    r"\b(central|(?:north|south)[-\s]?(?:east|west)|north|south|east|west)(?:ern)?(?![a-z])", re.IGNORECASE
)
STEPS = {
    "north": (0, 1), "south": (0, -1), "east": (1, 0), "west": (-1, 0),
    "northeast": (0.7, 0.7), "northwest": (-0.7, 0.7), "southeast": (0.7, -0.7), "southwest": (-0.7, -0.7),
    "central": (0, 0),
}  # fmt: skip
MOVED, LEFT = 0.5, 0.6  # of the radius of a landscape: how far its parts lie from its middle, and how wide they are
SMALL_KM = 60  # "the eastern Donbas" is the Donbas, which lies in the east; "southern Gaza" is a part of Gaza
KM_PER_DEGREE = 111.2


def part(entry: Entry, words: str) -> tuple[Place, float] | None:
    """The part of a country or landscape that `words` name, with how far it reaches; None where they name none."""
    sides = sides_of(words)
    reaches = [reach for side in sides if (reach := _reach(entry, side)) is not None]
    if not sides or len(reaches) != len(sides):
        return None
    whole = _joined(reaches)
    name = f"{' and '.join(side + ('' if side == 'central' else 'ern') for side in sides)} {entry.name}"
    place = replace(
        entry.place,
        id=f"{entry.id}/{'-'.join(sides)}",
        name=name,
        latitude=round(whole.latitude, 2),
        longitude=round(whole.longitude, 2),
        precision="area",
    )
    return place, whole.radius_km


def sides_of(words: str) -> tuple[str, ...]:
    """The sides of the compass in `words`, in their order: central, northeast for "central and north-eastern"."""
    return tuple(re.sub(r"[-\s]", "", found[1]).lower() for found in SIDE.finditer(words))


def _reach(entry: Entry, side: str) -> Reach | None:
    if entry.kind == "country" and entry.country is not None:
        return part_of(entry.country, side)
    if entry.kind != "area" or not (entry.country is None or entry.radius_km <= SMALL_KM):
        return None
    east, north = STEPS[side]
    step = MOVED * entry.radius_km / KM_PER_DEGREE
    latitude = entry.latitude + north * step
    return Reach(latitude, entry.longitude + east * step / cos(radians(latitude)), LEFT * entry.radius_km)


def _joined(reaches: list[Reach]) -> Reach:
    """The stretch around all of these."""
    latitude = sum(reach.latitude for reach in reaches) / len(reaches)
    longitude = sum(reach.longitude for reach in reaches) / len(reaches)
    widest = max(
        distance_km((latitude, longitude), (reach.latitude, reach.longitude)) + reach.radius_km for reach in reaches
    )
    return Reach(latitude, longitude, round(widest, 1))
