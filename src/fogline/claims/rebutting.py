"""Claims told together with their rebuttal: who rebuts "Freedonia's claim that P" denies P, and Freedonia claims P."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.attribution.phrases import noun_phrase, span_of
from fogline.claims.falsehoods import JUDGEMENT, Rebuttal, rebuttals
from fogline.claims.statement import Statement
from fogline.records.claims import Kind, Stance
from fogline.records.sentences import Sentence, Token
from fogline.records.spans import Span

__all__ = ["with_rebutted"]

QUARREL = frozenset({"accusation", "demand", "assessment", "other"})
SCORE = 0.6


def with_rebutted(text: str, sentences: Sequence[Sentence], spoken: Sequence[Statement]) -> list[Statement]:
    """The statements; of a claim that somebody rebuts its own words are denied by him, and claimed by whose it is.

    Who rejects a denial stands by what was denied. Of a fake that somebody spreads the words are claimed by him.
    """
    found = list(spoken)
    for sentence in sentences:
        if sentence.parsed:
            for one in rebuttals(text, sentence):
                found = _settled(text, sentence, one, found)
    return found


def _capped(text: str, one: Rebuttal, spoken: Sequence[Statement]) -> Rebuttal:
    """What is told no further than whoever speaks of the claim says: a signature or a site's stamp is no part of it."""
    held = [p.end for s in spoken for p in s.content if p.start <= one.noun.start < p.end]
    end = min((end for end in held if end > one.told[0].start), default=one.told[-1].end)
    kept = [piece for piece in one.told if piece.start < end]
    told = tuple(Span.of(text, p.start, min(p.end, end)) for p in kept)
    judged = JUDGEMENT.search(told[-1].text)
    if judged is not None and judged.start():
        told = (*told[:-1], Span.of(text, told[-1].start, told[-1].start + judged.start()))
    return replace(one, told=told)


def _settled(text: str, home: Sentence, one: Rebuttal, spoken: Sequence[Statement]) -> list[Statement]:
    """The statements with the denial and the claim of one rebuttal."""
    one = _capped(text, one, spoken)
    denial = one.noun.lemma.lower() == "denial"
    cue = span_of(text, [one.noun])
    answers: Stance = "asserts" if denial else "denies"
    claims: Stance = "denies" if denial else "asserts"
    found: list[Statement] = []
    answered = False
    about = _about([other for other in spoken if _is_claim(other, one, cue) or _is_answer(home, one, other)], cue)
    for other in spoken:
        if _is_answer(home, one, other):
            answered = True
            plain = one.verb is not None and not one.owners and other.stance == answers  # "rejected reports that P"
            found.append(other if plain else replace(other, content=one.told, stance=answers, kinds=about, statuses=()))
        elif not _is_claim(other, one, cue):
            found.append(other)
        elif not one.owners and not other.speakers:
            found.append(other.saying(one.told))
    if one.verb is not None and not answered:
        speakers = _who(text, home, one.verb)
        if speakers:
            verb = span_of(text, [one.verb])
            found.append(Statement(home.index, speakers, verb, one.told, answers, score=SCORE, kinds=about))
    known = any(_shares(other, one) and other.speakers == one.owners for other in found)
    if one.owners and not known:
        found.append(Statement(home.index, one.owners, cue, one.told, claims, score=SCORE, kinds=about))
    return found


def _about(read: Sequence[Statement], cue: Span) -> tuple[tuple[Kind, float], ...]:
    """What a reader thought the claim, else its rebuttal, is about; nothing where that is only the quarrel."""
    ordered = sorted(read, key=lambda other: other.cue is None or other.cue.overlap(cue) == 0)
    sure = (other.kinds for other in ordered if other.kinds and max(other.kinds, key=_odds)[0] not in QUARREL)
    return next(sure, ())


def _odds(row: tuple[Kind, float]) -> float:
    return row[1]


def _is_answer(home: Sentence, one: Rebuttal, other: Statement) -> bool:
    """Whether a statement is the rebuttal: under its verb, or one that holds the noun and the judgement of it."""
    if other.cue is None or not other.speakers:
        return False
    if one.verb is not None:
        return other.cue.start <= one.verb.start < other.cue.end
    held = any(piece.start <= one.noun.start < piece.end for piece in other.content)
    return held and _is_whole(home, one, other)


def _is_whole(home: Sentence, one: Rebuttal, other: Statement) -> bool:
    """Whether what somebody says is no more than the judgement."""
    first = home.token_at(min(piece.start for piece in other.content))
    return first is not None and (first in home.subtree(one.noun) or first.head == one.noun.i)


def _is_claim(other: Statement, one: Rebuttal, cue: Span) -> bool:
    """Whether a reader took the noun for a word of saying, or the rebuttal for part of the claim's speaker."""
    named = any(speaker.overlap(cue) > 0 for speaker in other.speakers)  # "fake news claiming that P"
    return other.cue is not None and (named or other.cue.overlap(cue) > 0) and _shares(other, one)


def _shares(other: Statement, one: Rebuttal) -> bool:
    return any(piece.overlap(told) > 0 for piece in other.content for told in one.told)


def _who(text: str, home: Sentence, verb: Token) -> tuple[Span, ...]:
    """Who rebuts: the subject, or the words before a verb that the parse takes for a noun."""
    subjects = [one for one in home.children(verb, "nsubj") if one.i < verb.i]
    if subjects:
        return (span_of(text, noun_phrase(home, subjects[0])),)
    low = verb.i
    while low and home.tokens[low - 1].pos in ("NOUN", "PROPN", "ADJ", "DET", "PART"):
        low -= 1
    named = verb.lower.endswith("s") and low < verb.i and verb.pos != "VERB"
    return (span_of(text, home.tokens[low : verb.i]),) if named else ()
