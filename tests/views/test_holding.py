"""Which words say who holds a place, and whom they mean."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.views.building import Told, cited, town

from fogline.data.gazetteer import Gazetteer
from fogline.records.spans import Span
from fogline.views.control import ControlCell, control_table
from fogline.views.located import containers

BRIGADE = (("Third Brigade", "Veridia"),)
VERIDIA = Told(who="Ana Berisso", side="Veridia")
OSTRIA = Told(who="Jan Korda", side="Ostria")


def cell_of(words: str, told: Told) -> ControlCell:
    (cell,) = control_table([cited(words, told)]).cells
    return cell


@pytest.mark.parametrize(
    "words",
    [
        "it has taken out a bridge in occupied Port Almeida",
        "it retains the ability to strike the port",
        "you can have nothing to do with the port",
        "we ask you to find shelter in occupied parts of the port",
        "he seized the hill and guarded Port Almeida",
        "its illegal annexation of the port",
    ],
)
def test_words_that_do_not_say_who_holds_a_place_give_no_cell(words: str) -> None:
    claim, report = cited(words, VERIDIA)
    at = report.text.find("Port Almeida")
    spans = [replace(one, span=Span(at, at + 12, "Port Almeida")) for one in claim.places if at >= 0]
    table = control_table([(replace(claim, places=tuple(spans) or claim.places), report)])
    assert (table.cells, table.left_out) == ((), 1)


@pytest.mark.parametrize(
    "words",
    [
        "Third Brigade is trying to hold the port",
        "Third Brigade struggles to retake the port",
        "Third Brigade focuses its efforts on keeping the port",
        "Third Brigade goes on with its offensive to establish control of the port",
    ],
)
def test_who_tries_to_take_or_keep_a_place_is_not_said_to_hold_it(words: str) -> None:
    cell = cell_of(words, replace(OSTRIA, actors=BRIGADE))
    assert (cell.told, cell.holders, cell.contested) == ("contested", (), True)


def test_a_not_behind_the_holding_takes_it_from_nobody() -> None:
    told = replace(VERIDIA, status="negated", actors=BRIGADE)
    assert cell_of("Third Brigade’s control of the port guarantees that no shell falls", told).holders == ("Veridia",)
    assert cell_of("Third Brigade does not hold the port", told).absent == ("Veridia",)


ENEMY = (("The enemy", None),)


def test_the_enemy_is_whom_the_source_calls_so_by_name() -> None:
    hill = Told(who="Ana Berisso", side="Ukraine", predicate="lose", places=(town("Quelha", 9002),))
    named = cited("the Russian occupiers lost the hill", hill)
    held = cited("the enemy holds the port", Told(who="Jan Korda", side="Ukraine", predicate="hold", actors=ENEMY))
    (cell,) = [cell for cell in control_table([named, held]).cells if cell.citations[0].claim_id == held[0].id]
    assert cell.holders == ("Russia",)


def test_an_enemy_whom_nothing_names_and_men_of_nobody_hold_nothing() -> None:
    told = Told(predicate="hold", actors=ENEMY)
    assert cell_of("the enemy holds the port", told).holders == ()
    nameless = replace(told, actors=(("fighters", None),))
    assert cell_of("fighters hold the port", nameless).told == "skipped"


def test_no_town_lies_in_a_sea_and_the_place_not_known_is_counted_last() -> None:
    gazetteer = Gazetteer.open()
    sea, odesa = gazetteer.lookup("Black Sea")[0].place, gazetteer.lookup("Odesa")[0].place
    assert containers([sea, odesa])[odesa.id] == ()
    table = control_table([cited("we hold it", replace(VERIDIA, places=())), cited("we hold the port", VERIDIA)])
    assert [cell.place for cell in table.cells] == ["Port Almeida", "(place not known)"]
    assert table.unplaced == 1
