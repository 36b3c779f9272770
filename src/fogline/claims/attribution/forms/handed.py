"""Who hands on what another said: "the chief said gangs hold the port, according to Radio One"."""

from __future__ import annotations

from dataclasses import replace

from fogline.claims.attribution.forms.scene import Scene, cut, laid, of_cue
from fogline.claims.attribution.phrases import span_of
from fogline.claims.statement import Statement
from fogline.records.sentences import Token

__all__ = ["with_handed"]


def with_handed(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements; a source at the end of "Lee said P, according to S" says that Lee said P."""
    tokens = scene.sentence.tokens
    for word in tokens[4:-2]:
        if word.lower == "according" and tokens[word.i + 1].lower == "to" and tokens[word.i - 1].text == ",":
            statements = _handed(scene, word, statements)
    return statements


def _handed(scene: Scene, word: Token, statements: list[Statement]) -> list[Statement]:
    home = scene.sentence
    to = home.tokens[word.i + 1]
    names = home.children(to, "pobj") or home.children(word, "pobj")
    last = max((token.i for token in home.subtree(word)), default=word.i)
    ended = all(token.pos in ("PUNCT", "SPACE") for token in home.tokens[last + 1 :])
    inner = next((s for s in statements if _is_said(scene, s, word)), None)
    if inner is None or not names or not ended or not scene.speaks(names[0]):
        return statements
    comma = home.tokens[word.i - 1]
    cue = span_of(scene.text, [word, to])
    known = of_cue(statements, cue)
    if known is not None and known.stance == "denies":  # "Lee's claims that P are untrue, according to S"
        return statements
    statements = [s for s in statements if not (s.cue and s.cue.overlap(cue) > 0)]
    statements = cut(scene.text, statements, comma.start, home.tokens[last].end)
    outer = scene.statement(scene.names(names[0]), cue, scene.stretch(scene.opening(), comma.start), "asserts")
    return laid(statements, replace(outer, kinds=inner.kinds, statuses=inner.statuses))


def _is_said(scene: Scene, statement: Statement, word: Token) -> bool:
    """Whether somebody says in a clause behind his cue what the source is told to hand on."""
    cue = statement.cue
    if cue is None or not statement.speakers or not scene.sentence.start <= cue.start < word.start:
        return False
    verb = next((one for one in scene.sentence.tokens_in(cue.start, cue.end) if one.pos == "VERB"), None)
    if verb is None or not scene.reports(verb) or not scene.sentence.children(verb, "ccomp"):
        return False
    return cue.end <= statement.start and statement.speakers[0].start < cue.start
