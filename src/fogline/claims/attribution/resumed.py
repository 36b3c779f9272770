"""Quotations that a second cue takes up: '"...," he said. He added, "..."' is two statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from fogline.claims.statement import Statement
from fogline.records.spans import Span

__all__ = ["resumed"]


def resumed(statements: Sequence[Statement], ruled: Sequence[Statement]) -> Iterator[Statement]:
    """The statements, parted where words in them stand under a cue of their own in the grammar's reading."""
    cues = [statement.cue for statement in statements if statement.cue]
    free = [r for r in ruled if r.cue and r.speakers and _is_free(r.cue, cues)]
    for statement in statements:
        yield from _parts(statement, free) if len(statement.content) > 1 else (statement,)


def _is_free(cue: Span, cues: Sequence[Span]) -> bool:
    return not any(cue.overlap(other) for other in cues)


def _parts(statement: Statement, ruled: Sequence[Statement]) -> Iterator[Statement]:
    current = statement
    pieces: list[Span] = []
    for i, piece in enumerate(statement.content):
        other = next((r for r in ruled if _takes_up(r, piece)), None) if i else None
        if other is not None and not _inside(other.cue, statement):
            yield replace(current, content=tuple(pieces))
            current, pieces = replace(statement, speakers=other.speakers, cue=other.cue), []
            current = replace(current, sentence=other.sentence)
        pieces.append(piece)
    yield replace(current, content=tuple(pieces))


def _takes_up(ruled: Statement, piece: Span) -> bool:
    """Whether a statement of the grammar says the words with which `piece` begins."""
    return any(span.start <= piece.start + 1 < span.end and span.overlap(piece) > 0 for span in ruled.content)


def _inside(cue: Span | None, statement: Statement) -> bool:
    return cue is not None and any(piece.covers(cue) for piece in statement.content)
