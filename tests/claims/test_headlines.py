"""Who says a headline, and what the site prints around it."""

from __future__ import annotations

import pytest
from tests.claims.conftest import Parse, Said

from fogline.claims.attribution.cues import load_cues
from fogline.claims.attribution.headlines import is_topic, signs_quotation, without_furniture
from fogline.records.spans import Span


@pytest.mark.parametrize("mark", [" - General Staff", ", - General Staff", " – General Staff", " -General Staff"])
def test_a_headline_is_signed_at_its_end(said: Said, mark: str) -> None:
    found = said(
        f"Rebels shell three villages near Tarn overnight{mark}\n\nThe night was quiet elsewhere in the valley."
    )
    assert [(who, content) for who, _, _, content in found] == [
        ("General Staff", "Rebels shell three villages near Tarn overnight")
    ]


@pytest.mark.parametrize("name", ["General Staff of the Armed Forces", "Lee", "Ministry of Defence", "Mayor of Tarn"])
def test_a_name_before_the_colon_speaks(name: str) -> None:
    assert not is_topic(name, load_cues())


@pytest.mark.parametrize("name", ["Shelling of the port", "Rockets in the east", "Occupation of Tarn", "Analysis"])
def test_a_topic_before_the_colon_does_not(name: str) -> None:
    assert is_topic(name, load_cues())


def test_the_stamp_and_the_site_are_no_part_of_what_is_said(parse: Parse) -> None:
    text = "Lee: Rebels took the bridge (16.03.25 18:42) « War in Tarn | Tarn.Example"
    _, sentences = parse(text)
    whole = Span.of(text, 5, len(text))
    assert without_furniture(text, sentences[0], whole).text == "Rebels took the bridge"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Raid on the airport at Tarn kills cargo crew: army", ["army"]),
        ("Over 5 million have fled the fighting since March: UN", ["UN"]),
        ("Night of fire over the valley: a diary", []),
    ],
)
def test_an_office_behind_the_last_colon_speaks(said: Said, text: str, who: list[str]) -> None:
    assert [name for name, *_ in said(text)] == who


@pytest.mark.parametrize(
    ("name", "topic"),
    [("engineer", False), ("local doctors", False), ("new raid", True), ("Occupied Tarn", True), ("Tarn NPP", True)],
)
def test_a_trade_in_lower_case_signs(name: str, topic: bool) -> None:
    assert is_topic(name, load_cues()) is topic


@pytest.mark.parametrize("who", ["General Staff about the war", "Wallace on the raids", "Zelensky to U.S. Congress"])
def test_who_speaks_about_on_or_to_something_is_named_before_it(said: Said, who: str) -> None:
    (row,) = said(f"{who}: Rebels shelled three villages near Tarn\n\nGeneral Ben Wallace and Volodymyr Zelensky met.")
    assert row[1:] == (":", "asserts", "Rebels shelled three villages near Tarn")
    assert who.startswith(f"{row[0]} ")


def test_a_raid_on_a_town_does_not_speak(said: Said) -> None:
    rows = said("Attack on Tarn: Rebels shelled three villages in the valley\n\nThe night was quiet elsewhere.")
    assert rows == []


def test_the_last_dash_signs(said: Said) -> None:
    found = said(
        "Army moves tanks to Aldern and two battalions - to Tarn - General Staff\n\nThe night was quiet in Tarn."
    )
    assert [who for who, *_ in found] == ["General Staff"]


@pytest.mark.parametrize("name", ["villagers in Tarn", "a mother in Aldern", "witness"])
def test_a_quotation_may_be_signed_in_small_letters(name: str) -> None:
    assert signs_quotation(name, '"They burned our homes"')
    assert not signs_quotation(name, "Homes burn for a third day")


def test_a_topic_signs_no_quotation() -> None:
    assert not signs_quotation("raid in Tarn", '"They burned our homes"')


def test_a_rights_body_in_small_letters_may_sign() -> None:
    assert not is_topic("civil society", load_cues())


def test_a_quotation_with_its_matter_behind_the_name_is_said_by_the_name(said: Said) -> None:
    text = 'Interview: "Nobody holds the valley road" - Colonel Ann Roe on the siege of Tarn\n\nThe siege goes on.'
    assert ("Colonel Ann Roe", "-", "asserts", '"Nobody holds the valley road"') in said(text)
