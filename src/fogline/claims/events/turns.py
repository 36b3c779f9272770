"""What a verb says together with its particle, and what its object is: "beat back", "blew up", "fired a missile"."""

from __future__ import annotations

from fogline.claims.events.lexicon import lexicon
from fogline.claims.events.role_words import BEATING, USING
from fogline.claims.events.stretch import lemma_of
from fogline.records.sentences import Sentence, Token

__all__ = ["beats_back", "goes_up", "is_used", "is_weapon", "patient_subjects"]


def beats_back(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb says that an attack was held off: "beat back", "fought off"."""
    return lemma_of(verb) in BEATING and any(
        t.lower in ("back", "off") for t in sentence.children(verb, "prt", "advmod")
    )


def goes_up(sentence: Sentence, verb: Token) -> bool:
    """Whether something explodes by itself: "a lorry had blown up"."""
    return lemma_of(verb) == "blow" and any(t.lower == "up" for t in sentence.children(verb, "prt"))


def is_used(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb makes use of its object: "fired a missile", not "shot down a jet"."""
    return lemma_of(verb) in USING and not any(t.lower == "down" for t in sentence.children(verb, "prt"))


def is_weapon(nouns: tuple[Token, ...]) -> bool:
    """Whether one of the nouns is a weapon and nobody armed."""
    classes = lexicon().classes
    found = [classes.get(lemma_of(noun), frozenset()) for noun in nouns]
    return any("weapon" in names and "armed" not in names for names in found)


def patient_subjects() -> frozenset[str]:
    """The verbs whose subject undergoes what they name."""
    return lexicon().frames.patient_subject
