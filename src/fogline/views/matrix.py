"""Who speaks on which question: a matrix of questions by side or by publisher."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from fogline.records.codec import Json
from fogline.records.links import Standing
from fogline.views.citing import Cited
from fogline.views.sources import NO_SIDE, OWN_VOICE, UNKNOWN, Carried

__all__ = ["By", "MatrixRow", "SourceMatrix", "source_matrix"]

By = Literal["side", "publisher"]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One question and its claims by column, those with most first; a side that says nothing on it has no cell."""

    question_id: str
    title: str
    state: str
    cells: tuple[Carried, ...]

    def count(self, column: str) -> int:
        """How many claims of a column speak to the question."""
        return next((len(cell.claim_ids) for cell in self.cells if cell.side == column), 0)

    def to_json(self) -> dict[str, Json]:
        """The row as JSON values."""
        return {
            "question": self.question_id,
            "title": self.title,
            "state": self.state,
            "cells": [
                {"of": cell.side, "claims": len(cell.claim_ids), "claim_ids": list(cell.claim_ids)}
                for cell in self.cells
            ],
        }


@dataclass(frozen=True, slots=True)
class SourceMatrix:
    """Questions in the order they were given; `columns` are the sides or publishers, those heard most first."""

    by: By
    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


def source_matrix(standings: Iterable[Standing], claims: Iterable[Cited], by: By = "side") -> SourceMatrix:
    """The matrix of these questions and claims; a claim of joint speakers counts for each of their sides once."""
    of_claim = {cited[0].id: _columns_of(cited, by) for cited in claims}
    rows = [_row(standing, of_claim) for standing in standings]
    total: Counter[str] = Counter()
    for row in rows:
        total.update({cell.side: len(cell.claim_ids) for cell in row.cells})
    ordered = sorted(total, key=lambda name: (name == OWN_VOICE, name == NO_SIDE, -total[name], name))
    return SourceMatrix(by, tuple(ordered), tuple(row for row in rows if row.cells))


def _row(standing: Standing, of_claim: Mapping[str, tuple[str, ...]]) -> MatrixRow:
    question = standing.question
    held: defaultdict[str, list[str]] = defaultdict(list)
    for claim_id in question.claim_ids:
        for column in of_claim.get(claim_id, ()):
            held[column].append(claim_id)
    ordered = sorted(held.items(), key=lambda item: (-len(item[1]), item[0]))
    cells = tuple(Carried(column, tuple(ids)) for column, ids in ordered)
    return MatrixRow(question.id, question.title, standing.state, cells)


def _columns_of(cited: Cited, by: By) -> tuple[str, ...]:
    claim, document = cited
    if by == "publisher":
        return (document.publisher or UNKNOWN,)
    speakers = claim.speakers or ((claim.speaker,) if claim.speaker else ())
    return tuple(sorted({speaker.side or NO_SIDE for speaker in speakers})) or (OWN_VOICE,)
