"""The report's own voice: events, never comment; battles only where there is war."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.claims.events_reading import own, sentences

from fogline.claims.events.describing import describe
from fogline.claims.events.wartime import BATTLE, speaks_of_war
from fogline.records.claims import Kind

WAR = "Artillery and missile fire on the front line has not let up since the invasion. "
PEACE = Path(__file__).parents[2] / "gate" / "events" / "peace.txt"


def told(text: str) -> list[tuple[Kind, str]]:
    found = [event for event in own(WAR + text) if event.span.start >= len(WAR)]
    return [(event.event.kind, event.span.text) for event in found]


@pytest.mark.parametrize(
    ("kind", "clause", "text"),
    [
        ("attack", "rebel snipers shot two policemen", "On Monday rebel snipers shot two policemen."),
        ("damage", "forty houses were damaged", "After the blast forty houses were damaged."),
        ("movement", "Zoran units launched an incursion", "Kedara was surprised as Zoran units launched an incursion."),
        ("negotiation", "both sides accepted the ceasefire", "Meanwhile, both sides accepted the ceasefire."),
    ],
)  # fmt: skip
def test_events_the_report_states_are_found(kind: Kind, clause: str, text: str) -> None:
    assert any(kind == found and clause in words for found, words in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "The fall of the town marked a turning point in the war.",
        "The attack underscored the weakness of the garrison.",
        "The coming days will be crucial for the army.",
        "It remains to be seen whether the army can hold the town.",
        "Rebel forces could attack the port within days.",
        "If the truce fails, the army will attack the port.",
        "The visit comes amid heavy fighting in the east.",
        "Will the army attack the port?",
        "The army reportedly attacked the port.",
        "The colonel said that the army had attacked the port.",
    ],
)
def test_comment_hypotheses_and_reports_of_others_are_not(text: str) -> None:
    assert told(text) == []


def test_what_somebody_else_says_is_not_told_twice() -> None:
    text = WAR + "The army attacked the port at dawn."
    assert [event.span.text for event in own(text)][1:] == ["The army attacked the port at dawn"]
    assert own(text, taken=["The army attacked the port at dawn"])[1:] == ()


def test_a_clause_stands_without_its_connective_and_its_afterthought() -> None:
    found = told("But the army attacked the port, a detail that alarmed the traders.")
    assert found == [("attack", "the army attacked the port")]


def test_the_clause_stands_in_the_report() -> None:
    text = WAR + "On Monday the army attacked the port, and rebels withdrew from the mill."
    found = own(text)
    assert [event.event.kind for event in found[1:]] == ["attack", "movement"]
    for event in found:
        assert text[event.span.start : event.span.end] == event.span.text


def peaceful_reports() -> list[tuple[str, str]]:
    parts = PEACE.read_text(encoding="utf-8").split("\n== ")[1:]
    return [(name, body.strip()) for name, _, body in (part.partition("\n") for part in parts)]


@pytest.mark.parametrize(("name", "text"), peaceful_reports())
def test_floods_elections_and_matches_give_no_battle(name: str, text: str) -> None:
    read = sentences(text)
    at_war = speaks_of_war(read)
    assert not at_war, name
    kinds = {describe(s, s.start, s.end, (), at_war=at_war).kind for s in read}
    assert not kinds & BATTLE
    assert not {event.event.kind for event in own(text)} & BATTLE


def test_the_same_words_are_a_battle_in_a_report_of_war() -> None:
    assert ("movement", "Residents fled to schools on higher ground") in told(
        "Residents fled to schools on higher ground."
    )


def test_that_somebody_spoke_of_an_attack_is_no_attack() -> None:
    assert told("The mayor told reporters about the shelling of the port by the army.") == []
    assert told("Shelling of the port by the army was reported on Monday.") != []


def test_a_report_that_only_counts_ground_and_settlements_speaks_of_war() -> None:
    text = "Major General Ostap Brel, commander of the grouping, said that his troops held 640 sq km and 41 villages."
    assert speaks_of_war(sentences(text))


@pytest.mark.parametrize(
    ("kind", "clause", "text"),
    [
        ("casualties", "35 injured", "The attack left 20 people dead and 35 injured."),
        ("casualties", "five wounded", "Two servicemen were killed and five wounded."),
        ("casualties", "Dozens drowned", "Dozens drowned when the ferry sank."),
        ("attack", "armed youth attacked a convoy", "On 3 May, armed youth attacked a convoy, killing two drivers."),
        (
            "control",
            "likely seized the base",
            "The rebels likely seized the base on Monday, although nobody admits it.",
        ),
    ],
)
def test_short_counts_armed_youths_and_assessed_deeds_are_told(kind: Kind, clause: str, text: str) -> None:
    assert any(kind == found and clause in words for found, words in told(text))
