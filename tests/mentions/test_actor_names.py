"""Names of persons as they are written in many countries, and pronouns that stand for nobody."""

from __future__ import annotations

from functools import cache

import pytest

from fogline.mentions.actors.finder import find_actors
from fogline.packs.loading import load
from fogline.records.documents import Document
from fogline.records.mentions import ActorMention
from fogline.sentences.reader import SentenceReader


@cache
def reader() -> SentenceReader:
    return SentenceReader.load()


def actors(text: str) -> list[ActorMention]:
    document = Document("d", "a.txt", "a.txt", text, "0")
    return list(find_actors(document, reader().read([document])[0], load(())))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Colonel Haji Osman", "Haji Osman"),
        ("Mullah Dadgul", "Mullah Dadgul"),
        ("Brigadier Saw Htoo", "Saw Htoo"),
        ("U Win Myint Aung", "Win Myint Aung"),
        ("Daw Khin Mar Lwin", "Khin Mar Lwin"),
        ("Sheikha Fatima bint Rashid", "Fatima bint Rashid"),
        ("Mayor María Fernanda López Castaño", "María Fernanda López Castaño"),
        ("Lt. Gen. Mark Ellery", "Mark Ellery"),
        ("Sofia Reyes", "Sofia Reyes"),
        ("Governor Jean-Claude Kambale Muhindo", "Jean-Claude Kambale Muhindo"),
    ],
)
def test_a_name_is_whole_and_without_its_title(words: str, name: str) -> None:
    assert name in {mention.actor.name for mention in actors(f"{words} said the town had fallen.")}


def test_a_father_of_somebody_has_a_whole_name() -> None:
    assert {m.actor.name for m in actors("The emir, Abu Hajar, said the town was theirs.")} == {"Abu Hajar"}


def test_who_speaks_for_a_group_is_the_spokesman_of_the_next_sentence() -> None:
    found = actors("Sithu Kyaw speaks for the Brotherhood Alliance. The spokesman said fighters had taken the base.")
    assert [m.actor.name for m in found if "spokesman" in m.span.text] == ["Sithu Kyaw"]


def test_a_capital_is_no_given_name_before_a_building() -> None:
    assert "Sofia Airport" not in {m.actor.name for m in actors("Sofia Airport said two flights were late.")}


@pytest.mark.parametrize(
    "text", ["The EU met. It will take years to rebuild.", "The EU met. It is clear that it failed."]
)
def test_it_that_stands_for_what_follows_is_nobody(text: str) -> None:
    assert "It" not in {mention.span.text for mention in actors(text)}


def test_a_body_with_a_plural_name_is_it() -> None:
    found = actors("The Rapid Support Forces (RSF) held the port. The RSF said it had shot down a jet.")
    assert [m.actor.side for m in found if m.span.text == "it"] == ["Rapid Support Forces"]


def test_after_an_accusation_it_is_neither_side_but_may_speak() -> None:
    deed = actors("Kyiv accused Moscow of shelling. It had fired 40 rockets at Nikopol.")
    speech = actors("Kyiv accused Moscow of shelling. It said 40 rockets had hit Nikopol.")
    assert [m for m in deed if m.span.text == "It"] == []
    assert [m.actor.side for m in speech if m.span.text == "It"] == ["Ukraine"]
