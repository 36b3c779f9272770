"""What the tagger found in a report: statements in pieces and events of the report's own voice, with odds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from fogline.records.claims import Kind, Stance, Status

__all__ = ["Odds", "OwnEvent", "Piece", "Tagged", "TaggedStatement"]

Name = TypeVar("Name", bound=str)


@dataclass(frozen=True, slots=True, order=True)
class Piece:
    """Words the tagger marked: half-open offsets into the report, and how sure it was of them (0 to 1)."""

    start: int
    end: int
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Odds(Generic[Name]):
    """The likeliest name and the probability of every name, best first."""

    best: Name
    all: tuple[tuple[Name, float], ...]

    @property
    def probability(self) -> float:
        """How likely the best name is, 0 to 1."""
        return self.all[0][1]


@dataclass(frozen=True, slots=True)
class TaggedStatement:
    """One act of saying: who (`speakers`), with which words (`cues`), what (`contents`), each in the order of the text.

    `contents` has had its quotation marks mended; `raw` are the content pieces as tagged. `level` is 0 for a statement
    of the report and 1 for one inside another statement, whose index is `parent`. `score` (0 to 1) is the mean
    certainty of the content pieces.
    """

    speakers: tuple[Piece, ...]
    cues: tuple[Piece, ...]
    contents: tuple[Piece, ...]
    raw: tuple[Piece, ...]
    stance: Odds[Stance]
    kind: Odds[Kind]
    status: Odds[Status]
    level: int
    parent: int | None
    score: float


@dataclass(frozen=True, slots=True)
class OwnEvent:
    """A clause in which the report itself says that something happened."""

    piece: Piece
    kind: Odds[Kind]
    status: Odds[Status]
    score: float


@dataclass(frozen=True, slots=True)
class Tagged:
    """All that the tagger found in one report, in the order of the text.

    `loose_speakers` and `loose_cues` were marked but belong to no statement found.
    """

    statements: tuple[TaggedStatement, ...]
    own: tuple[OwnEvent, ...]
    loose_speakers: tuple[Piece, ...] = ()
    loose_cues: tuple[Piece, ...] = ()
