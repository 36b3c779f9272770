"""Who says what stands before, behind or beside the words of saying: continued clauses, names set apart, belief."""

from __future__ import annotations

import pytest
from tests.claims.conftest import Told

Row = tuple[str, str, str]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The mill was hit by two rockets, the prefect said, and three guards were hurt.",
            [
                ("the prefect", "asserts", "The mill was hit by two rockets"),
                ("the prefect", "asserts", "three guards were hurt"),
            ],
        ),
        (
            "Eleven boats were sunk, the owner said: nine in the port and two at sea.",
            [("the owner", "asserts", "Eleven boats were sunk … nine in the port and two at sea")],
        ),
    ],
)
def test_a_clause_that_goes_on_is_of_the_same_mouth(told: Told, text: str, rows: list[Row]) -> None:
    assert told(text) == rows


def test_what_the_speaker_does_next_is_not_said(told: Told) -> None:
    said = told("The troops have left the valley, the governor said, and thanked the donors.")
    assert ("the governor", "asserts", "The troops have left the valley") in said
    assert not any("thanked" in words for _, _, words in said)


def test_another_who_speaks_behind_keeps_his_words(told: Told) -> None:
    said = told("The troops have left, the governor said, but residents said they were still there.")
    assert ("residents", "asserts", "they were still there") in said
    assert not any(who == "the governor" and "still there" in words for who, _, words in said)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "The Reed Guard bears no blame for the shells that fell on Old Tarn, its spokesman, Major Ilo Brand, "
            "declared on Monday.",
            (
                "its spokesman, Major Ilo Brand",
                "asserts",
                "The Reed Guard bears no blame for the shells that fell on Old Tarn",
            ),
        ),
        (
            "The film was shot in another valley, she scoffed.",
            ("she", "asserts", "The film was shot in another valley"),
        ),
        (
            "A short circuit had started the blaze in the depot, it suggested.",
            ("it", "asserts", "A short circuit had started the blaze in the depot"),
        ),
        (
            "The garrison as such never surrendered, maintains the war office.",
            ("the war office", "asserts", "The garrison as such never surrendered"),
        ),
        (
            "In May no vessel had left the port, if one listened to the admiral.",
            ("the admiral", "asserts", "In May no vessel had left the port"),
        ),
        (
            "If the ministry is to be believed, ninety gunmen were killed at Tarn.",
            ("the ministry", "asserts", "ninety gunmen were killed at Tarn"),
        ),
    ],
)
def test_a_clause_is_his_who_is_told_to_have_said_it(told: Told, text: str, row: Row) -> None:
    assert row in told(text)


def test_a_plain_condition_names_no_speaker(told: Told) -> None:
    assert told("The town will fall, if the garrison is not relieved.") == []


def test_a_spokesman_who_tells_a_denial_does_not_assert_it(told: Told) -> None:
    said = told("The front rejects the charge that it hit a ferry, its secretary, Ann Roe, told a radio on Monday.")
    assert [stance for _, stance, _ in said] == ["denies"]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The navy stood by its account of a sea drone.", ("The navy", "asserts", "a sea drone")),
        (
            "The general's tally of 45 gunmen killed is still on the website.",
            ("The general", "asserts", "45 gunmen killed"),
        ),
        ("Nobody here believes the ministry's count of nine dead.", ("the ministry", "asserts", "nine dead")),
        (
            "The parish register holds 66 names, 41 of them women.",
            ("The parish register", "asserts", "66 names, 41 of them women"),
        ),
        (
            "The mission published a list of 34 names, seven of them children's.",
            ("The mission", "asserts", "a list of 34 names, seven of them children's"),
        ),
        (
            "The army gave the garrison 48 hours to surrender.",
            ("The army", "demands", "the garrison 48 hours to surrender"),
        ),
    ],
)
def test_what_somebody_holds_lists_or_gives_time_for_is_his_word(told: Told, text: str, row: Row) -> None:
    assert row in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The general's account of the war sold well.",
        "The story of the siege is told in every school.",
        "The governor gave the nurses two days off.",
        "The register holds up well after all these years.",
    ],
)
def test_a_noun_that_holds_nothing_new_says_nothing(told: Told, text: str) -> None:
    assert told(text) == []
