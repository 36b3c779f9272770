"""Events under one cue: "said that the town fell and that the bridge was mined" is two statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from fogline.claims.events.describing import outlined
from fogline.claims.events.wartime import speaks_of_war
from fogline.claims.statement import Statement
from fogline.records.claims import Kind
from fogline.records.sentences import Sentence, Token
from fogline.records.spans import Span

__all__ = ["parted"]

EVENTS: frozenset[Kind] = frozenset(
    {"control", "movement", "clash", "attack", "casualties", "damage", "deployment", "detention", "clearance", "aid"}
)


def parted(text: str, sentences: Sequence[Sentence], statements: Sequence[Statement]) -> Iterator[Statement]:
    """The statements, those of several that-clauses parted where one tells an event or a number.

    Each part has the speaker and cue. Events are compared one by one; opinions stay with the clause before them.
    """
    for statement in statements:
        sentence = sentences[statement.sentence]
        edges = _edges(sentences, statement) if sentence.parsed else []
        if not edges:
            yield statement
            continue
        pieces = _cut(text, statement.content, edges)
        whole = Span.of(text, statement.start, statement.end) if len(pieces) > 1 else statement.whole
        yield from (replace(statement, content=content, whole=whole) for content in pieces)


def _edges(sentences: Sequence[Sentence], statement: Statement) -> list[tuple[int, int]]:
    """Where one that-clause ends (before "and") and the next begins."""
    sentence = sentences[statement.sentence]
    edges: list[tuple[int, int]] = []
    for piece in statement.content:
        found = list(_conjunctions(sentence, piece))
        if not found:  # nearly always; what follows is dear
            continue
        starts, ends = [piece.start, *(start for _, start in found)], [*(end for end, _ in found), piece.end]
        clauses = list(zip(starts, ends, strict=True))
        at_war = speaks_of_war(sentences)
        told = any(_is_event(sentence, start, end, at_war) for start, end in clauses)
        if told or any(token.pos == "NUM" for clause in clauses for token in sentence.tokens_in(*clause)):
            edges += found
    return edges


def _conjunctions(sentence: Sentence, piece: Span) -> Iterator[tuple[int, int]]:
    words = sentence.tokens_in(piece.start, piece.end)
    inside = {word.i for word in words}
    for before, word in pairwise(words):
        joined = before.pos == "CCONJ" or before.text == ","
        if joined and word.lower == "that" and word.dep == "mark" and _is_beside(sentence, word, inside):
            yield before.start, word.start


def _is_event(sentence: Sentence, start: int, end: int, at_war: bool) -> bool:
    return outlined(sentence, (Span(start, end, ""),), (), at_war=at_war).kind in EVENTS


def _is_beside(sentence: Sentence, that: Token, inside: Set[int]) -> bool:
    """Whether the clause of `that` is coordinated with the first clause of the words, with or without a "that"."""
    clause = sentence.head(that)
    clause = sentence.head(clause) if clause.dep in ("aux", "auxpass") else clause
    if clause.dep != "conj":
        return False
    while clause.dep == "conj" and clause.head in inside:
        clause = sentence.head(clause)
    return clause.head not in inside or any(mark.lower == "that" for mark in sentence.children(clause, "mark"))


def _cut(text: str, content: tuple[Span, ...], edges: Sequence[tuple[int, int]]) -> list[tuple[Span, ...]]:
    parts: list[list[Span]] = [[]]
    for span in content:
        low = span.start
        for end, start in edges:
            if low < end and start < span.end:
                parts[-1].append(Span.of(text, low, low + len(text[low:end].rstrip(" ,;"))))
                parts.append([])
                low = start
        parts[-1].append(Span.of(text, low, span.end))
    return [tuple(part) for part in parts]
