"""When an undated report can have been written."""

from __future__ import annotations

from fogline.mentions.times.finder import find_times
from fogline.mentions.times.window import publication_window
from fogline.records.documents import Document
from fogline.records.mentions import TimeRange
from fogline.records.naming import DatedFact
from fogline.records.sentences import Sentence


def _window(text: str, *facts: DatedFact, published_at: str | None = None) -> TimeRange | None:
    document = Document("d", "d", "d", text, "", published_at=published_at)
    return publication_window(document, find_times(document, [Sentence(0, 0, 0, len(text), text)]), facts)


def _days(window: TimeRange | None) -> tuple[str | None, str | None]:
    assert window is not None
    assert window.basis == "inferred"
    return window.earliest, window.latest


def test_a_dated_report_has_no_window() -> None:
    assert _window("It fell on 3 May 2031.", published_at="2031-05-04") is None


def test_a_report_without_dates_has_no_window() -> None:
    assert _window("The town fell yesterday after weeks of shelling.") is None


def test_the_latest_past_event_is_the_first_day() -> None:
    text = "The war began in June 2029. The town fell on 3 May 2031 after a siege."
    assert _days(_window(text)) == ("2031-05-03", None)


def test_the_nearest_future_date_is_the_last_day() -> None:
    text = "The town fell on 3 May 2031. Elections will be held on 9 September 2031."
    assert _days(_window(text)) == ("2031-05-03", "2031-09-09")


def test_this_year_ends_with_its_year() -> None:
    text = "The siege began on 9 May 2031. It was broken on March 3 of this year."
    assert _days(_window(text)) == ("2032-03-03", "2032-12-31")


def test_a_dateline_settles_the_day() -> None:
    text = "KALESH, May 4, 2031 (Northern Wire) - The town fell after the rains of 2029."
    assert _days(_window(text)) == ("2031-05-04", "2031-05-05")


def test_a_date_on_a_line_of_its_own_is_the_day() -> None:
    text = "Rebels leave Kalesh\nPublished: 4 May 2031\nKALESH - The town fell on Sunday."
    assert _days(_window(text)) == ("2031-05-04", "2031-05-04")


def test_known_facts_narrow_the_window_but_never_against_the_dates() -> None:
    text = "President Ilse Varga spoke after the town fell on 3 May 2031."
    in_office = DatedFact("President Ilse Varga", "2028-01-20", "2032-01-20")
    assert _days(_window(text, in_office)) == ("2031-05-03", "2032-01-20")
    long_gone = DatedFact("President Ilse Varga", None, "2020-01-20")
    assert _days(_window(text, long_gone)) == ("2031-05-03", None)
