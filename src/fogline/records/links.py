"""Relations between claims, and the questions on which claims meet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

__all__ = ["ABOUTS", "RELATIONS", "About", "Link", "Question", "Relation"]

Relation = Literal["agrees", "clashes", "supersedes", "repeats", "differs"]
About = Literal["control", "polarity", "number", "time", "place", "actor", "existence", "confirmation", "kind", "scope"]
RELATIONS: tuple[Relation, ...] = get_args(Relation)
ABOUTS: tuple[About, ...] = get_args(About)


@dataclass(frozen=True, slots=True)
class Link:
    """How two claims stand to each other, and why, in words a person can read.

    For `supersedes` the left claim is the later one; every other relation is symmetric and keeps the smaller id left.
    `score` (0 to 1) is how many of the aligned fields support the relation. `fields` names the aligned fields.
    """

    id: str
    left_id: str
    right_id: str
    relation: Relation
    about: About
    reason: str
    score: float
    made_by: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A matter on which claims meet: its title in plain words and the claims that speak to it."""

    id: str
    title: str
    about: About
    claim_ids: tuple[str, ...]
    place_id: str | None = None
