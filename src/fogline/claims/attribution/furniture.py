"""Lines that are no part of a sentence: datelines, bylines, and a headline above the words below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.attribution.forms.scene import less
from fogline.claims.statement import Statement
from fogline.records.sentences import Sentence, sentence_at

__all__ = ["without_furniture"]

LINES = ("dateline", "byline", "headline", "stamp", "label")


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
        content = tuple(part for piece in content for part in less(text, piece, line.start, line.end))
    home = sentence_at(sentences, content[0].start) if content else None
    return replace(statement, content=content, sentence=home.index) if home else statement
