"""The parts that times are read with: word classes, the alternation, values."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest

from fogline.mentions.times.finder import find_times
from fogline.mentions.times.lexing import BREAK, CODES, lex
from fogline.mentions.times.patterns import CANDIDATE, PATTERN
from fogline.mentions.times.values import add_months, division_days, duration_timex, week_timex
from fogline.records.documents import Document


def test_every_shape_has_a_reader() -> None:
    # A shape without a reader would fail only on the rare text that holds it.
    from fogline.mentions.times import finder

    assert set(PATTERN.groupindex) == set(finder._READERS)


def test_marks_inside_an_expression_may_stand_apart() -> None:
    tight = lex("at 9 a.m. on Oct. 3")
    loose = lex("at 9 a . m . on Oct . 3")
    assert tight.codes == loose.codes


def test_no_expression_crosses_the_start_of_a_sentence() -> None:
    text = "They left in May. 12 men stayed."
    assert BREAK in lex(text, [0, 18]).codes[3:]


def test_numbers_tied_to_letters_are_names() -> None:
    day = CODES["DAY"]
    assert day not in lex("a T-12 and an F16").codes
    assert day in lex("on May-12").codes


def test_words_without_time_are_not_looked_at() -> None:
    assert CANDIDATE.search(lex("The mayor of the town said that he would stay.").codes) is None


@pytest.mark.parametrize(
    ("pieces", "value"),
    [
        (((30.0, "day"),), "P30D"),
        (((None, "week"),), "PXW"),
        (((90.0, "minute"),), "PT90M"),
        (((2.0, "year"), (3.0, "month")), "P2Y3M"),
        (((0.5, "hour"),), "PT30M"),
        (((2.0, "decade"),), "P20Y"),
        (((None, "decade"),), "PXDE"),
        (((1.0, "fortnight"),), "P2W"),
    ],
)
def test_amounts_become_iso_durations(pieces: tuple[tuple[float | None, str], ...], value: str) -> None:
    assert duration_timex(pieces) == value


def test_months_are_added_to_the_last_day_of_short_months() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2025, 3, 16), -14) == date(2024, 1, 16)


def test_weeks_are_those_of_the_calendar_standard() -> None:
    assert week_timex(date(2021, 1, 3)) == "2020-W53"
    assert week_timex(date(2025, 3, 16)) == "2025-W11"


def test_winter_runs_into_the_next_year() -> None:
    assert division_days(2023, "WI") == (date(2023, 12, 1), date(2024, 2, 29))


def test_a_day_that_does_not_exist_has_no_interval() -> None:
    text = "It fell on 30 February 2024."
    (mention,) = find_times(Document("d", "d", "d", text, ""), [])
    assert (mention.time.timex, mention.time.earliest, mention.time.basis) == ("2024-02-30", None, "none")


def test_long_tables_of_numbers_take_linear_time() -> None:
    # Entering the table at every number took minutes; one pass takes a tenth of a second.
    text = "1 2 3 4 5 " * 12_000
    begun = process_time()
    assert find_times(Document("d", "d", "d", text, ""), []) == ()
    assert process_time() - begun < 5
