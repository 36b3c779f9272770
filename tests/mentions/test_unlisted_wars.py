"""Places, times and numbers in reports of wars that no pack and no lexicon knows."""

from __future__ import annotations

from functools import cache

import pytest

from fogline.config import ReadingOptions
from fogline.pipeline import Pipeline
from fogline.records.documents import Document
from fogline.records.mentions import ActorMention, Place, PlaceMention, QuantityMention, TimeMention
from fogline.records.readings import Reading


@cache
def pipeline() -> Pipeline:
    return Pipeline.load(ReadingOptions(reader="rules"))


def read(text: str, published_at: str | None = "2025-03-12") -> Reading:
    return pipeline().read([Document("d", "d", "d", text, "", published_at=published_at)])[0]


def place(text: str, words: str) -> tuple[PlaceMention, Place]:
    mention = next(m for m in read(text).mentions if isinstance(m, PlaceMention) and m.span.text == words)
    assert mention.place is not None
    return mention, mention.place


def when(text: str) -> list[tuple[str, str | None]]:
    return [(m.time.timex, m.time.earliest) for m in read(text).mentions if isinstance(m, TimeMention)]


def quantities(text: str) -> list[QuantityMention]:
    return [m for m in read(text).mentions if isinstance(m, QuantityMention)]


def test_the_bank_of_a_river_is_not_in_the_country_of_its_name() -> None:
    mention, bank = place("Troops dug in on the eastern bank of the Niger.", "Niger")
    assert (bank.id, bank.precision, mention.modifier) == ("fogline:niger-river", "water", "eastern bank of")


def test_a_district_of_a_town_is_no_far_town_of_that_name() -> None:
    _, district = place("The school in the Pasha district of Aleppo was hit.", "Pasha district")
    assert district.id == "text:pasha-district"


def test_what_happens_between_two_towns_is_on_the_ground_between_them() -> None:
    mention, ground = place("The convoy was hit between Gao and Kidal on its way home.", "Gao")
    assert (mention.modifier, ground.precision) == ("between", "area")
    mention, town = place("The agreement between Gao and Kidal failed on Sunday.", "Gao")
    assert (mention.modifier, town.precision) == (None, "town")


def test_what_belongs_to_towns_alone_makes_a_name_a_town() -> None:
    assert place("Goma's airport was shelled.", "Goma")[1].id == "geonames:216281"
    assert place("The northern districts of Goma burned.", "Goma")[0].modifier == "northern districts of"


@pytest.mark.parametrize("name", ["Hill 235", "Height 402.4"])
def test_ground_that_a_map_numbers_is_a_place(name: str) -> None:
    _, ground = place(f"The soldiers who had been there since Monday took {name} from the rebels.", name)
    assert (ground.precision, ground.latitude) == ("point", None)


def test_what_an_army_retakes_is_a_place_though_no_gazetteer_has_it() -> None:
    text = "The army said that it had retaken Adan Korvil on 3 March. Rebels had held Adan Korvil for a year."
    spans = [m.span.text for m in read(text).mentions if isinstance(m, PlaceMention)]
    assert spans == ["Adan Korvil", "Adan Korvil"]


@pytest.mark.parametrize(
    "name",
    [
        "Arakan Army",
        "Kachin Independence Army",
        "Tigray People's Liberation Front",
        "Hadramawt Tribal Alliance",
        "Darfur Joint Force",
        "Congo River Alliance",
    ],
)
def test_a_party_named_after_a_place_is_none(name: str) -> None:
    found = [m.span.text for m in read(f"The {name} met envoys from Nairobi.").mentions if isinstance(m, PlaceMention)]
    assert found == ["Nairobi"]


def test_an_armed_group_of_the_world_list_is_not_the_town_of_its_name() -> None:
    found = [m.span.text for m in read("Fano took Lalibela in the spring.").mentions if isinstance(m, PlaceMention)]
    assert found == ["Lalibela"]


def test_a_name_with_its_article_is_not_the_place_without() -> None:
    text = "The Al-Nao hospital in Omdurman was hit."
    assert [m.span.text for m in read(text).mentions if isinstance(m, PlaceMention)] == ["Omdurman"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Al-Shabaab hit the base at El Korvil, 160 km north of Mogadishu, on Monday.", "El Korvil"),
        ("Rebels on Sunday attacked Kwa Mbeva, just south of Bunia, and left.", "Kwa Mbeva"),
        ("The army met them in Zoloko, outside Bunia, on Monday.", "Zoloko"),
    ],
)
def test_what_lies_so_far_from_a_place_is_one(text: str, name: str) -> None:
    assert place(text, name)[1].precision == "town"


def test_miles_at_sea_count_from_the_coast() -> None:
    mention, sea = place("The frigate was hit 40 nautical miles off Aden.", "Aden")
    assert (mention.modifier, mention.radius_km, sea.precision) == ("40 nautical miles off", 94.1, "area")


def test_a_district_in_the_wrong_province_is_flagged() -> None:
    mention, _ = place("Rebels shelled Masisi in South Kivu province.", "Masisi")
    assert "gazetteer in North Kivu" in (mention.flag or "")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The ceasefire ended at midnight.", "2025-03-12T00:00"),
        ("The ceasefire will end at midnight.", "2025-03-13T00:00"),
        ("Three months after the truce of 1 December, shelling went on.", "2025-03-01"),
        ("Ten days after the fall of the town on 20 February, talks began.", "2025-03-02"),
        ("The ministry declined to comment on Monday on the reports.", "2025-03-10"),
        ("The rebels agreed to leave on Monday.", "2025-03-17"),
    ],
)
def test_when_it_was(text: str, first: str) -> None:
    assert [earliest for _, earliest in when(text)] == [first]


def test_one_date_that_only_day_first_can_be_settles_the_others() -> None:
    text = "The first raid took place on 13/2/2025. The other was on 3/2/2025."
    assert [timex for timex, _ in when(text)] == ["2025-02-13", "2025-02-03"]
    assert [timex for timex, _ in when("The raid was on 3/2/2025.")] == ["2025-03-02"]


def test_square_km_is_a_unit_and_checked_against_the_miles() -> None:
    first, second = quantities("The rebels hold 700 square miles (1,300 square km) of land.")
    assert (second.quantity.unit, second.quantity.role) == ("km2", "conversion")
    assert first.flag
    assert second.flag


@pytest.mark.parametrize("text", ["Fifteen soldiers were taken prisoner.", "Rebels took 15 soldiers prisoner."])
def test_soldiers_taken_prisoner_are_captured_soldiers(text: str) -> None:
    (found,) = quantities(text)
    assert (found.quantity.of, found.quantity.scope) == ("soldiers", "captured")


@pytest.mark.parametrize(
    "text", ["They talked of a truce of 30 days.", "The truce will last 30 days.", "A 30-day truce."]
)
def test_the_length_of_a_truce_is_a_quantity(text: str) -> None:
    (found,) = quantities(text)
    assert (found.quantity.low, found.quantity.unit, found.quantity.of) == (30, "day", "truce")


def test_what_befell_some_did_not_befall_the_whole() -> None:
    five, seven = quantities("Five of the seven soldiers were wounded.")
    assert (five.quantity.scope, seven.quantity.scope) == ("wounded", None)


def test_what_befell_people_in_one_place_befell_those_counted_in_the_next() -> None:
    found = [q.quantity for q in quantities("Around 40 people died in Gao, 15 in Menaka and six at Kidal.")]
    assert [(q.low, q.of, q.scope) for q in found] == [
        (40, "people", "killed"),
        (15, "people", "killed"),
        (6, "people", "killed"),
    ]
    assert [q.quantity.of for q in quantities("He met 40 people in Gao at 15 in the afternoon.")][:1] == ["people"]


def test_other_people_counted_elsewhere_share_the_verb() -> None:
    found = [
        q.quantity for q in quantities("Armed men killed 14 farmers in Kwali on Saturday and 23 herders in Gwada.")
    ]
    assert [(q.low, q.of, q.scope) for q in found] == [(14, "farmers", "killed"), (23, "herders", "killed")]


def test_a_share_of_an_estimate_counts_what_is_estimated() -> None:
    first, second = quantities("Over 5,000 of an estimated 25,000 fighters have handed in their weapons.")
    assert (first.quantity.of, second.quantity.of, second.quantity.approximate) == ("fighters", "fighters", True)


def test_the_number_of_a_formation_is_its_name() -> None:
    assert [q.quantity.of for q in quantities("1 Corps and 36 Division lost 2 brigades and 3 divisions.")] == [
        "brigades",
        "divisions",
    ]


def test_a_village_kept_by_hand_is_meant_however_far_the_rest_lies() -> None:
    text = (
        "Rebels seized Walikale on 8 March. Soldiers left for Luanda, and planes from Kano and Abuja landed in Lagos."
    )
    assert place(text, "Walikale")[1].id == "fogline:walikale"


def test_the_length_of_a_battle_is_a_time_alone() -> None:
    assert quantities("The battle for the port lasted 30 days.") == []


def test_a_pair_is_two() -> None:
    (found,) = quantities("A pair of jets flew over the port.")
    assert (found.quantity.low, found.quantity.high, found.quantity.of) == (2, 2, "jets")


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("President Joe Biden spoke to reporters about the raid.", ("2021-01-20", "2025-01-20")),
        ("President Donald Trump spoke. The town fell on 6 August 2024.", ("2025-01-20", None)),
        ("Prime Minister Liz Truss resigned.", ("2022-09-06", "2022-10-25")),
        ("On 6 August 2024 President Joe Biden spoke.", ("2024-08-06", None)),
        ("Former President Joe Biden spoke.", (None, None)),
    ],
)
def test_who_holds_office_narrows_when_a_report_was_written(text: str, window: tuple[str | None, str | None]) -> None:
    document = read(text, None).document
    assert (document.published_from, document.published_at) == window


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("Kim Jong-un said the war goes on.", "Kim Jong Un", "North Korea"),
        ("General Park Min-ho said that the men were calm.", "Park Min-ho", None),
        ("Ali Noor spoke. The Ali Noor-led force left.", "Ali Noor", None),
    ],
)
def test_a_name_goes_on_behind_its_hyphen(text: str, name: str, side: str | None) -> None:
    people = {m.actor for m in read(text).mentions if isinstance(m, ActorMention) and m.actor.kind == "person"}
    assert {(actor.name, actor.side) for actor in people} == {(name, side)}
