"""Names that hold the name of a place and mean none: groups in transliterated Arabic, units, weapons and aircraft."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from fogline.data.gazetteer import fold
from fogline.packs.wordlists import world_actors

if TYPE_CHECKING:
    from fogline.mentions.places.lexicon import PlaceWords
    from fogline.mentions.places.spotting import Spot

__all__ = ["armed_groups", "is_designation", "is_party"]

# What parties to a war call themselves: "Tigray People's Liberation Front", "Chin Defence Force". A head alone makes a
# party of a region or town; behind other names ("Teachers", "Bar") only a word of those that fight counts.
HEADS = frozenset("army armies front movement alliance militia resistance".split())
WIDER_HEADS = HEADS | frozenset("force forces union council congress coalition party organisation organization".split())
FIGHTING = frozenset(
    "liberation independence people people's peoples revolutionary defence defense resistance salvation tribal joint"
    " patriotic transitional freedom river unity national armed rebel sovereign sovereignty".split()
)
LONGEST_NAME = 5  # words behind the name: "Tigray People's Revolutionary Liberation Front" has four
REACH = 3  # words: "Jaysh Ansar al-Sham" has two between
SHIPLY = frozenset({"guided", "missile", "class", "landing", "patrol", "cruise"})
SHIPS = frozenset({"ship", "cruiser", "frigate", "warship", "flagship", "submarine", "corvette", "destroyer", "tanker"})
UNITS = frozenset(
    {"brigade", "brigades", "battalion", "battalions", "regiment", "legion", "corps", "martyrs", "falcons"}
)


def is_designation(spot: Spot, words: PlaceWords) -> bool:
    """Whether the name is part of the name of a group, unit or weapon: "Ahrar al-Sham", "Levant Legion", "Il-76"."""
    if spot.type_word is not None:
        return False
    return _is_model(spot) or _names_unit(spot) or _names_ship(spot) or _names_group(spot, words)


def is_party(spot: Spot) -> bool:
    """Whether the name begins that of a party to a war: "Arakan Army", "Congo River Alliance"."""
    line, run = spot.line, []
    if line.words[spot.after].possessive:
        return False
    if spot.type_word is not None and spot.after > spot.first:
        run.append(line.words[spot.after].lower)
    inside = len(run)
    for at in range(spot.after + 1, spot.after + 1 + LONGEST_NAME):
        word = line.near(at)
        if word is None or not word.capital or word.gap != " ":
            break
        run.append(word.text.lower().replace("’", "'"))
        if run[-1] in WIDER_HEADS and FIGHTING & set(run[:-1]):
            return True
    country = spot.entries[0].kind == "country"
    return len(run) == inside + 1 and run[-1] in HEADS and not (country or line.headline)


@cache
def armed_groups() -> frozenset[str]:
    """The folded names of one word by which armed groups of the world list go: "fano" is also a town in Italy."""
    names = [name for actor in world_actors() if actor.kind == "armed_force" for name in (actor.name, *actor.aliases)]
    return frozenset(fold(name) for name in names if " " not in name and not name.isupper())


def _is_model(spot: Spot) -> bool:
    """A hyphen and a number follow: "Il-76", "Tor-M2"."""
    following = spot.line.near(spot.last + 1)
    if following is None or following.gap not in ("-", "‑") or spot.words > 1:
        return False
    return following.text[0].isdigit() or (len(following.text) <= 3 and following.text[-1].isdigit())


def _names_unit(spot: Spot) -> bool:
    following = spot.line.near(spot.last + 1)
    if following is None or following.gap != " " or spot.line.words[spot.last].possessive:
        return False
    return following.capital and following.lower in UNITS


def _names_ship(spot: Spot) -> bool:
    """ "the Moskva missile cruiser": a ship named after a town."""
    line, at = spot.line, spot.last + 1
    if line.words[spot.last].possessive:
        return False
    while (word := line.near(at)) is not None and word.gap == " " and word.lower in SHIPLY:
        at += 1
    word = line.near(at)
    return word is not None and word.gap == " " and word.lower in SHIPS and not word.capital


def _names_group(spot: Spot, words: PlaceWords) -> bool:
    """A word for an army or movement stands right before, nothing but names and articles between."""
    line = spot.line
    if line.words[spot.first].lower in words.group_name:
        return line.joined(spot.first + 1) and _goes_on(spot, words)
    for at in range(spot.first, max(spot.first - REACH - 1, 0), -1):
        before = line.words[at - 1]
        if not line.joined(at) or before.possessive:
            return False
        if before.lower in words.group_name and before.capital:
            return True
        if not (before.capital or before.lower in words.leading):
            return False
    return False


def _goes_on(spot: Spot, words: PlaceWords) -> bool:
    """Whether more of a name follows the first word of a group's name: "Liwa al-Quds"; "Liwa" alone is a town."""
    following = spot.line.near(spot.first + 1)
    return following is not None and (following.capital or following.lower in words.leading)
