"""Names that hold the name of a place and mean none: groups in transliterated Arabic, units, weapons and aircraft."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fogline.mentions.places.lexicon import PlaceWords
    from fogline.mentions.places.spotting import Spot

__all__ = ["is_designation"]

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
