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
