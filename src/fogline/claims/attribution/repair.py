"""Repairs of the parse where it is known to go wrong for reporting sentences."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from fogline.records.sentences import Sentence, Token

__all__ = ["with_joined_verbs"]

LIGHT = frozenset("express voice raise issue".split())
ABOVE = ("ccomp", "acl", "relcl", "advcl", "xcomp", "pcomp")


def with_joined_verbs(sentence: Sentence, verbs: Set[str]) -> Sentence:
    """The sentence with coordinated report verbs on one level.

    In "X dismissed claims that P but acknowledged Q" the parser hangs "acknowledged" on the verb of P.
    A finite report verb without a subject of its own goes with the nearest report verb above of its tense.
    """
    heads = {token.i: above.i for token in sentence.tokens if (above := _true_head(sentence, token, verbs)) is not None}
    if not heads:
        return sentence
    tokens = tuple(replace(t, head=heads[t.i]) if t.i in heads else t for t in sentence.tokens)
    return Sentence.build(sentence.index, sentence.paragraph, sentence.start, sentence.text, sentence.role, tokens)


def _true_head(sentence: Sentence, token: Token, verbs: Set[str]) -> Token | None:
    finite = token.tag in ("VBD", "VBZ", "VBP")
    if token.dep != "conj" or not finite or (token.lemma not in verbs and token.lemma not in LIGHT):
        return None
    if sentence.children(token, "nsubj", "nsubjpass"):
        return None
    head = sentence.head(token)
    if head.dep not in ABOVE or head.lemma in verbs:
        return None
    for above in sentence.ancestors(head):
        if above.tag == token.tag and above.lemma in verbs:
            return above
    return None
