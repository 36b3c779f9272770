"""The fields that linking aligns: words, numbers, places, days, parties."""

from __future__ import annotations

from dataclasses import replace
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.links.making import ALDERN, BRESK, NORDLAND, claim, frame, of_side, placed, report

from fogline.links.amounts import Amount
from fogline.links.comparing.holding import hold_of
from fogline.links.comparing.places import place_nearness
from fogline.links.days import Days
from fogline.links.parties import party_of, setting_of
from fogline.links.wording import skeleton, stem, wording
from fogline.records.mentions import Place


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The town never fell", "~take"),
        ("No evidence of soldiers was found", "~troops"),
        ("The bridge wasn't damaged", "~damage"),
        ("though it still denies hitting the market", "~strike"),
    ],
)
def test_a_negation_reaches_what_it_denies(text: str, denied: str) -> None:
    assert denied in wording(text).denied


@pytest.mark.parametrize(
    "text",
    [
        "No fewer than 300 soldiers are quartered there",
        "Not only the camp was taken",
        "They signed the text without conditions",
        "The raiders, who were not named, took the camp",
    ],
)
def test_a_negation_leaves_alone_what_stands_outside_it(text: str) -> None:
    assert not {"~troops", "~take", "~accord", "~camp"} & wording(text).denied


def test_words_of_one_idea_are_one_term() -> None:
    assert wording("They seized it").terms & wording("It was captured").terms


def test_states_are_known_by_name_adjective_people_and_capital() -> None:
    named = [
        wording(text).states for text in ("Chadian troops", "soldiers from Chad", "North Korean shells", "Kyiv said")
    ]
    assert named == [{"chad"}, {"chad"}, {"north korea"}, {"ukraine"}]


@pytest.mark.parametrize(("one", "other"), [("aguelhoc", "aguelhok"), ("kharkiv", "kharkov"), ("kozynka", "kozinka")])
def test_spellings_of_a_name_share_their_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_a_stem_is_never_empty_and_begins_the_word(word: str) -> None:
    assert stem(word)[:2] == word[:2]


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    low, high = sorted((draw(st.floats(0, 1e6)), draw(st.floats(0, 1e6))))
    open_low, open_high = draw(st.booleans()), draw(st.booleans())
    who = draw(st.sampled_from([None, "civilian", "combatant"]))
    low, high = (-inf if open_low else low), (inf if open_high and not open_low else high)
    return Amount(low, high, frozenset({"kill"}), who, frozenset(), False, False, False, "n")


@given(amounts(), amounts())
def test_numbers_compare_the_same_both_ways(one: Amount, other: Amount) -> None:
    assert one.meets(other) == other.meets(one)
    assert one.comparable(other) == other.comparable(one)
    assert one.equal(other) == other.equal(one)


@given(amounts())
def test_a_number_meets_itself(one: Amount) -> None:
    assert one.meets(one)
    assert one.comparable(one)


@given(amounts(), st.floats(0, 1e6))
def test_intervals_that_share_a_value_meet(one: Amount, value: float) -> None:
    point = replace(one, low=value, high=value)
    if one.low <= value <= one.high:
        assert one.meets(point)


PLACES = st.sampled_from([ALDERN, BRESK, NORDLAND, Place("iso3166-1:UA", "Ukraine", 49.0, 32.0, "country", "UA")])


@given(PLACES, PLACES)
def test_places_lie_to_each_other_the_same_both_ways(one: Place, other: Place) -> None:
    assert place_nearness(one, other) == place_nearness(other, one)


def test_a_region_contains_its_towns_and_no_others() -> None:
    assert place_nearness(NORDLAND, ALDERN) == "within"
    assert place_nearness(NORDLAND, BRESK) == "apart"
    assert place_nearness(ALDERN, ALDERN) == "same"


DAYS = st.builds(lambda first, length: Days(first, first + length), st.integers(700_000, 740_000), st.integers(0, 400))


@given(DAYS, DAYS, st.integers(0, 5))
def test_days_meet_both_ways_and_exclude_before(one: Days, other: Days, slack: int) -> None:
    assert one.meets(other, slack) == other.meets(one, slack)
    assert not (one.meets(other) and one.before(other))
    assert one.meets(one)


def test_a_man_of_an_organisation_speaks_for_it_under_its_name_and_its_short_form() -> None:
    text = "We hold the camp, said Commander Aidan Fell of the Front of Eastern Valleys (FEV) on Monday"
    made = claim("We hold the camp", "Aidan Fell")
    made = replace(made, sentence=replace(made.sentence, text=text, end=len(text)))
    assert made.speaker is not None
    assert made.speaker.span is not None
    name = "Commander Aidan Fell of the Front of Eastern Valleys (FEV"
    made = replace(made, speaker=replace(made.speaker, span=replace(made.speaker.span, text=name)))
    party = party_of(made, setting_of(report(), [made]))
    assert {"front of eastern valleys", "aidan fell"} <= party


def test_the_army_of_a_report_on_one_state_is_its_army_and_of_two_states_nobodys() -> None:
    made = placed(claim("The attack was repelled", "the army"), ALDERN)
    assert "ukraine" in party_of(made, setting_of(report(), [made]))
    enemy = of_side(claim("The attack succeeded", "the defence ministry", at=200), "Russia")
    assert "ukraine" not in party_of(made, setting_of(report(), [made, enemy]))


def test_a_denial_that_refers_takes_the_words_it_refers_to() -> None:
    from fogline.links.frames import frames_of

    told = of_side(claim("Our forces took full control of Aldern", "Igor Danko"), "Russia")
    denied = of_side(claim("those claims", "Ivar Lund", at=100), "Ukraine", stance="denies")
    frames = frames_of(report(), [told, denied])
    assert frames[1].refers
    assert frames[0].words.terms <= frames[1].words.terms


def test_prisoners_that_are_held_hold_no_ground() -> None:
    assert hold_of(frame(claim("Its fighters are holding 23 prisoners"))) is None


def test_full_control_and_pockets_are_told_apart() -> None:
    full = hold_of(frame(of_side(claim("Our troops took full control of the town"), "Russia")))
    part = hold_of(frame(of_side(claim("Our troops still defend a strip of the region"), "Ukraine")))
    assert full is not None
    assert part is not None
    assert (full.full, full.contested, part.full, part.contested) == (True, False, False, True)
