"""A sentence as words of its own making, for names do not follow the parser's tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fogline.records.sentences import Sentence

__all__ = ["Line", "Word"]

# "U.S.", "D.C."; words with apostrophes inside ("Ma'rib", "Ukraine’s"); numbers.
WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’ʼ‘`][^\W_]+)*")
POSSESSIVE = re.compile(r"['’ʼ‘`]s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence: where it stands in the report, its lower-case form without possessive ending, the gap before it."""

    text: str
    start: int
    end: int
    lower: str
    gap: str
    capital: bool
    possessive: bool

    @property
    def name_end(self) -> int:
        """Where the word ends without its possessive ending."""
        return self.end - 2 if self.possessive else self.end


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a sentence; `headline` where nearly every word has a capital, so that capitals say nothing."""

    sentence: Sentence
    words: tuple[Word, ...]
    headline: bool

    @classmethod
    def of(cls, sentence: Sentence) -> Line:
        """The words of `sentence`."""
        words: list[Word] = []
        at = 0
        for found in WORD.finditer(sentence.text):
            text = found.group()
            possessive = POSSESSIVE.search(text) is not None
            lower = (text[:-2] if possessive else text).lower().replace("’", "'")
            gap = sentence.text[at : found.start()]
            start, at = sentence.start + found.start(), found.end()
            words.append(Word(text, start, sentence.start + at, lower, gap, text[0].isupper(), possessive))
        return cls(sentence, tuple(words), _is_headline(sentence, words))

    def near(self, at: int) -> Word | None:
        """The word at this position, or None outside the sentence."""
        return self.words[at] if 0 <= at < len(self.words) else None

    def joined(self, at: int) -> bool:
        """Whether the word at `at` follows the one before it with nothing but a space or a hyphen between."""
        return 0 < at < len(self.words) and self.words[at].gap in (" ", "-", "‑", "‐")


def _is_headline(sentence: Sentence, words: list[Word]) -> bool:
    """Four or more words of over three letters, of which at most one in five is in lower case."""
    long = [word for word in words if len(word.text) > 3 and word.text[0].isalpha()]
    small = sum(not word.capital for word in long)
    shouted = sum(word.text.isupper() for word in long)
    return len(long) >= 4 and (small * 5 <= len(long) or shouted * 5 >= len(long) * 3)
