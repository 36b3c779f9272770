"""Small changes to a marked report that keep every mark true: other quotation marks, names, line breaks."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from training.corpus import Marked, OwnMark, Spans, Statement

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

__all__ = ["Edit", "NamePool", "apply_edits", "vary"]

_WORD = re.compile(r"[A-Z][a-zà-ÿ’'-]+[a-zà-ÿ]\b")
_TITLES = frozenset("Mr Mrs Ms Dr Sir Lord Lady The And For His Her".split())


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace `start:end` of a text by `new`."""

    start: int
    end: int
    new: str


def apply_edits(report: Marked, edits: Sequence[Edit]) -> Marked:
    """The report with the edits made and every mark moved along. Edits must be sorted and must not overlap."""
    if not edits:
        return report
    out, position = [], 0
    for edit in edits:
        out += [report.text[position : edit.start], edit.new]
        position = edit.end
    out.append(report.text[position:])
    ends = [edit.end for edit in edits]
    shifts = [0, *accumulate(len(edit.new) - (edit.end - edit.start) for edit in edits)]

    def move(offset: int) -> int:
        return offset + shifts[bisect_right(ends, offset)]

    def moved(spans: Spans) -> Spans:
        return [(move(start), move(end)) for start, end in spans]

    statements = tuple(
        Statement(moved(s.speakers), moved(s.cues), moved(s.contents), s.stance, s.kind, s.status, s.opened)
        for s in report.statements
    )
    own = tuple(OwnMark(move(o.start), move(o.end), o.kind, o.status) for o in report.own)
    return Marked(report.id, "".join(out), statements, own)


class NamePool:
    """Family names that the corpus gives to its speakers, to be put in each other's place."""

    def __init__(self, reports: Sequence[Marked]) -> None:
        lower: set[str] = set()
        for report in reports:
            lower.update(re.findall(r"\b[a-z]+\b", report.text))
        names: dict[str, int] = {}
        for report in reports:
            for statement in report.statements:
                for start, end in statement.speakers:
                    for name in _WORD.findall(report.text[start:end]):
                        if name.lower() not in lower and name not in _TITLES:
                            names[name] = names.get(name, 0) + 1
        self.names = sorted(names)
        self._known = frozenset(self.names)

    def edits(self, report: Marked, share: float, rng: Random) -> list[Edit]:
        """Edits that give about `share` of the report's names another name, the same one throughout."""
        found = [match for match in _WORD.finditer(report.text) if match.group() in self._known]
        chosen = {
            name: rng.choice(self.names) for name in sorted({match.group() for match in found}) if rng.random() < share
        }
        return [Edit(m.start(), m.end(), chosen[m.group()]) for m in found if m.group() in chosen]


def _quote_edits(text: str, rng: Random) -> list[Edit]:
    """Edits that set every quotation mark in one style: straight, curly, or two single strokes."""
    style = rng.choice(("straight", "curly", "strokes", "as is", "as is"))
    if style == "as is":
        return []
    edits: list[Edit] = []
    for match in re.finditer(r"[“”\"]", text):
        before = text[match.start() - 1] if match.start() else " "
        opens = match.group() == "“" or (match.group() == '"' and (before.isspace() or before in "([—–-"))
        new = {"straight": '"', "curly": "“" if opens else "”", "strokes": "''"}[style]
        edits.append(Edit(match.start(), match.end(), new))
    apostrophe = "’" if style == "curly" else "'"
    edits += [Edit(m.start(), m.end(), apostrophe) for m in re.finditer(r"(?<=\w)[’'](?=\w)", text)]
    return sorted(edits)


def _break_edits(text: str, rng: Random) -> list[Edit]:
    """Edits that now and then glue paragraphs together or set the headline in capitals or title case."""
    edits: list[Edit] = []
    if rng.random() < 0.08:
        return [Edit(m.start(), m.end(), " ") for m in re.finditer(r"(?<=[.?!”\"])\n+(?=\S)", text)]
    first = text.find("\n")
    if 0 < first < 160 and rng.random() < 0.25:
        headline = text[:first]
        recased = rng.choice((headline.title(), headline.upper()))
        if len(recased) == len(headline):
            edits.append(Edit(0, first, recased.replace("’S", "’s").replace("'S", "'s")))
    return edits


def vary(report: Marked, names: NamePool, rng: Random) -> Marked:
    """A variant of the report, as chance has it."""
    if rng.random() < 0.6:
        report = apply_edits(report, names.edits(report, 0.6, rng))
    report = apply_edits(report, _quote_edits(report.text, rng))
    return apply_edits(report, _break_edits(report.text, rng))
