"""The training corpus and what is made of it."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent.parent))
pytest.importorskip("tokenizers")

from training.augment import Edit, NamePool, apply_edits, vary
from training.check import faults
from training.corpus import CORPUS, read_corpus, read_marked

RAW = """# id: x-01
# genre: wire
# published: 2025-01-02

<s1>The army</s1> <q1>said</q1> <c1 asserts control completed>it had taken Sorvo</c1>.
<o damage completed>A bridge fell.</o>
"""


def test_marks_become_spans_in_plain_text() -> None:
    report = read_marked(RAW, "x")
    assert report.text == "The army said it had taken Sorvo.\nA bridge fell.\n"
    [statement] = report.statements
    assert [report.text[a:b] for a, b in statement.contents] == ["it had taken Sorvo"]
    assert (statement.stance, statement.kind, statement.status) == ("asserts", "control", "completed")


def test_a_full_stop_after_an_own_event_is_left_out() -> None:
    report = read_marked(RAW, "x")
    assert report.text[report.own[0].start : report.own[0].end] == "A bridge fell"


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        (RAW.replace("</c1>", ""), "<c1> is never closed"),
        (RAW.replace("asserts", "says"), "unknown words"),
        (RAW.replace("# genre: wire\n", ""), "no genre"),
        (RAW.replace("<c1 asserts control completed>", "").replace("</c1>", ""), "statement 1 has no content"),
        (RAW.replace("<q1>", "").replace("</q1>", "").replace("<s1>", "").replace("</s1>", ""), "neither"),
    ],
)
def test_malformed_marks_are_found(wrong: str, fault: str) -> None:
    assert any(fault in found for found in faults(wrong))


def test_every_file_of_the_corpus_is_well_formed() -> None:
    wrong = {str(path): faults(path.read_text(encoding="utf-8")) for path in CORPUS.rglob("*.txt")}
    assert len(wrong) > 400
    assert {name: found for name, found in wrong.items() if found} == {}


def test_edits_move_the_marks_along() -> None:
    report = read_marked(RAW, "x")
    changed = apply_edits(report, [Edit(4, 8, "garrison")])
    [statement] = changed.statements
    assert [changed.text[a:b] for a, b in statement.speakers] == ["The garrison"]
    assert [changed.text[a:b] for a, b in statement.contents] == ["it had taken Sorvo"]


def test_variants_keep_every_statement() -> None:
    reports = read_corpus()[:40]
    names, rng = NamePool(reports), random.Random(3)
    for report in reports:
        varied = vary(report, names, rng)
        assert len(varied.statements) == len(report.statements)
        for before, after in zip(report.statements, varied.statements, strict=True):
            assert all(varied.text[a:b].strip() for a, b in after.contents)
            assert len(after.contents) == len(before.contents)
