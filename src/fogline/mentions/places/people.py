"""Which names in a report are people's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fogline.data.gazetteer import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fogline.mentions.places.lexicon import PlaceWords
    from fogline.mentions.places.words import Line

__all__ = ["Person", "people"]

PARTICLES = frozenset(
    {"de", "van", "von", "der", "den", "al", "el", "bin", "ibn", "di", "da", "del", "dos", "ter", "la"}
)


class Person:
    """The names of people in a report: the words they stand on, and where each surname is first given in full."""

    def __init__(self) -> None:
        self.introduced: dict[str, int] = {}
        self.stretches: set[tuple[int, int]] = set()

    def surname(self, key: str, start: int) -> bool:
        """Whether somebody of this surname was named in full before this offset."""
        return self.introduced.get(key, start) < start

    def covers(self, line: Line, at: int) -> bool:
        """Whether the word at `at` of the line is part of a person's name."""
        return (line.sentence.index, line.words[at].start) in self.stretches


def people(lines: Iterable[Line], words: PlaceWords) -> Person:
    """Given name and surname, with or without initials, and title and name."""
    found = Person()
    for line in lines:
        at = 0
        while at < len(line.words):
            at = _person_at(line, at, words, found)
    return found


def _person_at(line: Line, at: int, words: PlaceWords, found: Person) -> int:
    """Note the person whose name begins at `at`; the position to go on from."""
    word = line.words[at]
    if not word.capital or (word.text.isupper() and len(word.text) > 3 and not line.headline):
        return at + 1
    titled = _is_titled(line, at, words)
    if (not titled and fold(word.lower) not in words.given_names) or _is_other(word.lower, words):
        return at + 1
    last = _name_end(line, at, words)
    if last == at and not titled:
        return at + 1
    _note(line, at, last, found)
    return last + 1


def _is_other(lower: str, words: PlaceWords) -> bool:
    return lower in words.never or words.country_of(lower) is not None or lower in words.title


def _is_titled(line: Line, at: int, words: PlaceWords) -> bool:
    before = line.near(at - 1)
    return (
        before is not None
        and before.lower in words.title
        and not before.possessive
        and line.words[at].gap in (" ", ". ")
        and (before.capital or before.lower in ("spokesman", "spokeswoman", "spokesperson"))
    )


def _name_end(line: Line, at: int, words: PlaceWords) -> int:
    """The last word of the name: initials and up to three further capitalised words."""
    last = at
    while last - at < 3 and not line.words[last].possessive:
        following = line.near(last + 1)
        if following is not None and following.lower in PARTICLES and following.gap == " ":
            later = line.near(last + 2)
            if later is not None and later.capital and later.gap in (" ", "-"):
                last += 2
                continue
        initial = len(line.words[last].text) == 1
        if (
            following is None
            or not following.capital
            or following.gap not in ((" ", ". ", "-") if initial else (" ", "-"))
        ):
            break
        if _stops(following.lower, words):
            break
        last += 1
    return last


def _stops(lower: str, words: PlaceWords) -> bool:
    not_a_name = lower in words.types or lower in words.government or lower in words.organisation
    return not_a_name or lower in words.street or _is_other(lower, words)


def _note(line: Line, first: int, last: int, found: Person) -> None:
    for at in range(first, last + 1):
        found.stretches.add((line.sentence.index, line.words[at].start))
    surname = line.words[last]
    if last > first or line.near(first - 1) is not None:
        found.introduced.setdefault(fold(surname.lower), surname.start)
