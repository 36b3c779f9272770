"""How questions on numbers are called: what is counted, what happened to it, where."""

from __future__ import annotations

from itertools import pairwise

import pytest
from tests.links.making import ALDERN, claim, counting, frame, placed

from fogline.links.counting import counted_by
from fogline.links.frames import Frame
from fogline.links.questions import questions_of
from fogline.records.links import Link
from fogline.records.mentions import Quantity


def count(words: str, number: str, of: str | None, *, report: str, predicate: str | None = None) -> Frame:
    """The frame of a claim in Aldern that counts something."""
    value = float(number)
    quantity = Quantity(low=value, high=value, unit="count", of=of)
    return frame(placed(counting(claim(words, document=report, predicate=predicate), number, quantity), ALDERN))


@pytest.mark.parametrize(
    ("words", "of", "predicate", "asked"),
    [
        ("Guns shelled 8 settlements", "settlements", "shell", "How many settlements were shelled in Aldern"),
        (
            "They destroyed 8 school buildings",
            "school buildings",
            "destroy",
            "How many school buildings were destroyed",
        ),
        ("They repelled 8 enemy attacks", "enemy attacks", "repel", "How many attacks were beaten back in Aldern"),
        ("Some 8 villagers left the valley", "villagers", "leave", "How many villagers have left Aldern"),
        ("Shells fell on it 8 times", "times", "shell", "How many times was Aldern shelled"),
        ("It counts 8 tents", "tents", "count", "How many tents are spoken of in Aldern"),
    ],
)
def test_what_is_counted_and_done_is_asked(words: str, of: str, predicate: str, asked: str) -> None:
    told = [count(words, "8", of, report=f"d-{at}", predicate=predicate) for at in "ab"]
    what = min(told[0].amounts[0].what)
    assert counted_by(what, told, " in Aldern").startswith(asked)


@pytest.mark.parametrize(
    ("words", "number", "asked"),
    [
        ("Envoys discuss a 30-day ceasefire", "30-day", "How long is the ceasefire to last"),
        ("Both want a truce of ten days", "ten days", "How long is the truce to last"),
        ("It took ten days", "ten days", "How long did it last"),
    ],
)
def test_a_length_of_time_is_asked_with_what_is_to_last(words: str, number: str, asked: str) -> None:
    quantity = Quantity(low=30, high=30, unit="day")
    told = [frame(counting(claim(words, document=f"d-{at}"), number, quantity)) for at in "ab"]
    assert min(told[0].amounts[0].what) == "time"
    assert counted_by("time", told) == asked


def test_troops_are_called_by_their_state() -> None:
    told = [count("It has 900 North Korean troops", "900", "North Korean troops", report=f"d-{at}") for at in "ab"]
    assert counted_by("people", told, " in Aldern") == "How many North Korean troops are there in Aldern"


def test_claims_that_call_it_differently_give_no_noun() -> None:
    named = ("drone swarms", "rocket salvos", "mortar rounds", "glide bombs")
    told = [count(f"It names 8 {noun}", "8", noun, report=f"d-{noun}") for noun in named]
    assert counted_by("weapon", told) == "How many missiles, drones or shells were there"
    assert counted_by("nothing of this", told) == "What figures are given"


def test_the_ground_held_in_a_region_is_one_question_however_long_it_shrinks() -> None:
    ground = [(f"They hold {size} square km", f"2025-0{month}-01") for month, size in ((3, 640), (5, 310), (8, 96))]
    told = []
    for words, day in ground:
        number = words.split()[2]
        quantity = Quantity(low=float(number), high=float(number), unit="km2")
        told.append(frame(placed(counting(claim(words, document=f"d-{day}"), number, quantity), ALDERN), day))
    pairs = [sorted((one.claim.id, other.claim.id)) for one, other in pairwise(told)]
    links = [Link(f"k-{a}", a, b, "supersedes", "number", "it shrank", 0.8, "test") for a, b in pairs]
    (question,) = questions_of({one.claim.id: one for one in told}, links)
    assert (question.title, len(question.claim_ids)) == ("How much ground is held in Aldern, 1 Mar to 1 Aug 2025?", 3)


def toll(words: str, number: str, of: str, *, report: str) -> Frame:
    """The frame of a claim on the dead of Aldern."""
    value = float(number)
    quantity = Quantity(low=value, high=value, unit="count", of=of, scope="killed")
    return frame(placed(counting(claim(words, document=report), number, quantity), ALDERN))


def test_how_many_soldiers_fell_is_not_asked_with_how_many_others_did() -> None:
    fallen = [toll(f"It counted {n} soldiers killed", str(n), "soldiers", report=f"d-{n}") for n in (24, 31)]
    dead = [toll(f"It counted {n} patients killed", str(n), "patients", report=f"d-{n}") for n in (6, 8)]
    pairs = [(fallen[0], fallen[1]), (dead[0], dead[1]), (fallen[0], dead[0])]
    ends = [sorted((one.claim.id, other.claim.id)) for one, other in pairs]
    links = [Link(f"k-{a}-{b}", a, b, "clashes", "number", "other counts", 0.8, "test") for a, b in ends]
    asked = questions_of({one.claim.id: one for one in (*fallen, *dead)}, links)
    assert {question.title for question in asked} >= {"How many soldiers were killed in Aldern, 16 Mar 2025?"}
    soldiers = next(question for question in asked if "soldiers" in question.title)
    assert set(soldiers.claim_ids) == {one.claim.id for one in fallen}
