"""Troops that leave a place: who is told to hold it no longer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.views.building import Told, cited

from fogline.views.control import control_table
from fogline.views.holding import Holding
from fogline.views.leaving import leaving_of

TROOPS = (("Ostrian troops", "Ostria"),)
OSTRIA = Told(who="Jan Korda", side="Ostria", kind="movement", status="completed", actors=TROOPS)
WIRE = replace(OSTRIA, who=None, side=None)
GONE = Holding("claimed", None, "Ostria")
CIVIL = (("Ostrian residents", "Ostria"),)


@pytest.mark.parametrize(
    ("words", "told", "expected"),
    [
        ("Ostrian troops had left Port Almeida", OSTRIA, GONE),
        ("Ostrian troops left Port Almeida at dawn", WIRE, Holding("reported", None, "Ostria")),
        ("Ostrian troops pulled out of the city of Port Almeida", OSTRIA, GONE),
        ("Ostrian troops had been driven out of Port Almeida", OSTRIA, GONE),
        ("marines drove Ostrian troops from Port Almeida", replace(OSTRIA, actors=(), targets=TROOPS), GONE),
        (
            "Ostrian troops had been driven out of Port Almeida",
            replace(OSTRIA, stance="denies"),
            Holding("denied", "Ostria", None),
        ),
        (
            "Ostrian troops left Port Almeida",
            replace(OSTRIA, stance="unconfirmed"),
            Holding("blank", None, None),
        ),
    ],
)
def test_who_left_a_place_holds_it_no_longer(words: str, told: Told, expected: Holding) -> None:
    assert leaving_of(cited(words, told)[0]) == expected


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Ostrian residents fled Port Almeida", replace(OSTRIA, actors=CIVIL)),
        ("Ostrian troops would soon have left Port Almeida", OSTRIA),
        ("Ostrian troops left Port Almeida", replace(OSTRIA, status="planned")),
        ("Ostrian troops left Port Almeida", replace(OSTRIA, stance="demands")),
        ("Ostrian troops left positions near Port Almeida", OSTRIA),
        ("what Ostrian troops left behind in Port Almeida", OSTRIA),
        ("Ostrian troops in the abandoned college in Port Almeida", OSTRIA),
        ("troops left Port Almeida", replace(WIRE, actors=(("troops", None),))),
        ("Ostrian troops left Port Almeida", replace(OSTRIA, kind="aid")),
    ],
)
def test_plans_people_and_parts_of_a_place_leave_it_to_nobody(words: str, told: Told) -> None:
    assert leaving_of(cited(words, told)[0]) is None


def test_the_table_tells_a_withdrawal_and_does_not_count_other_movements() -> None:
    left = cited("Ostrian troops had left Port Almeida", OSTRIA)
    column = cited("a convoy came through Port Almeida", replace(WIRE, actors=()))
    table = control_table([left, column])
    assert [(cell.told, cell.absent) for cell in table.cells] == [("claimed", ("Ostria",))]
    assert table.left_out == 0


def test_who_holds_a_town_and_took_no_prisoner_is_told_to_hold_it() -> None:
    words = '"Our men hold the town," … "No soldier has been taken prisoner."'
    held = Told(who="Ana Berisso", side="Veridia", predicate="hold")
    (cell,) = control_table([cited(words, held)]).cells
    assert (cell.told, cell.holders) == ("claimed", ("Veridia",))
    assert control_table([cited("ten soldiers were taken prisoner", replace(held, predicate="take"))]).cells == ()
