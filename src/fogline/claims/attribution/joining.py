"""Pieces of one statement that were read as several: a quotation that goes on, a clause cut in two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.statement import Statement
from fogline.records.sentences import Sentence
from fogline.records.spans import Span

__all__ = ["joined"]

OPENING = '“"«‘'
MARKS = ("“", '"', "«", "''")
CONJUNCTIONS = ("and", "or", "but", "while")
CLOSING = '”"»’'


def joined(text: str, sentences: Sequence[Sentence], statements: Sequence[Statement]) -> list[Statement]:
    """The statements, in the order of the text; those under one cue that go on with the one before are one.

    A quotation goes on in the next quoted words, a clause where nothing but a space parts it. What stands in another
    sentence than its cue without quotation marks was not said there, where something in that sentence was.
    """
    done: list[Statement] = []
    for statement in sorted(statements, key=lambda s: (s.start, -s.end)):
        open_quote = next((i for i in reversed(range(len(done))) if _is_left_open(text, done[i], statement)), None)
        if open_quote is not None:
            done[open_quote] = _prolonged(text, done[open_quote], statement)
            continue
        before = next((i for i in reversed(range(len(done))) if _same_cue(done[i], statement)), None)
        if before is None or done[before].end > statement.start:
            done.append(statement)
        elif _goes_on(text, done[before], statement):
            done[before] = _one(text, done[before], statement)
        else:
            done.append(statement)
    return [statement for statement in done if not _is_stray(sentences, done, statement)]


def _is_left_open(text: str, before: Statement, after: Statement) -> bool:
    """Whether words that nobody is named for go on with a quotation that the paragraph before left open."""
    if after.cue or after.speakers or not before.speakers or not _is_quoted(after):
        return False
    last = before.content[-1]
    if last.start <= after.start < last.end:
        return True
    between = text[last.end : after.start]
    return last.text[:1] in OPENING and last.text[-1] not in CLOSING and not between.strip() and "\n" in between


def _prolonged(text: str, before: Statement, after: Statement) -> Statement:
    """A statement with the paragraphs that go on with its quotation."""
    last = before.content[-1]
    end = max(last.end, after.content[0].end)
    return replace(before, content=(*before.content[:-1], Span.of(text, last.start, end), *after.content[1:]))


def _same_cue(one: Statement, other: Statement) -> bool:
    return one.cue is not None and one.cue == other.cue and one.speakers[:1] == other.speakers[:1]


def _near_cue(one: Statement, other: Statement) -> bool:
    return one is not other and one.cue is not None and other.cue is not None and one.cue.overlap(other.cue) > 0


def _goes_on(text: str, before: Statement, after: Statement) -> bool:
    """Whether two statements under one cue are one."""
    if _is_quoted(after):
        return any(mark in piece.text for piece in before.content for mark in MARKS)
    between = _between(text, before, after)
    if not between.strip(" –—"):
        return text[before.end - 1] not in CLOSING
    return before.sentence == after.sentence and _is_short(between) and not _opens(after)


def _between(text: str, before: Statement, after: Statement) -> str:
    """What stands between two statements besides their cue and speaker: nothing but commas in "A, he said, B"."""
    named = sorted(span for span in (*after.speakers, *([after.cue] if after.cue else [])))
    words, low = "", before.end
    for span in named:
        if before.end <= span.start and span.end <= after.start:
            words += text[low : span.start]
            low = span.end
    return words + text[low : after.start]


def _is_short(between: str) -> bool:
    """Whether at most one word stands between, and that no conjunction: "to hold the town, using | it as a base"."""
    words = between.strip(" ,").split()
    return len(words) <= 1 and not any(word.lower() in CONJUNCTIONS or ";" in word for word in words)


def _opens(statement: Statement) -> bool:
    return statement.content[0].text.lower().startswith(("that ", "whether ", "how ", "why "))


def _is_stray(sentences: Sequence[Sentence], statements: Sequence[Statement], statement: Statement) -> bool:
    """Whether a statement without quotation marks stands outside the sentence of its cue, in which another stands."""
    if _is_beside(sentences, statement):
        return False
    beside = [other for other in statements if _near_cue(statement, other) and _is_beside(sentences, other)]
    if _is_quoted(statement):  # words in quotation marks before a cue that takes a clause of its own
        return any(statement.end <= other.start and not _is_quoted(other) for other in beside)
    return bool(beside)


def _is_beside(sentences: Sequence[Sentence], statement: Statement) -> bool:
    home = sentences[statement.sentence]
    return statement.cue is not None and home.start <= statement.cue.start < home.end


def _is_quoted(statement: Statement) -> bool:
    return any(span.text[:1] in OPENING or span.text.startswith("''") for span in statement.content)


def _one(text: str, before: Statement, after: Statement) -> Statement:
    """Both as one statement; pieces of a sentence with no cue or speaker between them are one piece."""
    last, first = before.content[-1], after.content[0]
    named = (*before.speakers, *([before.cue] if before.cue else []))
    told = any(last.end <= span.start < first.start for span in named)
    if told or before.sentence != after.sentence:
        return replace(before, content=(*before.content, *after.content))
    middle = Span.of(text, last.start, first.end)
    return replace(before, content=(*before.content[:-1], middle, *after.content[1:]))
