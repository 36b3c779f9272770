"""Who is on a piece of ground, what a party admits or leaves open, and whom it blames, in whatever words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.links.making import ALDERN, BRESK, frame, placed
from tests.links.stories import cued, denied, relation, told

from fogline.links.comparing.admitting import few_words
from fogline.links.comparing.ground import came_back, on_ground
from fogline.links.comparing.matter import matter
from fogline.links.comparing.opposites import one_end
from fogline.records.claims import Claim, Kind, Party, Speaker
from fogline.records.mentions import Actor
from fogline.records.spans import Span

ARMY, FRONT = "Northland", "River Front"
DAYS = ("2025-03-10", "2025-03-30")


def said_by(side: str, text: str, document: str, kind: Kind) -> Claim:
    """A claim of the command of a side."""
    speaker = Speaker(f"{side} command", "armed_force", side, Span(2000, 2007, "command"))
    return replace(told(text, None, document, 0), speaker=speaker, kind=kind)


def of(side: str | None, doer: str, made: Claim) -> Claim:
    """The claim as one of what somebody of a side does."""
    start = made.text.index(doer)
    return replace(made, actors=(Party(Actor(doer, "armed_force", side), Span(start, start + len(doer), doer)),))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Our patrols are in Aldern and at its mill", "deployment"),
        ("Our patrols entered Aldern at dawn", "movement"),
        ("Aldern is in our hands", "control"),
        ("The mayor of Aldern answers to us", "other"),
        ("Aldern is ours", "control"),
    ],
)
def test_troops_in_a_town_are_told_as_who_is_on_its_ground(text: str, kind: Kind) -> None:
    patrols = text.startswith("Our patrols")
    made = said_by(FRONT, text, "d-a", kind)
    found = on_ground(frame(placed(of(FRONT, "patrols", made) if patrols else made, ALDERN)))
    assert found is not None
    assert "river front" in found.holder
    assert not found.loser


@pytest.mark.parametrize("text", ["Our units left Aldern in the night", "Aldern was out of our hands for a week"])
def test_who_left_or_had_it_out_of_his_hands_is_not_on_the_ground(text: str) -> None:
    made = said_by(FRONT, text, "d-a", "movement")
    found = on_ground(frame(placed(of(FRONT, "units", made) if "units" in text else made, ALDERN)))
    assert found is not None
    assert "river front" in found.loser
    assert not found.holder


@pytest.mark.parametrize(
    "text",
    ["Our units are making ready to retake Aldern", "Nine soldiers are in our hands", "Our units had slept well"],
)
def test_an_aim_captives_and_what_names_no_spot_tell_nothing_on_the_ground(text: str) -> None:
    made = said_by(FRONT, text, "d-a", "movement")
    assert on_ground(frame(placed(made, ALDERN) if "Aldern" in text else made)) is None


def test_two_sides_in_one_town_at_once_clash() -> None:
    army = placed(of(ARMY, "troops", said_by(ARMY, "Our troops are in Aldern", "d-a", "deployment")), ALDERN)
    front = placed(said_by(FRONT, "The Front controls Aldern", "d-b", "control"), ALDERN)
    assert relation(army, of(FRONT, "Front", front)) == "clashes"


def test_troops_in_two_towns_do_not_clash() -> None:
    army = placed(of(ARMY, "troops", said_by(ARMY, "Our troops are in Aldern", "d-a", "deployment")), ALDERN)
    front = placed(said_by(FRONT, "The Front controls Bresk", "d-b", "control"), BRESK)
    assert relation(army, of(FRONT, "Front", front)) != "clashes"


def test_who_enters_for_the_first_time_did_not_hold_before() -> None:
    held = placed(of(ARMY, "troops", said_by(ARMY, "Our troops hold Aldern", "d-a", "control")), ALDERN)
    entry = "Our troops entered Aldern for the first time since May"
    entered = placed(of(ARMY, "troops", said_by(ARMY, entry, "d-b", "movement")), ALDERN)
    assert came_back(frame(entered))
    assert relation(held, entered, DAYS) == "supersedes"


def test_an_admission_ends_the_denial_of_its_own_party_in_other_words() -> None:
    no = denied(said_by(ARMY, "that any aircraft of ours had been in the air", "d-a", "attack"))
    yes = said_by(ARMY, "that a scouting flight had let go two charges over the ridge", "d-b", "attack")
    assert relation(no, cued(yes, "admitted"), DAYS) == "supersedes"


def test_what_another_party_admits_does_not_end_a_denial() -> None:
    no = denied(said_by(ARMY, "that any aircraft of ours had been in the air", "d-a", "attack"))
    yes = said_by(FRONT, "that a scouting flight had let go two charges over the ridge", "d-b", "attack")
    assert relation(no, cued(yes, "admitted"), DAYS) != "supersedes"


def test_a_party_that_would_only_name_a_matter_speaks_on_it_later() -> None:
    silent = replace(said_by(ARMY, "the raid", "d-a", "attack"), stance="declines")
    later = said_by(ARMY, "that four of its drones had struck the granary", "d-b", "attack")
    assert few_words(frame(silent))
    assert relation(silent, later) == "supersedes"


def test_silence_on_one_kind_of_thing_is_not_ended_by_another() -> None:
    silent = replace(said_by(ARMY, "the raid", "d-a", "attack"), stance="declines")
    later = said_by(ARMY, "that talks on the ferry would go on", "d-b", "negotiation")
    assert relation(silent, later) != "supersedes"


def test_every_aircraft_home_is_said_again_in_other_words_and_clashes_with_one_brought_down() -> None:
    home = said_by(ARMY, "Every aircraft came home", "d-a", "attack")
    again = said_by(ARMY, "that all its drones returned safely", "d-b", "attack")
    down = said_by(FRONT, "that gunners had brought down two of the aircraft", "d-c", "attack")
    assert relation(home, again) == "repeats"
    assert relation(home, down) == "clashes"


def test_a_bare_charge_is_answered_by_the_one_it_names() -> None:
    charge = replace(said_by(ARMY, "the River Front responsible", "d-a", "attack"), stance="accuses")
    answer = denied(said_by(FRONT, "planting a bomb", "d-b", "attack"))
    assert relation(of(FRONT, "River Front", charge), answer) == "clashes"
    other = denied(said_by("Hill Union", "planting a bomb", "d-c", "attack"))
    assert relation(of(FRONT, "River Front", charge), other) != "clashes"


def test_a_negation_inside_a_phrase_denies_nothing() -> None:
    held = said_by(ARMY, "that eight captives are still in the hills", "d-a", "detention")
    none = said_by(FRONT, "We hold no captives", "d-b", "detention")
    assert relation(held, none) == "clashes"
    strings = said_by(ARMY, "the Front had agreed with no strings attached to free all captives", "d-c", "negotiation")
    terms = said_by(FRONT, "to free captives but only once the army lifts its roadblock", "d-d", "negotiation")
    assert relation(strings, terms) == "clashes"


def test_one_end_needs_one_story() -> None:
    alone = [frame(said_by(side, "Every aircraft came home", "d-a", "attack")) for side in (ARMY, FRONT)]
    common = matter(alone[0], alone[1])
    assert common is not None
    assert not one_end(alone[0], alone[1], common)
