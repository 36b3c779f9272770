"""Several who say one thing, quotations without a word of saying, claims that a noun takes up."""

from __future__ import annotations

import pytest
from tests.claims.conftest import Parse, Row, Told

from fogline.claims.attribution.announced import announced
from fogline.claims.attribution.cues import load_cues


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The governor, the police chief and two witnesses said the bridge was gone.",
            "The governor + the police chief + two witnesses",
        ),
        ("Officials in Goma and two diplomats said the town had fallen.", "Officials in Goma + two diplomats"),
        ("Chad, Niger and the African Union said the truce must hold.", "Chad + Niger + the African Union"),
        ("Two deputies, Ann Roe and Jon Lee, said the truce must hold.", "Ann Roe + Jon Lee"),
        (
            'The baker was dead, said Ali Sow, Fatou Diallo and their mother.',
            "Ali Sow + Fatou Diallo + their mother",
        ),
    ],
)  # fmt: skip
def test_each_of_several_is_a_speaker(told: Told, text: str, who: str) -> None:
    assert [row[0] for row in told(text)] == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ann Roe, the mayor of Tarn, said the road was open.", "Ann Roe"),
        ("The minister of trade and industry said the port was shut.", "The minister of trade and industry"),
        ("Bosnia and Herzegovina said the envoy had left.", "Bosnia and Herzegovina"),
    ],
)
def test_one_with_two_offices_is_one_speaker(told: Told, text: str, who: str) -> None:
    ((name, _, _),) = told(text)
    assert name.startswith(who)
    assert " + " not in name


def test_a_version_that_somebody_derides_is_denied(told: Told) -> None:
    text = 'Rebels poisoned the wells, the minister said. It was a version the governor dismissed as "a fairy tale".'
    assert ("the governor", "denies", "Rebels poisoned the wells") in told(text)


def test_a_derision_of_nothing_told_before_is_no_statement(told: Told) -> None:
    assert told('It was a version the governor dismissed as "a fairy tale".') == []


@pytest.mark.parametrize(
    "text",
    [
        'The mayor of Derna was blunt. "We have no water and no bread here."',
        "Amina Yusuf lost two sons in the raid. “They came at dawn and took everything.”",
        'Residents are losing hope. "We sleep in the riverbed and eat leaves."',
    ],
)
def test_a_quotation_behind_somebodys_doing_is_his(parse: Parse, text: str) -> None:
    document, sentences = parse(text)
    (stretch,) = announced(document.text, sentences, load_cues())
    assert (stretch.first, stretch.end, stretch.cue) == (1, 2, None)
    assert text.startswith(stretch.speakers[0].text)


@pytest.mark.parametrize(
    "text",
    [
        'The town is quiet now. "Welcome to the free valley of Tarn."',
        'The mayor of Derna was blunt. "No."',
        'The mayor of Derna was blunt.\n\n"We have no water and no bread here."',
        'The raid lasted two days. "They came at dawn and took everything."',
    ],
)
def test_a_quotation_behind_a_thing_or_a_break_is_nobodys(parse: Parse, text: str) -> None:
    document, sentences = parse(text)
    assert list(announced(document.text, sentences, load_cues())) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Juba's assertion that the rebels were beaten sits badly with the refugees.", "that the rebels were beaten"),
        ("The junta's announcement that it would hold polls met with ridicule.", "that it would hold polls"),
        ("Tarn's claim that the army believed the rebels fled.", "that the army believed the rebels fled"),
    ],
)
def test_the_clause_of_a_noun_ends_before_the_verb_of_the_noun(told: Told, text: str, what: str) -> None:
    assert [row[2] for row in told(text)][:1] == [what]


@pytest.mark.parametrize(
    ("text", "claim", "denial"),
    [
        (
            "Claims that Kigali has denied say troops crossed the border in January.",
            ("", "asserts", "troops crossed the border in January"),
            ("Kigali", "denies", "troops crossed the border in January"),
        ),
        (
            "Allegations the junta has dismissed suggest that a ship brought missiles.",
            ("", "accuses", "that a ship brought missiles"),
            ("the junta", "denies", "that a ship brought missiles"),
        ),
    ],
)
def test_a_denied_claim_stands_beside_its_denial(told: Told, text: str, claim: Row, denial: Row) -> None:
    assert sorted(told(text)) == sorted([claim, denial])


def test_a_charge_by_somebody_is_his_beside_the_denial(told: Told) -> None:
    rows = told("Juba denied the accusation by Khartoum that its troops had burned the camp.")
    assert ("Khartoum", "accuses", "that its troops had burned the camp") in [
        (who, "accuses" if stance in ("asserts", "accuses") else stance, what) for who, stance, what in rows
    ]
    assert "denies" in [row[1] for row in rows]


def test_reports_called_exaggerated_are_denied(told: Told) -> None:
    assert ("The government", "denies", "the reports") in told("The government has called the reports exaggerated.")
