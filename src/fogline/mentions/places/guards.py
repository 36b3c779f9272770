"""Whether a known name names a place where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fogline.data.gazetteer import Gazetteer
    from fogline.mentions.places.lexicon import PlaceWords
    from fogline.mentions.places.people import Person
    from fogline.mentions.places.spotting import Spot
    from fogline.mentions.places.words import Line, Word

__all__ = ["Guard"]

KNOWN_TOWN = 150_000  # a town of this size is better known than most people and firms of its name
VILLAGE = 3_000


class Guard:
    """Lets names pass that stand where a place can stand."""

    def __init__(self, words: PlaceWords, gazetteer: Gazetteer, persons: Person, lower: frozenset[str]) -> None:
        self._words, self._gazetteer, self._persons, self._lower = words, gazetteer, persons, lower

    def refuses(self, spot: Spot) -> str | None:
        """Why the name is no place here, or None where it is one."""
        if spot.type_word is not None and spot.words + (spot.after > spot.last) > 1 and _fits(spot):
            return self._typed(spot)
        for test in (self._letters, self._person, self._organisation, self._common, self._weak):
            reason = test(spot)
            if reason is not None:
                return reason
        return None

    def _typed(self, spot: Spot) -> str | None:
        return "street" if self._next(spot, self._words.street) else None

    def _following(self, spot: Spot) -> Word | None:
        """The capitalised word right after the name, where one name could run on into it."""
        line = spot.line
        following = line.near(spot.after + 1)
        joined = following is not None and following.gap == " " and not line.words[spot.after].possessive
        return following if joined and following is not None and following.capital else None

    def _next(self, spot: Spot, listed: frozenset[str]) -> bool:
        following = self._following(spot)
        return following is not None and following.lower in listed

    def _letters(self, spot: Spot) -> str | None:
        """Abbreviations: two or three capitals, or a state shortened with a full stop."""
        if spot.words > 1:
            return None
        word = spot.line.words[spot.first]
        if word.gap == ", " and spot.first > 0 and word.text.isupper() and spot.line.words[spot.first - 1].capital:
            return None if spot.entries[0].kind in ("region", "country") else "no place name"
        if word.lower in self._words.never or word.lower in self._words.types or self._words.country_of(word.lower):
            return "no place name"
        if word.text.isdigit() or len(word.text) == 1:
            return "no place name"
        if word.text.isupper() and len(word.text) <= 3:
            return None if spot.entries[0].kind == "country" and spot.entries[0].main else "no place name"
        if spot.key in self._words.abbreviations and not (_text_after(spot).startswith(".") or "." in word.text):
            return "no place name"
        return None

    def _person(self, spot: Spot) -> str | None:
        line = spot.line
        if self._persons.covers(line, spot.first) or self._persons.covers(line, spot.last):
            return None if _is_major(spot) and spot.words > 1 else "a person's name"
        if spot.words == 1 and spot.key in self._persons.surnames and not (_is_major(spot) and self._located(spot)):
            return "a person's surname"
        before = line.near(spot.first - 1)
        if (
            before is not None
            and before.capital
            and line.words[spot.first].gap == " "
            and before.lower in self._words.title
        ):
            return None if _is_major(spot) else "a person's name"
        return None

    def _organisation(self, spot: Spot) -> str | None:
        words, line = self._words, spot.line
        if self._next(spot, words.organisation):
            return "part of an organisation's name"
        if self._next(spot, words.street):
            return "a street"
        before, earlier = line.near(spot.first - 1), line.near(spot.first - 2)
        if (
            before is not None
            and earlier is not None
            and before.lower == "of"
            and earlier.capital
            and earlier.lower in words.organisation_before
        ):
            return "part of an organisation's name"
        if line.headline or _is_major(spot):
            return None
        following = self._following(spot)
        if following is not None and not self._goes_with_place(following):
            return "part of a longer name"
        return self._preceded(line, spot)

    def _goes_with_place(self, word: Word) -> bool:
        words = self._words
        return (
            word.lower in words.government
            or word.lower in words.types
            or words.country_of(word.lower) is not None
            or word.lower in words.never
            or word.lower in words.title
            or word.lower in words.direction
        )

    def _preceded(self, line: Line, spot: Spot) -> str | None:
        before = line.near(spot.first - 1)
        if before is None or not before.capital or line.words[spot.first].gap not in (" ", "-") or before.possessive:
            return None
        if spot.first == 1 or self._goes_with_place(before) or before.lower in self._words.locative:
            return None
        return "part of a longer name"

    def _common(self, spot: Spot) -> str | None:
        """A common word needs to stand like a place."""
        if spot.words > 1 or _is_major(spot):
            return None
        common = spot.key in self._words.common or spot.key in self._lower
        if not common:
            return None
        if spot.line.headline or spot.first == 0 or not self._located(spot):
            return "a common word"
        return None

    def _weak(self, spot: Spot) -> str | None:
        """Small places that share a name with people, and names nobody uses, need to stand like a place."""
        if spot.words > 1 or _is_major(spot) or self._located(spot):
            return None
        if spot.key in self._words.given_names or spot.key in self._words.surnames:
            return "more likely a person"
        best = max(spot.entries, key=lambda entry: (entry.main, entry.population))
        if not best.main and best.population < KNOWN_TOWN:
            return "an unusual name of a place"
        if best.population < VILLAGE and best.kind == "town" and (spot.first == 0 or spot.line.headline):
            return "a small place without evidence"
        return None

    def _located(self, spot: Spot) -> bool:
        """Whether the words around say that a place is meant."""
        line = spot.line
        before, following = line.near(spot.first - 1), line.near(spot.last + 1)
        if before is not None and before.lower in self._words.locative and line.words[spot.first].gap in (" ", "-"):
            return True
        if before is not None and before.lower == "the" and line.near(spot.first - 2) is not None:
            return False
        return following is not None and following.gap == ", " and following.capital and self._knows_region(following)

    def _knows_region(self, word: Word) -> bool:
        entries = self._gazetteer.lookup(word.text)
        return bool(entries) and entries[0].kind in ("country", "region")


def _is_major(spot: Spot) -> bool:
    """Whether the name is best known as a country, region, sea or large town."""
    return any(
        entry.main
        and (entry.kind in ("country", "area", "water", "region") or entry.capital or entry.population >= KNOWN_TOWN)
        for entry in spot.entries[:3]
    )


def _fits(spot: Spot) -> bool:
    return any(entry.kind in spot.kinds for entry in spot.entries)


def _text_after(spot: Spot) -> str:
    sentence = spot.line.sentence
    return sentence.text[spot.line.words[spot.last].end - sentence.start :][:2]
