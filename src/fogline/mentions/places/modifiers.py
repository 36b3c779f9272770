"""How a report bounds a place: near it, north of it, 20 km from it, along its border."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fogline.data.gazetteer import distance_km

if TYPE_CHECKING:
    from fogline.data.gazetteer import Entry
    from fogline.mentions.places.spotting import Spot
    from fogline.records.mentions import PlacePrecision

__all__ = ["Modifier", "between", "happens_between", "is_between", "modifier"]

WITHIN = re.compile(r"(?:central|\w+ern)\b", re.IGNORECASE)
MILE_KM = 1.609344
NAUTICAL_KM = 1.852
POINT = r"(?:north|south|east|west|(?:north|south)-?\s?(?:east|west))"
SIDE = rf"(?:{POINT}ern|{POINT}|central|upper|lower)"
THE = r"(?:\s+the)?(?:\s+(?:\w+\s+)?(?:city|town|village|settlement|port)\s+of)?\s+$"
DISTANCE = re.compile(
    r"(?:(?:about|around|some|roughly|nearly|less than|within|up to)\s+)?(?P<number>\d+(?:[.,]\d+)?)[\s-]*"
    r"(?P<unit>km|kms|kilomet(?:er|re)s?|(?P<sea>nautical\s+)?miles?|mi)\b\.?(?:\s*\([^)]*\))?\s+(?:to the\s+)?"
    rf"(?:{POINT}\s+)?(?:of|from|away from|outside|off)(?:\s+the\s+(?:coast|shores?)\s+of)?{THE}",
    re.IGNORECASE,
)
# Longest first: "on the border with" would else be "on", "eastern outskirts of" would be "eastern".
WORDS = {
    "border": r"(?:(?:along|on|near|at|across|over)\s+)?(?:(?:the|its|their)\s+)?(?:\w+\s+)?"
    r"(?:border|frontier|boundary)\s+(?:with|of|between)",
    "bank": rf"(?:{SIDE}|left|right|opposite|far)[\s-]+(?:bank|shore|side)s?\s+of",
    "outskirts": rf"(?:{SIDE}\s+)?(?:outskirts|suburbs?|edges?|fringes?|approaches)\s+(?:of|to)",
    "within": rf"the\s+(?:far\s+)?{POINT}(?:\s+and\s+{POINT})?\s+of",  # "north of Mali" may lie beyond it
    "side of": rf"{SIDE}(?:\s+(?:part|parts|side|tip|end|area|areas|half|third|districts|outskirts))?\s+of",
    "part": rf"(?:far\s+)?{SIDE}(?:\s+and\s+{SIDE})?",
    "toward": r"(?:towards?|in the direction of|en route to|advancing on|advance on)",
    "area of": r"(?:area|areas|vicinity|territory|environs)\s+(?:of|around|near)",
    "near": r"(?:near|nearby|close to|next to|outside|around|surrounding|in the vicinity of|beside|adjacent to"
    r"|not far from|(?:just )?off(?:\s+the\s+(?:coast|shores?)\s+of)?)",
}
PATTERNS = {name: re.compile(rf"\b{words}{THE}", re.IGNORECASE) for name, words in WORDS.items()}
LAST_WORDS = 90  # characters before a name that are read
SKIPPED = frozenset({"the", "of", "city", "town", "village", "settlement"})
CLOSING = frozenset(
    "with between outskirts suburb suburbs edge edges fringe fringes approach approaches part parts side tip end area "
    "areas north south east west northeast northwest southeast southwest northern southern eastern northeastern "
    "northwestern southeastern southwestern central lower toward towards direction route on near nearby to "
    "outside around surrounding vicinity beside from off away bank banks shore border frontier boundary territory "
    "environs upper western half third districts".split()
)
AFTER = re.compile(
    r"^[\s-]*(border|front|frontline|direction|axis|sector|salient|pocket|area|outskirts|suburbs|coast|coastline"
    r"|Front|Direction|Axis|Sector)\b"
)


@dataclass(frozen=True, slots=True)
class Modifier:
    """The words that bound a place and how far from it the mention reaches.

    `precision` is what the words leave of the place's precision, None where it keeps its own; `side` are the words for
    a part of it ("eastern" in "eastern Congo").
    """

    words: str
    radius_km: float
    precision: PlacePrecision | None = None
    side: str | None = None


def modifier(spot: Spot, entry: Entry) -> Modifier | None:
    """What stands before the name, or right after it, to bound the place."""
    return (_before(spot, entry) if _may_bound(spot) else None) or _after(spot, entry)


def _may_bound(spot: Spot) -> bool:
    """Whether the word before the name, articles and type words aside, can close a modifier: a cheap first look."""
    at = spot.first - 1
    while at >= 0 and spot.line.words[at].lower in SKIPPED:
        at -= 1
    closing = spot.line.words[at + 1].lower if at + 1 < spot.first else ""
    return at >= 0 and (spot.line.words[at].lower in CLOSING or closing == "of")


def _before(spot: Spot, entry: Entry) -> Modifier | None:
    sentence = spot.line.sentence
    before = sentence.text[max(0, spot.start - sentence.start - LAST_WORDS) : spot.start - sentence.start]
    found = DISTANCE.search(before) if any(map(str.isdigit, before)) else None
    if found is not None:
        mile = NAUTICAL_KM if found["sea"] else MILE_KM
        away = float(found["number"].replace(",", ".")) * (1.0 if found["unit"].lower().startswith("k") else mile)
        return Modifier(_clean(found.group()), round(away + entry.radius_km, 1), "area")
    for name, pattern in PATTERNS.items():
        found = pattern.search(before)
        if found is not None:
            return _bounded(name, _clean(found.group()), entry)
    return None


def _after(spot: Spot, entry: Entry) -> Modifier | None:
    sentence = spot.line.sentence
    following = AFTER.match(sentence.text[spot.end - sentence.start :])
    return _bounded("after", following.group(1).lower(), entry) if following else None


def _clean(words: str) -> str:
    return " ".join(re.sub(r"\s+the\s*$", "", " ".join(words.split())).split())


def _bounded(name: str, words: str, entry: Entry) -> Modifier:
    reach = float(entry.radius_km)
    if name in ("near", "area of", "toward") or (name == "after" and words == "area"):
        return Modifier(words, reach + 15.0, "area" if entry.kind in ("town", "point") else None)
    if name == "outskirts" or words in ("outskirts", "suburbs"):
        return Modifier(words, reach + 5.0)
    if name == "side of" and entry.kind in ("town", "point"):
        return Modifier(words, reach + 30.0, "area")
    if name in ("part", "within") or (name == "side of" and WITHIN.match(words)):
        return Modifier(words, reach, side=words)
    if name in ("border", "bank", "after"):
        return Modifier(
            words, reach + 20.0 if entry.kind == "town" else reach, "area" if entry.kind != "water" else None
        )
    return Modifier(words, reach)


def between(left: Entry, right: Entry) -> Modifier:
    """The stretch between two places: each end reaches to the other."""
    return Modifier("between", round(distance_km(left.point, right.point), 1), "area")


def is_between(left: Spot, right: Spot, towns: bool) -> bool:
    """Whether the two names are the ends of "between A and B" on the ground, not the sides of an alliance or talks.

    Of two `towns` it is enough that something happens or moves there: "was hit between Gao and Kidal".
    """
    sentence = left.line.sentence
    before, middle = (
        sentence.text[: left.start - sentence.start],
        sentence.text[left.end - sentence.start : right.start - sentence.start],
    )
    if middle.strip() not in ("and", "and the"):
        return False
    return happens_between(before, towns)


def happens_between(before: str, towns: bool = True) -> bool:
    """Whether the words that end with "between " tell of ground, or of what happens there between `towns`."""
    near = before[-LAST_WORDS:]
    return bool(GROUND.search(near) or (towns and HAPPENING.search(near)))


HAPPENING = re.compile(
    r"\b(?:hit|struck|ambushed|attacked|shelled|bombed|seized|stopped|halted|stranded|intercepted|downed|crashed|fell"
    r"|exploded|travell?ing|travell?ed|moving|moved|driving|drove|running|runs|flying|flew|sailing|marching|advancing"
    r"|advanced|happened|occurred|place|disappeared|vanished|killed|convoy|patrol|bus|train|trucks?|gap|pass|bridge|camp)"
    r"\b[^.;]{0,20}\bbetween(?: the)?(?: towns| villages| cities)?(?: of)? $",
    re.IGNORECASE,
)
GROUND = re.compile(
    r"(?:road|highway|railway|route|line|front|area|border|stretch|villages?|settlements?|positions?|fighting|clashes|located|lies|halfway|somewhere|corridor|land|territory|sea|river|fields?)"
    r"\b[^.;]{0,30}\bbetween(?: the)?(?: towns| villages| cities)?(?: of)? $",
    re.IGNORECASE,
)
