"""Finite clauses of a sentence: the verb, and the words that belong to it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from fogline.claims.events.arguments import displaced_subject
from fogline.claims.events.stretch import VERBAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fogline.records.sentences import Sentence, Token

__all__ = ["clause_bounds", "clauses"]

OWN_SUBJECT = ("nsubj", "nsubjpass", "expl", "csubj")
# Clauses that state what happened at another time than their main clause; the rest of adverbial clauses are reasons,
# comparisons and comment.
EVENT_MARKS = frozenset({"after", "as", "when", "while", "since", "before", "and", "but", "where", "once"})
LEADING = frozenset({"cc", "mark", "punct", "intj", "preconj"})
OUTSIDE = frozenset({"conj", "advcl", "parataxis", "ccomp"})


def clauses(sentence: Sentence) -> Iterator[Token]:
    """The verbs of its finite clauses with a subject of their own, left to right."""
    for token in sentence.tokens:
        if token.pos in VERBAL and token.dep not in ("aux", "auxpass") and _stands_alone(sentence, token):
            yield token


def _stands_alone(sentence: Sentence, verb: Token) -> bool:
    if verb.tag == "VBG" and verb.dep == "advcl" and verb.head < verb.i and _after_comma(sentence, verb):
        return True
    if not sentence.children(verb, *OWN_SUBJECT):
        return verb.dep == "ROOT" and displaced_subject(sentence, verb) is not None
    if verb.dep == "relcl":
        return verb.lemma != "be" and _is_past(sentence, verb) and not _defines(sentence, verb)
    if verb.dep in ("ROOT", "parataxis", "conj"):
        return True
    marks = {child.lower for child in sentence.children(verb, "mark", "advmod") if child.i < verb.i}
    if verb.dep == "advcl":
        return bool(marks & EVENT_MARKS)
    if verb.dep == "ccomp":  # "A fell; B held": the parser hangs the first clause on the second
        above = sentence.head(verb)
        ends = (";", "—", "–", ",") if sentence.role == "headline" else (";", "—", "–")
        return not marks and verb.i < above.i and sentence.tokens[_last(sentence, verb) + 1].text in ends
    return False


def _defines(sentence: Sentence, verb: Token) -> bool:
    """Whether a relative clause only says which one is meant ("men who fled", "towns that fell")."""
    return any(child.lower in ("who", "that", "whom") for child in sentence.children(verb))


def _is_past(sentence: Sentence, verb: Token) -> bool:
    return verb.tag in ("VBD", "VBN") or any(child.tag == "VBD" for child in sentence.children(verb, "aux", "auxpass"))


def clause_bounds(sentence: Sentence, verb: Token) -> tuple[int, int]:
    """The token range of the clause: no leading connective, no clause with a subject of its own after it."""
    inside = sorted(_words(sentence, verb))
    low, high = inside[0], inside[-1] + 1
    for gap_from, gap_to in pairwise(inside):
        if gap_to - gap_from > 1 and gap_from >= verb.i:  # what stands between belongs to another clause
            high = gap_from + 1
            break
    tokens = sentence.tokens
    while low < high - 1 and (tokens[low].dep in LEADING or tokens[low].pos in ("CCONJ", "PUNCT")):
        low += 1
    high = _without_afterthought(sentence, verb, low, high)
    while high > low + 1 and (tokens[high - 1].pos == "PUNCT" or tokens[high - 1].dep == "cc"):
        high -= 1
    return low, high


def _without_afterthought(sentence: Sentence, verb: Token, low: int, high: int) -> int:
    """The end before a trailing ", which ..." or ", a detail that ...": both comment on the clause."""
    for token in sentence.tokens[verb.i + 1 : high]:
        if token.dep in ("relcl", "appos") and token.pos != "PROPN":
            below = sentence.subtree(token)
            first, last = below[0].i, below[-1].i
            told = any(one.tag in ("WDT", "WP", "VBD", "VBZ", "VBP") for one in below)
            if below[0].tag == "CD" and len(below) > 1 and not told:  # "buried nine people, two of them women"
                continue
            on = last + 2 < high and sentence.tokens[last + 1].text == ","  # "attacked Uru, a port, on Monday"
            if low < verb.i < first < high and sentence.tokens[first - 1].text == "," and not on:
                return first - 1
    return high


def _words(sentence: Sentence, verb: Token) -> list[int]:
    found = [verb.i]
    for child in sentence.children(verb):
        if child.dep in OUTSIDE and child.pos in VERBAL and _leaves(sentence, child, verb):
            continue
        found.extend(token.i for token in sentence.subtree(child))
    return found


def _leaves(sentence: Sentence, child: Token, verb: Token) -> bool:
    """Whether a clause below the verb is another statement: it has its own subject, or it stands off by a comma."""
    if child.dep == "ccomp":
        return child.i < verb.i
    own = bool(sentence.children(child, *OWN_SUBJECT))
    return (
        own
        if child.dep == "conj"
        else own or (child.i > verb.i and child.tag == "VBG" and _after_comma(sentence, child))
    )


def _after_comma(sentence: Sentence, child: Token) -> bool:
    first = sentence.subtree(child)[0].i
    return first > 0 and sentence.tokens[first - 1].text == ","


def _last(sentence: Sentence, verb: Token) -> int:
    return min(sentence.subtree(verb)[-1].i, len(sentence.tokens) - 2)
