"""Numbers as an analyst reads them: their bounds, units and roles, and what only looks like a number."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fogline.mentions.quantities.finder import find_quantities
from fogline.records.documents import Document
from fogline.records.mentions import Quantity, QuantityMention, TimeMention, TimeRange
from fogline.records.spans import Span
from fogline.sentences.reader import SentenceReader


@pytest.fixture(scope="module")
def reader() -> SentenceReader:
    return SentenceReader.load()


def _mentions(reader: SentenceReader, text: str) -> tuple[QuantityMention, ...]:
    document = Document("d", "d", "d", text, "")
    (sentences,) = reader.read([document])
    return find_quantities(document, sentences)


def _quantities(reader: SentenceReader, text: str) -> list[Quantity]:
    return [mention.quantity for mention in _mentions(reader, text)]


def _one(reader: SentenceReader, text: str) -> Quantity:
    (quantity,) = _quantities(reader, text)
    return quantity


def test_a_corrected_figure_is_no_range(reader: SentenceReader) -> None:
    before, after = _quantities(reader, "The border service corrected its figure for the prisoners from 38 to 41.")
    assert (before.high, before.role) == (38, "previous")
    assert (after.low, after.role) == (41, "value")


def test_what_is_handed_over_has_no_bound_in_it(reader: SentenceReader) -> None:
    quantity = _one(reader, "The navy handed over 18 sailors to the Red Cross.")
    assert (quantity.low, quantity.high) == (18, 18)


@pytest.mark.parametrize(
    ("words", "low", "high", "approximate"),
    [
        ("as many as 400", None, 400, False),
        ("up to 400", None, 400, False),
        ("no more than 400", None, 400, False),
        ("fewer than 400", None, 400, False),
        ("at least 400", 400, None, False),
        ("more than 400", 400, None, False),
        ("no fewer than 400", 400, None, False),
        ("400 or more", 400, None, False),
        ("400-plus", 400, None, False),
        ("about 400", 400, 400, True),
        ("some 400", 400, 400, True),
        ("an estimated 400", 400, 400, True),
        ("400-odd", 400, 400, True),
        ("up to about 400", None, 400, True),
        ("nearly 400", 350, 400, True),
        ("nearly three dozen", 30, 36, True),
        ("between 400 and 450", 400, 450, False),
        ("400 to 450", 400, 450, False),
        ("400-450", 400, 450, False),
        ("dozens of", 24, None, True),
        ("tens of thousands of", 20_000, None, True),
        ("several hundred", 300, None, True),
        ("a couple of hundred", 200, 200, True),
        ("half a dozen", 6, 6, False),
        ("two hundred and fifty", 250, 250, False),
        ("12 000", 12_000, 12_000, False),
        ("1.2 million", 1_200_000, 1_200_000, False),
        ("3k", 3_000, 3_000, False),
        ("2 lakh", 200_000, 200_000, False),
        ("1,20,000", 120_000, 120_000, False),
    ],
)
def test_words_around_a_number_set_its_bounds(
    reader: SentenceReader, words: str, low: float | None, high: float | None, approximate: bool
) -> None:
    quantity = _one(reader, f"The governor said that {words} soldiers had left the valley.")
    assert (quantity.low, quantity.high, quantity.approximate) == (low, high, approximate)
    assert (quantity.unit, quantity.of) == ("count", "soldiers")


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("700 square miles", 700, "mi2"),
        ("110 sq km", 110, "km2"),
        ("3.5 km²", 3.5, "km2"),
        ("40 hectares", 40, "ha"),
        ("5,000 tonnes", 5_000, "t"),
        ("300 metres", 300, "m"),
        ("100m", 100, "m"),
        ("$260 billion", 260e9, "USD"),
        ("€5m", 5e6, "EUR"),
        ("EUR 5 million", 5e6, "EUR"),
        ("1.2bn hryvnias", 1.2e9, "UAH"),
        ("300 roubles", 300, "RUB"),
        ("15 per cent", 15, "percent"),
        ("15%", 15, "percent"),
        ("half a mile", 0.5, "mi"),
        ("two thirds", pytest.approx(2 / 3), "fraction"),
        ("40 kilometres per hour", 40, "km/h"),
    ],
)
def test_units_come_in_their_short_form(reader: SentenceReader, words: str, value: float, unit: str) -> None:
    quantity = _one(reader, f"The ministry put it at {words} of what was there.")
    assert (quantity.low, quantity.high, quantity.unit) == (value, value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "The 47th Brigade left Unit 731 behind on Highway 4.",
        "They lost T-72s, Su-34s and a Kh-101 over Sector 12.",
        "Ivan Terev, 34, fled with his 5-year-old son.",
        "Resolutions 2401 and 2402 (2018) were adopted at 10:30 on 5 March 2021.",
        "The paper of 24.02.22 07:15 covers 2014-15.",
        "It ended 3-2, and the phone number is 888-847-6592.",
        "One of the guards said no one saw one another that one day.",
        "He was 82, and children as young as 10 were there.",
        "The second half was like the 1990s.",
        "A third attack hit the Three Lakes Initiative in Room 14.",
        "Boris Ka turned 40 on 9/11; the crisis of COVID-19 went on 24/7.",
        "They were jailed for 15 to 37 years after a 48-hour ultimatum.",
        "See https://example.org/2024/12 or 48°30'12\"N.",
        "Several said that a few had gone.",
    ],
)
def test_names_dates_ages_and_idioms_are_no_quantities(reader: SentenceReader, text: str) -> None:
    assert _quantities(reader, text) == []


def test_a_truce_is_measured_in_days(reader: SentenceReader) -> None:
    assert _one(reader, "Both sides weigh a 30-day ceasefire.") == Quantity(30, 30, "day", "ceasefire")


def test_a_number_inside_an_expression_of_time_is_left_out(reader: SentenceReader) -> None:
    text = "Shelling went on for 20 nights in 1995 villages."
    document = Document("d", "d", "d", text, "")
    (sentences,) = reader.read([document])
    start = text.index("1995")
    when = TimeMention(Span.of(text, start, start + 4), 0, TimeRange("1995", None, None, "year", "stated"))
    assert find_quantities(document, sentences, [when]) == ()


def test_two_units_for_one_amount_are_one_fact(reader: SentenceReader) -> None:
    first, second = _mentions(reader, "They hold 110 square kilometres (42 square miles) of hills.")
    assert (first.quantity.role, second.quantity.role) == ("value", "conversion")
    assert (first.flag, second.flag) == (None, None)


def test_two_units_that_disagree_are_flagged(reader: SentenceReader) -> None:
    first, second = _mentions(reader, "The road runs for 10 miles (10 km) along the lake.")
    assert first.flag is not None
    assert first.flag == second.flag


def test_two_currencies_are_not_checked_against_each_other(reader: SentenceReader) -> None:
    first, second = _mentions(reader, "The bridge cost $5m (£4m) in all.")
    assert second.quantity.role == "conversion"
    assert (first.flag, second.flag) == (None, None)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The death toll rose to 19 from 16.", [(19, "value"), (16, "previous")]),
        ("The toll rose from 16 to 19.", [(16, "previous"), (19, "value")]),
        ("They hold 110 hills, down from the 1,368 they held.", [(110, "value"), (1368, "previous")]),
        ("Aid came to $5 million instead of the $6 million.", [(5e6, "value"), (6e6, "previous")]),
        ("At least 12 people, including 3 children and 2 nurses, died.", [(12, "value"), (3, "part"), (2, "part")]),
        ("The blast killed 9 men, 4 of them officers.", [(9, "value"), (4, "part")]),
        ("It killed 8 men, including 3 guards, and 16 homes burned.", [(8, "value"), (3, "part"), (16, "value")]),
    ],
)
def test_earlier_values_and_parts_are_told_apart(
    reader: SentenceReader, text: str, values: list[tuple[float, str]]
) -> None:
    assert [(quantity.low, quantity.role) for quantity in _quantities(reader, text)] == values


def test_a_unit_said_once_holds_for_both_numbers(reader: SentenceReader) -> None:
    first, second = _quantities(reader, "Prices were up 10 and 15 per cent.")
    assert (first.low, first.unit, second.low, second.unit) == (10, "percent", 15, "percent")


def test_no_casualties_are_zero(reader: SentenceReader) -> None:
    quantity = _one(reader, "There were no casualties in the strike.")
    assert (quantity.low, quantity.high, quantity.scope) == (0, 0, "killed or wounded")


def test_degrees_below_zero_keep_their_sign(reader: SentenceReader) -> None:
    (mention,) = _mentions(reader, "The night was as cold as -12 degrees Celsius.")
    assert (mention.quantity.high, mention.quantity.unit) == (-12, "degC")
    assert mention.span.text.startswith("-")


def test_the_words_shown_are_the_words_of_the_report(reader: SentenceReader) -> None:
    text = "First line.\nNearly\u00a0three dozen homes and US$1.3bn were lost; İzmir sent 20 trucks."
    for mention in _mentions(reader, text):
        assert text[mention.span.start : mention.span.end] == mention.span.text


def test_without_grammar_values_stay_and_nouns_are_guessed(reader: SentenceReader) -> None:
    text = "As many as 300 mountain troops reached the pass, 20 km from Larovka."
    document = Document("d", "d", "d", text, "")
    parsed = find_quantities(document, reader.read([document])[0])
    plain = find_quantities(document, reader.split(document))
    assert [replace(m.quantity, whose=None) for m in plain] == [replace(m.quantity, whose=None) for m in parsed]


def test_a_number_of_people_behind_a_day_is_no_year(reader: SentenceReader) -> None:
    assert _one(reader, "As of April 15, 1982 civilians were killed.").low == 1982
    assert _quantities(reader, "On April 15, 1982 the fleet sailed.") == []


def test_soldiers_words_for_their_dead_are_no_share(reader: SentenceReader) -> None:
    assert _quantities(reader, 'The "two-hundredths" were carried off.') == []
