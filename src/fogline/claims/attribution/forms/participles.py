"""Participles of saying behind what is said: "denied that its men fired, describing the film as staged"."""

from __future__ import annotations

from dataclasses import replace

from fogline.claims.attribution.forms.scene import Scene, cut, laid, of_cue
from fogline.claims.attribution.phrases import span_of
from fogline.claims.attribution.verbs import VerbReader
from fogline.claims.statement import Statement
from fogline.records.sentences import Token

__all__ = ["with_participles"]

SPEAKING_ON = frozenset("describe accuse dismiss deny reject blame denounce add warn insist vow promise urge".split())


def with_participles(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements; a participle that speaks on behind a comma is said by who speaks before it."""
    for verb in scene.sentence.tokens[3:]:
        if verb.tag == "VBG" and verb.lemma in SPEAKING_ON and scene.sentence.tokens[verb.i - 1].text == ",":
            statements = _spoken_on(scene, verb, statements)
    return statements


def _spoken_on(scene: Scene, verb: Token, statements: list[Statement]) -> list[Statement]:
    home = scene.sentence
    cue = span_of(scene.text, [verb])
    above = next((s for s in statements if s.cue and s.speakers and s.end > cue.start and _holds(s, cue.start)), None)
    if above is None or above.cue is None or home.children(verb, "nsubj", "aux"):
        return statements
    first = next((t for t in home.tokens_in(above.cue.start, above.cue.end) if t.pos == "VERB"), None)
    if first is None or first.i > verb.i or scene.apart(first, verb) or not scene.reports(first):
        return statements
    known = of_cue(statements, cue)
    read = known or VerbReader(scene.text, home, scene.cues).read(verb)
    if read is None:
        return statements
    low = home.tokens[verb.i - 1].start
    statements = [*cut(scene.text, [s for s in statements if s is above], low, home.end), *_less(statements, above)]
    return laid(statements, replace(read, speakers=above.speakers, unnamed=False))


def _holds(statement: Statement, offset: int) -> bool:
    return statement.cue is not None and statement.cue.end <= statement.start <= offset


def _less(statements: list[Statement], one: Statement) -> list[Statement]:
    return [s for s in statements if s is not one]
