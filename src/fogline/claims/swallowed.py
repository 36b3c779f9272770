"""What somebody else does, swallowed by what he answers: "rejected the claim that P [and called for calm]"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.statement import Statement
from fogline.records.sentences import Sentence
from fogline.records.spans import Span

__all__ = ["without_swallowed"]

LINK = re.compile(r"[\s,;]+(?:and|but|while|then)(?:\s+(?:also|then|again|later|has|have|had))?\s*$", re.IGNORECASE)


def without_swallowed(text: str, sentences: Sequence[Sentence], spoken: Sequence[Statement]) -> list[Statement]:
    """The statements, each ending before an "and" with which one who stands before its words goes on to speak."""
    return [_cut(text, sentences, one, spoken) for one in spoken]


def _cut(text: str, sentences: Sequence[Sentence], one: Statement, spoken: Sequence[Statement]) -> Statement:
    last = one.content[-1]
    home = sentences[one.sentence]
    ends = [
        last.start + link.start()
        for other in spoken
        if other.cue is not None
        and other is not one
        and home.start <= other.cue.start < home.end
        and last.start < other.cue.start < last.end
        and _goes_on(one, other)
        and (link := LINK.search(text[last.start : other.cue.start])) is not None
    ]
    end = min(ends, default=last.end)
    if end <= last.start or not any(char.isalnum() for char in text[last.start : end]):
        return one
    return one if end == last.end else replace(one, content=(*one.content[:-1], Span.of(text, last.start, end)))


def _goes_on(one: Statement, other: Statement) -> bool:
    """Whether the other speaks behind his cue, and is named before the words that swallow it."""
    if other.cue is None or not other.speakers or other.start < other.cue.end:
        return False
    before = min(one.content[0].start, one.cue.start if one.cue else one.content[0].start)
    named = all(speaker.end <= before for speaker in other.speakers)
    return named or (bool(one.speakers) and other.speakers == one.speakers and one.speakers[0].end <= one.start)
