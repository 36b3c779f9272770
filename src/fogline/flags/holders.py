"""Who held which office when: the world list and a pack together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from fogline.packs.folding import fold
from fogline.packs.model import Pack, Role
from fogline.packs.wordlists import read_data

__all__ = ["Holder", "holders"]


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who holds or held offices, of which at least one is dated; `side` as the pack or the office gives it."""

    name: str
    aliases: tuple[str, ...]
    side: str | None
    roles: tuple[Role, ...]


def holders(pack: Pack) -> dict[str, Holder]:
    """Everybody with a dated office, by each folded name; a pack adds to the world list and comes first."""
    known: dict[str, Holder] = {}
    for one in (*_of_pack(pack), *_of_world()):
        names = (one.name, *one.aliases)
        held = next((known[fold(name)] for name in names if fold(name) in known), None)
        both = one if held is None else _joined(held, one)
        known.update({fold(name): both for name in (both.name, *both.aliases) if " " in name})
    return known


def _joined(one: Holder, other: Holder) -> Holder:
    aliases = tuple(dict.fromkeys((*one.aliases, other.name, *other.aliases)))
    return Holder(one.name, aliases, one.side or other.side, tuple(dict.fromkeys((*one.roles, *other.roles))))


def _of_pack(pack: Pack) -> Iterator[Holder]:
    for actor in pack.actors:
        if any(role.since or role.until for role in actor.roles):
            yield Holder(actor.name, actor.aliases, actor.side, actor.roles)


@lru_cache(maxsize=1)
def _of_world() -> tuple[Holder, ...]:
    roles: defaultdict[str, list[Role]] = defaultdict(list)
    for names, title, of, since, until in read_data("offices.toml")["rows"]:
        roles[names].append(Role(title, of, since or None, until or None))
    return tuple(_holder(names.split("|"), held) for names, held in roles.items())


def _holder(names: list[str], roles: list[Role]) -> Holder:
    return Holder(names[0], tuple(names[1:]), roles[-1].of, tuple(roles))
