"""Build the table of parts of countries and of borders: python -m gazetteer.build_parts

Eastern Congo, the border of Chad and Sudan: where their middles lie and how far they reach, measured on the base map
(`regions.topojson.gz`) and the population of regions in the gazetteer. Both ship with the package, so that nothing
is downloaded.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise
from math import ceil, cos, hypot, radians, sqrt
from pathlib import Path
from typing import Any

from fogline.data.gazetteer import Gazetteer, distance_km
from fogline.data.gazetteer.outlines import region_outlines

TARGET = Path(__file__).parents[1] / "src/fogline/data/gazetteer/parts.txt"
SIDES = {
    "north": (0, 1), "south": (0, -1), "east": (1, 0), "west": (-1, 0),
    "northeast": (1, 1), "northwest": (-1, 1), "southeast": (1, -1), "southwest": (-1, -1),
}  # fmt: skip
# Shares of a country, half by ground and half by people, that one calls its east, its south-east, its centre.
STRAIGHT, SLANTED, CENTRAL = 0.33, 0.22, 0.25
WITHIN = 0.9  # of a part, by the same measure, lies inside its radius
APART_KM = 500.0  # what lies farther from the rest is overseas
ROWS = 40  # samples across a country
FINEST = 0.02  # degrees between samples

Point = tuple[float, float]  # latitude, longitude
Ring = list[Point]


class Sample:
    """A point of a country with what it weighs, half by ground and half by the people of its region."""

    __slots__ = ("at", "weight")

    def __init__(self, at: Point, weight: float) -> None:
        self.at, self.weight = at, weight


def main() -> None:
    """Write the table."""
    topology = json.loads(region_outlines())
    arcs = [_decoded(arc, topology["transform"]["scale"]) for arc in topology["arcs"]]
    countries: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for geometry in topology["objects"]["regions"]["geometries"]:
        if geometry["properties"]["country"] is not None:
            countries[geometry["properties"]["country"]].append(geometry)
    lines = [line for code in sorted(countries) for line in _parts(code, countries[code], arcs)]
    lines += _borders(countries, arcs)
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} parts and borders, {TARGET.stat().st_size} bytes")


def _decoded(arc: list[list[int]], scale: list[float]) -> Ring:
    x = y = 0
    ring: Ring = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        ring.append((y * scale[1], x * scale[0]))
    return ring


def _parts(code: str, regions: list[dict[str, Any]], arcs: list[Ring]) -> Iterator[str]:
    samples = _samples(regions, arcs)
    if len(samples) < ROWS:
        return
    narrow = cos(radians(sum(s.at[0] for s in samples) / len(samples)))
    for name, (east, north) in SIDES.items():
        share = STRAIGHT if 0 in (east, north) else SLANTED
        order = sorted(samples, key=lambda s: -(s.at[1] * narrow * east + s.at[0] * north))
        yield _line(code, name, _heaviest(order, share))
    middle = _middle(samples)
    yield _line(code, "central", _heaviest(sorted(samples, key=lambda s: distance_km(s.at, middle)), CENTRAL))


def _samples(regions: list[dict[str, Any]], arcs: list[Ring]) -> list[Sample]:
    """Points on a grid over the regions that make up the bulk of a country."""
    shapes = {g["id"]: [[_ring(ring, arcs) for ring in polygon] for polygon in g["arcs"] if polygon] for g in regions}
    polygons = _mainland({code: shape for code, shape in shapes.items() if shape})
    corners = [point for shape in polygons.values() for polygon in shape for point in polygon[0]]
    if not corners:
        return []
    step = max(FINEST, hypot(_extent(corners, 0), _extent(corners, 1)) / ROWS / sqrt(2))
    inside = {code: [p for polygon in shape for p in _inside(polygon, step)] for code, shape in polygons.items()}
    people = _people(inside)
    total, everyone = sum(map(len, inside.values())), sum(people.values()) or 1.0
    samples = []
    for code, points in inside.items():
        each = 0.5 / total + 0.5 * people[code] / everyone / max(1, len(points)) if total else 0.0
        samples += [Sample(point, each) for point in points]
    return samples


def _mainland(shapes: dict[str, list[list[Ring]]]) -> dict[str, list[list[Ring]]]:
    """The regions that lie within reach of each other, islands included: Alaska is not what one calls a country's west.

    Where a country runs across the antimeridian, longitudes go on beyond 180.
    """
    ends = {code: [p for polygon in shape for p in polygon[0]] for code, shape in shapes.items()}
    if ends and _extent([p for points in ends.values() for p in points], 1) > 180:
        shapes = {c: [[_unwrapped(ring) for ring in polygon] for polygon in shape] for c, shape in shapes.items()}
    some = {code: points[:: max(1, len(points) // 12)] for code, points in ends.items()}
    groups: list[set[str]] = []
    for code, points in some.items():
        near = [g for g in groups if any(distance_km(p, q) < APART_KM for o in g for q in some[o] for p in points)]
        groups = [g for g in groups if g not in near] + [{code}.union(*near)]
    largest = max(groups, key=lambda g: sum(len(ends[code]) for code in g), default=set())
    return {code: shape for code, shape in shapes.items() if code in largest}


def _unwrapped(ring: Ring) -> Ring:
    return [(latitude, longitude + 360 if longitude < 0 else longitude) for latitude, longitude in ring]


def _people(regions: Iterable[str]) -> dict[str, float]:
    gazetteer = Gazetteer.open()
    entries = {code: gazetteer.region(code) for code in regions}
    return {code: float(entry.population) if entry is not None else 0.0 for code, entry in entries.items()}


def _extent(points: list[Point], axis: int) -> float:
    values = [point[axis] for point in points]
    return max(values) - min(values)


def _ring(indices: list[int], arcs: list[Ring]) -> Ring:
    ring: Ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += arc[1:] if ring else arc
    return ring


def _inside(polygon: list[Ring], step: float) -> Iterator[Point]:
    """The points of the grid inside a polygon, row by row, where an even number of edges lies to neither side."""
    latitudes = [point[0] for ring in polygon for point in ring]
    row = ceil(min(latitudes) / step)
    while row * step < max(latitudes):
        latitude = row * step
        crossings = sorted(
            x0 + (latitude - y0) * (x1 - x0) / (y1 - y0)
            for ring in polygon
            for (y0, x0), (y1, x1) in pairwise([*ring, ring[0]])
            if (y0 <= latitude) != (y1 <= latitude)
        )
        for first, last in zip(crossings[::2], crossings[1::2], strict=False):
            column = ceil(first / step)
            while column * step < last:
                yield latitude, column * step
                column += 1
        row += 1


def _heaviest(order: list[Sample], share: float) -> list[Sample]:
    """The first of `order` that make up this share of the whole weight."""
    total, taken, limit = 0.0, [], share * sum(s.weight for s in order)
    for sample in order:
        if total >= limit:
            break
        taken.append(sample)
        total += sample.weight
    return taken


def _middle(samples: list[Sample]) -> Point:
    weight = sum(s.weight for s in samples)
    return (
        sum(s.at[0] * s.weight for s in samples) / weight,
        sum(s.at[1] * s.weight for s in samples) / weight,
    )


def _line(first: str, second: str, samples: list[Sample]) -> str:
    middle = _middle(samples)
    near = _heaviest(sorted(samples, key=lambda s: distance_km(s.at, middle)), WITHIN)
    reach = max(5, round(distance_km(near[-1].at, middle)))
    return f"{first} {second} {middle[0]:.2f} {(middle[1] + 180) % 360 - 180:.2f} {reach}"


def _borders(countries: dict[str, list[dict[str, Any]]], arcs: list[Ring]) -> Iterator[str]:
    """The stretch that two countries share: its point nearest to its middle, and how far it runs from there."""
    used: defaultdict[int, set[str]] = defaultdict(set)
    for code, regions in countries.items():
        for index in (i for g in regions for polygon in g["arcs"] for ring in polygon for i in ring):
            used[index if index >= 0 else ~index].add(code)
    shared: defaultdict[tuple[str, str], Ring] = defaultdict(list)
    for index, codes in used.items():
        for one, other in combinations(sorted(codes), 2):
            shared[one, other] += _dense(arcs[index])
    for (one, other), points in sorted(shared.items()):
        middle = (sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points))
        centre = min(points, key=lambda p: distance_km(p, middle))
        reach = max(5, round(max(distance_km(p, centre) for p in points)))
        yield f"{one} {other} {centre[0]:.2f} {centre[1]:.2f} {reach}"


def _dense(arc: Ring) -> Ring:
    """The corners of an arc with points between, so that long straight stretches count by their length."""
    points: Ring = []
    for (y0, x0), (y1, x1) in pairwise(arc):
        pieces = max(1, round(hypot(y1 - y0, x1 - x0) / 0.1))
        points += [(y0 + (y1 - y0) * at / pieces, x0 + (x1 - x0) * at / pieces) for at in range(pieces)]
    return [*points, arc[-1]]


if __name__ == "__main__":
    main()
