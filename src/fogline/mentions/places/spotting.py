"""Find stretches of words that the gazetteer knows as names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fogline.data.gazetteer import Entry, Gazetteer, fold
from fogline.mentions.places.spellings import sounding_alike
from fogline.mentions.places.type_words import TypeWords
from fogline.mentions.places.words import name_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from fogline.data.gazetteer.layout import Kind
    from fogline.mentions.places.lexicon import PlaceWords
    from fogline.mentions.places.words import Line, Word

__all__ = ["Spot", "Spotter"]

LONGEST = 6  # words: "Democratic Republic of the Congo" has five
JOINS = frozenset({" ", "-", "‑", "‐", "–", "\n", ". ", ".", " -", " & "})
SITES = frozenset(
    {"crossing", "corridor", "airport", "airbase", "base", "dam", "bridge", "hospital", "mountains", "desert", "farms"}
)
ABBREVIATED = {"st": "saint", "ft": "fort", "mt": "mount", "ste": "sainte"}
NAME, PLANT = 2, 3  # words of the name of a town, of what stands for its plant
PLANTS = (
    *(("nuclear", "power", "plant"), ("nuclear", "power", "station"), ("nuclear", "plant"), ("nuclear", "station")),
    *(("atomic", "power", "plant"), ("nuclear", "facility"), ("npp",), ("nuclear", "site")),
)


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
        self._types = TypeWords(gazetteer, words)

    def spots(self, line: Line) -> list[Spot]:
        """The names in a line, left to right, none overlapping."""
        found: list[Spot] = []
        at = 0
        while at < len(line.words):
            spot = self._longest(line, at) if self._can_begin(line, at) else None
            if spot is not None:
                self._types.note(spot, found[-1].after if found and found[-1].after > found[-1].last else -1)
                found.append(spot)
            at = max(spot.last, spot.after) + 1 if spot is not None else at + 1
        self._types.share(line, found)
        return found

    def _can_begin(self, line: Line, at: int) -> bool:
        word = line.words[at]
        if word.capital:
            return True
        following = line.near(at + 1)
        if following is None or not following.capital:
            return False
        if word.lower in self._words.direction:
            return following.gap == " "  # "southern Lebanon", "eastern Ghouta": only where the gazetteer has it whole
        return word.lower in self._words.leading and following.gap in ("-", "‑", "'", "’")

    def _longest(self, line: Line, first: int) -> Spot | None:
        plant = self._plant(line, first)
        if plant is not None:
            return plant
        for last in range(self._reach(line, first), first - 1, -1):
            if not self._can_end(line, first, last):
                continue
            entries = self._entries(line, first, last)
            word = line.words[first]
            if entries and self._is_side(line, first, last, entries):
                continue  # "east London" is a part of London
            if entries and not (first == last and word.lower in self._words.inner and not word.short):
                return self._spot(line, first, last, entries)
        return self._alike(line, first)

    def _plant(self, line: Line, first: int) -> Spot | None:
        """The plant that bears the name of a town: "Bushehr nuclear plant" is not the town."""
        for town in range(first, min(first + NAME, len(line.words) - 1)):
            rest = [word.lower for word in line.words[town + 1 : town + 1 + PLANT]]
            size = next((len(row) for row in PLANTS if rest[: len(row)] == list(row)), 0)
            name = name_of(line.words[first : town + 1])
            entries = self._gazetteer.lookup(f"{name} Nuclear Power Plant") if size else ()
            if entries:
                return self._spot(line, first, town + size, entries)
        return None

    def _is_side(self, line: Line, first: int, last: int, entries: tuple[Entry, ...]) -> bool:
        """Whether a direction in small letters tells a part of a better known place, and is in the name of a town."""
        if (
            line.words[first].capital
            or line.words[first].lower not in self._words.direction
            or entries[0].kind != "town"
        ):
            return False
        whole = self._entries(line, first + 1, last)
        return bool(whole) and whole[0].population > entries[0].population

    def _alike(self, line: Line, at: int) -> Spot | None:
        """A name that only another spelling of the gazetteer fits, where nothing but a place can stand."""
        word, before, following = line.words[at], line.near(at - 1), line.near(at + 1)
        opens = line.sentence.role == "dateline" and at == 0
        leads = before is not None and not before.capital and word.gap == " "
        behind = leads and before is not None and before.lower in self._words.firm | self._words.locative
        runs_on = following is not None and following.capital and following.gap in (" ", "-")
        if not (opens or behind) or runs_on or self._is_plain(word):
            return None
        for spelling in sounding_alike(fold(name_of((word,)))):
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
        return word.capital or (last > first and (self._endsname_of(word) or numbered))

    def _reach(self, line: Line, first: int) -> int:
        """The last word a name that begins at `first` could have."""
        last = first
        while last + 1 < len(line.words) and last - first + 1 < LONGEST:
            word, following = line.words[last], line.words[last + 1]
            abbreviation = following.gap in (". ", ".") and (word.lower in ABBREVIATED or word.lower == "w")
            if word.possessive or not (following.gap in JOINS and (following.gap[0] != "." or abbreviation)):
                break
            numbered = following.text.isdigit() and self._knows_numbered
            goes_on = following.capital or numbered or following.lower in self._words.inner
            if not (goes_on or self._endsname_of(following)):
                break
            last += 1
        return last

    def _endsname_of(self, word: Word) -> bool:
        return word.lower in self._words.types or word.lower in SITES

    def _entries(self, line: Line, first: int, last: int) -> tuple[Entry, ...]:
        name = name_of(line.words[first : last + 1])
        entries = self._extra(fold(name)) + self._gazetteer.lookup(name)
        start = line.words[first].lower
        if not entries and start in ABBREVIATED and last > first:
            rest = name_of(line.words[first + 1 : last + 1])
            entries = self._gazetteer.lookup(f"{ABBREVIATED[start]} {rest}")
        return entries

    def _spot(self, line: Line, first: int, last: int, entries: tuple[Entry, ...]) -> Spot:
        words = line.words[first : last + 1]
        name = name_of(words)
        start, end = words[0].start, words[-1].name_end
        return Spot(line, first, last, start, end, name, fold(name), entries, after=last)
