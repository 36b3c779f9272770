"""Places that no gazetteer has: told by what they are called, by where they lie, by who took them."""

from __future__ import annotations

from functools import cache

import pytest

from fogline.config import ReadingOptions
from fogline.data.gazetteer import Gazetteer
from fogline.mentions.places.finder import PlaceFinder
from fogline.records.documents import Document
from fogline.records.mentions import PlaceMention
from fogline.sentences.reader import SentenceReader


@cache
def _finder() -> tuple[SentenceReader, PlaceFinder]:
    options = ReadingOptions()
    return SentenceReader.load(options.parser, options.stretch_limit), PlaceFinder(Gazetteer.open())


def _unlisted(text: str) -> dict[str, PlaceMention]:
    grammar, finder = _finder()
    document = Document("d", "d", "d", text, "")
    found = finder.find(document, grammar.read([document])[0])
    return {m.span.text: m for m in found if m.place is not None and m.place.id.startswith("text:")}


@pytest.mark.parametrize(
    ("text", "precisions"),
    [
        ("Gunmen burned the village of Tamkoro at night.", {"Tamkoro": "town"}),
        ("Soldiers looted Kashovu and Mulindi villages.", {"Kashovu": "town", "Mulindi": "town"}),
        (
            "The settlements of Oskravo, Tymetsk and Velyka Horska were shelled.",
            {"Oskravo": "town", "Tymetsk": "town", "Velyka Horska": "town"},
        ),
        ("A rocket struck the Sabreen neighbourhood.", {"Sabreen neighbourhood": "district"}),
        ("Kurmolo, a small village 20 km from Nyala, was razed.", {"Kurmolo": "town"}),
        ("Artillery hit Camp Tarrant in Yemen.", {"Camp Tarrant": "point"}),
        ("Engineers blew up Shendro bridge.", {"Shendro bridge": "point"}),
        ("The rebels entered Kyauk Zeya and Mong Kyat.", {"Kyauk Zeya": "town", "Mong Kyat": "town"}),
        ("Troops recaptured the towns of Kemmas and Old Veyra.", {"Kemmas": "town", "Old Veyra": "town"}),
        ("Mortars hit the Hayy al-Sidra neighbourhood.", {"Hayy al-Sidra neighbourhood": "district"}),
        ("Soldiers overran Hill 611.", {"Hill 611": "point"}),
        ("The army withdrew from Orsavik on Monday.", {"Orsavik": "town"}),
        ("The battle for Orsavik goes on.", {"Orsavik": "town"}),
        ("A drone hit Bir Sadwa, a well 40 km west of Kidal.", {"Bir Sadwa": "town"}),
        ("Rebels moved towards Orsavik.", {"Orsavik": "area"}),
        ("Residents of Orsavik heard jets.", {"Orsavik": "town"}),
        ("Militiamen captured Orsavik on Monday.", {"Orsavik": "town"}),
    ],
)
def test_the_words_around_tell_what_it_is(text: str, precisions: dict[str, str]) -> None:
    found = _unlisted(text)
    assert {name: m.place.precision for name, m in found.items() if m.place is not None} == precisions
    assert all(m.place is not None and m.place.latitude is None for m in found.values())


@pytest.mark.parametrize(
    "text",
    [
        "The rebels captured Colonel Mbeki Tanda.",
        "Police captured Hassan Ruto on Monday.",
        "Police seized Captagon in large amounts.",
        "The army attacked Fano positions on Monday.",
        "The rebels attacked Ostrow. Ostrow said that nobody was hurt.",
        "Both villages were burned, and what cities remain are empty.",
        "Omar Karimi spoke. The Karimi camp rejected the talks.",
    ],
)
def test_people_groups_and_plain_words_are_no_places(text: str) -> None:
    assert _unlisted(text) == {}


@pytest.mark.parametrize(
    ("text", "name", "modifier", "precision"),
    [
        ("They opened fire near Derba checkpoint.", "Derba checkpoint", "near", "area"),
        ("The convoy was hit between Tabrou and Innoka.", "Tabrou", "between", "area"),
        ("A column stood 5 km north of the village of Tamkoro.", "Tamkoro", "5 km north of the village of", "area"),
    ],
)
def test_what_bounds_it_is_kept(text: str, name: str, modifier: str, precision: str) -> None:
    mention = _unlisted(text)[name]
    assert mention.place is not None
    assert (mention.modifier, mention.place.precision) == (modifier, precision)


@pytest.mark.parametrize(
    ("text", "country", "why"),
    [
        ("Gunmen burned the village of Tamkoro in Mali.", "ML", "in ML as the report says"),
        ("Gao and Kidal are quiet. Gunmen burned the village of Tamkoro.", "ML", "in ML by the context"),
        ("The village of Tamkoro was shelled, the Ukrainian governor said.", "UA", "in UA by the context"),
        ("Israeli shells hit the village of Tamkoro.", None, "calls it a village"),
        ("Gao and Goma are quiet. Gunmen burned the village of Tamkoro.", None, "calls it a village"),
        ("Posts line the border with Chad. The village of Tamkoro was shelled.", None, "calls it a village"),
    ],
)
def test_its_country_is_what_the_report_says_or_clearly_speaks_of(text: str, country: str | None, why: str) -> None:
    mention = _unlisted(text)["Tamkoro"]
    assert mention.place is not None
    assert mention.place.country == country
    assert (mention.reason or "").endswith(why)


def test_once_its_home_is_told_it_holds_in_the_whole_report() -> None:
    text = "The village of Tamkoro in Mali burned. Days later, soldiers entered Tamkoro from Niger."
    grammar, finder = _finder()
    document = Document("d", "d", "d", text, "")
    found = finder.find(document, grammar.read([document])[0])
    assert [m.place.country for m in found if m.place is not None and m.span.text == "Tamkoro"] == ["ML", "ML"]


def test_a_name_of_several_places_stays_unresolved() -> None:
    grammar, finder = _finder()
    document = Document("d", "d", "d", "They met in Newcastle. The city of Newcastle is calm.", "")
    found = [m for m in finder.find(document, grammar.read([document])[0]) if m.span.text == "Newcastle"]
    assert all(m.place is None or not m.place.id.startswith("text:") for m in found)


def test_what_a_clinic_stands_in_is_a_place_wherever_it_is_named() -> None:
    found = _unlisted("Chad accused Sudan of shelling a clinic in Tamkoro on Monday. Nobody fired at Tamkoro, it said.")
    assert found["Tamkoro"].place is not None
    assert "Ramadan" not in _unlisted("They opened the market in Ramadan. The clinic in May was calm.")
