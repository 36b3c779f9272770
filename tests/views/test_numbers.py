"""Figures of the same thing beside each other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.views.building import Told, cited, town

from fogline.records.mentions import Quantity, QuantityRole
from fogline.records.spans import Span
from fogline.views.citing import Cited
from fogline.views.measures import measure_of, named
from fogline.views.numbers import NumberSeries, number_series
from fogline.views.tolling import figure_day
from fogline.workspace import Workspace

DEAD = Quantity(14, 14, "count", of="soldiers", scope="killed")
VERIDIA = Told(who="Ana Berisso", side="Veridia", kind="casualties")
OSTRIA = replace(VERIDIA, who="Jan Korda", side="Ostria")


def figure(told: Told, low: float | None, high: float | None, role: QuantityRole = "value") -> Cited:
    words = f"{low or ''}-{high or ''}"
    kept = replace(DEAD, low=low, high=high, role=role)
    return cited(f"{words} soldiers were killed", replace(told, quantities=((words, kept),)))


def only(*claims: Cited) -> NumberSeries:
    (series,) = number_series(claims)
    return series


def test_each_claimant_keeps_its_own_figure() -> None:
    series = only(figure(VERIDIA, 14, 14), figure(OSTRIA, 40, None))
    assert [(one.claimant, one.low, one.high) for one in series.figures] == [("Ostria", 40, None), ("Veridia", 14, 14)]
    assert series.low
    assert series.high
    assert (series.low.value, series.low.figure.claimant) == (14, "Veridia")
    assert (series.high.value, series.high.figure.claimant) == (40, "Ostria")


def test_the_figure_that_most_claimants_give_is_the_one_most_told() -> None:
    monitor = replace(VERIDIA, who="Mina Sol", side="United Nations")
    repeated = [figure(replace(OSTRIA, report=f"{n}.txt"), 40, 40) for n in range(3)]
    series = only(figure(VERIDIA, 14, 14), figure(monitor, 14, 14), *repeated)
    assert series.best
    assert series.best.value == 14


def test_denied_earlier_and_partial_figures_bound_nothing() -> None:
    denied = figure(replace(OSTRIA, stance="denies"), 900, 900)
    series = only(
        figure(VERIDIA, 14, 14), denied, figure(VERIDIA, 2, 2, role="part"), figure(VERIDIA, 1, 1, role="previous")
    )
    assert len(series.figures) == 4
    assert series.low
    assert series.high
    assert (series.low.value, series.high.value) == (14, 14)


def test_a_twin_in_another_unit_is_no_figure_of_its_own() -> None:
    assert number_series([figure(VERIDIA, 14, 14, role="conversion")]) == ()


def test_miles_and_kilometres_meet_and_the_converted_one_is_marked() -> None:
    def area(words: str, value: float, unit: str) -> Cited:
        told = replace(VERIDIA, who=words, side=words, quantities=((words, Quantity(value, value, unit, of="ground")),))
        return cited(f"{words} were taken", told)

    series = only(area("110 square kilometres", 110, "km2"), area("42 square miles", 42, "mi2"))
    assert series.key.unit == "km2"
    assert [one.derived for one in series.figures] == [False, True]
    assert series.low
    assert round(series.low.value, 1) == 108.8


def test_troops_and_soldiers_are_one_thing_villages_another() -> None:
    nouns = ("Ostrian soldiers", "servicemen", "troops in the valley", "villages", "dead", None)
    counted = [measure_of(Quantity(3, 3, "count", of=noun)).counted for noun in nouns]
    assert counted == ["troops", "troops", "troops", "village", "people", "number"]


def test_figures_without_a_place_stay_within_their_report() -> None:
    nowhere = replace(VERIDIA, places=())
    assert len(number_series([figure(nowhere, 14, 14), figure(replace(nowhere, report="b.txt"), 14, 15)])) == 2


def test_a_question_joins_figures_of_two_places() -> None:
    one, other = figure(VERIDIA, 14, 14), figure(replace(OSTRIA, places=()), 40, 40)
    matters = {one[0].id: ["q-1"], other[0].id: ["q-1"]}
    assert len(number_series([one, other], matters)) == 1
    assert len(number_series([one, other])) == 2


def test_questions_that_share_a_claim_are_on_one_number_and_take_in_the_rest_of_their_place() -> None:
    claims = [figure(replace(VERIDIA, report=f"{name}.txt"), 14, 14) for name in "abcd"]
    first, second, third, _ = (claim.id for claim, _ in claims)
    matters = {first: ["q-1"], second: ["q-1", "q-2"], third: ["q-2"]}
    (series,) = number_series(claims, matters)
    assert len(series.figures) == 4
    apart = number_series(claims, {first: ["q-1"], second: ["q-1"], third: ["q-2"]})
    assert sorted(len(one.figures) for one in apart) == [1, 1, 2]


def test_a_copy_does_not_make_a_figure_told_more_often() -> None:
    told = [figure(replace(VERIDIA, side=None, who=who, report=f"{who}.txt"), 14, 14) for who in ("A", "B", "E")]
    copied = [(replace(claim, origin="o-one"), report) for claim, report in told]
    late = [figure(replace(OSTRIA, side=None, who=who, report=f"{who}.txt"), 20, 20) for who in ("C", "D")]
    (series,) = number_series([*copied, *late])
    assert series.best
    assert series.best.value == 20


@pytest.mark.parametrize(
    ("counted", "unit", "shown"),
    [
        ("lorry", "count", "lorries"),
        ("child", "count", "children"),
        ("troops", "count", "troops"),
        ("time", "day", "duration"),
        ("ceasefire time", "day", "duration of the ceasefire"),
        ("area", "km2", "area"),
    ],
)
def test_titles_name_what_is_counted_in_plain_words(counted: str, unit: str, shown: str) -> None:
    assert named(counted, unit) == shown


def test_a_question_that_joins_regions_far_apart_gives_a_series_to_each() -> None:
    far = replace(OSTRIA, places=(town("Far Quay", 9003, "VD-07"),))
    claims = [figure(VERIDIA, 14, 14), figure(far, 40, 40)]
    series = number_series(claims, {claim.id: ["q-1"] for claim, _ in claims})
    assert [(one.place, len(one.figures)) for one in series] == [("Far Quay", 1), ("Port Almeida", 1)]


COUNT = st.integers(0, 10**6)
BOUNDS = st.one_of(
    st.tuples(COUNT, COUNT).map(lambda pair: (min(pair), max(pair))),
    st.tuples(COUNT, st.none()),
    st.tuples(st.none(), COUNT),
)


@given(st.lists(st.tuples(BOUNDS, st.sampled_from(["Veridia", "Ostria"])), min_size=1, max_size=12))
def test_the_lowest_is_at_most_the_most_told_and_that_at_most_the_highest(
    told: list[tuple[tuple[int | None, int | None], str]],
) -> None:
    claims = [figure(replace(VERIDIA, side=side), *bounds) for bounds, side in told]
    for series in number_series(claims):
        assert series.low
        assert series.best
        assert series.high
        assert series.low.value <= series.best.value <= series.high.value
        assert {series.low.figure, series.best.figure, series.high.figure} <= set(series.figures)


def test_figures_of_a_read_report_lead_to_their_sentences(workspace: Workspace) -> None:
    series = workspace.numbers()
    found = {(one.claimant, one.low, one.words) for held in series for one in held.figures}
    assert any(low == 31 and words == "At least 31" for _, low, words in found)
    assert all(one.words in one.citation.sentence for held in series for one in held.figures)


ENEMY_DEAD = "people killed whom Veridia calls the enemy, Port Almeida"


def test_own_dead_and_those_counted_of_the_enemy_are_two_series() -> None:
    dead = Quantity(58, 58, "count", of="own men", scope="killed")
    own = cited("58 of its own men had been killed", replace(VERIDIA, quantities=(("58", dead),)))
    others = replace(dead, low=210, high=210, of=None)
    enemy = cited("the enemy's dead at 210", replace(VERIDIA, quantities=(("210", others),)))
    found = {series.title: series.low for series in number_series([own, enemy])}
    assert found.keys() == {"Veridia’s own people killed, Port Almeida", ENEMY_DEAD}
    assert sorted(bound.value for bound in found.values() if bound) == [58, 210]


def counted(words: str, number: str, told: Told, value: float = 14, scope: str | None = "killed") -> Cited:
    kept = replace(DEAD, low=value, high=value, of="people", scope=scope)
    return cited(words, replace(told, quantities=((number, kept),)))


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("the shelling puts millions of lives at risk", "millions"),
        ("the 102nd base was hit", "102"),
        ("two-hundredths of them were found", "two-hundredths"),
        ("an average of 5 children are killed", "5"),
        ("two children die every day", "two"),
    ],
)
def test_what_is_at_risk_ordinals_fractions_and_rates_are_no_figures(words: str, number: str) -> None:
    assert number_series([counted(words, number, VERIDIA)]) == ()
    plain = number.removeprefix("two-hund").removesuffix("redths") or "two"
    assert number_series([counted(f"{plain} people were killed", plain, VERIDIA)])


def test_a_share_of_something_is_no_count() -> None:
    half = Quantity(0.5, 0.5, "fraction", of="city")
    assert number_series([cited("half of the city has fled", replace(VERIDIA, quantities=(("half", half),)))]) == ()


def test_words_for_an_order_of_magnitude_bound_nothing_beside_a_number() -> None:
    series = only(counted("dozens were killed", "dozens", VERIDIA, 24), counted("14 were killed", "14", OSTRIA))
    assert series.low
    assert (series.low.value, len(series.figures)) == (14, 2)
    (alone,) = number_series([counted("dozens were killed", "dozens", VERIDIA, 24)])
    assert alone.low


def test_a_running_count_shows_its_latest_figure_by_the_day_it_was_told() -> None:
    war = replace(VERIDIA, happened=("2031-02-24", None))
    march = counted("since 24 February 226 people have been killed", "226", replace(war, published="2031-03-20"), 226)
    may = counted("since 24 February 430 people have been killed", "430", replace(war, published="2031-05-20"), 430)
    other = counted("in all, 226 people have been killed so far", "226", replace(OSTRIA, published="2031-04-01"), 226)
    series = only(march, may, other)
    assert [figure.date.day for figure in series.figures] == ["2031-03-20", "2031-04-01", "2031-05-20"]
    assert series.best
    assert series.latest
    assert (series.best.value, series.latest.value) == (226, 430)


def test_a_toll_told_as_of_a_day_is_of_that_day_and_one_of_a_span_of_its_end() -> None:
    told = replace(VERIDIA, happened=("2031-05-02", "2031-05-02"), published="2031-05-06")
    claim, report = counted("14 people have been killed so far", "14", told)
    when = replace(claim.when, span=Span(0, 5, "2 May")) if claim.when else None
    sentence = replace(claim.sentence, text=f"As of 2 May {claim.sentence.text}")
    assert figure_day(replace(claim, when=when, sentence=sentence), report).day == "2031-05-02"
    assert figure_day(claim, report).day == "2031-05-06"
    span = replace(told, happened=("2031-05-01", "2031-05-02"))
    assert figure_day(*counted("14 people were killed", "14", span)).day == "2031-05-02"


def test_the_dead_of_two_strikes_months_apart_are_two_series_with_their_days() -> None:
    march = counted("3 people were killed", "3", replace(VERIDIA, published="2031-03-14"), 3)
    april = counted("5 people were killed", "5", replace(VERIDIA, published="2031-03-15"), 5)
    october = counted("9 people were killed", "9", replace(VERIDIA, published="2031-10-18"), 9)
    found = {series.title: len(series.figures) for series in number_series([march, april, october])}
    assert found == {
        "people killed, Port Almeida, 2031-03-14 to 2031-03-15": 2,
        "people killed, Port Almeida, 2031-10-18": 1,
    }


def test_a_number_of_nobody_says_what_stands_only_where_a_question_asks_for_it() -> None:
    bare = replace(DEAD, of=None, scope=None)
    claim = cited("all 14 moved away", replace(VERIDIA, quantities=(("14", bare),)))
    assert number_series([claim]) == ()
    assert number_series([claim], {claim[0].id: ["q-1"]})


def test_whose_they_are_is_not_told_twice() -> None:
    (series,) = number_series(
        [
            cited(
                "14 civilians died",
                replace(VERIDIA, quantities=(("14", replace(DEAD, of="civilians", whose="civilian")),)),
            )
        ]
    )
    assert series.title == "civilians killed, Port Almeida"
