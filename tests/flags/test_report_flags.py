"""What a careful reader would want to know of one report."""

from __future__ import annotations

from functools import cache

import pytest

from fogline.data.gazetteer import Gazetteer
from fogline.flags.finding import FlagFinder
from fogline.flags.holders import holders
from fogline.mentions.actors.finder import find_actors
from fogline.mentions.places.finder import PlaceFinder
from fogline.mentions.quantities.finder import find_quantities
from fogline.mentions.times.finder import find_times
from fogline.packs.model import Pack, PackActor, Role
from fogline.records.documents import Document
from fogline.records.naming import Named
from fogline.records.readings import FLAGS, ReportFlag
from fogline.sentences.reader import SentenceReader

DAY = "2025-03-16"
MINISTER = (Role("Defence Minister", "Ukraine", "2021-11-04", "2024-05-12"),)
NEXT = (Role("Defence Minister", "Ukraine", "2024-05-14"),)
TWICE = (Role("President", "France", "2017-01-20", "2021-01-20"), Role("President", "France", "2025-01-20"))
PACK = Pack(
    name="valley",
    actors=(
        PackActor("Oleh Marchuk", "person", "Ukraine", ("Marchuk",), "m", MINISTER),
        PackActor("Ihor Savchuk", "person", "Ukraine", ("Savchuk",), "m", NEXT),
        PackActor("Jean Delorme", "person", "France", ("Delorme",), "m", TWICE),
        PackActor("Petro Hnatyuk", "person", "Ukraine", (), "m", (Role("Chief of Police", "Ukraine", "2020-01-01"),)),
    ),
)


@cache
def reader() -> SentenceReader:
    return SentenceReader.load()


@cache
def finder() -> PlaceFinder:
    return PlaceFinder(Gazetteer.open())


def flags(text: str, published: str | None = DAY) -> tuple[ReportFlag, ...]:
    document = Document("d", "d", "d", text, "", published_at=published, published_basis="given")
    (sentences,) = reader().read([document])
    times = find_times(document, sentences)
    named = Named(
        find_actors(document, sentences, PACK),
        finder().find(document, sentences),
        times,
        find_quantities(document, sentences, times),
    )
    found = FlagFinder(PACK).find(document, sentences, named, ())
    assert all(text[span.start : span.end] == span.text for flag in found for span in flag.sentences)
    assert all(flag.flag in FLAGS and flag.sentences and text[flag.start : flag.end].strip() for flag in found)
    return found


def kinds(text: str, published: str | None = DAY) -> list[str]:
    return [flag.flag for flag in flags(text, published)]


@pytest.mark.parametrize(
    "text",
    [
        "The three-year war that began in 2020 has displaced two million people.",
        "The battle began on 2 March and ended on 9 March, after three days of fighting, the ministry said.",
        "The ten-day siege from 3 to 20 May left the town without water.",
        "The siege lasted ten days, from 3 May to 20 May, the mayor said.",
        "The war, which began in February 2022, has lasted five years.",
        "The conflict has raged for ten years since it erupted in 2023.",
        "A five-month blockade that started on 1 January ended on 15 February.",
        "The 40-day offensive between 1 June and 10 June cost 300 lives.",
        "The six-year conflict shows no sign of ending. The conflict began in 2022.",
        "It was his second visit to the front in just over a month. His previous trip on March 2 took him north.",
    ],
)
def test_a_length_that_the_dates_do_not_give_is_flagged(text: str) -> None:
    assert kinds(text) == ["duration"]


@pytest.mark.parametrize(
    "text",
    [
        "The three-year war that began in February 2022 has displaced two million people.",
        "The five-year war that began in 2020 has displaced two million people.",
        "The ten-day siege from 10 to 20 May left the town without water.",
        "The seven-month-long incursion, which began in August 2024, is nearly over.",
        "The 30-day truce that began on 10 March is holding.",
        "The two-year war, which began in November 2020, killed thousands.",
        "The four-year war that began in 1914 is taught in schools.",
        "The 20-year war in Lusonia is forgotten. The war in Veridia began in 2022.",
        "It could become a ten-year war, he said; the war began in 2022.",
        "The war began in 2022, and three days of fighting ended on 9 March, the ministry said.",
        "The battle began on 6 March and ended on 9 March, after three days of fighting, the ministry said.",
        "It was his second visit to the front in under a month. His previous trip on March 2 took him north.",
    ],
)
def test_a_length_that_the_dates_allow_is_not(text: str) -> None:
    assert kinds(text) == []


def test_without_a_day_of_the_report_only_its_own_dates_count() -> None:
    assert kinds("The three-year war that began in 2020 has displaced two million people.", None) == []
    assert kinds("The ten-day siege from 3 May 2025 to 20 May 2025 is over.", None) == ["duration"]


def test_the_reason_names_length_and_dates() -> None:
    (flag,) = flags("The six-year conflict shows no sign of ending. The conflict began in 2022.")
    assert flag.reason == "“six-year” of the conflict, but from “2022” to the day of the report is about 2.7 years"
    assert [span.text for span in flag.sentences] == [
        "The six-year conflict shows no sign of ending.",
        "The conflict began in 2022.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ukrainian Defence Minister Oleh Marchuk visited the front on Friday.",
        "Oleh Marchuk, the Ukrainian defence minister, visited the front.",
        "Ukraine's minister of defense Marchuk visited the front.",
        "French presidential candidate Jean Delorme called for talks.",
        "Ukrainian Defence Minister Petro Hnatyuk visited the front.",
    ],
)
def test_an_office_that_was_not_held_at_the_time_is_flagged(text: str) -> None:
    assert kinds(text) == ["office"]


@pytest.mark.parametrize(
    "text",
    [
        "Ukrainian Defence Minister Ihor Savchuk visited the front on Friday.",
        "Former Ukrainian defence minister Oleh Marchuk visited the front.",
        "The then defence minister Oleh Marchuk had signed it.",
        "In March 2022, Ukrainian Defence Minister Oleh Marchuk announced a pause.",
        "French President Jean Delorme called for talks.",
        "Former President Jean Delorme is president again.",
        "Ukrainian Deputy Defence Minister Oleh Marchuk visited the front.",
        "French Defence Minister Oleh Marchuk is nobody we know.",
    ],
)
def test_an_office_that_was_held_or_is_not_known_is_not(text: str) -> None:
    assert kinds(text) == []


def test_the_same_words_are_right_in_the_year_of_the_office() -> None:
    text = "Ukrainian Defence Minister Oleh Marchuk visited the front on Friday."
    assert kinds(text, "2023-05-01") == []
    (flag,) = flags(text)
    assert "Oleh Marchuk is known as Defence Minister from 2021-11-04 until 2024-05-12" in flag.reason


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U.S. President Joe Biden said so.", ["office"]),
        ("British Prime Minister Boris Johnson said so.", ["office"]),
        ("German Foreign Minister Olaf Scholz said so.", ["office"]),
        ("U.S. President Donald Trump said so.", []),
        ("President Trump said so.", []),
        ("Joe Biden, who was president until January, said so.", []),
        ("In May 2022, British Prime Minister Boris Johnson visited the town.", []),
    ],
)
def test_offices_of_states_are_known_without_a_pack(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


def test_the_world_list_has_one_holder_of_an_office_at_a_time() -> None:
    held = [(role, one.name) for one in set(holders(Pack()).values()) for role in one.roles if role.since]
    for role, name in held:
        for other, rival in held:
            if (role.title, role.of) == (other.title, other.of) and name != rival:
                apart = (role.until or "9999") <= (other.since or "") or (other.until or "9999") <= (role.since or "")
                assert apart or (role.title, role.of) == ("Foreign Minister", "Turkey"), (name, rival, role.title)


def test_offices_need_a_day_of_the_report() -> None:
    assert kinds("Ukrainian Defence Minister Oleh Marchuk visited the front.", None) == []


def test_a_place_put_into_the_wrong_region_is_flagged() -> None:
    (flag,) = flags("Shells fell on Kupiansk in the Sumy region, and on Kharkiv.")
    assert flag.flag == "place"
    assert "Kupiansk: the report puts it in Sumy Oblast, the gazetteer in Kharkiv Oblast" in flag.reason
    assert kinds("Shells fell on Kupiansk in the Kharkiv region.") == []


def test_two_units_that_do_not_agree_are_flagged_once() -> None:
    (flag,) = flags("They hold 110 square kilometres (90 square miles) of woodland.")
    assert (flag.flag, flag.reason.startswith("“110 square kilometres” and “90 square miles”")) == ("units", True)
    assert kinds("They hold 110 square kilometres (42 square miles) of woodland.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The three-year war in Torvia began in November 2020 and goes on, officials said.",
        "The siege of Aldern, which began in June 2023, has lasted five months.",
    ],
)
def test_what_still_goes_on_is_measured_to_the_day_of_the_report(text: str) -> None:
    assert [flag.flag for flag in flags(text)] == ["duration"]


@pytest.mark.parametrize(
    "text",
    [
        "The three-year war in Torvia began in November 2020.",
        "The siege of Aldern, which began in June 2023, lasted five months.",
        "The three-year war that began in 1950 is remembered.",
    ],
)
def test_what_may_be_over_is_not(text: str) -> None:
    assert flags(text) == ()


@pytest.mark.parametrize("body", ["UN", "U.N.", "United Nations"])
def test_the_head_of_the_united_nations_is_known_by_any_name_of_the_body(body: str) -> None:
    assert [flag.flag for flag in flags(f"{body} Secretary-General Kofi Annan said the truce holds.")] == ["office"]
