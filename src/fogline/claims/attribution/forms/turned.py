"""Inverted order that the parse takes for a deed: "Two ships turned back, confirmed the port authority"."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.claims.attribution.forms.scene import Scene, laid, of_cue
from fogline.claims.attribution.phrases import span_of
from fogline.claims.statement import Statement
from fogline.records.claims import Stance
from fogline.records.sentences import Token
from fogline.records.spans import Span

__all__ = ["with_turned"]

FINITE = ("VBD", "VBZ", "VBP", "MD")
PAST = ("VBD", "VBN", "VBZ")
MARKS = '“"«”»'
LOOSE = ("prep", "npadvmod", "advmod", "punct", "advcl")  # what may stand behind the speaker
NAMED = ("DET", "ADJ", "NOUN", "PROPN", "NUM")
HEARD = ("told", "tells")


def with_turned(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements; what stands before "..., announced the army" and "..., Lee told the press" is theirs."""
    for verb in scene.sentence.tokens[3:-1]:
        if verb.lower in HEARD:
            named = _teller(scene, verb)
        elif verb.tag in PAST and verb.pos == "VERB":
            named = _behind(scene, verb)
        else:
            continue
        if named:
            statements = _turned(scene, statements, verb, named)
    return statements


def _turned(scene: Scene, statements: list[Statement], verb: Token, named: tuple[Span, ...]) -> list[Statement]:
    cue = span_of(scene.text, [verb])
    known = of_cue(statements, cue)
    if known and any(speaker.overlap(named[0]) for speaker in known.speakers) and known.end <= named[0].start:
        return statements
    low, high = scene.opening(), min(verb.start, named[0].start)
    quoted = any(mark in scene.text[low:high] for mark in MARKS)
    content: Sequence[Span] = scene.stretch(low, high)
    if quoted and known:
        content = [part for piece in known.content for part in scene.stretch(piece.start, min(piece.end, high))]
    if not content:
        return statements
    stance: Stance = (known.stance if known else None) or scene.cues.stance("c", verb.lemma) or "asserts"
    return laid(statements, scene.statement(named, cue, content, stance))


def _is_clause(scene: Scene, comma: Token) -> bool:
    """Whether a whole clause stands before a comma."""
    before = scene.sentence.tokens[: comma.i]
    told = any(t.tag in FINITE or (t.tag == "VBN" and t.dep == "ROOT") for t in before)
    return told and any(t.dep in ("nsubj", "nsubjpass", "expl") for t in before)


def _is_bare_clause(scene: Scene, head: Token, comma: Token) -> bool:
    """Whether a clause before a comma is read as a noun and a participle: "The garrison never yielded, insists"."""
    home = scene.sentence
    words = home.tokens[: comma.i]
    deeds = [one for one in home.children(head, "acl", "advcl", "relcl") if one.tag == "VBN" and one.i > head.i]
    adverb = bool(deeds) and any(one.i < deeds[0].i for one in home.children(deeds[0], "neg", "advmod"))
    return adverb and not any(word.text == "," for word in words) and home.subtree(deeds[0])[-1].i == comma.i - 1


def _behind(scene: Scene, verb: Token) -> tuple[Span, ...]:
    """Who speaks behind a verb that the parse gives him as object; nobody where it is no such verb."""
    home = scene.sentence
    comma = home.tokens[verb.i - 1]
    if comma.text != "," or scene.cues.stance("c", verb.lemma) in (None, "denies") or not scene.reports(verb):
        return ()
    if home.children(verb, "nsubjpass", "aux", "auxpass", "xcomp", "conj", "cc"):
        return ()
    before = [child for child in home.children(verb, "nsubj") if child.i < verb.i]
    bare = len(before) == 1 and _is_bare_clause(scene, before[0], comma)
    if (before and not bare) or any(child.i > verb.i for child in home.children(verb, "ccomp")):
        return ()
    objects = [child for child in home.children(verb, "dobj", "nsubj") if child not in before]
    if len(objects) != 1 or not scene.speaks(objects[0]) or not (bare or _is_clause(scene, comma)):
        return ()
    first = min(home.subtree(objects[0]), key=lambda token: token.i)
    rest = [child for child in home.children(verb) if child.i > objects[0].i and child.dep not in LOOSE]
    last = max(home.subtree(verb), key=lambda token: token.i)
    ended = all(token.pos in ("PUNCT", "SPACE") for token in home.tokens[last.i + 1 :])
    return scene.names(objects[0]) if first.i == verb.i + 1 and not rest and ended else ()


def _teller(scene: Scene, verb: Token) -> tuple[Span, ...]:
    """Who tells somebody what stands before: the words between the comma and "told", where the parse has them loose."""
    home = scene.sentence
    hearers = home.children(verb, "dobj", "dative")
    behind = home.tokens[verb.i + 1 :]
    if not hearers or home.children(verb, "ccomp", "xcomp", "aux", "auxpass") or any(t.lower == "that" for t in behind):
        return ()
    named: list[Token] = []
    for token in reversed(home.tokens[: verb.i]):
        if token.pos not in NAMED:
            break
        named.insert(0, token)
    if not named or not named[0].i or home.tokens[named[0].i - 1].text != ",":
        return ()
    comma = home.tokens[named[0].i - 1]
    return (span_of(scene.text, named),) if scene.speaks(named[-1]) and _is_clause(scene, comma) else ()
