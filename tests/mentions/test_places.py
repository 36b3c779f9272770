"""Places: which names are found, and which words are none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.mentions.conftest import Find, Parse, ids, report

from fogline.data.gazetteer import Gazetteer
from fogline.mentions.places import PlaceFinder, last_place
from fogline.records.sentences import Sentence

# Pieces that meet in odd ways: names, type words, apostrophes, hyphens, abbreviations, other scripts, nothing.
PIECES = (
    *(" Kursk", " Kharkiv", "’s", "'s", "-", " and ", ", ", ". ", " region", " regions", " of ", " the ", " St. "),
    *(" D.C.", " US", " al-", "Bab", " between ", " 20 km from ", " \u00a0", "\n", " Харьков", " غزة", "İ", "\u0301"),
    *(" (", ")", "–", " Lake", " River", " Jordan", " Smith", " Paris", " Texas", ""),
)
FINDER = PlaceFinder(Gazetteer.open())


def test_a_plural_type_word_goes_to_every_name_of_the_list(find: Find) -> None:
    found = ids(find("Drones crossed the Kherson, Zaporizhzhia and Donetsk regions overnight."))
    assert set(found.values()) == {"iso3166-2:UA-65", "iso3166-2:UA-23", "iso3166-2:UA-14"}


@pytest.mark.parametrize(
    ("text", "name", "place_id", "precision"),
    [
        ("Fighters took Korvat Pass before dawn.", "Korvat Pass", "text:korvat-pass", "point"),
        ("Shells fell on the village of Al-Senn.", "Al-Senn", "text:al-senn", "town"),
        ("Shells fell on Al-Senn village.", "Al-Senn village", "text:al-senn", "town"),
        ("A ferry sank on Lake Tarumba.", "Lake Tarumba", "text:lake-tarumba", "water"),
    ],
)
def test_a_place_that_only_the_report_knows_has_its_name(
    find: Find, text: str, name: str, place_id: str, precision: str
) -> None:
    place = find(text)[name].place
    assert place is not None
    assert (place.id, place.precision, place.latitude) == (place_id, precision, None)


def test_a_village_named_once_is_a_place_wherever_it_comes_up(finder: PlaceFinder, parse: Parse) -> None:
    document = report("The village of Al-Senn burned. The army denied firing on Al-Senn.")
    found = finder.find(document, parse(document))
    assert [m.place.id for m in found if m.place] == ["text:al-senn", "text:al-senn"]


@pytest.mark.parametrize("text", ["Angela Hill won.", "The Georgian-held village burned.", "He met the D-Iowa city."])
def test_people_and_descriptions_are_no_places_of_their_own(find: Find, text: str) -> None:
    assert not [m for m in find(text).values() if m.place and m.place.id.startswith("text:")]


def test_people_are_not_places(find: Find) -> None:
    found = find("Vladimir Petrenko and Jordan Smith met Chelsea Lincoln. Lincoln said Petrenko was late.")
    assert found == {}


def test_a_title_makes_a_name_a_person(find: Find) -> None:
    assert "Washington" not in find("Sgt. Washington opened the gate, Col. Houston said.")


@pytest.mark.parametrize(
    "text",
    [
        "The Moscow Times printed it.",
        "She studied at the University of Manchester.",
        "The Kursk submarine sank with all hands.",
        "The Kharkiv Regiment marched.",
        "He lives at 12 Paris Street.",
        "Fighters of the Islamic State of Iraq and the Levant fled.",
    ],
)
def test_a_longer_name_of_something_else_is_no_place(find: Find, text: str) -> None:
    assert find(text) == {}


@pytest.mark.parametrize(
    "text",
    ["Nice work, said the general.", "Most of it burned.", "Mobile phones were taken.", "Reading was banned in May."],
)
def test_common_words_at_the_start_of_a_sentence_are_not_places(find: Find, text: str) -> None:
    assert find(text) == {}


def test_adjectives_and_peoples_are_context_and_no_mentions(find: Find) -> None:
    assert find("Ukrainian gunners fired on Syrians and Sudanese fighters.") == {}


def test_abbreviations_need_their_letters(find: Find) -> None:
    found = ids(find("U.S. envoys told us of it in the UAE. The US agreed. They met in Fresno, Calif., on Friday."))
    assert found["U.S."] == found["US"] == "iso3166-1:US"
    assert found["UAE"] == "iso3166-1:AE"
    assert found["Calif"] == "iso3166-2:US-CA"
    assert "us" not in found


def test_possessives_hyphens_and_datelines_leave_the_name_whole(find: Find) -> None:
    found = find("EL OBEID, Sudan, Jan. 4 (Nile Wire) — Khartoum-based doctors spoke of El Fasher’s hospital.")
    assert {"EL OBEID", "Sudan", "Khartoum", "El Fasher"} <= set(found)


def test_a_county_is_found_by_its_full_name(find: Find) -> None:
    found = ids(find("Deputies of Harris County searched a farm near Houston."))
    assert found["Harris County"] == "geonames:4696376"


def test_a_pack_adds_spellings_and_prefers_its_countries(parse: Parse) -> None:
    gazetteer = Gazetteer.open()
    packed = PlaceFinder(gazetteer, {"Fortress Kupa": "geonames:703656"}, preferred=["CA"])
    document = report("They left Fortress Kupa. The firm has an office in London.")
    found = {m.span.text: m.place.id for m in packed.find(document, parse(document)) if m.place}
    assert found["Fortress Kupa"] == "geonames:703656"


def test_without_grammar_the_same_places_are_found(finder: PlaceFinder, parse: Parse) -> None:
    document = report("Moscow said Kupiansk had fallen. Officials in the Kharkiv region denied it.")
    bare = tuple(Sentence.build(s.index, s.paragraph, s.start, s.text, s.role, ()) for s in parse(document))
    with_grammar, without = finder.find(document, parse(document)), finder.find(document, bare)
    assert [m.span for m in with_grammar] == [m.span for m in without]
    assert [m.metonym for m in with_grammar] == [m.metonym for m in without]


def test_the_city_is_the_last_town_named_before(finder: PlaceFinder, parse: Parse) -> None:
    document = report("They took Kupiansk in the Kharkiv region. The city had been empty for weeks.")
    mentions = finder.find(document, parse(document))
    town, region = last_place(mentions, 1, ["town"]), last_place(mentions, 1, ["region"])
    assert town is not None
    assert town.span.text == "Kupiansk"
    assert region is not None
    assert region.span.text == "Kharkiv region"
    assert last_place(mentions, 1, ["water"]) is None


def test_reading_twice_gives_the_same(finder: PlaceFinder, parse: Parse) -> None:
    document = report("Goma, Sake and Masisi changed hands in North Kivu while Kinshasa protested.")
    sentences = parse(document)
    assert finder.find(document, sentences) == finder.find(document, sentences)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_text_gives_spans_that_hold_its_words(text: str) -> None:
    sentence = Sentence.build(0, 0, 0, text, "body", ())
    for mention in FINDER.find(report(text), [sentence]):
        assert text[mention.span.start : mention.span.end] == mention.span.text
        assert mention.place is None or -90 <= (mention.place.latitude or 0) <= 90


@pytest.mark.parametrize(
    "text",
    [
        "Fighters of Ahrar al-Sham and Jaysh al-Islam pulled back.",
        "Two Grad rockets and a Buk missile were fired.",
        "An Il-76 carrying prisoners landed.",
        "The 3rd Aleppo Brigade took the hill.",
        "The Moskva missile cruiser sank.",
    ],
)
def test_names_of_groups_units_and_weapons_are_no_places(find: Find, text: str) -> None:
    assert find(text) == {}


def test_a_weapon_that_is_a_town_is_the_town_where_it_stands_like_one(find: Find) -> None:
    assert set(find("The mayor was born in Buk, Poland.")) >= {"Buk"}


def test_a_name_in_another_spelling_is_found_where_a_place_stands(find: Find) -> None:
    places = find("Rebels raised a flag over Aguelhoc. Soldiers fled to Tessalit in northern Mali.")
    assert places["Aguelhoc"].place is not None
    assert places["Aguelhoc"].place.name == "Aguelhok"
    assert "another spelling" in (places["Aguelhoc"].reason or "")


def test_a_name_in_another_spelling_needs_the_country_around_it(find: Find) -> None:
    assert "Aguelhoc" not in find("A farmer spoke of Aguelhoc. Snow fell in Norway.")
