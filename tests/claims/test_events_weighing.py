"""The words of a statement and a trained reader's odds decide together."""

from __future__ import annotations

from tests.claims.events_reading import event, sentences

from fogline.claims.events.event import Marked
from fogline.claims.events.own_voice import own_voice
from fogline.claims.events.weighing import weighed_kind, weighed_status
from fogline.records.claims import Kind, Status
from fogline.records.spans import Span

CLEAR = "Zoran troops recaptured the citadel."
VAGUE = "The clerk said it."
TOLD = "Shelling and missile strikes went on for days. The column is resting in the orchard behind the mill."


def test_clear_words_overrule_an_unsure_reader() -> None:
    odds: list[tuple[Kind, float]] = [("attack", 0.4), ("control", 0.3), ("other", 0.3)]
    assert weighed_kind(event(CLEAR), odds) == "control"


def test_a_sure_reader_decides_where_the_words_are_silent() -> None:
    odds: list[tuple[Kind, float]] = [("deployment", 0.7), ("other", 0.3)]
    assert weighed_kind(event(VAGUE, "it"), odds) == "deployment"


def test_the_reader_alone_makes_no_battle_without_war() -> None:
    odds: list[tuple[Kind, float]] = [("attack", 0.9), ("meeting", 0.1)]
    assert weighed_kind(event(VAGUE, "it"), odds, at_war=False) == "meeting"
    assert weighed_kind(event(VAGUE, "it"), odds) == "attack"


def test_without_odds_the_words_decide() -> None:
    assert weighed_kind(event(CLEAR), []) == "control"
    assert weighed_status(event(CLEAR), []) == "completed"


def test_grammar_breaks_a_tie_of_statuses() -> None:
    odds: list[tuple[Status, float]] = [("completed", 0.35), ("negated", 0.35), ("actual", 0.3)]
    assert weighed_status(event("Zoran troops did not recapture the citadel."), odds) == "negated"
    assert weighed_status(event(CLEAR), odds) == "completed"


def marked(words: str) -> Marked:
    start = TOLD.index(words)
    span = Span(start, start + len(words), words)
    return Marked(span, 1, (("deployment", 0.9), ("other", 0.1)), (("ongoing", 0.8), ("actual", 0.2)))


def test_what_the_reader_marked_joins_where_the_grammar_sees_a_fact() -> None:
    words = "The column is resting in the orchard behind the mill"
    found = own_voice(sentences(TOLD), (), (), [marked(words)])
    assert (found[-1].span.text, found[-1].event.kind, found[-1].event.status) == (words, "deployment", "ongoing")


def test_what_the_reader_marked_inside_a_statement_is_left_out() -> None:
    words = "The column is resting in the orchard behind the mill"
    mark = marked(words)
    assert words not in [own.span.text for own in own_voice(sentences(TOLD), (), [mark.span], [mark])]


def test_a_marked_noun_phrase_without_a_verb_is_left_out() -> None:
    words = "the orchard behind the mill"
    assert words not in [own.span.text for own in own_voice(sentences(TOLD), (), (), [marked(words)])]
