"""Whose local officers and services are: of the land of their report; what only sounds like them stays unnamed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.links.making import ALDERN, claim, frame, placed

from fogline.links.claimants import parties_of
from fogline.links.frames import Frame
from fogline.links.listed import listed_side
from fogline.records.claims import Speaker
from fogline.records.mentions import ActorKind
from fogline.records.spans import Span


def spoken(name: str, kind: ActorKind, written: str = "", text: str = "The mill was shelled") -> Frame:
    made = claim(text, name)
    speaker = Speaker(name, kind, None, Span(90, 90 + len(written or name), written or name))
    told = frame(replace(made, speaker=speaker))
    return replace(told, setting=replace(told.setting, theatre="ukraine", states=frozenset({"ukraine"})))


def party(told: Frame) -> str:
    return parties_of([told])[told.claim.id]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Mayor Kern", ""),
        ("Kern", "mayor Kern"),
        ("Kern", "local deputy Kern"),
        ("Ada Kern", "regional governor Ada Kern"),
    ],
)
def test_an_officer_told_by_name_speaks_for_the_land(name: str, written: str) -> None:
    assert party(spoken(name, "person", written)) == "Ukraine"


@pytest.mark.parametrize("written", ["Kern", "deputy Kern", "former mayor Kern"])
def test_who_holds_no_local_office_speaks_for_himself(written: str) -> None:
    assert party(spoken("Kern", "person", written)) == "Kern"


def test_an_office_in_the_possessive_is_an_office() -> None:
    assert party(spoken("Prosecutor General’s Office", "government")) == "Ukraine"


def test_a_council_named_after_a_town_of_its_sentence_is_of_the_land() -> None:
    told = "Aldern City Council showed the Aldern-based mill in flames"
    assert party(spoken("Aldern City Council", "government", text=told)) == "Ukraine"
    assert party(spoken("Aldern City Council", "government")) == "Aldern City Council"


def test_occupiers_are_those_whom_their_sentence_names_beside_the_land() -> None:
    told = spoken("occupiers", "armed_force", text="The occupiers own that Chadian troops shelled the mill")
    assert party(told) == "Chad"
    assert party(spoken("occupiers", "armed_force")) == "A source that is not named"


def test_an_officer_of_a_body_that_the_world_knows_speaks_for_it_and_an_envoy_to_it_does_not() -> None:
    assert party(spoken("High Commissioner", "person", "The UN High Commissioner for Mills")) == "United Nations"
    assert party(spoken("High Commissioner", "person", "the High Commissioner to the UN")) == "High Commissioner"
    assert listed_side("European Commissioner for Mills") == "European Union"


def test_footage_speaks_for_no_state_that_it_tells_of_and_a_statement_for_its_issuer() -> None:
    other = replace(spoken("Moscow", "government"), claim=replace(spoken("Moscow", "government").claim, id="c-other"))
    moscow = replace(other, claim=replace(other.claim, speaker=Speaker("Moscow", "government", "Russia", None)))
    for name, whose in (("Footage from a park", "Footage from a park"), ("Report of the staff", "Russia")):
        told = replace(spoken(name, "document"), party=frozenset({"russia"}))
        assert parties_of([moscow, told])[told.claim.id] == whose


def test_a_town_that_heads_a_line_is_its_topic_and_no_speaker() -> None:
    told = spoken("Aldern", "person")
    there = replace(told, claim=placed(told.claim, ALDERN))
    assert party(there) == told.setting.shown
    assert party(told) == "Aldern"


def test_a_surname_told_first_is_of_the_same_person() -> None:
    assert listed_side("Borrell Josep") == listed_side("Josep Borrell") == "European Union"
    assert listed_side("Borrell Ada") is None
