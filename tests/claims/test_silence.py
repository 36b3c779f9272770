"""Silence in other words, who is held responsible, who goes on."""

from __future__ import annotations

import pytest
from tests.claims.conftest import Told


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        (
            "The firm declined on Tuesday to say whether its staff flew the drones.",
            "The firm",
            "whether its staff flew the drones",
        ),
        ("Asmara has released no figure for military losses.", "Asmara", "military losses"),
        ("The commissioner would not be drawn on who owned the bus.", "The commissioner", "who owned the bus"),
        ("The ministry had not reacted to the fighting.", "The ministry", "the fighting"),
        ("The mission did not answer questions about the airmen.", "The mission", "the airmen"),
        ("The junta has yet to comment on the fall of Tarn.", "The junta", "the fall of Tarn"),
    ],
)
def test_who_keeps_silent_declines(told: Told, text: str, who: str, what: str) -> None:
    assert (who, "declines", what) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry has released a figure for military losses.",
        "The guards reacted to the shots.",
        "The engine would not react to the cold.",
        "The lots were drawn on Monday.",
    ],
)
def test_who_speaks_or_does_something_is_not_silent(told: Told, text: str) -> None:
    assert not [row for row in told(text) if row[1] == "declines"]


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("The Cabinet held the rebels responsible for the raid.", "The Cabinet", "the rebels responsible for the raid"),
        ("The junta holds the rebels accountable for the raid.", "The junta", "the rebels accountable for the raid"),
    ],
)  # fmt: skip
def test_who_holds_somebody_responsible_accuses_him(told: Told, text: str, who: str, what: str) -> None:
    assert told(text) == [(who, "accuses", what)]


def test_nobody_is_accused_of_holding_a_town(told: Told) -> None:
    assert told("The rebels held the town and its responsible council.") == []


def test_who_goes_on_behind_his_words_says_them(told: Told) -> None:
    assert told("The fort had fallen at dawn, the general went on.") == [
        ("the general", "asserts", "The fort had fallen at dawn")
    ]
    assert told("The siege of the fort, with its long nights, went on.") == []


def test_who_reports_it_all_at_the_end_says_it_around_the_others(told: Told) -> None:
    rows = told("Two guards were killed in the raid, the ministry said, Newswire reported.")
    assert ("Newswire", "asserts", "Two guards were killed in the raid, the ministry said") in rows
    assert ("the ministry", "asserts", "Two guards were killed in the raid") in rows


def test_reported_losses_of_none_are_told(told: Told) -> None:
    assert not [row for row in told("The garrison reported no casualties of its own.") if row[1] == "declines"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("He would not give a figure for his own losses.", "his own losses"),
        ("The command did not reply to questions about the pilot.", "the pilot"),
    ],
)
def test_what_is_kept_back_is_told_without_the_word_for_it(told: Told, text: str, what: str) -> None:
    assert what in [row[2] for row in told(text) if row[1] == "declines"]


def test_who_laughs_at_an_idea_denies_it(told: Told) -> None:
    assert told("The commander laughed at the idea.") == [("The commander", "denies", "the idea")]
    assert told("The guards laughed at the prisoners.") == []
