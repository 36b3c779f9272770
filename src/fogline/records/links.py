"""Relations between claims, and the questions on which claims meet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

__all__ = ["ABOUTS", "RELATIONS", "About", "Link", "Position", "Question", "Relation", "Standing", "State"]

Relation = Literal["agrees", "clashes", "supersedes", "repeats", "differs"]
About = Literal["control", "polarity", "number", "time", "place", "actor", "existence", "confirmation", "kind", "scope"]
RELATIONS: tuple[Relation, ...] = get_args(Relation)
State = Literal["disputed", "changed", "agreed", "one-sided", "open"]
ABOUTS: tuple[About, ...] = get_args(About)
# What comes first for who looks at disputes, and how many sides it takes that one could gainsay another.
ORDER: dict[State, int] = {"disputed": 0, "changed": 1, "agreed": 2, "open": 2, "one-sided": 3}
OPPOSED = 2


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


@dataclass(frozen=True, slots=True)
class Position:
    """What one party says on a question: its claims in the order of saying, the first and last day, how many origins.

    `party` is as shown to people; `origins` counts independent speech acts, so that copies never corroborate.
    """

    party: str
    claim_ids: tuple[str, ...]
    first: str | None
    last: str | None
    origins: int


@dataclass(frozen=True, slots=True)
class Standing:
    """How a question stands: what each party says, and whether they clash, moved, agree, or only one of them speaks.

    `clashes` counts clashes of two parties that stand side by side: each act of speech, copies and all, in one of them.
    `sides` counts the sides that dispute it, or where nothing is disputed those that speak; papers are none.
    """

    question: Question
    state: State
    positions: tuple[Position, ...]
    clashes: int
    sides: int = 0

    @property
    def rank(self) -> tuple[bool, bool, int, int, int, int, int, str]:
        """What puts the most disputed first: what sides dispute, what others do, what several sides tell, the rest.

        Then by state, clashes, sides, parties and claims, the most first; ties by id.
        """
        many = -self.clashes, -self.sides, -len(self.positions), -len(self.question.claim_ids)
        return self.state != "disputed", self.sides < OPPOSED, ORDER[self.state], *many, self.question.id
