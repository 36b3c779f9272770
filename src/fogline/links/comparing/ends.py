"""What a text says of how something stands, in the words of `data/opposites.toml`: free, in custody, open, shut."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from fogline.data.gazetteer import fold
from fogline.links.lexicon import ENTRY, lexicon
from fogline.links.wording import CLAUSE_END, WORD, negated, wording

__all__ = ["End", "Ends", "ends_of", "flagged", "needed", "tables"]

LONGEST_PHRASE = 4  # words
THINGS = frozenset({"airborne"})  # ways of standing whose needed words are what stands so
ONLY_IF = re.compile(r"\b(only|not) (if|when|after|until)\b", re.IGNORECASE)
NONE, NOT_ONE = frozenset({"no", "nobody", "none"}), (["not", "a"], ["not", "one"])


@dataclass(frozen=True, slots=True)
class End:
    """One end of a way of standing: its name, which end, the kinds of claims that tell it, and words it needs.

    `apart` tells that who denies one end does not say the other: what is no missile need be no accident.
    """

    axis: str
    sign: int
    kinds: frozenset[str]
    needs: frozenset[str]
    apart: bool


@dataclass(frozen=True, slots=True)
class Ends:
    """What a text says of how something stands: the end of each way of standing, and the words that say so."""

    signs: dict[str, int]
    words: frozenset[str]


@lru_cache(maxsize=16384)
def ends_of(text: str, kind: str) -> Ends:
    """The ends that a text of one kind names, each turned round by a negation; none where it names both."""
    found: dict[str, set[int]] = {}
    words: set[str] = set()
    held = {fold(word) for word in WORD.findall(text)}
    for run, end, denied in _runs(text):
        if (end.kinds and kind not in end.kinds) or (end.needs and not end.needs & held):
            continue
        if denied and end.apart:
            continue
        found.setdefault(end.axis, set()).add(-end.sign if denied else end.sign)
        words |= wording(run).terms
    return Ends({axis: min(signs) for axis, signs in found.items() if len(signs) == 1}, frozenset(words))


def _runs(text: str) -> Iterator[tuple[str, End, bool]]:
    """The words and phrases of a text that tell how something stands, each with whether it is denied."""
    for clause in CLAUSE_END.split(ONLY_IF.sub(r"\1-\2", text)):  # "only when" ends no clause here
        tokens = [fold(word) for word in WORD.findall(clause)]
        found = [*_found(tokens)]
        if not found:
            continue
        reach = negated(tokens)
        none = bool(reach) and (tokens[0] in NONE or tokens[:2] in NOT_ONE)  # "no lorry with flour has passed"
        for run, at, end in found:
            own = not lexicon().negation.isdisjoint(run.split()) or run.startswith(("unless", "only "))
            told = not own and (at in reach or at + run.count(" ") in reach)
            whole = none and not own and end.axis not in flagged("wished")
            yield run, end, told or whole or (end.apart and bool(reach))


def _found(tokens: Sequence[str]) -> Iterator[tuple[str, int, End]]:
    """The runs of words that name an end, where they begin, and the end; of one way of standing the longest first."""
    known = _opposites()
    taken: dict[str, int] = {}
    for at, token in enumerate(tokens):
        if token not in _first_words():
            continue
        for size in range(min(LONGEST_PHRASE, len(tokens) - at), 0, -1):
            run = " ".join(tokens[at : at + size])
            for end in known.get(run, ()):
                if at >= taken.get(end.axis, 0):
                    taken[end.axis] = at + size
                    yield run, at, end


@lru_cache(maxsize=1)
def _opposites() -> dict[str, tuple[End, ...]]:
    """The ends that each word and phrase names, from `data/opposites.toml`."""
    found: dict[str, tuple[End, ...]] = {}
    for axis, table in tables().items():
        kinds, needs = (frozenset(table.get(key, "").split()) for key in ("kinds", "needs"))
        for sign, side in ((1, "one"), (-1, "other")):
            for quoted, plain in ENTRY.findall(table.get(side, "")):
                run = fold(str(quoted or plain))
                found[run] = (*found.get(run, ()), End(axis, sign, kinds, needs, axis in flagged("apart")))
    return found


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    return frozenset(run.partition(" ")[0] for run in _opposites())


@lru_cache(maxsize=1)
def needed() -> frozenset[str]:
    """The words for things that some way of standing needs: what stands so is one of them."""
    return frozenset(word for axis in _opposites().values() for end in axis for word in end.needs if end.axis in THINGS)


@lru_cache(maxsize=4)
def flagged(flag: str) -> frozenset[str]:
    """The ways of standing that carry a flag."""
    return frozenset(axis for axis, table in tables().items() if flag in table)


@lru_cache(maxsize=1)
def tables() -> dict[str, dict[str, Any]]:
    return tomllib.loads((files("fogline.data") / "opposites.toml").read_text("utf-8"))
