"""What a ship, a plant, a prison or banned arms tell is one matter, whatever town, deed or day is named with it."""

from __future__ import annotations

from itertools import combinations, pairwise

from tests.links.making import ALDERN, BRESK, claim, frame, happening, placed

from fogline.links.frames import Frame
from fogline.links.questions import questions_of
from fogline.links.ships import ship_names
from fogline.links.wording import NAME
from fogline.records.claims import Kind
from fogline.records.links import Link, Question, Relation
from fogline.records.mentions import Place

CAPITAL = Place("test:kyiv", "Kyiv", 50.4, 30.5, "town", "UA", "UA-30")


def told(words: str, day: str, *places: Place, at: int = 1, kind: Kind = "attack") -> Frame:
    return frame(placed(happening(claim(words, document=f"d-{at}", kind=kind), day), *places), day)


def link(one: Frame, other: Frame, relation: Relation = "agrees") -> Link:
    left, right = sorted((one.claim.id, other.claim.id))
    return Link(f"k-{left}-{right}", left, right, relation, "existence", "because", 0.8, "test")


def asked(frames: list[Frame], links: list[Link]) -> tuple[Question, ...]:
    return questions_of({one.claim.id: one for one in frames}, links)


def in_pairs(*frames: Frame) -> tuple[Question, ...]:
    """The questions where the first is linked with the second, the third with the fourth, and so on."""
    return asked([*frames], [link(*pair) for pair in zip(frames[::2], frames[1::2], strict=True)])


def test_a_ship_sinks_once_even_where_no_link_joins_what_is_told_of_it() -> None:
    told_so = [
        told("A missile hit the cruiser Orlan", "2025-03-01", at=1),
        told("The cruiser Orlan was struck by missiles", "2025-03-01", at=2),
        told("A fire broke out on the cruiser Orlan", "2025-03-02", at=3),
        told("The cruiser Orlan sank after a fire", "2025-03-02", at=4),
    ]
    (question,) = in_pairs(*told_so)
    assert question.title == "What happened to the ship Orlan?"
    assert len(question.claim_ids) == 4


def test_a_rank_before_the_name_of_a_ship_and_a_fleet_behind_it_are_no_name() -> None:
    assert ship_names(claim("The frigate Admiral Brusov was hit")) == {NAME + "brsv"}
    assert ship_names(claim("Three Northern Fleet ships left the port")) == frozenset()


def test_what_is_told_of_one_plant_is_not_told_of_the_city_beside_it() -> None:
    plant = [
        told("Aldern nuclear power plant is controlled by our troops", "2025-03-01", ALDERN, at=1, kind="control"),
        told("They hold the Aldern nuclear power plant", "2025-03-02", ALDERN, at=2, kind="control"),
    ]
    (question,) = in_pairs(*plant)
    assert question.title == "Who holds the nuclear power plant in Aldern?"


def test_a_plant_that_is_not_named_is_the_one_that_all_else_in_these_days_names() -> None:
    named = [told(f"Shells {how} the nuclear power plant in Aldern", "2025-03-03", ALDERN, at=n) for n, how in
             enumerate(("hit", "struck"))]  # fmt: skip
    bare = [told(f"Shells {how} the nuclear power plant", "2025-03-04", at=n + 5) for n, how in
            enumerate(("hit", "struck"))]  # fmt: skip
    (question,) = in_pairs(*named, *bare)
    assert question.title == "Who struck the nuclear power plant in Aldern, 3 Mar to 4 Mar 2025?"
    there = [told(f"Shells {how} the nuclear power plant in Bresk", "2025-03-03", BRESK, at=n + 8) for n, how in
             enumerate(("hit", "struck"))]  # fmt: skip
    assert len(in_pairs(*named, *bare, *there)) == 3


def test_inspectors_and_the_power_of_a_plant_are_two_questions() -> None:
    visits = [told(f"Inspectors {how} the nuclear power plant in Aldern", "2025-03-03", ALDERN, at=n, kind="other")
              for n, how in enumerate(("will visit", "head to"))]  # fmt: skip
    power = [told(f"The nuclear power plant in Aldern {how} electricity", "2025-03-03", ALDERN, at=n + 4, kind="other")
             for n, how in enumerate(("has no", "has lost"))]  # fmt: skip
    titles = {question.title.partition(",")[0] for question in in_pairs(*visits, *power)}
    assert titles == {
        "Are inspectors let into the nuclear power plant in Aldern",
        "Does the nuclear power plant in Aldern have power",
    }


def test_banned_arms_are_one_matter_whatever_deed_or_town_is_named_with_them() -> None:
    said = [
        told("Ostria plans a provocation with a dirty bomb", "2025-03-01", at=1, kind="accusation"),
        told("Ostria is preparing to use a dirty bomb", "2025-03-02", at=2, kind="accusation"),
        told("Claims about a dirty bomb are absurd", "2025-03-03", at=3, kind="accusation"),
        told("The talks touched on the lie about a dirty bomb", "2025-03-09", ALDERN, at=4, kind="negotiation"),
    ]
    assert len(in_pairs(*said)) == 1


def test_a_capital_that_may_stand_for_its_government_is_not_where_a_prison_was_struck() -> None:
    blame = [
        told("Kyiv and Moscow trade blame for the prison blast", "2025-03-01", CAPITAL, at=1),
        told("A blast killed inmates of the prison", "2025-03-01", at=2),
    ]
    (question,) = in_pairs(*blame)
    assert question.title == "Who struck the prison, 1 Mar 2025?"


def test_a_town_that_is_shelled_every_week_is_asked_about_strike_by_strike() -> None:
    days = ("2025-03-01", "2025-03-08", "2025-03-15", "2025-03-22")
    strikes = [told(f"Shells hit Aldern {n} times", day, ALDERN, at=10 * n + at) for n, day in enumerate(days)
               for at in range(2)]  # fmt: skip
    links = [link(one, other) for one, other in combinations(strikes, 2)]
    assert [len(question.claim_ids) for question in asked(strikes, links)] == [2, 2, 2, 2]


def test_strikes_on_one_town_that_clash_across_a_week_stay_one() -> None:
    one, *others = [told(f"Shells hit Aldern {n}", "2025-03-01", ALDERN, at=n) for n in range(3)]
    late = [told(f"No shells hit Aldern {n}", "2025-03-06", ALDERN, at=n + 5) for n in range(2)]
    links = [link(a, b) for a, b in pairwise([one, *others, *late])]
    clashes = [link(a, b, "clashes") for a in (one, *others) for b in late]
    (question,) = asked([one, *others, *late], [*links, *clashes])
    assert len(question.claim_ids) == 5
