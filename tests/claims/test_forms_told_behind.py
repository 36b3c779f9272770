"""Who tells what stands before or behind: trailing tellers, viewpoints in front, colons."""

from __future__ import annotations

import pytest
from tests.claims.conftest import Told


@pytest.mark.parametrize(
    ("text", "who", "stance", "what"),
    [
        ("Nothing may move on the river after dark, the prefect ordered on Friday.", "the prefect", "demands",
         "Nothing may move on the river after dark"),
        ("The road to the mill is ours again, Major Ilse Dorn exulted.", "Major Ilse Dorn", "asserts",
         "The road to the mill is ours again"),
        ("Eight guards were let go at the ford, a leaflet of the Front reads.", "a leaflet of the Front", "asserts",
         "Eight guards were let go at the ford"),
        ("The spare bridge has shifted on its piers, the council warned.", "the council", "warns",
         "The spare bridge has shifted on its piers"),
        ("We are cut off, Mayor Ada Korr said after the last road came under fire.", "Mayor Ada Korr", "asserts",
         "We are cut off"),
    ],
)  # fmt: skip
def test_who_is_told_behind_a_clause_said_it(told: Told, text: str, who: str, stance: str, what: str) -> None:
    assert (who, stance, what) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "When the town fell, the mayor laughed.",
        "The guards left at noon, the depot closed.",
        "She denied that the army favours a side, a complaint heard at the port.",
    ],
)
def test_a_deed_behind_a_comma_tells_nothing(told: Told, text: str) -> None:
    assert not any(who in ("the mayor", "the depot", "a complaint") for who, _, _ in told(text))


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        (
            "By the battalion's account the school of the valley stood empty on that day.",
            "the battalion",
            "the school of the valley stood empty on that day",
        ),
        ("In the mission's version, six men came from a skiff.", "the mission", "six men came from a skiff"),
        ("Some 900 people have left Orrin, by the agency's count.", "the agency", "Some 900 people have left Orrin"),
        ("In the view of the harbour office the crane was hit.", "the harbour office", "the crane was hit"),
    ],
)
def test_whose_account_it_is_stands_in_front(told: Told, text: str, who: str, what: str) -> None:
    assert (who, "asserts", what) in told(text)


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("The army scoffed at reports of a breakthrough: the column is burning.", "The army", "the column is burning"),
        ("Admiral Tove Haas has another story: a rebel drone fell into the depot.", "Admiral Tove Haas",
         "a rebel drone fell into the depot"),
    ],
)  # fmt: skip
def test_a_clause_behind_a_colon_is_his_who_speaks_up(told: Told, text: str, who: str, what: str) -> None:
    assert (who, "asserts", what) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The army took the pass: two posts fell in an hour.",
        "The rebels continue their raids on the coast: three ports are under fire.",
    ],
)
def test_what_a_deed_brought_stands_behind_a_colon_unsaid(told: Told, text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("The army's version is that a gas bottle exploded.", "The army", "that a gas bottle exploded"),
        ("Residents saw tanks entering the town from the north.", "Residents",
         "tanks entering the town from the north"),
        ("The council stands by its figure of nine dead.", "The council", "its figure of nine dead"),
        ("The ministry accounts for 27 arrests in the valley.", "The ministry", "27 arrests in the valley"),
        ("The clerk gave forty as the number of patients.", "The clerk", "forty as the number of patients"),
        ("The ministry advised that the road was closed.", "The ministry", "that the road was closed"),
    ],
)  # fmt: skip
def test_a_version_a_sight_and_a_figure_are_somebodys(told: Told, text: str, who: str, what: str) -> None:
    assert (who, "asserts", what) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The town accounts for 30% of the losses.",
        "Residents saw the ruins of the school.",
        "Lawmakers named five people to the council.",
    ],
)
def test_shares_ruins_and_appointments_are_no_statements(told: Told, text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Tarn says Zoria shelled a school in Orrin, but Zoria denies the attack.",
         "Zoria shelled a school in Orrin … the attack"),
        ("Tarn says Zoria planned a raid on the port; Zoria dismisses the accusation.",
         "Zoria planned a raid on the port"),
        ("Zoria denied responsibility for the shelling of the school.",
         "responsibility for the shelling of the school"),
    ],
)  # fmt: skip
def test_a_denial_of_a_bare_noun_tells_what_is_denied(told: Told, text: str, what: str) -> None:
    assert ("Zoria", "denies", what) in told(text)


def test_who_sends_word_speaks_and_not_what_he_sends_it_by(told: Told) -> None:
    text = "A Maltese captain reported by radio that the agent who came aboard wore a rifle."
    assert ("A Maltese captain", "asserts", "that the agent who came aboard wore a rifle") in told(text)


def test_a_cue_with_its_day_is_set_into_what_it_reports(told: Told) -> None:
    assert ("its captain", "asserts", "The fleet … lost no ship") in told(
        "The fleet, its captain added next day, lost no ship."
    )
