"""Whose losses a figure counts, and which figures of one place are of one event."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.views.building import Told, cited

from fogline.records.mentions import Quantity
from fogline.views.citing import Cited
from fogline.views.measures import measure_of, named
from fogline.views.numbers import number_series
from fogline.views.tolling import by_event

MALI = Told(who="Colonel Ba", side="Mali", kind="casualties")
NIGER = replace(MALI, who="Major Issa", side="Niger")
WIRE = replace(MALI, who=None, side=None)


def count(words: str, number: int, told: Told, **of: str) -> Cited:
    quantity = Quantity(number, number, "count", **of)  # type: ignore[arg-type]
    return cited(words, replace(told, quantities=((str(number), quantity),)))


def dead(words: str, number: int, told: Told, whose: str = "Malian combatant") -> Cited:
    return count(words, number, told, of="soldiers", scope="killed", whose=whose)


def test_what_a_side_admits_and_what_the_other_counts_of_it_are_one_series() -> None:
    theirs = dead("it killed 120 Malian soldiers", 120, NIGER)
    own = dead("14 of its soldiers were killed", 14, MALI, whose="combatant")
    (series,) = number_series([theirs, own])
    assert (series.title, series.claimants) == ("Malian troops killed, Port Almeida", ("Mali", "Niger"))
    assert series.low
    assert series.high
    assert (series.low.value, series.high.value) == (14, 120)


def test_figures_of_one_army_meet_though_two_questions_ask_for_them() -> None:
    theirs = dead("it killed 120 Malian soldiers", 120, replace(NIGER, published="2031-05-06"))
    own = dead("14 Malian soldiers had died since Sunday", 14, replace(MALI, happened=("2031-05-04", "2031-05-04")))
    later = dead("30 Malian soldiers were killed", 30, replace(NIGER, published="2031-08-06"))
    asked = {claim[0].id: [f"q-{n}"] for n, claim in enumerate((theirs, own, later))}
    found = number_series([theirs, own, later], asked)
    assert sorted(sorted(figure.words for figure in series.figures) for series in found) == [["120", "14"], ["30"]]


def test_a_toll_that_rose_after_a_strike_is_of_that_strike_and_one_of_a_war_is_not() -> None:
    strike = replace(WIRE, happened=("2031-05-04", "2031-05-04"), published="2031-05-04")
    first = count("the strike killed 11 people", 11, strike, of="people", scope="killed")
    toll = replace(strike, said="2031-05-05")
    risen = count("the death toll of the strike rose to 16", 16, toll, of="death toll", scope="killed")
    war = replace(WIRE, happened=("2030-02-01", None), published="2031-05-05")
    total = count("900 people have been killed since February", 900, war, of="people", scope="killed")
    found = number_series([first, risen, total])
    assert sorted([figure.words for figure in series.figures] for series in found) == [["11", "16"], ["900"]]


@pytest.mark.parametrize(
    ("of", "whose", "scope", "expected"),
    [
        ("captured Malian soldiers", "Malian combatant", None, ("troops", "captured", "Malian")),
        ("captured soldiers", "combatant", None, ("troops", "captured", None)),
        ("soldiers", "Malians", "killed", ("troops", "killed", "Malian")),
        ("Malians", None, "surrendered", ("people", "captured", "Malian")),
        ("engineers", "civilian", None, ("engineer", None, None)),
        ("sailors", "combatant", "wounded", ("sailor", "wounded", None)),
        ("people", "civilian", "killed", ("people", "killed", "civilian")),
        ("policemen", None, "missing", ("policeman", "missing", None)),
        ("specimens", None, None, ("specimen", None, None)),
    ],
)
def test_what_is_counted_its_state_and_whose_it_is(
    of: str, whose: str | None, scope: str | None, expected: tuple[str, str | None, str | None]
) -> None:
    measure = measure_of(Quantity(3, 3, "count", of=of, whose=whose, scope=scope))
    assert (measure.counted, measure.scope, measure.whose) == expected


@pytest.mark.parametrize(
    ("counted", "shown"),
    [("policeman", "policemen"), ("german", "germans"), ("human", "humans"), ("specimen", "specimens"), ("man", "men")],
)
def test_plurals_are_those_of_the_language(counted: str, shown: str) -> None:
    assert named(counted, "count") == shown


def test_days_are_near_from_the_end_of_one_span_to_the_start_of_the_next() -> None:
    told = [("2031-05-01", "2031-05-03", "a"), ("2031-05-04", "2031-05-08", "b"), (None, "2031-05-12", "c")]
    assert by_event(told) == [["a", "b"], ["c"]]
    assert by_event([(None, None, "x"), (None, "2031-05-01", "y")]) == [["y"], ["x"]]
