"""The days that a title names."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from fogline.links.days import days_told

MARCH = date(2025, 3, 1).toordinal()


def test_a_few_who_look_back_weeks_later_stretch_no_title() -> None:
    strike = [MARCH + day for day in (0, 0, 1, 1, 1, 2, 2, 3, 3, 4, 5, 6, 6)]
    assert days_told([*strike, MARCH + 60]) == "1 Mar to 7 Mar 2025"
    assert days_told([MARCH - 90, *strike]) == "1 Mar to 7 Mar 2025"


def test_a_series_over_months_keeps_its_last_figure() -> None:
    series = [MARCH + 10 * at for at in range(12)]
    assert days_told([*series, MARCH + 130]) == "1 Mar to 9 Jul 2025"


@given(st.lists(st.integers(min_value=MARCH, max_value=MARCH + 300), max_size=60))
def test_the_days_told_are_days_of_claims_whatever_their_order(days: list[int]) -> None:
    assert days_told(days) == days_told(days[::-1])
    assert bool(days_told(days)) == bool(days)
