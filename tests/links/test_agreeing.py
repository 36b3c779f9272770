"""Sides agree where two tell the same in acts of their own; one report, or one text given to two, is one voice."""

from __future__ import annotations

from dataclasses import replace

from tests.links.making import claim, of_side

from fogline.links.states import sides_of, state_of
from fogline.records.claims import Claim, Kind, Party, Stance
from fogline.records.links import Link, Relation, State
from fogline.records.mentions import Actor

PAPER = "The Gazette"
# Blame is read from names that the world knows: no invented state has an adjective there.
BLAMES = "The Chadian shelling of the mill killed six"


def told(who: str, report: str, text: str = "Six people left the mill", *, stance: Stance = "asserts") -> Claim:
    kind: Kind = "attack" if "shelling" in text else "movement"
    made = claim(text, who, document=report)
    return replace(made, speaker=None) if who == PAPER else of_side(made, who, stance=stance, kind=kind)


def tie(one: Claim, other: Claim, relation: Relation = "agrees") -> Link:
    left, right = sorted((one.id, other.id))
    return Link(f"k-{left}-{right}", left, right, relation, "existence", "because", 0.8, "test")


def stood(claims: list[Claim], *links: Link, one_act: bool = False) -> State:
    parties = {one.id: one.speaker.side or "" if one.speaker else PAPER for one in claims}
    acts = {one.id: "one" if one_act else one.id for one in claims}
    return state_of("existence", links, parties, {one.id: one for one in claims}, acts)


def test_two_sides_agree_over_what_a_paper_tells_in_between() -> None:
    one, paper, other = told("Ostria", "d-1"), told(PAPER, "d-2"), told("Veridia", "d-3")
    assert stood([one, paper, other], tie(one, paper), tie(paper, other)) == "agreed"
    assert stood([one, paper, other], tie(one, paper)) == "open"
    assert stood([one, paper, other], tie(one, paper), tie(paper, other), one_act=True) == "open"


def test_headline_and_lead_of_one_report_agree_on_nothing_and_are_one_account() -> None:
    one, other = told("Ostria", "d-1"), told("Veridia", "d-1", "Six people have left the mill")
    assert stood([one, other], tie(one, other)) == "one-sided"
    assert stood([one, replace(other, stance="denies")]) == "open"  # one report that tells both is no single account


def test_one_announcement_that_two_papers_give_to_two_sides_is_no_agreement() -> None:
    one, other = told("Ostria", "d-1"), told("Veridia", "d-2")
    assert stood([one, other], tie(one, other, "repeats"), one_act=True) == "open"
    assert stood([one, other], tie(one, other, "repeats")) == "agreed"


def test_two_sides_that_demand_the_same_agree() -> None:
    one, other = told("Ostria", "d-1", stance="demands"), told("Veridia", "d-2", stance="demands")
    assert stood([one, other], tie(one, other)) == "agreed"
    assert stood([one, replace(other, stance="asserts")], tie(one, other)) == "open"


def test_what_is_laid_in_words_to_one_who_is_silent_is_one_sided_though_others_name_nobody() -> None:
    one, other = told("Ostria", "d-1", BLAMES), told("Veridia", "d-2", "The shelling of the mill is a crime")
    assert stood([one, other], tie(one, other)) == "one-sided"
    spoken = told("Chad", "d-3", "Shelling was heard at the mill")
    assert stood([one, other, spoken], tie(one, other)) == "open"
    assert stood([one, replace(other, stance="denies")], tie(one, other)) == "open"
    on_them = told("Ostria", "d-1", "The shelling was an attack on Chadian forces")
    assert stood([on_them, other]) == "open"


def test_a_deed_that_its_doer_tells_of_as_his_own_is_agreed_on() -> None:
    one, own = told("Ostria", "d-1", BLAMES), told("Chad", "d-2", "The shelling of the mill was ours")
    party = Party(Actor("Chad", "government", "Chad"), own.evidence[0])
    assert stood([one, own]) == "open"
    assert stood([one, replace(own, actors=(party,))]) == "agreed"
    assert sides_of("existence", (), {one.id: "Ostria"}, {one.id: one}) == 1
