"""Times that nobody counts, ends that are left open, and four digits that are no year."""

from __future__ import annotations

import pytest

from fogline.config import ReadingOptions
from fogline.mentions.times.finder import find_times
from fogline.records.documents import Document
from fogline.records.mentions import TimeMention, TimeRange
from fogline.records.sentences import Sentence
from fogline.sentences.reader import SentenceReader

PUBLISHED = "2025-03-14"  # a Friday


@pytest.fixture(scope="module")
def grammar() -> SentenceReader:
    options = ReadingOptions()
    return SentenceReader.load(options.parser, options.stretch_limit)


def _read(text: str, published_at: str | None = PUBLISHED) -> tuple[TimeMention, ...]:
    document = Document("d", "d", "d", text, "", published_at=published_at)
    return find_times(document, [Sentence(0, 0, 0, len(text), text)])


def _one(text: str, published_at: str | None = PUBLISHED) -> TimeRange:
    (mention,) = _read(text, published_at)
    return mention.time


@pytest.mark.parametrize(
    ("text", "timex", "earliest"),
    [
        ("In recent weeks the militia burned huts.", "PXW", "2025-01-14"),
        ("In recent months the militia burned huts.", "PXM", "2024-03-14"),
        ("Over the past few days shells fell.", "PXD", "2025-02-28"),
        ("Shells fell in the last few hours.", "PTXH", "2025-03-13"),
    ],
)
def test_uncounted_units_reach_back_as_far_as_one_speaks_of_them(text: str, timex: str, earliest: str) -> None:
    time = _one(text)
    assert (time.timex, time.earliest, time.latest) == (timex, earliest, PUBLISHED)
    assert (time.precision, time.modifier, time.basis) == ("vague", "ON_OR_BEFORE", "relative")


@pytest.mark.parametrize(
    ("text", "timex", "latest"),
    [
        ("An assault is expected in the next few days.", "PXD", "2025-03-28"),
        ("More will come in the coming weeks.", "PXW", "2025-05-14"),
        ("The weeks to come will be hard.", "PXW", "2025-05-14"),
        ("The army will strike in the coming days and months.", "PXM", "2026-03-14"),
    ],
)
def test_uncounted_units_to_come_begin_with_publication(text: str, timex: str, latest: str) -> None:
    time = _one(text)
    assert (time.timex, time.earliest, time.latest, time.modifier) == (timex, PUBLISHED, latest, "ON_OR_AFTER")


def test_weeks_ago_is_at_least_a_week() -> None:
    assert _one("The dam broke weeks ago.").latest == "2025-03-07"


def test_without_an_anchor_only_the_unit_and_the_side_are_known() -> None:
    time = _one("In recent weeks nobody came.", published_at=None)
    assert (time.timex, time.modifier, time.earliest, time.latest, time.basis) == (
        "PXW", "ON_OR_BEFORE", None, None, "none",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "modifier", "earliest", "latest"),
    [
        ("They must leave before 1 September.", "BEFORE", None, "2025-08-31"),
        ("They must leave no later than 1 May.", "ON_OR_BEFORE", None, "2025-05-01"),
        ("They left prior to 9 March.", "BEFORE", None, "2025-03-08"),
        ("After 10 March no convoy came.", "AFTER", "2025-03-11", None),
        ("After 10 March Tabra was quiet.", "AFTER", "2025-03-11", None),
    ],
)
def test_a_bound_leaves_one_side_open(text: str, modifier: str, earliest: str | None, latest: str | None) -> None:
    time = _one(text)
    assert (time.modifier, time.earliest, time.latest) == (modifier, earliest, latest)


def test_two_times_of_day_in_a_row_are_two() -> None:
    assert [m.time.timex for m in _read("It came at dawn, at noon and again later.")] == [
        "2025-03-14TMO",
        "2025-03-14T12:00",
    ]


def test_two_stretches_around_two_events_are_two() -> None:
    found = _read("In the weeks before the war and in the days after the coup, prices rose.")
    assert [m.time.timex for m in found] == ["PXW", "PXD"]


def test_a_day_that_names_an_event_is_no_bound() -> None:
    assert _one("After the 10 March raid the clinic closed.").modifier is None


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("Flights are barred from Monday.", "ON_OR_AFTER"),
        ("The town was besieged from 12 February.", "ON_OR_AFTER"),
        ("From Saturday, no one may leave.", "ON_OR_AFTER"),
        ("The ban on flights from 1 May stands.", "ON_OR_AFTER"),
        ("Footage from Monday shows the ruins.", None),
        ("The photograph dates from 3 March.", None),
        ("The vote was moved from Sunday.", None),
    ],
)
def test_from_opens_what_lasts_and_not_what_has_an_origin(
    grammar: SentenceReader, text: str, modifier: str | None
) -> None:
    document = Document("d", "d", "d", text, "", published_at=PUBLISHED)
    (mention,) = find_times(document, grammar.read([document])[0])
    assert mention.time.modifier == modifier


@pytest.mark.parametrize(
    "text",
    [
        "Crews fired a PzH 2000 at the ford.",
        "The Pantsir 2021 radar was lost.",
        "A Type 1999 howitzer was shown.",
        "He cited Resolution 1973 again.",
    ],
)
def test_the_number_of_a_model_is_no_year(text: str) -> None:
    assert _read(text) == ()


@pytest.mark.parametrize("text", ["Kyiv 2014 is remembered.", "The war of 2008 was short.", "By 2023 it reopened."])
def test_a_year_behind_a_name_stays_a_year(text: str) -> None:
    assert _one(text).precision == "year"
