"""Sides that a report leaves unsaid: of a person by the body named behind, of offices by the capital it comes from."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.mentions.actors.phrase import Phrase, View
from fogline.packs.roles import roles
from fogline.packs.wordlists import state_names

__all__ = ["of_bodies", "of_home"]

_OF = frozenset({"of", "from", "with"})
_OFFICES = frozenset(
    {"minister", "president", "premier", "ombudsman", "ombudswoman", "chancellor", "ministry", "presidency"}
)
_PLAIN = frozenset({"of", "the", "national", "general", "staff", "defence", "defense", "foreign", "armed", "forces"})


def of_bodies(views: Sequence[View], phrases: Sequence[Phrase]) -> None:
    """Give "Commander Ruta Abene of the Highland Front" the side of the Front."""
    begins = {(p.sentence, p.first): p for p in phrases if p.entity.kind in ("armed_force", "organisation")}
    for phrase in phrases:
        keys = views[phrase.sentence].keys
        if phrase.form != "name" or phrase.entity.kind != "person" or phrase.entity.side is not None:
            continue
        at = phrase.last + 1
        if at + 1 < len(keys) and keys[at] in _OF:
            at += 2 if keys[at + 1] == "the" else 1
            body = begins.get((phrase.sentence, at)) or begins.get((phrase.sentence, at - 1))
            if body is not None and body.entity.proper:
                phrase.entity.side = body.entity.side


def of_home(views: Sequence[View], phrases: Sequence[Phrase]) -> None:
    """Give "the General Staff" and "the foreign minister" of a report from a capital the side of that capital.

    Only where the report names that state, or none at all: a writer in Dakar may speak of the army of Mali.
    """
    home = _capital(views)
    if home is None or ((named := _states(views)) and home not in named):
        return
    for phrase in phrases:
        entity = phrase.entity
        if entity.side is None and not entity.plural and _is_office(views[phrase.sentence], phrase):
            entity.side = home


def _capital(views: Sequence[View]) -> str | None:
    """The state whose capital the dateline names."""
    datelines = [view for view in views if view.sentence.role == "dateline"] or [
        view for view in views if view.sentence.role == "body"
    ][:1]
    for view in datelines:
        for hit in view.hits:
            if hit.entry.use == "capital" and view.tokens[hit.first].text.isupper():
                return hit.entry.side
    return None


def _states(views: Sequence[View]) -> set[str]:
    """The states that the report names, datelines left out."""
    body = (view for view in views if view.sentence.role != "dateline")
    sides = {
        hit.entry.side
        for view in body
        for hit in view.hits
        if hit.entry.use in ("state", "adjective", "people") and not view.tokens[hit.first].text.isupper()
    }
    return {side for side in sides if side in state_names()}


def _is_office(view: View, phrase: Phrase) -> bool:
    """Whether the words are those of an office or force that every state has, with no name of their own."""
    entity = phrase.entity
    if entity.kind == "person":
        return (entity.proper and bool(entity.nouns & _OFFICES)) or _is_of_army(view, phrase)
    if entity.kind not in ("government", "armed_force"):
        return False
    words = {key for key in view.keys[phrase.first : phrase.last + 1] if key.isalpha()}
    known = roles().nouns
    return bool(words) and all(word in _PLAIN or word in known for word in words) and words & _PLAIN_HEADS != set()


def _is_of_army(view: View, phrase: Phrase) -> bool:
    """Whether somebody is told to belong to the army and no more: "an army official"."""
    words = view.keys[phrase.first : phrase.last + 1]
    return not phrase.entity.proper and words[-2:-1] in (("army",), ("military",)) and words[-1] in _SERVING


_SERVING = frozenset({"official", "officer", "spokesman", "spokeswoman", "spokesperson"})
_PLAIN_HEADS = frozenset(
    {"staff", "ministry", "army", "military", "forces", "navy", "presidency", "government", "junta"}
)
