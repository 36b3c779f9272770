"""Where two claims lie to each other: the same place, one in the other, apart, or unknown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from fogline.data.gazetteer import distance_km, fold
from fogline.links.anchors import SPOTS
from fogline.links.frames import Frame
from fogline.records.mentions import Place

__all__ = ["Nearness", "nearness", "place_nearness"]

Nearness = Literal["same", "within", "unknown", "apart"]
ORDER: tuple[Nearness, ...] = ("same", "within", "unknown", "apart")
SAME_KM = 3.0  # two points that close are one place: gazetteers file a town and its station a street apart
WIDE = frozenset({"region", "country", "area", "water", "district"})
PART = "/"  # in the id of a part of a country or of its border
WIDE_KM = 150.0  # how far a town may lie from the point of an area that has no code of its own


def nearness(left: Frame, right: Frame) -> Nearness:
    """The closest that places the claims' own words name come; "unknown" where one of them names none."""
    if not left.here or not right.here:
        return "unknown"
    return closest(left.here, right.here)


def closest(left: Iterable[Place], right: Iterable[Place]) -> Nearness:
    """The closest that any two places come."""
    found = [place_nearness(one, other) for one in left for other in right]
    return min(found, key=ORDER.index) if found else "unknown"


def place_nearness(one: Place, other: Place) -> Nearness:
    """How two places lie to each other; symmetric."""
    if one.id == other.id or _namesakes(one, other):
        return "same"
    if _contains(one, other) or _contains(other, one):
        return "within"
    apart = _distance(one, other)
    if apart is None:
        return "unknown"
    if PART in f"{one.id}{other.id}" and one.country == other.country and not (PART in one.id and PART in other.id):
        return "within" if apart <= WIDE_KM else "unknown"  # the middle of "eastern Congo" may be far from its towns
    if one.precision in WIDE or other.precision in WIDE:
        vague = {one.precision, other.precision} & {"area", "water", "district"}
        return "within" if vague and apart <= WIDE_KM else "apart"
    return "same" if apart <= SAME_KM else "apart"


def _namesakes(one: Place, other: Place) -> bool:
    """Whether two places have one name: two reports on one story may resolve a village of many namesakes apart."""
    return one.precision == other.precision and one.precision in SPOTS and fold(one.name) == fold(other.name)


def _contains(outer: Place, inner: Place) -> bool:
    if outer.precision == "country":
        return inner.country is not None and inner.country == outer.country
    if outer.precision == "region":
        return inner.precision != "country" and inner.region is not None and inner.region == outer.region
    return False


def _distance(one: Place, other: Place) -> float | None:
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    return distance_km((one.latitude, one.longitude), (other.latitude, other.longitude))
