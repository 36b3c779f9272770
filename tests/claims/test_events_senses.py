"""Words that seem to name an event and name another, and deeds told beside the first verb."""

from __future__ import annotations

import pytest
from tests.claims.events_reading import event, roles

from fogline.records.claims import Kind, Stance, Status


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("other", "The envoy will face a war crimes trial after the killings in Orsk."),
        ("other", "The governor promised to rebuild everything that the enemy had destroyed."),
        ("other", "A new governor was appointed after the shelling."),
        ("other", "The commission opened an investigation into the attack."),
        ("meeting", "The council session took place in the village of Orsk."),
        ("deployment", "The alliance strengthens its presence on the border."),
        ("attack", "The enemy has used chemical weapons in the past."),
        ("assessment", "The situation in the district remains under control."),
        ("casualties", "The battery destroyed 300 occupiers near the mill."),
        ("damage", "The battery destroyed an ammunition depot of the occupiers."),
        ("clash", "Gunners prevented a missile attack on the port."),
        ("aid", "Police officers rescued forty children from the rubble."),
        ("accusation", "Kedara is spreading disinformation about planned attacks."),
        ("meeting", "The prime minister discussed the shelling with the envoy."),
    ],
)
def test_the_clause_says_more_than_one_of_its_words(kind: Kind, text: str) -> None:
    assert event(text).kind == kind


def test_a_label_before_a_colon_is_not_what_happens() -> None:
    assert event("Occupation of Orsk: Zoran officials met the mayor on Monday.").kind == "meeting"


def test_supplies_before_a_noun_only_say_what_sort_it_is() -> None:
    assert event("An army supply convoy withdrew from the fort.").kind == "movement"


def test_whom_somebody_threatens_is_no_attack() -> None:
    text = "The general threatened the rebels with annihilation."
    assert event(text, "the rebels with annihilation", "warns").kind == "threat"


def test_the_roles_are_those_of_the_deed_that_the_kind_names() -> None:
    text = "Zoran troops chose the plain and shelled the mill."
    assert (event(text).kind, roles(text)) == ("attack", (["Zoran troops"], ["mill"]))
    captured = "In May he led a garrison on the island and was taken prisoner by Kedaran marines."
    assert (event(captured).kind, roles(captured)[0]) == ("detention", ["Kedaran marines"])


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Ninety Zoran invaders eliminated near Orsk.", "Zoran invaders"),
        ("Sergeant Obren died a brave death in the fighting.", "Sergeant Obren"),
        ("A minor was fatally injured in the shelling.", "minor"),
    ],
)
def test_who_is_killed_or_hurt_undergoes_it(text: str, target: str) -> None:
    assert roles(text) == ([], [target])


def test_ground_that_is_reached_is_no_target() -> None:
    assert roles("The relief convoy reached Orsk on Monday.") == (["relief convoy"], [])


def test_fighter_jets_belong_to_nobody_named() -> None:
    assert roles("Fighter jets bombed two villages.") == ([], ["villages"])


@pytest.mark.parametrize(
    ("status", "text", "stance"),
    [
        ("negated", "The runway was unharmed.", None),
        ("actual", "Our positions have not changed.", "asserts"),
        ("completed", "The number of dead children has not changed.", None),
        ("ongoing", "Air raids on the plant do not stop.", None),
        ("planned", "Kedara is poised to strike Zoran towns.", None),
    ],
)
def test_what_stays_as_it_is_is_not_denied(status: Status, text: str, stance: Stance | None) -> None:
    assert event(text, stance=stance).status == status


def test_a_day_before_the_sentence_takes_no_part() -> None:
    assert roles("On Monday, Zoran jets were reported to have fired missiles into Kedara.") == (["Zoran"], ["Kedara"])


def test_with_whom_a_war_is_fought_is_the_target() -> None:
    assert roles("The Highland Front fought a short war with Zoria.") == (["Highland Front"], ["Zoria"])


def test_who_shows_a_wreck_did_not_wreck_it() -> None:
    actors, _ = roles("Activists published a video of the destroyed tanks.")
    assert actors == []


def test_a_war_that_only_gives_the_time_is_not_what_is_told() -> None:
    assert event("The mayor has read many books since the start of the invasion.").kind == "other"


def test_what_is_only_made_ready_has_not_happened() -> None:
    assert event("An offensive is being prepared from the north.").status == "planned"


def test_civilians_in_a_row_of_captives_are_held() -> None:
    text = "Nine civilians were in a prison near the port."
    assert (event(text).kind, roles(text)) == ("detention", ([], ["civilians"]))


def test_a_row_of_garages_is_garages() -> None:
    assert roles("A glide bomb hit a row of garages.")[1] == ["garages"]


def test_what_is_sent_to_a_country_is_aid_and_a_town_hall_is_no_ground() -> None:
    assert event("The allies will send Zoria all the weapons that it needs.").kind == "aid"
    assert event("The command held three town halls.").kind == "meeting"


def test_men_taken_out_are_dead_and_whoever_is_committed_acts() -> None:
    assert event("Eighty mercenaries and ninety soldiers were taken out.").kind == "casualties"
    assert roles("Zoria is committed to defeating the rebels.") == (["Zoria"], ["rebels"])
