"""One statement read twice: the same words again under the same cue, under another, or as a part of themselves."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.claims.attribution.headlines import is_headline_mark
from fogline.claims.statement import Statement
from fogline.records.spans import Span

__all__ = ["without_repeats"]

ANSWERS = {"denies", "declines", "unconfirmed", "doubts"}  # the same words, answered
LINKING = frozenset(
    "that which who as a an the claim claims charge charges accusation accusations allegation allegations".split()
)
COVERED = 0.9  # share of a statement's words from which it says nothing that the other does not


def without_repeats(statements: Sequence[Statement]) -> list[Statement]:
    """The statements less those that say again what another says, in their order.

    A statement inside another stays where it is somebody else's: its cue and its speaker are then part of the words
    of the outer one ("said that the ministry denied it").
    """
    statements = [s for statement in statements if (s := _full(statement, statements))]
    ranked = sorted(range(len(statements)), key=lambda i: (_rank(statements[i]), i))
    kept: list[int] = []
    for i in ranked:
        near = [k for k in kept if _near(statements[k], statements[i])]
        if not any(_repeats(statements[i], statements[k]) for k in near):
            kept.append(i)
    return [statements[i] for i in sorted(kept)]


def _rank(statement: Statement) -> tuple[bool, int, float]:
    """Which of two readings stands: the one with speaker and cue, with more words, of the surer reader."""
    return not (statement.speakers and statement.cue), -_length(statement), -statement.score


def _near(one: Statement, other: Statement) -> bool:
    return one.start < other.end and other.start < one.end


def _repeats(inner: Statement, outer: Statement) -> bool:
    """Whether `inner` says nothing of its own beside `outer`."""
    shared = sum(a.overlap(b) for a in inner.content for b in outer.content)
    if inner.stance != outer.stance and {inner.stance, outer.stance} & ANSWERS and not _same_speaker(inner, outer):
        return False
    return shared >= COVERED * _length(inner) and not _is_nested(inner, outer)


def _full(statement: Statement, statements: Sequence[Statement]) -> Statement | None:
    """The statement less the pieces that only say that another speaks: "claims that Kyiv has denied"."""
    others = [other for other in statements if other is not statement]
    content = tuple(piece for piece in statement.content if not any(_is_hollow(piece, other) for other in others))
    return statement.saying(content) if content else None


def _is_hollow(piece: Span, other: Statement) -> bool:
    named = [*other.speakers, *([other.cue] if other.cue else [])]
    taken = sum(len(word) for span in named if piece.covers(span) for word in span.text.split())
    if not taken:
        return False
    return taken >= COVERED * sum(len(word) for word in piece.text.split() if word.lower() not in LINKING)


def _same_speaker(one: Statement, other: Statement) -> bool:
    return any(a.overlap(b) for a in one.speakers for b in other.speakers) or one.speakers == other.speakers


def _is_nested(inner: Statement, outer: Statement) -> bool:
    """Whether somebody speaks inside what the outer speaker says."""
    if inner.cue is None or is_headline_mark(inner.cue) or not _inside(inner.cue, outer):
        return False
    return not inner.speakers or all(_inside(speaker, outer) for speaker in inner.speakers)


def _inside(span: Span, statement: Statement) -> bool:
    return any(piece.covers(span) for piece in statement.content)


def _length(statement: Statement) -> int:
    return sum(piece.end - piece.start for piece in statement.content)
