"""What a report says of a place beside its name: near it, between two, in which region; and who speaks by its name."""

from __future__ import annotations

import pytest
from tests.mentions.conftest import Find


@pytest.mark.parametrize(
    ("text", "name", "is_metonym"),
    [
        ("Moscow said the bridge was safe.", "Moscow", True),
        ("Kyiv has denied the claim.", "Kyiv", True),
        ("Talks between Kyiv and Moscow failed.", "Moscow", True),
        ("According to Minsk, nobody was hurt.", "Minsk", True),
        ("Delegates arrived in Moscow on Monday.", "Moscow", False),
        ("Missiles hit Kyiv overnight.", "Kyiv", False),
        ("The column drove toward Kyiv.", "Kyiv", False),
        ("Kharkiv said goodbye to its mayor.", "Kharkiv", False),
    ],
)
def test_a_seat_of_government_that_speaks_or_deals_is_a_metonym(
    find: Find, text: str, name: str, is_metonym: bool
) -> None:
    assert find(text)[name].metonym is is_metonym


@pytest.mark.parametrize(
    ("text", "name", "words", "precision"),
    [
        ("Two posts near Kupiansk were lost.", "Kupiansk", "near", "area"),
        ("They reached the outskirts of Pokrovsk.", "Pokrovsk", "outskirts of", "town"),
        ("A depot 20 km north of Donetsk burned.", "Donetsk", "20 km north of", "area"),
        ("They hold the eastern bank of the Oskil River.", "Oskil River", "eastern bank of", "water"),
        ("Villages along the border with Belarus were emptied.", "Belarus", "along the border with", "area"),
        ("The army advanced in the Pokrovsk direction.", "Pokrovsk", "direction", "area"),
        ("Rain fell in northern Syria.", "Syria", "northern", "area"),
    ],
)
def test_words_that_bound_a_place_are_kept(find: Find, text: str, name: str, words: str, precision: str) -> None:
    mention = find(text)[name]
    assert mention.place is not None
    assert (mention.modifier, mention.place.precision) == (words, precision)


def test_a_distance_widens_the_radius(find: Find) -> None:
    near = find("A depot 10 km from Donetsk burned.")["Donetsk"]
    far = find("A depot 30 miles from Donetsk burned.")["Donetsk"]
    assert near.radius_km is not None
    assert far.radius_km is not None
    assert far.radius_km - near.radius_km == pytest.approx(38.3, abs=0.2)


def test_the_stretch_between_two_towns_reaches_from_one_to_the_other(find: Find) -> None:
    found = find("Villages between Tokmak and Orikhiv were shelled.")
    assert found["Tokmak"].modifier == found["Orikhiv"].modifier == "between"
    assert 25 < (found["Tokmak"].radius_km or 0) < 50


def test_a_town_put_in_the_wrong_region_is_resolved_and_flagged(find: Find) -> None:
    found = find("Officials of Ukraine toured the Kharkiv region, where towns such as Vovchansk and Avdiivka were hit.")
    assert found["Vovchansk"].flag is None
    assert found["Avdiivka"].place is not None
    assert found["Avdiivka"].place.region == "UA-14"
    assert "gazetteer in Donetsk Oblast" in (found["Avdiivka"].flag or "")


def test_the_regime_of_a_capital_is_who_rules_there(find: Find) -> None:
    assert find("Soldiers of the Bamako regime left Kidal.")["Bamako"].metonym
