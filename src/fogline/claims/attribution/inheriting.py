"""Speakers taken over from the statement before: "X accused Y of stalling, while also suggesting that ..."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.attribution.phrases import noun_phrase, span_of
from fogline.claims.statement import Statement
from fogline.records.sentences import Sentence

__all__ = ["with_inherited"]

FINITE = ("VBZ", "VBD", "VBP")
SUBJECTS = ("nsubj", "nsubjpass", "expl")
MARKS = '“”"«»'


def with_inherited(text: str, sentences: Sequence[Sentence], statements: Sequence[Statement]) -> list[Statement]:
    """The statements, a participle without a speaker said by who speaks before it in its sentence.

    So is the second of several verbs with one subject: "Tarn is firm, insists on its terms and calls for talks".
    """
    found = [_of_row(text, sentences, s) if s.cue and not s.speakers else s for s in statements]
    return [_inherited(sentences, found, s) if s.cue and not s.speakers else s for s in found]


def _of_row(text: str, sentences: Sequence[Sentence], statement: Statement) -> Statement:
    home, cue = sentences[statement.sentence], statement.cue
    if cue is None or not home.parsed or not home.start <= cue.start < home.end or statement.start < cue.end:
        return statement
    verb = next((word for word in home.tokens_in(cue.start, cue.end) if word.tag in FINITE), None)
    seen: set[int] = set()
    while verb and verb.dep == "conj" and verb.i not in seen and not home.children(verb, *SUBJECTS):
        seen.add(verb.i)
        verb = home.head(verb)
    if verb is None or home.children(verb, *SUBJECTS) or not verb.i or home.tokens[verb.i - 1].text != ",":
        return statement
    before = [one for one in home.children(verb, "ccomp") if one.i < verb.i and one.tag in FINITE]
    who = [one for clause in before for one in home.children(clause, "nsubj")]
    if not who or any(mark in home.text[: verb.start - home.start] for mark in MARKS):
        return statement
    return replace(statement, speakers=(span_of(text, noun_phrase(home, who[0])),), unnamed=False)


def _inherited(sentences: Sequence[Sentence], statements: Sequence[Statement], statement: Statement) -> Statement:
    home = sentences[statement.sentence]
    cue = statement.cue
    if cue is None or not home.parsed or not home.start <= cue.start < home.end:
        return statement
    words = home.tokens_in(cue.start, cue.end)
    if not words or words[-1].tag != "VBG" or home.children(words[-1], "nsubj", "nsubjpass"):
        return statement
    before = [s for s in statements if s.cue and s.speakers and home.start <= s.cue.start < cue.start]
    speakers = max(before, key=lambda s: s.start).speakers if before else ()
    return replace(statement, speakers=speakers, unnamed=not speakers)
