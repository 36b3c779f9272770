"""Questions are merged and split by people; later linking keeps it, undoing takes it back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from fogline.cli.app import app
from fogline.config import ReadingOptions
from fogline.errors import ItemError
from fogline.ledger.rows import Review
from fogline.records.links import Question
from fogline.regrouping import merging, regrouped, splitting
from fogline.workspace import Workspace

LIGHT = ReadingOptions(reader="rules")
TWO_MATTERS = (
    "The army said on Monday that its troops control the town of Maiduguri. The rebels denied on Monday that the army "
    "controls Maiduguri. Officials said on Monday that 14 people were killed in Kano. The rebels said on Monday that "
    "40 people were killed in Kano."
)
A_THIRD_VOICE = "The rebels said on Tuesday that they, not the army, control the town of Maiduguri."


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Workspace]:
    """A ledger on which at least two questions are asked."""
    with Workspace.open(tmp_path / "own.ledger") as workspace:
        read(workspace, tmp_path, "first.md", TWO_MATTERS)
        assert len(workspace.standings()) >= 2
        yield workspace


def read(workspace: Workspace, folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(f"---\npublished_at: 2025-03-18\n---\n\n{text}\n", encoding="utf-8")
    workspace.read([str(folder / name)], reading=LIGHT)


def asked(workspace: Workspace) -> dict[str, frozenset[str]]:
    return {one.question.id: frozenset(one.question.claim_ids) for one in workspace.standings()}


def test_merged_questions_are_one_until_that_is_undone(own: Workspace) -> None:
    before = asked(own)
    into, other = (one.question for one in own.standings()[:2])
    review = own.merge_questions(into, other, "Ines")
    merged = asked(own)
    assert merged[into.id] == before[into.id] | before[other.id]
    assert other.id not in merged
    own.undo_review(review.id, "Ben")
    assert asked(own) == before


def test_what_is_split_off_is_a_question_of_its_own_until_that_is_undone(own: Workspace) -> None:
    before = asked(own)
    question = own.standings()[0].question
    leaving = question.claim_ids[-1:]
    review = own.split_question(question, leaving, "Another matter", "Ines")
    apart = [one.question for one in own.standings() if one.question.title == "Another matter"]
    assert [one.claim_ids for one in apart] == [leaving]
    assert asked(own)[question.id] == before[question.id] - set(leaving)
    own.undo_review(review.id, "Ben")
    assert asked(own) == before


def test_a_merge_holds_when_more_is_read(own: Workspace, tmp_path: Path) -> None:
    into, other = (one.question for one in own.standings()[:2])
    own.merge_questions(into, other, "Ines")
    read(own, tmp_path, "second.md", A_THIRD_VOICE)
    [one] = [claims for claims in asked(own).values() if claims >= {*into.claim_ids, *other.claim_ids}]
    assert len(one) > len({*into.claim_ids, *other.claim_ids})
    kept = [set(question.claim_ids) for question in own.questions()]
    assert set(one) in kept


def test_decisions_do_the_same_in_another_ledger_of_the_same_reports(own: Workspace, tmp_path: Path) -> None:
    into, other = (one.question for one in own.standings()[:2])
    own.merge_questions(into, other, "Ines")
    carried, elsewhere = tmp_path / "reviews.jsonl", tmp_path / "other.ledger"
    run = CliRunner()
    carried.write_text(run.invoke(app, ["review", "export", "--ledger", own.ledger.place]).stdout, encoding="utf-8")
    with Workspace.open(elsewhere) as second:
        second.read([str(tmp_path / "first.md")], reading=LIGHT)
        assert asked(second) != asked(own)
        assert run.invoke(app, ["review", "import", str(carried), "--ledger", str(elsewhere)]).exit_code == 0
        assert asked(second) == asked(own)


def question(name: str, *claims: str) -> Question:
    return Question(name, f"Who holds {name}?", "control", claims)


def order(claim_id: str) -> tuple[int, str]:
    return 0, claim_id


def group(questions: list[Question], reviews: list[Review]) -> dict[str, tuple[str, ...]]:
    return {one.id: one.claim_ids for one in regrouped(questions, reviews, order)}


def test_a_question_that_linking_has_renamed_is_known_by_its_claims(own: Workspace) -> None:
    anchor = own.claims()[0][0]
    one, two = question("q-1", "a", "b", "c"), question("q-2", "d", "e")
    merge = merging(one, two, anchor, "Ines")
    renamed = [question("q-9", "a", "b", "x"), question("q-8", "d", "e", "y")]
    assert group(renamed, [merge]) == {"q-9": ("a", "b", "d", "e", "x", "y")}
    assert group([question("q-9", "x", "y"), two], [merge]) == {"q-9": ("x", "y"), "q-2": ("d", "e")}


def test_decisions_are_applied_in_their_order(own: Workspace) -> None:
    anchor = own.claims()[0][0]
    one, two = question("q-1", "a", "b"), question("q-2", "d", "e")
    merge = merging(one, two, anchor, "Ines")
    split = splitting(question("q-1", "a", "b", "d", "e"), ["b", "d"], "Another", anchor, "Ben")
    assert sorted(group([one, two], [merge, split]).values()) == [("a", "e"), ("b", "d")]


@pytest.mark.parametrize("leaving", [[], ["a", "b"], ["z"]])
def test_a_split_must_leave_something_on_both_sides(own: Workspace, leaving: list[str]) -> None:
    with pytest.raises(ItemError, match="not all"):
        splitting(question("q-1", "a", "b"), leaving, "Another", own.claims()[0][0], "Ines")


def test_a_question_is_not_merged_with_itself(own: Workspace) -> None:
    with pytest.raises(ItemError, match="itself"):
        merging(question("q-1", "a"), question("q-1", "a"), own.claims()[0][0], "Ines")
