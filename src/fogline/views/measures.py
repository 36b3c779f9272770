"""Numbers on one scale, with what they count in one word: for comparing only, the words keep the figure as written."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from fogline.links.lexicon import lexicon
from fogline.records.mentions import Quantity

__all__ = ["Measure", "adjective_of", "measure_of", "named"]

# The unit that people compare in; factors in units.toml lead to the base unit of a dimension.
SHOWN = {"area": "km2", "length": "km", "mass": "t", "time": "day"}
SCOPES = {
    "kill": "killed", "die": "killed", "dead": "killed", "death": "killed", "wound": "wounded", "injur": "wounded",
    "missing": "missing", "captur": "captured", "surrender": "captured", "detain": "detained", "displac": "displaced",
}  # fmt: skip
PEOPLE = frozenset("person people man body life victim fatality dead death toll casualty loss".split())
TROOPS = frozenset("troop soldier serviceman personnel fighter combatant servicemen".split())
IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "people": "people", "lives": "life", "bodies": "body",
    "servicemen": "serviceman", "losses": "loss",
}  # fmt: skip
# "The number of captured soldiers": the state stands at the noun.
STATES = frozenset("captured killed wounded injured missing detained displaced dead slain".split())
SORTS = frozenset({"civilian", "combatant"})
SORTED = PEOPLE | {"people", "number", "woman"}  # what can be of either sort: a child or a sailor says it itself
PLURALS = {one: many for many, one in IRREGULAR.items() if one != many}
SAME = frozenset({"troops", "people", "personnel", "number", "aircraft", "infantry", "police", "army"})
DIMENSIONS = {"time": "duration", "length": "distance", "mass": "weight"}
NARROWING = re.compile(r"\b(?:of|in|at|from|who|that|which|were|was|are|had|have|on|with|for|to|by|and|or)\b.*", re.S)
MEN, MAN = (
    re.compile(r"(?<=[a-z]{3})men$(?<!specimen)(?<!regimen)(?<!abdomen)"),
    re.compile(r"(?<=[a-z]{3})(?<!hu)(?<!ger)man$"),
)
WORD = re.compile(r"[^\W\d_][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Measure:
    """What a number counts and its bounds in `unit`; None where a side is open. `converted` tells another unit."""

    counted: str
    scope: str | None
    whose: str | None
    low: float | None
    high: float | None
    unit: str
    converted: bool


@lru_cache(maxsize=65_536)
def measure_of(quantity: Quantity) -> Measure:
    """A quantity on the scale that it is compared on."""
    unit, factor = _scale(quantity.unit)
    scope = _scope(quantity.scope or _told_of(quantity.of))
    noun = _one_word(_counted(quantity.of or "", quantity.unit), scope)
    nation = adjective_of(noun) if quantity.unit == "count" else None
    return Measure(
        counted="people" if nation else noun,
        scope=scope,
        whose=nation or _whose(quantity.whose, noun),
        low=None if quantity.low is None else quantity.low * factor,
        high=None if quantity.high is None else quantity.high * factor,
        unit=unit,
        converted=unit != quantity.unit,
    )


@lru_cache(maxsize=4096)
def adjective_of(name: str) -> str | None:
    """The adjective of a state, from any of its names: "Malian" of "Malians" and "Mali"; None of anything else."""
    known = lexicon().states.get(name.casefold())
    return _adjectives()[known].title() if known else None


@lru_cache(maxsize=1)
def _adjectives() -> dict[str, str]:
    """State -> its first name in the word list, which is the adjective."""
    found: dict[str, str] = {}
    for name, state in lexicon().states.items():
        found.setdefault(state, name)
    return found


@lru_cache(maxsize=4096)
def _told_of(of: str | None) -> str | None:
    """The state in front of what is counted: "captured" of "captured soldiers"."""
    return next((word for word in (of or "").casefold().split()[:-1] if word in STATES), None)


@lru_cache(maxsize=4096)
def _whose(whose: str | None, counted: str) -> str | None:
    """Whose they are, a state by its adjective; what the noun says itself is left out: soldiers are combatants."""
    words = [word for word in (whose or "").split() if word not in SORTS or (counted in SORTED and counted != "troops")]
    told = " ".join(words)
    return adjective_of(told) or told or None


def named(counted: str, unit: str) -> str:
    """What a series counts as its title says it: "lorries", "duration of the ceasefire"."""
    if unit != "count":
        noun, _, dimension = counted.rpartition(" ")
        if dimension not in DIMENSIONS:
            return counted
        return f"{DIMENSIONS[dimension]} of the {noun}" if noun else DIMENSIONS[dimension]
    if counted in SAME or counted.endswith("s"):
        return counted
    if counted in PLURALS:
        return PLURALS[counted]
    if MAN.search(counted):
        return f"{counted[:-3]}men"
    if counted.endswith("y") and counted[-2:-1] not in "aeiou":
        return f"{counted[:-1]}ies"
    return f"{counted}es" if counted.endswith(("sh", "ch", "x", "z")) else f"{counted}s"


def _one_word(counted: str, scope: str | None) -> str:
    """ "Fourteen dead" and "14 people killed" count the same, "soldiers" and "servicemen" too."""
    if counted in TROOPS:
        return "troops"
    return "people" if counted in PEOPLE or (scope and counted == "number") else counted


@lru_cache(maxsize=4096)
def _counted(of: str, unit: str) -> str:
    """The noun that is counted, in the singular; what is measured or paid where the unit says it."""
    words = WORD.findall(NARROWING.sub("", of.casefold())) or WORD.findall(of.casefold())[:1]
    noun = _singular(words[-1]) if words else ""
    if unit == "count":
        return noun or "number"
    dimension = _units().get(unit, {}).get("dimension")
    if dimension is None:
        return f"money in {unit}" if unit.isupper() else unit
    # A 30-day truce and a 30-day march are two things; ground is ground, whatever it is called.
    return f"{noun} {dimension}" if noun and dimension != "area" else str(dimension)


@lru_cache(maxsize=256)
def _scope(scope: str | None) -> str | None:
    if not scope:
        return None
    low = scope.casefold()
    told = sorted({name for stem, name in SCOPES.items() if stem in low})
    return " or ".join(told) if told else low


def _singular(word: str) -> str:
    if word in IRREGULAR:
        return IRREGULAR[word]
    if MEN.search(word):
        return f"{word[:-3]}man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


@lru_cache(maxsize=256)
def _scale(unit: str) -> tuple[str, float]:
    """The unit to compare in, and the factor that leads there."""
    row = _units().get(unit, {})
    shown = SHOWN.get(str(row.get("dimension", "")))
    if shown is None or shown not in _units():
        return unit, 1.0
    factor = float(str(row.get("factor", 1.0))) / float(str(_units()[shown].get("factor", 1.0)))
    return shown, factor


@lru_cache(maxsize=1)
def _units() -> dict[str, dict[str, object]]:
    return dict(tomllib.loads((files("fogline.data") / "units.toml").read_text("utf-8"))["units"])
