"""Something told that somebody says is not so."""

from __future__ import annotations

import pytest
from tests.claims.conftest import Nested, NestedRow


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Ethiopian claims that a missile hit Senafe are not true, the Eritrean defence ministry said.",
            {
                ("the Eritrean defence ministry", "denies", "that a missile hit Senafe", ""),
                ("Ethiopian", "asserts", "that a missile hit Senafe", ""),
            },
        ),
        (
            "Ethiopian claims that its army had retaken Senafe are untrue, according to the Eritrean defence ministry.",
            {
                ("the Eritrean defence ministry", "denies", "that its army had retaken Senafe", ""),
                ("Ethiopian", "asserts", "that its army had retaken Senafe", ""),
            },
        ),
        (
            "Claims by Asmara that Ethiopian troops had shot farmers were a provocation, Addis Ababa said.",
            {
                ("Addis Ababa", "denies", "that Ethiopian troops had shot farmers", ""),
                ("Asmara", "asserts", "that Ethiopian troops had shot farmers", ""),
            },
        ),
        (
            "The army insisted that claims of a massacre at the village were fabricated.",
            {("The army", "denies", "a massacre at the village", "")},
        ),
        (
            "There was no truth in rebel claims that the airport had fallen, the army said.",
            {
                ("the army", "denies", "that the airport had fallen", ""),
                ("rebel", "asserts", "that the airport had fallen", ""),
            },
        ),
        (
            "It is not true that our troops shelled the market, the army spokesman said.",
            {("the army spokesman", "denies", "that our troops shelled the market", "")},
        ),
        (
            "Reports its troops were retreating are false, the ministry said.",
            {("the ministry", "denies", "its troops were retreating", "")},
        ),
        (
            "The mayor said reports of looting were wrong and that the shops were open.",
            {("The mayor", "denies", "looting", ""), ("The mayor", "asserts", "that the shops were open", "")},
        ),
    ],
)
def test_who_says_a_claim_is_untrue_denies_it(nested: Nested, text: str, rows: set[NestedRow]) -> None:
    assert {row for row in nested(text) if row[0]} == rows  # and somebody unnamed may make a claim too


@pytest.mark.parametrize(
    "text",
    [
        "He said the report that found six dead was a shock.",
        "The mayor said the bridge was not true to its plans.",
        "Kigali denied that reports of a retreat were false.",
    ],
)
def test_a_judgement_of_something_else_makes_no_denial_of_what_was_told(nested: Nested, text: str) -> None:
    assert not any(stance == "denies" and what == "a retreat" for _, stance, what, _ in nested(text))
    assert not any(stance == "denies" for _, stance, _, _ in nested(text) if "denied" not in text)
