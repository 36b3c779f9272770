"""Marked reports -> what the network is asked to answer, word by word and piece by piece."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from fogline.claims.tagger.layout import ATTRIBUTES, JOINS, LEVEL_LABELS, OWN_LABELS, Spot, join_gaps
from fogline.claims.tagger.windows import Window
from fogline.claims.tagger.words import Words, split_words

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from training.corpus import Marked, Spans, Statement

__all__ = ["Answers", "Example", "JoinTask", "answers_of", "example_of"]

Attributes = tuple[int, int, int]


@dataclass(slots=True)
class Piece:
    """One marked piece: its words, the statements it belongs to."""

    spot: Spot
    owners: set[int]


@dataclass(slots=True)
class Answers:
    """All answers for one report: labels of every word, pieces by role, and the kind of each statement."""

    words: Words
    outer: NDArray[np.int64]
    nested: NDArray[np.int64]
    own: NDArray[np.int64]
    pieces: dict[str, list[Piece]]
    attributes: dict[int, Attributes]
    own_events: list[tuple[Spot, int, int]]


@dataclass(slots=True)
class JoinTask:
    """One kind of join in one window: who asks, who can answer, which pairs are right, who has nobody."""

    asking: list[Spot]
    answering: list[Spot]
    right: NDArray[np.bool_]
    nobody: NDArray[np.bool_]
    gaps: NDArray[np.int64]


@dataclass(slots=True)
class Example:
    """One window with its answers; word numbers count from the window's start."""

    pieces: NDArray[np.int64]
    shape: NDArray[np.int64]
    first: NDArray[np.int64]
    labels: dict[str, NDArray[np.int64]]
    joins: dict[str, JoinTask]
    statements: list[tuple[list[Spot], list[Spot], Attributes]] = field(default_factory=list)
    own_events: list[tuple[Spot, int, int]] = field(default_factory=list)


def _spot(words: Words, start: int, end: int) -> Spot | None:
    low = int(np.searchsorted(words.end, start, side="right"))
    high = int(np.searchsorted(words.start, end, side="left"))
    return Spot(low, high) if low < high else None


def _write(labels: NDArray[np.int64], spot: Spot, role: str, names: tuple[str, ...]) -> bool:
    """Label a piece unless another one is in the way."""
    if labels[spot.low : spot.high].any():
        return False
    if spot.high - spot.low == 1:
        labels[spot.low] = names.index(f"S-{role}")
        return True
    labels[spot.low : spot.high] = names.index(f"I-{role}")
    labels[spot.low] = names.index(f"B-{role}")
    labels[spot.high - 1] = names.index(f"E-{role}")
    return True


def _is_inside(inner: Statement, outer: Statement) -> bool:
    (a, b), (c, d) = inner.extent, outer.extent
    if (a, b) == (c, d):
        return inner.opened > outer.opened
    return c <= a and b <= d


def answers_of(report: Marked, tokenizer: Tokenizer) -> Answers:
    """The answers of a whole report."""
    words = split_words(report.text, tokenizer)
    blank = np.zeros(len(words), dtype=np.int64)
    answers = Answers(words, blank.copy(), blank.copy(), blank.copy(), {"S": [], "Q": [], "C": []}, {}, [])
    levels = [any(_is_inside(s, t) for t in report.statements if t is not s) for s in report.statements]
    for number, statement in enumerate(report.statements):
        answers.attributes[number] = _attributes(statement)
        layers = (answers.nested, answers.outer) if levels[number] else (answers.outer, answers.nested)
        for role, spans in (("C", statement.contents), ("Q", statement.cues), ("S", statement.speakers)):
            _add(answers, number, role, spans, layers)
    for own in report.own:
        spot = _spot(words, own.start, own.end)
        if spot and _write(answers.own, spot, "C", OWN_LABELS):
            kind, status = ATTRIBUTES["kind"].index(own.kind), ATTRIBUTES["status"].index(own.status)
            answers.own_events.append((spot, kind, status))
    for pieces in answers.pieces.values():
        pieces.sort(key=lambda piece: (piece.spot.low, piece.spot.high))
    return answers


def _attributes(statement: Statement) -> Attributes:
    names = (statement.stance, statement.kind, statement.status)
    stance, kind, status = (table.index(name) for table, name in zip(ATTRIBUTES.values(), names, strict=True))
    return stance, kind, status


def _add(
    answers: Answers, number: int, role: str, spans: Spans, layers: tuple[NDArray[np.int64], NDArray[np.int64]]
) -> None:
    for start, end in spans:
        spot = _spot(answers.words, start, end)
        if spot is None:
            continue
        same = [piece for piece in answers.pieces[role] if piece.spot == spot]
        if same and role != "C":
            same[0].owners.add(number)
            continue
        answers.pieces[role].append(Piece(spot, {number}))
        _ = _write(layers[0], spot, role, LEVEL_LABELS) or _write(layers[1], spot, role, LEVEL_LABELS)


def example_of(answers: Answers, window: Window) -> Example:
    """What one window shows of a report's answers. Joins whose answer lies outside the window are left out."""
    words, low, high = answers.words, window.low, window.high
    base = words.first[low]
    labels = {name: getattr(answers, name)[low:high] for name in ("outer", "nested", "own")}
    inside = {role: [p for p in pieces if _within(p.spot, low, high)] for role, pieces in answers.pieces.items()}
    example = Example(
        words.pieces[base : words.first[high]], words.shape[low:high], words.first[low:high] - base, labels, {}
    )
    for join in JOINS:
        example.joins[join] = _join_task(join, answers, inside, low)
    for number, attributes in answers.attributes.items():
        contents = [_shift(p.spot, low) for p in inside["C"] if number in p.owners]
        cues = [_shift(p.spot, low) for p in inside["Q"] if number in p.owners]
        if contents:
            example.statements.append((contents, cues, attributes))
    example.own_events = [(_shift(s, low), k, t) for s, k, t in answers.own_events if _within(s, low, high)]
    return example


def _within(spot: Spot, low: int, high: int) -> bool:
    return low <= spot.low and spot.high <= high


def _shift(spot: Spot, low: int) -> Spot:
    return Spot(spot.low - low, spot.high - low)


def _join_task(join: str, answers: Answers, inside: dict[str, list[Piece]], low: int) -> JoinTask:
    asker, answerer = join.split("_")
    asking = inside["C" if asker == "content" else "Q"]
    prior = answerer == "prior"
    role = "C" if prior else {"speaker": "S", "cue": "Q"}[answerer]
    answering = inside[role]
    right = np.zeros((len(asking), len(answering)), dtype=bool)
    nobody = np.zeros(len(asking), dtype=bool)
    everywhere = answers.pieces[role]
    for row, piece in enumerate(asking):
        for column, other in enumerate(answering):
            right[row, column] = bool(piece.owners & other.owners) and (not prior or _earlier(other, piece))
        elsewhere = (p for p in everywhere if p.owners & piece.owners and (not prior or _earlier(p, piece)))
        nobody[row] = next(elsewhere, None) is None
    spots, others = [p.spot for p in asking], [p.spot for p in answering]
    gaps = join_gaps(answers.words, spots, others)
    return JoinTask([_shift(s, low) for s in spots], [_shift(s, low) for s in others], right, nobody, gaps)


def _earlier(other: Piece, piece: Piece) -> bool:
    return other is not piece and other.spot.high <= piece.spot.low
