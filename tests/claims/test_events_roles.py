"""Who did what to whom survives the ways a sentence can put it."""

from __future__ import annotations

import pytest
from tests.claims.events_reading import event, mention, names, roles


@pytest.mark.parametrize(
    "text",
    [
        "Kedaran gunboats shelled the Zoran garrison.",
        "The Zoran garrison was shelled by Kedaran gunboats.",
        "The Zoran garrison has been repeatedly shelled by Kedaran gunboats since Monday.",
        "Kedaran gunboats, which had left port at dawn, shelled the Zoran garrison.",
        "Kedaran gunboats began shelling the Zoran garrison on Monday.",
    ],
)
def test_voice_and_detours_leave_the_roles_as_they_are(text: str) -> None:
    assert roles(text) == (["Kedaran gunboats"], ["Zoran garrison"])


def test_swapped_roles_read_as_swapped() -> None:
    one = roles("Kedaran troops pushed Zoran forces back to the border.")
    other = roles("Zoran forces pushed Kedaran troops back to the border.")
    assert one == (["Kedaran troops"], ["Zoran forces"])
    assert other == one[::-1]


@pytest.mark.parametrize(
    "text",
    [
        "The army's shelling of the camp continued on Monday.",
        "The shelling of the camp by the army continued on Monday.",
        "Army shelling of the camp was reported on Monday.",
    ],
)
def test_an_event_noun_keeps_who_and_whom(text: str) -> None:
    actors, targets = roles(text)
    assert [name.lower() for name in actors] == ["army"]
    assert targets == ["camp"]


def test_who_blows_are_struck_between_act_together() -> None:
    assert roles("Fighting between the army and the rebels resumed on Sunday.") == (["army", "rebels"], [])


def test_the_accused_is_the_doer() -> None:
    text = "Kedara accused Zoran forces of shelling a hospital."
    assert roles(text, "Zoran forces of shelling a hospital") == (["Zoran forces"], ["hospital"])


def test_who_is_forced_does_what_he_is_forced_to() -> None:
    assert roles("The militia forced the army to retreat from the bridge.") == (["army"], [])


def test_who_comes_under_fire_is_the_target() -> None:
    assert roles("Army positions came under fire from rebel snipers.") == (["rebel snipers"], ["Army positions"])


def test_control_passes_from_the_loser_to_the_taker() -> None:
    taker = (["rebels"], ["army"])
    assert roles("The rebels took the town from the army.") == taker
    assert roles("The army lost the town to the rebels.") == taker


def test_the_place_taken_is_no_party() -> None:
    assert roles("Zoran marines liberated three villages near the lake.") == (["Zoran marines"], [])


def test_a_subject_drawn_into_the_phrase_before_it_is_found() -> None:
    text = "Earlier Saturday, during a funeral at the cathedral, Marek and Ostrov briefly met for talks."
    assert roles(text)[0] == ["Marek", "Ostrov"]


def test_an_actor_mention_lends_its_name_and_side() -> None:
    text = "Zoran drones hit a depot held by the rebels."
    found = event(text, mentions=[mention(text, "Zoran", "Zoria", side="zoria")])
    assert names(found.actors) == ["Zoria"]
    assert found.actors[0].actor.side == "zoria"


def test_a_demonym_inside_the_phrase_lends_its_side() -> None:
    text = "Zoran marines shelled the harbour."
    found = event(text, mentions=[mention(text, "Zoran", "Zoria", side="zoria")])
    assert [(p.actor.name, p.actor.side) for p in found.actors] == [("Zoran marines", "zoria")]


def test_a_pronoun_nobody_resolved_is_no_party() -> None:
    assert roles("They shelled the harbour.") == ([], ["harbour"])


def test_roles_are_empty_where_the_words_give_none() -> None:
    assert roles("The situation along the canal was tense.") == ([], [])


def test_the_words_of_a_party_stand_in_the_report() -> None:
    text = "On Monday the two northern brigades shelled Zoran forces near the old mill."
    found = event(text)
    for party in (*found.actors, *found.targets):
        assert party.span is not None
        assert text[party.span.start : party.span.end] == party.span.text


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("The town of Darsk is held by Zoran forces.", ["Zoran forces"]),
        ("The town of Darsk is defended by the sons of Kedara.", ["Kedara"]),
        ("No national flag flew over the gate, and the town holds out.", []),
    ],
)
def test_only_who_can_hold_ground_holds_it(text: str, holders: list[str]) -> None:
    assert names(event(text).actors) == holders


def test_a_measure_is_no_party() -> None:
    assert names(event("Zoran units had pushed up to 18 km from the border.").targets) == []


def test_whoever_comes_is_not_the_one_who_warns() -> None:
    text = '"Whoever comes here with a rifle will be shot," Ruta Abene warned.'
    assert names(event(text, "Whoever comes here with a rifle will be shot").targets) == []


def test_who_is_blamed_acts() -> None:
    text = "The ministry blamed the Highland Front for it."
    front = mention(text, "the Highland Front", "Highland Front")
    assert names(event(text, "the Highland Front", "accuses", [front]).actors) == ["Highland Front"]
