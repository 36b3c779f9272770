"""Counts by what befell how many of whom, whatever nouns and verbs two sides use for the same dead or drones."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.links.making import ALDERN, BRESK, claim, counting, of_side, placed, report

from fogline.links.comparing.sides import one_side
from fogline.links.frames import Frame, frames_of
from fogline.links.judging import judge
from fogline.links.tallies import Tally, tallies_of
from fogline.records.claims import Claim, Speaker
from fogline.records.links import Link
from fogline.records.mentions import Quantity
from fogline.records.spans import Span

NORTH, SOUTH = "Northland", "Southland"
COUNT = "count"


def counted(text: str, number: str, value: float, of: str | None = None, **more: object) -> Claim:
    """A claim with one number."""
    quantity = Quantity(value, value, COUNT, of=of, scope=str(more.pop("scope", "")) or None)
    return counting(claim(text, str(more.pop("speaker", "General Ivar Lund")), **more), number, quantity)


def tally(made: Claim) -> Tally:
    (only,) = tallies_of(made)
    return only


def story(name: str, day: str, *claims: Claim) -> Frame:
    """The first claim of a report that also names the two towns of its story."""
    document = f"d-{name}"
    towns = (
        placed(claim("Roads to Aldern were cut", "Mayor Ada Holm", document=document, at=900), ALDERN),
        placed(claim("Trains to Bresk stood still", "Mayor Ada Holm", document=document, at=1000), BRESK),
        claim("The river rose overnight", "Mayor Ada Holm", document=document, at=1100),
    )
    return frames_of(report(name, day), [*claims, *towns])[0]


def linked(left: Claim, right: Claim, days: tuple[str, str] = ("2025-03-10", "2025-03-11")) -> Link | None:
    one = story("a", days[0], replace(left, document_id="d-a"))
    other = story("b", days[1], replace(right, document_id="d-b"))
    forth, back = judge(one, other), judge(other, one)
    assert forth == back
    return forth


def relation(left: Claim, right: Claim, days: tuple[str, str] = ("2025-03-10", "2025-03-11")) -> str | None:
    link = linked(left, right, days)
    return link.relation if link else None


def by(made: Claim, side: str, name: str = "") -> Claim:
    """The claim as made for a side, by somebody of that name."""
    made = of_side(made, side, kind="casualties")
    assert made.speaker is not None
    return replace(made, speaker=replace(made.speaker, name=name or f"Colonel {side}"))


@pytest.mark.parametrize(
    ("text", "number", "of", "fate", "thing"),
    [
        ("seventeen defenders had fallen", "seventeen", "defenders", "dead", "people"),
        ("the invader left 400 bodies on the slopes", "400", "bodies", "dead", "people"),
        ("the number of dead at seven", "seven", None, "dead", "people"),
        ("14 dead at the bus depot", "14", None, "dead", "people"),
        ("forty soldiers laid down their arms", "forty", "soldiers", "captive", "people"),
        ("soldiers dragged off fifteen men", "fifteen", "men", "captive", "people"),
        ("the total in the League's hands as nineteen", "nineteen", None, "captive", "people"),
        ("4,100 arrivals in the camp", "4,100", "arrivals", "displaced", "people"),
        ("80 hirelings live in the hangars", "80", "hirelings", "staying", "staff"),
        ("the number of contractors there at 80", "80", "contractors", "staying", "staff"),
        ("six drones over the port", "six", "drones", "sent", "aircraft"),
        ("gunners brought down two jets", "two", "jets", "lost", "aircraft"),
        ("eleven lorries were held at the ford", "eleven", "lorries", "stopped", "vehicle"),
    ],
)
def test_a_number_is_told_by_fate_and_kind(text: str, number: str, of: str | None, fate: str, thing: str) -> None:
    made = tally(counted(text, number, 5.0, of))
    assert (made.fate, made.thing) == (fate, thing)


@pytest.mark.parametrize(
    ("text", "fate", "thing"),
    [
        ("The navy has no losses to report", "dead", "people"),
        ("No Afghan was killed", "dead", "people"),
        ("All our boats reached the beach", "lost", "ship"),
        ("Every aircraft came home", "lost", "aircraft"),
        ("all its drones returned safely", "lost", "aircraft"),
        ("not a single vehicle was lost", "lost", "vehicle"),
        ("No soldier had surrendered", "captive", "people"),
        ("none of its helicopters was shot down", "lost", "aircraft"),
        ("Four drones watched the raid and none was lost", "lost", "aircraft"),
    ],
)
def test_all_home_and_none_lost_count_nothing(text: str, fate: str, thing: str) -> None:
    made = tally(claim(text))
    assert made.none
    assert (made.fate, made.thing) == (fate, thing)


def test_one_of_the_four_drones_is_one_that_was_lost_and_four_that_were_sent() -> None:
    told = counted("one of the four drones sent against the port was lost at sea", "four", 4.0, "drones")
    assert {(one.fate, one.low) for one in tallies_of(told)} == {("sent", 4.0), ("lost", 1)}


def test_what_no_list_knows_is_no_count_of_people() -> None:
    assert not tallies_of(counted("Four shells fell on the town", "Four", 4.0, "shells"))


def test_the_enemys_dead_of_one_side_are_the_own_dead_of_the_other() -> None:
    boast = by(counted("the enemy's dead at 210", "210", 210.0, scope="killed"), NORTH)
    own = by(counted("Seventeen defenders had fallen", "Seventeen", 17.0, "defenders"), SOUTH)
    assert relation(boast, own) == "clashes"


def test_each_sides_own_dead_are_other_dead() -> None:
    one = by(counted("his own losses at six dead", "six", 6.0, scope="killed"), NORTH)
    other = by(counted("Nineteen defenders had fallen", "Nineteen", 19.0, "defenders"), SOUTH)
    assert relation(one, other) is None


def test_the_enemys_dead_and_its_own_are_no_count_told_again() -> None:
    boast = by(counted("the enemy's dead at 140", "140", 140.0, scope="killed"), NORTH)
    own = by(counted("our own dead at 43", "43", 43.0, scope="killed"), NORTH)
    assert relation(boast, own, ("2025-03-10", "2025-03-19")) is None


def test_a_side_that_lists_more_of_its_own_dead_later_takes_the_first_count_back() -> None:
    first = by(counted("Seventeen defenders had fallen", "Seventeen", 17.0, "defenders"), SOUTH)
    later = by(counted("our losses as 132 dead", "132", 132.0, scope="killed"), SOUTH)
    assert relation(first, later, ("2025-03-10", "2025-03-30")) == "supersedes"


def test_every_aircraft_home_clashes_with_two_shot_down_and_is_taken_back_by_one_lost() -> None:
    home = by(claim("Every aircraft came home from the port"), NORTH)
    shot = by(counted("gunners had brought down two aircraft over the port", "two", 2.0, "aircraft"), SOUTH)
    lost = by(claim("one of its drones sent to the port was lost"), NORTH)
    assert relation(home, shot) == "clashes"
    assert relation(home, lost, ("2025-03-10", "2025-03-30")) == "supersedes"


def test_staff_by_any_name_at_one_base_are_one_count() -> None:
    many = placed(
        by(counted("Some 80 hirelings live at the air base of Aldern", "80", 80.0, "hirelings"), NORTH), ALDERN
    )
    few = placed(by(counted("30 technicians work at the air base of Aldern", "30", 30.0, "technicians"), SOUTH), ALDERN)
    same = placed(
        by(counted("80 foreigners are quartered at the base of Aldern", "80", 80.0, "foreigners"), SOUTH), ALDERN
    )
    assert relation(many, few) == "clashes"
    assert relation(many, same) == "agrees"


def test_a_bare_figure_counts_what_was_counted_just_before() -> None:
    whole = counted("61 soldiers were killed in the valley", "61", 61.0, "soldiers", document="d-a")
    bare = counted("its figure of 170", "170", 170.0, speaker="the League", document="d-a", at=60)
    frames = frames_of(report("a"), [whole, bare])
    assert [one.fate for one in frames[1].tallies] == ["dead"]


@given(st.integers(3, 500), st.integers(3, 500))
def test_whose_dead_they_are_does_not_hang_on_the_order(one: int, other: int) -> None:
    left = story(
        "a", "2025-03-10", by(counted(f"the enemy's dead at {one}", str(one), float(one), scope="killed"), NORTH)
    )
    right = story(
        "b", "2025-03-11", by(counted(f"{other} of our men fell", str(other), float(other), "our men"), SOUTH)
    )
    a, b = left.tallies[0], right.tallies[0]
    assert one_side(left, a, right, b) is one_side(right, b, left, a) is True


def test_seven_with_a_policeman_do_not_clash_with_six_soldiers() -> None:
    seven = counted("it had received seven people, one of them a policeman", "seven", 7.0, "people")
    six = replace(counted("six soldiers were received", "six", 6.0, "soldiers"), kind="detention")
    speaker = Speaker("Relief Committee", "organisation", None, Span(70, 78, "it"))
    assert relation(replace(seven, speaker=speaker, kind="detention"), six, ("2025-03-10", "2025-03-10")) != "clashes"


def test_each_states_dead_are_its_own_where_no_word_says_that_they_are_the_others() -> None:
    one = by(counted("five people were killed on Monday", "five", 5.0, "people", scope="killed"), "Kenya")
    other = by(counted("three people lost their lives on Monday", "three", 3.0, "people", scope="killed"), "Uganda")
    assert relation(one, other) != "clashes"


def test_a_side_that_writes_in_its_own_voice_counts_its_own_brothers() -> None:
    many = by(
        counted("more than 40 of the assailants were neutralised", "40", 40.0, "assailants", scope="killed"), "Niger"
    )
    few = replace(counted("Four of our brothers were martyred", "Four", 4.0, "our brothers"), speaker=None)
    assert relation(many, replace(few, kind="casualties")) == "clashes"


def test_who_was_nowhere_hurt_was_not_killed() -> None:
    assert {one.fate for one in tallies_of(claim("Not one civilian has been hurt"))} == {"wounded", "dead"}


def test_who_has_been_registered_so_far_may_be_fewer_than_all() -> None:
    made = tally(counted("its delegates had so far registered 36 prisoners", "36", 36.0, "prisoners"))
    assert made.bounds == {36.0}
    assert made.high > 1_000


def test_who_the_dead_were_is_what_two_sides_are_at_odds_on() -> None:
    outlaws = by(
        counted("seven people were killed at Aldern, all of them outlaws", "seven", 7.0, scope="killed"), NORTH
    )
    civilians = by(counted("13 civilians had been killed at Aldern", "13", 13.0, "civilians", scope="killed"), SOUTH)
    assert relation(placed(outlaws, ALDERN), placed(civilians, ALDERN)) == "clashes"


def test_those_who_fled_to_one_town_grow_in_number() -> None:
    few = placed(by(counted("2,500 people have fled to Aldern", "2,500", 2500.0, "people"), NORTH), ALDERN)
    many = placed(by(counted("4,100 arrivals in Aldern", "4,100", 4100.0, "arrivals"), SOUTH), ALDERN)
    assert relation(few, many, ("2025-03-10", "2025-03-13")) == "differs"


def test_a_number_without_its_noun_is_of_those_counted_just_before() -> None:
    taken = counted("his men had taken 11 marines captive and killed six", "11", 11.0, "marines")
    both = counting(taken, "six", Quantity(6.0, 6.0, COUNT, scope="killed"))
    assert [(one.fate, one.whose.camp) for one in tallies_of(both)] == [("captive", "state"), ("dead", "state")]


def test_a_number_that_is_denied_counts_nobody() -> None:
    assert not [one for one in tallies_of(counted("not one lorry had passed", "one", 1.0, "lorry")) if not one.none]


def test_its_guards_are_its_own_and_its_prisoners_are_not() -> None:
    assert tally(counted("14 of its guards were killed", "14", 14.0, "guards", scope="killed")).whose.own
    assert not tally(counted("six of its prisoners were killed", "six", 6.0, "prisoners", scope="killed")).whose.own


def test_no_losses_are_no_losses_of_ones_own() -> None:
    made = tally(claim("The navy has no losses to report"))
    assert made.none
    assert made.whose.own


def test_the_side_behind_the_noun_is_whose_they_are_and_the_doer_is_not() -> None:
    lost = tally(counted("two aircraft of the Kyrgyz side were destroyed by Tajik fire", "two", 2.0, "aircraft"))
    assert lost.whose.states == {"kyrgyzstan"}
