"""Words that say what kind of place is meant: "Kursk region", "the city of Kupiansk", "Lake Tana"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fogline.mentions.places.words import name_of

if TYPE_CHECKING:
    from fogline.data.gazetteer import Entry, Gazetteer
    from fogline.data.gazetteer.layout import Kind
    from fogline.mentions.places.lexicon import PlaceWords
    from fogline.mentions.places.spotting import Spot
    from fogline.mentions.places.words import Line

__all__ = ["TypeWords"]

SINGULAR = {"counties": "county", "cities": "city", "municipalities": "municipality"}
# "the Hunan city of Yueyang"; but "the Pasha district of Aleppo" is itself the district
HOLDING = frozenset(
    {"city", "cities", "town", "towns", "village", "villages", "settlement", "hamlet", "suburb", "suburbs"}
)
LISTED = re.compile(r"^(?:,|,? and|,? or|,? as well as|, and the| and the)\s*$", re.IGNORECASE)
BEFORE = frozenset({"river", "lake", "oblast", "village", "town", "city", "hamlet", "province", "camp"})
PARTS = frozenset({"districts", "suburb", "suburbs"})
BANKS = frozenset({"bank", "banks", "shore", "shores", "mouth", "waters", "crossing", "crossings"})


class TypeWords:
    """Notes the type words of names, and narrows what a name can mean by them."""

    def __init__(self, gazetteer: Gazetteer, words: PlaceWords) -> None:
        self._gazetteer, self._words = gazetteer, words

    def share(self, line: Line, spots: list[Spot]) -> None:
        """ "Kharkiv and Sumy regions", "the cities of Izyum and Lyman": a plural type word goes to the whole list."""
        for at, spot in enumerate(spots):
            plural = spot.type_word if spot.type_word and spot.type_word.endswith("s") else None
            if plural is None:
                continue
            ahead = spot.after == spot.last
            step = 1 if ahead else -1
            other = at + step
            while 0 <= other < len(spots) and spots[other].type_word is None:
                left, right = (spots[other - 1], spots[other]) if ahead else (spots[other], spots[other + 1])
                if not LISTED.match(_between(line, left, right)):
                    break
                self._apply(spots[other], plural)
                other += step

    def note(self, spot: Spot, taken: int) -> None:
        """Note the type word in the name, after it, or before it; the one at `taken` is another name's."""
        own = spot.line.words[spot.last].lower
        kinds = self._words.types.get(own, ())
        if spot.words > 1 and any(entry.kind in kinds for entry in spot.entries):
            spot.entries += self._bare(spot, kinds)
            spot.type_word, spot.kinds = own, kinds
        elif not self._type_after(spot):
            self._type_before(spot, taken)

    def _bare(self, spot: Spot, kinds: tuple[Kind, ...]) -> tuple[Entry, ...]:
        """Further regions and districts of the name without its type word: that of Jordan for "Karak district"."""
        if spot.words == 2 and self._words.is_never(spot.line.words[spot.first].lower):
            return ()  # "Northern Province"
        known = {entry.id for entry in spot.entries}
        bare = self._gazetteer.lookup(name_of(spot.line.words[spot.first : spot.last]))
        return tuple(e for e in bare if e.kind in kinds and e.kind != "town" and e.id not in known)

    def _type_after(self, spot: Spot) -> bool:
        """ "Kursk region", "Kursk front"."""
        words, line = self._words, spot.line
        following = line.near(spot.last + 1)
        if following is None or following.gap not in (" ", "-") or line.words[spot.last].possessive:
            return False
        if following.lower in words.types and self._is_type(line, spot.last + 1):
            if self._is_others(line, spot.last + 1):
                spot.type_word = following.lower
                return True
            self._apply(spot, following.lower)
            spot.end, spot.after = following.name_end, spot.last + 1
            return True
        spot.front = following.lower in words.front and not following.capital
        return spot.front

    def _is_others(self, line: Line, at: int) -> bool:
        """Whether the type word is that of the next name: "the Hunan city of Yueyang"."""
        word, link, name = line.words[at], line.near(at + 1), line.near(at + 2)
        named = link is not None and link.lower == "of" and name is not None and name.capital
        return named and not word.capital and word.lower in HOLDING

    def _type_before(self, spot: Spot, taken: int) -> None:
        """ "the city of Kupiansk", "the village Synkivka", "Lake Tana"; "the Pasha district of Aleppo" types Pasha."""
        line = spot.line
        before, type_word = line.near(spot.first - 1), line.near(spot.first - 2)
        if before is None or line.words[spot.first].gap != " ":
            return
        if before.lower == "the" and type_word is not None and type_word.lower == "of":
            self._beside_water(spot)
        elif before.lower == "of" and type_word is not None and type_word.lower in self._words.types:
            if not self._is_owned(spot, type_word.lower, taken):
                self._apply(spot, type_word.lower)
        elif before.capital and before.lower in ("river", "lake"):
            self._apply(spot, before.lower)
            spot.start = before.start
        elif before.lower in BEFORE and not before.capital:
            self._apply(spot, before.lower)

    def _is_owned(self, spot: Spot, type_word: str, taken: int) -> bool:
        """Whether the type word before "of" says what lies in the place, and not what the place is."""
        owner = spot.line.near(spot.first - 3)
        if type_word in PARTS:
            return owner is None or not owner.capital  # "the suburbs of Damascus"; but "the Cairns suburbs of Edmonton"
        return spot.first - 2 <= taken

    def _beside_water(self, spot: Spot) -> None:
        """ "the eastern bank of the Niger": a river where the gazetteer has one of that name."""
        bank = spot.line.near(spot.first - 3)
        if bank is None or bank.lower not in BANKS:
            return
        waters = (*self._gazetteer.lookup(f"{spot.name} River"), *spot.entries)
        waters = tuple({entry.id: entry for entry in waters if entry.kind == "water"}.values())
        if waters:
            spot.entries = waters + tuple(entry for entry in spot.entries if entry.kind != "water")
            spot.type_word, spot.kinds = bank.lower, ("water",)

    def _is_type(self, line: Line, at: int) -> bool:
        """Whether the type word is not itself the start of a longer name, as in "Texas State University"."""
        word, following = line.words[at], line.near(at + 1)
        if word.capital and following is not None and following.lower == "of" and word.lower in ("state", "department"):
            return False
        if not word.capital or following is None or not following.capital or not line.joined(at + 1):
            return True
        return word.lower in ("county", "parish", "oblast", "province", "region", "governorate", "district") and (
            following.lower not in self._words.street
        )

    def _apply(self, spot: Spot, type_word: str) -> None:
        singular = SINGULAR.get(type_word, type_word.removesuffix("s"))
        typed = self._gazetteer.lookup(f"{spot.name} {singular}")
        kinds = self._words.types[type_word]
        typed = tuple(entry for entry in typed if entry.kind in kinds)
        known = {entry.id for entry in typed}
        spot.entries = typed + tuple(entry for entry in spot.entries if entry.id not in known)
        spot.type_word, spot.kinds = type_word, kinds


def _between(line: Line, left: Spot, right: Spot) -> str:
    start = line.sentence.start
    return line.sentence.text[line.words[left.after].end - start : right.start - start]
