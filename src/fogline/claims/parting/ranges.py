"""Runs of tokens as pieces of a report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fogline.records.sentences import Sentence, Token
from fogline.records.spans import Span

__all__ = ["Range", "pieces_of"]

Range = tuple[int, int]  # from a token up to but not including another


def pieces_of(text: str, sentence: Sentence, ranges: Iterable[Range], said: Sequence[Token]) -> tuple[Span, ...]:
    """The words of the ranges as spans in the order of the text, without those that are not `said`."""
    wanted = sorted({i for low, high in ranges for i in range(low, high)} & {token.i for token in said})
    runs: list[list[int]] = []
    for i in wanted:
        if runs and i == runs[-1][-1] + 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    runs = [_bared(sentence, run) for run in runs if _tells(sentence, run)]
    spans = [(sentence.tokens[run[0]].start, sentence.tokens[run[-1]].end) for run in runs]
    return tuple(Span.of(text, start, end) for start, end in spans)


def _tells(sentence: Sentence, run: Sequence[int]) -> bool:
    return any(char.isalnum() for i in run for char in sentence.tokens[i].text)


def _bared(sentence: Sentence, run: list[int]) -> list[int]:
    """The run without a comma at its ends."""
    while sentence.tokens[run[0]].text in (",", ";"):
        run = run[1:]
    while sentence.tokens[run[-1]].text in (",", ";"):
        run = run[:-1]
    return run
