"""The words that reading numbers rests on, from `data/units.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

__all__ = ["Lexicon", "Unit", "alternation", "lexicon"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: its short form, what it measures, and how many base units of that dimension it holds."""

    name: str
    dimension: str
    factor: float


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`units` by spelling; `short` spellings hold only right after digits; `currencies` by spelling.

    `bounds` maps a phrase to about, nearly, low or high (keys `about_after` and so on stand behind the number).
    `scope_verbs`, `scope_subjects`, `scope_words`, `scope_nouns` map a word to the scope it gives, `scope_phrases` a
    verb to the words behind it with the scope they give together.
    """

    units: dict[str, Unit]
    short: dict[str, Unit]
    by_name: dict[str, Unit]
    currencies: dict[str, str]
    bounds: dict[str, tuple[str, ...]]
    scope_verbs: dict[str, str]
    scope_subjects: dict[str, str]
    scope_people_verbs: dict[str, str]
    scope_phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    scope_words: dict[str, str]
    scope_nouns: dict[str, str]
    people: dict[str, str]
    names: dict[str, tuple[str, ...]]
    counting: dict[str, frozenset[str]]


def alternation(words: tuple[str, ...] | list[str]) -> str:
    """A pattern that matches any of `words`, the longest first, white space or a hyphen between their parts."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"[\s-]+") for word in ordered)


def _inverted(table: dict[str, list[str]]) -> dict[str, str]:
    return {word: key for key, words in table.items() for word in words}


def _by_verb(table: dict[str, list[str]]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The words behind each verb with the scope of the whole: shoot -> (("dead",), killed)."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for scope, phrases in table.items():
        for verb, *behind in map(str.split, phrases):
            found.setdefault(verb, []).append((tuple(behind), scope))
    return {verb: tuple(rows) for verb, rows in found.items()}


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    with resources.files("fogline").joinpath("data/units.toml").open("rb") as file:
        raw = tomllib.load(file)
    named = {name: Unit(name, row["dimension"], row["factor"]) for name, row in raw["units"].items()}
    scopes = raw["scopes"]
    return Lexicon(
        units={form: named[name] for name, row in raw["units"].items() for form in row["forms"]},
        short={form: named[name] for name, row in raw["units"].items() for form in row.get("short", ())},
        by_name=named,
        currencies=_inverted(raw["currencies"]),
        bounds={key: tuple(words) for key, words in raw["bounds"].items()},
        scope_verbs=_inverted(scopes["verbs"]),
        scope_subjects=_inverted(scopes["subjects"]),
        scope_people_verbs=_inverted(scopes["people_verbs"]),
        scope_phrases=_by_verb(scopes["phrases"]),
        scope_words=_inverted(scopes["words"]),
        scope_nouns=_inverted(scopes["nouns"]),
        people=_inverted(raw["people"]),
        names={key: tuple(words) for key, words in raw["names"].items()},
        counting={key: frozenset(words) for key, words in raw["counting"].items()},
    )
