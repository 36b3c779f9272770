"""Headlines read as sentences: "Garrison flees", "Army fires on town", "Minister to visit Poland".

The parser learned from running text; of a headline it makes one long noun phrase more often than not.
"""

from __future__ import annotations

from dataclasses import replace

from fogline.claims.events.lexicon import lexicon
from fogline.claims.events.restoring import restored
from fogline.claims.events.swallowing import NAMING, VERBS, inner, listed, swallowed, verb_of
from fogline.records.sentences import Sentence, Token

__all__ = ["mended"]

CLAUSES = ("relcl", "acl", "xcomp", "advcl")


def mended(sentence: Sentence) -> Sentence:
    """A headline with the verb put right that the parser took for a noun; other sentences as `restored` has them."""
    if not sentence.parsed:
        return sentence
    if sentence.role != "headline":
        changes = restored(sentence)
        return _changed(sentence, changes) if changes else sentence
    changes = _subjects(sentence) or swallowed(sentence) or _bare(sentence)
    sentence = _changed(sentence, changes) if changes else sentence
    pair = listed(sentence)
    return _changed(sentence, pair) if pair else sentence


def _changed(sentence: Sentence, changes: dict[int, Token]) -> Sentence:
    tokens = tuple(changes.get(token.i, token) for token in sentence.tokens)
    return Sentence.build(sentence.index, sentence.paragraph, sentence.start, sentence.text, sentence.role, tokens)


def _subjects(sentence: Sentence) -> dict[int, Token]:
    """Nouns with a subject: "flees" in "as garrison flees", "fire" in "Rebels fire on school"."""
    bare = {
        token.i: replace(token, tag="VBP")  # "Russian military kill 183": no infinitive without "to" or "will"
        for token in sentence.tokens
        if token.tag == "VB" and sentence.children(token, "nsubj") and not sentence.children(token, "aux")
    }
    return bare or {
        token.i: verb_of(token)
        for token in sentence.tokens
        if (token.tag in ("NN", "NNS") or _is_mistaken(sentence, token))
        and sentence.children(token, "nsubj")
        and not sentence.children(token, "cop", "aux")
        and not _leads(sentence, token)
    }


def _is_mistaken(sentence: Sentence, token: Token) -> bool:
    """Whether a verb of the lexicon was taken for another word: "Forces repulse", "Rebels down helicopter"."""
    known = token.tag in ("JJ", "IN", "RP", "RB") and lexicon().names(token.lower, "verb")
    return known and bool(sentence.children(token, "dobj", "prep"))


def _leads(sentence: Sentence, noun: Token) -> bool:
    """Whether "to" and a verb follow, whose subject the noun is: "Peace talks to resume"."""
    clauses = sentence.children(noun, *CLAUSES)
    return any(clause.i <= noun.i + 2 and sentence.children(clause, "aux") for clause in clauses)


def _bare(sentence: Sentence) -> dict[int, Token]:
    """The verb of a headline that the parser made one noun phrase, and its subject."""
    if any(token.tag in VERBS or (token.tag in ("VBG", "VBN") and token.head == token.i) for token in sentence.tokens):
        return {}
    root = next(iter(sentence.roots))
    if root.tag not in NAMING:
        return {}
    return _infinitive(sentence, root) or _compound(sentence, root) or _plain(sentence, root) or inner(sentence, root)


def _infinitive(sentence: Sentence, root: Token) -> dict[int, Token]:
    """ "Minister to visit Poland" and "Convoy heading north": the clause on the noun is what happens."""
    for clause in sentence.children(root, *CLAUSES):
        to = sentence.children(clause, "aux")
        first = to[0].i if to else clause.i
        passive = clause.tag == "VBN" and clause.lemma.lower() in lexicon().frames.transitive
        told = passive or (clause.tag == "VB" and to) or (clause.tag == "VBG" and not to)
        if told and _runs_up(sentence, root, first):
            inner = {t.i: replace(t, dep="compound") for t in sentence.children(root, "nsubj") if t.i < root.i}
            head = {clause.i: replace(clause, dep="ROOT", head=clause.i)}
            subject = replace(root, dep="nsubjpass" if passive else "nsubj", head=clause.i)
            return {**inner, **head, root.i: subject}
    return {}


def _runs_up(sentence: Sentence, root: Token, first: int) -> bool:
    """Whether nothing but the noun phrase stands before the clause; a list of names may: "Putin, Erdogan to meet"."""
    listed = sentence.children(root, "appos", "conj")
    return bool(listed) or all(sentence.tokens[i].tag != "," for i in range(root.i + 1, first))


def _plain(sentence: Sentence, root: Token) -> dict[int, Token]:
    """ "Thousands flee as rebels approach": a noun that is but a verb of the lexicon, behind a plural."""
    before = sentence.tokens[root.i - 1] if root.i else root
    only_verb = lexicon().names(root.lower, "verb") and not lexicon().names(root.lower, "noun")
    if root.tag != "NN" or not only_verb or before.tag not in ("NNS", "NNPS") or before.head != root.i:
        return {}
    return {root.i: verb_of(root), before.i: replace(before, dep="nsubj", pos="NOUN")}


def _compound(sentence: Sentence, root: Token) -> dict[int, Token]:
    """ "Russia fires on two villages": a plural that is a verb of the lexicon, behind a name."""
    if root.tag != "NNS" or root.text[:1].isupper() or not lexicon().names(root.lemma.lower(), "verb"):
        return {}
    before = [child for child in sentence.children(root, "compound", "poss", "nmod") if child.i == root.i - 1]
    if not before or before[0].tag not in NAMING or root.i + 1 >= len(sentence.tokens):
        return {}
    found = {root.i: verb_of(root), before[0].i: replace(before[0], dep="nsubj")}
    for child in sentence.children(root, "appos"):
        if child.i > root.i:
            found[child.i] = replace(child, dep="dobj")
    return found
