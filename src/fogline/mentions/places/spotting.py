"""Find stretches of words that the gazetteer knows as names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fogline.data.gazetteer import Entry, Gazetteer, fold
from fogline.mentions.places.spellings import sounding_alike

if TYPE_CHECKING:
    from collections.abc import Callable

    from fogline.data.gazetteer.layout import Kind
    from fogline.mentions.places.lexicon import PlaceWords
    from fogline.mentions.places.words import Line, Word

__all__ = ["Spot", "Spotter"]

LONGEST = 6  # words: "Democratic Republic of the Congo" has five
JOINS = frozenset({" ", "-", "‑", "‐", "–", "\n", ". ", ".", " -", " & "})
SINGULAR = {"counties": "county", "cities": "city", "municipalities": "municipality"}
LISTED = re.compile(r"^(?:,|,? and|,? or|,? as well as|, and the| and the)\s*$", re.IGNORECASE)
BEFORE = frozenset({"river", "lake", "oblast", "village", "town", "city", "hamlet", "province", "camp"})
SITES = frozenset(
    {"crossing", "corridor", "airport", "airbase", "base", "dam", "bridge", "hospital", "mountains", "desert", "farms"}
)
PARTS = frozenset({"districts", "suburb", "suburbs"})
BANKS = frozenset({"bank", "banks", "shore", "shores", "mouth", "waters", "crossing", "crossings"})
ABBREVIATED = {"st": "saint", "ft": "fort", "mt": "mount", "ste": "sainte"}


@dataclass(slots=True)
class Spot:
    """A name the gazetteer knows: the words from `first` to `last` of a line, the entries of that name.

    `type_word` is the word that says what kind of place is meant ("region" in "Kursk region"), `kinds` what it
    admits. The span from `start` to `end` covers the type word where it follows the name. `sounds` tells that the
    gazetteer has the name in another spelling only.
    """

    line: Line
    first: int
    last: int
    start: int
    end: int
    name: str
    key: str
    entries: tuple[Entry, ...]
    type_word: str | None = None
    kinds: tuple[Kind, ...] = ()
    front: bool = False
    after: int = 0
    located: bool = False
    strong: bool = False
    sounds: bool = False

    @property
    def article(self) -> bool:
        """Whether "the" stands right before the name, and no other name after it."""
        before, following = self.line.near(self.first - 1), self.line.near(self.after + 1)
        runs_on = following is not None and following.gap == " " and following.capital
        return before is not None and before.lower == "the" and not runs_on

    @property
    def text(self) -> str:
        """The words of the span."""
        start = self.line.sentence.start
        return self.line.sentence.text[self.start - start : self.end - start]

    @property
    def words(self) -> int:
        """How many words the name has."""
        return self.last - self.first + 1


class Spotter:
    """Takes the longest known name at each capitalised word of a line."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        words: PlaceWords,
        extra: Callable[[str], tuple[Entry, ...]],
        knows_numbered: bool = False,
    ) -> None:
        """`extra` looks names up before the gazetteer; `knows_numbered` says that some of them hold a number."""
        self._gazetteer, self._words, self._extra = gazetteer, words, extra
        self._knows_numbered = knows_numbered

    def spots(self, line: Line) -> list[Spot]:
        """The names in a line, left to right, none overlapping."""
        found: list[Spot] = []
        at = 0
        while at < len(line.words):
            spot = self._longest(line, at) if self._can_begin(line, at) else None
            if spot is not None:
                self._type(spot, found[-1].after if found and found[-1].after > found[-1].last else -1)
                found.append(spot)
            at = max(spot.last, spot.after) + 1 if spot is not None else at + 1
        self._share_types(line, found)
        return found

    def _share_types(self, line: Line, spots: list[Spot]) -> None:
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

    def _can_begin(self, line: Line, at: int) -> bool:
        word = line.words[at]
        if word.capital:
            return True
        following = line.near(at + 1)
        if word.lower in self._words.direction and following is not None and following.capital:
            return following.gap == " "  # "southern Lebanon", "eastern Ghouta": only where the gazetteer has it whole
        return (
            word.lower in self._words.leading
            and following is not None
            and following.capital
            and following.gap in ("-", "‑", "'", "’")
        )

    def _longest(self, line: Line, first: int) -> Spot | None:
        for last in range(self._reach(line, first), first - 1, -1):
            if not self._can_end(line, first, last):
                continue
            entries = self._entries(line, first, last)
            word = line.words[first]
            if entries and not (first == last and word.lower in self._words.inner and not word.short):
                return self._spot(line, first, last, entries)
        return self._alike(line, first)

    def _alike(self, line: Line, at: int) -> Spot | None:
        """A name that only another spelling of the gazetteer fits, where nothing but a place can stand."""
        word, before, following = line.words[at], line.near(at - 1), line.near(at + 1)
        opens = line.sentence.role == "dateline" and at == 0
        leads = before is not None and not before.capital and word.gap == " "
        behind = leads and before is not None and before.lower in self._words.firm | self._words.locative
        runs_on = following is not None and following.capital and following.gap in (" ", "-")
        if not (opens or behind) or runs_on or self._is_plain(word):
            return None
        for spelling in sounding_alike(fold(_name((word,)))):
            towns = tuple(e for e in self._gazetteer.lookup(spelling) if e.kind == "town")
            if towns:
                found = self._spot(line, at, at, towns)
                found.sounds = True
                return found
        return None

    def _is_plain(self, word: Word) -> bool:
        """Whether the word is known as something other than a place, or is no name."""
        words = self._words
        listed = (words.common, words.given_names, words.surnames)
        return not word.capital or any(word.lower in one for one in listed) or words.is_never(word.lower)

    def _can_end(self, line: Line, first: int, last: int) -> bool:
        """A capital, or a word such as "crossing" that the gazetteer keeps in the name ("Rafah crossing")."""
        word = line.words[last]
        if not line.words[first].capital and last == first:
            return False
        numbered = word.text.isdigit() and self._knows_numbered
        return word.capital or (last > first and (self._ends_name(word) or numbered))

    def _reach(self, line: Line, first: int) -> int:
        """The last word a name that begins at `first` could have."""
        last = first
        while last + 1 < len(line.words) and last - first + 1 < LONGEST:
            word, following = line.words[last], line.words[last + 1]
            abbreviation = following.gap == ". " and (word.lower in ABBREVIATED or word.lower == "w")
            if word.possessive or not (following.gap in JOINS and (following.gap[0] != "." or abbreviation)):
                break
            numbered = following.text.isdigit() and self._knows_numbered
            goes_on = following.capital or numbered or following.lower in self._words.inner
            if not (goes_on or self._ends_name(following)):
                break
            last += 1
        return last

    def _ends_name(self, word: Word) -> bool:
        return word.lower in self._words.types or word.lower in SITES

    def _entries(self, line: Line, first: int, last: int) -> tuple[Entry, ...]:
        name = _name(line.words[first : last + 1])
        entries = self._extra(fold(name)) + self._gazetteer.lookup(name)
        start = line.words[first].lower
        if not entries and start in ABBREVIATED and last > first:
            rest = _name(line.words[first + 1 : last + 1])
            entries = self._gazetteer.lookup(f"{ABBREVIATED[start]} {rest}")
        return entries

    def _spot(self, line: Line, first: int, last: int, entries: tuple[Entry, ...]) -> Spot:
        words = line.words[first : last + 1]
        name = _name(words)
        start, end = words[0].start, words[-1].name_end
        return Spot(line, first, last, start, end, name, fold(name), entries, after=last)

    def _type(self, spot: Spot, taken: int) -> None:
        """Note the type word in the name, after it, or before it; the one at `taken` is another name's."""
        own = spot.line.words[spot.last].lower
        kinds = self._words.types.get(own, ())
        if spot.words > 1 and any(entry.kind in kinds for entry in spot.entries):
            spot.type_word, spot.kinds = own, kinds
        elif not self._type_after(spot):
            self._type_before(spot, taken)

    def _type_after(self, spot: Spot) -> bool:
        """ "Kursk region", "Kursk front"."""
        words, line = self._words, spot.line
        following = line.near(spot.last + 1)
        if following is None or following.gap not in (" ", "-") or line.words[spot.last].possessive:
            return False
        if following.lower in words.types and self._is_type(line, spot.last + 1):
            self._apply(spot, following.lower)
            spot.end, spot.after = following.name_end, spot.last + 1
            return True
        spot.front = following.lower in words.front and not following.capital
        return spot.front

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


def _name(words: tuple[Word, ...]) -> str:
    """The words as one name, without a possessive ending."""
    return " ".join(word.text[: len(word.text) - 2] if word.possessive else word.text for word in words)


def _between(line: Line, left: Spot, right: Spot) -> str:
    start = line.sentence.start
    return line.sentence.text[line.words[left.after].end - start : right.start - start]
