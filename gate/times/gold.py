"""Reading the marked sentences of `gold.txt` and comparing what is found with them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from fogline.mentions.times.finder import find_times
from fogline.records.documents import Document
from fogline.records.mentions import TimeMention
from fogline.records.sentences import Sentence

__all__ = ["Line", "Mark", "differences", "read_lines"]

_MARK = re.compile(r"\{([^{}=]+) = ([^{}]+)\}")
_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?!\s+[A-Z])[^.!?]*)*[.!?]?\s*")


@dataclass(frozen=True, slots=True)
class Mark:
    """An expression as it should be found; `earliest` and `latest` are "" where the line does not give days."""

    start: int
    text: str
    timex: str
    days: tuple[str | None, str | None] | None
    kind: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """A text, its day of publication and the expressions in it."""

    published_at: str | None
    text: str
    marks: tuple[Mark, ...]


def read_lines(path: Path) -> list[Line]:
    """The lines of the file without comments."""
    rows = [row for row in path.read_text(encoding="utf-8").splitlines() if row and not row.startswith("#")]
    return [_line(row) for row in rows]


def _line(row: str) -> Line:
    day, marked = row.split("\t", 1)
    text, marks, last = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        marks.append(_mark(len(text), match[1], match[2]))
        text += match[1]
        last = match.end()
    return Line(None if day == "----" else day, text + marked[last:], tuple(marks))


def _mark(start: int, words: str, value: str) -> Mark:
    value, _, kind = value.partition("!")
    timex, _, days = value.partition(" : ")
    bounds = None
    if days:
        earliest, _, latest = days.strip().partition("..")
        bounds = (earliest or None, latest or None)
    return Mark(start, words, timex.strip(), bounds, kind.strip() or None)


def differences(line: Line) -> list[str]:
    """What is missing, wrong or too much, in words."""
    document = Document("gold", "gold", "gold", line.text, "", published_at=line.published_at)
    found = {mention.span.start: mention for mention in find_times(document, _sentences(line.text))}
    wrong = []
    for mark in line.marks:
        mention = found.pop(mark.start, None)
        if mention is None or mention.span.text != mark.text:
            wrong.append(f"{mark.text!r} missing, got {mention.span.text if mention else None!r}")
        elif (fault := _fault(mention, mark)) is not None:
            wrong.append(f"{mark.text!r}: {fault}")
    return wrong + [f"{mention.span.text!r} ({mention.time.timex}) too much" for mention in found.values()]


def _fault(mention: TimeMention, mark: Mark) -> str | None:
    time = mention.time
    if time.timex != mark.timex:
        return f"value {time.timex}, not {mark.timex}"
    if mark.days is not None and (time.earliest, time.latest) != mark.days:
        return f"days {time.earliest}..{time.latest}"
    kind = "SET" if time.is_set else "DURATION" if time.is_duration and mark.kind == "DURATION" else time.modifier
    return f"kind {kind}, not {mark.kind}" if mark.kind is not None and kind != mark.kind else None


def _sentences(text: str) -> list[Sentence]:
    pieces = list(_SENTENCE.finditer(text))
    return [Sentence(i, 0, piece.start(), piece.end(), piece[0]) for i, piece in enumerate(pieces)]
