"""A link that no place ties belongs to the one town that the other links of its claims lead to."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.links.making import ALDERN, BRESK, claim, frame, placed

from fogline.links.frames import Frame
from fogline.links.lending import home_of, is_unplaced, lent_key, towns_of
from fogline.links.matters import group_of, matter_key
from fogline.links.questions import questions_of
from fogline.records.links import Link
from fogline.records.mentions import Place


def told(text: str, report: str, *places: Place) -> Frame:
    return frame(placed(claim(text, document=report, kind="attack"), *places))


def tie(one: Frame, other: Frame, score: float = 0.7) -> Link:
    left, right = sorted((one.claim.id, other.claim.id))
    return Link(f"k-{left}-{right}", left, right, "agrees", "existence", "because", score, "test")


HIT = told("A rocket hit the prison in Aldern", "d-1", ALDERN)
ALSO = told("Rockets struck the prison of Aldern", "d-2", ALDERN)
THERE = told("A rocket hit the prison in Bresk", "d-3", BRESK)
ALSO_THERE = told("Rockets struck the prison of Bresk", "d-4", BRESK)
SAID = told("The rocket that hit the prisoners was theirs", "d-5")
DENIED = told("No rocket of ours hit those prisoners", "d-6")
EVERY = {one.claim.id: one for one in (HIT, ALSO, THERE, ALSO_THERE, SAID, DENIED)}


def asked(*links: Link) -> list[set[str]]:
    return sorted((set(question.claim_ids) for question in questions_of(EVERY, links)), key=len, reverse=True)


def test_what_answers_what_is_told_of_one_town_is_asked_with_it() -> None:
    found = asked(tie(HIT, ALSO), tie(HIT, SAID), tie(SAID, DENIED, 0.55))
    assert found == [{HIT.claim.id, ALSO.claim.id, SAID.claim.id, DENIED.claim.id}]


def test_what_answers_what_is_told_of_two_towns_is_asked_by_itself() -> None:
    found = asked(tie(HIT, ALSO), tie(THERE, ALSO_THERE), tie(HIT, SAID), tie(THERE, SAID), tie(SAID, DENIED, 0.55))
    assert {SAID.claim.id, DENIED.claim.id} in found
    assert all(len(question & {HIT.claim.id, THERE.claim.id}) < 2 for question in found)


def test_what_is_counted_or_held_and_what_is_told_of_a_region_lends_no_home() -> None:
    link = tie(SAID, DENIED)
    towns = towns_of([(SAID.claim.id, "at|iso3166-2:UA-14"), (SAID.claim.id, "at|nuclear"), (SAID.claim.id, "")])
    assert home_of(link, "deed|violence|-|9", towns) is None
    known = towns_of([(SAID.claim.id, "at|test:aldern")])
    assert home_of(link, "deed|violence|-|9", known) == "at|test:aldern"
    for other in ("number|kill|-|9", "control|-|9", "deed|violence|test:bresk|", ""):
        assert home_of(link, other, known) is None


def test_a_blow_on_a_town_is_the_blow_on_its_one_site_where_both_claims_tell_of_that() -> None:
    link, blow = tie(SAID, DENIED), "deed|violence|test:aldern|"
    one = towns_of([(SAID.claim.id, "at|prison"), (SAID.claim.id, "at|test:aldern")])
    both = towns_of(
        [(end, group) for end in (SAID.claim.id, DENIED.claim.id) for group in ("at|prison", "at|test:aldern")]
    )
    assert home_of(link, blow, both) == "at|prison"
    assert home_of(link, blow, one) is None
    assert home_of(link, "number|kill|test:aldern|", both) is None  # how many fell is asked by itself


def test_a_key_that_is_lent_is_one_of_its_group() -> None:
    for home in ("at|test:aldern", "event|ship @mr|-"):
        assert group_of(lent_key("deed|violence|-|9", home)) == home


@given(st.sampled_from(list(EVERY.values())), st.sampled_from(list(EVERY.values())), st.floats(0.5, 1))
def test_only_what_no_place_ties_is_unplaced(one: Frame, other: Frame, score: float) -> None:
    key = matter_key(one, other, tie(one, other, score))
    assert is_unplaced(key) == (key.split("|")[2] == "-" and key.startswith(("deed", "other")))


def test_of_several_towns_the_one_that_both_claims_lead_to_is_meant() -> None:
    here, there = "at|test:aldern", "at|test:bresk"
    link = tie(SAID, DENIED)
    towns = {SAID.claim.id: {here, there}, DENIED.claim.id: {here}}
    assert home_of(link, "deed|violence|-|9", towns) == here
    assert home_of(link, "deed|violence|-|9", {**towns, DENIED.claim.id: {here, there}}) is None
