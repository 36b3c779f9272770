"""Sentences with their words and grammar, free of the parser that made them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Final

from fogline.records.documents import SentenceRole

__all__ = ["Sentence", "Token", "sentence_at"]

START: Final = attrgetter("start")
END: Final = attrgetter("end")


# Not frozen, for a frozen one takes six times as long to make, and one is made of every word; nobody may change it.
@dataclass(slots=True, unsafe_hash=True)
class Token:
    """One word of a sentence.

    `i` is its place in the sentence; `start` and `end` are offsets into the report. `pos` is the universal part of
    speech, `tag` the Penn Treebank tag, `dep` the ClearNLP relation to the token at index `head` (a root is its own
    head). A sentence that was not parsed has empty `pos`, `tag`, `dep`.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    _lower: str = field(init=False, repr=False, compare=False)  # kept when first asked for: rules ask 20 times a word

    @property
    def lower(self) -> str:
        """The word in lower case, with straight apostrophes."""
        try:
            return self._lower
        except AttributeError:
            self._lower = self.text.lower().replace("’", "'")
            return self._lower


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, headline, bullet or dateline: `index` in the report, `paragraph` it stands in, what `role` it has."""

    index: int
    paragraph: int
    start: int
    end: int
    text: str
    role: SentenceRole = "body"
    tokens: tuple[Token, ...] = ()
    _children: tuple[tuple[int, ...], ...] = field(default=(), repr=False, compare=False)

    @classmethod
    def build(
        cls, index: int, paragraph: int, start: int, text: str, role: SentenceRole, tokens: tuple[Token, ...]
    ) -> Sentence:
        """A sentence with the children of each token worked out once."""
        children: list[list[int]] = [[] for _ in tokens]
        for token in tokens:
            if token.head != token.i:
                children[token.head].append(token.i)
        return cls(index, paragraph, start, start + len(text), text, role, tokens, tuple(map(tuple, children)))

    @property
    def parsed(self) -> bool:
        """Whether the tokens carry grammar."""
        return bool(self.tokens) and bool(self.tokens[0].dep)

    @property
    def roots(self) -> list[Token]:
        """The tokens that hang on nothing: one in a clean parse."""
        return [token for token in self.tokens if token.head == token.i]

    def head(self, token: Token) -> Token:
        """The token that `token` hangs on; a root gives itself."""
        return self.tokens[token.head]

    def children(self, token: Token, *deps: str) -> list[Token]:
        """The tokens that hang on `token`, left to right; only those with one of `deps` where any are given."""
        tokens = self.tokens
        found: list[Token] = []
        for i in self._children[token.i]:  # asked two thousand times a page: a comprehension takes twice as long
            child = tokens[i]
            if not deps or child.dep in deps:
                found.append(child)
        return found

    def subtree(self, token: Token) -> list[Token]:
        """`token` and all that hangs below it, left to right."""
        children, seen = self._children, [token.i]
        for i in seen:  # grows as it is walked
            seen += children[i]
        seen.sort()
        first, last = seen[0], seen[-1]
        if last - first + 1 == len(seen):
            return list(self.tokens[first : last + 1])
        return [self.tokens[i] for i in seen]

    def ancestors(self, token: Token) -> list[Token]:
        """The tokens above `token`, nearest first."""
        above: list[Token] = []
        while token.head != token.i:
            token = self.tokens[token.head]
            above.append(token)
        return above

    def token_at(self, offset: int) -> Token | None:
        """The token that covers the report offset, or None."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            token = self.tokens[middle]
            if offset < token.start:
                high = middle
            elif offset >= token.end:
                low = middle + 1
            else:
                return token
        return None

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """The tokens that overlap the report offsets from `start` to `end`."""
        first = bisect_right(self.tokens, start, key=END)
        return list(self.tokens[first : bisect_left(self.tokens, end, first, key=START)])


def sentence_at(sentences: Sequence[Sentence], offset: int) -> Sentence | None:
    """The sentence of a report that covers the offset, or None between sentences; `sentences` stand in text order."""
    at = bisect_right(sentences, offset, key=START) - 1
    return sentences[at] if at >= 0 and offset < sentences[at].end else None
