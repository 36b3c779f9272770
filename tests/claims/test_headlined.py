"""Events of headlines without a finite verb, of subjects that name them, and of counts."""

from __future__ import annotations

import pytest
from tests.claims.events_reading import sentences

from fogline.claims.events.own_voice import own_voice

BODY = "SELE - Fighters of the front entered Old Tarn on Monday after a night of shelling."


def told(text: str) -> list[tuple[str, str]]:
    return [(own.span.text, own.event.kind) for own in own_voice(sentences(text), (), (), at_war=True)]


@pytest.mark.parametrize(
    ("headline", "kind"),
    [
        ("Tarn in our hands", "control"),
        ("Town of Old Tarn liberated", "control"),
        ("Sele is free", "control"),
        ("Nine dead in market blast", "casualties"),
        ("At least 30 soldiers wounded at Sele", "casualties"),
        ("Siege of Tarn over", "movement"),
        ("Army out of Tarn", "movement"),
    ],
)
def test_a_headline_without_a_verb_tells_its_event(headline: str, kind: str) -> None:
    assert (headline, kind) in told(f"{headline}\n\n{BODY}")


@pytest.mark.parametrize(
    "headline",
    [
        "Life in the valley",
        "Is Tarn free?",
        "Free bread in Tarn",
        "Four questions on Tarn",
        "Ann Roe freed after weeks",
    ],
)
def test_a_topic_tells_none(headline: str) -> None:
    assert all(words not in headline for words, _ in told(f"{headline}\n\n{BODY}"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Talks between the two governments opened in Sele on 22 May.", "negotiation"),
        ("The number of people displaced from Tarn has risen to 11,400.", "movement"),
        ("By 18 June the flag of the republic had been raised again over the fort.", "control"),
    ],
)
def test_an_event_may_stand_in_the_subject(text: str, kind: str) -> None:
    assert [found for _, found in told(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "The trial opened in Sele on Friday.",
        "The number of schools has risen to 40.",
        "In the gardens the evacuees have begun to stack firewood.",
    ],
)
def test_other_subjects_name_none(text: str) -> None:
    assert told(text) == []


def test_who_of_the_counted_they_were_is_part_of_the_count() -> None:
    assert told("The priest buried seven people, two of them small children.") == [
        ("The priest buried seven people, two of them small children", "casualties")
    ]
