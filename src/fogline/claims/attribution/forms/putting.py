"""Somebody's words for it: "the town, as the mayor put it, is a prison"."""

from __future__ import annotations

from fogline.claims.attribution.forms.scene import Scene, laid
from fogline.claims.attribution.phrases import pieces, without
from fogline.claims.statement import Statement
from fogline.records.sentences import Token
from fogline.records.spans import Span

__all__ = ["with_put"]

FORMS = ("put", "puts")
CLAUSES = ("ROOT", "ccomp", "conj", "parataxis")
OPENING = '“"«'


def with_put(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements and those that "as X put it" marks as somebody's."""
    for verb in scene.sentence.tokens[2:]:
        if verb.lower in FORMS:
            statement = _put(scene, verb)
            statements = laid(_other(statements, statement), statement) if statement else statements
    return statements


def _other(statements: list[Statement], put: Statement) -> list[Statement]:
    """The statements less those over the same words by nobody or by whoever puts it so."""
    kept = [s for s in statements if not any(a.overlap(b) for a in s.content for b in put.content)]
    others = [s for s in statements if s.cue and s.speakers != put.speakers]
    return [s for s in statements if s in kept or s in others]


def _put(scene: Scene, verb: Token) -> Statement | None:
    home = scene.sentence
    mark = next((t for t in home.children(verb, "mark", "advmod", "prep") if t.lower == "as" and t.i < verb.i), None)
    subjects = [one for one in home.children(verb, "nsubj") if mark and mark.i < one.i < verb.i]
    what = home.tokens[verb.i + 1 : verb.i + 2]
    if mark is None or not subjects or not what or what[0].lower != "it":
        return None
    aside = home.tokens[mark.i : _end(scene, what[0]) + 1]
    words = _clause(scene, mark, verb)
    content = pieces(scene.text, home, without(words, aside))
    quote = _quoted(scene, what[0]) if mark.start == scene.opening() else _named(scene, mark, what[0])
    cue = Span.of(scene.text, verb.start, what[0].end)
    return scene.statement(scene.names(subjects[0]), cue, quote or content, "asserts") if quote or content else None


def _end(scene: Scene, it: Token) -> int:
    """The place of the last word of the aside: "put it last week"."""
    below = [t.i for child in scene.sentence.children(scene.sentence.head(it)) for t in scene.sentence.subtree(child)]
    end = it.i
    while end + 1 in below and scene.sentence.tokens[end + 1].pos != "PUNCT":
        end += 1
    return end


def _clause(scene: Scene, mark: Token, verb: Token) -> list[Token]:
    """The clause that is put so: the one around, for one at the edge of the sentence all of it."""
    home = scene.sentence
    head = verb
    while head.head != head.i and (head is verb or head.dep not in CLAUSES or head.pos == "PUNCT"):
        head = home.head(head)
    words = home.subtree(head)
    last = all(token.pos == "PUNCT" for token in home.tokens[_end(scene, home.tokens[verb.i + 1]) + 1 :])
    if last and head.dep == "ccomp" and not scene.reports(home.head(head)):
        words = list(home.tokens)
    if head is verb or not any(t.i < mark.i or t.i > verb.i + 1 for t in words if t.pos != "PUNCT"):
        words = list(home.tokens)
    return [token for token in words if token.i != home.tokens[-1].i or token.pos != "PUNCT"]


def _named(scene: Scene, mark: Token, it: Token) -> tuple[Span, ...]:
    """The noun that a preposition waits for: "owed it to, as the envoy put it, a miracle"."""
    tokens = scene.sentence.tokens
    before = next((token for token in reversed(tokens[: mark.i]) if token.pos != "PUNCT"), mark)
    end = next((t for t in tokens[it.i + 2 :] if t.text in (",", ".", ";")), tokens[-1])
    return scene.stretch(it.end, end.start) if before.pos == "ADP" else ()


def _quoted(scene: Scene, it: Token) -> tuple[Span, ...]:
    """The quotation behind "put it:", with its marks."""
    behind = scene.sentence.tokens[it.i + 1 :]
    if len(behind) < 3 or behind[0].text not in (":", ",") or behind[1].text not in OPENING:
        return ()
    return (Span.of(scene.text, behind[1].start, scene.sentence.end),)
