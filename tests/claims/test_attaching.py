"""Which place, time and number goes to which claim, and what is taken over from earlier sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fogline.config import ReadingOptions
from fogline.pipeline import Pipeline
from fogline.records.claims import Claim
from fogline.records.documents import Document

Read = Callable[[str], tuple[Claim, ...]]


@pytest.fixture(scope="module")
def read() -> Read:
    pipeline = Pipeline.load(ReadingOptions(reader="rules"))

    def run(text: str) -> tuple[Claim, ...]:
        document = Document(id="d-1", name="a", source="a", text=text, digest="0", published_at="2025-03-16")
        return pipeline.read([document])[0].claims

    return run


def test_a_number_outside_the_words_of_a_claim_is_not_its_number(read: Read) -> None:
    (claim,) = read("The two generals said that rebels had killed 14 soldiers near Goma.")
    assert [quantity.span.text for quantity in claim.quantities] == ["14"]


def test_the_day_beside_the_cue_says_when_it_was_said(read: Read) -> None:
    (claim,) = read("The army said on Friday that rebels had attacked the airport of Goma on Tuesday.")
    assert claim.said_at is not None
    assert claim.when is not None
    assert (claim.said_at.time.earliest, claim.when.time.earliest) == ("2025-03-14", "2025-03-11")


def test_a_present_state_holds_on_the_day_it_is_said_and_is_marked(read: Read) -> None:
    (claim,) = read("The army announced on Friday that its troops have retaken Goma.")
    assert claim.when is not None
    assert (claim.when.derived, claim.when.time.basis, claim.when.time.earliest) == (True, "inferred", "2025-03-14")


def test_the_town_is_the_town_of_the_story_and_marked(read: Read) -> None:
    claims = read("The army said that it had entered Goma. Residents said that rebels still held the town.")
    assert [(place.span.text, place.derived) for place in claims[-1].places] == [("Goma", True)]


def test_those_claims_take_the_matter_of_the_claim_before(read: Read) -> None:
    claims = read("The army said that rebels had shelled Goma. The rebels rejected those claims.")
    assert claims[-1].stance == "denies"
    assert claims[-1].flags == (f"about:{claims[0].id}",)
    assert claims[-1].kind == claims[0].kind


def test_what_is_ours_is_held_by_the_speaker(read: Read) -> None:
    (claim,) = read('"The town is ours," said General Ruta Abene of the Highland Liberation Army on Monday.')
    assert [(party.actor.name, party.actor.side) for party in claim.actors] == [
        ("Ruta Abene", "Highland Liberation Army")
    ]


def test_a_place_in_the_name_of_a_group_is_not_where_it_happens(read: Read) -> None:
    claims = read("Rebels shelled Goma. The Congo River Alliance said that its fighters had killed 14 soldiers.")
    assert [(place.span.text, place.derived) for place in claims[-1].places] == [("Goma", True)]


def test_the_seat_of_a_spokesman_is_not_where_it_happens(read: Read) -> None:
    claims = read("Rebels shelled Goma. The army's spokesman in Bukavu said that 14 soldiers were killed.")
    assert [place.span.text for place in claims[-1].places] == ["Goma"]


def test_a_place_that_only_tells_more_of_the_speaker_is_not_that_of_the_claim(read: Read) -> None:
    claims = read('Rebels shelled Goma. "The town is ours," said a rebel, who had hung out the flag of Azawad.')
    assert [place.span.text for place in claims[-1].places] == ["Goma"]


def test_the_soil_of_a_country_is_where_it_happens(read: Read) -> None:
    claims = read("Rebels shelled Goma. The army said that its troops had been attacked on Rwandan soil.")
    assert [place.place.name for place in claims[-1].places if place.place] == ["Rwanda"]


def test_a_story_of_one_place_stays_there(read: Read) -> None:
    between = "People talked of the rain. " * 7
    claims = read(f"Rebels shelled Goma. {between}The army said that 14 soldiers were killed.")
    assert [place.span.text for place in claims[-1].places] == ["Goma"]


def test_the_district_hospital_is_no_district(read: Read) -> None:
    claims = read("Rebels entered Goma in North Kivu. The army said that shells had hit the district hospital.")
    assert [place.span.text for place in claims[-1].places] == ["Goma"]


def test_who_admits_that_a_town_was_lost_has_lost_it(read: Read) -> None:
    claims = read("Artillery shelled the border. Ukraine's General Staff admitted that the town of Sudzha was lost.")
    assert [party.actor.side for party in claims[-1].targets] == ["Ukraine"]


def test_what_a_site_prints_behind_a_headline_is_no_place(read: Read) -> None:
    (claim,) = read("Rebels shelled the convoy (16.04.22 19:30) « War in Congo | Wire.NET")
    assert claim.places == ()


def test_each_layer_that_holds_a_number_and_a_place_keeps_them(read: Read) -> None:
    outer, inner = read("Police said the governor had confirmed that 15 vehicles had been burned in Goma.")
    for claim in (outer, inner):
        assert [quantity.quantity.low for quantity in claim.quantities] == [15]
        assert [place.span.text for place in claim.places] == ["Goma"]


def test_who_is_cited_has_the_number_and_place_of_who_cites(read: Read) -> None:
    claims = read("Newswire, citing police, reported that four people had been killed in a shooting in Goma.")
    assert len(claims) == 2
    assert all(claim.quantities and claim.places for claim in claims)
