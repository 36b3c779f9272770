"""Publication dates as people and machines write them."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.documents.dates import parse_date
from fogline.errors import ItemError


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2031-05-04", "2031-05-04"),
        (" 20310504 ", "2031-05-04"),
        ("2031-05-04T09:30:00Z", "2031-05-04T09:30:00+00:00"),
        ("2031-05-04 09:30", "2031-05-04T09:30:00"),
        ("Sun, 04 May 2031 09:30:00 +0200", "2031-05-04T09:30:00+02:00"),
        ("4 May 2031", "2031-05-04"),
        ("4th of May 2031", None),
        ("May 4, 2031", "2031-05-04"),
        ("Sunday, May 4th, 2031", "2031-05-04"),
        ("Sept. 14, 2031", "2031-09-14"),
        ("04-May-2031", "2031-05-04"),
        ("May 4, 2031, 9:30 a.m.", "2031-05-04"),
        ("2031/5/4", "2031-05-04"),
        ("4.5.2031", "2031-05-04"),
        ("16/05/2031", "2031-05-16"),
        ("05/16/2031", "2031-05-16"),
        ("05/05/2031", "2031-05-05"),
        ("04/05/2031", None),
        ("31/31/2031", None),
        ("30 February 2031", None),
        ("May 2031", None),
        ("2031", None),
        ("2031-W18", None),
        ("yesterday", None),
        ("", None),
        ("4 Mayhem 2031 was a film", None),
        ("0031-05-04", None),
        ("2031-05-04T25:00", None),
    ],
)
def test_full_dates_are_read_and_all_else_is_refused(written: str, read: str | None) -> None:
    if read is None:
        with pytest.raises(ItemError) as caught:
            parse_date(written)
        assert caught.value.reason == "bad_date"
    else:
        assert parse_date(written) == read


@given(st.dates(date(1800, 1, 1), date(2199, 12, 31)))
def test_every_day_is_read_in_each_way_of_writing_it(day: date) -> None:
    for form in ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%d %b %Y", "%d.%m.%Y", "%Y/%m/%d", "%a, %d %b %Y 10:00:00 GMT"):
        assert parse_date(day.strftime(form))[:10] == day.isoformat()


@given(st.text())
def test_any_words_give_a_date_or_a_reason(written: str) -> None:
    with suppress(ItemError):
        assert 1800 <= int(parse_date(written)[:4]) < 2200
