"""Pronouns: number, gender, and an actor without a name for each."""

from __future__ import annotations

from fogline.mentions.actors.phrase import Entity, View
from fogline.packs.wordlists import Gender

__all__ = ["POSSESSIVE", "PRONOUNS", "is_empty", "pronoun_entity", "unresolved"]

PRONOUNS: dict[str, tuple[str, Gender | None]] = {
    "he": ("person", "m"), "him": ("person", "m"), "his": ("person", "m"), "himself": ("person", "m"),
    "she": ("person", "f"), "her": ("person", "f"), "hers": ("person", "f"), "herself": ("person", "f"),
    "they": ("many", None), "them": ("many", None), "their": ("many", None), "themselves": ("many", None),
    "it": ("body", None), "its": ("body", None), "itself": ("body", None),
    "i": ("self", None), "me": ("self", None), "my": ("self", None), "myself": ("self", None),
    "we": ("self", None), "us": ("self", None), "our": ("self", None), "ours": ("self", None),
}  # fmt: skip
_EMPTY = frozenset({"be", "take", "seem", "appear", "become", "cost"})
POSSESSIVE = frozenset({"his", "her", "their", "its", "our", "my"})


def pronoun_entity(word: str) -> Entity | None:
    """An actor without a name for a pronoun; None for other words."""
    found = PRONOUNS.get(word)
    if found is None:
        return None
    number, gender = found
    kind = "person" if number in ("person", "self") else "people" if number == "many" else "organisation"
    return Entity(word, kind, gender=gender, plural=number == "many")  # type: ignore[arg-type]


def is_empty(view: View, i: int) -> bool:
    """Whether "it" stands for nobody, but for what follows: "it will take years to", "it is clear that"."""
    token = view.tokens[i]
    if view.keys[i] != "it" or token.dep != "nsubj" or not view.sentence.parsed:
        return False
    verb = view.sentence.head(token)
    if verb.lemma not in _EMPTY:
        return False
    heads = [verb, *view.sentence.children(verb, "acomp", "attr", "dobj")]
    clauses = (t for head in heads for t in view.sentence.children(head, "xcomp", "ccomp", "advcl", "relcl", "acl"))
    return any(clause.i > verb.i and _is_content(view, clause.i) for clause in clauses)


def _is_content(view: View, i: int) -> bool:
    """Whether a clause is the real subject: it opens with "to" or "that"."""
    return any(t.lower in ("to", "that") for t in view.sentence.children(view.tokens[i], "aux", "mark"))


def unresolved(entity: Entity) -> bool:
    """Whether an actor is still no more than a pronoun."""
    return not entity.proper and entity.name in PRONOUNS
