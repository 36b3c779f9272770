"""A war repeats itself: what is shelled or counted again is one only with a day, a site or a count in common."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.links.making import ALDERN, NORDLAND, claim, counting, frame, happening, placed, report

from fogline.links.days import Days, day_number
from fogline.links.episodes import told_days
from fogline.links.frames import Frame, frames_of
from fogline.links.judging import judge
from fogline.records.claims import Claim, Kind
from fogline.records.mentions import Place, Quantity

UKRAINE = Place("iso3166-1:UA", "Ukraine", 49.0, 32.0, "country", "UA")


def deed(text: str, *places: Place, kind: Kind = "attack", document: str = "one") -> Claim:
    """A claim of a paper on a deed at some places."""
    return placed(replace(claim(text, None, document=f"d-{document}"), kind=kind), *places)


def toll(text: str, number: str, *places: Place, of: str = "people", document: str = "one") -> Claim:
    """A claim of a paper on how many were killed."""
    value = float(number.replace(",", ""))
    quantity = Quantity(value, value, "count", of, approximate=False, scope="killed")
    return counting(deed(text, *places, kind="casualties", document=document), number, quantity)


def relation(one: Claim, other: Claim, days: tuple[str, str], *, papers: tuple[str, str] = ("Gazette", "Post")) -> str:
    """How two claims of papers are linked; "none" where they are not."""
    link = judge(frame(one, days[0], papers[0]), frame(other, days[1], papers[1]))
    return "none" if link is None else link.relation


SHELLED = deed("Enemy gunners shelled the town of Aldern with rockets", ALDERN)
AGAIN = deed("Rockets of enemy gunners hit the town of Aldern", ALDERN, document="two")


def test_two_papers_on_one_shelling_of_one_day_agree() -> None:
    assert relation(SHELLED, AGAIN, ("2025-03-10", "2025-03-10")) == "agrees"


@pytest.mark.parametrize("day", ["2025-03-11", "2025-03-13", "2025-03-30"])
def test_a_shelling_of_another_day_agrees_with_none(day: str) -> None:
    assert relation(SHELLED, AGAIN, ("2025-03-10", day)) == "none"


def test_a_day_that_both_name_makes_a_shelling_one_however_late_it_is_told() -> None:
    one, other = happening(SHELLED, "2025-03-09"), happening(AGAIN, "2025-03-09")
    assert relation(one, other, ("2025-03-10", "2025-03-15")) == "agrees"
    assert relation(one, happening(AGAIN, "2025-03-10"), ("2025-03-10", "2025-03-10")) == "none"


def test_a_site_that_is_hardly_hit_twice_is_spoken_of_for_days() -> None:
    theatre = deed("Enemy rockets hit the theatre in Aldern", ALDERN)
    later = deed("Rockets of the enemy hit the theatre in Aldern", ALDERN, document="two")
    assert relation(theatre, later, ("2025-03-10", "2025-03-14")) == "agrees"


def test_a_town_and_its_region_on_one_day_are_two_deeds() -> None:
    wide = deed("Enemy gunners shelled Nordland region with rockets", NORDLAND, document="two")
    assert relation(SHELLED, wide, ("2025-03-10", "2025-03-10")) == "none"


def test_a_running_count_of_the_war_supersedes_the_one_before() -> None:
    first = toll("The war has killed 183 children since the invasion began", "183", UKRAINE, of="children")
    later = toll(
        "The war has killed 191 children since the invasion began", "191", UKRAINE, of="children", document="two"
    )
    days = ("2025-03-10", "2025-03-14")
    assert relation(first, later, days, papers=("Gazette", "Gazette")) == "supersedes"


@pytest.mark.parametrize(
    "later",
    [
        toll("Shelling killed 5 people in Nordland over the past day", "5", NORDLAND, document="two"),
        toll("Shelling killed 191 people since the invasion began", "191", UKRAINE, document="two"),
    ],
)
def test_what_one_day_took_supersedes_neither_another_day_nor_the_count_of_a_war(later: Claim) -> None:
    first = toll("Shelling killed 7 people in Nordland over the past day", "7", NORDLAND)
    assert relation(first, later, ("2025-03-10", "2025-03-12"), papers=("Gazette", "Gazette")) == "none"


def test_a_risen_toll_of_one_town_supersedes_within_days() -> None:
    first = toll("Rockets killed 11 people in Aldern", "11", ALDERN)
    risen = toll("The death toll of the rockets on Aldern has risen to 14 people", "14", ALDERN, document="two")
    days = ("2025-03-10", "2025-03-12")
    assert relation(first, risen, days, papers=("Gazette", "Gazette")) == "supersedes"


def test_headline_and_first_sentence_of_a_short_report_are_one_voice() -> None:
    headline = deed("Enemy gunners shelled the town of Aldern with rockets", ALDERN)
    told = placed(
        replace(claim("Enemy gunners shelled Aldern with rockets", at=200, document="d-one"), kind="attack"), ALDERN
    )
    link = judge(*_of_one_report(headline, told))
    assert link is None or link.relation != "agrees"


def _of_one_report(*claims: Claim) -> tuple[Frame, Frame]:
    one, other = frames_of(report("one", "2025-03-10"), claims)
    return one, other


def test_dates_of_a_sentence_are_days_of_its_deed_but_not_the_hour_of_a_count() -> None:
    def days(text: str) -> tuple[Days, ...]:
        return told_days(frame(deed(text, ALDERN), "2025-03-10"))

    day = day_number("2025-03-06")
    assert day is not None
    assert days("One more body was found after the rockets on Aldern on March 6") == (Days(day, day),)
    assert days("As of March 6 the rockets on Aldern had killed nine") == ()
    assert days("The rockets on Aldern killed nine") == ()


def test_a_second_strike_of_a_day_is_not_the_first() -> None:
    first = deed("A rocket hit a house in Aldern in the early morning", ALDERN)
    second = deed("The second rocket attack on Aldern hit a farm and wounded its owner", ALDERN, document="two")
    assert relation(first, second, ("2025-03-10", "2025-03-10")) == "none"


def test_who_is_charged_with_a_deed_agrees_with_no_charge() -> None:
    charge = placed(
        replace(claim("Ostrian rockets struck the school in Aldern", "General Ivar Lund"), kind="attack"), ALDERN
    )
    both = placed(
        replace(claim("the two sides blamed each other for striking the school in Aldern", None, document="d-two"),
                kind="attack", stance="accuses"), ALDERN,
    )  # fmt: skip
    assert relation(charge, both, ("2025-03-10", "2025-03-10")) != "agrees"


def test_a_town_that_is_held_is_one_matter_for_days_and_its_evacuees_another() -> None:
    taken = deed("Government troops captured the town of Aldern", ALDERN, kind="control")
    again = deed("The town of Aldern was captured by government troops", ALDERN, kind="control", document="two")
    left = deed("The last 300 residents left the town of Aldern", ALDERN, kind="movement", document="two")
    assert relation(taken, again, ("2025-03-10", "2025-03-12")) == "agrees"
    assert relation(taken, left, ("2025-03-10", "2025-03-12")) == "none"


def test_a_toll_that_moved_on_within_a_day_is_no_repetition() -> None:
    least = Quantity(13, None, "count", "people", approximate=False, scope="killed")
    first = counting(deed("Rockets killed at least 13 people in Aldern", ALDERN, kind="casualties"), "13", least)
    later = toll("Rockets killed 17 people in Aldern", "17", ALDERN, document="two")
    assert relation(first, later, ("2025-03-10", "2025-03-10"), papers=("Gazette", "Gazette")) == "none"
