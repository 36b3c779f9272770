"""Verbs in a row share their subject, names lose what a site or a clause prints behind them."""

from __future__ import annotations

from tests.claims.conftest import Parse

from fogline.claims.attribution.inheriting import with_inherited
from fogline.claims.statement import Statement
from fogline.records.spans import Span


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def test_the_second_verb_of_a_row_is_said_by_the_subject_of_the_first(parse: Parse) -> None:
    text = (
        "The League is unwavering in its support for the truce, insists on the release of all captives and calls on "
        "Chad to withdraw."
    )
    document, sentences = parse(text)
    said = (span(text, "the release of all captives"),)
    silent = [Statement(0, (), span(text, "insists on"), said, "demands", unnamed=True)]
    assert [[one.text for one in s.speakers] for s in with_inherited(document.text, sentences, silent)] == [
        ["The League"]
    ]


def test_a_verb_with_a_subject_of_its_own_inherits_nobody(parse: Parse) -> None:
    text = "The town is quiet, reports say that the rebels left."
    document, sentences = parse(text)
    silent = [Statement(0, (), span(text, "say"), (span(text, "that the rebels left"),), "asserts", unnamed=True)]
    assert [s.speakers for s in with_inherited(document.text, sentences, silent)] == [()]
