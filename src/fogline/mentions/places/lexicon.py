"""The words that tell places from other names."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, cast

from fogline.data.gazetteer.layout import Kind

__all__ = ["PlaceWords", "place_words"]

FOLDER = "fogline.data.gazetteer"


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Word lists in lower case; `types` maps a type word to the kinds it can name, `demonyms` to country codes."""

    types: dict[str, tuple[Kind, ...]]
    front: frozenset[str]
    government: frozenset[str]
    organisation: frozenset[str]
    organisation_before: frozenset[str]
    street: frozenset[str]
    title: frozenset[str]
    locative: frozenset[str]
    firm: frozenset[str]
    townsfolk: frozenset[str]
    direction: frozenset[str]
    inner: frozenset[str]
    leading: frozenset[str]
    never: frozenset[str]
    abbreviations: frozenset[str]
    authority: frozenset[str]
    ruling: frozenset[str]
    weapon: frozenset[str]
    group_name: frozenset[str]
    town_parts: frozenset[str]
    ground: frozenset[str]
    physical: frozenset[str]
    nature: frozenset[str]
    stative: frozenset[str]
    metonym_verbs: frozenset[str]
    demonyms: dict[str, str]
    phrases: re.Pattern[str]
    given_names: frozenset[str]
    surnames: frozenset[str]
    common: frozenset[str]

    def is_never(self, word: str) -> bool:
        """Whether the lower-case word, standing alone, is no place in English text even where one has this name."""
        listed = (self.never, self.types, self.direction, self.government, self.organisation, self.title, self.street)
        return any(word in words for words in listed) or self.country_of(word) is not None

    def country_of(self, word: str) -> str | None:
        """The country whose people or adjective the lower-case word is ("ukrainians" is UA)."""
        return self.demonyms.get(word) or (self.demonyms.get(word[:-1]) if word.endswith("s") else None)


def _lines(name: str) -> frozenset[str]:
    return frozenset((files(FOLDER) / name).read_text("utf-8").split())


@cache
def place_words() -> PlaceWords:
    """The lists that ship with the package, read once."""
    tables: dict[str, Any] = tomllib.loads((files(FOLDER) / "lexicon.toml").read_text("utf-8"))
    words = {name: frozenset(cast("list[str]", listed)) for name, listed in tables["words"].items()}
    return PlaceWords(
        types={word: tuple(kinds) for word, kinds in tables["types"].items()},
        metonym_verbs=frozenset(tables["metonyms"]["verbs"]),
        demonyms=tables["demonyms"],
        phrases=re.compile("|".join(tables["phrases"]["organisations"])),
        given_names=_lines("given_names.txt"),
        surnames=_lines("surnames.txt"),
        common=_lines("common_words.txt"),
        **words,
    )
