"""What two reports on one story say of one thing in words that exclude each other, without a denial."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.links.making import ALDERN, claim, counting, placed, report
from tests.links.stories import relation, told

from fogline.links.anchors import one_story
from fogline.links.frames import Frame, frames_of
from fogline.links.issuing import named_posts
from fogline.links.judging import judge
from fogline.records.claims import Claim, Kind
from fogline.records.mentions import Place, Quantity


def of_kind(text: str, kind: Kind, speaker: str, document: str) -> Claim:
    return replace(told(text, speaker, document, 0), kind=kind)


def pair(left: str, right: str, *kinds: Kind) -> tuple[Claim, Claim]:
    one, other = kinds if len(kinds) > 1 else (*kinds, *kinds)
    return of_kind(left, one, "Sanna Ruud", "d-a"), of_kind(right, other, "Olof Ek", "d-b")


@pytest.mark.parametrize(
    ("left", "right", "kinds"),
    [
        ("The teachers are our guests and free to go", "The teachers were being held hostage", ("detention",)),
        ("A gas leak set the grain silo alight", "A rocket struck the grain silo", ("damage", "attack")),
        ("The barge was loaded with ammunition", "The barge had been carrying flour", ("aid",)),
        ("The pass road was open to lorries", "The pass road had been sealed at dawn", ("aid", "movement")),
        ("The pilots had returned safely in their jets", "Two jets were shot down over the gorge", ("attack",)),
        ("The clerks resigned of their own free will", "The clerks were forced to resign at gunpoint", ("other",)),
    ],
)
def test_two_ends_of_one_way_of_standing_clash(left: str, right: str, kinds: tuple[Kind, ...]) -> None:
    assert relation(*pair(left, right, *kinds)) == "clashes"


@pytest.mark.parametrize(
    ("left", "right", "kinds"),
    [
        ("The teachers are free to go", "The miners were being held hostage in a quarry", ("detention",)),
        ("The pass road was open to lorries", "The pass road was passable for carts", ("aid",)),
        ("The silo was not hit by a rocket", "A gas leak set the grain silo alight", ("attack", "damage")),
    ],
)
def test_other_things_one_end_and_a_denied_cause_do_not_clash(left: str, right: str, kinds: tuple[Kind, ...]) -> None:
    assert relation(*pair(left, right, *kinds)) != "clashes"


def test_one_party_that_says_the_contrary_later_supersedes_itself() -> None:
    one = of_kind("The barge had been carrying flour", "aid", "Sanna Ruud", "d-a")
    other = of_kind("The barge was loaded with ammunition", "aid", "Sanna Ruud", "d-b")
    assert relation(one, other, ("2025-03-10", "2025-03-14")) == "supersedes"


def test_things_that_no_idea_of_war_counts_are_compared_by_their_number() -> None:
    one = told("Two freighters entered the bay of the lighthouse", "Sanna Ruud", "d-a", 0)
    other = told("Only one freighter entered the bay of the lighthouse", "Olof Ek", "d-b", 0)
    two = counting(one, "Two", Quantity(low=2, high=2, unit="count", of="freighters"))
    single = counting(other, "one", Quantity(low=1, high=1, unit="count", of="freighter"))
    assert relation(two, single) == "clashes"


def test_a_deed_laid_to_two_others_is_disputed_though_both_call_it_one() -> None:
    charge = "the army of having shelled the clinic with mortars"
    counter = "the militia of having shelled the clinic with mortars"
    one = replace(of_kind(charge, "attack", "Sanna Ruud", "d-a"), stance="accuses")
    other = replace(of_kind(counter, "attack", "Olof Ek", "d-b"), stance="accuses")
    assert relation(one, other) != "agrees"


def test_whose_spokesman_speaks_is_read_from_his_sentence_or_the_one_before() -> None:
    text = (
        "The Harbour Guard lost two boats, its spokesman, Major Rune Dahl, said.\n\nThe Border Service reported fire. "
        "“We answered,” said its deputy head, Colonel Ida Moe. The committee's chairman, Lars Vik, was away."
    )
    assert named_posts(text) == {"rune dahl": "harbour guard", "ida moe": "border service"}


def test_a_body_that_stands_earlier_has_its_chairman_by_its_noun() -> None:
    text = "The Committee for Relief met. Snow fell. The committee's chairman, Lars Vik, was away."
    assert named_posts(text) == {"lars vik": "committee for relief"}


REGION = Place("iso3166-2:QQ-1", "Skarn Region", 48.0, 37.0, "region", "QQ", "QQ-1")


def on_region(name: str, day: str | None, themes: str) -> Frame:
    """A report that keeps coming back to one region and four people."""
    people = "Anna Berglund met Nils Dahlgren, Edda Strand and Pekka Salo in Skarn"
    claims = [
        placed(claim(f"{people}: {themes}", f"Mayor {name}", document=f"d-{name}", at=at * 100), REGION)
        for at in range(5)
    ]
    return frames_of(report(name, day, f"The {name}"), claims)[0]


def test_reports_on_one_region_its_people_and_themes_tell_one_story_within_a_season() -> None:
    war = "troops advanced, a truce was broken, captives were exchanged"
    one, other = on_region("a", "2025-03-10", war), on_region("b", "2025-04-20", war)
    assert one_story(one, other)
    assert one_story(one, on_region("c", None, war))
    assert not one_story(one, on_region("d", "2025-12-20", "the harvest came in"))


def test_what_one_town_alone_tells_in_common_makes_no_link_of_two_facts() -> None:
    one = placed(of_kind("The bakery of Aldern opened again", "other", "Sanna Ruud", "d-a"), ALDERN)
    other = placed(of_kind("The bank of Aldern was shut", "other", "Olof Ek", "d-b"), ALDERN)
    left = frames_of(report("a", "2025-03-10"), [one])[0]
    right = frames_of(report("b", "2025-03-11", "The Herald"), [other])[0]
    assert judge(left, right) is None
