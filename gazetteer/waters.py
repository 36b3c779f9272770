"""Rivers and lakes for the map, put on the grid of the regions."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import Any

from outlines import GRID, Point, deltas, simplified

__all__ = ["add_waters"]

TOLERANCE = 6.0  # cells a simplified river may stray
LEAST_LAKE = 120.0  # square cells: smaller ones cannot be seen


def add_waters(drawn: dict[str, Any], world: dict[str, Any]) -> None:
    """Add the objects `rivers` and `lakes` of a Natural Earth TopoJSON to a drawn one."""
    arcs = [_on_grid(arc, world["transform"]) for arc in world["arcs"]]
    rivers = [line for shape in world["objects"]["rivers"]["geometries"] for line in _lines(shape, arcs)]
    lakes = [ring for shape in world["objects"]["lakes"]["geometries"] for ring in _outer_rings(shape, arcs)]
    kept = [ring for ring in lakes if len(ring) > 3 and _area(ring) >= LEAST_LAKE]
    drawn["objects"]["rivers"] = _added(drawn, "MultiLineString", rivers)
    drawn["objects"]["lakes"] = _added(drawn, "MultiPolygon", kept)


def _on_grid(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    (sx, sy), (dx, dy) = transform["scale"], transform["translate"]
    points = accumulate((tuple(step) for step in arc), lambda a, b: (a[0] + b[0], a[1] + b[1]))
    return [(round((x * sx + dx) * GRID), round((y * sy + dy) * GRID)) for x, y in points]


def _walked(numbers: list[int], arcs: list[list[Point]]) -> list[Point]:
    """One line of several arcs; ~n is arc n backwards."""
    line: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        line += arc[1:] if line and line[-1] == arc[0] else arc
    return line


def _lines(shape: dict[str, Any], arcs: list[list[Point]]) -> list[list[Point]]:
    parts = [shape["arcs"]] if shape["type"] == "LineString" else shape.get("arcs", [])
    return [_walked(part, arcs) for part in parts]


def _outer_rings(shape: dict[str, Any], arcs: list[list[Point]]) -> list[list[Point]]:
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape.get("arcs", [])
    return [_walked(polygon[0], arcs) for polygon in polygons]


def _area(ring: list[Point]) -> float:
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring))) / 2


def _added(drawn: dict[str, Any], kind: str, lines: list[list[Point]]) -> dict[str, Any]:
    """One geometry of all lines, their arcs put behind those that are there."""
    first = len(drawn["arcs"])
    made = [deltas(simplified(tuple(line), TOLERANCE)) for line in lines]
    drawn["arcs"] += made
    numbers = range(first, first + len(made))
    arcs = [[n] for n in numbers] if kind == "MultiLineString" else [[[n]] for n in numbers]
    return {"type": kind, "arcs": arcs}
