"""How far a cue reaches: words without quotation marks are said where their speaker stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.statement import Statement
from fogline.records.sentences import Sentence, sentence_at
from fogline.records.spans import Span

__all__ = ["within_reach"]

OPENING = '“"«‘'
LONG = 6  # words of a quotation that says something
FLOOR_WITHOUT_CUE = 0.85  # below, two in three statements that a reader finds without a cue are none


def within_reach(sentences: Sequence[Sentence], statements: Sequence[Statement]) -> list[Statement]:
    """The statements less those whose speaker is not in reach.

    Of 60 statements without quotation marks whose cue a trained reader sought in another sentence, one had the right
    speaker. A quotation reaches over sentences, and so does a colon at the end of one.
    """
    done = (_reached(sentences, statement) for statement in statements)
    return [statement for statement in done if statement is not None]


def _reached(sentences: Sequence[Sentence], statement: Statement) -> Statement | None:
    if statement.cue is None and any(_acts_later(sentences, statement, speaker) for speaker in statement.speakers):
        return None
    if statement.own:
        return statement
    if statement.cue is None and not statement.speakers:
        return None  # words in marks that nobody is named for are a title more often than a statement
    if _is_quoted(statement):
        return replace(statement, speakers=(), unnamed=True) if _is_agency(sentences, statement) else statement
    if statement.cue is None:
        near = all(_in_reach(sentences, statement, speaker) for speaker in statement.speakers)
        told = near and statement.score >= FLOOR_WITHOUT_CUE and _tells(sentences, statement)
        return statement if told else None
    if not _in_reach(sentences, statement, statement.cue):
        return None
    near = all(_in_reach(sentences, statement, speaker) for speaker in statement.speakers)
    return statement if near else replace(statement, speakers=(), unnamed=True)


def _tells(sentences: Sequence[Sentence], statement: Statement) -> bool:
    """Whether a verb stands in the words: "operational information on the raid" is a thing, and nobody says it."""
    home = sentences[statement.sentence]
    words = [token for piece in statement.content for token in home.tokens_in(piece.start, piece.end)]
    return not home.parsed or any(token.pos in ("VERB", "AUX") and token.dep not in ("acl", "prep") for token in words)


def _acts_later(sentences: Sequence[Sentence], statement: Statement, speaker: Span) -> bool:
    """Whether a speaker without a word of saying is who does something in a later sentence."""
    home = sentence_at(sentences, speaker.start)
    if home is None or not home.parsed or home.start < statement.end:
        return False
    return any(token.dep in ("nsubj", "nsubjpass") for token in home.tokens_in(speaker.start, speaker.end))


def _is_agency(sentences: Sequence[Sentence], statement: Statement) -> bool:
    """Whether the speaker of a quotation without a cue is who signs another sentence: "... to a cellar — Newswire"."""
    marked = statement.cue is None or statement.cue.text == "—"
    if not marked or len(statement.speakers) != 1 or " " in statement.speakers[0].text:
        return False
    speaker = statement.speakers[0]
    home = sentence_at(sentences, speaker.start)
    if home is None or home.start < statement.end:
        return False
    before = home.text[: speaker.start - home.start].rstrip()
    told = sentence_at(sentences, statement.start)
    if statement.cue is None and told is not None and told.start < statement.start and not _is_long(statement):
        return before[-1:] in ("—", "–", "-")  # a name in marks: 'a series "Information Criminals." — Newswire'
    return before[-1:] in ("—", "–", "-") and (len(before) > 1 or statement.cue is not None)


def _is_long(statement: Statement) -> bool:
    return any(len(piece.text.split()) >= LONG for piece in statement.content)


def _in_reach(sentences: Sequence[Sentence], statement: Statement, span: Span) -> bool:
    """Whether `span` stands in a sentence of the statement, or in one that announces it with a colon."""
    home = sentence_at(sentences, span.start)
    if home is None:
        return False
    first = sentences[statement.sentence]
    announced = home.text.rstrip().endswith(":") and home.index < first.index
    return announced or any(home.start < piece.end and piece.start < home.end for piece in statement.content)


def _is_quoted(statement: Statement) -> bool:
    return any(span.text[:1] in OPENING or span.text.startswith("''") for span in statement.content)
