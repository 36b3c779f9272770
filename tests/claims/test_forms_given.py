"""Figures that somebody gives, claims called false, silence: forms that need no verb of saying."""

from __future__ import annotations

import pytest
from tests.claims.conftest import Row, Told


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("Luanda gives the number of wounded as 85.", "Luanda", "the number of wounded as 85"),
        ("The ministry counts 17 dead in the valley.", "The ministry", "17 dead in the valley"),
        ("The mission lists nine bridges as impassable.", "The mission", "nine bridges as impassable"),
        ("The rebels' count stands at 54 soldiers killed.", "The rebels", "count … at 54 soldiers killed"),
        ("His tally is 30.", "His", "tally … 30"),
        ("Her latest figure: 19 killed and 40 missing.", "Her", "latest figure … 19 killed and 40 missing"),
        ("The mayor's figure is twice as high.", "The mayor", "figure … twice as high"),
        ("State television uses the same number.", "State television", "the same number"),
    ],
)  # fmt: skip
def test_who_gives_a_figure_says_it(told: Told, text: str, who: str, what: str) -> None:
    assert (who, "asserts", what) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Freedonia's death toll stands at 300.",
        "The village counts on the rains.",
        "The army set a tent on fire at ten.",
        "The ministry does not count the missing.",
        "The list of the dead is long.",
    ],
)
def test_a_number_that_nobody_gives_is_nobodys_figure(told: Told, text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("The colonel called the footage of the beatings a forgery.", "The colonel", "the footage of the beatings"),
        ("The envoy described the story of a massacre as pure invention.", "The envoy", "the story of a massacre"),
        (
            "Reports that the fort had surrendered were branded as lies by Colonel Ba.",
            "Colonel Ba",
            "that the fort had surrendered",
        ),
        (
            "The claim that 40 guards deserted is laughable, General Issa said.",
            "General Issa",
            "that 40 guards deserted",
        ),
        (
            "The army said it had crossed the Nile, an account the RSF mocked as 'a bedtime story'.",
            "the RSF",
            "it had crossed the Nile",
        ),
    ],
)
def test_what_is_denied_is_what_was_told_and_not_the_derision(told: Told, text: str, who: str, what: str) -> None:
    assert (who, "denies", what) in told(text)


def test_praise_of_a_report_denies_nothing(told: Told) -> None:
    assert not any(stance == "denies" for _, stance, _ in told("The envoy described the report as brave."))


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("The army did not comment.", "The army", "did not comment"),
        ("The governor says nothing of the missing boats.", "The governor", "the missing boats"),
        ("The briefing was silent on the fate of the pilots.", "The briefing", "the fate of the pilots"),
        ("Neither said how it had happened.", "Neither", "how it had happened"),
        ("It declined to say how many guards had died.", "It", "how many guards had died"),
    ],
)
def test_silence_is_told_with_what_it_is_on(told: Told, text: str, who: str, what: str) -> None:
    assert (who, "declines", what) in told(text)


def test_a_question_asserts_nothing(told: Told) -> None:
    rows = told("Reporters asked the army whether jets were flying over Tarn.")
    assert {stance for _, stance, _ in rows} <= {"doubts"}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "No group has claimed responsibility for the bombing in Kidal.",
            ("", "unconfirmed", "responsibility for the bombing in Kidal"),
        ),
        ("Neither group has claimed the attack on the convoy.", ("", "unconfirmed", "the attack on the convoy")),
        ("The army had no comment on the raid.", ("The army", "declines", "the raid")),
        ("The ministry made no statement on the loss.", ("The ministry", "declines", "the loss")),
        ("The mission could not determine who fired first.", ("The mission", "unconfirmed", "who fired first")),
        (
            "The general accused the clinic of hiding guns, an accusation its director, Dr Amal Idris, called a"
            " shameless lie.",
            ("its director", "denies", "the clinic of hiding guns"),
        ),
    ],
)
def test_what_nobody_stands_behind_and_who_calls_it_a_lie(told: Told, text: str, row: Row) -> None:
    assert row in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The council voted unanimously to adopt the resolution.",
        "School shelled again as army, rebels trade blame.",
        "Mali returned the bodies of 12 soldiers.",
    ],
)
def test_votes_exchanges_of_blame_and_things_handed_over_are_not_said(told: Told, text: str) -> None:
    assert told(text) == []
