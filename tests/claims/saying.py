"""Statements made by hand for the tests of what is done to them after reading."""

from __future__ import annotations

from fogline.claims.attribution.cues import load_cues
from fogline.claims.statement import Statement
from fogline.records.claims import Stance
from fogline.records.spans import Span

__all__ = ["CUES", "span", "statement"]

CUES = load_cues()


def span(text: str, words: str) -> Span:
    """Where words stand in a text for the first time."""
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def statement(text: str, who: str, cue: str, said: str, stance: Stance = "asserts") -> Statement:
    """A statement of the first sentence, read without a doubt."""
    return Statement(0, (span(text, who),), span(text, cue), (span(text, said),), stance, score=0.9)
