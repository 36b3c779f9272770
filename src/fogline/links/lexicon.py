"""The word lists that linking uses, read once from `data/matters.toml` and `data/states.toml`."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from fogline.data.gazetteer import fold

__all__ = ["ENTRY", "Lexicon", "lexicon"]

OF_PEOPLE = ("adjectives", "people")
ENTRY = re.compile(r"'([^']+)'|(\S+)")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words and what they stand for; all folded.

    `ideas` gives the ideas of a word, `contraries` those that it denies ("respected" a breach); `states`
    the state that a name, adjective, people or capital stands for.
    """

    ideas: dict[str, frozenset[str]]
    phrases: dict[str, frozenset[str]]
    contraries: dict[str, frozenset[str]]
    contrary_phrases: dict[str, frozenset[str]]
    negation: frozenset[str]
    idle: tuple[str, ...]
    absent_of: frozenset[str]
    denying: frozenset[str]
    reach_ends: frozenset[str]
    core: frozenset[str]
    unreal: frozenset[str]
    full: frozenset[str]
    last: frozenset[str]
    not_last: frozenset[str]
    contested: frozenset[str]
    enemy: frozenset[str]
    combatant: frozenset[str]
    civilian: frozenset[str]
    institutions: frozenset[str]
    generic: frozenset[str]
    stop: frozenset[str]
    asking: frozenset[str]
    states: dict[str, str]
    adjectives: frozenset[str]
    codes: dict[str, str]
    state_names: frozenset[str]
    long_states: re.Pattern[str]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lists, read on the first call."""
    tables = tomllib.loads((files("fogline.data") / "matters.toml").read_text("utf-8"))
    rows = tomllib.loads((files("fogline.data") / "states.toml").read_text("utf-8"))["state"]
    states = _states(rows)
    codes = {row["iso"]: fold(row["name"]) for row in rows}
    known, contrary = _ideas(tables["ideas"]), _ideas(tables["contraries"])
    return Lexicon(
        contraries={word: ideas for word, ideas in contrary.items() if " " not in word},
        contrary_phrases={word: ideas for word, ideas in contrary.items() if " " in word},
        ideas={word: ideas for word, ideas in known.items() if " " not in word},
        phrases={word: ideas for word, ideas in known.items() if " " in word},
        negation=_words(tables["negation"]["words"]),
        idle=tuple(fold(phrase) for phrase in tables["negation"]["idle"].split("|")),
        core=_words(tables["roles"]["core"]),
        unreal=_words(tables["roles"]["unreal"]),
        not_last=_words(tables["extent"]["not_last"]),
        last=_words(tables["extent"]["last"]),
        absent_of=_words(tables["negation"]["of"]),
        denying=_words(tables["negation"]["denying"]),
        reach_ends=_words(tables["negation"]["ends"]),
        full=_words(tables["extent"]["full"]),
        contested=_words(tables["extent"]["contested"]),
        enemy=_words(tables["people"]["enemy"]),
        combatant=_words(tables["people"]["combatant"]),
        civilian=_words(tables["people"]["civilian"]),
        institutions=_words(tables["institutions"]["words"]),
        generic=_words(tables["institutions"]["generic"]),
        asking=_words(tables["stop"]["asking"]),
        stop=_words(tables["stop"]["words"]),
        states=states,
        adjectives=frozenset(fold(word) for row in rows for part in OF_PEOPLE for word in row.get(part, ())),
        codes=codes,
        state_names=frozenset(codes.values()),
        long_states=_long_names(states),
    )


def _long_names(states: dict[str, str]) -> re.Pattern[str]:
    """Finds names and adjectives of states that have several words: "North Korean"."""
    names = sorted((name for name in states if " " in name), key=len, reverse=True)
    return re.compile(r"\b(" + "|".join(map(re.escape, names)) + r")\b", re.IGNORECASE)


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(quoted or plain) for quoted, plain in ENTRY.findall(text))


def _ideas(table: dict[str, str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for idea, text in table.items():
        for word in _words(text):
            found[word].add(idea)
    return {word: frozenset(ideas) for word, ideas in found.items()}


def _states(rows: list[dict[str, Any]]) -> dict[str, str]:
    """What each state is called, folded, and its name."""
    named: dict[str, str] = {}
    for row in rows:
        for part in (*OF_PEOPLE, "capitals"):
            named.update({fold(word): fold(row["name"]) for word in row.get(part, ())})
        named[fold(row["name"])] = fold(row["name"])
    return named
