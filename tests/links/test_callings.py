"""People of two callings, a share of things, and a figure that is set right are no counts of one thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.links.making import claim, counting
from tests.links.test_tallies import counted

from fogline.links.amounts import Amount, amounts_of
from fogline.links.callings import calling_of, two_callings
from fogline.links.tallies import tallies_of
from fogline.records.mentions import Quantity

CALLED = ("child", "driver", "fighter", "medic", None)


def amount(text: str, number: str, value: float, of: str | None = None) -> list[Amount]:
    scope = "killed" if "killed" in text else None
    return list(amounts_of(counting(claim(text), number, Quantity(value, value, "count", of=of, scope=scope))))


@pytest.mark.parametrize(
    ("noun", "calling"),
    [
        ("infants", "child"),
        ("lorry drivers", "driver"),
        ("nurses", "medic"),
        ("Northland soldiers", "fighter"),
        ("people", None),
        ("civilians", None),
    ],
)
def test_a_noun_tells_the_calling_of_those_counted(noun: str, calling: str | None) -> None:
    assert calling_of(noun) == calling


@given(st.sampled_from(CALLED), st.sampled_from(CALLED))
def test_only_two_known_callings_part_people(one: str | None, other: str | None) -> None:
    assert two_callings(one, other) == two_callings(other, one)
    assert two_callings(one, other) == (None not in (one, other) and one != other)


def test_the_drivers_of_a_convoy_are_not_the_medics_of_a_town() -> None:
    (drivers,) = amount("Four drivers were killed on the road", "Four", 4, "drivers")
    (medics,) = amount("Eleven medics were killed at Aldern", "Eleven", 11, "medics")
    (people,) = amount("Eleven people were killed on the road", "Eleven", 11, "people")
    assert not drivers.comparable(medics)
    assert drivers.comparable(people)


def test_a_tally_keeps_what_those_counted_are_called() -> None:
    (drivers,) = tallies_of(counted("Four drivers were killed", "Four", 4, "drivers", scope="killed"))
    assert (drivers.calling, drivers.fate) == ("driver", "dead")


def test_some_of_the_lorries_are_a_part_of_them_and_own_dead_are_not() -> None:
    (some,) = amount("Rifles lay in two of the lorries", "two", 2)
    (own,) = amount("It lost 58 of its own men", "58", 58)
    assert some.part
    assert not own.part


@pytest.mark.parametrize("text", ["The dead are ten, not eleven", "The dead are ten and not eleven"])
def test_a_figure_that_is_set_right_is_nobody_s_count(text: str) -> None:
    assert amount(text, "eleven", 11) == []
    assert [found.text for found in amount(text, "ten", 10)] == ["ten"]


def test_by_how_much_a_figure_is_lower_is_no_count() -> None:
    assert amount("Ten died, one fewer than the ministry says", "one", 1) == []
