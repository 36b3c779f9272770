"""Say in words why a place was taken, and where report and gazetteer disagree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fogline.data.gazetteer import Entry, Gazetteer
    from fogline.mentions.places.evidence import Group
    from fogline.mentions.places.masses import Masses
    from fogline.mentions.places.spotting import Spot

__all__ = ["misplaced", "why"]

NAMED = 0.5  # how much of the report's belief counts as named
SAYS_INSIDE = re.compile(r"^(?:,? (?:in|inside|within)(?: the)?(?: [A-Z][\w -]{2,30}['’]s)?(?: \w+)? |, |'s |’s )$")
LISTS_INSIDE = re.compile(
    r"^[^.;:]{0,40}?\b(?:where|including|such as|towns? of|villages? of|settlements? of)\b", re.IGNORECASE
)


def why(one: Group, at: int, masses: Masses, gazetteer: Gazetteer) -> str:
    """The evidence for a candidate, strongest first."""
    entry = one.candidates[at]
    found = list(one.why.get(at, ()))
    if len(one.candidates) == 1:
        found.append("the only place of that name")
    elif entry.kind != "country":
        found += _context(one, entry, masses, gazetteer)
    return "; ".join(found) or "best known place of that name"


def _context(one: Group, entry: Entry, masses: Masses, gazetteer: Gazetteer) -> list[str]:
    region = gazetteer.region(entry.region) if entry.region else None
    if region is not None and masses.region(entry, one) > NAMED and region.id != entry.id:
        return [f"other places of the report lie in {region.name}"]
    if masses.nearby(entry, one) > NAMED:
        return ["other places of the report lie near it"]
    country = gazetteer.country(entry.country) if entry.country else None
    if country is not None and masses.country(entry, one) > NAMED:
        return [f"the report speaks of {country.name}"]
    return []


def misplaced(spot: Spot, entry: Entry, outer: Spot, region: Entry, gazetteer: Gazetteer) -> str | None:
    """The flag for "X in the Y region" where the gazetteer has X elsewhere; None where the two agree."""
    if entry.kind not in ("town", "point", "district") or region.kind not in ("region", "district", "country"):
        return None
    if not _says_inside(spot, outer, region) or gazetteer.contains(region, entry):
        return None
    home = gazetteer.region(entry.region) if entry.region else None
    where = home.name if home is not None else entry.country or "elsewhere"
    return f"the report puts it in {region.name}, the gazetteer in {where}"


def _says_inside(spot: Spot, outer: Spot, region: Entry) -> bool:
    sentence = spot.line.sentence
    if spot.end <= outer.start:
        if region.kind == "country" or outer.line.words[outer.last].possessive:
            return False  # "Cairo, Israel and" is a list, "New York, Norway’s envoy" are two clauses
        return SAYS_INSIDE.match(sentence.text[spot.end - sentence.start : outer.start - sentence.start]) is not None
    if outer.type_word is None:
        return False
    return LISTS_INSIDE.search(sentence.text[outer.end - sentence.start : spot.start - sentence.start]) is not None
