"""Packs from TOML files: those that ship and those of users."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from fogline.errors import RunError
from fogline.packs.checks import check_text
from fogline.packs.model import Event, Formation, Pack, PackActor, PackPlace, Role, Side

__all__ = ["Pack", "load", "merge", "packaged"]


def packaged() -> tuple[str, ...]:
    """The names of the packs that ship with Fogline."""
    found = files("fogline").joinpath("packs", "toml").iterdir()
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in found if entry.name.endswith(".toml")))


def load(names: Iterable[str] = ()) -> Pack:
    """The packs of these names or paths, merged; the empty pack where there are none.

    Raises RunError where one is missing or has a problem (the first is told; `check` lists them all).
    """
    return merge([_load(name) for name in names])


def merge(packs: Sequence[Pack]) -> Pack:
    """Several packs as one: names joined by "+", lists put together in order, the period widened."""
    if len(packs) == 1:
        return packs[0]
    since, until = [pack.since for pack in packs], [pack.until for pack in packs]
    return Pack(
        name="+".join(pack.name for pack in packs),
        title="; ".join(pack.title for pack in packs),
        since=None if None in since else min((day for day in since if day), default=None),
        until=None if None in until else max((day for day in until if day), default=None),
        countries=tuple(dict.fromkeys(code for pack in packs for code in pack.countries)),
        sides=tuple(side for pack in packs for side in pack.sides),
        actors=tuple(actor for pack in packs for actor in pack.actors),
        formations=tuple(formation for pack in packs for formation in pack.formations),
        places=tuple(place for pack in packs for place in pack.places),
        events=tuple(event for pack in packs for event in pack.events),
    )


def _load(name: str) -> Pack:
    if name in packaged():
        text = files("fogline").joinpath("packs", "toml", f"{name}.toml").read_text(encoding="utf-8")
        return _pack(tomllib.loads(text), name)
    path = Path(name)
    if not path.is_file():
        raise RunError(f"no pack {name!r}: not a file, and the packs that ship are {', '.join(packaged())}")
    text = path.read_text(encoding="utf-8", errors="replace")
    problems = check_text(text)
    if problems:
        raise RunError(f"pack {name}: {problems[0]}" + (f" (and {len(problems) - 1} more)" if problems[1:] else ""))
    return _pack(tomllib.loads(text), path.stem)


def _pack(data: dict[str, Any], name: str) -> Pack:
    return Pack(
        name=data.get("name", name),
        title=data.get("title", ""),
        since=_day(data.get("since")),
        until=_day(data.get("until")),
        countries=tuple(data.get("countries", ())),
        sides=tuple(Side(row["name"], row.get("id", row["name"]), _words(row)) for row in data.get("side", ())),
        actors=tuple(_actor(row) for row in data.get("actor", ())),
        formations=tuple(Formation(row["name"], row.get("side"), _words(row)) for row in data.get("formation", ())),
        places=tuple(PackPlace(**{**row, "aliases": _words(row)}) for row in data.get("place", ())),
        events=tuple(_event(row) for row in data.get("event", ())),
    )


def _actor(row: dict[str, Any]) -> PackActor:
    roles = tuple(
        Role(role["title"], role.get("of"), _day(role.get("since")), _day(role.get("until")))
        for role in row.get("roles", ())
    )
    return PackActor(row["name"], row.get("kind", "person"), row.get("side"), _words(row), row.get("gender"), roles)


def _event(row: dict[str, Any]) -> Event:
    return Event(row["name"], str(row["since"]), _day(row.get("until")), _words(row), row.get("place"))


def _words(row: dict[str, Any]) -> tuple[str, ...]:
    return tuple(row.get("aliases", ()))


def _day(value: object) -> str | None:
    return None if value is None else str(value)
