"""Whom a definite description takes up: "the commander", "the ministry", "the group"."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.mentions.actors.phrase import Entity, Phrase
from fogline.mentions.actors.pronouns import unresolved
from fogline.packs.folding import fold
from fogline.packs.roles import roles

__all__ = ["taken_up"]

_CLASSES = ("leaders", "officers", "doctors", "diplomats", "spokesmen", "analysts", "lawmakers")


def taken_up(noun: str, phrase: Phrase, before: Sequence[Phrase]) -> Entity | None:
    """The actor that "the NOUN" stands for among the phrases before it, latest first; None for somebody new.

    An actor of whom that very noun was said comes before one of the same class ("the officer" for a colonel).
    """
    alike: Entity | None = None
    described: Entity | None = None
    for other in before:
        entity = other.entity
        if unresolved(entity) or entity is phrase.entity or not _agrees(phrase.entity, entity):
            continue
        if _said(noun, phrase.entity, entity):
            if entity.proper or entity.side is not None:
                return entity
            described = described or (entity if other.form == "nominal" else None)
        elif alike is None and entity.proper and _same_class(noun, phrase.entity, entity):
            alike = entity
    return alike or described


def _agrees(phrase: Entity, entity: Entity) -> bool:
    """Whether all that "the military spokesman" says was said of the actor before; one word alone always agrees."""
    if len(phrase.words) <= 1:
        return True
    return phrase.words <= entity.nouns | entity.words | set(fold(entity.name).split())


def _said(noun: str, phrase: Entity, entity: Entity) -> bool:
    """Whether the noun itself was said of an actor of that kind, number and gender."""
    if noun not in entity.nouns or phrase.plural != entity.plural:
        return False
    if phrase.kind == "person":
        return entity.kind == "person" and _one_gender(phrase, entity)
    return phrase.kind == entity.kind or {phrase.kind, entity.kind} <= {"organisation", "government"}


def _same_class(noun: str, phrase: Entity, entity: Entity) -> bool:
    """Whether the noun is one by which writers take up such an actor: "the group" for Hamas."""
    groups = roles().groups
    if entity.unsure and phrase.kind != "person":
        return noun in groups["bodies"]
    if phrase.kind == "person" or entity.kind == "person":
        fits = phrase.kind == entity.kind and not entity.plural and _one_gender(phrase, entity)
        return fits and any(noun in groups[name] and entity.nouns & groups[name] for name in _CLASSES)
    if entity.kind == "media":
        return noun in groups["media"]
    if entity.kind == "armed_force":
        return noun in groups["armed"] and entity.side == entity.name
    if entity.kind == "government":
        return noun in groups["governments"] and noun in fold(entity.name)
    return entity.kind == "organisation" and noun in groups["bodies"]


def _one_gender(phrase: Entity, entity: Entity) -> bool:
    return phrase.gender is None or entity.gender in (None, phrase.gender)
