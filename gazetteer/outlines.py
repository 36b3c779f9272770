"""Outlines of regions: their middles, and simplified shapes that share their borders, for the map."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import Any

__all__ = ["GRID", "Point", "deltas", "largest", "simplified", "topology"]

Ring = list[list[float]]
Point = tuple[int, int]
Arc = tuple[Point, ...]

GRID = 100  # cells per degree: about 1.1 km, finer than the map ever shows
TOLERANCE = 7.0  # cells a simplified border may stray
SMALL = 80.0  # square cells: smaller islands are left out, unless the region has nothing larger


def polygons(geometry: dict[str, Any]) -> list[list[Ring]]:
    """The polygons of a GeoJSON Polygon or MultiPolygon."""
    return [geometry["coordinates"]] if geometry["type"] == "Polygon" else list(geometry["coordinates"])


def largest(geometry: dict[str, Any]) -> tuple[float, tuple[float, float]]:
    """The size of the largest polygon, in square degrees doubled, and the latitude and longitude of its middle."""
    return max((_area_and_middle(polygon[0]) for polygon in polygons(geometry)), key=lambda found: found[0])


def _area_and_middle(ring: Ring) -> tuple[float, tuple[float, float]]:
    area = x = y = 0.0
    for (x0, y0, *_), (x1, y1, *_) in pairwise(ring):
        cross = x0 * y1 - x1 * y0
        area, x, y = area + cross, x + (x0 + x1) * cross, y + (y0 + y1) * cross
    if abs(area) < 1e-12:
        return 0.0, (ring[0][1], ring[0][0])
    return abs(area), (y / (3 * area), x / (3 * area))


def topology(features: list[dict[str, Any]], properties: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """A TopoJSON of the features whose ISO 3166-2 code has `properties`; neighbours share the arc between them.

    1. lay rings on the grid; 2. find the corners where borders part; 3. cut rings into arcs there, each kept once;
    4. simplify the arcs.
    """
    shapes: dict[str, list[list[list[Point]]]] = defaultdict(list)
    for feature in features:
        code = feature["properties"]["iso_3166_2"]
        if code in properties:
            shapes[code] += _on_grid(feature["geometry"])  # 1
    corners = _corners([ring for shape in shapes.values() for polygon in shape for ring in polygon])  # 2
    arcs: dict[Arc, int] = {}
    geometries = [
        {
            "type": "MultiPolygon",
            "id": code,
            "properties": properties[code],
            "arcs": [[_cut(ring, corners, arcs) for ring in polygon] for polygon in shapes[code]],  # 3
        }
        for code in sorted(shapes)
    ]
    return {
        "type": "Topology",
        "transform": {"scale": [1 / GRID, 1 / GRID], "translate": [0, 0]},
        "objects": {"regions": {"type": "GeometryCollection", "geometries": geometries}},
        "arcs": [deltas(simplified(arc, TOLERANCE)) for arc in arcs],  # 4
    }


def _on_grid(geometry: dict[str, Any]) -> list[list[list[Point]]]:
    """The polygons on the grid, without holes that collapse, and without islands too small to see."""
    laid = [[ring for raw in polygon if len(ring := _ring(raw)) >= 3] for polygon in polygons(geometry)]
    laid = [polygon for polygon in laid if polygon]
    if not laid:
        return []
    largest = max(laid, key=lambda polygon: _area(polygon[0]))
    return [polygon for polygon in laid if polygon is largest or _area(polygon[0]) >= SMALL]


def _ring(raw: Ring) -> list[Point]:
    """The corners of a closed ring on the grid, none twice in a row, the last not repeated."""
    points = [(round(x * GRID), round(y * GRID)) for x, y, *_ in raw]
    bare = [point for point, after in pairwise([*points, points[0]]) if point != after]
    return bare[:-1] if len(bare) > 1 and bare[0] == bare[-1] else bare


def _area(ring: list[Point]) -> float:
    closed = [*ring, ring[0]]
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(closed))) / 2


def _corners(rings: list[list[Point]]) -> set[Point]:
    """The points where rings that ran together part, which every arc must begin and end at."""
    beside: dict[Point, frozenset[Point]] = {}
    corners: set[Point] = set()
    for ring in rings:
        for at, point in enumerate(ring):
            near = frozenset((ring[at - 1], ring[(at + 1) % len(ring)]))
            if beside.setdefault(point, near) != near:
                corners.add(point)
    return corners


def _cut(ring: list[Point], corners: set[Point], arcs: dict[Arc, int]) -> list[int]:
    """The numbers of the arcs a ring is made of; ~n is arc n walked backwards."""
    starts = [at for at, point in enumerate(ring) if point in corners]
    if not starts:
        least = ring.index(min(ring))  # an island: the same ring always begins at the same point
        starts = [least]
    numbers = []
    for start, end in pairwise([*starts, starts[0] + len(ring)]):
        arc = tuple(ring[at % len(ring)] for at in range(start, end + 1))
        backwards = arc[::-1]
        if backwards in arcs:
            numbers.append(~arcs[backwards])
        else:
            numbers.append(arcs.setdefault(arc, len(arcs)))
    return numbers


def simplified(arc: Arc, tolerance: float) -> Arc:
    """The arc with only the points needed to stay within the tolerance (Douglas and Peucker), ends kept."""
    if arc[0] == arc[-1] and len(arc) > 3:
        middle = max(range(len(arc)), key=lambda at: abs(arc[at][0] - arc[0][0]) + abs(arc[at][1] - arc[0][1]))
        return simplified(arc[: middle + 1], tolerance) + simplified(arc[middle:], tolerance)[1:]
    keep, stack = {0, len(arc) - 1}, [(0, len(arc) - 1)]
    while stack:
        first, last = stack.pop()
        at = max(range(first + 1, last), key=lambda at: _off(arc[at], arc[first], arc[last]), default=None)
        if at is not None and _off(arc[at], arc[first], arc[last]) > tolerance:
            keep.add(at)
            stack += [(first, at), (at, last)]
    return tuple(arc[at] for at in sorted(keep))


def _off(point: Point, start: Point, end: Point) -> float:
    """How far a point lies off the line from start to end."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = (dx * dx + dy * dy) ** 0.5
    x, y = point[0] - start[0], point[1] - start[1]
    return abs(dx * y - dy * x) / length if length else (x * x + y * y) ** 0.5


def deltas(arc: Arc) -> list[list[int]]:
    """The first point, then steps, as TopoJSON wants them."""
    steps = [[x1 - x0, y1 - y0] for (x0, y0), (x1, y1) in pairwise(arc)]
    return [list(arc[0]), *steps]
