"""What the words around a name say about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fogline.data.gazetteer import Entry, Gazetteer
    from fogline.mentions.places.lexicon import PlaceWords
    from fogline.mentions.places.spotting import Spot
    from fogline.mentions.places.words import Word

__all__ = ["Surroundings", "text_after"]

PARTS = frozenset(
    "outskirts suburbs suburb districts parts edge edges centre center half neighbourhoods neighborhoods residents"
    " inhabitants people capital streets port capture siege fall shelling bombardment mayor governor prefect battle"
    " liberation recapture loss evacuation bombing takeover".split()
)
OF_TOWNS = frozenset(  # what is only a town's: "Goma's airport", not "Tyler's people"
    "airport outskirts suburbs suburb streets port harbour harbor mayor centre center downtown skyline residents"
    " population inhabitants airspace bridges markets market stadium cathedral hospitals schools university".split()
)
LENGTHS = frozenset({"km", "kms", "kilometres", "kilometers", "miles", "mile", "away"})  # "20 km from Goma"
PARTICIPLES = frozenset({"based", "area", "controlled", "held", "born", "occupied", "bound"})
DATELINE = re.compile(r"\s*(?:[,(]|--|–|—|- )")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Reads the words before and after a name."""

    words: PlaceWords
    gazetteer: Gazetteer

    def following(self, spot: Spot) -> Word | None:
        """The capitalised word right after the name, where one name could run on into it."""
        following = spot.line.near(spot.after + 1)
        if following is None or following.gap != " " or spot.line.words[spot.after].possessive:
            return None
        return following if following.capital else None

    def goes_with_place(self, word: Word) -> bool:
        words = self.words
        return (
            word.lower in words.government
            or word.lower in words.types
            or words.country_of(word.lower) is not None
            or word.lower in words.never
            or word.lower in words.title
            or word.lower in words.direction
        )

    def is_governed(self, spot: Spot) -> bool:
        """Whether the name is followed by an office or body of a town ("Mansfield Police")."""
        following = spot.line.near(spot.last + 1)
        return following is not None and following.gap == " " and following.lower in self.words.townsfolk

    def is_strong(self, spot: Spot) -> bool:
        """Whether the words around leave no doubt: "in X", "X Police", "X, Ohio", a dateline."""
        line = spot.line
        before, following = line.near(spot.first - 1), line.near(spot.last + 1)
        if before is not None and line.words[spot.first].gap == " " and self._is_firm(spot, before):
            return True
        if before is not None and before.text in ("D", "R") and line.words[spot.first].gap == "-":
            return True  # "D-Ohio": a member of a parliament and the seat
        if line.sentence.role == "dateline":
            return True
        shouted = line.words[spot.first].text.isupper() and not line.shouted and len(spot.name) > 3
        if shouted and DATELINE.match(text_after(spot, 4)):
            return True
        if following is not None and following.gap == "-" and following.lower in PARTICIPLES:
            return True
        if following is not None and following.gap == " ":
            if line.words[spot.last].possessive:
                return following.lower in OF_TOWNS
            return following.lower in self.words.townsfolk or self.has_region(spot)
        return self.has_region(spot)

    def _is_firm(self, spot: Spot, before: Word) -> bool:
        """ "in X", "west of X", "the outskirts of X", "the Oskil"."""
        if before.lower in self.words.firm:
            return not before.capital or spot.first == 1
        if before.lower == "from" and (unit := spot.line.near(spot.first - 2)) is not None and unit.lower in LENGTHS:
            return True
        if before.lower == "of":
            earlier = spot.line.near(spot.first - 2)
            return earlier is not None and (earlier.lower in self.words.direction or earlier.lower in PARTS)
        return before.lower == "the" and spot.article and any(entry.kind == "water" for entry in spot.entries)

    def is_located(self, spot: Spot) -> bool:
        """Whether the words around point to a place: "from X", "northern X"."""
        line = spot.line
        before = line.near(spot.first - 1)
        if before is None or before.lower not in self.words.locative or line.words[spot.first].gap not in (" ", "-"):
            return False
        return not before.capital or spot.first == 1 or before.lower in self.words.direction

    def has_region(self, spot: Spot) -> bool:
        """Whether a region or country follows a comma ("Athens, Ohio"), or "in" where the place lies in it."""
        following = spot.line.near(spot.last + 1)
        if following is None:
            return False
        if following.gap == ", ":
            return bool(self._realms(spot, spot.last + 1))
        if following.gap != " " or following.lower != "in":
            return False
        realms = self._realms(spot, spot.last + 2)
        return any(self.gazetteer.contains(realm, entry) for realm in realms for entry in spot.entries)

    def _realms(self, spot: Spot, at: int) -> list[Entry]:
        """The countries and regions of the name that begins at `at`."""
        first, second = spot.line.near(at), spot.line.near(at + 1)
        if first is None or not first.capital:
            return []
        names = [first.text] + ([f"{first.text} {second.text}"] if second is not None and second.capital else [])
        found = [entry for name in names for entry in self.gazetteer.lookup(name)[:2]]
        return [entry for entry in found if entry.kind in ("country", "region")]

    def is_surname(self, word: Word) -> bool:
        """Whether a word is a surname, so that what stands before it is a given name ("Paris Laurent")."""
        known = word.lower in self.words.surnames or word.lower in self.words.given_names
        return known and not self.goes_with_place(word) and word.lower not in self.words.common


def text_after(spot: Spot, length: int = 2) -> str:
    """The characters that follow the name."""
    sentence = spot.line.sentence
    return sentence.text[spot.line.words[spot.last].end - sentence.start :][:length]
