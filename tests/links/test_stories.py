"""Two reports on one story: the same matter in other words, and what only looks like it."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from tests.links.making import ALDERN, claim, counting, happening, placed
from tests.links.stories import denied, first, relation, story, told

from fogline.links.comparing.matter import matter
from fogline.links.comparing.meaning import coverage
from fogline.links.judging import judge
from fogline.links.posts import bare_post, posted, whose_post
from fogline.links.verdicts import official, same_party
from fogline.records.claims import Speaker
from fogline.records.mentions import Place, Quantity
from fogline.records.spans import Span

CORVIN = Place("geonames:9", "Corvin", 44.0, 30.0, "town", "RO", "RO-1")


def test_a_denial_meets_what_it_denies_told_in_other_words() -> None:
    denial = denied(told("that the army's jets had bombed the cattle market", "Brigadier Olof Ek", "d-a", 0))
    charge = told("Warplanes dropped six bombs on the market where herders sell cows", "Sanna Ruud", "d-b", 0)
    assert relation(denial, charge) == "clashes"


def test_a_denial_of_one_deed_does_not_meet_another_deed_of_the_story() -> None:
    denial = denied(told("that the army's jets had bombed the cattle market", "Brigadier Olof Ek", "d-a", 0))
    other = told("Eleven doctors left the clinic on foot", "Sanna Ruud", "d-b", 0)
    assert relation(denial, other) is None


def test_what_comes_about_after_it_was_denied_does_not_contradict() -> None:
    none = told("Not one lorry has entered Aldern since the siege began", "Olof Ek", "d-a", 0, status="negated")
    later = happening(told("A convoy of 25 lorries entered Aldern", "Sanna Ruud", "d-b", 0), "2025-03-15")
    assert relation(placed(none, ALDERN), placed(later, ALDERN), ("2025-03-10", "2025-03-16")) == "differs"


def test_two_who_each_deny_do_not_contradict_each_other() -> None:
    denial = denied(told("that any lorry was stopped on the bridge", "Brigadier Olof Ek", "d-a", 0))
    again = told("No lorry was ever stopped on the bridge", "Sanna Ruud", "d-b", 0, status="negated")
    assert relation(denial, again) != "clashes"


def test_ones_own_dead_meet_what_the_enemy_counts() -> None:
    enemy = counting(
        told("60 insurgents were killed at the dam", "Brigadier Olof Ek", "d-a", 0), "60", Quantity(60, 60, "count")
    )
    own = counting(told("its own losses at four", "Sanna Ruud", "d-b", 0), "four", Quantity(4, 4, "count"))
    assert relation(enemy, own) == "clashes"


def test_a_sentence_on_another_place_goes_beside_the_story() -> None:
    there = placed(told("In Corvin, three guards died in an ambush", "Olof Ek", "d-a", 0), CORVIN)
    there = replace(there, places=tuple(replace(m, span=Span(3, 9, "Corvin")) for m in there.places), kind="casualties")
    frames = story("a", "2025-03-10", "The Gazette", there)
    other = first(story("b", "2025-03-11", "The Herald", told("Seven guards died in the battle", "S. Ruud", "d-b", 0)))
    common = matter(frames[0], other)
    assert frames[0].aside
    assert common is not None
    assert not common.story


def test_how_much_is_told_again_leaves_out_names_and_counts_near_words() -> None:
    one = first(story("a", "2025-03-10", "A", told("that the ferry had been hit by a shell", "O. Ek", "d-a", 0)))
    near = first(story("b", "2025-03-11", "B", told("Mortar fire struck the passenger boat", "S. Ruud", "d-b", 0)))
    far = first(story("c", "2025-03-11", "C", told("The ministers signed a wheat deal", "S. Ruud", "d-c", 0)))
    assert coverage(one, near) > coverage(one, far) + 0.2


def test_any_two_claims_of_a_story_are_judged_alike_from_either_side() -> None:
    texts = ("The army holds Aldern", "No shell fell on the school", "Nine men were captured", "Talks were ruled out")
    left = story("a", "2025-03-10", "A", *(told(t, "O. Ek", "d-a", 100 * n) for n, t in enumerate(texts)))
    right = story("b", "2025-03-12", "B", *(told(t, "S. Ruud", "d-b", 100 * n) for n, t in enumerate(texts)))
    assert all(judge(one, other) == judge(other, one) for one, other in product(left, right))


@pytest.mark.parametrize(
    ("before", "written", "body"),
    [
        ("", "League spokesman Didi Kabongo", "league"),
        ("retaken the dam, army chief of staff ", "General Prosper Lukoji", "army"),
        ("", "Defence Minister Ilie Stan", "defence ministry"),
    ],
)
def test_a_post_says_for_whom_a_person_speaks(before: str, written: str, body: str) -> None:
    sentence = f"{before}{written} said so"
    speaker = Speaker(written, "person", None, Span(len(before), len(before) + len(written), written))
    made = replace(claim("so", written), sentence=Span(0, len(sentence), sentence))
    assert body in posted(speaker, made)


def test_a_post_without_a_name_and_somebodys_post_are_known() -> None:
    assert bare_post(Speaker("the spokesman", "person", None, None)) == "spokesman"
    assert bare_post(Speaker("Olof Ek", "person", None, None)) is None
    assert whose_post(Speaker("Hanan Idrissi", "person", None, Span(0, 27, "its spokeswoman Hanan Idris")))


def test_offices_are_one_side_and_a_body_goes_by_its_noun() -> None:
    assert official(frozenset({"army"}))
    assert official(frozenset({"third division"}))
    assert not official(frozenset({"raya peoples army"}))
    front = first(story("a", "2025-03-10", "A", told("We hold Aldern", "Lualo Defence Front", "d-a", 0)))
    short = first(story("b", "2025-03-11", "B", told("We hold Aldern", "the front", "d-b", 0)))
    assert same_party(front, short)
