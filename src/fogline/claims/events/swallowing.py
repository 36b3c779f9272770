"""Verbs of headlines that the parser took into a noun phrase, and the lists of two that act together."""

from __future__ import annotations

from dataclasses import replace

from fogline.claims.events.lexicon import lexicon
from fogline.records.sentences import Sentence, Token

__all__ = ["NAMING", "VERBS", "inner", "listed", "swallowed", "verb_of"]

NAMING = frozenset({"NNP", "NNPS", "NNS", "NN"})
VERBS = frozenset({"VBD", "VBZ", "VBP", "MD"})


def swallowed(sentence: Sentence) -> dict[int, Token]:
    """The verb between two nouns that the parser made one: "Invaders launch missile strike", "EU shuts airspace"."""
    finite = any(token.tag in VERBS for token in sentence.tokens)
    for token in sentence.tokens[1:]:
        noun, before = sentence.head(token), sentence.tokens[token.i - 1]
        plain = token.tag in VERBS or (token.tag == "NNS" and lexicon().names(token.lemma.lower(), "verb"))
        plain = plain or (not finite and _agrees(sentence, token, before))
        if token.dep != "compound" or not plain or not token.text.islower() or noun.i <= token.i:
            continue
        if not _names(before) or before.head not in (noun.i, token.i):
            continue
        return _parted(sentence, before, token, noun)
    return {}


def _parted(sentence: Sentence, before: Token, token: Token, noun: Token) -> dict[int, Token]:
    """Subject, verb and object in the place of the one noun phrase."""
    verb = verb_of(token) if token.tag in ("NN", "NNS") else token
    found = {
        token.i: replace(verb, pos="VERB", dep=noun.dep, head=noun.head),
        noun.i: replace(noun, dep="dobj", head=token.i),
        before.i: replace(before, dep="nsubj", head=token.i, pos="PROPN" if before.pos == "ADJ" else before.pos),
    }
    first = sentence.head(noun)
    if noun.dep == "appos" and first.head == first.i and sentence.tokens[first.i + 1].text == ",":
        # "Rebels, army trade fire": a list of two, no apposition
        found[token.i] = replace(found[token.i], dep="ROOT", head=token.i)
        found[first.i] = replace(first, dep="nsubj", head=token.i)
        found[before.i] = replace(found[before.i], dep="conj", head=first.i)
    elif noun.head == noun.i:
        found[token.i] = replace(found[token.i], head=token.i)
    for child in sentence.children(noun):
        if child.i < before.i:
            found[child.i] = replace(child, head=before.i)
    for child in sentence.children(before, "nmod"):
        if _is_pair(sentence, child, before):
            found[child.i] = replace(child, dep="conj")
    return found


def _names(token: Token) -> bool:
    return token.tag in NAMING or (token.tag == "JJ" and token.text[:1].isupper())


def _agrees(sentence: Sentence, token: Token, before: Token) -> bool:
    """Whether a noun is the verb of a known phrase: "forces trade fire", "Taliban retake district".

    A word that can be both asks for a plural or two names before it: "Iran, Pakistan exchange prisoners".
    """
    words = lexicon()
    if token.tag != "NN" or not (words.names(token.lower, "verb") or token.lower in words.phrases):
        return False
    pair = any(_is_pair(sentence, other, before) for other in sentence.tokens[: before.i])
    return (
        before.tag in ("NNS", "NNPS") or pair or not (words.names(token.lower, "noun") or token.lower in words.classes)
    )


def _is_pair(sentence: Sentence, one: Token, other: Token) -> bool:
    """Whether nothing but a comma or "and" stands between two names: "Armenia, Azerbaijan"."""
    between = sentence.tokens[one.i + 1 : other.i]
    return _names(one) and len(between) == 1 and between[0].text in (",", "and", "&")


def inner(sentence: Sentence, root: Token) -> dict[int, Token]:
    """The verb that the parser hung into the phrase of its subject: "Blast at depot injures 30"."""
    for token in sentence.tokens[root.i + 2 :]:
        lemma, above = token.lemma.lower(), sentence.head(token)
        only_verb = token.tag == "NNS" and lexicon().names(lemma, "verb") and not lexicon().names(lemma, "noun")
        objects = [child for child in sentence.children(token) if child.i > token.i and child.pos in ("NUM", "NOUN")]
        before = sentence.tokens[token.i - 1]
        if only_verb and objects and above.head == root.i and above.dep == "prep" and before.head == token.i:
            return {
                token.i: replace(verb_of(token), dep="ROOT", head=token.i),
                root.i: replace(root, dep="nsubj", head=token.i),
                before.i: replace(before, dep="pobj", head=above.i),
                objects[0].i: replace(objects[0], dep="dobj"),
            }
    return {}


def listed(sentence: Sentence) -> dict[int, Token]:
    """The first of two names before a verb, where the parser left it out of the list: "Marek, Ostrov meet"."""
    for verb in sentence.tokens:
        subjects = sentence.children(verb, "nsubj") if verb.tag in ("VBP", "VBD", "VBZ") else []
        for first in sentence.children(verb, "intj", "dep", "npadvmod", "ccomp") if subjects else []:
            if first.tag in ("NNP", "NNPS") and _is_pair(sentence, first, subjects[-1]):
                return {
                    first.i: replace(first, dep="nsubj"),
                    subjects[-1].i: replace(subjects[-1], dep="conj", head=first.i),
                }
    return {}


def verb_of(token: Token) -> Token:
    """The word as a verb in the present tense."""
    plain = token.lower.removesuffix("s") if token.tag == "NNS" else token.lower
    lemma = token.lemma.lower() if token.tag == "NN" or lexicon().names(token.lemma.lower(), "verb") else plain
    return replace(token, pos="VERB", tag="VBZ" if token.tag == "NNS" else "VBP", lemma=lemma)
