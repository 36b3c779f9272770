"""How the gazetteer lies on disk: shared by the script that writes it and the reader that maps it.

A file is the magic word, the length of a JSON header, the header, then the sections, whose places behind the header
it names, each at a multiple of eight bytes. Entries are sorted by importance, so that a smaller number is the better
known place.

    entries  one RECORD each
    names    UTF-8; per entry the display name, and for features a NUL and the slug of the id
    buckets  65,537 unsigned 32-bit numbers: where in `keys` the names begin whose hash starts with these 16 bits
    keys     the lower 32 bits of each name's hash, ascending inside a bucket
    places   for each key the entry it names, with MAIN_NAME set where it is the main name
    numbers  GeoNames numbers, ascending
    owners   for each number the entry that has it
"""

from __future__ import annotations

from struct import Struct
from typing import Literal, get_args

__all__ = ["ENTRY_MASK", "KINDS", "MAGIC", "MAIN_NAME", "NO_REGION", "PREFIX", "RECORD", "Kind"]

Kind = Literal["country", "region", "district", "town", "water", "area", "point"]
KINDS: tuple[Kind, ...] = get_args(Kind)

MAGIC = b"FOGGAZ02"
PREFIX = Struct("<8sI")
# latitude, longitude (1e-5 degrees), GeoNames number, name offset, population, region, radius_km, country, kind, flags
RECORD = Struct("<iiIIIHHBBBx")
MAIN_NAME = 1 << 31
ENTRY_MASK = MAIN_NAME - 1
NO_REGION = 0xFFFF
