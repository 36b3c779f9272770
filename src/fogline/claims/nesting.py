"""Statements inside statements."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.claims.attribution.cues import load_cues
from fogline.claims.statement import Statement

__all__ = ["encloses", "enclosing"]

ANSWERS = ("denies", "declines", "unconfirmed", "doubts")


def enclosing(statements: Sequence[Statement]) -> list[tuple[int, ...]]:
    """For each statement the indices of those whose content holds it with its cue and speaker, outermost first."""
    chains: list[tuple[int, ...]] = []
    for inner in statements:
        outer = [i for i, other in enumerate(statements) if other is not inner and encloses(statements, other, inner)]
        chains.append(tuple(sorted(outer, key=lambda i: -_length(statements[i]))))
    return chains


def encloses(statements: Sequence[Statement], outer: Statement, inner: Statement) -> bool:
    """Whether `outer` holds `inner` with its cue and speaker, or says it, or holds what says it."""
    if inner.under is None:
        return _holds(outer, inner) and not _is_answered(outer, inner)
    said = [other for other in statements if other.under is None and other.cue == inner.under]
    return outer in said or any(_holds(outer, other) for other in said)


def _is_answered(outer: Statement, inner: Statement) -> bool:
    """Whether `outer` only answers a claim: in "Lee rejected Roe's claim that P" Roe speaks for himself."""
    noun = inner.cue.text.lower() if inner.cue else ""
    return outer.stance in ANSWERS and {noun, noun.removesuffix("s")} & load_cues().nouns.keys() != set()


def _holds(outer: Statement, inner: Statement) -> bool:
    named = bool(inner.speakers or inner.cue)
    if not named or inner.start < outer.start or inner.end > outer.end:
        return False
    parts = [*inner.content, *inner.speakers, *([inner.cue] if inner.cue else [])]
    whole = all(any(piece.covers(part) for piece in outer.content) for part in parts)
    return whole and _length(outer) > _length(inner)


def _length(statement: Statement) -> int:
    return sum(piece.end - piece.start for piece in statement.content)
