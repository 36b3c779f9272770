"""Matters at one place that mostly hold the same claims are one question."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from tests.links.making import ALDERN, BRESK, claim, frame, placed

from fogline.links.frames import Frame
from fogline.links.matters import group_of, is_one, matter_key
from fogline.links.questions import questions_of
from fogline.links.uniting import united
from fogline.records.claims import Kind
from fogline.records.links import Link, Relation
from fogline.records.mentions import Place


def tie(one: Frame, other: Frame, relation: Relation = "agrees", *, score: float = 0.8) -> Link:
    left, right = sorted((one.claim.id, other.claim.id))
    return Link(f"k-{left}-{right}", left, right, relation, "existence", "because", score, "test")


def told(text: str, report: str, *places: Place, kind: Kind = "attack") -> Frame:
    return frame(placed(claim(text, document=report, kind=kind), *places))


DIED = told("Forty prisoners were killed when a shell hit the camp of Aldern", "d-1", ALDERN)
ALSO = told("A shell killed prisoners in Aldern", "d-2", ALDERN)
HELD = told("The prisoners in Aldern were being held with officers", "d-3", ALDERN, kind="detention")
UNNAMED = told("A shell killed the prisoners of the camp", "d-4")
BY_WORD = told("The Aldern killings were ordered from above", "d-5")
ELSEWHERE = told("A shell killed prisoners of the camp in Bresk", "d-6", BRESK)
EVERY = (DIED, ALSO, HELD, UNNAMED, BY_WORD, ELSEWHERE)


def asked(*links: Link) -> list[set[str]]:
    return [set(question.claim_ids) for question in questions_of({one.claim.id: one for one in EVERY}, links)]


def test_prisoners_who_were_killed_are_one_matter_with_those_who_were_held_beside_them() -> None:
    links = [tie(DIED, ALSO), tie(DIED, HELD), tie(ALSO, HELD)]
    assert asked(*links) == [{DIED.claim.id, ALSO.claim.id, HELD.claim.id}]


def test_a_claim_that_names_the_town_by_word_or_nowhere_is_of_the_town_it_is_firmly_tied_to() -> None:
    for other in (UNNAMED, BY_WORD):
        assert matter_key(DIED, other, tie(DIED, other)) == f"deed|violence|{ALDERN.id}|"
    assert matter_key(HELD, UNNAMED, tie(HELD, UNNAMED, score=0.55)).split("|")[2] == "-"


def test_two_towns_lend_each_other_nothing() -> None:
    assert matter_key(DIED, ELSEWHERE, tie(DIED, ELSEWHERE)).split("|")[2] == "-"


def test_a_trial_that_is_held_holds_no_ground() -> None:
    tried = told("The court in Aldern held a trial of two officers", "d-7", ALDERN, kind="accusation")
    assert not matter_key(tried, BY_WORD, tie(tried, BY_WORD)).startswith("control")


def test_matters_of_one_place_are_asked_together_and_others_alone() -> None:
    at_aldern = {group_of(f"{matter}|{ALDERN.id}|") for matter in ("deed|violence", "number|kill", "other|-")}
    assert at_aldern == {group_of(f"control|{ALDERN.id}")} == {f"at|{ALDERN.id}"}
    assert all(is_one(group) for group in at_aldern)
    assert group_of("event|nuclear|UA-23") == group_of("event|nuclear|-")
    for alone in ("deed|violence|-|100", "control|-|100", "event|ship @mr|-", "number|kill|iso3166-2:UA-14|12"):
        assert group_of(alone) == alone


KEYS = st.sampled_from(
    [f"deed|{what}|p|" for what in ("violence", "captives", "withdraw")] + ["control|p", "number|kill|p|"]
)
PARTS = st.lists(st.tuples(KEYS, st.sets(st.sampled_from("abcdefgh"), min_size=2)), max_size=6)


@given(PARTS)
def test_uniting_loses_no_claim_and_leaves_no_two_deeds_alike(parts: list[tuple[str, set[str]]]) -> None:
    made = united([(key, (set(claims), [])) for key, claims in parts])
    assert {c for part in made for c in part.members} == {c for _, claims in parts for c in claims}
    deeds = [part.members for part in made if part.key.startswith("deed")]
    assert all(2 * len(one & other) < min(len(one), len(other)) for one, other in combinations(deeds, 2))
    assert sum(part.key.startswith("number") for part in made) <= sum(key.startswith("number") for key, _ in parts)


def test_who_holds_a_place_is_not_made_one_with_who_struck_it() -> None:
    held, struck, left = ("control|p", {"a", "b"}), ("deed|violence|p|", {"a", "b"}), ("deed|withdraw|p|", {"a", "b"})
    assert len(united([(key, (set(claims), [])) for key, claims in (held, struck)])) == 2
    assert [part.key for part in united([(key, (set(claims), [])) for key, claims in (held, left)])] == ["control|p"]


def test_who_holds_a_plant_is_asked_of_the_plant_where_no_town_is_named() -> None:
    now, then = (
        frame(claim(f"the army holds the nuclear plant {end}", document=f"d-{end}", kind="control"))
        for end in ("now", "")
    )
    link = replace(tie(now, then), about="control")
    assert matter_key(now, then, link) == "held|nuclear|-"
    (question,) = questions_of({one.claim.id: one for one in (now, then)}, [link])
    assert question.title == "Who holds the nuclear power plant, 16 Mar 2025?"
    assert question.about == "control"


def test_that_both_name_a_country_ties_two_deeds_no_more_than_no_place() -> None:
    country = Place("iso3166-1:UA", "Veridia", 48.0, 37.0, "country", "UA")
    wide = (
        told("A shell killed prisoners in Veridia", "d-8", country),
        told("Shells killed them in Veridia", "d-9", country),
    )
    assert matter_key(*wide, tie(*wide)).split("|")[2] == "-"


def test_a_denial_of_weeks_ago_answers_another_strike() -> None:
    def denied(day: str) -> Frame:
        return frame(
            claim("No shell of ours hit those prisoners", document="d-10", stance="denies", kind="attack"), day
        )

    for day, where in (("2025-03-20", ALDERN.id), ("2025-04-20", "-")):
        answer = denied(day)
        assert matter_key(DIED, answer, tie(DIED, answer)).split("|")[2] == where
