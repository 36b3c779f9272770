"""What rules say of two claims of one story needs odds and days enough; outside stories nothing is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.links.making import claim
from tests.links.stories import first, story

from fogline.links.comparing.firmness import DAYS, ODDS, too_loose
from fogline.links.comparing.matter import Matter, matter
from fogline.links.verdicts import Verdict

DENIED = Verdict("clashes", "polarity", 0.7, ("polarity", "matter"), "one affirms what the other denies")
TURNED = Verdict("supersedes", "polarity", 0.7, ("polarity", "matter"), "the same party says the opposite later")
COUNTED = Verdict("clashes", "number", 0.7, ("number", "as of"), "five against nine")


@pytest.fixture(scope="module")
def common() -> Matter:
    one = first(story("one", "2025-03-10", "The Gazette", claim("Shells hit the mill at Aldern", document="d-one")))
    other = first(story("two", "2025-03-11", "The Herald", claim("A fire burned at the mill", document="d-two")))
    found = matter(one, other)
    assert found is not None
    assert found.story
    return found


def test_a_denial_of_something_little_alike_clashes_with_nothing(common: Matter) -> None:
    least = ODDS["clashes", "polarity", ("polarity", "matter")]
    assert too_loose(DENIED, replace(common, odds=least - 0.1))
    assert not too_loose(DENIED, replace(common, odds=least))


def test_a_side_that_speaks_twice_within_a_day_has_not_turned(common: Matter) -> None:
    least = DAYS["supersedes", "polarity", ("polarity", "matter")]
    assert too_loose(TURNED, replace(common, gap=least - 1))
    assert not too_loose(TURNED, replace(common, gap=least))


def test_numbers_are_never_too_loose(common: Matter) -> None:
    assert not too_loose(COUNTED, replace(common, odds=-9.0, gap=0))


@given(st.floats(-9, 9), st.floats(0, 9), st.integers(0, 60))
def test_outside_stories_nothing_is_too_loose_and_better_odds_never_are(odds: float, more: float, gap: int) -> None:
    one = first(story("one", "2025-03-10", "The Gazette", claim("Shells hit the mill at Aldern", document="d-one")))
    other = first(story("two", "2025-03-11", "The Herald", claim("A fire burned at the mill", document="d-two")))
    found = matter(one, other)
    assert found is not None
    for verdict in (DENIED, TURNED, COUNTED):
        assert not too_loose(verdict, replace(found, story=False, odds=odds, gap=gap))
        if not too_loose(verdict, replace(found, odds=odds, gap=gap)):
            assert not too_loose(verdict, replace(found, odds=odds + more, gap=gap))
