"""Decisions leave one ledger and enter another as they were; two people are compared."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from fogline.cli.app import app
from fogline.ledger.rows import Review
from fogline.views.agreement import agreements
from fogline.workspace import Workspace


def verdict(number: int, who: str, after: str) -> Review:
    return Review(
        *(f"r-{who}-{number}", f"c-{number}", "d-1", number, number + 5, "verdict", '"proposed"', f'"{after}"', who),
        "2031-05-06T08:00:00Z",
    )


def test_decisions_are_carried_to_another_ledger_once(own: Workspace, tmp_path: Path) -> None:
    own.review(verdict(1, "Ines", "accepted"))
    own.review(verdict(2, "Ines", "rejected"))
    own.undo_review("r-Ines-2", "Ines")
    run = CliRunner()
    lines = run.invoke(app, ["review", "export", "--ledger", own.ledger.place]).stdout
    carried = tmp_path / "reviews.jsonl"
    carried.write_text(lines, encoding="utf-8")
    with Workspace.open(tmp_path / "other.ledger") as other:
        for _ in range(2):
            assert run.invoke(app, ["review", "import", str(carried), "--ledger", other.ledger.place]).exit_code == 0
        assert other.reviews(undone=True) == own.reviews(undone=True)


def test_two_people_who_always_agree_have_a_kappa_of_one() -> None:
    both = [verdict(n, who, "accepted" if n % 2 else "rejected") for who in ("Ana", "Ben") for n in range(10)]
    [found] = agreements(both)
    assert (found.one, found.other, found.both, found.same, found.kappa) == ("Ana", "Ben", 10, 10, 1.0)


def test_agreement_as_chance_would_give_it_is_a_kappa_of_zero() -> None:
    answers = {"Ana": "aarr", "Ben": "arar"}
    words = {"a": "accepted", "r": "rejected"}
    rows = [verdict(n, who, words[letter]) for who, letters in answers.items() for n, letter in enumerate(letters)]
    [found] = agreements(rows)
    assert found.kappa == pytest.approx(0.0)


def test_people_without_a_common_claim_are_not_compared() -> None:
    assert agreements([verdict(1, "Ana", "accepted"), verdict(2, "Ben", "accepted")]) == []
