"""Outlines of regions: their middles, and simplified shapes for the map."""

from __future__ import annotations

import itertools
from typing import Any

__all__ = ["centroid"]

Ring = list[list[float]]


def polygons(geometry: dict[str, Any]) -> list[list[Ring]]:
    """The polygons of a GeoJSON Polygon or MultiPolygon."""
    return [geometry["coordinates"]] if geometry["type"] == "Polygon" else list(geometry["coordinates"])


def centroid(geometry: dict[str, Any]) -> tuple[float, float]:
    """Latitude and longitude of the middle of the largest polygon."""
    return max((_area_and_middle(polygon[0]) for polygon in polygons(geometry)), key=lambda found: found[0])[1]


def _area_and_middle(ring: Ring) -> tuple[float, tuple[float, float]]:
    area = x = y = 0.0
    for (x0, y0, *_), (x1, y1, *_) in itertools.pairwise(ring):
        cross = x0 * y1 - x1 * y0
        area, x, y = area + cross, x + (x0 + x1) * cross, y + (y0 + y1) * cross
    if abs(area) < 1e-12:
        return 0.0, (ring[0][1], ring[0][0])
    return abs(area), (y / (3 * area), x / (3 * area))
