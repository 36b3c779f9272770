"""A report as the network reads it: words, word pieces, and the shape of each word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from fogline.claims.tagger.quotes import paragraph_ends, quoted_stretches

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    Ints = NDArray[np.int64]

__all__ = ["INSIDE_QUOTE", "SHAPES", "Words", "quote_states", "split_words"]

CASES, QUOTES, POSITIONS = 5, 4, 4
SHAPES = CASES * QUOTES * POSITIONS
INSIDE_QUOTE = (1, 3)  # states of words that a quotation mark stands before, see `quote_states`
_SENTENCE_END = re.compile(r"[.?!][”\"’')\]]*$")
HEADLINE_WORDS = 25


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: offsets, word pieces (`pieces[first[w]:first[w + 1]]` are those of word w) and shapes.

    `shape` packs letter case, place in a quotation and place in the paragraph into one number below SHAPES.
    `sentence` and `paragraph` count the sentence starts and paragraphs up to each word.
    """

    start: Ints
    end: Ints
    pieces: Ints
    first: Ints
    shape: Ints
    sentence: Ints
    paragraph: Ints

    def __len__(self) -> int:
        return len(self.start)


def split_words(text: str, tokenizer: Tokenizer) -> Words:
    """The words of a text, split as the network was trained on them."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    owner = np.asarray([-1 if w is None else w for w in encoding.word_ids], dtype=np.int64)
    offsets = np.asarray(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    is_first = np.ones(len(owner), dtype=bool)
    is_first[1:] = owner[1:] != owner[:-1]
    first = np.flatnonzero(is_first)
    last = np.append(first, len(owner))[1:] - 1
    start, end = offsets[first, 0], offsets[last, 1]
    sentence, paragraph, position = _positions(text, start, end)
    shape = (_cases(text, start, end) * QUOTES + _quotes(text, start)) * POSITIONS + position
    pieces = np.asarray(encoding.ids, dtype=np.int64)
    return Words(start, end, pieces, np.append(first, len(owner)), shape, sentence, paragraph)


def quote_states(words: Words) -> Ints:
    """Where each word stands: 0 outside quotation marks, 1 inside, 2 the mark that opens, 3 the mark that closes."""
    return words.shape // POSITIONS % QUOTES


def _cases(text: str, start: Ints, end: Ints) -> Ints:
    """0 lower case, 1 a capital first, 2 all capitals, 3 a number, 4 punctuation."""
    cases = np.zeros(len(start), dtype=np.int64)
    for index, (low, high) in enumerate(zip(start.tolist(), end.tolist(), strict=True)):
        word = text[low:high]
        if word.islower():
            continue
        if any(map(str.isdigit, word)):
            cases[index] = 3
        elif not word[:1].isalpha():
            cases[index] = 4
        elif word[:1].isupper():
            cases[index] = 2 if len(word) > 1 and word.isupper() else 1
    return cases


def _quotes(text: str, start: Ints) -> Ints:
    """0 outside quotation marks, 1 inside, 2 the mark that opens, 3 the mark that closes."""
    quotes = np.zeros(len(start), dtype=np.int64)
    for low, high in quoted_stretches(text):
        left, right = np.searchsorted(start, [low, high])
        quotes[left:right] = 1
        if left < right:
            quotes[left] = 2
            if text[high - 1] in "”\"’'»" and right - 1 > left:
                quotes[right - 1] = 3
    return quotes


def _positions(text: str, start: Ints, end: Ints) -> tuple[Ints, Ints, Ints]:
    """The sentence and paragraph of each word; 0 inside, 1 starts a sentence, 2 starts a paragraph, 3 in a headline."""
    position = np.zeros(len(start), dtype=np.int64)
    paragraph = np.zeros(len(start), dtype=np.int64)
    if not len(start):
        return position, paragraph, position
    previous_ends = end[:-1].tolist()
    for index, (low, high) in enumerate(zip(start[1:].tolist(), previous_ends, strict=True), 1):
        opens = text[low].isupper() or text[low] in "“\"'‘(" or text[low].isdigit()
        if opens and low > high and _SENTENCE_END.search(text, max(0, high - 4), high):
            position[index] = 1
    for number, (low, high) in enumerate(paragraph_ends(text)):
        left, right = np.searchsorted(start, [low, high])
        paragraph[left:right] = number
        if left < right:
            headline = right - left <= HEADLINE_WORDS and not _SENTENCE_END.search(text, max(low, high - 4), high)
            position[left:right] = np.where(headline, 3, position[left:right])
            position[left] = 2
    sentence = np.cumsum(np.isin(position, (1, 2)), dtype=np.int64)
    return sentence, paragraph, position
