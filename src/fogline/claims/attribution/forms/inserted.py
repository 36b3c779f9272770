"""Cues set between commas into what they report: "Soldiers, witnesses say, fired on a bus"."""

from __future__ import annotations

from fogline.claims.attribution.forms.scene import Scene, laid, of_cue
from fogline.claims.attribution.phrases import span_of
from fogline.claims.statement import Statement
from fogline.records.sentences import Token

__all__ = ["with_inserted"]

FAR = 5  # words to the comma
WHEN = ("ADV", "ADP", "DET", "ADJ", "NOUN", "PROPN", "NUM")
MARKS = frozenset('“”"«»')
PERSONS = frozenset("he she they it".split())
FINITE = ("VBD", "VBZ", "VBP")


def with_inserted(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements; what stands on either side of ", witnesses say," is theirs."""
    if any(token.text in MARKS for token in scene.sentence.tokens):
        return statements
    for verb in scene.sentence.tokens[3:-2]:
        if verb.dep in ("parataxis", "ccomp", "conj") and verb.tag in FINITE:
            statements = _inserted(scene, verb, statements)
    return statements


def _inserted(scene: Scene, verb: Token, statements: list[Statement]) -> list[Statement]:
    home = scene.sentence
    who = [one for one in home.children(verb, "nsubj") if one.i < verb.i]
    first = min(home.subtree(who[0]), key=lambda token: token.i) if who else verb
    close = _close(scene, verb)
    if not who or not first.i or home.tokens[first.i - 1].text != "," or close is None:
        return statements
    if verb.i - who[0].i > 1 or not (scene.speaks(who[0]) or who[0].lower in PERSONS):
        return statements
    if not scene.cues.stance("c", verb.lemma) or not scene.reports(verb):
        return statements
    known = of_cue(statements, span_of(scene.text, [verb]))
    if known and known.start < first.start and known.end > verb.end:
        return statements
    low, high = _clause(scene, first, verb)
    behind = scene.stretch(close.end, high)
    before = scene.stretch(low, home.tokens[first.i - 1].start)
    if not before or not behind or not _goes_on(scene, first, verb):
        return statements
    stance = known.stance if known else scene.cues.stance("c", verb.lemma) or "asserts"
    said = scene.statement(scene.names(who[0]), span_of(scene.text, [verb]), (*before, *behind), stance)
    return laid(statements, said)


def _close(scene: Scene, verb: Token) -> Token | None:
    """The comma behind the cue, with no more than a day or an adverb between: ", its captain added next day,"."""
    for token in scene.sentence.tokens[verb.i + 1 : verb.i + FAR]:
        if token.text == ",":
            return token
        if token.pos not in WHEN:
            return None
    return None


def _clause(scene: Scene, first: Token, verb: Token) -> tuple[int, int]:
    """From where to where the words around reach: between semicolons."""
    tokens = scene.sentence.tokens
    low = max((t.end for t in tokens[: first.i] if t.text == ";"), default=scene.opening())
    last = tokens[-1]
    end = last.start if last.pos == "PUNCT" else last.end
    return low, min((t.start for t in tokens[verb.i :] if t.text == ";"), default=end)


def _goes_on(scene: Scene, first: Token, verb: Token) -> bool:
    """Whether the clause begun before the cue needs the words behind it: its subject stands before, its verb behind."""
    home = scene.sentence
    above = home.head(verb)
    subjects = home.children(above, "nsubj", "nsubjpass")
    finite = above.tag in FINITE or bool(home.children(above, "aux", "auxpass"))
    return finite and above.i > verb.i and any(one.i < first.i for one in subjects)
