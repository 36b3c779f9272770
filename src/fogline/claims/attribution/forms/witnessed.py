"""What somebody saw or heard done: "Residents saw tanks entering the town", "a neighbour watched three men kneel"."""

from __future__ import annotations

from fogline.claims.attribution.forms.scene import Scene, laid
from fogline.claims.attribution.phrases import is_passive, noun_phrase, pieces, span_of
from fogline.claims.statement import Statement
from fogline.packs.folding import fold
from fogline.packs.roles import roles
from fogline.records.sentences import Token

__all__ = ["with_witnessed"]

SEEING = frozenset(
    "see watch hear observe witness notice spot glimpse photograph film picture remember recall count".split()
)
FINITE = ("VBD", "VBZ", "VBP")
WITNESSES = frozenset("he she they we i".split())
DOING = ("VBG", "VB", "VBP", "VBN")
CLAUSES = ("ccomp", "xcomp", "advcl")
FORMAL = frozenset("that which who whom what".split())


def with_witnessed(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements and the deeds that people tell of as seen or heard by themselves."""
    for verb in scene.sentence.tokens[1:-2]:
        seen = _seen(scene, verb) if verb.lemma in SEEING and verb.pos == "VERB" else None
        if seen is not None and not any(_overlaps(one, seen) for one in statements):
            statements = laid(statements, seen)
    return statements


def _overlaps(one: Statement, other: Statement) -> bool:
    """Whether somebody is read to say the words, or stands with his cue before them in words of another."""
    if one.cue is not None and other.cue is not None and any(piece.covers(other.cue) for piece in one.content):
        return True
    return bool(one.speakers) and any(a.overlap(b) for a in one.content for b in other.content)


def _seen(scene: Scene, verb: Token) -> Statement | None:
    home = scene.sentence
    who = next((one for one in home.children(verb, "nsubj") if one.i < verb.i), None)
    helpers = [one for one in home.children(verb, "aux") if one.i < verb.i]
    perfect = all(one.lemma == "have" for one in helpers)
    told = verb.tag in FINITE or (verb.tag == "VBN" and helpers and perfect)
    if who is None or not told or not perfect or is_passive(home, verb) or home.children(verb, "neg", "mark"):
        return None
    if verb.dep in ("relcl", "acl", "advcl") or not _is_witness(scene, who):
        return None
    words = _deed(scene, verb)
    content = pieces(scene.text, home, words) if words else ()
    cue = span_of(scene.text, [*helpers, verb])
    return scene.statement(scene.names(who), cue, content, "asserts") if content else None


def _is_witness(scene: Scene, who: Token) -> bool:
    """Whether somebody is a person or people: a resident, reporters, a name with a first name, "she"."""
    if who.pos == "PRON":
        return who.lower in WITNESSES
    words = noun_phrase(scene.sentence, who)
    role = roles().of(tuple(fold(word.text) for word in words if word.i <= who.i and word.pos != "DET"))
    if role is not None:
        return role.kind in ("person", "people", "media")
    return scene.speaks(who) and who.pos == "NOUN"


def _deed(scene: Scene, verb: Token) -> list[Token]:
    """The words for what was seen done, with who did it; none where only a thing was seen."""
    home = scene.sentence
    behind = [child for child in home.children(verb) if child.i > verb.i]
    for child in behind:
        doing = child.tag in DOING and not any(one.tag in ("TO", "MD") for one in home.children(child, "aux"))
        subjects = [one for one in home.children(child, "nsubj", "nsubjpass") if one.lower not in FORMAL]
        if child.dep in CLAUSES and doing and subjects and child.pos in ("VERB", "AUX"):
            return home.subtree(child)
        acts = [one for one in home.children(child, "acl") if one.tag == "VBG"]
        if child.dep == "dobj" and child.pos in ("NOUN", "PROPN", "PRON") and acts:
            return home.subtree(child)
    return []
