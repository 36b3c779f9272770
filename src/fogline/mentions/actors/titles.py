"""The title before a name: "Ukrainian President", "Chief of the General Staff", "spokeswoman"."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.mentions.actors.modifiers import left_edge, role_at
from fogline.mentions.actors.phrase import View
from fogline.packs.roles import Role, roles

__all__ = ["Title", "title_before"]


@dataclass(frozen=True, slots=True)
class Title:
    """What a title says somebody is, and the tokens it stands on: from `first` to its head noun."""

    role: Role
    first: int
    head: int


def title_before(view: View, at: int) -> tuple[int, Title | None]:
    """Where the title before a name begins, and the title."""
    first = at
    while first > 0 and at - first < 9 and _in_title(view, first - 1):
        first -= 1
    head = at - 1
    while (
        head > first
        and (view.keys[head] in roles().titles or view.keys[head] in ("-", "."))
        and not _person_role(view, first, head)
    ):
        head -= 1
    if head >= first and _person_role(view, first, head):
        role = _person_role(view, first, head)
        return first, Title(role, first, head) if role else None
    return _title_with_of(view, first, at)


def _title_with_of(view: View, first: int, at: int) -> tuple[int, Title | None]:
    """A title that holds "of": "Chief of the General Staff Valery Gerasimov"."""
    before = first - 1
    if before > 0 and view.keys[before] == "the":
        before -= 1
    if before < 1 or view.keys[before] not in ("of", "to") or first == at:
        return _own_start(view, first, at), None
    head = before - 1
    edge = left_edge(view, head)
    role = role_at(view, edge, head)
    if role is None or role.kind != "person":
        return _own_start(view, first, at), None
    return edge, Title(role, edge, head)


def _own_start(view: View, first: int, at: int) -> int:
    """Where a phrase begins whose words before the name are no title: only "Mr" and the like go with it."""
    while first < at and view.keys[first] not in roles().titles:
        first += 1
    return first


def _person_role(view: View, first: int, i: int) -> Role | None:
    role = role_at(view, first, i)
    return role if role is not None and role.kind == "person" else None


def _in_title(view: View, i: int) -> bool:
    token = view.tokens[i]
    if view.cover[i] is not None or view.keys[i] in ("'s", "-") or view.keys[i] in roles().titles:
        return True
    if view.keys[i] == ".":  # "Col." cut in two by the tokenizer
        return i > 0 and view.keys[i - 1] in roles().titles
    return token.pos in ("ADJ", "NOUN", "PROPN") and token.text[0].isalpha()
