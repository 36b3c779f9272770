"""A stretch of a sentence, and the lemmas of its words put right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from fogline.claims.events.lexicon import lexicon
from fogline.records.mentions import ActorKind, ActorMention
from fogline.records.sentences import Sentence, Token
from fogline.records.spans import Span

__all__ = ["VERBAL", "Stretch", "is_demonym", "lemma_of"]

VERBAL = frozenset({"VERB", "AUX"})
# What a name or pronoun is to the words around it, by what the report tells of who it stands for.
CLASS_OF: dict[ActorKind, frozenset[str]] = {
    "armed_force": frozenset({"armed"}),
    "person": frozenset({"people", "person"}),
    "people": frozenset({"people"}),
    "government": frozenset({"authority"}),
}
MEN = frozenset(
    {"man", "boy", "lad", "guy", "woman", "hero"}
)  # "our men held the bridge": whoever says so means soldiers
NONE: frozenset[str] = frozenset()
DEMONYM_ENDINGS = ("an", "ish", "ese", "ani", "eni", "qi", "eli", "ench", "reek", "iss", "thi", "tch")


@dataclass(frozen=True)
class Stretch:
    """The tokens of a sentence from index `low` up to but not including `high`, without those in `gaps`.

    A gap is the cue and speaker in "the town fell, the army said, and the road is cut". `kinds` tells of tokens that
    name an actor what kind of actor it is.
    """

    sentence: Sentence
    low: int
    high: int
    gaps: frozenset[int] = frozenset()
    kinds: Mapping[int, ActorKind] = field(default_factory=dict)

    @classmethod
    def between(cls, sentence: Sentence, start: int, end: int, mentions: Sequence[ActorMention] = ()) -> Stretch:
        """The tokens that overlap the report offsets from `start` to `end`."""
        return cls.of(sentence, (Span(start, end, ""),), mentions)

    @classmethod
    def of(cls, sentence: Sentence, pieces: Sequence[Span], mentions: Sequence[ActorMention] = ()) -> Stretch:
        """The tokens that overlap the pieces; what stands between two pieces is a gap.

        `mentions` are the actors that the sentence names.
        """
        inside = {token.i for piece in pieces for token in sentence.tokens_in(piece.start, piece.end)}
        if not inside:
            return cls(sentence, 0, 0)
        low, high = min(inside), max(inside) + 1
        kinds = {t.i: m.actor.kind for m in mentions for t in sentence.tokens_in(m.span.start, m.span.end)}
        return cls(sentence, low, high, frozenset(range(low, high)) - inside, kinds)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its tokens, left to right."""
        whole = self.sentence.tokens[self.low : self.high]
        return tuple(token for token in whole if token.i not in self.gaps) if self.gaps else whole

    def holds(self, token: Token) -> bool:
        """Whether the token lies inside."""
        return self.low <= token.i < self.high and token.i not in self.gaps

    def children(self, token: Token, *deps: str) -> list[Token]:
        """The children of `token` that lie inside."""
        return [child for child in self.sentence.children(token, *deps) if self.holds(child)]

    @cached_property
    def tops(self) -> tuple[Token, ...]:
        """The tokens inside that hang on something outside, or on nothing."""
        tokens = self.sentence.tokens
        return tuple(t for t in self.tokens if t.head == t.i or not self.holds(tokens[t.head]))

    def classes(self, token: Token) -> frozenset[str]:
        """The noun classes of a token: those of its lemma, for a name those of the actor it stands for."""
        lemma = lemma_of(token)
        found = lexicon().classes.get(lemma, NONE)
        if lemma in MEN and token.tag == "NNS" and any(t.tag == "PRP$" for t in self.sentence.children(token, "poss")):
            found |= {"armed"}
        kind = self.kinds.get(token.i) if token.pos in ("PROPN", "PRON") else None
        return found | CLASS_OF.get(kind, NONE) if kind is not None else found


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
