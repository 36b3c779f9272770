"""Words and grammar: offsets point into the report."""

from __future__ import annotations

import pytest

from fogline.errors import RunError
from fogline.records.documents import Document
from fogline.records.sentences import sentence_at
from fogline.sentences.reader import SentenceReader


def report(text: str) -> Document:
    return Document(id="d-1", name="a.txt", source="a.txt", text=text, digest="0")


@pytest.fixture(scope="module")
def reader() -> SentenceReader:
    return SentenceReader.load()


def test_every_word_stands_where_its_offsets_say(reader: SentenceReader) -> None:
    text = "NYALA, June 3 (Wire) — “We hold the bridge,” the colonel’s aide said.\nSecond line: naïve café 👍 done."
    for sentence in reader.read([report(text)])[0]:
        assert text[sentence.start : sentence.end] == sentence.text
        for token in sentence.tokens:
            assert text[token.start : token.end] == token.text


def test_datelines_get_words_but_no_grammar(reader: SentenceReader) -> None:
    text = "NYALA, June 3 (Wire) — The column left the town before dawn on Monday, residents said."
    dateline, body = reader.read([report(text)])[0]
    assert dateline.role == "dateline"
    assert not dateline.parsed
    assert body.parsed


def test_a_sentence_has_one_root(reader: SentenceReader) -> None:
    text = "The army took the town. It then lost it again, a resident who fled said."
    assert [len(sentence.roots) for sentence in reader.read([report(text)])[0]] == [1, 1]


def test_only_wanted_sentences_are_parsed(reader: SentenceReader) -> None:
    text = "The army took the town. Nobody came."
    first, second = reader.read([report(text)], wanted=lambda sentence: "army" in sentence.text)[0]
    assert first.parsed
    assert not second.parsed
    assert [token.text for token in second.tokens] == ["Nobody", "came", "."]


def test_the_grammar_can_be_walked(reader: SentenceReader) -> None:
    sentence = reader.read([report("The general denied that his troops had left the town.")])[0][0]
    verb = sentence.roots[0]
    assert verb.lemma == "deny"
    clause = sentence.children(verb, "ccomp")[0]
    words = [token.text for token in sentence.subtree(clause)]
    assert " ".join(words) == "that his troops had left the town"
    found = sentence.token_at(sentence.start + 4)
    assert found is not None
    assert found.text == "general"


def test_a_missing_model_is_a_plain_error() -> None:
    with pytest.raises(RunError, match="no_such_model"):
        SentenceReader.load("no_such_model")


def test_a_sentence_is_found_by_any_offset_in_it_and_none_between(reader: SentenceReader) -> None:
    text = "The bridge fell.\n\nNobody saw it. Rain came."
    sentences = reader.split(report(text))
    for offset in range(len(text)):
        holding = [sentence for sentence in sentences if sentence.start <= offset < sentence.end]
        assert sentence_at(sentences, offset) == (holding[0] if holding else None)
    assert sentence_at((), 0) is None
