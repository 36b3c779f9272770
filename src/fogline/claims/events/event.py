"""What a stretch of text says happened: kind, status, predicate, and who did it to whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from fogline.records.claims import Kind, Party, Status
from fogline.records.spans import Span

__all__ = ["Event", "Extent", "Marked", "OwnEvent", "Polarity"]

Extent = Literal["full", "part", "contested"]
Polarity = Literal["positive", "negative"]


@dataclass(frozen=True, slots=True)
class Event:
    """What a statement is about, read from its words and grammar.

    `predicate` is the lemma of the word that says what happened, None where no word does ("it", "that claim").
    `actors` do it, `targets` undergo it; both are empty where the roles are unclear. `extent` tells for control how
    much is held. `score` (0 to 1) says how far the kind leads the next best; 0 means that no word spoke for any kind.
    `status_score` (0 to 1) is how often this reading of the status was right on texts kept aside. `votes` are how
    loudly the words speak for each kind, loudest first. `anchored` tells that the predicate itself names the kind, not
    only a word beside it. `barred` are the statuses that its words rule out.
    """

    kind: Kind
    status: Status
    predicate: str | None
    polarity: Polarity = "positive"
    actors: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    extent: Extent | None = None
    score: float = 0.0
    status_score: float = 0.0
    votes: tuple[tuple[Kind, float], ...] = ()
    anchored: bool = False
    barred: frozenset[Status] = frozenset()

    @property
    def others(self) -> tuple[Kind, ...]:
        """The kinds considered after the chosen one, best first."""
        return tuple(kind for kind, _ in self.votes if kind != self.kind)


@dataclass(frozen=True, slots=True)
class OwnEvent:
    """An event that the report states in its own voice: the clause, the sentence it stands in, and what it says.

    Kind, status and predicate alone are told: whose deed it is, is read when a claim is made of it.
    """

    span: Span
    sentence: int
    event: Event


@dataclass(frozen=True, slots=True)
class Marked:
    """Words that a trained reader takes for an event of the report's own voice, with its odds for kind and status."""

    span: Span
    sentence: int
    kinds: tuple[tuple[Kind, float], ...]
    statuses: tuple[tuple[Status, float], ...]
