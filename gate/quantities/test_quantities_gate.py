"""Floors for quantities: the marked sentences and the five reports."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from fogline.mentions.quantities.finder import find_quantities
from fogline.mentions.times.finder import find_times
from fogline.records.documents import Document
from fogline.records.mentions import QuantityMention
from fogline.records.sentences import Sentence
from fogline.sentences.reader import SentenceReader
from gate.quantities.gold import Line, differences, read_lines, row

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
REPORTS = SHARED / "reports"
RUWA = SHARED / "data" / "ruwa.jsonl"
LINES = read_lines(HERE / "gold.txt")


@pytest.fixture(scope="module")
def reader() -> SentenceReader:
    return SentenceReader.load()


def _found(reader: SentenceReader, texts: list[str]) -> list[tuple[QuantityMention, ...]]:
    documents = [Document(str(i), str(i), str(i), text, "") for i, text in enumerate(texts)]
    read = zip(documents, reader.read(documents), strict=True)
    return [find_quantities(document, ss, find_times(document, ss)) for document, ss in read]


@pytest.fixture(scope="module")
def found(reader: SentenceReader) -> dict[str, tuple[QuantityMention, ...]]:
    texts = [line.text for line in LINES]
    return dict(zip(texts, _found(reader, texts), strict=True))


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.text[:40])
def test_the_marked_quantities_and_no_others_are_found(
    line: Line, found: dict[str, tuple[QuantityMention, ...]]
) -> None:
    assert differences(line.rows, found[line.text]) == []


def test_the_marked_sentences_hold_quantities_and_look_alikes() -> None:
    assert sum(len(line.rows) for line in LINES) >= 120
    assert sum(not line.rows for line in LINES) >= 8


@pytest.mark.skipif(not REPORTS.exists(), reason="the five reports are not here")
def test_all_quantities_of_the_five_reports_are_right(reader: SentenceReader) -> None:
    wanted = [line.split("\t") for line in (HERE / "reports.txt").read_text(encoding="utf-8").splitlines()[1:]]
    paths = sorted(REPORTS.glob("*.txt"))
    mentions = _found(reader, [path.read_text(encoding="utf-8") for path in paths])
    rows = [[path.name[:3], *row(one)] for path, many in zip(paths, mentions, strict=True) for one in many]
    assert rows == wanted


@pytest.mark.skipif(not RUWA.exists(), reason="RUWA is not here")
def test_the_words_of_every_quantity_stand_in_the_text_and_hold_its_figure() -> None:
    rows = [json.loads(line)["text"] for line in RUWA.read_text(encoding="utf-8").splitlines()[::33][:500]]
    seen = 0
    for at, text in enumerate(rows):
        sentence = Sentence(0, 0, 0, len(text), text)
        for mention in find_quantities(Document(str(at), str(at), str(at), text, ""), [sentence]):
            span, quantity = mention.span, mention.quantity
            assert text[span.start : span.end] == span.text
            figure = re.fullmatch(r"\D*([\d,]+)", span.text)
            if figure is not None and "." not in span.text:
                assert float(figure[1].replace(",", "")) in (quantity.low, quantity.high)
                seen += 1
    assert seen > 100
