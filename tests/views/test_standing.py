"""How questions stood at a date."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.views.building import Told, cited, link

from fogline.records.links import Position, Question, Standing
from fogline.records.mentions import TimeMention, TimeRange
from fogline.records.spans import Span
from fogline.views.citing import Cited, party_of
from fogline.views.dating import said_on
from fogline.views.matrix import source_matrix
from fogline.views.standing import chronicle, question_then, standings_then

MARCH, APRIL = "2031-03-13", "2031-04-26"
FINAL = cited("our operation is in its final stage", Told(who="Ana Berisso", side="Veridia", published=MARCH))
POCKETS = cited("they hold two pockets", Told(who="Jan Korda", side="Ostria", published="2031-03-16"))
FULL = cited("we hold all of it", Told(who="Ana Berisso", side="Veridia", published=APRIL))
DENIAL = cited("they hold all of it", Told(who="Jan Korda", side="Ostria", published=APRIL, stance="denies"))
ALL = (FINAL, POCKETS, FULL, DENIAL)
LINKS = (link(FINAL, POCKETS, "agrees"), link(FULL, FINAL, "supersedes"), link(FULL, DENIAL, "clashes"))


def standing(title: str = "Does Veridia hold all of the port?") -> Standing:
    positions = tuple(
        Position(party, tuple(claim.id for claim, report in ALL if party_of(claim, report) == party), MARCH, APRIL, 2)
        for party in ("Veridia", "Ostria")
    )
    question = Question("q-1", title, "control", tuple(claim.id for claim, _ in ALL))
    return Standing(question, "disputed", positions, 1)


def test_with_all_claims_a_question_stands_as_it_does() -> None:
    assert standings_then([standing()], ALL, LINKS) == (standing(),)


def test_before_the_claim_of_full_control_nobody_disputed_it() -> None:
    (then,) = standings_then([standing()], [FINAL, POCKETS], LINKS)
    assert (then.state, then.clashes) == ("agreed", 0)
    assert then.question.title == "What is said about the ground held?"
    assert [(p.party, p.first, p.last, p.origins, len(p.claim_ids)) for p in then.positions] == [
        ("Veridia", MARCH, MARCH, 1, 1),
        ("Ostria", "2031-03-16", "2031-03-16", 1, 1),
    ]


def test_one_claim_is_no_question_yet_and_none_is_none() -> None:
    assert standings_then([standing()], [FINAL], LINKS) == ()
    assert standings_then([standing()], [], LINKS, fewest=1) == ()
    (alone,) = standings_then([standing()], [FINAL], LINKS, fewest=1)
    assert alone.state == "one-sided"


def test_the_most_disputed_question_comes_first() -> None:
    calm = replace(standing(), question=replace(standing().question, id="q-0", claim_ids=(FINAL[0].id, POCKETS[0].id)))
    assert [s.question.id for s in standings_then([calm, standing()], ALL, LINKS)] == ["q-1", "q-0"]


@pytest.mark.parametrize(
    ("title", "then"),
    [
        ("Who holds Port Almeida?", "Who holds Port Almeida?"),
        ("Is it so: “they hold two pockets”?", "Is it so: “they hold two pockets”?"),
        ("How goes the fighting, 13 Mar to 26 Apr 2031?", "How goes the fighting, 13 Mar to 16 Mar 2031?"),
        ("Is Veridia to blame for holding all of it?", "What is said about the ground held?"),
        ("Did the last defenders leave the port?", "What is said about the ground held?"),
        ("Another matter", "Another matter"),
    ],
)
def test_a_title_tells_no_words_and_no_days_that_came_later(title: str, then: str) -> None:
    told = {claim.id: (claim, report) for claim, report in (FINAL, POCKETS)}
    assert question_then(standing(title).question, told).title == then


def test_claims_that_tell_one_act_are_one_origin() -> None:
    again = cited("we hold all of it", Told(who="Ana Berisso", side="Veridia", published=APRIL, report="copy.txt"))
    held = Position("Veridia", (FULL[0].id, again[0].id), APRIL, APRIL, 1)
    question = Question("q-2", "Who holds it?", "control", (FULL[0].id, again[0].id, DENIAL[0].id))
    whole = Standing(question, "one-sided", (held, Position("Ostria", (DENIAL[0].id,), APRIL, APRIL, 1)), 0)
    (then,) = standings_then([whole], [FULL, again], [link(FULL, again, "repeats")])
    assert [position.origins for position in then.positions] == [1]


@given(st.sets(st.sampled_from(range(len(ALL)))))
def test_no_part_of_a_question_knows_more_than_the_claims_at_hand(chosen: set[int]) -> None:
    visible: list[Cited] = [ALL[at] for at in sorted(chosen)]
    ids = {claim.id for claim, _ in visible}
    for then in standings_then([standing()], visible, LINKS, fewest=1):
        assert set(then.question.claim_ids) == ids
        assert {claim_id for position in then.positions for claim_id in position.claim_ids} == ids
        assert then.clashes == sum({one.left_id, one.right_id} <= ids for one in LINKS if one.relation == "clashes")
        assert [line.citation.claim_id for line in chronicle(then, visible)] == [
            claim.id for claim, _ in sorted(visible, key=lambda c: (c[1].published_at or "", party_of(*c)))
        ]


def test_a_matrix_counts_who_speaks_to_a_question_by_side_and_by_publisher() -> None:
    by_side = source_matrix([standing()], ALL)
    assert (by_side.columns, by_side.rows[0].count("Veridia"), by_side.rows[0].count("Ostria")) == (
        ("Ostria", "Veridia"), 2, 2,
    )  # fmt: skip
    assert {claim_id for cell in by_side.rows[0].cells for claim_id in cell.claim_ids} == {claim.id for claim, _ in ALL}
    assert source_matrix([standing()], ALL, "publisher").columns == ("Wire",)
    assert source_matrix([standing()], []).rows == ()


def test_an_undated_report_stands_in_the_chronicle_where_its_text_puts_it() -> None:
    claim, report = cited("they have left the hill", Told(who="Jan Korda", side="Ostria", published=None))
    undated = (claim, replace(report, published_from="2031-03-20", published_basis="inferred"))
    question = Question("q-1", "Who holds the port?", "control", tuple(one.id for one, _ in (*ALL, undated)))
    ids = tuple(one.id for one, _ in (*ALL, undated))
    lines = chronicle(Standing(question, "open", (Position("All", ids, MARCH, APRIL, 5),), 0), (*ALL, undated))
    assert [line.day for line in lines] == [MARCH, "2031-03-16", None, APRIL, APRIL]
    assert lines[2].not_before == "2031-03-20"


def test_what_was_said_this_summer_was_said_by_the_day_of_the_report() -> None:
    claim, report = cited("they hold two pockets", Told(who="Jan Korda", published="2031-07-02"))
    summer = TimeRange("2031-SU", "2031-06-01", "2031-08-31", "season", "relative")
    earlier = TimeRange("2031-05", "2031-05-01", "2031-05-31", "month", "stated")
    for time, day in ((summer, "2031-07-02"), (earlier, "2031-05-01")):
        said = replace(claim, said_at=TimeMention(Span(0, 2, "It"), 0, time))
        assert said_on(said, report).day == day
