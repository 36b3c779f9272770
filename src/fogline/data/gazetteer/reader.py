"""Look names up in the gazetteer."""

from __future__ import annotations

import json
import mmap
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any, cast

from fogline.data.gazetteer.distance import distance_km
from fogline.data.gazetteer.folding import fold, name_hash, plain_article
from fogline.data.gazetteer.layout import ENTRY_MASK, KINDS, MAGIC, MAIN_NAME, NO_REGION, PREFIX, RECORD, Kind
from fogline.errors import RunError
from fogline.records.mentions import Place

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Entry", "Gazetteer"]

REMEMBERED = 50_000  # look-ups; a report asks for the same words over and over
FILE_NAME = "world.gazetteer"
CAPITAL, SECTION, SEAT = 1, 2, 4  # flags of a record


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the gazetteer: what it is, where it lies, to what it belongs.

    `number` orders entries by importance, the best known first. `region` is an ISO 3166-2 code, `country` ISO 3166-1
    alpha-2; neither says who governs. `radius_km` is how far from its point the place reaches. `main` tells that the
    name looked up is the entry's main name, not one of its other names.
    """

    number: int
    id: str
    name: str
    kind: Kind
    latitude: float
    longitude: float
    country: str | None
    region: str | None
    population: int
    radius_km: int
    capital: bool = False
    section: bool = False
    seat: bool = False
    main: bool = True

    @property
    def point(self) -> tuple[float, float]:
        """Latitude and longitude in degrees."""
        return self.latitude, self.longitude

    @property
    def place(self) -> Place:
        """The entry as a record."""
        return Place(self.id, self.name, self.latitude, self.longitude, self.kind, self.country, self.region)


class _Names:
    """Hashed names, each with the entries it stands for."""

    def __init__(self, buckets: memoryview, keys: memoryview, places: memoryview) -> None:
        self._buckets, self._keys, self._places = buckets.cast("I"), keys.cast("I"), places.cast("I")

    def find(self, folded: str) -> list[int]:
        """The entries filed under a folded name, best known first, with the MAIN_NAME bit."""
        digest = name_hash(folded)
        bucket, key = digest >> 32, digest & 0xFFFFFFFF
        first, last = self._buckets[bucket], self._buckets[bucket + 1]
        at = bisect_left(self._keys, key, first, last)
        found = []
        while at < last and self._keys[at] == key:
            found.append(self._places[at])
            at += 1
        return found


class Gazetteer:
    """Place names of the world, opened in milliseconds and read where they lie on disk."""

    def __init__(self, data: bytes | mmap.mmap) -> None:
        magic, length = PREFIX.unpack_from(data)
        if magic != MAGIC:
            raise RunError("the gazetteer file is damaged: it does not begin with its magic word")
        self._header: dict[str, Any] = json.loads(data[PREFIX.size : PREFIX.size + length])
        self._view = memoryview(data)[PREFIX.size + length :]
        self._countries: list[str] = self._header["countries"]
        self._regions: list[str] = self._header["regions"]
        self._entries, self._strings = self._section("entries"), self._section("names")
        self._names = self._index()
        self._numbers, self._owners = self._section("numbers").cast("I"), self._section("owners").cast("I")
        self._seen: dict[int, Entry] = {}
        self._found: dict[str, tuple[Entry, ...]] = {}

    @classmethod
    def open(cls, path: Path | None = None) -> Gazetteer:
        """The gazetteer that ships with the package, or the one at `path`; RunError where there is none."""
        if path is None:
            with as_file(files("fogline.data.gazetteer") / FILE_NAME) as packaged:
                return cls.open(packaged)
        try:
            with path.open("rb") as file:
                return cls(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        except (OSError, ValueError) as error:
            raise RunError(f"the gazetteer {path} cannot be opened: {error}") from error

    def _section(self, name: str) -> memoryview:
        start, length = self._header["sections"][name]
        return self._view[start : start + length]

    def _index(self) -> _Names:
        return _Names(*(self._section(part) for part in ("buckets", "keys", "places")))

    def __len__(self) -> int:
        return len(self._entries) // RECORD.size

    @property
    def digest(self) -> str:
        """The digest of the sources it was built from."""
        return str(self._header["digest"])

    def knows(self, name: str) -> bool:
        """Whether any entry has this name."""
        return bool(self.lookup(name))

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """The entries called `name`, spelled with or without accents and apostrophes, best known first.

        An Arabic article may be written as it sounds: "Ash Shughur" is found under "Al Shughur" too.
        """
        known = self._found.get(name)
        if known is None:
            if len(self._found) >= REMEMBERED:
                self._found.clear()
            known = self._found[name] = self._look_up(fold(name))
        return known

    def _look_up(self, folded: str) -> tuple[Entry, ...]:
        numbers = self._names.find(folded)
        if not numbers and (plain := plain_article(folded)) != folded:
            numbers = self._names.find(plain)
        return tuple(self._named(number) for number in numbers)

    def _named(self, number: int) -> Entry:
        main = bool(number & MAIN_NAME)
        key = number if main else number & ENTRY_MASK
        if key not in self._seen:
            self._seen[key] = self._read(number & ENTRY_MASK, main)
        return self._seen[key]

    def _read(self, number: int, main: bool) -> Entry:
        fields = RECORD.unpack_from(self._entries, number * RECORD.size)
        latitude, longitude, geonames, offset, population, region, radius, country, kind_at, flags = fields
        kind = KINDS[kind_at]
        name, _, slug = self._string(offset).partition("\0")
        country_code = self._countries[country] or None
        region_code = None if region == NO_REGION else self._regions[region]
        identity = _identity(kind, geonames, slug, country_code, region_code)
        point = (latitude / 1e5, longitude / 1e5)
        marks = (bool(flags & CAPITAL), bool(flags & SECTION), bool(flags & SEAT))
        return Entry(number, identity, name, kind, *point, country_code, region_code, population, radius, *marks, main)

    def _string(self, offset: int) -> str:
        length = int.from_bytes(self._strings[offset : offset + 2], "little")
        return bytes(self._strings[offset + 2 : offset + 2 + length]).decode("utf-8")

    def _numbered(self, geonames: str) -> int | None:
        """The entry with this GeoNames number."""
        if not geonames.isdecimal() or int(geonames) > ENTRY_MASK:
            return None
        at = bisect_left(self._numbers, int(geonames))
        return self._owners[at] if at < len(self._numbers) and self._numbers[at] == int(geonames) else None

    def entry(self, place_id: str) -> Entry | None:
        """The entry with this id, or None."""
        number = self._codes.get(place_id)
        if number is None and place_id.startswith("geonames:"):
            number = self._numbered(place_id.removeprefix("geonames:"))
        return None if number is None else self._named(number | MAIN_NAME)

    @cached_property
    def _codes(self) -> dict[str, int]:
        return cast("dict[str, int]", self._header["codes"])

    def country(self, code: str) -> Entry | None:
        """The country with this ISO 3166-1 alpha-2 code, or None."""
        return self.entry(f"iso3166-1:{code}")

    def region(self, code: str) -> Entry | None:
        """The first-level region with this ISO 3166-2 code, or None."""
        return self.entry(f"iso3166-2:{code}")

    def contains(self, outer: Entry, inner: Entry) -> bool:
        """Whether `inner` belongs to the country, region or area `outer`, by ISO codes or, for areas, by distance."""
        if outer.id == inner.id:
            return True
        if outer.kind == "country":
            return inner.country == outer.country
        if outer.kind == "region":
            return inner.kind != "country" and inner.region is not None and inner.region == outer.region
        if outer.kind in ("area", "water", "district"):
            return inner.kind in ("town", "point") and distance_km(outer.point, inner.point) <= outer.radius_km
        return False

    def neighbours(self, country: str) -> tuple[str, ...]:
        """The codes of the countries that border `country`."""
        return tuple(self._header["neighbours"].get(country, ()))


def _identity(kind: Kind, geonames: int, slug: str, country: str | None, region: str | None) -> str:
    if slug:
        return f"fogline:{slug}"
    if kind == "country":
        return f"iso3166-1:{country}"
    if kind == "region":
        return f"iso3166-2:{region}"
    return f"geonames:{geonames}"
