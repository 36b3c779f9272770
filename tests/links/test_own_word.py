"""Who holds a place, who takes back his word and who keeps silent: the word of one party, not of another."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.links.making import BRESK, claim, counting, frame, of_side, placed
from tests.links.stories import denied
from tests.links.towns import by, cued, linked, told

from fogline.links.comparing.foes import foes, one_army
from fogline.links.comparing.holding import hold_of
from fogline.links.comparing.meaning import retold
from fogline.records.claims import Claim, Party, Speaker, Stance
from fogline.records.mentions import Actor, Place, Quantity
from fogline.records.spans import Span

PLANT = Place("test:plant", "Aldern plant", 48.0, 37.0, "point", "UA", "UA-14")
QUARRY = Place("test:quarry", "Bresk plant", 49.5, 36.0, "point", "UA", "UA-63")


def test_who_lays_claim_to_a_place_is_its_holder() -> None:
    speaker = Speaker("Igor Danko", "person", "Russia", Span(200, 210, "Igor Danko"))
    made = replace(told("control over Ukraine's dam", "Igor Danko", "d-1", "control"), speaker=speaker)
    hold = hold_of(frame(cued(made, "asserts")))
    assert hold is not None
    assert "russia" in hold.holder
    assert "ukraine" not in hold.holder


def test_people_who_are_brought_out_leave_no_ground_to_anybody() -> None:
    text = "the staff of the mine occupied by Russian troops were evacuated"
    out = told(text, None, "d-1", "movement", predicate="evacuate")
    staff = replace(out, targets=(Party(Actor("staff", "people", None), None),))
    troops = replace(out, targets=(Party(Actor("troops", "armed_force", "Russia"), None),))
    assert hold_of(frame(staff)) is None
    assert hold_of(frame(troops)) is not None


def test_the_army_that_left_is_no_foe_of_its_division() -> None:
    army, division, front = (frozenset({name}) for name in ("army", "third division", "river front"))
    assert not foes(division, army)
    assert one_army(division, army)
    assert not one_army(army, division)
    assert foes(front, army)
    assert not foes(frozenset({"rebels"}), front)
    assert not one_army(frozenset({"division", "chad"}), frozenset({"army", "niger"}))


NAMES = st.frozensets(
    st.sampled_from(["army", "government", "third division", "river front", "rebels", "chad", "niger", "police"]),
    max_size=3,
)


@given(NAMES, NAMES)
def test_nobody_is_his_own_foe(holder: frozenset[str], loser: frozenset[str]) -> None:
    assert not (foes(holder, loser) and holder & loser)
    assert foes(holder, loser) == foes(loser, holder)


def turned(denial: Claim, other: Claim) -> str | None:
    link = linked(denial, other, ("2025-03-16", "2025-03-19"))
    return None if link is None else f"{link.relation} {link.about}"


def of_ukraine(text: str, document: str, stance: Stance, doer: str, side: str) -> Claim:
    made = of_side(told(text, "Ada Holm", document, predicate="shell"), "Ukraine", stance=stance, kind="attack")
    return by(made, doer, side)


def test_who_denies_his_own_deed_takes_nothing_back_by_charging_another() -> None:
    denied = of_ukraine("shelling the dam at Aldern", "d-1", "denies", "its troops", "Ukraine")
    charged = of_ukraine("Russian troops shelled the dam at Aldern", "d-2", "accuses", "troops", "Russia")
    owned = of_ukraine("its troops shelled the dam at Aldern", "d-3", "asserts", "its troops", "Ukraine")
    assert turned(denied, charged) != "supersedes polarity"
    assert turned(denied, owned) == "supersedes polarity"


def test_a_party_that_asks_for_a_thing_has_not_spoken_on_whether_it_is_so() -> None:
    silent = of_side(told("that troops had left Aldern", "Ada Holm", "d-1", "movement"), "Ukraine", kind="movement")
    silent = replace(silent, stance="unconfirmed")
    spoken = of_side(told("troops had left Aldern", "Ada Holm", "d-2", "movement"), "Ukraine", kind="movement")
    asked = replace(spoken, stance="demands", status="possible")
    said = linked(silent, spoken)
    assert said is not None
    assert said.about == "confirmation"
    demanded = linked(silent, asked)
    assert demanded is None or demanded.about != "confirmation"


def test_the_plant_that_was_left_is_not_the_plant_that_was_taken() -> None:
    def at(place: Place, text: str, document: str) -> Claim:
        made = of_side(claim(text, "Ada Holm", document=document), "Ukraine", kind="control")
        return by(placed(made, place), "troops", "Russia")

    taken = at(PLANT, "Russian troops took the power plant", "d-1")
    left = at(PLANT, "Russian troops have left the power plant", "d-2")
    elsewhere = at(QUARRY, "Russian troops have left the power plant", "d-3")
    days = ("2025-03-16", "2025-03-20")
    found = linked(taken, left, days)
    assert found is not None
    assert found.relation == "supersedes"
    other = linked(taken, elsewhere, days)
    assert other is None or other.about != "control"


def test_the_post_of_another_clause_is_not_that_of_the_speaker() -> None:
    text = "Ukraine envoy accuses Russia of a raid; Russian ambassador dismisses reports of a raid on Bresk"
    sentence = Span(0, len(text), text)
    start = text.index("reports")
    at = text.index("Russian ambassador")
    speaker = Speaker("Russian ambassador", "person", "Russia", Span(at, at + 18, "Russian ambassador"))
    made = replace(
        claim("x"), sentence=sentence, evidence=(Span(start, len(text), text[start:]),), speaker=speaker,
        stance="denies", kind="attack",
    )  # fmt: skip
    keys = frame(placed(made, BRESK)).party
    assert "russia" in keys
    assert "ukraine" not in keys


@pytest.mark.parametrize(
    ("left_open", "answer", "beside"),
    [
        ("whether the rebels shelled Aldern", "the rebels shelled Aldern", True),
        ("to comment on whether the rebels shelled Aldern", "the rebels shelled Aldern", True),
        ("to stop shelling Aldern", "the rebels shelled Aldern", False),
        ("whether the rebels shelled Aldern", "the rebels are to be asked who shelled Aldern", False),
    ],
)
def test_who_will_not_do_a_thing_keeps_silent_on_nothing(left_open: str, answer: str, *, beside: bool) -> None:
    silent = replace(told(left_open, "Ada Holm", "d-1", predicate="shell"), stance="declines")
    spoken = told(answer, "Ivo Brandt", "d-2", predicate="shell")
    spoken = replace(spoken, stance="demands", status="possible") if "asked" in answer else spoken
    link = linked(silent, spoken)
    assert (link is not None and link.about == "confirmation") is beside


@pytest.mark.parametrize(
    ("of", "people"), [("Russian missiles", False), ("Russians", True), ("Russian soldiers", True)]
)
def test_weapons_of_a_state_are_not_its_people(of: str, *, people: bool) -> None:
    made = counting(told(f"two {of} fell in Aldern", None, "d-1"), "two", Quantity(2, 2, "count", of))
    assert ("people" in frame(made).amounts[0].what) is people


@pytest.mark.parametrize(
    ("words", "verb", "so"),
    [("that his forces were surrounded", "surround", True), ("Northland forces withdraw", "withdraw", False)],
)
def test_who_denies_being_surrounded_denies_no_retreat(words: str, verb: str, *, so: bool) -> None:
    denial = told("claims that his forces were surrounded", "General Ilya Voss", "d-1", "movement")
    denial = denied(replace(denial, predicate="surround"))
    other = told(words, "Deputy Oskar Lind", "d-2", "movement", predicate=verb)
    assert retold(frame(placed(denial, BRESK)), frame(placed(other, BRESK)), 2.0) is so
