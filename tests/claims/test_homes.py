"""Sides that the report as a whole tells, and those it leaves open."""

from __future__ import annotations

from functools import cache

import pytest

from fogline.config import ReadingOptions
from fogline.pipeline import Pipeline
from fogline.records.claims import Speaker
from fogline.records.documents import Document


@cache
def pipeline() -> Pipeline:
    return Pipeline.load(ReadingOptions())


def speaker(text: str, words: str) -> Speaker:
    claims = pipeline().read([Document("d", "d", "d", text, "", published_at="2026-03-12")])[0].claims
    found = [c.speaker for c in claims if c.speaker and c.speaker.span and c.speaker.span.text == words]
    assert found
    return found[0]


def test_officials_in_a_town_are_of_the_state_it_lies_in_where_the_report_names_that_state() -> None:
    text = "Officials in Batken said two villages had been shelled by Tajik forces. Bishkek protested."
    assert speaker(text, "Officials in Batken").side == "Kyrgyzstan"


def test_officials_in_an_occupied_town_are_of_no_side() -> None:
    text = "Officials in Berdiansk, installed by the occupiers, said shells had fallen. Ukraine denied it."
    assert speaker(text, "Officials in Berdiansk").side is None


def test_officials_in_the_towns_of_two_states_are_of_neither() -> None:
    text = "Officials in Juba and Khartoum said the talks had failed."
    assert speaker(text, "Officials in Juba and Khartoum").side is None


def test_a_headline_takes_the_side_that_the_lead_tells() -> None:
    lead = "Mortar shells fell on three villages, the Kyrgyz border service said on Monday."
    assert speaker(f"Border service says road is mined\n\n{lead}", "Border service").side == "Kyrgyzstan"


@pytest.mark.parametrize("words", ["the Kyrgyz border service", "The service"])
def test_a_service_is_of_the_state_before_its_name_and_so_is_its_short_form(words: str) -> None:
    lead = "Three guards were hurt by Tajik shells on Saturday, the Kyrgyz border service said."
    assert speaker(f"{lead} The service said a post had burned.", words).side == "Kyrgyzstan"


def test_of_two_border_services_the_short_form_is_neither() -> None:
    text = "The Kyrgyz border service met the Tajik border service. The border service said two were hurt."
    assert speaker(text, "The border service").side is None


def test_a_capital_that_speaks_behind_another_clause_is_its_government() -> None:
    assert (
        speaker(
            'Congo accuses Rwanda of sending fresh battalion across border; Kigali rejects "tired fable"', "Kigali"
        ).side
        == "Rwanda"
    )


@pytest.mark.parametrize(
    ("text", "words", "side"),
    [
        ("Iran said the strike had failed. State television said two were killed.", "State television", "Iran"),
        ("Sudan's army was back. The northern command said the road was open.", "The northern command", "Sudan"),
        ("Belarusian state media said the drill had ended.", "Belarusian state media", "Belarus"),
        ("Ukraine's air force was ready. The capital's mayor said a school was hit.", "The capital's mayor", "Ukraine"),
    ],
)  # fmt: skip
def test_an_organ_is_of_the_only_state_that_the_report_names(text: str, words: str, side: str) -> None:
    assert speaker(text, words).side == side


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Armenian and Azerbaijani troops clashed on Monday. Police said two people were hurt.", "Police"),
        ("Ethiopia and Eritrea met. The northern command said it had not fired.", "The northern command"),
        ("The road to Djibouti is open. The general headquarters said the town was lost.", "The general headquarters"),
    ],
)  # fmt: skip
def test_nothing_is_guessed_between_two_states_nor_from_a_place(text: str, words: str) -> None:
    assert speaker(text, words).side in (None, "Government")


def test_a_state_named_in_passing_owns_no_army_in_another_land() -> None:
    text = (
        "The military bombed Hsipaw and Lashio. A Chinese official urged calm. The military said the market was safe."
    )
    assert speaker(text, "The military").side != "China"


@pytest.mark.parametrize(
    ("text", "words", "side"),
    [
        ("Kharkiv regional governor Ostap Hryn said two women were hurt. Russia denied it.", "Hryn", "Ukraine"),
        ("The mayor of Goma said 12 people were killed. Rwanda denied it.", "Goma", "Democratic Republic of the Congo"),
        ("The rebel-appointed mayor of Goma said the market was hit. Rwanda denied it.", "Goma", None),
    ],
)
def test_governors_and_mayors_are_of_the_state_their_place_lies_in(text: str, words: str, side: str | None) -> None:
    claims = pipeline().read([Document("d", "d", "d", text, "", published_at="2026-03-12")])[0].claims
    assert {c.speaker.side for c in claims if c.speaker and words in c.speaker.name} == {side}


def test_an_organ_is_of_the_state_whose_ground_a_report_tells_though_others_speak_in_it() -> None:
    told = "Rebels entered Lashio and Hsipaw in Myanmar. The junta said its troops had pulled back."
    assert speaker(f"{told} China called for talks.", "The junta").side == "Myanmar"
    assert speaker(f"{told} Chinese troops crossed the border.", "The junta").side != "Myanmar"
