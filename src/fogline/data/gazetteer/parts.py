"""Where the parts of countries lie, and the borders between them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Reach", "border_of", "part_of"]

FILE_NAME = "parts.txt"


@dataclass(frozen=True, slots=True)
class Reach:
    """A stretch of ground: its middle in degrees, and how far it goes from there."""

    latitude: float
    longitude: float
    radius_km: float


def part_of(country: str, side: str) -> Reach | None:
    """The north, southeast, ... or central part of a country (ISO 3166-1), about a third of its ground and people.

    None for countries too small to have parts. Source: `gazetteer/build_parts.py`.
    """
    return _table().get((country, side))


def border_of(country: str, other: str) -> Reach | None:
    """The land border of two countries (ISO 3166-1), None where they share none; seas have none."""
    first, second = sorted((country, other))
    return _table().get((first, second))


@cache
def _table() -> dict[tuple[str, str], Reach]:
    lines = (files("fogline.data.gazetteer") / FILE_NAME).read_text("utf-8").splitlines()
    return {
        (first, second): Reach(float(latitude), float(longitude), float(radius))
        for first, second, latitude, longitude, radius in (line.split() for line in lines)
    }
