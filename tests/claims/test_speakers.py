"""Whom the words that name a speaker stand for: single cases, and the project's own gold as a floor."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from fogline.claims.speakers.resolving import SpeakerResolver
from fogline.mentions.actors.finder import find_actors
from fogline.packs.loading import load
from fogline.packs.names import same_name
from fogline.records.claims import Speaker
from fogline.records.documents import Document
from fogline.records.spans import Span
from fogline.sentences.reader import SentenceReader

GOLD = Path(__file__).parents[2] / "gate" / "speakers" / "gold.jsonl"
FLOORS = {"name": 0.95, "kind": 0.95, "side": 0.95}


@cache
def reader() -> SentenceReader:
    return SentenceReader.load()


@cache
def resolver(text: str) -> tuple[SpeakerResolver, tuple[tuple[int, int, int], ...]]:
    document = Document("d", "d", "d", text, "")
    sentences = reader().read([document])[0]
    found = SpeakerResolver(document, sentences, find_actors(document, sentences, load()), load())
    return found, tuple((s.start, s.end, s.index) for s in sentences)


def resolve(text: str, start: int, end: int) -> Speaker:
    found, bounds = resolver(text)
    index = next(i for low, high, i in bounds if low <= start < high)
    return found.resolve(Span.of(text, start, end), index)


def speaker(text: str, words: str) -> tuple[str, str, str | None]:
    at = text.rindex(words)
    found = resolve(text, at, at + len(words))
    return found.name, found.kind, found.side


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Russia's top general, Ivan Belov, praised them.", "Russia's top general, Ivan Belov",
         ("Ivan Belov", "person", "Russia")),
        ("A spokesman for President Ana Duarte said so.", "A spokesman for President Ana Duarte",
         ("spokesman for President Ana Duarte", "person", None)),
        ("U.S. intelligence estimates suggest more.", "U.S. intelligence estimates",
         ("U.S. intelligence estimates", "document", "United States")),
        ("A statement by the Houthis named the ship.", "A statement by the Houthis",
         ("statement by the Houthis", "document", "Houthis")),
        ("Mayor Ana Duarte spoke. Duarte's remarks drew applause.", "Duarte's remarks",
         ("Ana Duarte", "person", None)),
        ("Reports suggest that the bridge is gone.", "Reports", ("Reports", "unnamed", None)),
        ("Western intelligence believes otherwise.", "Western intelligence",
         ("Western intelligence", "government", None)),
        ("Critics called it a show.", "Critics", ("Critics", "people", None)),
        ("The pro-Russian blog “Red Spring” disagreed.", "The pro-Russian blog “Red Spring",
         ("Red Spring", "media", None)),
        ("Neither side gave figures.", "Neither side", ("Neither side", "people", None)),
        ("A set of maps shows the pocket.", "A set of maps", ("set of maps", "document", None)),
    ],
)  # fmt: skip
def test_the_words_become_a_name_a_kind_and_a_side(text: str, words: str, expected: tuple[str, str, str]) -> None:
    assert speaker(text, words) == expected


def test_the_span_is_kept_and_the_name_is_never_empty() -> None:
    found = resolve("Nobody, he said, was hurt.", 8, 10)
    assert found.span == Span(8, 10, "he")
    assert (found.name, found.kind, found.side) == ("he", "person", None)


def test_a_wrong_sentence_index_does_no_harm() -> None:
    text = "The army withdrew. Mayor Ana Duarte confirmed it."
    found, _ = resolver(text)
    start = text.index("Mayor")
    assert found.resolve(Span.of(text, start, start + 16), 0).name == "Ana Duarte"


def test_the_speakers_of_the_gate_are_named_with_kind_and_side() -> None:
    right, cases = dict.fromkeys(FLOORS, 0), 0
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        report = json.loads(line)
        for case in report["cases"]:
            found = resolve(report["text"], case["start"], case["end"])
            cases += 1
            right["name"] += any(same_name(found.name, name) for name in case["names"])
            right["kind"] += found.kind in case["kinds"]
            right["side"] += found.side in case["sides"]
    assert cases >= 80
    assert {name: n / cases >= FLOORS[name] for name, n in right.items()} == dict.fromkeys(FLOORS, True), right
