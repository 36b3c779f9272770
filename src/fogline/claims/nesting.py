"""Statements inside statements."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.claims.statement import Statement

__all__ = ["enclosing"]


def enclosing(statements: Sequence[Statement]) -> list[tuple[int, ...]]:
    """For each statement the indices of those whose content holds it with its cue and speaker, outermost first."""
    chains: list[tuple[int, ...]] = []
    for inner in statements:
        outer = [i for i, other in enumerate(statements) if other is not inner and _holds(other, inner)]
        chains.append(tuple(sorted(outer, key=lambda i: -_length(statements[i]))))
    return chains


def _holds(outer: Statement, inner: Statement) -> bool:
    parts = [*inner.content, *inner.speakers, *([inner.cue] if inner.cue else [])]
    named = bool(inner.speakers or inner.cue)
    whole = all(any(piece.covers(part) for piece in outer.content) for part in parts)
    return named and whole and _length(outer) > _length(inner)


def _length(statement: Statement) -> int:
    return sum(piece.end - piece.start for piece in statement.content)
