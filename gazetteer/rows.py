"""A place on its way into the gazetteer."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

__all__ = ["CAPITAL", "ROMANISED", "SEAT", "SECTION", "Row", "plain", "usable_name"]

CAPITAL, SECTION, SEAT = 1, 2, 4
ROMANISED = frozenset(
    (
        "UA RU BY KZ ET ER SY IQ YE SA JO LB PS EG LY SD SS DZ TN MA OM AE KW QA BH IR AF PK IN BD MM LK NP JP KP KR IL"
    ).split()
)
LETTERS = re.compile(r"^[A-Z\u00c0-\u024f\u1e00-\u1eff\u0400-\u052f‘’ʻʼ'][\w\s.,’'‘ʼʻʹ`´()/–-]*$")
SCRIPTS = re.compile(r"[^\W\d_a-zA-Z\u00c0-\u024f\u0259\u02b0-\u036f\u0400-\u052f\u1e00-\u1eff\u2010-\u201f]")


@dataclass(slots=True)
class Row:
    """One place: `main` are its main names, `names` its other names, `weight` orders by importance."""

    kind: str
    name: str
    latitude: float
    longitude: float
    country: str | None = None
    region: str | None = None
    geonames: int = 0
    slug: str = ""
    population: int = 0
    radius_km: int = 0
    flags: int = 0
    weight: float = 0.0
    main: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)

    @property
    def identity(self) -> tuple[str, int, str, str]:
        """What keeps rows of equal weight in one order."""
        return self.kind, self.geonames, self.slug, f"{self.country} {self.region}"


def usable_name(name: str) -> bool:
    """Whether a spelling can stand in English or Cyrillic text: Latin or Cyrillic, capitalised, no airport code."""
    if not 2 <= len(name) <= 60 or not LETTERS.match(name) or SCRIPTS.search(name):
        return False
    return not (name.isupper() and len(name) <= 5)


def plain(name: str) -> str:
    """A romanised name as English news text prints it: without the dots, dashes and hooks of scholars."""
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return re.sub("[‘’ʻʼʿʾ`']", "", bare)
