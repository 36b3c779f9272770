"""The parts that reading numbers is made of: numerals, unit factors, the low bound of "nearly"."""

from __future__ import annotations

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.mentions.quantities.bounds import just_below
from fogline.mentions.quantities.lexicon import lexicon
from fogline.mentions.quantities.scan import scan

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()
UNITS: pint.UnitRegistry[float] = pint.UnitRegistry()
PINT_NAMES = {
    "km2": "kilometer**2", "mi2": "mile**2", "m2": "meter**2", "ft2": "foot**2", "ha": "hectare", "acre": "acre",
    "km": "kilometer", "m": "meter", "mi": "mile", "nmi": "nautical_mile", "yd": "yard", "ft": "foot", "in": "inch",
    "t": "metric_ton", "kg": "kilogram", "lb": "pound", "bbl": "oil_barrel", "l": "liter", "gal": "gallon",
    "m3": "meter**3", "ft3": "foot**3", "km/h": "kilometer/hour", "mph": "mile/hour", "kn": "knot",
    "kWh": "kilowatt_hour", "hour": "hour", "day": "day", "week": "week",
}  # fmt: skip


def _spelled(number: int) -> str:
    if number < 20:
        return SMALL[number]
    if number < 100:
        return TENS[number // 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")
    if number < 1000:
        return f"{SMALL[number // 100]} hundred" + (f" and {_spelled(number % 100)}" if number % 100 else "")
    if number < 1_000_000:
        rest = number % 1000
        link = " and " if 0 < rest < 100 else " "
        return f"{_spelled(number // 1000)} thousand" + (f"{link}{_spelled(rest)}" if rest else "")
    return f"{_spelled(number // 1_000_000)} million" + (
        f" {_spelled(number % 1_000_000)}" if number % 1_000_000 else ""
    )


@given(st.integers(min_value=2, max_value=999_999_999))
def test_a_number_spelled_out_is_worth_the_number(number: int) -> None:
    (found,) = scan(f"They counted {_spelled(number)} crates.")
    assert found.number.low == found.number.high == number


@given(st.integers(min_value=1_000, max_value=10**12))
def test_a_figure_with_commas_is_worth_the_number(number: int) -> None:
    (found,) = scan(f"They counted {number:,} crates.")
    assert found.number.low == number


@given(st.floats(min_value=1e-3, max_value=1e13, allow_nan=False))
def test_nearly_lies_below_the_number_by_a_sixth_at_most(value: float) -> None:
    value = float(f"{value:.3g}")
    low = just_below(value)
    assert value * 0.8 < low < value


@given(st.text(alphabet="0123456789 .,-/()%$€km£½on hundreTW'", max_size=60))
def test_any_text_can_be_scanned_and_spans_stay_inside_it(text: str) -> None:
    last = 0
    for found in scan(text):
        assert last <= found.start <= found.core_start < found.core_end <= found.end <= len(text)
        last = found.end


@pytest.mark.parametrize(("unit", "name"), PINT_NAMES.items())
def test_factors_agree_with_pint(unit: str, name: str) -> None:
    ours = lexicon().by_name[unit]
    assert ours.factor == pytest.approx(
        float(UNITS(name).to_base_units().magnitude), rel=1e-5
    )  # the acre is 1e-5 off: pint has that of the US survey


def test_no_spelling_stands_for_two_units() -> None:
    lex = lexicon()
    assert not set(lex.units) & set(lex.currencies)
    assert not set(lex.units) & set(lex.short)
