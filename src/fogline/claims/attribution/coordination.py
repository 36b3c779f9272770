"""Two propositions under one cue: "said that A and that B" is two statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from fogline.claims.statement import Statement
from fogline.records.sentences import Sentence, Token
from fogline.records.spans import Span

__all__ = ["parted"]


def parted(text: str, sentences: Sequence[Sentence], statements: Sequence[Statement]) -> Iterator[Statement]:
    """The statements, those of several that-clauses parted; each part keeps speaker and cue."""
    for statement in statements:
        sentence = sentences[statement.sentence]
        edges = list(_edges(sentence, statement)) if sentence.parsed else []
        pieces = _cut(text, statement.content, edges)
        yield from (replace(statement, content=content) for content in pieces)


def _edges(sentence: Sentence, statement: Statement) -> Iterator[tuple[int, int]]:
    """Where one that-clause ends (before "and") and the next begins."""
    for piece in statement.content:
        words = sentence.tokens_in(piece.start, piece.end)
        if not words or words[0].lower != "that":
            continue
        for before, word in pairwise(words):
            if word.lower == "that" and word.dep == "mark" and before.pos == "CCONJ" and _is_beside(sentence, word):
                yield before.start, word.start


def _is_beside(sentence: Sentence, that: Token) -> bool:
    """Whether the clause of `that` is coordinated with the clause before it."""
    return sentence.head(that).dep == "conj"


def _cut(text: str, content: tuple[Span, ...], edges: Sequence[tuple[int, int]]) -> list[tuple[Span, ...]]:
    parts: list[list[Span]] = [[]]
    for span in content:
        low = span.start
        for end, start in edges:
            if low < end and start < span.end:
                parts[-1].append(Span.of(text, low, end))
                parts.append([])
                low = start
        parts[-1].append(Span.of(text, low, span.end))
    return [tuple(part) for part in parts]
