"""Kinds that a clause states without a word for them: where soldiers are, in whose hands a town is."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.claims.events.lexicon import lexicon
from fogline.claims.events.predicates import Predicate
from fogline.claims.events.stretch import Stretch, is_demonym, lemma_of
from fogline.records.claims import Kind
from fogline.records.sentences import Token

__all__ = ["stated"]

BEING = frozenset({"be", "remain", "stay", "exist", "lurk", "stand"})
WHERE = frozenset({"in", "on", "at", "inside", "near", "along", "around", "west", "east", "north", "south", "behind"})
HANDS = frozenset({"in", "into"})
HAVING = frozenset({"we", "they", "men", "units"})
OURS = frozenset({"ours", "theirs", "mine"})


def stated(stretch: Stretch, predicate: Predicate | None) -> Iterator[Kind]:
    """The kinds that the clause states by what it puts together."""
    verb = predicate.verb if predicate is not None else None
    if verb is not None and verb.lemma == "have" and _has_ground(stretch, verb):
        yield "control"
    if verb is None or verb.lemma.lower() not in BEING:
        return
    subjects = stretch.children(verb, "nsubj", "attr")
    if _is_somewhere(stretch, verb) and any(_is_armed(token) for token in subjects):
        yield "deployment"
    if _is_in_hands(stretch, verb) or any(token.lower in OURS for token in stretch.children(verb, "attr", "acomp")):
        people = any("people" in lexicon().classes.get(lemma_of(token), frozenset()) for token in subjects)
        yield "detention" if people else "control"


def _has_ground(stretch: Stretch, verb: Token) -> bool:
    """Whether a force, a state or "we" and "they" have ground: "they have the airstrip", "the rebels have the town"."""
    ground = [
        noun
        for noun in stretch.children(verb, "dobj")
        if "place" in lexicon().classes.get(lemma_of(noun), frozenset())
        and any(det.lower == "the" for det in stretch.children(noun, "det"))
    ]
    who = stretch.children(verb, "nsubj")
    able = any(_is_armed(one) or one.pos == "PROPN" or one.lower in HAVING for one in who)
    return bool(ground) and able and not stretch.children(verb, "xcomp", "ccomp", "prep")


def _is_somewhere(stretch: Stretch, verb: Token) -> bool:
    """Whether the verb says where: "are on our soil", "there is not one soldier in the town"."""
    behind = [noun for prep in stretch.children(verb, "prep") for noun in stretch.children(prep, "pobj")]
    if any(prep.lower == "on" and _is_deed(noun) for prep in stretch.children(verb, "prep") for noun in behind):
        return False  # "the enemy is on the offensive in the north"
    heads = [verb, *stretch.children(verb, "attr", "advmod")]
    places = (child for head in heads for child in stretch.children(head, "prep") if child.lower in WHERE)
    return any(_names_ground(noun) for prep in places for noun in stretch.children(prep, "pobj"))


def _is_deed(noun: Token) -> bool:
    kinds = {entry.kind for entry in lexicon().entries.get(lemma_of(noun), ()) if entry.word == "noun"}
    return bool(kinds & {"attack", "movement", "clash"})


def _names_ground(noun: Token) -> bool:
    return noun.pos == "PROPN" or bool({"place", "thing"} & lexicon().classes.get(lemma_of(noun), frozenset()))


def _is_armed(token: Token) -> bool:
    return token.pos in ("NOUN", "PROPN") and "armed" in lexicon().classes.get(lemma_of(token), frozenset())


def _is_in_hands(stretch: Stretch, verb: Token) -> bool:
    """ "in Ukrainian hands", "in nobody's hands", "in the hands of the rebels"."""
    for prep in stretch.children(verb, "prep"):
        for noun in stretch.children(prep, "pobj") if prep.lower in HANDS else ():
            if lemma_of(noun) != "hand":
                continue
            owners = stretch.children(noun, "poss", "amod", "compound", "nmod")
            if stretch.children(noun, "prep") or any(is_demonym(t) or t.dep == "poss" or _is_armed(t) for t in owners):
                return True
    return False
