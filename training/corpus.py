"""Marked-up reports of the corpus -> plain text with statements and own-voice events."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["CORPUS", "Marked", "OwnMark", "Statement", "is_held_out", "read_corpus", "read_marked"]

CORPUS = Path(__file__).parent / "corpus"
Spans = list[tuple[int, int]]
_TAG = re.compile(r"<(/?)([sqco])([\d,]*)((?: [a-z]+)*)>")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s$")
_QUOTE = re.compile(r"[“”\"]|['’]$")
_ROLES = {"s": "speakers", "q": "cues", "c": "contents"}


@dataclass(slots=True)
class Statement:
    """One marked statement: spans in the plain text, and what kind of statement it is. `opened` orders the marks."""

    speakers: Spans = field(default_factory=list)
    cues: Spans = field(default_factory=list)
    contents: Spans = field(default_factory=list)
    stance: str = ""
    kind: str = ""
    status: str = ""
    opened: int = 0

    @property
    def extent(self) -> tuple[int, int]:
        """From the first content word to the last."""
        return min(s for s, _ in self.contents), max(e for _, e in self.contents)


@dataclass(frozen=True, slots=True)
class OwnMark:
    """An event the report states in its own voice."""

    start: int
    end: int
    kind: str
    status: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A report of the corpus: its plain text and what is marked in it."""

    id: str
    text: str
    statements: tuple[Statement, ...]
    own: tuple[OwnMark, ...]


def read_marked(raw: str, name: str) -> Marked:
    """A marked-up report; `name` is used where it carries no id. The form is that of corpus/GUIDE.md."""
    head, _, body = raw.partition("\n\n")
    meta = dict(re.findall(r"^# (\w+): (.*)$", head, re.M))
    statements: dict[int, Statement] = {}
    own: list[OwnMark] = []
    open_marks: list[tuple[str, list[str], int]] = []
    text, position = "", 0
    for tag in _TAG.finditer(body):
        text += body[position : tag.start()]
        position = tag.end()
        closing, letter, numbers, words = tag.groups()
        if not closing:
            open_marks.append((numbers, words.split(), len(text)))
            if letter == "c":
                _open_content(statements, numbers, words.split(), len(open_marks) + 1000 * len(text))
            continue
        _, opened_words, start = open_marks.pop()
        end = start + _kept(text[start:], letter)
        if letter == "o":
            own.append(OwnMark(start, end, opened_words[0], opened_words[1]))
            continue
        for number in numbers.split(","):
            statement = statements.setdefault(int(number), Statement())
            getattr(statement, _ROLES[letter]).append((start, end))
    text += body[position:]
    kept = tuple(statements[n] for n in sorted(statements) if statements[n].contents)
    return Marked(meta.get("id", name), text, kept, tuple(own))


def _kept(words: str, letter: str) -> int:
    """How much of a marked piece is kept: writers differ on commas, full stops and possessive 's at its end."""
    if letter == "s":
        return len(_POSSESSIVE.sub("", words.rstrip(" ,;:")))
    if letter in "co" and not _QUOTE.search(words):
        return len(words.rstrip(" ,;:."))
    return len(words)


def _open_content(statements: dict[int, Statement], numbers: str, words: list[str], order: int) -> None:
    for number in numbers.split(","):
        statement = statements.setdefault(int(number), Statement())
        statement.opened = statement.opened or order
        if words:
            statement.stance, statement.kind, statement.status = words


def read_corpus(folder: Path = CORPUS) -> list[Marked]:
    """Every report of the corpus, in the order of the file names."""
    return [read_marked(p.read_text(encoding="utf-8"), p.stem) for p in sorted(folder.rglob("*.txt"))]


def is_held_out(report: Marked) -> bool:
    """Whether a report is kept from training to measure on: the ids whose digits end in 7, about one in ten."""
    digits = re.findall(r"\d+", report.id)
    return bool(digits) and digits[-1].endswith("7")
