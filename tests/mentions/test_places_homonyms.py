"""Which of several places of one name is meant, and what stays open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.mentions.conftest import Find, Parse, ids, report

if TYPE_CHECKING:
    from fogline.mentions.places import PlaceFinder


def test_region_and_city_of_one_name_are_told_apart_by_the_type_word(find: Find) -> None:
    found = ids(find("Residents of the Sumy region fled. Shops in the city of Sumy stayed open."))
    assert found == {"Sumy region": "iso3166-2:UA-59", "Sumy": "geonames:692194"}


def test_a_bare_name_is_the_region_where_the_report_speaks_of_ground(find: Find) -> None:
    found = ids(find("Troops entered the Kursk region at dawn. The incursion into Kursk widened by night."))
    assert found["Kursk"] == "iso3166-2:RU-KRS"


def test_a_comma_names_the_state_a_town_lies_in(find: Find) -> None:
    found = ids(find("The shipment left Paris, Texas, for a warehouse in Athens, Ohio."))
    assert found["Paris"] == "geonames:4717560"
    assert found["Athens"] == "geonames:4505542"
    assert found["Ohio"] == "iso3166-2:US-OH"


def test_a_list_of_countries_is_not_a_chain_of_places_in_places(find: Find) -> None:
    found = ids(find("Ministers of Georgia, Armenia and Azerbaijan met; Georgia hosted the talks."))
    assert found["Georgia"] == "iso3166-1:GE"


def test_the_rest_of_the_report_decides_between_homonyms(find: Find) -> None:
    near_front = ids(find("Shells fell on Krasnoarmeysk and Bakhmut in eastern Ukraine, said officials in Kramatorsk."))
    on_volga = ids(find("The factory in Krasnoarmeysk supplies Saratov and Engels, on the Russian Volga."))
    assert near_front["Krasnoarmeysk"] == "geonames:704422"
    assert on_volga["Krasnoarmeysk"] == "geonames:542464"


def test_a_name_that_nothing_decides_stays_open_with_its_candidates(find: Find) -> None:
    mention = find("A warehouse burned in Springfield on Monday.")["Springfield"]
    assert mention.place is None
    assert len(mention.candidates) == 5
    assert mention.reason is not None
    assert "nothing in the report tells" in mention.reason


def test_a_far_off_village_of_the_name_is_no_answer(find: Find) -> None:
    mention = find("Fighters of Syria left the village of Ulmet for Aleppo. Turkey and Lebanon protested.")["Ulmet"]
    assert mention.place is not None
    assert (mention.place.id, mention.place.latitude) == ("text:ulmet", None)


def test_a_river_is_not_the_village_of_its_name(find: Find) -> None:
    found = ids(find("They crossed the Oskil River near the village of Oskil."))
    assert found == {"Oskil River": "fogline:oskil-river", "Oskil": "geonames:710514"}


def test_every_mention_says_why_and_keeps_what_else_it_could_be(find: Find) -> None:
    for mention in find("Kharkiv and Kupiansk were shelled, as was Volchansk; Moscow kept silent.").values():
        assert mention.reason
        assert mention.place is not None
        assert mention.place.id in {candidate.id for candidate in mention.candidates}
        assert len(mention.candidates) <= 5


def test_a_name_can_be_explained(finder: PlaceFinder, parse: Parse) -> None:
    document = report("Shells fell on Krasnoarmeysk and Bakhmut in eastern Ukraine.")
    candidates = finder.explain("Krasnoarmeysk", document, parse(document))
    assert candidates[0].place.id == "geonames:704422"
    assert [c.score for c in candidates] == sorted((c.score for c in candidates), reverse=True)
    assert finder.explain("Volnovakha", document, parse(document)) == ()


def test_a_bare_name_is_the_city_and_not_the_river(find: Find) -> None:
    places = find("A missile struck Sloviansk. Two of the injured died in hospital in Dnipro. He was held in Lvov.")
    assert [places[name].place.precision for name in ("Dnipro", "Lvov")] == ["town", "town"]  # type: ignore[union-attr]


def test_a_people_before_its_arms_says_whose_they_are_and_not_where(find: Find) -> None:
    told = "Ternopil was hit in the night. Ukrainian drones burned a refinery in Saratov."
    place = find(f"{told} In Kyiv he said that Russian losses near Pokrovsk had grown.")["Pokrovsk"].place
    assert place is not None
    assert place.country == "UA"
