"""Repairs of the parse where it is known to go wrong for reporting sentences."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from fogline.records.sentences import Sentence, Token

__all__ = ["with_joined_verbs"]

LIGHT = frozenset("express voice raise issue".split())
TENSES = ("VBD", "VBZ", "VBP", "VBG")
PRONOUNS = frozenset("he she they it i we".split())
SPEAKING_ON = frozenset(
    "saying adding noting arguing stressing remarking insisting warning claiming explaining telling suggesting".split()
)
ABOVE = ("ccomp", "acl", "relcl", "advcl", "xcomp", "pcomp")
JOINED = ("conj", *ABOVE)


def with_joined_verbs(sentence: Sentence, verbs: Set[str]) -> Sentence:
    """The sentence with coordinated report verbs on one level.

    In "X dismissed claims that P but acknowledged Q" the parser hangs "acknowledged" on the verb of P.
    A report verb without a subject of its own goes with the nearest report verb above of its tense.
    """
    joined = [token for token in sentence.tokens if token.dep in JOINED]
    heads = {token.i: above.i for token in joined if (above := _true_head(sentence, token, verbs)) is not None}
    if not heads:
        return sentence
    tokens = tuple(replace(t, head=heads[t.i]) if t.i in heads else t for t in sentence.tokens)
    return Sentence.build(sentence.index, sentence.paragraph, sentence.start, sentence.text, sentence.role, tokens)


def _true_head(sentence: Sentence, token: Token, verbs: Set[str]) -> Token | None:
    return _speaking_on(sentence, token, verbs) or _beside(sentence, token, verbs)


def _speaking_on(sentence: Sentence, token: Token, verbs: Set[str]) -> Token | None:
    """The report verb that a participle of saying goes on from: "Lee said the road was closed, adding that ..."."""
    if token.lower not in SPEAKING_ON or token.dep not in ABOVE or sentence.children(token, "nsubj", "nsubjpass"):
        return None
    if not token.i or sentence.tokens[token.i - 1].text not in (",", "-", "–", "—"):
        return None
    for above in sentence.ancestors(token):
        top = sentence.head(above)
        if above.dep == "ccomp" and top.lemma in verbs and sentence.children(top, "nsubj") and top.i < token.i:
            return top
    return None


def _beside(sentence: Sentence, token: Token, verbs: Set[str]) -> Token | None:
    """The report verb that another is joined to by "and"."""
    if token.dep != "conj" or (token.lemma not in verbs and token.lemma not in LIGHT):
        return None
    tense = _tense(sentence, token)
    if tense not in TENSES or sentence.children(token, "nsubj", "nsubjpass"):
        return None
    head = sentence.head(token)
    if head.dep not in ABOVE or (head.lemma in verbs and not _is_pronominal(sentence, head)):
        return None
    if tense == "VBG" and _tense(sentence, head) == "VBG":
        return None
    for above in sentence.ancestors(head):
        if _tense(sentence, above) == tense and above.lemma in verbs:
            return above
    return None


def _tense(sentence: Sentence, verb: Token) -> str:
    """The tag of the word that bears the tense: of "have been calling" that of "have"."""
    helpers = sentence.children(verb, "aux", "auxpass")
    return helpers[0].tag if helpers else verb.tag


def _is_pronominal(sentence: Sentence, verb: Token) -> bool:
    """Whether the subject is taken up by a pronoun: "Lee said he welcomed the offer and added ..."."""
    return any(one.lower in PRONOUNS for one in sentence.children(verb, "nsubj", "nsubjpass"))
