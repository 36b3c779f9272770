"""Headlines without a past tense tell events too."""

from __future__ import annotations

import pytest
from tests.claims.events_reading import sentences

from fogline.claims.events.describing import describe
from fogline.claims.events.headings import mended
from fogline.claims.events.own_voice import own_voice
from fogline.records.claims import Kind, Status

BODY = "\n\nArtillery and missile fire on the front line has not let up since the invasion began in the spring."


def told(headline: str) -> list[tuple[Kind, Status, str]]:
    found = own_voice([mended(sentence) for sentence in sentences(headline + BODY)], (), ())
    return [(own.event.kind, own.event.status, own.span.text) for own in found if own.sentence == 0]


@pytest.mark.parametrize(
    ("headline", "kind", "status"),
    [
        ("Army garrison flees as rebels enter Darsk", "movement", "completed"),
        ("Fighters raise flag over Darsk", "control", "completed"),
        ("Kedara fires on two villages in Sorn region", "attack", "completed"),
        ("Kedara blocks aid convoys to Darsk", "sanction", "completed"),
        ("Minister to visit Poland on Friday", "meeting", "planned"),
        ("Kedara, Zoria to swap prisoners", "detention", "planned"),
        ("Peace talks to resume in Geneva next week", "negotiation", "planned"),
        ("Russian forces building up grouping in Darsk direction", "deployment", "ongoing"),
        ("More than 130 women remain in captivity", "detention", "ongoing"),
        ("Invaders launch missile strike on Darsk", "attack", "completed"),
        ("Rebels hit Darsk, no casualties reported", "attack", "completed"),
        ("Army official in Darsk killed in blast", "casualties", "completed"),
        ("Fighting flares; truce ends", "negotiation", "completed"),
        ("Kedaran military kill 183 people", "casualties", "completed"),
    ],
)
def test_a_headline_in_the_present_or_with_to_is_an_event(headline: str, kind: Kind, status: Status) -> None:
    assert (kind, status) in [(one, other) for one, other, _ in told(headline)]


@pytest.mark.parametrize(
    "headline",
    ["Explainer: why the truce failed", "What the fall of Darsk means", "Tension remains high after strike on Darsk"],
)
def test_comment_and_questions_in_headlines_are_no_events(headline: str) -> None:
    assert told(headline) == []


def test_running_text_is_left_as_it_is() -> None:
    body = sentences("Talk" + BODY)[-1]
    assert mended(body) is body


@pytest.mark.parametrize(
    ("headline", "predicate", "actors"),
    [
        ("Taliban retake district in Badakhshan", "retake", ["Taliban"]),
        ("Ethiopia, Tigray sign truce", "sign", ["Ethiopia", "Tigray"]),
        ("Thousands flee as rebels near Goma", "flee", ["Thousands"]),
        ("Rebels down army helicopter near Kutum", "down", ["Rebels"]),
        ("Blast at ammunition depot injures 30", "injure", []),
    ],
)
def test_verbs_taken_for_nouns_and_pairs_of_names_are_put_right(
    headline: str, predicate: str, actors: list[str]
) -> None:
    read = [mended(sentence) for sentence in sentences(headline + BODY)]
    (first, *_) = [own for own in own_voice(read, (), ()) if own.sentence == 0]
    told = describe(read[0], first.span.start, first.span.end, ())
    assert (first.event.predicate, [party.actor.name for party in told.actors]) == (predicate, actors)
