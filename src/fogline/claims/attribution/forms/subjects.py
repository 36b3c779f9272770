"""Speakers that a reader took out of the words said: "the agency reported on Tuesday that two drones fell"."""

from __future__ import annotations

import re
from dataclasses import replace

from fogline.claims.attribution.forms.scene import Scene
from fogline.claims.attribution.phrases import span_of
from fogline.claims.statement import Statement
from fogline.records.sentences import Token
from fogline.records.spans import Span

__all__ = ["subject_before", "with_subjects"]

MONTHS = frozenset("january february march april may june july august september october november december".split())
MEDIA = frozenset("radio telephone phone letter email telegram cable text fax video telex courier messenger".split())
DATELINE = re.compile(
    r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'’. ]{2,}(?:, [\w ]{2,20})? [-–—] (?=[A-Z\u00c0-\u00de][a-z])"
)
NAMED = ("DET", "ADJ", "NOUN", "PROPN", "NUM")
HELPING = ("AUX", "ADV", "PART")


def with_subjects(scene: Scene, statements: list[Statement]) -> list[Statement]:
    """The statements; whom the words said are about did not say them where a name stands right before the cue."""
    return [_spoken(scene, _whole(scene, _sent(scene, _undated(scene, statement)))) for statement in statements]


def _undated(scene: Scene, statement: Statement) -> Statement:
    """With the name alone, without the dateline before it: "TARN - Colonel Ann Roe: ..."."""
    one = statement.speakers[0] if len(statement.speakers) == 1 else None
    line = DATELINE.match(one.text) if one else None
    if one is None or line is None:
        return statement
    return replace(statement, speakers=(Span.of(scene.text, one.start + line.end(), one.end),))


def _sent(scene: Scene, statement: Statement) -> Statement:
    """With who sends word, not by what: "A captain reported by radio that the port was shut"."""
    home, one, cue = scene.sentence, statement.speakers[0] if len(statement.speakers) == 1 else None, statement.cue
    if (
        one is None
        or cue is None
        or one.text.lower() not in MEDIA
        or not home.start <= cue.start < one.start < home.end
    ):
        return statement
    verb = next((word for word in home.tokens_in(cue.start, cue.end) if word.pos == "VERB"), None)
    by = home.token_at(one.start)
    if verb is None or by is None or not by.i or home.tokens[by.i - 1].lower != "by":
        return statement
    who = subject_before(scene, verb)
    behind = scene.stretch(one.end, max(statement.end, one.end))
    return replace(statement, speakers=(who,), content=behind) if who and behind else statement


def _whole(scene: Scene, statement: Statement) -> Statement:
    """With the words in capitals before a name that the parse takes for something else: "Saw Htoo"."""
    home, one = scene.sentence, statement.speakers[0] if statement.speakers else None
    words = home.tokens_in(one.start, one.end) if one and home.start <= one.start < home.end else []
    if one is None or not words or words[0].pos != "PROPN" or not words[0].i:
        return statement
    if one.text.count("(") > one.text.count(")") and scene.text[one.end : one.end + 1] == ")":
        whole = Span.of(scene.text, one.start, one.end + 1)
        return replace(statement, speakers=(whole, *statement.speakers[1:]))
    first = words[0].i
    while first and _is_of_name(home.tokens[first - 1]):
        first -= 1
    if first == words[0].i or home.tokens[first].pos == "VERB":
        return statement
    name = Span.of(scene.text, home.tokens[first].start, one.end)
    if any(piece.overlap(name) for piece in statement.content):
        return statement
    return replace(statement, speakers=(name, *statement.speakers[1:]))


def _is_of_name(word: Token) -> bool:
    if word.lower in MONTHS or word.lower.endswith("day"):
        return False
    return word.text[:1].isupper() and word.pos in ("PROPN", "VERB", "NOUN", "ADJ") and word.text.isalpha()


def _spoken(scene: Scene, statement: Statement) -> Statement:
    home, cue = scene.sentence, statement.cue
    if cue is None or not home.start <= cue.start < home.end or statement.start < cue.end:
        return statement
    inside = [s for s in statement.speakers if any(p.covers(s) for p in statement.content) and s.text[:1] != '"']
    if (
        len(inside) != 1
        or len(statement.speakers) != 1
        or home.tokens_in(inside[0].start, inside[0].end)[0].pos == "PRON"
    ):
        return statement
    verb = next((word for word in home.tokens_in(cue.start, cue.end) if word.pos == "VERB"), None)
    named = subject_before(scene, verb) if verb and scene.reports(verb) else None
    return replace(statement, speakers=(named,)) if named else statement


def subject_before(scene: Scene, verb: Token) -> Span | None:
    """The noun phrase that stands right before a verb."""
    words = list(scene.sentence.tokens[: verb.i])
    while words and words[-1].pos in HELPING:
        words.pop()
    named: list[Token] = []
    while words and (words[-1].pos in NAMED or words[-1].tag == "POS"):
        named.insert(0, words.pop())
    return span_of(scene.text, named) if named and scene.speaks(named[-1]) else None
