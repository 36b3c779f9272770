"""A reviewed report is written as gold, and read back it is the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from gate.marked import gold_reports, read_gold, score
from hypothesis import given
from hypothesis import strategies as st
from training.check import faults
from training.corpus import read_marked
from typer.testing import CliRunner

from fogline.cli.app import app
from fogline.config import ReadingOptions
from fogline.errors import ItemError
from fogline.exports.gold import marked_report
from fogline.ledger.rows import Review
from fogline.records.claims import Claim, Speaker
from fogline.records.documents import Document
from fogline.records.spans import Span
from fogline.workspace import Workspace

TEXT = "Mayor Ada Brandt said the mill burned and nobody was hurt while the river rose past the lower bridge"
WORD_EDGES = [0, *(at + 1 for at, letter in enumerate(TEXT) if letter == " ")]
REPORT = (
    "Colonel Idris Bello said on Friday that government forces had retaken the bridge at Maiduguri. He added that "
    "14 rebels were killed. The rebels denied that they had lost the bridge."
)


def document(text: str) -> Document:
    return Document("d-1", "mill.txt", "mill.txt", text, "x", published_at="2025-03-16", published_basis="given")


def claim(number: int, speaker: Span | None, *evidence: Span) -> Claim:
    who = Speaker("Ada Brandt", "person", None, speaker) if speaker else None
    whole = Span(0, len(TEXT), TEXT)
    return Claim(
        *(
            f"c-{number}",
            "d-1",
            whole,
            0,
            tuple(sorted(evidence)),
            who,
            None,
            "asserts",
            "damage",
            "actual",
            "o-1",
            "x",
        ),
        speakers=(who,) if who else (),
    )


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start, end = sorted(draw(st.lists(st.sampled_from(range(len(WORD_EDGES))), min_size=2, max_size=2, unique=True)))
    return Span.of(TEXT, WORD_EDGES[start], WORD_EDGES[end])


def covered(pieces: list[tuple[int, int]]) -> set[int]:
    return {at for start, end in pieces for at in range(start, end) if TEXT[at] != " "}


@given(st.lists(st.tuples(spans(), spans()), min_size=1, max_size=5))
def test_whatever_overlaps_is_read_back_as_it_was(pairs: list[tuple[Span, Span]]) -> None:
    claims = [claim(number, speaker, content) for number, (speaker, content) in enumerate(pairs)]
    raw = marked_report(document(TEXT), claims)
    marked = read_marked(raw, "mill")
    assert marked.text == TEXT
    found = sorted((sorted(covered(one.contents)), sorted(covered(one.speakers))) for one in marked.statements)
    assert found == sorted((sorted(covered([(c.start, c.end)])), sorted(covered([(s.start, s.end)]))) for s, c in pairs)
    assert {(one.stance, one.kind, one.status) for one in marked.statements} == {("asserts", "damage", "actual")}


def test_what_the_report_says_itself_keeps_its_own_mark() -> None:
    at = TEXT.index("the river")
    raw = marked_report(document(TEXT), [claim(1, None, Span.of(TEXT, at, len(TEXT)))])
    [own] = read_marked(raw, "mill").own
    assert (TEXT[own.start : own.end], own.kind, own.status) == (TEXT[at:], "damage", "actual")


def test_a_report_that_holds_marks_itself_is_left_out() -> None:
    with pytest.raises(ItemError, match="looks like a mark"):
        marked_report(document("Someone wrote <c1> here"), [])


def decide(workspace: Workspace, number: int, claim: Claim, field: str, after: object) -> None:
    spot = (claim.id, claim.document_id, claim.start, claim.end)
    workspace.review(Review(f"r-{number}", *spot, field, None, json.dumps(after), "Ines", "2031-05-06T08:00:00Z"))


def test_the_gate_measures_what_was_reviewed(tmp_path: Path) -> None:
    source, ledger, gold = tmp_path / "bridge.md", tmp_path / "own.ledger", tmp_path / "gold"
    source.write_text(f"---\npublished_at: 2025-03-16\n---\n\n{REPORT}\n", encoding="utf-8")
    run = ["review", "export", "--ledger", str(ledger), "--gold", str(gold)]
    with Workspace.open(ledger) as workspace:
        workspace.read([str(source)], reading=ReadingOptions(reader="rules"))
        rows = [row[0] for row in workspace.claims()]
        for number, one in enumerate(rows[1:]):
            decide(workspace, number, one, "verdict", "accepted")
        assert CliRunner().invoke(app, run).exit_code == 0
        assert gold_reports(gold) == []  # one claim waits
        decide(workspace, 99, rows[0], "stance", "doubts")
        assert CliRunner().invoke(app, run).exit_code == 0
    [path] = gold.iterdir()
    assert faults(path.read_text(encoding="utf-8")) == []
    shares = score(read_gold("rules", gold)).shares()
    assert (shares["recall"], shares["precision"], shares["tight"], shares["speaker"]) == (1.0, 1.0, 1.0, 1.0)
    assert shares["stance"] == round((len(rows) - 1) / len(rows), 3)
