"""Whether a sentence says where in words that no gazetteer knows."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.claims.events.lexicon import lexicon
from fogline.claims.events.stretch import lemma_of
from fogline.records.sentences import Sentence, Token
from fogline.records.spans import Span

__all__ = ["is_named_ground", "is_placing"]

# What stands in a town that may have been named before it.
BUILT = frozenset(
    {"building", "hospital", "school", "market", "hotel", "university", "stadium", "embassy", "street", "square",
     "palace", "compound", "road", "highway", "bridge", "complex", "centre", "center"}
)  # fmt: skip


def is_placing(sentence: Sentence, preposition: Token, known: Sequence[Span]) -> bool:
    """Whether a name that is neither actor, time nor known place stands behind the preposition or verb."""
    nouns = sentence.children(preposition, "pobj", "dobj")
    if preposition.lower == "of" and not _is_taking(sentence.head(preposition)):
        return False
    if preposition.dep == "compound":  # "Near Sinjar, two strikes": the parser makes it part of the name
        nouns = [sentence.head(preposition)]
    return any(
        noun.pos == "PROPN" and noun.i > preposition.i and not any(s.start <= noun.start < s.end for s in known)
        for noun in nouns
    )


def _is_taking(noun: Token) -> bool:
    """Whether it is an event noun whose "of" says where: "the liberation of Uru"."""
    kinds = {entry.kind for entry in lexicon().entries.get(lemma_of(noun), ()) if entry.word == "noun"}
    return bool(kinds & {"control", "attack", "damage"})


def is_named_ground(sentence: Sentence, noun: Token, known: Sequence[Span]) -> bool:
    """Whether the noun is of a place that has a name of its own: "the Sharara oil field", "the island of Failaka"."""
    lemma = lemma_of(noun)
    if noun.pos != "NOUN" or lemma in BUILT or "place" not in lexicon().classes.get(lemma, frozenset()):
        return False
    below = [inner for of in sentence.children(noun, "prep") if of.lower == "of" for inner in sentence.children(of)]
    names = [token for token in (*sentence.children(noun, "compound"), *below) if token.pos == "PROPN"]
    return any(not any(span.start <= name.start < span.end for span in known) for name in names)
