"""What rules say of two claims of one story needs odds and days enough; outside stories nothing is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.links.making import claim
from tests.links.stories import first, story

from fogline.links.comparing.firmness import (
    DAYS,
    DENIED_FAR_ODDS,
    FAR_ODDS,
    LATER,
    MANIFOLD_ODDS,
    MONTH,
    ODDS,
    TOLD_ODDS,
    too_loose,
)
from fogline.links.comparing.matter import Matter, matter
from fogline.links.frames import Frame
from fogline.links.verdicts import Verdict

DENIED = Verdict("clashes", "polarity", 0.7, ("polarity", "matter"), "one affirms what the other denies")
TURNED = Verdict("supersedes", "polarity", 0.7, ("polarity", "matter"), "the same party says the opposite later")
TOLD = Verdict("agrees", "existence", 0.7, ("matter",), "both tell it")
RETOLD = Verdict("supersedes", "existence", 0.7, ("matter",), "the same party tells it differently later")
COUNTED = Verdict("clashes", "number", 0.7, ("number", "as of"), "five against nine")


ONE = first(story("one", "2025-03-10", "The Gazette", claim("Shells hit the mill at Aldern", document="d-one")))
OTHER = first(story("two", "2025-03-11", "The Herald", claim("Shells fell on the mill", document="d-two")))


def of_kind(frame: Frame, kind: str) -> Frame:
    return replace(frame, claim=replace(frame.claim, kind=kind))  # type: ignore[arg-type]


def loose(verdict: Verdict, common: Matter, one: Frame = ONE, other: Frame = OTHER) -> bool:
    return too_loose(one, other, verdict, common)


@pytest.fixture(scope="module")
def common() -> Matter:
    found = matter(ONE, OTHER)
    assert found is not None
    assert found.story
    return found


@pytest.fixture(scope="module")
def apart() -> tuple[Frame, Frame]:
    """Two claims that share neither words nor ideas."""
    one = claim("Shells hit the mill at Aldern", document="d-three")
    other = claim("The choir sang in the valley until dusk", document="d-four")
    return (
        first(story("three", "2025-03-10", "The Gazette", one)),
        first(story("four", "2025-03-11", "The Herald", other)),
    )


def test_a_denial_of_something_little_alike_clashes_with_nothing(common: Matter) -> None:
    least = ODDS["clashes", "polarity", ("polarity", "matter")]
    assert loose(DENIED, replace(common, odds=least - 0.1))
    assert not loose(DENIED, replace(common, odds=least))


def test_an_express_denial_of_another_kind_of_thing_needs_more(common: Matter) -> None:
    denial = replace(of_kind(OTHER, "aid"), against=True)
    least = ODDS["clashes", "polarity", ("polarity", "matter")]
    assert loose(DENIED, replace(common, odds=least), of_kind(ONE, "attack"), denial)
    assert not loose(DENIED, replace(common, odds=least), of_kind(ONE, "aid"), denial)


def test_a_side_that_speaks_twice_within_a_day_has_not_turned(common: Matter) -> None:
    least = DAYS["supersedes", "polarity", ("polarity", "matter")]
    assert loose(TURNED, replace(common, gap=least - 1))
    assert not loose(TURNED, replace(common, gap=least))


def test_who_tells_more_within_a_week_takes_nothing_back(common: Matter) -> None:
    assert loose(RETOLD, replace(common, gap=LATER - 1, odds=TOLD_ODDS))
    assert not loose(RETOLD, replace(common, gap=LATER, odds=TOLD_ODDS))


def test_nobody_agrees_with_what_is_only_planned(common: Matter) -> None:
    assert not loose(TOLD, replace(common, odds=9.0))
    assert loose(TOLD, replace(common, odds=9.0), replace(ONE, real=False, claim=replace(ONE.claim, status="planned")))


def test_people_who_move_are_more_often_two_crowds_than_shells_are_two_salvoes(common: Matter) -> None:
    between = replace(common, odds=(TOLD_ODDS + MANIFOLD_ODDS) / 2, same_day=False)
    assert not loose(TOLD, between, of_kind(ONE, "attack"), of_kind(OTHER, "attack"))
    assert loose(TOLD, between, of_kind(ONE, "movement"), of_kind(OTHER, "movement"))
    assert not loose(TOLD, replace(between, same_day=True), of_kind(ONE, "movement"), of_kind(OTHER, "movement"))


def test_numbers_are_never_too_loose(common: Matter) -> None:
    assert not loose(COUNTED, replace(common, odds=-9.0, gap=0))


@given(st.floats(-9, 9), st.floats(0, 9), st.integers(0, 60))
def test_outside_stories_nothing_is_too_loose_and_better_odds_never_are(odds: float, more: float, gap: int) -> None:
    found = matter(ONE, OTHER)
    assert found is not None
    for verdict in (DENIED, TURNED, TOLD, RETOLD, COUNTED):
        assert not loose(verdict, replace(found, story=False, odds=odds, gap=gap))
        if not loose(verdict, replace(found, odds=odds, gap=gap)):
            assert not loose(verdict, replace(found, odds=odds + more, gap=gap))


def test_an_agreement_in_words_that_are_hardly_related_needs_higher_odds(
    common: Matter, apart: tuple[Frame, Frame]
) -> None:
    assert loose(TOLD, replace(common, odds=FAR_ODDS, same_day=False), *apart)
    assert not loose(TOLD, replace(common, odds=FAR_ODDS + 0.1, same_day=False), *apart)
    assert not loose(TOLD, replace(common, odds=FAR_ODDS, same_day=False))  # near words


def test_a_denial_in_other_words_that_names_no_thing_clashes_with_nothing(
    common: Matter, apart: tuple[Frame, Frame]
) -> None:
    between = replace(common, odds=DENIED_FAR_ODDS)
    aid = [replace(of_kind(frame, "aid"), against=False) for frame in apart]
    assert loose(DENIED, between, *aid)
    assert not loose(DENIED, between, *(of_kind(frame, "attack") for frame in aid))
    named = replace(aid[0], none_of=frozenset(aid[1].words.terms))
    assert not loose(DENIED, between, named, aid[1])


def test_a_later_word_in_a_sentence_of_other_words_takes_nothing_back(
    common: Matter, apart: tuple[Frame, Frame]
) -> None:
    sure = replace(common, odds=9.0)
    assert loose(RETOLD, replace(sure, gap=MONTH - 1), *apart)
    assert not loose(RETOLD, replace(sure, gap=MONTH), *apart)
