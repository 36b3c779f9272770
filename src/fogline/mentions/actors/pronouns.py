"""Pronouns: number, gender, and an actor without a name for each."""

from __future__ import annotations

from fogline.mentions.actors.phrase import Entity
from fogline.packs.wordlists import Gender

__all__ = ["POSSESSIVE", "PRONOUNS", "pronoun_entity", "unresolved"]

PRONOUNS: dict[str, tuple[str, Gender | None]] = {
    "he": ("person", "m"), "him": ("person", "m"), "his": ("person", "m"), "himself": ("person", "m"),
    "she": ("person", "f"), "her": ("person", "f"), "hers": ("person", "f"), "herself": ("person", "f"),
    "they": ("many", None), "them": ("many", None), "their": ("many", None), "themselves": ("many", None),
    "it": ("body", None), "its": ("body", None), "itself": ("body", None),
    "i": ("self", None), "me": ("self", None), "my": ("self", None), "myself": ("self", None),
    "we": ("self", None), "us": ("self", None), "our": ("self", None), "ours": ("self", None),
}  # fmt: skip
POSSESSIVE = frozenset({"his", "her", "their", "its", "our", "my"})


def pronoun_entity(word: str) -> Entity | None:
    """An actor without a name for a pronoun; None for other words."""
    found = PRONOUNS.get(word)
    if found is None:
        return None
    number, gender = found
    kind = "person" if number in ("person", "self") else "people" if number == "many" else "organisation"
    return Entity(word, kind, gender=gender, plural=number == "many")  # type: ignore[arg-type]


def unresolved(entity: Entity) -> bool:
    """Whether an actor is still no more than a pronoun."""
    return not entity.proper and entity.name in PRONOUNS
