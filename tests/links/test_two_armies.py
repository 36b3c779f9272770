"""What two armies say of their own units, of ground and of the dead of one fight."""

from __future__ import annotations

from dataclasses import replace

from tests.links.making import ALDERN, counting, of_side, placed
from tests.links.stories import denied, relation, told

from fogline.links.comparing.tallying import SINCE
from fogline.records.claims import Claim
from fogline.records.mentions import Quantity

WHOSE = "Northland combatant"
ONE_DAY = ("2025-03-10", "2025-03-10")


def north(text: str, at: int = 0) -> Claim:
    return placed(of_side(told(text, "Olof Ek", "d-a", at), "Northland", kind="control"), ALDERN)


def south(text: str, at: int = 0) -> Claim:
    return placed(of_side(told(text, "Sanna Ruud", "d-b", at), "Southland", kind="control"), ALDERN)


def test_our_units_of_two_armies_are_two_holders() -> None:
    held = north("Our units hold the town and its approaches")
    ours = south("The town is fully under our control and the enemy has fled across the frontier")
    assert relation(held, ours, ONE_DAY) == "clashes"


def test_a_second_sentence_on_prisoners_hides_no_holder() -> None:
    held = north('Our units hold the town and its approaches," … "No soldier of Northland has been taken prisoner')
    ours = south("The town is fully under our control and the enemy has fled across the frontier")
    assert relation(held, ours, ONE_DAY) == "clashes"


def test_a_lost_town_that_is_denied_is_no_word_on_lost_men() -> None:
    denial = denied(north("the loss of Aldern"))
    losses = replace(south("its own losses in Aldern stood at nine dead"), kind="casualties")
    assert relation(denial, losses, ONE_DAY) != "clashes"
    assert relation(denial, south("Our troops have retaken Aldern"), ONE_DAY) == "clashes"


def test_the_dead_since_the_fighting_began_on_sunday_are_those_of_the_fight() -> None:
    few, many = (Quantity(n, n, "count", "Northland soldiers", scope="killed", whose=WHOSE) for n in (14, 120))
    own = replace(north("14 Northland soldiers had died since the fighting began on Sunday"), kind="casualties")
    enemy = replace(south("120 Northland soldiers were killed and 35 captured"), kind="casualties")
    assert relation(counting(own, "14", few), counting(enemy, "120", many), ONE_DAY) == "clashes"
    assert not SINCE.search("since the battle for the pass started on Friday")
    assert SINCE.search("since the war began in 2023")


def test_men_told_by_their_looks_are_no_side_of_their_own() -> None:
    ours = north("The town is ours, and the camp")
    seen = placed(
        replace(told("turbaned fighters manned the gate of the town", None, "d-b", 0), kind="deployment"), ALDERN
    )
    assert relation(ours, seen, ONE_DAY) != "clashes"
