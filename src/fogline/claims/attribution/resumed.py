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
        own = [r for r in ruled if r.cue and statement.cue and r.cue.overlap(statement.cue) > 0]
        yield from _parts(statement, own, free) if len(statement.content) > 1 else (statement,)


def _is_free(cue: Span, cues: Sequence[Span]) -> bool:
    return not any(cue.overlap(other) for other in cues)


def _parts(statement: Statement, own: Sequence[Statement], free: Sequence[Statement]) -> Iterator[Statement]:
    """The pieces of a statement by the cue they stand under; what no other cue takes up stays where it was."""
    current: Statement | None = None
    parts: list[tuple[Statement | None, list[Span]]] = []
    for piece in statement.content:
        if any(_takes_up(r, piece) for r in own):
            current = None
        else:
            current = next((r for r in free if _takes_up(r, piece) and not _inside(r.cue, statement)), current)
        if not parts or parts[-1][0] is not current:
            parts.append((current, []))
        parts[-1][1].append(piece)
    for other, pieces in parts:
        said = statement if other is None else _under(statement, other)
        yield replace(said, content=tuple(pieces))


def _under(statement: Statement, other: Statement) -> Statement:
    return replace(statement, speakers=other.speakers, cue=other.cue, sentence=other.sentence)


def _takes_up(ruled: Statement, piece: Span) -> bool:
    """Whether a statement of the grammar says the words with which `piece` begins."""
    return any(span.start <= piece.start + 2 < span.end and span.overlap(piece) > 0 for span in ruled.content)


def _inside(cue: Span | None, statement: Statement) -> bool:
    return cue is not None and any(piece.covers(cue) for piece in statement.content)
