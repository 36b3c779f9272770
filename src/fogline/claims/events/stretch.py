"""A stretch of a sentence, and the lemmas of its words put right."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from fogline.claims.events.lexicon import lexicon
from fogline.records.sentences import Sentence, Token

__all__ = ["VERBAL", "Stretch", "is_demonym", "lemma_of"]

VERBAL = frozenset({"VERB", "AUX"})
DEMONYM_ENDINGS = ("an", "ish", "ese", "ani", "eni", "qi", "eli", "ench", "reek", "iss", "thi", "tch")


@dataclass(frozen=True)
class Stretch:
    """The tokens of a sentence from index `low` up to but not including `high`."""

    sentence: Sentence
    low: int
    high: int

    @classmethod
    def between(cls, sentence: Sentence, start: int, end: int) -> Stretch:
        """The tokens that overlap the report offsets from `start` to `end`."""
        tokens = sentence.tokens_in(start, end)
        return cls(sentence, tokens[0].i, tokens[-1].i + 1) if tokens else cls(sentence, 0, 0)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its tokens, left to right."""
        return self.sentence.tokens[self.low : self.high]

    def holds(self, token: Token) -> bool:
        """Whether the token lies inside."""
        return self.low <= token.i < self.high

    def children(self, token: Token, *deps: str) -> list[Token]:
        """The children of `token` that lie inside."""
        return [child for child in self.sentence.children(token, *deps) if self.low <= child.i < self.high]

    @cached_property
    def tops(self) -> tuple[Token, ...]:
        """The tokens inside that hang on something outside, or on nothing."""
        low, high = self.low, self.high
        return tuple(t for t in self.tokens if t.head == t.i or not low <= t.head < high)


def lemma_of(token: Token) -> str:
    """The lemma in lower case; a capitalised headline word is brought back to a plain form."""
    return _plain(token.lemma, token.pos)


@lru_cache(maxsize=65_536)  # a third of the reading went into doing this again for "the" and "say"
def _plain(lemma: str, pos: str) -> str:
    lemma = lemma.lower()
    if pos == "VERB":
        return _repaired(lemma)
    if pos == "ADJ" and lemma.endswith("ed") and lemma not in lexicon().entries:  # "remain trapped"
        return next((verb for verb in (lemma[:-1], lemma[:-2], lemma[:-3]) if lexicon().names(verb, "verb")), lemma)
    if pos != "PROPN":
        return lemma
    words = lexicon()
    for ending, cut in (("", 0), ("ies", 3), ("s", 1), ("es", 2), ("ed", 1), ("ed", 2), ("ing", 3)):
        if lemma.endswith(ending):
            plain = lemma[: len(lemma) - cut] + ("y" if ending == "ies" else "")
            if plain in words.entries or plain in words.classes:
                return plain
    return lemma


def _repaired(lemma: str) -> str:
    """The verb lemma, put right where the parser cut a form badly ("raped": "rap", "gutted": "gutte")."""
    entries = lexicon().entries
    if lemma in entries:
        return lemma
    guesses = (lemma + "e", lemma[:-2], lemma[:-1])  # "rap" for raped, "gutte" for gutted, "cratere" for cratered
    return next((guess for guess in guesses if len(guess) > 2 and guess in entries), lemma)


def is_demonym(token: Token) -> bool:
    """Whether an adjective is made from a name: "Russian", "Turkish"; as the first word, by its ending."""
    if token.pos not in ("ADJ", "PROPN") or not token.text[:1].isupper():
        return False
    return (token.i > 0 and token.pos == "ADJ") or token.lower.endswith(DEMONYM_ENDINGS)
