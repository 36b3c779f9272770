"""What is wrong with a pack file, with the line it is on."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from fogline.packs.consistency import inconsistencies
from fogline.packs.folding import fold
from fogline.packs.wordlists import states, world_actors
from fogline.records.mentions import ActorKind, PlacePrecision

__all__ = ["KEYS", "Problem", "check", "check_text"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to correct in a pack: the line (from 1), the key it is about, and what is wrong."""

    line: int
    key: str
    message: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.key}: {self.message}"


_Test = Callable[[object], str | None]
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def check(path: str | Path) -> list[Problem]:
    """All problems of a pack file, in the order of its lines; empty where it can be used."""
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return [Problem(1, str(path), f"cannot be read: {error}")]
    return check_text(text)


def check_text(text: str) -> list[Problem]:
    """As `check`, for the text of a pack."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        return [Problem(int(line[1]) if line else 1, "TOML", str(error))]
    found = list(_check_top(data))
    sides = {fold(row.get("name", "")) for row in _rows(data, "side")}
    sides |= {fold(state.name) for state in states()} | {fold(a.side) for a in world_actors() if a.side}
    for table in _TABLES:
        for index, row in enumerate(_rows(data, table)):
            found.extend(_check_row(table, index, row, sides))
    found.extend(_check_twice(data))
    tables = {table: _rows(data, table) for table in _TABLES}
    found.extend((_At(table, index, key), why) for table, index, key, why in inconsistencies(data, tables))
    return sorted((Problem(_line(text, at), at.key, message) for at, message in found), key=lambda p: p.line)


@dataclass(frozen=True, slots=True)
class _At:
    """Where in the TOML a problem sits: table (empty at the top), row of that table, key."""

    table: str
    index: int
    key: str


_Found = tuple[_At, str]


def _text(value: object) -> str | None:
    return None if isinstance(value, str) and value.strip() else "must be a text that is not empty"


def _texts(value: object) -> str | None:
    if isinstance(value, list) and all(_text(item) is None for item in value):
        return None
    return 'must be a list of texts such as ["Kiev", "Kyiv"]'


def _day(value: object) -> str | None:
    if isinstance(value, dt.date) or (isinstance(value, str) and _DAY.fullmatch(value) and _is_day(value)):
        return None
    return "must be a date such as 2022-02-24"


def _is_day(value: str) -> bool:
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _number(low: float, high: float) -> _Test:
    def test(value: object) -> str | None:
        good = isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high
        return None if good else f"must be a number from {low:g} to {high:g}"

    return test


def _one_of(values: tuple[str, ...]) -> _Test:
    return lambda value: None if value in values else f"must be one of {', '.join(values)}"


def _roles(value: object) -> str | None:
    if not isinstance(value, list) or not all(isinstance(role, dict) for role in value):
        return 'must be a list such as [{ title = "President", since = 2019-05-20 }]'
    for role in value:
        for key, content in role.items():
            problem = _ROLE[key](content) if key in _ROLE else "is no key of a role (title, of, since, until)"
            if problem:
                return f"{key} {problem}"
        if "title" not in role:
            return "a role needs a title"
    return None


_NAME = {"name": _text, "aliases": _texts}
_ROLE: dict[str, _Test] = {"title": _text, "of": _text, "since": _day, "until": _day}
_TOP: dict[str, _Test] = {"name": _text, "title": _text, "since": _day, "until": _day, "countries": _texts}
_TABLES: dict[str, dict[str, _Test]] = {
    "side": {**_NAME, "id": _text},
    "actor": {
        **_NAME,
        "kind": _one_of(get_args(ActorKind)),
        "side": _text,
        "gender": _one_of(("m", "f")),
        "roles": _roles,
    },
    "formation": {**_NAME, "side": _text},
    "place": {
        **_NAME,
        "id": _text,
        "latitude": _number(-90, 90),
        "longitude": _number(-180, 180),
        "precision": _one_of(get_args(PlacePrecision)),
        "country": _text,
        "region": _text,
    },
    "event": {**_NAME, "since": _day, "until": _day, "place": _text},
}
_NEEDED = {"event": ("name", "since")}
KEYS: dict[str, tuple[str, ...]] = {table: tuple(keys) for table, keys in _TABLES.items()}


def _rows(data: dict[str, Any], table: str) -> list[dict[str, Any]]:
    rows = data.get(table, [])
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _check_top(data: dict[str, Any]) -> Iterator[_Found]:
    if "name" not in data:
        yield _At("", 0, "name"), "a pack needs a name"
    for key, value in data.items():
        problem = _top_problem(key, value)
        if problem:
            yield _At("", 0, key), problem
    codes = {state.iso for state in states()}
    countries = data.get("countries", ())
    for code in countries if isinstance(countries, list) else ():
        if code not in codes:
            yield _At("", 0, "countries"), f"{code!r} is no ISO 3166-1 code of two letters"


def _top_problem(key: str, value: object) -> str | None:
    if key in _TABLES:
        return None if isinstance(value, list) else f"write [[{key}]] with two brackets"
    if key not in _TOP:
        return f"is no key of a pack ({', '.join((*_TOP, *_TABLES))})"
    return _TOP[key](value)


def _check_row(table: str, index: int, row: dict[str, Any], sides: set[str]) -> Iterator[_Found]:
    known = _TABLES[table]
    for key in _NEEDED.get(table, ("name",)):
        if key not in row:
            yield _At(table, index, key), f"[[{table}]] needs a {key}"
    for key, value in row.items():
        at = _At(table, index, key)
        if key not in known:
            yield at, f"is no key of [[{table}]] ({', '.join(known)})"
        elif problem := known[key](value):
            yield at, problem
        elif key == "side" and fold(value) not in sides:
            yield at, f"no [[side]] is called {value!r}, and the world list knows none either"
    if table == "place" and ("latitude" in row) != ("longitude" in row):
        yield _At(table, index, "latitude"), "latitude and longitude come together"


def _check_twice(data: dict[str, Any]) -> Iterator[_Found]:
    """One name or alias for two different actors, or two different places, would be settled by chance."""
    for tables in (("side", "actor", "formation"), ("place",)):
        seen: dict[str, str] = {}
        for table in tables:
            for index, row in enumerate(_rows(data, table)):
                for alias in _all_names(row):
                    owner = seen.setdefault(fold(alias), str(row.get("name")))
                    if owner != row.get("name"):
                        yield _At(table, index, "aliases"), f"{alias!r} already stands for {owner!r}"


def _all_names(row: dict[str, Any]) -> list[str]:
    aliases = row.get("aliases", [])
    names = [row.get("name"), *(aliases if isinstance(aliases, list) else [])]
    return [name for name in names if isinstance(name, str)]


def _line(text: str, at: _At) -> int:
    """The line of a key: in the header for the top, else within the table row it belongs to."""
    lines = text.splitlines()
    header = re.compile(r"\s*\[\[\s*" + re.escape(at.table) + r"\s*\]\]") if at.table else None
    first = 0
    if header:
        starts = [number for number, line in enumerate(lines) if header.match(line)]
        first = starts[at.index] + 1 if at.index < len(starts) else 0
    key = re.compile(r"\s*(\[\[?\s*)?[\"']?" + re.escape(at.key) + r"[\"']?\s*(=|\])")
    for number in range(first, len(lines)):
        if key.match(lines[number]):
            return number + 1
        if lines[number].lstrip().startswith("["):
            break
    return max(first, 1)
