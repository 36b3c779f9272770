"""What befell those whom a war counts, and of what kind they are: the words of `data/tallies.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from fogline.data.gazetteer import fold
from fogline.links.lexicon import ENTRY

__all__ = [
    "CRAFT",
    "callings_in",
    "came_home",
    "camp_of",
    "does",
    "fate_of",
    "fits",
    "implied",
    "nearest_fate",
    "plain",
    "said_to_be",
    "thing_of",
    "unharmed",
]

CRAFT = frozenset({"aircraft", "vehicle", "ship"})
LOSING = frozenset({"lost", "lose", "loses", "losing"})
REACH = 60  # code points from a number in which its fate stands
GENITIVE = re.compile(r"['’]s?\b|['’](?=\s|$)")
SCOPES = {
    "killed": "dead", "wounded": "wounded", "missing": "missing", "captured": "captive", "abducted": "captive",
    "freed": "freed", "displaced": "displaced", "detained": "captive",
}  # fmt: skip


@lru_cache(maxsize=4096)
def thing_of(phrase: str) -> str | None:
    """What the head of a folded noun phrase is: "people", "staff", "aircraft", "vehicle", "ship"; None where unknown.

    The last word that is known tells it.
    """
    found = [(match.end(), thing) for thing, words in _lists()["things"].items() for match in words.finditer(phrase)]
    things = {thing for _, thing in found}
    if "staff" in things:
        return "staff"
    return max(found)[1] if found else None


def fate_of(scope: str | None, before: str, after: str, thing: str | None) -> str | None:
    """The fate that the nearest words tell; where none do, the one that the sentence gave."""
    told = SCOPES.get(scope or "")
    if told is not None and _lists()["fates"][told].search(plain(f"{before} {after}")):
        return told
    return nearest_fate(before, after, thing) or told or ("staying" if thing == "staff" else None)


def nearest_fate(before: str, after: str, thing: str | None) -> str | None:
    """What befell those counted: by the nearest word that tells it, those right before the number first."""
    known = _kept("people" if thing in (None, "people") else "staff" if thing == "staff" else "things")
    if thing is None:
        known |= {"lost", "staying"}
    before, after = plain(before)[-REACH:], plain(after)[:REACH]
    found = []
    for fate, words in _lists()["fates"].items():
        if fate in known:
            found += [(len(before) - match.end(), fate) for match in words.finditer(before)]
            found += [(match.start(), fate) for match in words.finditer(after) if not _lost_something(match, thing)]
    return min(found)[1] if found else None


def _lost_something(match: re.Match[str], thing: str | None) -> bool:
    """Whether those counted lost a thing themselves: "four soldiers had lost their way"."""
    return thing == "people" and match[0] in LOSING


def fits(fate: str, thing: str | None) -> bool:
    """Whether such people or things can have this fate."""
    if thing is None:
        return True
    return fate in _kept(thing if thing in ("people", "staff") else "things")


def implied(fate: str) -> str | None:
    """What a fate is of where no noun stands: who died is people."""
    return "people" if fate in _kept("people") else None


def said_to_be(kind: str, text: str) -> bool:
    """Whether plain words call somebody "enemy", "defending" or "civilian"."""
    return _lists()["whose"][kind].search(text) is not None


def callings_in(text: str) -> list[tuple[int, str]]:
    """The callings of people that plain words name, each with where it ends."""
    return [(match.end(), name) for name, words in _lists()["callings"].items() for match in words.finditer(text)]


def does(text: str) -> bool:
    """Whether plain words tell what somebody does to others: "killed", "captured"."""
    return _lists()["doing"]["words"].search(text) is not None


def came_home(text: str) -> bool:
    """Whether plain words tell of a return."""
    return _lists()["home"]["words"].search(text) is not None


def unharmed(text: str) -> bool:
    """Whether plain words tell that nobody was hurt."""
    return _lists()["home"]["unharmed"].search(text) is not None


def camp_of(text: str) -> str | None:
    """Whether folded words speak of soldiers ("state") or of guerrillas ("irregular")."""
    known = _lists()["whose"]
    return next((camp for camp in ("irregular", "state") if known[camp].search(text)), None)


def plain(text: str) -> str:
    """A folded text whose words stand without the genitive: "the enemy's dead"."""
    return fold(GENITIVE.sub("", text))


def _words(text: str) -> re.Pattern[str]:
    entries = sorted((fold(quoted or plain) for quoted, plain in ENTRY.findall(text)), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, entries)) + r")\b")


@lru_cache(maxsize=1)
def _lists() -> dict[str, dict[str, re.Pattern[str]]]:
    tables = tomllib.loads((files("fogline.data") / "tallies.toml").read_text("utf-8"))
    return {name: {key: _words(text) for key, text in table.items()} for name, table in tables.items()}


@lru_cache(maxsize=4)
def _kept(thing: str) -> frozenset[str]:
    """The fates that people, staff or things may have."""
    tables = tomllib.loads((files("fogline.data") / "tallies.toml").read_text("utf-8"))
    return frozenset(tables["of"][thing].split())
