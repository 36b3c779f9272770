"""Who speaks behind a label and a colon."""

from __future__ import annotations

import pytest
from tests.claims.conftest import Parse
from tests.claims.saying import span, statement

from fogline.claims.addressed import without_addressees
from fogline.claims.labelled import with_labels
from fogline.records.mentions import Actor, ActorKind, ActorMention


def actor(text: str, words: str, kind: ActorKind, side: str | None = None) -> ActorMention:
    return ActorMention(span(text, words), 0, Actor(words, kind, side))


def rows(parse: Parse, text: str, *actors: ActorMention) -> list[tuple[str, str]]:
    _, sentences = parse(text)
    return [(s.speakers[0].text, s.content[0].text) for s in with_labels(text, sentences, actors, [])]


def test_a_person_with_a_topic_says_what_follows(parse: Parse) -> None:
    text = "Roe on the raid: Freedonia often accuses others of what it plans itself."
    found = rows(parse, text, actor(text, "Roe", "person"), actor(text, "Freedonia", "government", "Freedonia"))
    assert found == [("Roe", "Freedonia often accuses others of what it plans itself")]


def test_a_name_speaks_of_a_state(parse: Parse) -> None:
    text = "Roe: Freedonia wants to break the truce."
    found = rows(parse, text, actor(text, "Roe", "person"), actor(text, "Freedonia", "government", "Freedonia"))
    assert found == [("Roe", "Freedonia wants to break the truce")]


@pytest.mark.parametrize(
    "text",
    [
        "Roe: Captured medic was told that he would be tried.",  # whom it is about
        "Roe on the raid: Did Freedonia strike the town?",
        "Roe: Freedonia wants war, - Lee",
    ],
)
def test_a_label_that_only_names_the_matter_does_not_speak(parse: Parse, text: str) -> None:
    state = [actor(text, "Freedonia", "government", "Freedonia")] if "Freedonia" in text else []
    assert rows(parse, text, actor(text, "Roe", "person"), *state) == []


def test_what_somebody_is_known_to_say_stays(parse: Parse) -> None:
    text = "Roe on the raid: Freedonia fired first."
    _, sentences = parse(text)
    known = statement(text, "Roe", ":", "Freedonia fired first")
    assert with_labels(text, sentences, [actor(text, "Roe", "person")], [known]) == [known]


def test_who_is_appealed_to_does_not_speak(parse: Parse) -> None:
    text = 'Regiment Tarn appealed to Roe: "You will be tried yourself."'
    _, sentences = parse(text)
    said = '"You will be tried yourself."'
    colon = statement(text, "Roe", ":", said)
    verb = statement(text, "Regiment Tarn", "appealed", f"Roe: {said}")
    found = without_addressees(text, sentences, [colon, verb])
    assert [(s.speakers[0].text, s.content[0].text) for s in found] == [("Regiment Tarn", said)] * 2


def test_troops_before_a_colon_speak_of_their_foe(parse: Parse) -> None:
    text = "Chadian troops: the army of Niger struck the prison."
    named = (actor(text, "Chadian troops", "armed_force", "Chad"), actor(text, "army of Niger", "armed_force", "Niger"))
    assert rows(parse, text, *named) == [("Chadian troops", "the army of Niger struck the prison")]
