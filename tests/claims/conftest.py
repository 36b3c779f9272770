"""One parser and one rule reader for all tests of claims."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fogline.claims.attribution.rules import RuleReader
from fogline.claims.nesting import enclosing
from fogline.claims.statement import Statement
from fogline.records.documents import Document
from fogline.records.sentences import Sentence
from fogline.sentences.reader import SentenceReader

Parse = Callable[[str], tuple[Document, tuple[Sentence, ...]]]
Said = Callable[[str], list[tuple[str, str, str, str]]]
Row = tuple[str, str, str]
Told = Callable[[str], list[Row]]
NestedRow = tuple[str, str, str, str]
Nested = Callable[[str], list[NestedRow]]


@pytest.fixture(scope="session")
def sentence_reader() -> SentenceReader:
    return SentenceReader.load()


@pytest.fixture(scope="session")
def parse(sentence_reader: SentenceReader) -> Parse:
    def run(text: str) -> tuple[Document, tuple[Sentence, ...]]:
        document = Document(id="d-1", name="a.txt", source="a.txt", text=text, digest="0")
        return document, sentence_reader.read([document])[0]

    return run


@pytest.fixture(scope="session")
def said(parse: Parse) -> Said:
    """(speakers, cue, stance, content) of each statement the light reader finds."""
    reader = RuleReader()

    def row(statement: Statement) -> tuple[str, str, str, str]:
        speakers = " + ".join(span.text for span in statement.speakers)
        cue = statement.cue.text if statement.cue else ""
        return speakers, cue, statement.stance, " … ".join(span.text for span in statement.content)

    def run(text: str) -> list[tuple[str, str, str, str]]:
        return [row(statement) for statement in reader.read_one(*parse(text))]

    return run


@pytest.fixture(scope="session")
def told(parse: Parse) -> Told:
    """(who, stance, what) of each statement the light reader finds, in forms without a verb of saying too."""
    reader = RuleReader()

    def run(text: str) -> list[Row]:
        document, sentences = parse(text)
        return [
            (" + ".join(s.text for s in one.speakers), one.stance, " … ".join(p.text for p in one.content))
            for one in reader.read([document], [sentences])[0]
        ]

    return run


@pytest.fixture(scope="session")
def nested(parse: Parse) -> Nested:
    """(who, stance, what, inside whose words) of each statement."""
    reader = RuleReader()

    def run(text: str) -> list[NestedRow]:
        document, sentences = parse(text)
        statements = reader.read([document], [sentences])[0]

        def names(i: int) -> str:
            return " + ".join(span.text for span in statements[i].speakers)

        return [
            (names(i), s.stance, " … ".join(p.text for p in s.content), " > ".join(names(o) for o in chain))
            for i, (s, chain) in enumerate(zip(statements, enclosing(statements), strict=True))
        ]

    return run
