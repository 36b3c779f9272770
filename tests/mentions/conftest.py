"""One finder of places, one parser, and short ways to ask where a text says it happened."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fogline.data.gazetteer import Gazetteer
from fogline.mentions.places import PlaceFinder
from fogline.records.documents import Document
from fogline.records.mentions import PlaceMention
from fogline.records.sentences import Sentence
from fogline.sentences.reader import SentenceReader

Parse = Callable[[Document], tuple[Sentence, ...]]
Find = Callable[[str], dict[str, PlaceMention]]


def report(text: str) -> Document:
    return Document("d", "d", "d", text, "x")


@pytest.fixture(scope="session")
def finder() -> PlaceFinder:
    return PlaceFinder(Gazetteer.open())


@pytest.fixture(scope="session")
def parse() -> Parse:
    reader = SentenceReader.load()
    return lambda document: reader.read([document])[0]


@pytest.fixture(scope="session")
def find(finder: PlaceFinder, parse: Parse) -> Find:
    """The places of a text by their words; of words that stand twice, the last."""

    def found(text: str) -> dict[str, PlaceMention]:
        document = report(text)
        mentions = finder.find(document, parse(document))
        assert all(document.text[m.span.start : m.span.end] == m.span.text for m in mentions)
        return {mention.span.text: mention for mention in mentions}

    return found


def ids(mentions: dict[str, PlaceMention]) -> dict[str, str | None]:
    return {words: mention.place.id if mention.place else None for words, mention in mentions.items()}
