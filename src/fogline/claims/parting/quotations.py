"""Quotations of several sentences as one statement for each sentence that tells an event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from fogline.claims.events.describing import outlined
from fogline.claims.events.own_voice import NO_EVENT
from fogline.claims.statement import Statement
from fogline.records.naming import Named
from fogline.records.sentences import Sentence
from fogline.records.spans import Span

__all__ = ["each_sentence"]

STOPS = (".", "!", "?")
FINITE = ("VBD", "VBZ", "VBP", "MD")
OPENING, CLOSING = '“"«', '”"»'
STANDING = "actual"
MARKS = frozenset(("”", '"', "''", "»", "’", "'"))


def each_sentence(
    text: str, sentences: Sequence[Sentence], statements: Sequence[Statement], named: Named, *, at_war: bool
) -> list[Statement]:
    """The statements in their order; of a quotation each sentence that tells an event is one of its own.

    "We hold the town. No soldier was taken prisoner," are two. A sentence that tells no event stays with the one
    before it, and what is demanded or denied stays whole. What a trained reader thought of the whole is kept for the
    first alone.
    """
    found: list[Statement] = []
    for statement in statements:
        if not at_war or statement.stance != "asserts" or not (statement.cue and _is_long(statement)):
            found.append(statement)
            continue
        parts = list(_parts(sentences, statement, named))
        whole = statement.whole or Span.of(text, statement.start, statement.end)
        many = len(parts) > 1
        found += [_of_part(statement, part, n, whole) for n, part in enumerate(parts)] if many else [statement]
    return found


def _is_long(statement: Statement) -> bool:
    """Whether a sentence may end within what is said."""
    return len(statement.content) > 1 or any(stop in statement.content[0].text[:-2] for stop in STOPS)


def _of_part(statement: Statement, part: tuple[int, list[Span]], n: int, whole: Span) -> Statement:
    index, pieces = part
    content = tuple(_unquoted(piece) for piece in _closed_up(pieces, whole))
    if not n:
        return replace(statement, content=content, whole=whole)
    fresh = replace(statement, sentence=index, content=content, whole=whole)
    return replace(fresh, kind=None, kinds=(), status=None, statuses=())


def _closed_up(pieces: Sequence[Span], whole: Span) -> Iterator[Span]:
    """The pieces, those with nothing between them as one."""
    held = pieces[0]
    for piece in pieces[1:]:
        if whole.text[held.end - whole.start : piece.start - whole.start].strip():
            yield held
            held = piece
        else:
            held = Span(held.start, piece.end, whole.text[held.start - whole.start : piece.end - whole.start])
    yield held


def _unquoted(piece: Span) -> Span:
    """A piece without the mark of a quotation that it does not hold whole."""
    low, high = piece.start, piece.end
    words = piece.text
    if words[0] in OPENING and not any(mark in words[1:] for mark in CLOSING):
        low, words = low + 1, words[1:]
    if words[-1] in CLOSING and not any(mark in words[:-1] for mark in OPENING):
        words = words[:-1].rstrip(",")
        high = low + len(words)
    return piece if words == piece.text else Span(low, high, words)


def _parts(sentences: Sequence[Sentence], statement: Statement, named: Named) -> Iterator[tuple[int, list[Span]]]:
    """The sentences of a statement, those that tell nothing new with the one before; each with the words said in it."""
    index, held = statement.sentence, list[Span]()
    for n, pieces in _by_sentence(sentences, statement):
        if held and _is_apart(sentences, (index, held), (n, pieces), named):
            yield index, held
            held = []
        index, held = (index, held) if held else (n, held)
        held += pieces
    if held:
        yield index, held


def _is_apart(
    sentences: Sequence[Sentence], before: tuple[int, list[Span]], here: tuple[int, list[Span]], named: Named
) -> bool:
    """Whether a sentence tells an event of another kind than those before it, or counts others.

    What it says of the same matter stays with them: "They shelled us. We never fire on the sick".
    """
    event = outlined(sentences[here[0]], here[1], named.actors)
    if not event.anchored or event.kind in NO_EVENT or not all(_is_told(sentences[n], p) for n, p in (before, here)):
        return False
    if event.status == STANDING and event.kind != "control":
        return False  # "A truce has two ends" tells how things are, not what happened
    told = outlined(sentences[before[0]], before[1], named.actors)
    if event.kind == told.kind == "control" and event.polarity != told.polarity:
        return True  # "They have the airstrip. They do not have the settlement"
    return told.kind != event.kind or (_counts(before[1], named) and _counts(here[1], named))


def _is_told(sentence: Sentence, pieces: Sequence[Span]) -> bool:
    """Whether words tell something: not "And the people?", not "Let them show it"."""
    words = [word for piece in pieces for word in sentence.tokens_in(piece.start, piece.end) if word.pos != "PUNCT"]
    return any(word.tag in FINITE for word in words) and words[0].lower != "let"


def _counts(pieces: Sequence[Span], named: Named) -> bool:
    return any(piece.covers(one.span) for piece in pieces for one in named.quantities)


def _by_sentence(sentences: Sequence[Sentence], statement: Statement) -> Iterator[tuple[int, list[Span]]]:
    """The words said in each sentence, also where a whole quotation stands as one in the report."""
    for home in sentences[statement.sentence :]:
        if home.start >= statement.end:
            return
        low = max(home.start, statement.start)
        for high in (*_stops(home, low, statement.end), home.end):
            pieces = [cut for piece in statement.content if (cut := _inside(piece, low, high)) is not None]
            low = high
            if pieces:
                yield home.index, pieces


def _stops(home: Sentence, low: int, high: int) -> Iterator[int]:
    """The offsets at which a sentence ends within the words of one: behind the full stop and the mark it closes."""
    words = home.tokens_in(low, high) if home.parsed else []
    for at, (word, behind) in enumerate(pairwise(words)):
        after = words[at + 2] if behind.text in MARKS and at + 2 < len(words) else behind
        closing = behind.text in MARKS and home.text[behind.end - home.start :][:1] in (" ", "")
        if word.text in STOPS and after.text[:1].isupper():
            yield behind.end if closing else word.end


def _inside(piece: Span, low: int, high: int) -> Span | None:
    """The words of a piece between two offsets, without space at the edges; None where they say nothing."""
    low, high = max(piece.start, low), min(piece.end, high)
    words = piece.text[low - piece.start : high - piece.start] if low < high else ""
    low += len(words) - len(words.lstrip())
    words = words.strip()
    return Span(low, low + len(words), words) if any(char.isalnum() for char in words) else None
