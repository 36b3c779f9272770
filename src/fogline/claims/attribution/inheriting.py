"""Speakers taken over from the statement before: "X accused Y of stalling, while also suggesting that ..."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.statement import Statement
from fogline.records.sentences import Sentence

__all__ = ["with_inherited"]


def with_inherited(sentences: Sequence[Sentence], statements: Sequence[Statement]) -> list[Statement]:
    """The statements, a participle without a speaker said by who speaks before it in its sentence."""
    return [_inherited(sentences, statements, s) if s.cue and not s.speakers else s for s in statements]


def _inherited(sentences: Sequence[Sentence], statements: Sequence[Statement], statement: Statement) -> Statement:
    home = sentences[statement.sentence]
    cue = statement.cue
    if cue is None or not home.parsed or not home.start <= cue.start < home.end:
        return statement
    words = home.tokens_in(cue.start, cue.end)
    if not words or words[-1].tag != "VBG" or home.children(words[-1], "nsubj", "nsubjpass"):
        return statement
    before = [s for s in statements if s.cue and s.speakers and home.start <= s.cue.start < cue.start]
    speakers = max(before, key=lambda s: s.start).speakers if before else ()
    return replace(statement, speakers=speakers, unnamed=not speakers)
