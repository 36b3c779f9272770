"""A part that no noun of the sentence fits stays empty; counting words give way to what they count."""

from __future__ import annotations

import pytest
from tests.claims.events_reading import event, mention, names, roles, sentences

from fogline.claims.events.describing import describe_pieces
from fogline.records.spans import Span


@pytest.mark.parametrize(
    ("text", "actors", "targets"),
    [
        ("The plant would create new jobs.", [], []),
        ("Images show a new deployment of vehicles.", [], []),
        ("Members of the Zoran Front shelled the harbour.", ["Zoran Front"], ["harbour"]),
        ("A total of 40 children were killed.", [], ["children"]),
        ("The group still holds 1,300 of its supporters.", ["group"], ["supporters"]),
    ],
)
def test_only_who_can_act_acts_and_only_what_can_be_hit_is_hit(
    text: str, actors: list[str], targets: list[str]
) -> None:
    assert roles(text) == (actors, targets)


def test_those_found_dead_did_nothing() -> None:
    assert roles("Nine children were among the dead.") == ([], ["children"])


def test_blows_launched_by_somebody_are_his() -> None:
    text = "Sudan condemned the missile strikes launched by Zoran forces on the harbour."
    assert roles(text, "the missile strikes launched by Zoran forces on the harbour") == (["Zoran forces"], ["harbour"])


def test_who_is_called_on_is_who_would_act() -> None:
    text = "Protesters called on the government to accept the deal."
    found = event(text, "on the government to accept the deal", "demands")
    assert names(found.actors) == ["government"]


def test_cue_and_speaker_between_two_pieces_have_no_part_in_what_is_said() -> None:
    text = "Zoran troops entered the town, two military sources said, opening the road to the coast."
    (sentence,) = sentences(text)
    first, last = "Zoran troops entered the town", "opening the road to the coast"
    pieces = [Span(text.index(part), text.index(part) + len(part), part) for part in (first, last)]
    found = describe_pieces(sentence, pieces, (), None, at_war=True)
    assert (found.predicate, names(found.actors)) == ("enter", ["Zoran troops"])


def test_a_name_known_to_be_armed_makes_an_attack_of_its_blow() -> None:
    text = "The Tarim have attacked more than a hundred merchants since the autumn."
    armed = mention(text, "The Tarim", "Tarim")
    armed = armed.__class__(armed.span, armed.sentence, armed.actor.__class__("Tarim", "armed_force", "Tarim"))
    assert event(text, mentions=[armed]).anchored


def test_a_base_is_hit_and_not_whose_it_is() -> None:
    text = "A drone hit a Zoran naval base."
    assert names(event(text, mentions=[mention(text, "Zoran", "Zoria")]).targets) == ["Zoran naval base"]


def test_the_country_behind_a_town_is_no_party() -> None:
    text = "Zoran troops began to isolate Korvat, Syria, on Monday."
    assert "Syria" not in names(event(text, mentions=[mention(text, "Syria", "Syria")]).targets)


def test_the_assault_in_the_name_of_a_ship_is_none() -> None:
    assert event("The group is led by an officer aboard the assault ship Kedara.").kind != "attack"


@pytest.mark.parametrize("text", ["The deal was hit with new sanctions.", "The finding reinforces why troops came."])
def test_verbs_of_war_in_another_sense_tell_no_battle(text: str) -> None:
    assert event(text).kind not in ("attack", "deployment")


def test_who_said_that_shelling_killed_some_did_not_shell() -> None:
    text = "Kedaran police said shelling across the river killed ten people."
    assert names(event(text, "shelling across the river killed ten people").actors) == []


def test_the_crimes_of_an_army_are_its_own() -> None:
    text = "Officers recorded crimes of the Zoran army against the population."
    assert roles(text, "crimes of the Zoran army against the population")[0] == ["Zoran army"]


def test_nobody_does_to_himself_what_he_does() -> None:
    text = "Zoran troops fired on their positions, and Zoran troops fell back."
    found = event(text, "Zoran troops fired on their positions")
    assert not set(names(found.actors)) & set(names(found.targets))


def test_a_bomb_that_destroys_clears_nothing() -> None:
    assert event("A roadside bomb destroyed the lead vehicle.").kind == "damage"


def test_the_country_of_an_invasion_is_no_invader() -> None:
    assert roles("The invasion of Kedara began on Monday.")[0] == []
