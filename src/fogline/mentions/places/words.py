"""A sentence as words of its own making, for names do not follow the parser's tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fogline.records.sentences import Sentence

__all__ = ["Line", "Word", "name_of"]

# "U.S.", "D.C."; words with apostrophes inside ("Ma'rib", "Ukraine’s"); numbers.
WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’ʼ‘`][^\W_]+)*")
# What titles leave in small letters.
SMALL = frozenset(
    "a an the of in on at to by for as and or but nor up off out via per vs is be its his her it with from".split()
)
POSSESSIVE = ("'s", "’s", "ʼs", "‘s", "`s", "'S", "’S")


@dataclass(
    slots=True
)  # not frozen: half a million of these are made in a second, and frozen ones cost four times as much
class Word:
    """A word: where it stands in the report, its lower-case form without possessive ending, the gap before it."""

    text: str
    start: int
    end: int
    lower: str
    gap: str
    capital: bool
    possessive: bool

    @property
    def short(self) -> bool:
        """Whether it is an abbreviation in capitals ("US", "UK’s")."""
        bare = self.text[:-2] if self.possessive else self.text
        return bare.isupper() and 2 <= len(bare.replace(".", "")) <= 4

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
    shouted: bool

    @classmethod
    def of(cls, sentence: Sentence) -> Line:
        """The words of `sentence`."""
        words: list[Word] = []
        text, start, at = sentence.text, sentence.start, 0
        for found in WORD.finditer(text):
            word, (first, last) = found.group(), found.span()
            possessive = word[-1] in "sS" and word.endswith(POSSESSIVE)
            lower = (word[:-2] if possessive else word).lower()
            words.append(Word(word, start + first, start + last, lower, text[at:first], word[0].isupper(), possessive))
            at = last
        long = [word for word in words if len(word.text) > 3 and not word.text[0].isdigit()]
        told = text.rstrip().endswith(".") and any(not word.capital for word in long)  # no title ends so
        return cls(sentence, tuple(words), not told and _is_headline(words, long), _is_shouted(long))

    def near(self, at: int) -> Word | None:
        """The word at this position, or None outside the sentence."""
        return self.words[at] if 0 <= at < len(self.words) else None

    def joined(self, at: int) -> bool:
        """Whether the word at `at` follows the one before it with nothing but a space or a hyphen between."""
        return 0 < at < len(self.words) and self.words[at].gap in (" ", "-", "‑", "‐")


def name_of(words: tuple[Word, ...]) -> str:
    """The words as one name, without a possessive ending."""
    return " ".join(word.text[: len(word.text) - 2] if word.possessive else word.text for word in words)


def _is_headline(words: list[Word], long: list[Word]) -> bool:
    """Four or more words of over three letters, of which at most one in five is in lower case.

    A short word that no title leaves small tells a sentence: "Artillery hit Camp Tarrant in Yemen."
    """
    if len(long) < 4 or sum(not word.capital for word in long) * 5 > len(long):
        return False
    return all(word.capital or len(word.text) > 3 or word.lower in SMALL or not word.text.isalpha() for word in words)


def _is_shouted(long: list[Word]) -> bool:
    """Whether most of four or more words of over three letters are in capitals throughout."""
    if len(long) < 4 or (not long[-1].capital and not long[0].text.isupper()):
        return False
    return sum(word.text.isupper() for word in long) * 5 >= len(long) * 3
