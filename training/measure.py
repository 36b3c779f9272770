"""Figures of the tagger alone, against marked reports or gold in the form of score_attribution.py.

`python -m training.measure [GOLD.jsonl] [--every N] [--misses N] [--record NAME]`; without a file, on the held-out part
of the corpus. `--record` writes the figures into reader.json under that name.
"""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from fogline.claims.tagger import Piece, Tagged, Tagger
from training.corpus import is_held_out, read_corpus
from training.export import READER

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Figures", "GoldReport", "GoldStatement", "held_out", "main", "score"]

Spans = list[tuple[int, int]]
THRESHOLDS = (0.3, 0.8)


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """A statement as people marked it; stance, kind and status are empty where the gold has none."""

    speakers: Spans
    cues: Spans
    contents: Spans
    names: tuple[str, str, str] = ("", "", "")


@dataclass(frozen=True, slots=True)
class GoldReport:
    """A report with its statements and own-voice events."""

    id: str
    text: str
    statements: list[GoldStatement]
    own: Spans = field(default_factory=list)


@dataclass(slots=True)
class Figures:
    """Counts that make up the figures, summed over reports."""

    gold: int = 0
    found: int = 0
    right: dict[float, int] = field(default_factory=lambda: dict.fromkeys(THRESHOLDS, 0))
    speakers: dict[float, list[bool]] = field(default_factory=lambda: {t: [] for t in THRESHOLDS})
    cues: dict[float, list[bool]] = field(default_factory=lambda: {t: [] for t in THRESHOLDS})
    names: list[tuple[bool, bool, bool]] = field(default_factory=list)
    own: list[int] = field(default_factory=lambda: [0, 0, 0])

    def summary(self) -> dict[str, float]:
        """Precision, recall, F1, speaker and cue overlap at both thresholds; stance, kind, status, own voice."""
        out: dict[str, float] = {"gold": self.gold, "found": self.found}
        for t in THRESHOLDS:
            p, r = self.right[t] / max(1, self.found), self.right[t] / max(1, self.gold)
            out |= {f"P{t}": p, f"R{t}": r, f"F{t}": 2 * p * r / max(1e-9, p + r)}
            out |= {f"speaker{t}": _share(self.speakers[t]), f"cue{t}": _share(self.cues[t])}
        for index, name in enumerate(("stance", "kind", "status")):
            if self.names:
                out[name] = _share([row[index] for row in self.names])
        if self.own[0]:
            out |= {"own_R": self.own[2] / self.own[0], "own_P": self.own[2] / max(1, self.own[1])}
        return {name: round(value, 3) for name, value in out.items()}


def _share(rights: Sequence[bool]) -> float:
    return sum(rights) / max(1, len(rights))


def _characters(spans: Iterable[tuple[int, int]]) -> set[int]:
    return {c for start, end in spans for c in range(start, end)}


def _of(pieces: Iterable[Piece]) -> set[int]:
    return _characters((p.start, p.end) for p in pieces)


def score(report: GoldReport, tagged: Tagged, figures: Figures) -> tuple[list[int], list[int]]:
    """Add one report to the figures; gives which gold statements were missed and which found ones are extra."""
    found = [s for s in tagged.statements if s.speakers or s.cues]
    contents, gold = [_of(s.contents) for s in found], [_characters(s.contents) for s in report.statements]
    figures.gold += len(gold)
    figures.found += len(found)
    pairs = sorted(
        ((len(p & g) / len(p | g), i, j) for i, p in enumerate(contents) for j, g in enumerate(gold) if p & g),
        reverse=True,
    )
    matched: dict[float, dict[int, int]] = {}
    for t in THRESHOLDS:
        matched[t] = {}
        taken: set[int] = set()
        for value, i, j in pairs:
            if value >= t and i not in taken and j not in matched[t]:
                matched[t][j] = i
                taken.add(i)
        figures.right[t] += len(matched[t])
        for j, i in matched[t].items():
            _score_parts(report.statements[j], found[i].speakers, found[i].cues, figures, t)
    for j, i in matched[0.3].items():
        names = (found[i].stance.best, found[i].kind.best, found[i].status.best)
        if report.statements[j].names[0]:
            a, b, c = (x == y for x, y in zip(names, report.statements[j].names, strict=True))
            figures.names.append((a, b, c))
    _score_own(report, tagged, figures)
    missed = [j for j in range(len(gold)) if j not in matched[0.3]]
    extra = [i for i in range(len(found)) if i not in matched[0.3].values()]
    return missed, extra


def _score_parts(
    gold: GoldStatement, speakers: Sequence[Piece], cues: Sequence[Piece], figures: Figures, threshold: float
) -> None:
    if gold.speakers:  # the public scorer looks at the first speaker alone
        figures.speakers[threshold].append(bool(_of(speakers[:1]) & _characters(gold.speakers)))
    if gold.cues:
        figures.cues[threshold].append(bool(_of(cues[:1]) & _characters(gold.cues)))


def _score_own(report: GoldReport, tagged: Tagged, figures: Figures) -> None:
    gold = [_characters([span]) for span in report.own]
    found = [_of([event.piece]) for event in tagged.own]
    right = sum(any(len(g & f) / len(g | f) >= 0.3 for f in found) for g in gold)
    figures.own = [a + b for a, b in zip(figures.own, (len(gold), len(found), right), strict=True)]


def held_out() -> list[GoldReport]:
    """The reports of the corpus that are kept to measure on."""
    reports = []
    for report in filter(is_held_out, read_corpus()):
        statements = [
            GoldStatement(s.speakers, s.cues, s.contents, (s.stance, s.kind, s.status)) for s in report.statements
        ]
        reports.append(GoldReport(report.id, report.text, statements, [(o.start, o.end) for o in report.own]))
    return reports


def read_gold(path: Path) -> list[GoldReport]:
    """Gold rows: id, text, attributions [{source, cue, content}]."""
    reports = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        statements = [
            GoldStatement(*([(s, e) for s, e in a[k]] for k in ("source", "cue", "content")))
            for a in row["attributions"]
        ]
        reports.append(GoldReport(row["id"], row["text"], statements))
    return reports


def _show(report: GoldReport, tagged: Tagged, missed: list[int], extra: list[int]) -> None:
    text = report.text
    found = [s for s in tagged.statements if s.speakers or s.cues]
    for j in missed:
        s = report.statements[j]
        print(
            "MISSED", *(" … ".join(text[a:b] for a, b in x)[:160] for x in (s.speakers, s.cues, s.contents)), sep=" | "
        )
    for i in extra:
        t = found[i]
        parts = (t.speakers, t.cues, t.contents)
        print("EXTRA", *(" … ".join(text[p.start : p.end] for p in x)[:160] for x in parts), sep=" | ")


def _record(name: str, summary: dict[str, float]) -> None:
    path = READER / "reader.json"
    facts = json.loads(path.read_text(encoding="utf-8"))
    facts["figures"][name] = summary
    path.write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Print the figures as one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="?")
    parser.add_argument("--every", type=int, default=1, help="read only each N-th report")
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--record", metavar="NAME")
    options = parser.parse_args()
    reports = read_gold(options.gold) if options.gold else held_out()
    reports = reports[:: options.every]
    tagger, figures, shown = Tagger.load(), Figures(), 0
    began = time.process_time()
    found = tagger.read_many([report.text for report in reports])
    seconds = time.process_time() - began
    for report, tagged in zip(reports, found, strict=True):
        missed, extra = score(report, tagged, figures)
        if shown < options.misses:
            shown += len(missed) + len(extra)
            _show(report, tagged, missed, extra)
    words = sum(len(report.text.split()) for report in reports)
    summary = figures.summary() | {"words_per_second": round(words / max(seconds, 1e-9))}
    print(json.dumps(summary))
    if options.record:
        _record(options.record, summary)


if __name__ == "__main__":
    main()
