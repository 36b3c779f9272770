"""Names of the world list and of packs, found in the words of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from fogline.packs.folding import fold
from fogline.packs.model import Pack
from fogline.packs.wordlists import Gender, State, states, world_actors
from fogline.records.mentions import ActorKind
from fogline.records.sentences import Token

__all__ = ["Entry", "Hit", "Lexicon", "lexicon", "word_key"]

Use = Literal["state", "capital", "adjective", "people", "actor", "side", "platform"]

ENDINGS = ("y", "yi", "yy", "iy", "ii", "ij", "i")
TRANSCRIBED = re.compile(r"[a-z]{2}[kn](y|yi|yy|iy|ii|ij|i)$")  # "-sky", "-ny": as Slavic surnames end


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name stands for: the readable name, kind, side, and how the name is used.

    `use` is "state" (also a place), "capital" (a metonym of the government), "adjective" and "people" (Ukrainian,
    Ukrainians), "actor" (a body, group, outlet or person), "platform" (Telegram: where something was said) or "side"
    (another word for a side of a pack).
    """

    name: str
    kind: ActorKind
    side: str | None
    use: Use
    gender: Gender | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A name in a sentence: tokens from `first` to `last` (both inside) and what they stand for."""

    first: int
    last: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class _Path:
    """One alias: the keys of its words after the first, whether it must be in capitals, and its entry."""

    rest: tuple[str, ...]
    capitals: bool
    entry: Entry


@lru_cache(maxsize=65_536)
def word_key(text: str) -> str:
    """A word as the lexicon knows it: folded, without full stops ("U.S." is "us")."""
    return fold(text).replace(".", "") or text


class Lexicon:
    """Finds names of states, bodies, groups, outlets and known persons; longest first, packs before the world."""

    def __init__(self, pack: Pack) -> None:
        self._paths: dict[str, list[_Path]] = {}
        self._seen: set[tuple[str, ...]] = set()
        self._by_name: dict[str, Entry] = {}
        listed = (*_of_pack(pack), *_of_world())
        for alias, entry in listed:
            self._add(alias, entry)
        for alias, entry in listed:
            for spelling in _transcribed(alias) if entry.kind == "person" else ():
                self._add(spelling, entry)
        for paths in self._paths.values():
            paths.sort(key=lambda path: -len(path.rest))

    def find(self, tokens: Sequence[Token]) -> list[Hit]:
        """The names in a sentence, left to right, none inside another."""
        hits: list[Hit] = []
        paths, free = self._paths, 0
        for i, token in enumerate(tokens):
            if i < free:
                continue
            text = token.text
            if not (text[0].isupper() or text[0].isdigit() or text[:2] in ("al", "pr", "el")):
                continue
            found = paths.get(word_key(text))
            if found and (hit := _longest(tokens, i, found)):
                hits.append(hit)
                free = hit.last + 1
        return hits

    def named(self, name: str) -> Entry | None:
        """What a whole name or alias stands for; None where it is unknown."""
        return self._by_name.get(" ".join(_keys(name)))

    def _add(self, alias: str, entry: Entry) -> None:
        keys = _keys(alias)
        if keys in self._seen or not keys:
            return
        self._seen.add(keys)
        self._by_name[" ".join(keys)] = entry
        letters = re.sub(r"[^A-Za-z]", "", alias)
        capitals = len(keys) == 1 and letters.isupper() and len(letters) <= 6
        self._paths.setdefault(keys[0], []).append(_Path(keys[1:], capitals, entry))


@lru_cache(maxsize=8)
def lexicon(pack: Pack) -> Lexicon:
    """The lexicon of a pack and the world list, made once a process."""
    return Lexicon(pack)


def _longest(tokens: Sequence[Token], i: int, paths: list[_Path]) -> Hit | None:
    for path in paths:
        last = _match(tokens, i, path.rest)
        if last is not None and (not path.capitals or tokens[i].text.isupper()):
            return Hit(i, last, path.entry)
    return None


def _match(tokens: Sequence[Token], i: int, rest: tuple[str, ...]) -> int | None:
    """The last token of an alias that goes on with `rest` after token `i`; hyphens count for nothing."""
    for key in rest:
        i += 1
        if i < len(tokens) and tokens[i].text in ("-", "–"):
            i += 1
        if i >= len(tokens) or word_key(tokens[i].text) != key:
            return None
    return i


def _transcribed(alias: str) -> Iterator[str]:
    """A surname in the other ways to write its end in Latin letters: Zelensky, Zelenskyi, Zelenskyy, Zelenskiy."""
    found = TRANSCRIBED.search(alias)
    if found is not None:
        yield from (alias[: found.start(1)] + end for end in ENDINGS if end != found[1])


def _keys(alias: str) -> tuple[str, ...]:
    """The words of an alias as the tokenizer would cut them, hyphens left out."""
    words = re.sub(r"('s|s')(?= |$)", " 's", fold(alias).replace("-", " ")).split()
    return tuple(word_key(word) for word in words)


def _of_world() -> Iterator[tuple[str, Entry]]:
    for actor in world_actors():
        entry = Entry(actor.name, actor.kind, actor.side, "platform" if actor.platform else "actor", actor.gender)
        yield from ((alias, entry) for alias in (actor.name, *actor.aliases))
    for state in states():
        yield from _of_state(state)


def _of_state(state: State) -> Iterator[tuple[str, Entry]]:
    name = state.name
    country = Entry(name, "government", name, "state")
    yield from ((alias, country) for alias in (name, *state.aliases))
    yield from ((word, Entry(name, "people", name, "people")) for word in state.people if word not in state.adjectives)
    yield from ((word, Entry(name, "government", name, "adjective")) for word in state.adjectives)
    seat = state.capitals[0] if state.capitals else name
    yield from ((word, Entry(seat, "government", name, "capital")) for word in state.capitals)
    yield from ((word, Entry(word, "government", name, "capital")) for word in state.seats)
    yield from ((word, Entry(word, "government", name, "actor")) for word in state.bodies)
    yield from ((word, Entry(word, "armed_force", name, "actor")) for word in state.forces)


def _of_pack(pack: Pack) -> Iterator[tuple[str, Entry]]:
    for actor in pack.actors:
        entry = Entry(actor.name, actor.kind, actor.side, "actor", actor.gender)
        yield from ((alias, entry) for alias in (actor.name, *actor.aliases))
    for formation in pack.formations:
        entry = Entry(formation.name, "armed_force", formation.side, "actor")
        yield from ((alias, entry) for alias in (formation.name, *formation.aliases))
    for side in pack.sides:
        entry = Entry(side.name, "organisation", side.name, "side")
        yield from ((alias, entry) for alias in side.aliases)
