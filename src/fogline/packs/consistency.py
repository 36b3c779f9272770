"""What in a pack does not fit together, or is known to no gazetteer, though each key by itself is well formed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from fogline.data.gazetteer import Gazetteer
from fogline.packs.model import PackPlace
from fogline.packs.places import place_entry

__all__ = ["inconsistencies"]

Rows = Sequence[Mapping[str, Any]]
Odd = tuple[str, int, str, str]
"""The table (empty at the top), the row of it, the key, and what is wrong."""

_PLACE_KEYS = ("name", "id", "latitude", "longitude", "precision", "country", "region")


def inconsistencies(data: Mapping[str, Any], tables: Mapping[str, Rows]) -> Iterator[Odd]:
    """Dates in the wrong order, and places that would be left out since nothing says where they lie."""
    if _reversed(data):
        yield "", 0, "until", "lies before since"
    for index, row in enumerate(tables["event"]):
        if _reversed(row):
            yield "event", index, "until", "lies before since"
    for index, row in enumerate(tables["actor"]):
        roles = row.get("roles")
        if isinstance(roles, list) and any(isinstance(role, dict) and _reversed(role) for role in roles):
            yield "actor", index, "roles", "until lies before since"
    yield from _unknown_places(tables["place"])


def _reversed(row: Mapping[str, Any]) -> bool:
    since, until = row.get("since"), row.get("until")
    known = isinstance(since, dt.date | str) and isinstance(until, dt.date | str)
    return known and str(until) < str(since)


def _unknown_places(rows: Rows) -> Iterator[Odd]:
    gazetteer = Gazetteer.open()
    for index, row in enumerate(rows):
        if not isinstance(row.get("name"), str) or not all(_plain(row.get(key)) for key in _PLACE_KEYS):
            continue  # told already
        fields: dict[str, Any] = {key: row.get(key) for key in _PLACE_KEYS}
        place = PackPlace(**fields)
        if place_entry(place, gazetteer) is not None:
            continue
        if place.id is not None:
            yield "place", index, "id", f"{place.id!r} is in no gazetteer: give latitude and longitude as well"
        else:
            yield "place", index, "name", f"the gazetteer knows no such {place.name!r}: give latitude and longitude"


def _plain(value: object) -> bool:
    return value is None or isinstance(value, str | int | float)
