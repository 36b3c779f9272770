"""Nouns that say what somebody is: "spokesman", "foreign ministry", "farmer", "map"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, cast

from fogline.packs.folding import fold
from fogline.packs.wordlists import Gender, read_data
from fogline.records.mentions import ActorKind

__all__ = ["PERSON_ENDINGS", "Role", "Roles", "roles"]

# Endings of nouns for people: "storekeeper", "lobbyist". Not exact, and only asked where no list knows the noun.
PERSON_ENDINGS = ("er", "or", "ist", "ian", "ee", "man", "woman", "eer", "ant", "ar")
Belongs = Literal["state", "body", "none"]


@dataclass(frozen=True, slots=True)
class Role:
    """What a noun says: the kind of actor, gender, number, and whose side its modifiers can hand on."""

    noun: str
    kind: ActorKind
    belongs: Belongs
    gender: Gender | None = None
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Roles:
    """Role nouns by their last word, titles by gender, adjectives that keep a side off or bind to it, verbs of saying,
    and named lists of words (`groups`)."""

    nouns: Mapping[str, tuple[tuple[tuple[str, ...], Role], ...]]
    titles: Mapping[str, Gender | None]
    leaning: frozenset[str]
    installed: frozenset[str]
    speech: frozenset[str]
    groups: Mapping[str, frozenset[str]]
    proper_only: frozenset[str]
    sided_only: frozenset[str]
    acts: frozenset[str]
    abbreviations: Mapping[str, str]

    def of(self, words: tuple[str, ...]) -> Role | None:
        """The longest role noun that ends in the last of these folded words."""
        for ending, role in self.nouns.get(words[-1], ()) if words else ():
            if len(ending) <= len(words) and words[-len(ending) :] == ending:
                return role
        return None


@lru_cache(maxsize=1)
def roles() -> Roles:
    """The role nouns of the world list, with their plurals."""
    data = read_data("roles.toml")
    irregular: dict[str, list[str]] = {}
    for plural, singular in data["plurals"].items():
        irregular.setdefault(singular, []).append(plural)
    found: dict[tuple[str, ...], Role] = {}
    for row in data["class"]:
        for noun in row["nouns"]:
            words, role = _singular(noun, row)
            found.setdefault(words, role)
    for words, role in list(found.items()):
        for many, role_of_many in _plurals(words, role, irregular):
            found.setdefault(many, role_of_many)
    by_last: dict[str, list[tuple[tuple[str, ...], Role]]] = {}
    for words, role in found.items():
        by_last.setdefault(words[-1], []).append((words, role))
    nouns = {last: tuple(sorted(rows, key=lambda row: -len(row[0]))) for last, rows in by_last.items()}
    titles: dict[str, Gender | None] = {fold(title).rstrip("."): None for title in data["titles"]["any"]}
    genders: tuple[Gender, ...] = ("m", "f")
    for gender in genders:
        titles.update({fold(title).rstrip("."): gender for title in data["titles"][gender]})
    sides = data["sides"]
    return Roles(
        nouns,
        titles,
        frozenset(sides["leaning"]),
        frozenset(sides["installed"]),
        frozenset(data["speech"]["verbs"].split()),
        {name: _words(listed) for name, listed in data["groups"].items()},
        frozenset(data["proper_only"]["nouns"].split()),
        frozenset(data["sided_only"]["nouns"].split()),
        frozenset(data["acts"]["nouns"].split()),
        data["abbreviations"],
    )


def _words(listed: str | list[str]) -> frozenset[str]:
    """Words parted by blanks, or phrases as a list."""
    return frozenset(listed.split() if isinstance(listed, str) else listed)


def _singular(noun: str, row: dict[str, str]) -> tuple[tuple[str, ...], Role]:
    words = tuple(fold(noun).replace("-", " ").replace("'s", " 's").split())
    kind, belongs = cast("ActorKind", row["kind"]), cast("Belongs", row["belongs"])
    many = (
        kind == "people"
        and words[-1] not in ("team", "side", "delegation", "crowd", "family", "community", "camp", "household")
    ) or (words[-1].endswith("s") and not words[-1].endswith(("ss", "us", "is")))
    return words, Role(noun, kind, belongs, cast("Gender | None", row.get("gender")), many)


def _plurals(
    words: tuple[str, ...], role: Role, irregular: Mapping[str, list[str]]
) -> Iterator[tuple[tuple[str, ...], Role]]:
    """The plurals of a role noun: several persons are people, several forces still a force."""
    if role.plural:
        return
    kind: ActorKind = "people" if role.kind == "person" else role.kind
    for plural in irregular.get(words[-1], [_plural(words[-1])]):
        yield (*words[:-1], plural), Role(role.noun, kind, role.belongs, role.gender, True)


def _plural(word: str) -> str:
    if word.endswith("man"):
        return word[:-3] + "men"
    if word.endswith(("s", "sh", "ch", "x")):
        return word + "es"
    return word[:-1] + "ies" if word.endswith("y") and word[-2:-1] not in "aeiou" else word + "s"
