"""Whose version it is, in so many words: "The army's version is that a gas bottle exploded"."""

from __future__ import annotations

from dataclasses import replace

from fogline.claims.attribution.forms.scene import Scene, laid, of_cue
from fogline.claims.attribution.phrases import pieces, span_of
from fogline.claims.statement import Statement
from fogline.records.sentences import Token
from fogline.records.spans import Span

__all__ = ["with_versions"]

VERSIONS = frozenset(
    """version account line answer reply explanation story theory message verdict finding conclusion view reading
    contention argument position claim estimate judgment judgement assessment response excuse defence defense""".split()
)
FORMS = frozenset("is was has".split())
OWNING = ("of", "from", "by", "among")
FINITE = ("VBD", "VBZ", "VBP", "MD")


def with_versions(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements; the clause of "X's version is that ..." is told by X, and advice in a plain clause by a fact."""
    for noun in scene.sentence.tokens[1:-3]:
        said = _said(scene, noun) if noun.lemma.lower() in VERSIONS and noun.pos == "NOUN" else None
        if said is None:
            continue
        known = of_cue(statements, said.cue) if said.cue else None
        if known is not None and known.speakers and known.speakers[0].end <= noun.start:
            continue
        held = [one for one in statements if one.start >= said.start and one.end <= said.end and not one.cue]
        statements = laid([one for one in statements if one not in held], said)
    return [_advised(scene, one) for one in statements]


def _said(scene: Scene, noun: Token) -> Statement | None:
    home = scene.sentence
    verb = home.head(noun)
    if noun.dep != "nsubj" or verb.lemma != "be" or verb.i < noun.i or home.children(verb, "neg"):
        return None
    clauses = [one for one in home.children(verb, "ccomp") if one.i > verb.i]
    that = home.tokens[verb.i + 1 : verb.i + 2]
    who = _whose(scene, noun)
    if not clauses or not that or that[0].lower != "that" or not who:
        return None
    content = pieces(scene.text, home, [word for word in home.subtree(clauses[0]) if word.i > verb.i])
    return scene.statement(who, span_of(scene.text, [verb]), content, "asserts") if content else None


def _whose(scene: Scene, noun: Token) -> tuple[Span, ...]:
    home = scene.sentence
    owners = [one for one in home.children(noun, "poss") if one.lower not in ("my", "our", "your")]
    owners += [n for of in home.children(noun, "prep") if of.lower in OWNING for n in home.children(of, "pobj")]
    speaks = owners and (scene.speaks(owners[0]) or owners[0].lower in ("his", "her", "their", "its"))
    return scene.names(owners[0]) if speaks else ()


def _advised(scene: Scene, statement: Statement) -> Statement:
    """Who advises that something is so tells it: "advised that the road was closed", not "that they stay at home"."""
    home, cue, first = scene.sentence, statement.cue, statement.content[0]
    words = home.tokens_in(cue.start, cue.end) if cue and home.start <= cue.start < home.end else []
    if statement.stance != "demands" or not any(word.lemma == "advise" for word in words):
        return statement
    said = home.tokens_in(first.start, first.end)
    plain = said[:1] and said[0].lower == "that"
    told = any(word.tag in ("VBD", "VBZ") for word in said) and not any(word.lower == "should" for word in said)
    return replace(statement, stance="asserts") if plain and told else statement
