"""Who speaks on a question: each party under one name, and nobody who is no party."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.links.making import ALDERN, claim, frame, of_side, placed

from fogline.links.claimants import parties_of
from fogline.links.frames import Frame
from fogline.records.spans import Span

UNNAMED = "A source that is not named"


def spoken(name: str, at: int = 1, text: str = "The mill was shelled") -> Frame:
    return frame(claim(text, name, document=f"d-{at}"))


@pytest.mark.parametrize("name", ["There", "They", "Scores", "Heads", "president", "local official"])
def test_pronouns_and_bare_roles_are_no_party(name: str) -> None:
    assert {*parties_of([spoken(name)]).values()} == {UNNAMED}


@pytest.mark.parametrize("name", ["Nils Barsk", "IAEA", "Mill Workers' Union", "MP Ada Kern"])
def test_names_stay(name: str) -> None:
    assert {*parties_of([spoken(name)]).values()} == {name}


@pytest.mark.parametrize("name", ["Russian-backed officials", "Russian-installed head", "pro-Russian rebels"])
def test_those_whom_a_state_backs_speak_for_it(name: str) -> None:
    assert {*parties_of([spoken(name)]).values()} == {"Russia"}


def test_a_local_office_speaks_for_the_land_that_its_report_is_about() -> None:
    told = spoken("city council")
    at_home = replace(told, setting=replace(told.setting, theatre="ukraine"))
    assert {*parties_of([at_home]).values()} == {"Ukraine"}
    assert {*parties_of([told]).values()} == {"city council"}


def test_occupiers_are_the_other_state_that_a_report_speaks_of() -> None:
    told = spoken("occupiers")
    two = replace(told, setting=replace(told.setting, theatre="ukraine", states=frozenset({"ukraine", "russia"})))
    assert {*parties_of([two]).values()} == {"Russia"}
    assert {*parties_of([told]).values()} == {UNNAMED}


def test_a_short_form_is_the_name_with_its_initials() -> None:
    told = [spoken("Ministry of Mills and Weirs", 1), spoken("MMW", 2), spoken("ABC", 3)]
    assert [*parties_of(told).values()] == ["Ministry of Mills and Weirs", "Ministry of Mills and Weirs", "ABC"]


def test_one_name_in_two_spellings_is_one_person_on_one_side() -> None:
    sided = frame(of_side(claim("The ridge is ours", "Taras Holenskyy", document="d-1"), "Ostria"))
    told = [sided, spoken("Holenskyi", 2), spoken("Podalsky", 3), spoken("Ilya Podalskyi", 4)]
    assert [*parties_of(told).values()] == ["Ostria", "Ostria", "Ilya Podalskyi", "Ilya Podalskyi"]


def test_a_state_told_as_whose_somebody_is_speaks() -> None:
    made = claim("the raid was murder", "Draghi")
    assert made.speaker is not None
    owned = replace(made, speaker=replace(made.speaker, span=Span(90, 104, "Italy's Draghi")))
    assert set(parties_of([frame(owned)]).values()) == {"Italy"}


def test_a_body_that_the_world_list_knows_is_one_party_however_its_members_are_told() -> None:
    told = [
        frame(claim("the raid was murder", name, document=f"d-{at}"))
        for at, name in enumerate(("Heads of G7 countries", "foreign ministers of the Group of Seven"))
    ]
    assert set(parties_of(told).values()) == {"Group of Seven"}
    expert = frame(claim("the raid was murder", "a former analyst of the Group of Seven"))
    assert "Group of Seven" not in parties_of([expert]).values()


def test_the_head_of_government_in_a_paper_of_that_state_is_its_own() -> None:
    told = frame(claim("the raid was murder", "PM"), publisher="The Kenya Mail")
    assert set(parties_of([told]).values()) == {"Kenya"}
    assert set(parties_of([frame(claim("the raid was murder", "PM"), publisher="The Mail")]).values()) != {"Kenya"}


def test_the_council_of_a_town_is_of_the_land_that_its_report_speaks_of() -> None:
    made = placed(claim("the raid was murder", "Aldern City Council"), ALDERN)
    told = frame(made)
    assert set(parties_of([told]).values()) == {"Ukraine"}
    nowhere = replace(told, setting=replace(told.setting, theatre=None))
    assert set(parties_of([nowhere]).values()) == {"Aldern City Council"}
