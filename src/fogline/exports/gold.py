"""A reviewed report in the mark-up of the training corpus, which the gate measures readers against.

The form is that of training/corpus/GUIDE.md: `<s1>` who speaks, `<q1>` the cue, `<c1 STANCE KIND STATUS>` the content,
`<o KIND STATUS>` what the report says itself. What is lost: places, times, numbers, resolved names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from fogline.errors import ItemError
from fogline.records.claims import Claim
from fogline.records.documents import Document
from fogline.records.spans import Span

__all__ = ["marked_report"]

MARK = re.compile(r"</?[sqco][\d,]*(?: [a-z]+)*>")
BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Mark:
    """One stretch of text with its letter, the numbers of its statements, and the words of its first tag."""

    start: int
    end: int
    letter: str
    numbers: tuple[int, ...]
    words: str = ""

    @property
    def name(self) -> str:
        return self.letter + ",".join(map(str, self.numbers))


def marked_report(document: Document, claims: Iterable[Claim]) -> str:
    """The report with its claims marked. Raises ItemError (`malformed`) where its text holds such marks itself."""
    if MARK.search(document.text):
        raise ItemError("malformed", f"{document.name} holds text that looks like a mark")
    marks = _nested([*_own(claims), *_spoken(claims)])
    about = {
        "id": _line(document.name),
        "genre": "reviewed report",
        "published": (document.published_at or "unknown")[:10],
        "publisher": _line(document.publisher or "unknown"),
    }
    head = "\n".join(f"# {key}: {value}" for key, value in about.items())
    return f"{head}\n\n{_written(document.text, marks)}"


def _line(text: str) -> str:
    return BLANK.sub(" ", text).strip()


def _own(claims: Iterable[Claim]) -> list[_Mark]:
    """What the report says itself: the longest piece of each claim."""
    longest = ((c, max(c.evidence, key=lambda span: span.end - span.start)) for c in claims if c.speaker is None)
    return [_Mark(span.start, span.end, "o", (), f" {claim.kind} {claim.status}") for claim, span in longest]


def _spoken(claims: Iterable[Claim]) -> list[_Mark]:
    """Speakers and cues, shared ones once with all their numbers, and contents."""
    shared: dict[tuple[str, Span], list[int]] = {}
    contents: list[_Mark] = []
    spoken = sorted((claim for claim in claims if claim.speaker), key=lambda claim: (claim.start, claim.id))
    for number, claim in enumerate(spoken, 1):
        spans = [("s", one.span) for one in claim.speakers if one.span] + ([("q", claim.cue)] if claim.cue else [])
        for letter, span in dict.fromkeys(spans):
            shared.setdefault((letter, span), []).append(number)
        words = f" {claim.stance} {claim.kind} {claim.status}"
        for span in sorted(claim.evidence):
            contents.append(_Mark(span.start, span.end, "c", (number,), words))
            words = ""
    return [_Mark(span.start, span.end, letter, tuple(n)) for (letter, span), n in shared.items()] + contents


def _nested(marks: Sequence[_Mark]) -> list[_Mark]:
    """The marks cut where they would cross; those in the report's own voice come first, for they stand in one piece."""
    placed: list[_Mark] = []
    for mark in sorted(marks, key=lambda one: (one.letter != "o", one.start - one.end, one.start, one.name)):
        pieces = [mark]
        for other in placed:
            pieces = [part for piece in pieces for part in _cut(piece, other)]
        if mark.letter == "o":
            pieces = [max(pieces, key=lambda part: part.end - part.start)]
        placed += pieces
    return placed


def _cut(mark: _Mark, other: _Mark) -> list[_Mark]:
    """The mark in two where an edge of `other` lies inside it and the other edge outside."""
    inside = [at for at in (other.start, other.end) if mark.start < at < mark.end]
    if len(inside) != 1:
        return [mark]
    rest = replace(mark, start=inside[0], words=mark.words if mark.letter == "o" else "")
    return [replace(mark, end=inside[0]), rest]


def _written(text: str, marks: Sequence[_Mark]) -> str:
    """The text with the marks in it: what ends comes before what begins, the longer stretch outside."""
    tags = [(mark.start, 1, mark.start - mark.end, at, f"<{mark.name}{mark.words}>") for at, mark in enumerate(marks)]
    tags += [(mark.end, 0, mark.end - mark.start, -at, f"</{mark.name}>") for at, mark in enumerate(marks)]
    parts, written = [], 0
    for at, _, _, _, tag in sorted(tags):
        parts += [text[written:at], tag]
        written = at
    return "".join([*parts, text[written:]])
