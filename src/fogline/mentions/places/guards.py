"""Whether a known name names a place where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from fogline.data.gazetteer import is_spelling
from fogline.mentions.places.designations import armed_groups, is_designation, is_party
from fogline.mentions.places.surroundings import Surroundings, text_after

if TYPE_CHECKING:
    from fogline.data.gazetteer import Entry, Gazetteer
    from fogline.mentions.places.lexicon import PlaceWords
    from fogline.mentions.places.people import Person
    from fogline.mentions.places.spotting import Spot
    from fogline.mentions.places.words import Word

__all__ = ["Guard", "Verdict"]

KNOWN_TOWN = 150_000  # a town of this size is better known than most people and firms of its name
VERY_LARGE = 1_500_000
VILLAGE, SIZEABLE = 3_000, 50_000
SMALL_CAPITAL = 30_000  # people: "The Valley" and "Basse-Terre" are capitals too
SLAVIC = re.compile(r"(?:ov|ev|in|enko|chuk|yuk|sky|skyi|skiy|vych|vich|yan|shvili|dze|oglu)$")
SURNAME = re.compile(
    r"(?:enko|chuk|yuk|sky|skyi|skiy|vych|vich|ovski|shvili|adze|idze|oglu|iyev|ayev|asyan|osyan|unyan)$"
)
NAMESAKES = frozenset({"submarine", "cruiser", "frigate", "destroyer", "corvette", "class", "accords", "agreements"})
NUMBERED = frozenset({"hill", "height", "heights", "ridge", "point", "position"})
LISTED = re.compile(r"^(?:, |,? and |,? or |/|-)$")
ORDINAL = re.compile(r"^\d+(?:st|nd|rd|th)$", re.IGNORECASE)


class Verdict(Enum):
    """A place for certain, a place if the report says so elsewhere, or none."""

    PLACE = "place"
    OPEN = "open"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Guard:
    """Judges names by the words around them; `lower` holds the words the report writes without a capital."""

    words: PlaceWords
    gazetteer: Gazetteer
    persons: Person
    lower: frozenset[str]
    around: Surroundings

    def admitted(self, spots: list[Spot]) -> list[Spot]:
        """The spots that are certain, and the open ones listed beside such a one or certain elsewhere in the report."""
        verdicts = [self.verdict(spot) for spot in spots]
        for order in (range(1, len(spots)), range(len(spots) - 2, -1, -1)):
            step = 1 if order.step > 0 else -1
            for at in order:
                if verdicts[at] is Verdict.OPEN and verdicts[at - step] is Verdict.PLACE:
                    left, right = sorted((spots[at], spots[at - step]), key=lambda spot: spot.start)
                    verdicts[at] = Verdict.PLACE if _are_listed(left, right) else Verdict.OPEN
        certain = {spot.key for spot, verdict in zip(spots, verdicts, strict=True) if verdict is Verdict.PLACE}
        return [
            spot
            for spot, verdict in zip(spots, verdicts, strict=True)
            if verdict is Verdict.PLACE or (verdict is Verdict.OPEN and spot.key in certain)
        ]

    def verdict(self, spot: Spot) -> Verdict:
        """Whether the name is a place here; notes in the spot how firmly the words around say so."""
        if (
            self._is_word(spot)
            or self._in_phrase(spot)
            or self._is_letters(spot)
            or self._is_generic(spot)
            or self._next(spot, self.words.street)
            or is_designation(spot, self.words)
            or is_party(spot)
        ):
            return Verdict.NONE
        spot.strong = spot.type_word is not None or self.around.is_strong(spot)
        spot.located = spot.strong or self.around.is_located(spot)
        if spot.words == 1 and not spot.strong and (spot.key in self.words.weapon or spot.key in armed_groups()):
            return Verdict.NONE  # "a Grad rocket", "fired from Buk launchers", "Fano said"; "in Buk" is the town
        if spot.type_word is not None and spot.words + spot.after - spot.last > 1 and _fits(spot):
            return Verdict.PLACE
        if self._is_person(spot) or self._is_organisation(spot):
            return Verdict.NONE
        if self._is_common(spot):
            return Verdict.NONE if spot.line.headline or spot.first == 0 else Verdict.OPEN
        if self._is_longer(spot):
            return Verdict.NONE if not spot.located else Verdict.OPEN
        return Verdict.OPEN if self._is_weak(spot) else Verdict.PLACE

    def _next(self, spot: Spot, listed: frozenset[str]) -> bool:
        following = self.around.following(spot)
        if following is None or following.lower not in listed:
            return False
        later = spot.line.near(spot.after + 2)
        return not (following.lower == "highway" and later is not None and later.lower == "patrol")

    def _is_word(self, spot: Spot) -> bool:
        """A common word that begins a sentence or is only a byname of places, a saint's day or school, "Wal-Mart"."""
        line, word = spot.line, spot.line.words[spot.first]
        if spot.words == 1 and spot.key in self.words.common:
            begins = spot.first == 0 and not word.text.isupper() and not self.around.has_region(spot)
            known = _is_major(spot, VERY_LARGE)
            if (begins and not known) or not any(entry.main for entry in spot.entries):
                return True
        if spot.key.startswith("st ") and line.words[spot.last].possessive:
            return True
        before = line.near(spot.first - 1)
        joined = before is not None and word.gap == "-" and not before.possessive
        if joined and before is not None and before.lower in self.words.leading and not _is_major(spot):
            return True  # "the Al-Nao hospital" is not at a place called Nao
        return (
            joined
            and before is not None
            and before.capital
            and not self.gazetteer.knows(before.text)
            and not _is_major(spot)
        )

    def _in_phrase(self, spot: Spot) -> bool:
        """Whether the name is part of a fixed name of something else, or of a numbered unit ("5th Fleet")."""
        before = spot.line.near(spot.first - 1)
        if before is not None and ORDINAL.match(before.text) and spot.line.words[spot.first].gap == " ":
            return not _is_major(spot) or spot.key in self.words.common
        sentence = spot.line.sentence
        start = spot.start - sentence.start
        return any(first <= start < last for first, last in _phrases(self.words.phrases, sentence.text))

    def _is_letters(self, spot: Spot) -> bool:
        """Words that are never places, and short forms that need capitals or a full stop to be read as places."""
        if spot.words > 1:
            return False
        following = spot.line.near(spot.last + 1)
        if following is not None and following.text.isdigit() and spot.key in NUMBERED:
            return True  # "overran Hill 611"
        word, best = spot.line.words[spot.first], spot.entries[0]
        if word.text.isdigit() or len(word.text) == 1 or word.lower in self.words.never:
            return True
        if word.short:
            return not self._is_short_form(spot)
        if self.words.is_never(word.lower):
            return not (best.kind == "country" and best.main and word.lower not in self.words.demonyms)
        if len(spot.key) <= 4 and best.kind == "country" and not best.name.lower().startswith(spot.key):
            return True  # "us", "Uk"
        return spot.key in self.words.abbreviations and not text_after(spot).startswith(".")

    def _is_short_form(self, spot: Spot) -> bool:
        """Whether a word of two to four capitals is a place: "US", "D.C.", the "TX" of "Paris, TX"."""
        word, best, before = spot.line.words[spot.first], spot.entries[0], spot.line.near(spot.first - 1)
        if len(word.text) == 2 and word.gap == ", " and before is not None and before.capital:
            return best.kind in ("region", "country")
        if "." in word.text:
            return best.kind in ("region", "country", "town")
        if best.kind == "country" and best.main:
            return not (spot.line.shouted and spot.key in self.words.inner)
        return len(spot.key) > 3 and best.main and best.kind in ("town", "point", "region")

    def _is_person(self, spot: Spot) -> bool:
        line = spot.line
        named = self.persons.covers(line, spot.first) or self.persons.covers(line, spot.last)
        if named and not (spot.words > 1 and (_is_major(spot) or (spot.located and spot.entries[0].main))):
            return True
        following = self.around.following(spot)
        if following is not None and self._is_slavic(following):
            return True  # "Sumy Petrenko was freed"
        if spot.words == 1 and self.persons.surname(spot.key, spot.start):
            sure = _is_major(spot) or self.around.has_region(spot) or self.around.is_governed(spot)
            return not (spot.strong and sure)
        before = line.near(spot.first - 1)
        titled = before is not None and before.capital and before.lower in self.words.title
        return titled and line.words[spot.first].gap in (" ", ". ") and not _is_major(spot)

    def _is_slavic(self, word: Word) -> bool:
        """Whether a word has the ending of a surname."""
        return SURNAME.search(word.lower) is not None and not self.around.goes_with_place(word)

    def _is_organisation(self, spot: Spot) -> bool:
        if self._next(spot, self.words.organisation):
            return True
        following = spot.line.near(spot.after + 1)
        if following is not None and following.gap in (" ", "-") and following.lower in NAMESAKES:
            return True
        before, earlier = spot.line.near(spot.first - 1), spot.line.near(spot.first - 2)
        if before is None or earlier is None or before.lower != "of" or not earlier.capital:
            return False
        return earlier.lower in self.words.organisation_before

    def _is_longer(self, spot: Spot) -> bool:
        """Whether the name runs on into, or follows, another capitalised word."""
        if self._is_hyphened(spot):
            return True
        following, first = self.around.following(spot), spot.entries[0]
        if following is not None and following.lower in self.words.nature:
            return True
        if following is not None and first.kind == "water" and not self.around.goes_with_place(following):
            return True
        if spot.line.headline:
            return False
        if following is not None and first.kind == "town" and self.around.is_surname(following):
            return True
        return not _is_major(spot) and self._is_inside(spot, following)

    def _is_hyphened(self, spot: Spot) -> bool:
        """ "Wal-Mart": a hyphen and a capitalised word that is no place."""
        hyphened = spot.line.near(spot.after + 1)
        if hyphened is None or hyphened.gap != "-" or not hyphened.capital or self.gazetteer.knows(hyphened.text):
            return False
        return hyphened.lower not in self.words.demonyms and not _is_major(spot)

    def _is_inside(self, spot: Spot, following: Word | None) -> bool:
        if following is not None and not self.around.goes_with_place(following):
            return True
        before = spot.line.near(spot.first - 1)
        if before is None or not before.capital or before.possessive or spot.first == 1:
            return False
        if spot.line.words[spot.first].gap != " ":
            return False
        return not (self.around.goes_with_place(before) or before.lower in self.words.locative)

    def _is_common(self, spot: Spot) -> bool:
        """A common word needs to stand like a place."""
        if spot.words > 1 or _is_major(spot, VERY_LARGE):
            return False
        if spot.key not in self.words.common and spot.key not in self.lower:
            return False
        return not spot.located or spot.line.headline

    def _is_weak(self, spot: Spot) -> bool:
        """Small places that share a name with people, and names nobody uses, need to stand like a place once."""
        if spot.words > 1 or spot.strong:
            return False
        if spot.key in self.words.given_names or spot.key in self.words.surnames:
            return not _is_major(spot, VERY_LARGE)
        if spot.located or _is_major(spot):
            return False
        if SLAVIC.search(spot.key):
            return True  # "Danilov said": more often a man than the town of that name
        best = max(spot.entries, key=lambda entry: (entry.main, entry.population))
        if not best.main and best.population < KNOWN_TOWN and not is_spelling(spot.key, best.name):
            return True
        return best.population < VILLAGE and best.kind == "town" and (spot.first == 0 or spot.line.headline)

    def _is_generic(self, spot: Spot) -> bool:
        """ "The City", "Old Town": names of nothing but general words, unless a region follows."""
        best = spot.entries[0]
        if spot.words < 2 or self.around.has_region(spot) or best.kind == "country":
            return False
        if best.population > (SIZEABLE if best.main else VERY_LARGE):
            return False  # "Port-au-Prince"
        if best.main and best.kind in ("area", "water", "point"):
            return False  # "West Bank", "Red Square"
        full = best.kind in spot.kinds and (best.main or best.kind == "region")
        if full and spot.line.words[spot.last].capital:
            return False  # "Northern State", "Laurel County"
        words = spot.line.words[spot.first : spot.last + 1]
        return all(
            self.words.is_never(word.lower) or word.lower in self.words.common or word.lower in self.words.inner
            for word in words
        )


@lru_cache(maxsize=64)
def _phrases(pattern: re.Pattern[str], text: str) -> tuple[tuple[int, int], ...]:
    """Where fixed names of other things stand; asked for every name of a sentence in turn."""
    return tuple(found.span() for found in pattern.finditer(text))


def _is_major(spot: Spot, people: int = KNOWN_TOWN) -> bool:
    """Whether the name is best known as a country, region, sea or large town."""
    return any(
        entry.main and (entry.kind in ("country", "area", "water") or _is_large(entry, people))
        for entry in spot.entries[:3]
    )


def _is_large(entry: Entry, people: int) -> bool:
    return entry.population >= people or (entry.capital and entry.population > SMALL_CAPITAL)


def _fits(spot: Spot) -> bool:
    return any(entry.kind in spot.kinds for entry in spot.entries)


def _are_listed(left: Spot, right: Spot) -> bool:
    """Whether nothing but a comma or "and" stands between two names of one sentence."""
    if left.line is not right.line:
        return False
    start = left.line.sentence.start
    return LISTED.match(left.line.sentence.text[left.end - start : right.start - start]) is not None
