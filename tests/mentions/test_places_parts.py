"""Parts of countries and borders: where they lie, how far they reach, and what the report leaves open."""

from __future__ import annotations

from functools import cache

import pytest

from fogline.config import ReadingOptions
from fogline.data.gazetteer import Gazetteer, distance_km
from fogline.data.gazetteer.parts import border_of, part_of
from fogline.mentions.places.finder import PlaceFinder
from fogline.records.documents import Document
from fogline.records.mentions import Place, PlaceMention
from fogline.sentences.reader import SentenceReader


@cache
def _finder() -> tuple[SentenceReader, PlaceFinder]:
    options = ReadingOptions()
    return SentenceReader.load(options.parser, options.stretch_limit), PlaceFinder(Gazetteer.open())


def _read(text: str) -> tuple[PlaceMention, ...]:
    grammar, finder = _finder()
    document = Document("d", "d", "d", text, "")
    return finder.find(document, grammar.read([document])[0])


def _place(text: str, words: str) -> tuple[PlaceMention, Place]:
    mention = next(m for m in _read(text) if m.span.text == words)
    assert mention.place is not None
    return mention, mention.place


@pytest.mark.parametrize(
    ("text", "name", "place_id", "town"),
    [
        ("Militias roam eastern Congo.", "Congo", "iso3166-1:CD/east", (-1.68, 29.22)),
        ("A post in northern Mali fell.", "Mali", "iso3166-1:ML/north", (22.68, -3.98)),
        ("Power was cut across western Ukraine.", "Ukraine", "iso3166-1:UA/west", (49.84, 24.03)),
        ("Floods hit the south of Somalia.", "Somalia", "iso3166-1:SO/south", (-0.36, 42.55)),
    ],
)
def test_a_part_of_a_country_has_its_own_middle(text: str, name: str, place_id: str, town: tuple[float, float]) -> None:
    mention, part = _place(text, name)
    assert (part.id, part.precision) == (place_id, "area")
    whole = Gazetteer.open().country(part.country or "")
    assert whole is not None
    assert part.latitude is not None
    assert part.longitude is not None
    middle = (part.latitude, part.longitude)
    assert distance_km(middle, town) < distance_km(whole.point, town)
    assert distance_km(middle, town) <= (mention.radius_km or 0)
    assert (mention.radius_km or 0) < whole.radius_km


def test_what_lies_north_of_a_country_is_no_part_of_it() -> None:
    assert _place("Camps lie 40 km north of Mali.", "Mali")[1].id == "iso3166-1:ML"


def test_two_parts_reach_around_both() -> None:
    both, _ = _place("Rain fell in central and southern Somalia.", "Somalia")
    south, _ = _place("Rain fell in southern Somalia.", "Somalia")
    assert (both.radius_km or 0) > (south.radius_km or 0)


def test_a_landscape_has_parts_unless_the_word_only_says_where_it_lies() -> None:
    _, south = _place("Tanks moved into southern Gaza overnight.", "Gaza")
    assert (south.id, south.precision) == ("fogline:gaza-strip/south", "area")
    assert (south.latitude or 99) < 31.4
    assert _place("Shells fell in the eastern Donbas.", "Donbas")[1].id == "fogline:donbas"


@pytest.mark.parametrize(
    ("text", "words", "place_id", "name"),
    [
        ("He fled over the Chad-Sudan border.", "Chad", "iso3166-1:TD/border-SD", "Chad–Sudan border"),
        ("He fled over the Chad-Sudan border.", "Sudan", "iso3166-1:SD/border-TD", "Chad–Sudan border"),
        ("A camp on the Thai-Myanmar border burned.", "Thai", "iso3166-1:TH/border-MM", "Myanmar–Thailand border"),
        ("Two died on Sudan’s border with Chad.", "Sudan", "iso3166-1:SD/border-TD", "Chad–Sudan border"),
        ("Sudanese posts line the border with Chad.", "Chad", "iso3166-1:TD/border-SD", "Chad–Sudan border"),
        ("They massed on the border separating Chad from Sudan.", "Chad", "iso3166-1:TD/border-SD",
         "Chad–Sudan border"),
        ("A drone fell on the Lebanese side of the border.", "Lebanese side of the border",
         "iso3166-1:LB/border", "border of Lebanon"),
        ("Huts burned on the Syrian side of the Iraqi border.", "Syrian side", "iso3166-1:SY/border-IQ",
         "Iraq–Syria border"),
    ],
)  # fmt: skip
def test_a_border_is_a_stretch_between_its_countries(text: str, words: str, place_id: str, name: str) -> None:
    mention, border = _place(text, words)
    assert (border.id, border.name, border.precision) == (place_id, name, "area")
    assert "border" in (mention.modifier or "")


def test_the_other_side_is_the_neighbour_that_the_report_names() -> None:
    text = "Congo accuses the rebels. Fighters massed near the Rwandan border. Congo sent troops."
    mention, border = _place(text, "Rwandan border")
    assert (border.id, border.country) == ("iso3166-1:RW/border-CD", "RW")
    assert mention.reason == "the neighbour is the one that the report names"
    assert (border.latitude, border.longitude) != (_place("Rwanda is small.", "Rwanda")[1].latitude, None)


@pytest.mark.parametrize(
    "text",
    [
        "Chad borders Sudan.",
        "Polish border guards turned them back.",
        "They want to change Chad’s borders by force.",
        "It happened within the borders of Chad.",
    ],
)
def test_verbs_and_guards_are_no_borders(text: str) -> None:
    assert not [m for m in _read(text) if m.place is not None and "border" in m.place.id]


def test_the_table_of_parts_lies_in_its_countries() -> None:
    gazetteer = Gazetteer.open()
    for code in ("CD", "ML", "UA", "SD", "MM", "CO", "YE", "ET", "NG", "IQ"):
        country = gazetteer.country(code)
        assert country is not None
        north, south = part_of(code, "north"), part_of(code, "south")
        assert north is not None
        assert south is not None
        assert north.latitude > south.latitude
        assert distance_km(country.point, (north.latitude, north.longitude)) < 1.5 * country.radius_km
    assert border_of("SD", "TD") == border_of("TD", "SD") is not None
    assert border_of("SD", "PL") is None


def test_a_valley_is_no_village_of_its_name() -> None:
    (valley,) = _read("Rebels hold the Velm Valley.")
    assert valley.place is not None
    assert (valley.place.id, valley.place.precision) == ("text:velm-valley", "area")


def test_a_surname_behind_the_name_of_a_town_makes_it_a_person() -> None:
    assert not [m for m in _read("Sumy Petrenko was freed in Kananga.") if m.span.text == "Sumy"]


def test_the_type_word_before_of_belongs_to_the_next_name() -> None:
    assert _place("In the Hunan city of Yueyang a dam broke.", "Hunan")[1].id == "iso3166-2:CN-HN"


def test_a_side_in_small_letters_is_no_part_of_the_name_of_a_far_town() -> None:
    assert _place("He was taken to an east London hospital.", "London")[1].country == "GB"


def test_a_country_is_no_village_of_another_that_stands_behind_a_comma() -> None:
    text = "He worked in Ohio and in Russia, U.S. officials said. U.S. courts in Ohio tried him."
    assert _place(text, "Russia")[1].id == "iso3166-1:RU"


@pytest.mark.parametrize("words", ["Bushehr nuclear plant", "Bushehr nuclear power plant", "Bushehr NPP"])
def test_a_plant_is_not_the_town_of_its_name(words: str) -> None:
    _, place = _place(f"Rockets hit the {words} on Monday.", words)
    assert (place.id, place.precision) == ("fogline:bushehr-npp", "point")
    assert _place("Rockets hit Bushehr on Monday.", "Bushehr")[1].id != place.id
