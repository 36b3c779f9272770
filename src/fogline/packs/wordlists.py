"""The world lists behind names: states, actors, roles, given names. Each file is read once a process."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

from fogline.packs.folding import fold
from fogline.records.mentions import ActorKind

__all__ = [
    "Gender",
    "GivenNames",
    "State",
    "WorldActor",
    "country_names",
    "given_names",
    "name_variants",
    "read_data",
    "state_names",
    "states",
    "world_actors",
]

Gender = Literal["m", "f"]
_STATE_WORDS = ("adjectives", "people", "capitals", "aliases", "bodies", "forces", "seats")


@dataclass(frozen=True, slots=True)
class State:
    """A state of the world list: its readable name, ISO 3166-1 code, and the words that stand for it."""

    name: str
    iso: str
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    forces: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WorldActor:
    """An actor of the world list that is no state; `side` None means that it speaks for no side."""

    name: str
    kind: ActorKind
    side: str | None
    aliases: tuple[str, ...] = ()
    platform: bool = False
    gender: Gender | None = None


@dataclass(frozen=True, slots=True)
class GivenNames:
    """Given names: the gender they mostly carry, forms of one name, and family names that come first."""

    genders: Mapping[str, Gender]
    equivalent: Mapping[str, str]
    family_first: frozenset[str]
    particles: frozenset[str]

    def gender(self, word: str) -> Gender | None:
        """The gender a folded given name mostly carries; None where it is no known given name."""
        return self.genders.get(word)


def read_data(name: str) -> dict[str, Any]:
    """The content of one TOML file that ships in `fogline/data`."""
    return tomllib.loads(files("fogline").joinpath("data", name).read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def states() -> tuple[State, ...]:
    """All states of the world list."""
    rows: list[dict[str, Any]] = read_data("states.toml")["state"]
    return tuple(State(row["name"], row["iso"], *(tuple(row.get(key, ())) for key in _STATE_WORDS)) for row in rows)


@lru_cache(maxsize=1)
def state_names() -> frozenset[str]:
    """The readable names of all states."""
    return frozenset(state.name for state in states())


@lru_cache(maxsize=1)
def country_names() -> frozenset[str]:
    """All names of states as they are written, aliases too, adjectives, peoples and capitals apart."""
    return frozenset(name for state in states() for name in (state.name, *state.aliases))


@lru_cache(maxsize=1)
def world_actors() -> tuple[WorldActor, ...]:
    """Bodies, armed groups, monitors, media, platforms and well known persons of the world list."""
    data = read_data("actors.toml")
    named = [
        WorldActor(row["name"], row["kind"], row.get("side", row["name"]) or None, tuple(row.get("aliases", ())))
        for row in data["actor"]
    ]
    media = [WorldActor(name, "media", None) for name in data["media"]["names"]]
    platforms = [WorldActor(name, "media", None, platform=True) for name in data["media"]["platforms"]]
    people = [
        WorldActor(name, "person", side or None, tuple(filter(None, aliases.split(";"))), gender=gender)
        for name, side, gender, aliases in data["people"]["rows"]
    ]
    return (*named, *media, *platforms, *people)


@lru_cache(maxsize=1)
def given_names() -> GivenNames:
    """The given names of the world list, folded."""
    data = read_data("given_names.toml")
    genders: dict[str, Gender] = dict.fromkeys(_folded(data["m"]), "m")
    genders.update(dict.fromkeys(_folded(data["f"]), "f"))
    equal = {form: _folded(row)[0] for row in data["equivalent"] for form in _folded(row)}
    family, particles = frozenset(_folded(data["family_first"])), frozenset(_folded(data["particles"]))
    return GivenNames(genders, equal, family, particles)


@lru_cache(maxsize=1)
def name_variants() -> Mapping[str, str]:
    """Folded alias -> folded name, for states with their adjectives and capitals and for world actors."""
    variants: dict[str, str] = {}
    for actor in world_actors():
        variants.update({fold(alias): fold(actor.name) for alias in actor.aliases})
    for state in states():
        variants.update({fold(a): fold(state.name) for a in (*state.aliases, *state.adjectives, *state.people)})
        variants.update({fold(capital): fold(state.capitals[0]) for capital in state.capitals[1:]})
    return variants


def _folded(words: str) -> list[str]:
    return [fold(word) for word in words.split()]
