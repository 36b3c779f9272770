"""Titles name the plant that is meant, put a border behind its article and close their quotes."""

from __future__ import annotations

import pytest
from tests.links.making import ALDERN, claim, frame

from fogline.links.disputing import whether_there_is
from fogline.links.finishing import finished
from fogline.links.frames import Frame
from fogline.links.titles import title_of
from fogline.records.mentions import Place

PLANT = Place("test:plant", "Orlenka Nuclear Power Plant", 48.0, 37.0, "point", "UA", "UA-14")


def told(text: str, report: str) -> Frame:
    return frame(claim(text, document=report))


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("Is Ostria planning a raid at nuclear plant?", "Is Ostria planning a raid at Orlenka Nuclear Power Plant?"),
        ("Must Ostria leave Chad nuclear plant?", "Must Ostria leave Orlenka Nuclear Power Plant?"),
        ("Is the Orlenka nuclear plant safe?", "Is the Orlenka nuclear plant safe?"),
    ],
)
def test_a_plant_goes_by_its_name(asked: str, named: str) -> None:
    assert finished(asked, PLANT) == named
    assert finished(asked, ALDERN) == finished(asked, None) == asked


@pytest.mark.parametrize(
    ("asked", "put"),
    [
        ("Who has left Ostria–Veridia border?", "Who has left the Ostria–Veridia border?"),
        (
            "What troops are stationed in Ostria–Veridia border?",
            "What troops are stationed at the Ostria–Veridia border?",
        ),
        ("Did Marching troops lose six men?", "Did marching troops lose six men?"),
        ("Did it recognise the ‘League?", "Did it recognise the League?"),
        ("Is it a ‘sham’, as Ostria’s envoy says?", "Is it a ‘sham’, as Ostria’s envoy says?"),
    ],
)
def test_a_title_reads_as_a_sentence(asked: str, put: str) -> None:
    assert finished(asked, None) == put


def test_what_was_done_to_something_is_asked_with_a_verb() -> None:
    assert whether_there_is([told("destruction of harpoon depot", "d-1")]) == "Was a harpoon depot destroyed?"
    assert whether_there_is([told("the alleged capture of two mills", "d-2")]) == "Were two mills captured?"


def test_involvement_is_asked_by_who_was_involved_where_one_claim_tells() -> None:
    whose = told("the alleged involvement of the League in the raid on Aldern", "d-2")
    bare = told('involvement in "sabotage"', "d-1")
    assert whether_there_is([bare, whose]) == "Was the League involved in the raid on Aldern?"
    assert whether_there_is([bare]) == "Was there involvement in sabotage?"


def test_a_plant_that_nobody_names_is_asked_with_its_land_and_days() -> None:
    holders = [told(f"{who} has control of Chad nuclear plant", f"d-{who}") for who in ("Ostria", "Veridia")]
    assert title_of(holders, None, ("held", "nuclear"), ()) == "Who holds the nuclear power plant in Chad, 16 Mar 2025?"
