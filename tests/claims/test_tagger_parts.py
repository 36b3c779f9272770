"""The parts of the tagger that need no weights: quotation marks, mending, words, labels."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from hashlib import blake2b
from importlib.resources import files
from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from fogline.claims.tagger.decode import MarkedSpot, decode
from fogline.claims.tagger.joins import Joined
from fogline.claims.tagger.layout import COLUMNS, LEVEL_LABELS, OWN_LABELS, Spot, column_slices
from fogline.claims.tagger.mend import QuoteMender, merged, whole_words
from fogline.claims.tagger.quotes import paragraph_ends, quoted_stretches
from fogline.claims.tagger.records import Piece
from fogline.claims.tagger.seams import SeamCloser
from fogline.claims.tagger.windows import Window, windows_over
from fogline.claims.tagger.words import Words


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in quoted_stretches(text)]


def mended(text: str, part: str) -> str:
    start = text.index(part)
    mender = QuoteMender(text, tuple(quoted_stretches(text)), ())
    piece = mender.mend(Piece(start, start + len(part)))
    return text[piece.start : piece.end]


def test_straight_curly_and_doubled_marks_enclose_quotations() -> None:
    assert quoted('He said "go home" and left.') == ['"go home"']
    assert quoted("He said “go home” and left.") == ["“go home”"]
    assert quoted("He said ''go home'' and left.") == ["''go home''"]


def test_an_apostrophe_opens_no_quotation() -> None:
    assert quoted("The governors' meeting wasn't long, and it's over.") == []


def test_a_quotation_inside_another_belongs_to_the_outer_one() -> None:
    assert quoted("“She told me, ‘Go,’ and I went,” he said.") == ["“She told me, ‘Go,’ and I went,”"]


def test_a_quotation_left_open_goes_on_only_where_the_next_paragraph_opens_one() -> None:
    assert quoted("“We wait.\n\n“We hope.”") == ["“We wait.", "“We hope.”"]
    assert quoted('A 12" gun fired.\n\nNobody was hurt.') == []


def test_a_piece_that_begins_a_quotation_runs_to_its_closing_mark() -> None:
    assert mended("“We hold it. We will not leave,” he said.", "“We hold it.") == "“We hold it. We will not leave,”"


def test_a_quotation_with_a_speaker_in_it_is_not_filled() -> None:
    text = "“We hold it, the colonel said, and more,” she wrote."
    speaker = text.index("the colonel")
    mender = QuoteMender(text, tuple(quoted_stretches(text)), (Piece(speaker, speaker + 11),))
    piece = mender.mend(Piece(0, 12))
    assert piece.end == 12


def test_half_a_word_becomes_a_whole_one() -> None:
    text = "a pro-Russian blog"
    piece = whole_words(text, Piece(6, 13))
    assert text[piece.start : piece.end] == "pro-Russian"


def test_pieces_with_only_space_between_become_one() -> None:
    assert merged("It fell. It burned.", [Piece(0, 8), Piece(9, 19)]) == [Piece(0, 19)]


def test_words_between_keep_pieces_apart() -> None:
    assert len(merged("It fell and burned.", [Piece(0, 7), Piece(12, 18)])) == 2


@given(st.text(alphabet="ab \n\"'“”‘’.", max_size=80))
def test_quoted_stretches_are_in_order_and_apart(text: str) -> None:
    stretches = quoted_stretches(text)
    edges = [edge for stretch in stretches for edge in stretch]
    assert edges == sorted(edges)
    assert all(start < end for start, end in stretches)


@given(st.text(alphabet="ab \n", max_size=60))
def test_paragraphs_hold_every_word(text: str) -> None:
    kept = "".join(text[start:end] for start, end in paragraph_ends(text))
    assert "".join(kept.split()) == "".join(text.split())


def plain_words(count: int, width: int) -> Words:
    numbers = np.arange(count, dtype=np.int64)
    zeros = np.zeros(count, dtype=np.int64)
    first = np.arange(count + 1, dtype=np.int64) * width
    return Words(numbers * 2, numbers * 2 + 1, np.zeros(count * width, dtype=np.int64), first, zeros, zeros, zeros)


@given(st.integers(0, 300), st.integers(1, 5), st.integers(10, 60), st.data())
def test_windows_answer_for_every_word_once(count: int, width: int, stretch: int, data: st.DataObject) -> None:
    words = plain_words(count, width)
    starts = data.draw(st.lists(st.integers(0, 1), min_size=count, max_size=count))
    words = replace(words, sentence=np.cumsum(np.asarray(starts, dtype=np.int64), dtype=np.int64))
    windows = windows_over(words, stretch, stretch // 3)
    assert [word for window in windows for word in range(window.low, window.high)] == list(range(count))
    assert all(window.low < window.high for window in windows)
    longest = 1.5 * stretch + 2 * (stretch // 3) + width
    assert all((window.high - window.low) * width <= longest for window in windows)


def test_a_short_text_is_one_window() -> None:
    assert windows_over(plain_words(5, 1), 60, 12) == [Window(0, 5)]


def test_windows_meet_where_a_sentence_or_better_a_paragraph_begins() -> None:
    words = plain_words(100, 1)
    numbers = np.arange(100)
    two_sentences = replace(words, sentence=np.asarray(numbers >= 55, dtype=np.int64))
    assert windows_over(two_sentences, 50, 20) == [Window(0, 55), Window(55, 100)]
    sentence = np.asarray(numbers >= 55, dtype=np.int64) + np.asarray(numbers >= 40, dtype=np.int64)
    paragraph = np.asarray(numbers >= 40, dtype=np.int64)
    two_paragraphs = replace(words, sentence=sentence, paragraph=paragraph)
    assert windows_over(two_paragraphs, 50, 20) == [Window(0, 40), Window(40, 100)]


def test_labels_that_cannot_follow_each_other_are_never_chosen() -> None:
    rows = np.full((3, sum(COLUMNS.values())), 0.0, dtype=np.float32)
    outer = rows[:, column_slices()["outer"]]
    outer[0, LEVEL_LABELS.index("B-C")] = 5
    outer[1, LEVEL_LABELS.index("O")] = 1
    outer[2, LEVEL_LABELS.index("E-C")] = 5
    nested = rows[:, column_slices()["nested"]]
    nested[:, 0] = 9
    rows[:, column_slices()["own"].start] = 9
    [marked] = decode([rows])
    assert [(m.spot, m.role) for m in marked] == [(Spot(0, 3), "C")]


def _pieces(labels: Sequence[str]) -> list[tuple[int, int]] | None:
    """Where the pieces lie that the labels of words mark; None where they cannot follow each other."""
    whole = re.fullmatch(r"(?:O|S|BI*E)*", "".join(label[0] for label in labels))
    return [found.span() for found in re.finditer(r"S|BI*E", whole.string)] if whole else None


@given(st.lists(st.lists(st.integers(-8, 8), min_size=5, max_size=5), min_size=1, max_size=5))
def test_no_other_labels_are_likelier_than_those_chosen(logits: list[list[int]]) -> None:
    spread = np.asarray(logits, dtype=np.float32) + np.asarray([0, 0.11, 0.23, 0.37, 0.53], dtype=np.float32)
    rows = np.zeros((len(logits), sum(COLUMNS.values())), dtype=np.float32)
    rows[:, column_slices()["outer"].start] = rows[:, column_slices()["nested"].start] = 50
    rows[:, column_slices()["own"]] = spread
    [marked] = decode([rows])
    ways = product(range(len(OWN_LABELS)), repeat=len(logits))
    legal = {way: found for way in ways if (found := _pieces([OWN_LABELS[one] for one in way])) is not None}
    sums = {way: sum(float(spread[word, label]) for word, label in enumerate(way)) for way in legal}
    likeliest = [legal[way] for way in legal if sums[way] > max(sums.values()) - 1e-3]
    assert [(m.spot.low, m.spot.high) for m in marked] in likeliest


def test_the_weights_are_those_their_facts_describe() -> None:
    weights = (files("fogline.data") / "reader" / "reader.onnx").read_bytes()
    facts = json.loads((files("fogline.data") / "reader" / "reader.json").read_text(encoding="utf-8"))
    assert blake2b(weights, digest_size=10).hexdigest() == facts["digest"]
    assert facts["columns"] == COLUMNS
    assert len(weights) <= 25_000_000


def content(low: int, high: int) -> MarkedSpot:
    return MarkedSpot(Spot(low, high), "C", 0, 0.9)


CUE = MarkedSpot(Spot(0, 1), "Q", 0, 0.9)


def closed(statements: list[Joined], marked: list[MarkedSpot]) -> list[list[Spot]]:
    closer = SeamCloser.of(plain_words(40, 1), [], marked)
    return [[piece.spot for piece in s.contents] for s in closer.closed(statements)]


def test_two_near_pieces_under_one_cue_become_one_content() -> None:
    halves = [Joined((content(2, 6),), (CUE,), ()), Joined((content(8, 12),), (CUE,), ())]
    assert closed(halves, [CUE]) == [[Spot(2, 12)]]


def test_pieces_stay_apart_where_somebody_speaks_between_them() -> None:
    halves = [Joined((content(2, 6),), (CUE,), ()), Joined((content(8, 12),), (CUE,), ())]
    speaker = MarkedSpot(Spot(6, 7), "S", 0, 0.9)
    assert closed(halves, [CUE, speaker]) == [[Spot(2, 6)], [Spot(8, 12)]]


def test_pieces_far_apart_or_under_other_cues_stay_apart() -> None:
    far = [Joined((content(2, 6),), (CUE,), ()), Joined((content(20, 24),), (CUE,), ())]
    other = [Joined((content(2, 6),), (CUE,), ()), Joined((content(8, 12),), (), ())]
    assert len(closed(far, [CUE])) == 2
    assert len(closed(other, [CUE])) == 2
