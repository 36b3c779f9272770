"""A pack: what one conflict adds to the world list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from fogline.packs.folding import fold
from fogline.records.mentions import ActorKind, PlacePrecision

__all__ = ["Event", "Formation", "Pack", "PackActor", "PackPlace", "Role", "Side"]


@dataclass(frozen=True, slots=True)
class Role:
    """An office held: its title, for whom, and from when until when (ISO dates, None is open)."""

    title: str
    of: str | None = None
    since: str | None = None
    until: str | None = None

    def held_on(self, day: str) -> bool:
        """Whether the office was held on an ISO day; open ends count as held."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Side:
    """A party to the conflict: its readable name and other words that stand for it."""

    name: str
    id: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PackActor:
    """Somebody who acts or speaks in this conflict; `side` None where they speak for no side."""

    name: str
    kind: ActorKind
    side: str | None = None
    aliases: tuple[str, ...] = ()
    gender: Literal["m", "f"] | None = None
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class Formation:
    """A military formation known by name."""

    name: str
    side: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PackPlace:
    """A place with the spellings this conflict uses for it.

    Degrees are WGS 84. `id` is a place id of the gazetteer where one is meant; without id and coordinates the aliases
    only lead to `name`, which the gazetteer then looks up.
    """

    name: str
    aliases: tuple[str, ...] = ()
    id: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: PlacePrecision | None = None
    country: str | None = None
    region: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A dated event of the conflict, for dating reports that carry no date. `until` None is a single day."""

    name: str
    since: str
    until: str | None = None
    aliases: tuple[str, ...] = ()
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Pack:
    """One conflict, or several merged: sides, actors, formations, place spellings, dated events.

    `since` and `until` are ISO dates; `countries` ISO 3166-1 codes. The empty pack is valid: the world list carries on.
    """

    name: str = ""
    title: str = ""
    since: str | None = None
    until: str | None = None
    countries: tuple[str, ...] = ()
    sides: tuple[Side, ...] = ()
    actors: tuple[PackActor, ...] = ()
    formations: tuple[Formation, ...] = ()
    places: tuple[PackPlace, ...] = ()
    events: tuple[Event, ...] = ()
    _aliases: dict[str, PackPlace] = field(default_factory=dict, repr=False, compare=False)

    @property
    def place_aliases(self) -> Mapping[str, PackPlace]:
        """Folded spelling (`packs.folding.fold`) -> place, names and aliases alike; earlier packs win."""
        if not self._aliases and self.places:
            for place in reversed(self.places):
                self._aliases.update({fold(alias): place for alias in (place.name, *place.aliases)})
        return self._aliases

    def offices(self, name: str) -> tuple[Role, ...]:
        """The offices known for an actor of that exact name or alias."""
        wanted = fold(name)
        for actor in self.actors:
            if wanted in map(fold, (actor.name, *actor.aliases)):
                return actor.roles
        return ()
