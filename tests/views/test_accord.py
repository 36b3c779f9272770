"""What confirms what before readers: one stance, the same doers; in changes and in the situation report."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.views.building import Told, cited, link

from fogline.records.links import Link, Question
from fogline.views.brief import make_brief
from fogline.views.brief_pages import html_page, markdown_page
from fogline.views.changes import ChangeList, change_list, days_of
from fogline.views.citing import Cited
from fogline.views.doers import doers_of

OLD, NEW = "2031-05-01", "2031-05-09"
VERIDIA = Told(who="Ana Berisso", side="Veridia", published=OLD)
OSTRIA = Told(who="Jan Korda", side="Ostria", published=NEW)
HOLD = cited("we hold the port", VERIDIA)
AGREE = cited("the port has changed hands", OSTRIA)


def changed(*claims: Cited, links: tuple[Link, ...] = ()) -> ChangeList:
    return change_list(claims, links, days_of(claims, "published"), "2031-05-05", "published")


def blow(words: str, told: Told, doer: str | None = None) -> Cited:
    acting = ((doer, doer),) if doer else ()
    return cited(words, replace(told, kind="attack", actors=acting))


PAPER = Told(report="paper.txt", published=NEW)
OURS = blow("Veridia shelled the ferry", OSTRIA, "Veridia")
THEIRS = blow("the gunners of Ostria shelled the ferry", VERIDIA, "Ostria")
PLAIN = blow("the ferry was shelled at noon", PAPER)
REFUSED = blow("that Veridia shelled the ferry", replace(VERIDIA, stance="denies", published=NEW), "Veridia")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (OURS, REFUSED),  # a claim and its denial
        (OURS, THEIRS),  # two blames
        (OURS, PLAIN),  # a blame and a report of the deed without one
        (OURS, blow("the ferry may be shelled again", replace(PAPER, stance="warns"))),
        (
            blow("to find him", replace(VERIDIA, stance="promises")),
            blow("to find him", replace(OSTRIA, stance="demands")),
        ),
    ],
)
def test_opposites_and_other_blames_confirm_nothing_though_a_link_says_they_agree(one: Cited, other: Cited) -> None:
    assert changed(one, other, links=(link(one, other, "agrees", "existence"),)).of("confirmed") == ()


def test_who_lays_a_deed_to_the_same_side_confirms_it() -> None:
    also = blow("shells of Veridia hit the ferry", PAPER, "Veridia")
    found = changed(OURS, also, links=(link(OURS, also, "agrees", "existence"),))
    assert len(found.of("confirmed")) == 1


def test_a_report_does_not_confirm_itself() -> None:
    again = blow("at noon the ferry was shelled", PAPER)
    assert changed(PLAIN, again, links=(link(PLAIN, again, "agrees"),)).of("confirmed") == ()


def test_what_is_disputed_is_confirmed_by_those_alone_who_name_the_same_doer() -> None:
    links = (link(OURS, REFUSED, "clashes", "polarity"), link(OURS, PLAIN, "agrees", "existence"))
    found = changed(OURS, REFUSED, PLAIN, links=links)
    assert [change.what for change in found.changes if change.what != "new"] == ["denied"]


def test_what_one_side_says_does_not_replace_what_another_says() -> None:
    assert changed(HOLD, AGREE, links=(link(AGREE, HOLD, "supersedes"),)).of("replaced") == ()


@pytest.mark.parametrize(
    ("words", "doers"),
    [
        ("the Russian shelling of the ferry", {"russia"}),
        ("Ukraine’s forces fired on the ferry", {"ukraine"}),
        ("a ferry was hit by Russian missiles", {"russia"}),
        ("the ferry was struck by Northlanders", {"northlanders"}),
        ("that the NDF allegedly struck the ferry", {"ndf"}),
        ("the Ukrainian prisoners were killed in an attack", set()),
        ("the ferry was struck by Friday", set()),
    ],
)
def test_doers_are_those_whose_forces_arms_or_deeds_the_words_name(words: str, doers: set[str]) -> None:
    assert doers_of(cited(words, Told(kind="attack"))[0]) == doers


def test_a_disputed_matter_gives_each_side_its_say_before_more_papers() -> None:
    papers = [
        blow(f"Ostria shelled the ferry of line {n}", replace(PAPER, report=f"p{n}.txt"), "Ostria") for n in range(8)
    ]
    links = [link(paper, OURS, "clashes", "actor") for paper in papers] + [link(THEIRS, OURS, "clashes", "actor")]
    question = Question("q-1", "Who shelled the ferry?", "actor", tuple(one[0].id for one in (*papers, OURS, THEIRS)))
    made = make_brief([*papers, OURS, THEIRS], links, [question])
    (matter,) = made.sections[0].matters
    assert made.sections[0].heading == "Disputed"
    assert {OURS[0].id, THEIRS[0].id} < {sentence.citation.claim_id for sentence in matter.sentences}
    assert len(matter.sentences) == 6


def test_two_blames_are_not_called_agreed() -> None:
    made = make_brief([OURS, THEIRS], [link(OURS, THEIRS, "agrees", "existence")], [])
    assert "Agreed by more than one party" not in [section.heading for section in made.sections]


def test_a_heading_stands_once_however_much_parties_agree_on() -> None:
    said = [
        cited(f"they dug post {n}", replace(told, report=f"{told.side}{n}.txt"))
        for n in range(2)
        for told in (VERIDIA, OSTRIA)
    ]
    links = [link(said[0], said[1], "agrees"), link(said[2], said[3], "agrees")]
    question = Question("q-1", "Who dug posts?", "control", tuple(one[0].id for one in said))
    made = make_brief(said, links, [question])
    assert [matter.follows for matter in made.sections[0].matters] == [False, True]
    assert markdown_page(made).count("### Who dug posts?") == 1
    assert html_page(made).count("<h3>Who dug posts?</h3>") == 1
