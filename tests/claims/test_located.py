"""What carries the name of a place without being there, and where a story without a place is set."""

from __future__ import annotations

from functools import cache

import pytest

from fogline.config import ReadingOptions
from fogline.pipeline import Pipeline
from fogline.records.claims import Claim
from fogline.records.documents import Document


@cache
def pipeline() -> Pipeline:
    return Pipeline.load(ReadingOptions(reader="rules"))


def claims(text: str) -> tuple[Claim, ...]:
    document = Document(id="d-1", name="a.txt", source="a.txt", text=text, digest="0", published_at="2025-03-20")
    return pipeline().read([document])[0].claims


def places(claim: Claim) -> list[str]:
    return [mention.place.name if mention.place else mention.span.text for mention in claim.places]


def of(text: str, words: str) -> Claim:
    return next(claim for claim in claims(text) if words in claim.text)


def test_a_ship_is_not_at_the_town_it_is_named_after() -> None:
    text = "Missiles hit the cruiser Moskva on Thursday. The ministry said a fire on the Moskva wounded ten sailors."
    assert "Moscow" not in [name for claim in claims(text) for name in places(claim)]


def test_residents_of_a_town_speak_of_their_town() -> None:
    text = "Shells fell on Kharkiv on Monday. Residents of Sumy said two people were killed by a rocket."
    assert places(of(text, "two people were killed")) == ["Sumy"]


def test_what_names_a_place_of_its_own_is_not_set_at_the_last_one() -> None:
    text = "Shells fell on Kharkiv on Monday. Soldiers killed two rebels near Korvatka, a doctor said."
    assert "Kharkiv" not in places(of(text, "killed two rebels"))


@pytest.mark.parametrize("text", ["Rebel commanders visited Poland.", "Rockets hit western Ukraine."])
def test_a_country_visited_or_hit_is_where_it_happens(text: str) -> None:
    (claim, *_) = claims(f"{text} Troops and rockets were seen.")
    assert places(claim) in (["Poland"], ["western Ukraine"])


def test_a_year_that_only_tells_who_speaks_is_not_when_he_spoke() -> None:
    text = "General Marek, who took power in 2023, said soldiers killed ten rebels."
    assert of(text, "killed ten rebels").said_at is None


def test_a_capital_that_acts_is_no_place() -> None:
    text = "Delhi hits rebel camps. The army shelled a rebel village on Monday."
    assert all("Delhi" not in places(claim) for claim in claims(text))


def test_what_a_war_has_cost_over_years_is_not_set_at_the_town_of_the_day() -> None:
    text = "Shells fell on Kharkiv on Monday. The fighting has killed more than 6,000 people since 2017."
    assert places(of(text, "killed more than 6,000")) == []


def test_where_tells_more_of_the_town_not_of_its_region() -> None:
    text = "The envoy visited the town of Irpin in the Kyiv region, where soldiers killed ten villagers."
    assert places(of(text, "where soldiers killed")) == ["Irpin"]


def test_who_is_told_something_and_a_firm_of_that_name_are_no_ground() -> None:
    told = "Colonel Marek told the Sentinel that four soldiers had been captured overnight."
    assert places(of(told, "four soldiers")) == []
    firm = "Eighty gunmen of the firm Aleppo Ridge attacked a base near Homs, the ministry said."
    assert places(of(firm, "gunmen")) == ["Homs"]


def test_a_field_that_no_list_knows_is_not_set_at_the_last_town() -> None:
    text = "Shells fell on Kharkiv on Monday. Rebel fighters seized the Korvatka oil field on Sunday."
    assert "Kharkiv" not in places(of(text, "oil field"))


def test_what_is_said_to_a_country_is_not_there() -> None:
    text = "The ministry said Russian troops will respond to Poland with strikes."
    assert "Poland" not in places(of(text, "respond"))


def test_what_two_leaders_talk_about_is_not_where_they_meet() -> None:
    text = "The president discussed the shelling of Kharkiv with the prime minister."
    assert [name for claim in claims(text) for name in places(claim)] == []


def test_an_adverb_before_a_comma_is_no_village() -> None:
    text = "Currently, the Bakhmut district of the Donetsk region suffers from shelling."
    assert "Currently" not in [name for claim in claims(text) for name in places(claim)]


def test_the_rebels_of_a_country_tell_which_town_is_meant() -> None:
    text = "Rebels killed 12 villagers in Beni overnight. M23 fighters hold nearby towns, the Congolese army said."
    (place, *_) = of(text, "12 villagers").places
    assert place.place is not None
    assert place.place.country == "CD"


def test_how_a_name_is_written_elsewhere_is_no_place() -> None:
    text = "The Mosul Front (Arabic: al-Mawsil) is a militant group. Its fighters killed ten soldiers near Aleppo."
    assert "Mosul" not in places(of(text, "killed ten soldiers"))


def test_where_two_of_the_wounded_died_is_not_where_the_others_did() -> None:
    text = "A strike on Kharkiv killed nine people on Monday, two of them dying in hospital in Dnipro."
    assert "Dnipro" not in places(of(text, "nine people"))
    later = "Shells fell on Kharkiv. Nine people died in the bakery, two of them in hospital in Dnipro, police said."
    assert "Dnipro" not in places(of(later, "Nine people"))


def test_where_somebody_sets_out_for_is_no_ground_of_the_story() -> None:
    text = (
        "Shells fell on Kharkiv on Monday. Ten trucks left for Dnipro at dusk. Nine civilians were killed, police said."
    )
    assert "Dnipro" not in places(of(text, "Nine civilians"))
