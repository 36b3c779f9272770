"""Write rows as one memory-mappable file."""

from __future__ import annotations

import json
from array import array
from typing import TYPE_CHECKING

from fogline.data.gazetteer.folding import fold, name_hash, plain_article
from fogline.data.gazetteer.layout import KINDS, MAGIC, MAIN_NAME, NO_REGION, PREFIX, RECORD

if TYPE_CHECKING:
    from rows import Row

__all__ = ["write"]

ARABIC = frozenset("SD SS SY IQ YE SA EG LY PS JO LB DZ TN MA OM AE KW QA BH SO TD MR DJ ER IL IR".split())
BUCKETS = 1 << 16


def write(rows: list[Row], neighbours: dict[str, list[str]], digest: str) -> bytes:
    """The file, see fogline.data.gazetteer.layout: the same rows give the same bytes."""
    rows = sorted(rows, key=lambda row: (-row.weight, row.identity))
    countries = ["", *sorted({row.country for row in rows if row.country})]
    regions = sorted({row.region for row in rows if row.region})
    entries, names = _records(rows, countries, regions)
    sections = {"entries": entries, "names": names}
    sections |= dict(zip(("buckets", "keys", "places"), _index(rows), strict=True))
    sections |= dict(zip(("numbers", "owners"), _numbers(rows), strict=True))
    header = {
        "countries": countries,
        "regions": regions,
        "digest": digest,
        "neighbours": neighbours,
        "codes": {code: number for number, row in enumerate(rows) if (code := _code(row))},
    }
    return _file(header, sections)


def _code(row: Row) -> str | None:
    if row.slug:
        return f"fogline:{row.slug}"
    if row.kind == "country":
        return f"iso3166-1:{row.country}"
    return f"iso3166-2:{row.region}" if row.kind == "region" else None


def _records(rows: list[Row], countries: list[str], regions: list[str]) -> tuple[bytes, bytes]:
    country_at = {code: at for at, code in enumerate(countries)}
    region_at = {code: at for at, code in enumerate(regions)}
    entries, names, offsets = bytearray(), bytearray(), dict[str, int]()
    for row in rows:
        text = f"{row.name}\0{row.slug}" if row.slug else row.name
        if text not in offsets:
            offsets[text] = len(names)
            data = text.encode("utf-8")
            names += len(data).to_bytes(2, "little") + data
        entries += RECORD.pack(
            round(row.latitude * 1e5),
            round(row.longitude * 1e5),
            row.geonames,
            offsets[text],
            min(row.population, 0xFFFFFFFF),
            region_at.get(row.region or "", NO_REGION),
            min(row.radius_km, 0xFFFF),
            country_at.get(row.country or "", 0),
            KINDS.index(row.kind),  # type: ignore[arg-type]
            row.flags,
        )
    return bytes(entries), bytes(names)


def _index(rows: list[Row]) -> tuple[bytes, bytes, bytes]:
    pairs: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        main = {fold(name) for name in row.main} - {""}
        pairs |= {(name_hash(name), number | MAIN_NAME) for name in main}
        other = {fold(name) for name in row.names} - main - {""}
        if row.country in ARABIC:
            other |= {form for name in main | other for form in _articles(name)} - main
        pairs |= {(name_hash(name), number) for name in other}
    ordered = sorted(pairs, key=lambda pair: (pair[0], pair[1] & (MAIN_NAME - 1)))
    counts = array("I", [0]) * (BUCKETS + 1)
    for digest, _ in ordered:
        counts[(digest >> 32) + 1] += 1
    for at in range(BUCKETS):
        counts[at + 1] += counts[at]
    keys = array("I", (digest & 0xFFFFFFFF for digest, _ in ordered))
    places = array("I", (number for _, number in ordered))
    return counts.tobytes(), keys.tobytes(), places.tobytes()


def _numbers(rows: list[Row]) -> tuple[bytes, bytes]:
    """GeoNames numbers, ascending, and the entry of each; countries, regions and features have ids of their own."""
    pairs = sorted((row.geonames, number) for number, row in enumerate(rows) if row.geonames and _code(row) is None)
    return array("I", (pair[0] for pair in pairs)).tobytes(), array("I", (pair[1] for pair in pairs)).tobytes()


def _articles(folded: str) -> set[str]:
    """The name with its articles as "al", and without the one it begins with ("hudaydah")."""
    plain = plain_article(folded)
    bare = plain.removeprefix("al ")
    return {plain, bare} if len(bare) > 4 else {plain}


def _file(header: dict[str, object], sections: dict[str, bytes]) -> bytes:
    """Lay the sections out behind the header, whose length does not depend on where they lie."""
    placed, at = {}, 0
    for name, data in sections.items():
        placed[name] = [at, len(data)]
        at += -(-len(data) // 8) * 8
    text = json.dumps(header | {"sections": placed}, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    text += b" " * (-(PREFIX.size + len(text)) % 8)
    whole = bytearray(PREFIX.pack(MAGIC, len(text)) + text)
    for data in sections.values():
        whole += data + b"\0" * (-len(data) % 8)
    return bytes(whole)
