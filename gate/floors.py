"""Floors: what quality may not fall below. They rise freely; lowering one needs a flag and a reason."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypedDict

__all__ = ["Floors", "raised", "read_floors", "write_floors"]

PATH = Path(__file__).parent / "floors.json"
SLACK = 0.02  # another processor rounds int8 weights otherwise; a figure may differ by one statement


class Floors(TypedDict):
    """The digest of the gold and, for each reader, the least share of each figure."""

    digest: str
    readers: dict[str, dict[str, float]]


def read_floors() -> Floors:
    """The floors on record."""
    floors: Floors = json.loads(PATH.read_text(encoding="utf-8"))
    return floors


def write_floors(floors: Floors) -> None:
    """Put floors on record."""
    PATH.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def raised(floors: dict[str, float], figures: dict[str, float], *, lower: bool = False) -> dict[str, float]:
    """New floors for measured figures: none falls unless `lower`."""
    least = {name: round(max(0.0, value - SLACK), 3) for name, value in figures.items()}
    return least if lower else {name: max(value, floors.get(name, 0.0)) for name, value in least.items()}
