"""Whether a claim speaks to who struck, who holds, who has left; and what is told of another land or day."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from tests.links.making import ALDERN, claim, frame, happening, placed

from fogline.links.disputing import whether_there_is
from fogline.links.frames import Frame
from fogline.links.parting import ends_of
from fogline.links.questions import questions_of
from fogline.links.relevance import relevant
from fogline.links.speaking import answers_blow, elsewhere, long_before, speaks_of_holding, speaks_of_leaving
from fogline.links.stretches import main_day
from fogline.records.links import Link
from fogline.records.mentions import Place

FAR = Place("test:far", "Farholm", 50.0, 9.0, "town", "DK", "DK-84")


def told(text: str, kind: str = "attack", stance: str = "asserts", status: str = "completed") -> Frame:
    return frame(claim(text, kind=kind, stance=stance, status=status))


@pytest.mark.parametrize(
    "text",
    [
        "Veridian rockets struck the theatre in Aldern",
        "Nine people were killed after Veridian rockets hit the market",
        "the missile attack on the market was carried out by Ostria",
    ],
)
def test_who_tells_of_a_blow_speaks_to_who_struck(text: str) -> None:
    assert answers_blow(told(text), struck=True)


@pytest.mark.parametrize(
    "text",
    [
        "130 people were rescued from the rubble of the theatre that rockets destroyed",
        "inspectors reached the plant after shelling",
        "any attack on the plant would be suicidal",
        "the premier was briefed on the strike on the plant",
        "Veridia is preparing an attack on the plant",
        "the town council met in the morning",
    ],
)
def test_what_comes_beside_a_blow_does_not(text: str) -> None:
    assert not answers_blow(told(text), struck=True)


def test_mines_that_are_laid_and_what_is_demanded_are_no_blow() -> None:
    assert not answers_blow(told("Veridian troops shelled and mined the plant", kind="clearance"), struck=True)
    assert not answers_blow(told("that Veridia stop shelling the plant", stance="demands"), struck=True)


def test_the_dead_alone_answer_who_killed_not_who_struck() -> None:
    dead = told("forty people were killed in Aldern", kind="casualties")
    assert answers_blow(dead, struck=False)
    assert not answers_blow(dead, struck=True)


def test_who_has_left_is_told_by_what_was_not_by_plans() -> None:
    gone = told("Two hundred residents were evacuated from Aldern", kind="movement")
    planned = told("Residents will be evacuated from Aldern today", kind="movement", status="planned")
    late = told("The evacuation of residents from Aldern is delayed", kind="movement")
    talks = told("They negotiate the evacuation of residents from Aldern", kind="negotiation")
    assert [speaks_of_leaving(one) for one in (gone, planned, late, talks)] == [True, False, False, False]


def test_who_storms_a_town_holds_it_not_yet_and_who_demands_it_does_not() -> None:
    def holds(text: str, kind: str = "control", stance: str = "asserts", *, plant: bool = False) -> bool:
        return speaks_of_holding(told(text, kind=kind, stance=stance), ALDERN.id, plant=plant)

    assert holds("Veridia has taken full control of Aldern")
    assert not holds("Veridian troops continue to storm Aldern")
    assert not holds("the hospital staff are being held in Aldern")
    assert holds("Veridian troops hold the nuclear plant", plant=True)
    assert not holds("that Veridia withdraw its troops from the nuclear plant", "movement", "demands", plant=True)


def test_a_shooting_in_another_land_is_no_part_of_a_strike_on_a_market() -> None:
    here = [
        frame(placed(claim(f"Rockets hit the market in Aldern, {n} said", document=f"d-{n}"), ALDERN)) for n in "abc"
    ]
    there = frame(placed(claim("A gunman killed three in a market in Farholm", document="d-x"), FAR))
    frames = {one.claim.id: one for one in (*here, there)}
    assert elsewhere(frames, frames, "UA-14") == {there.claim.id}


def test_a_place_that_rockets_were_fired_from_is_not_where_they_struck() -> None:
    fired = frame(placed(claim("from Farholm rockets hit the market"), FAR))
    words = fired.claim.text
    span = replace(fired.claim.places[0].span, start=fired.claim.start + words.index("Farholm"))
    mention = replace(fired.claim.places[0], span=span)
    shot = frame(replace(fired.claim, places=(mention,)))
    assert not elsewhere([shot.claim.id], {shot.claim.id: shot}, "UA-14")


def test_the_day_that_most_claims_tell_is_the_day_of_the_deed() -> None:
    def on(day: str, report: str) -> Frame:
        return frame(happening(claim("Rockets hit Aldern", document=report), day), day)

    days = [on("2025-03-02", "d-1"), on("2025-03-02", "d-2"), on("2025-03-02", "d-3"), on("2025-03-09", "d-4")]
    assert main_day(days) == days[0].said
    assert main_day(days[2:]) is None


def test_a_charge_is_asked_by_whom_it_charges_and_with_what() -> None:
    charged = frame(claim("Veridian forces of shelling farms", stance="accuses", kind="attack"))
    assert whether_there_is([charged]) == "Were Veridian forces shelling farms?"


def test_how_the_war_went_before_is_no_part_of_a_blow() -> None:
    hit, again = struck("2025-03-02", "d-1"), struck("2025-03-03", "d-2")
    began = frame(happening(claim("Veridian troops assaulted Aldern", document="d-3"), "2024-08-06"), "2025-03-03")
    frames = {one.claim.id: one for one in (hit, again, began)}
    assert long_before(frames, frames) == {began.claim.id}


def struck(day: str, report: str, text: str = "Rockets hit houses in Aldern") -> Frame:
    return frame(placed(happening(claim(text, document=report, kind="attack"), day), ALDERN), day)


def tie(one: Frame, other: Frame) -> Link:
    left, right = sorted((one.claim.id, other.claim.id))
    return Link(f"k-{left}-{right}", left, right, "agrees", "existence", "because", 0.8, "test")


def test_where_a_town_is_struck_daily_each_day_is_asked_by_itself() -> None:
    by_day = [[struck(f"2025-03-0{day}", f"d-{day}{n}") for n in range(3)] for day in (2, 3, 4, 5)]
    inside = [tie(one[a], one[b]) for one in by_day for a, b in ((0, 1), (1, 2), (0, 2))]
    across = [tie(one[0], other[0]) for one, other in pairwise(by_day)]
    frames = {one.claim.id: one for day in by_day for one in day}
    asked = questions_of(frames, [*inside, *across])
    assert sorted(map(len, (question.claim_ids for question in asked))) == [3, 3, 3, 3]


def test_blows_months_apart_that_one_link_joins_are_no_question() -> None:
    first, last = struck("2025-03-02", "d-1"), struck("2025-06-02", "d-2")
    link = replace(tie(first, last), relation="clashes")
    frames = {one.claim.id: one for one in (first, last)}
    assert ends_of([link]) == set(frames)
    assert not questions_of(frames, [link])


def test_what_comes_after_a_blow_stays_out_even_where_it_clashes() -> None:
    hit = struck("2025-03-02", "d-1", "Veridian rockets struck the theatre in Aldern")
    denied = frame(
        placed(claim("Veridian rockets struck Aldern", document="d-2", stance="denies", kind="attack"), ALDERN)
    )
    saved = struck("2025-03-03", "d-3", "130 people were rescued from the rubble of the theatre in Aldern")
    frames = {one.claim.id: one for one in (hit, denied, saved)}
    links = [replace(tie(one, denied), relation="clashes") for one in (hit, saved)]
    kept, _ = relevant("deed|violence|test:aldern|", set(frames), links, frames, whole=True)
    assert kept == {hit.claim.id, denied.claim.id}
