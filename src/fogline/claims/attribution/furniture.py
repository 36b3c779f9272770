"""Lines that are no part of a sentence: datelines, bylines, and a headline above the words below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.statement import Statement
from fogline.records.sentences import Sentence, sentence_at
from fogline.records.spans import Span

__all__ = ["without_furniture"]

LINES = ("dateline", "byline", "headline")
LOOSE = " \t\r\n–—-"


def without_furniture(text: str, sentences: Sequence[Sentence], statements: Sequence[Statement]) -> list[Statement]:
    """The statements without the datelines, bylines and headlines that their words run into; those of a headline stay.

    A trained reader marks words of the running text and does not see where a line ends.
    """
    lines = [sentence for sentence in sentences if sentence.role in LINES]
    return [_without(text, lines, sentences, s) for s in statements] if lines else list(statements)


def _without(text: str, lines: Sequence[Sentence], sentences: Sequence[Sentence], statement: Statement) -> Statement:
    last = statement.content[-1]
    ending = sentence_at(sentences, last.end - 1)
    below = ending.paragraph if ending else -1
    met = [one for one in lines if one.start < last.end and statement.start < one.end < last.end]
    met = [one for one in met if one.role != "headline" or one.paragraph != below]
    if not met:
        return statement
    content = statement.content
    for line in met:
        content = tuple(part for piece in content for part in _less(text, piece, line))
    home = sentence_at(sentences, content[0].start) if content else None
    return replace(statement, content=content, sentence=home.index) if home else statement


def _less(text: str, piece: Span, line: Sentence) -> list[Span]:
    """A piece without the line and the dash behind it."""
    if piece.end <= line.start or line.end <= piece.start:
        return [piece]
    before, behind = (piece.start, min(piece.end, line.start)), (max(piece.start, line.end), piece.end)
    return [part for low, high in (before, behind) for part in _trimmed(text, low, high)]


def _trimmed(text: str, low: int, high: int) -> list[Span]:
    while low < high and text[low] in LOOSE:
        low += 1
    while low < high and text[high - 1] in LOOSE:
        high -= 1
    return [Span.of(text, low, high)] if low < high else []
