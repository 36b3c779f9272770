"""Views tell the same whichever report was read first, and say of a guessed day that it is one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.valley import REPORTS as VALLEY
from tests.views.building import Told, cited, link
from tests.views.conftest import REPORTS

from fogline.config import ReadingOptions
from fogline.records.codec import Json
from fogline.records.links import Question
from fogline.views.brief import make_brief
from fogline.views.brief_pages import html_page, markdown_page
from fogline.views.brief_words import told
from fogline.views.changes import ChangeList, change_list, days_of
from fogline.views.citing import Cited, cite
from fogline.workspace import Workspace

VERIDIA = Told(who="Ana Berisso", side="Veridia", published="2031-05-01")
OSTRIA = Told(who="Jan Korda", side="Ostria", published="2031-05-09")


def guessed(claim: Cited) -> Cited:
    return claim[0], replace(claim[1], published_basis="inferred")


def changed(*claims: Cited, since: str) -> ChangeList:
    left, right = claims
    days = days_of(claims, "published")
    return change_list(claims, [link(left, right, "clashes")], days, since, "published")


def looks(workspace: Workspace) -> dict[str, Json]:
    """Every view as JSON values."""
    return {
        "control": workspace.control().to_json(),
        "numbers": [series.to_json() for series in workspace.numbers()],
        "timeline": workspace.timeline().to_json(),
        "sources": workspace.sources().to_json(),
        "changes": workspace.changes("2025-03-01").to_json(),
        "brief": workspace.brief(since="2025-03-01").to_json(),
        "flags": [row.to_json() for row in workspace.flags()],
    }


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Json], dict[str, Json]]:
    """The views of two ledgers of the same reports, read one by one in either order."""
    folder: Path = tmp_path_factory.mktemp("order")
    paths = []
    for name, text in sorted({**REPORTS, **VALLEY}.items()):
        paths.append(folder / name)
        paths[-1].write_text(text, encoding="utf-8")
    found = []
    for name, order in (("first", paths), ("last", paths[::-1])):
        with Workspace.open(folder / f"{name}.ledger") as workspace:
            for path in order:
                workspace.read([str(path)], reading=ReadingOptions(reader="rules"))
            found.append(looks(workspace))
    return found[0], found[1]


@pytest.mark.parametrize("view", ["control", "numbers", "timeline", "sources", "changes", "brief", "flags"])
def test_a_view_is_the_same_in_whichever_order_reports_were_read(
    both: tuple[dict[str, Json], dict[str, Json]], view: str
) -> None:
    assert both[0][view] == both[1][view]


def test_a_change_on_the_last_day_a_report_can_be_of_is_marked_as_a_guess() -> None:
    hold = cited("we hold the port", VERIDIA)
    denial = cited("they hold the port", replace(OSTRIA, stance="denies"))
    plain = changed(hold, denial, since="2031-05-05")
    marked = changed(hold, guessed(denial), since="2031-05-05")
    earlier = changed(guessed(hold), denial, since="2031-05-05")
    assert [change.inferred for change in plain.changes] == [False, False]
    assert [change.inferred for change in marked.changes] == [True, True]
    assert [change.inferred for change in earlier.changes] == [False, False]


def test_nobody_is_told_to_dispute_his_own_word() -> None:
    missile = cited("a missile of theirs fell on the market", replace(OSTRIA, kind="attack"))
    denial = cited("that it sent a drone", replace(OSTRIA, kind="attack", stance="denies"))
    assert changed(missile, denial, since="2031-05-05").of("denied", "disputed") == ()


def test_the_reports_of_a_brief_stand_by_day_and_a_guessed_day_says_so() -> None:
    late = cited("we hold the port", replace(VERIDIA, report="a.txt", published="2031-12-31"))
    early = cited("they hold the port", replace(OSTRIA, report="b.txt"))
    page = markdown_page(make_brief([guessed(late), early], [], list[Question]()))
    assert page.index("1. b.txt, B, 2031-05-09") < page.index("2. a.txt, A, by 2031-12-31, inferred")


@pytest.mark.parametrize(
    ("words", "stance", "whole"),
    [
        ("Ostria of shelling a clinic in Almeida", "accuses", True),
        ("shelling a clinic in Almeida", "denies", True),
        ("to have retaken the border town", "asserts", True),
        ("fighting continued around the port", "asserts", False),
        ("the capture of the port by marines", "denies", False),
    ],
)
def test_words_that_need_their_verb_are_quoted_with_the_sentence(words: str, stance: str, whole: bool) -> None:
    citation = cite(*cited(words, replace(OSTRIA, stance=stance)))  # type: ignore[arg-type]
    assert ("in the words" in told(citation)) is whole


def test_a_brief_says_what_the_claims_of_a_dispute_clash_on() -> None:
    hold = cited("we hold the port", VERIDIA)
    theirs = cited("our men hold the port", OSTRIA)
    gone = cited("they have left the port", OSTRIA)
    links = [link(hold, theirs, "clashes"), link(hold, gone, "clashes", "polarity")]
    question = Question("q-1", "Who holds Port Almeida?", "control", tuple(c[0].id for c in (hold, theirs, gone)))
    made = make_brief([hold, theirs, gone], links, [question])
    (disputed,) = made.sections[0].matters
    assert disputed.clash_on == ("who holds it", "whether it is so")
    for page in (markdown_page(made), html_page(made)):
        assert page.count("They clash on: who holds it, whether it is so.") == 1


def test_words_in_quotation_marks_get_no_second_ones() -> None:
    twice = cited('"We hold the port," … "and the hill."', OSTRIA)
    assert told(cite(*twice)).endswith(': "We hold the port," … "and the hill."')


def test_a_clash_stands_under_the_question_that_both_claims_speak_to() -> None:
    hold, gone, dead = (cited(words, OSTRIA) for words in ("we hold the port", "they have left", "ten men are dead"))
    theirs = cited("our men hold the port", VERIDIA)
    links = [link(hold, theirs, "clashes")]
    holds = Question("q-1", "Who holds Port Almeida?", "control", tuple(c[0].id for c in (hold, theirs, gone)))
    count = Question("q-2", "How many were killed?", "number", tuple(c[0].id for c in (hold, dead)))
    for questions in ([holds, count], [count, holds]):
        (disputed,) = make_brief([hold, theirs, gone, dead], links, questions).sections[0].matters
        assert disputed.title == "Who holds Port Almeida?"


def test_no_heading_stands_over_nothing() -> None:
    parties = [Told(who=f"Speaker {n}", side=f"Side {n}", report=f"{n}.txt") for n in range(60)]
    said = [cited(f"the road number {n // 2} is open to all", told) for n, told in enumerate(parties)]
    links = [link(said[n], said[n + 1], "agrees", "existence") for n in range(0, 60, 2)]
    made = make_brief(said, links, list[Question]())
    assert all(matter.title and matter.sentences for section in made.sections for matter in section.matters)
    assert {section.heading: section.left_out for section in made.sections}["Agreed by more than one party"] == 18
