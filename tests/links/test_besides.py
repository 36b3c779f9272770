"""What two claims tell beside each other though they share their words: an aftermath, another day, another doer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.links.making import claim, counting, frame, of_side
from tests.links.towns import DAY, NEXT, by, cued, linked, told

from fogline.links.comparing.besides import side_by_side, two_facts
from fogline.links.comparing.blaming import laid_to
from fogline.links.comparing.copying import copied
from fogline.links.comparing.disowning import disowned, lays_to
from fogline.links.comparing.matter import matter
from fogline.links.frames import Frame, frames_of
from fogline.links.judging import judge
from fogline.links.slurs import abused
from fogline.records.claims import Claim, Party
from fogline.records.documents import Document
from fogline.records.mentions import Actor, Quantity
from fogline.records.spans import Span


def disowning(text: str = "Russia bombed the theatre in Aldern") -> Claim:
    made = told(text, "Igor Danko", "d-denial", predicate="bomb")
    return by(of_side(made, "Russia", stance="denies", kind="attack"), "Russia", "Russia")


def test_whose_raid_it_was_is_not_told_by_those_who_were_dug_out_after_it() -> None:
    rescued = told("rescue work at the bombed theatre in Aldern goes on", "Ada Holm", "d-1", predicate="go")
    address = told(
        "After the bombing of the theatre in Aldern, Minister Ada Holm wrote to firms that trade with Russia",
        None, "d-2", predicate="write",
    )  # fmt: skip
    charged = told("invaders bombed the theatre in Aldern", "Ada Holm", "d-3", predicate="bomb")
    charged = by(charged, "invaders")
    for aftermath in (rescued, address):
        assert linked(disowning(), aftermath) is None
    link = linked(disowning(), charged)
    assert link is not None
    assert link.relation == "clashes"


def test_that_there_was_no_raid_at_all_is_answered_by_whoever_tells_of_it() -> None:
    denial = of_side(told("reports of a raid on the theatre in Aldern", "Igor Danko", "d-1"), "Russia")
    denial = replace(denial, stance="denies", kind="attack")
    assert not disowned(frame(denial), frame(told("a raid hit the theatre in Aldern", "Ada Holm", "d-2")), story=False)


def test_who_shows_pictures_of_a_raid_lays_it_to_nobody() -> None:
    shown = by(told("pictures of the theatre in Aldern that was bombed", "Ivo Brandt", "d-1", predicate="bomb"), "he")
    shown = replace(shown, actors=(Party(Actor("Ivo Brandt", "person", None), None),))
    assert not lays_to(frame(shown), frozenset({"russia"}))
    assert lays_to(frame(told("Russian jets bombed the theatre", "Ivo Brandt", "d-2")), frozenset({"russia"}))


@pytest.mark.parametrize(
    ("words", "states"),
    [
        ("the station shelled by ukrofascists", {"ukraine"}),
        ("russonazis shelled the station", {"russia"}),
        ("shelled by neonazis", set()),
        ("antiterrorists shelled the station", set()),
        ("the ukrofascists that others had shelled", {"ukraine"}),
        ("they say of all ukrofascists that others had shelled the station", set()),
    ],
)
def test_a_slur_with_the_name_of_a_state_names_it_where_a_doer_stands(words: str, states: set[str]) -> None:
    assert abused(tuple(words.split())) == states


def test_a_slur_for_one_side_does_not_agree_with_a_charge_on_the_other() -> None:
    slur = told("the school in Aldern shelled by Ukrofascists", "Igor Danko", "d-1", predicate="shell")
    charge = by(told("Russian troops shelled the school in Aldern", None, "d-2", predicate="shell"), "troops", "Russia")
    assert laid_to(frame(slur)) == {"ukraine"}
    link = linked(slur, charge)
    assert link is None or link.relation == "clashes"


@pytest.mark.parametrize(("cue", "denies"), [("castigates claims about", True), ("castigates", False)])
def test_who_scolds_a_claim_says_that_it_is_not_so(cue: str, denies: bool) -> None:
    made = cued(told("a raid on the theatre in Aldern", "Igor Danko", "d-1"), cue)
    assert frame(replace(made, stance="denies")).against is denies


def of_one_report(*texts: tuple[str, int]) -> tuple[Frame, ...]:
    """Claims of one report, each in the sentence whose number stands beside it."""
    document = Document("d-1", "1", "1", "", "d", publisher="Gazette", published_at=DAY, published_basis="given")
    made = []
    for at, (text, sentence) in enumerate(texts):
        made.append(replace(told(text, None, "d-1", at=100 * at), sentence_index=sentence))
    return frames_of(document, made)


def test_two_clauses_of_one_sentence_repeat_nothing() -> None:
    texts = "shells hit the theatre in Aldern", "the theatre in Aldern was hit by shells"
    together = of_one_report((texts[0], 0), (texts[1], 0))
    apart = of_one_report((texts[0], 0), (texts[1], 4))
    assert judge(*together) is None
    link = judge(*apart)
    assert link is not None
    assert link.relation == "repeats"


def test_drones_and_rockets_are_two_attacks_of_one_morning() -> None:
    one = told("the invaders attacked Aldern with drones", None, "d-1", predicate="attack")
    other = told("the invaders attacked Aldern with rockets", None, "d-2", predicate="attack")
    same = told("the invaders attacked Aldern at dawn with drones", None, "d-3", predicate="attack")
    assert judge(frame(one), frame(other)) is None
    assert judge(frame(one), frame(same)) is not None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("on April 9", "on April 8", False), ("on 9 April", "on April 9", True), ("on 10/23/2025", "on 23 October", True),
     ("on 23.10.2025", "on October 24", False)],
)  # fmt: skip
def test_the_bulletins_of_two_days_are_no_copies(one: str, other: str, same: bool) -> None:
    words = "The staff's bulletin on the state of the front as of six in the morning"
    left, right = (frame(claim(f"{words} {day}", document=f"d-{n}")) for n, day in enumerate((one, other)))
    common = matter(left, right)
    assert common is not None
    assert (copied(left, right, common) is not None) is same


def test_since_when_a_war_goes_on_is_no_news_of_two_reports() -> None:
    def since(number: int, document: str, lead: str) -> Frame:
        made = claim("the invasion of Ukraine began on February 24", None, document=document, kind="movement")
        before = f"{number} have fallen {lead} "
        sentence = Span(0, len(before) + len(made.text), before + made.text)
        evidence = Span(len(before), sentence.end, made.text)
        return frame(replace(made, sentence=sentence, evidence=(evidence,)), DAY, "Gazette")

    assert judge(since(20, "d-1", "since"), since(31, "d-2", "since")) is None
    assert judge(since(20, "d-1", "and"), since(31, "d-2", "and")) is not None


def both(one: Claim, other: Claim, days: tuple[str, str] = (DAY, NEXT)) -> bool:
    """Whether two claims are two facts that stand side by side, whichever of them comes first."""
    left, right = frame(one, days[0]), frame(other, days[1])
    common = matter(left, right)
    assert common is not None
    found = two_facts(left, right) or side_by_side(left, right, common)
    assert found == (two_facts(right, left) or side_by_side(right, left, common))
    return found


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("the court decides on the men who surrendered in Aldern", "forty men surrendered in Aldern", True),
        ("the men who surrendered in Aldern had surrendered in haste", "forty men surrendered in Aldern", False),
        ("the mission leaves for Aldern amid shelling", "guns were shelling the road to Aldern", True),
        ("shelling of Aldern amid talks", "guns were shelling the road to Aldern", False),
        ("the enemy shells Aldern every day", "shells hit a mill in Aldern", True),
        ("the footage debunks their account of the raid on Aldern", "a raid hit Aldern", True),
        ("the convoy sank not because of a fire but because of a missile", "fire was seen on the convoy", True),
        ("the convoy sank not because of a fire but because of a missile", "missiles hit the convoy", False),
    ],
)  # fmt: skip
def test_what_is_only_said_beside_the_telling_is_not_told(one: str, other: str, apart: bool) -> None:
    verb = {"the court": "decide", "the men w": "surrender", "the foota": "debunk"}.get(one[:9])
    left = told(one, "Ada Holm", "d-1", predicate=verb)
    assert both(left, told(other, "Ivo Brandt", "d-2")) is apart


def test_a_charge_that_names_the_guilty_is_not_the_word_of_who_names_nobody() -> None:
    charge = by(told("that the Russian troops are responsible for the raid on Aldern", "Ada Holm", "d-1"), "troops")
    assert both(charge, told("dozens died in a raid on Aldern", "Ivo Brandt", "d-2"))
    named = by(told("Russian jets flew the raid on Aldern", "Ivo Brandt", "d-2", predicate="raid"), "jets", "Russia")
    assert not both(charge, named)


def test_an_offer_is_not_the_plan_of_another() -> None:
    offer = replace(told("an evacuation of the wounded from Aldern", "Ada Holm", "d-1", "movement"), stance="demands")
    plan = replace(told("it will evacuate the wounded from Aldern", "Igor Danko", "d-2", "movement"), status="planned")
    plan = by(of_side(plan, "Russia", kind="movement"), "Russia", "Russia")
    assert both(offer, plan)


def test_prisoners_are_exchanged_again_within_days() -> None:
    one = told("Another exchange of prisoners took place", None, "d-1", "detention")
    other = told("An exchange of prisoners took place", "Ada Holm", "d-2", "detention")
    assert both(one, other, ("2025-03-16", "2025-03-18"))
    assert not both(one, other, ("2025-03-16", "2025-03-16"))


def test_how_somebody_died_is_not_how_many_did() -> None:
    dead = Quantity(20, None, "count", "people", scope="killed")
    many = counting(told("more than 20 people were killed in Aldern", "Ada Holm", "d-1", "casualties"), "20", dead)
    assert both(many, told("she was killed in Aldern on her way to work", None, "d-2", "casualties"))
    assert not both(many, told("people were killed in Aldern on their way to work", None, "d-2", "casualties"))


def test_ammunition_that_blew_up_is_no_blow_that_somebody_struck() -> None:
    struck = by(told("Russian jets struck the depot in Aldern", None, "d-1", predicate="strike"), "jets", "Russia")
    again = told("the depot in Aldern was struck by jets", "Ada Holm", "d-2", predicate="strike")
    blew_up = told("explosions of ammunition went on at the depot in Aldern", "Igor Danko", "d-3")
    assert linked(struck, again, (DAY, DAY)) is not None
    assert linked(struck, blew_up, (DAY, DAY)) is None
