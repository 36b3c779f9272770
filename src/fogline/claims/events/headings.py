"""Headlines read as sentences: "Garrison flees", "Army fires on town", "Minister to visit Poland".

The parser learned from running text; of a headline it makes one long noun phrase more often than not.
"""

from __future__ import annotations

from dataclasses import replace

from fogline.claims.events.lexicon import lexicon
from fogline.records.sentences import Sentence, Token

__all__ = ["mended"]

NAMING = frozenset({"NNP", "NNPS", "NNS", "NN"})
CLAUSES = ("relcl", "acl", "xcomp", "advcl")
VERBS = frozenset({"VBD", "VBZ", "VBP", "MD"})


def mended(sentence: Sentence) -> Sentence:
    """A headline with the verb put right that the parser took for a noun; other sentences as they are."""
    if sentence.role != "headline" or not sentence.parsed:
        return sentence
    changes = _subjects(sentence) or _swallowed(sentence) or _bare(sentence)
    return _changed(sentence, changes) if changes else sentence


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
        token.i: _verb(token)
        for token in sentence.tokens
        if (token.tag in ("NN", "NNS") or _is_verb_as_adjective(sentence, token))
        and sentence.children(token, "nsubj")
        and not sentence.children(token, "cop", "aux")
        and not _leads(sentence, token)
    }


def _is_verb_as_adjective(sentence: Sentence, token: Token) -> bool:
    """Whether a verb of the lexicon was taken for an adjective: "Forces repulse offensive"."""
    known = token.tag == "JJ" and lexicon().names(token.lower, "verb")
    return known and bool(sentence.children(token, "dobj", "prep"))


def _leads(sentence: Sentence, noun: Token) -> bool:
    """Whether "to" and a verb follow, whose subject the noun is: "Peace talks to resume"."""
    clauses = sentence.children(noun, *CLAUSES)
    return any(clause.i <= noun.i + 2 and sentence.children(clause, "aux") for clause in clauses)


def _swallowed(sentence: Sentence) -> dict[int, Token]:
    """The verb between two nouns that the parser made one: "Invaders launch missile strike", "EU shuts airspace"."""
    for token in sentence.tokens[1:]:
        noun, before = sentence.head(token), sentence.tokens[token.i - 1]
        plain = token.tag in VERBS or (token.tag == "NNS" and lexicon().names(token.lemma.lower(), "verb"))
        plain = plain or _agrees(token, before)
        if token.dep != "compound" or not plain or not token.text.islower() or noun.i <= token.i:
            continue
        if before.tag not in NAMING or before.head not in (noun.i, token.i):
            continue
        verb = _verb(token) if token.tag in ("NN", "NNS") else token
        found = {
            token.i: replace(verb, pos="VERB", dep=noun.dep, head=noun.head),
            noun.i: replace(noun, dep="dobj", head=token.i),
            before.i: replace(before, dep="nsubj", head=token.i),
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
        return found
    return {}


def _agrees(token: Token, before: Token) -> bool:
    """Whether a noun behind a plural is the verb of a known phrase: "forces trade fire"."""
    known = lexicon().names(token.lower, "verb") or token.lower in lexicon().phrases
    return token.tag == "NN" and before.tag in ("NNS", "NNPS") and known


def _bare(sentence: Sentence) -> dict[int, Token]:
    """The verb of a headline that the parser made one noun phrase, and its subject."""
    if any(token.tag in VERBS or (token.tag in ("VBG", "VBN") and token.head == token.i) for token in sentence.tokens):
        return {}
    root = next(iter(sentence.roots))
    if root.tag not in NAMING:
        return {}
    return _infinitive(sentence, root) or _compound(sentence, root)


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


def _compound(sentence: Sentence, root: Token) -> dict[int, Token]:
    """ "Russia fires on two villages": a plural that is a verb of the lexicon, behind a name."""
    if root.tag != "NNS" or root.text[:1].isupper() or not lexicon().names(root.lemma.lower(), "verb"):
        return {}
    before = [child for child in sentence.children(root, "compound", "poss", "nmod") if child.i == root.i - 1]
    if not before or before[0].tag not in NAMING or root.i + 1 >= len(sentence.tokens):
        return {}
    found = {root.i: _verb(root), before[0].i: replace(before[0], dep="nsubj")}
    for child in sentence.children(root, "appos"):
        if child.i > root.i:
            found[child.i] = replace(child, dep="dobj")
    return found


def _verb(token: Token) -> Token:
    plain = token.lower.removesuffix("s") if token.tag == "NNS" else token.lower
    lemma = token.lemma.lower() if token.tag == "NN" or lexicon().names(token.lemma.lower(), "verb") else plain
    return replace(token, pos="VERB", tag="VBZ" if token.tag == "NNS" else "VBP", lemma=lemma)
