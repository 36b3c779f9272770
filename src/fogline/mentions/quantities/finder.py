"""Numbers with their bounds, units and what they count, out of the sentences of a report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from fogline.mentions.quantities.bounds import Bounded, bounded
from fogline.mentions.quantities.conversions import mark_conversions
from fogline.mentions.quantities.guards import is_quantity, is_time, measures_a_term, term_before
from fogline.mentions.quantities.heads import Head, counted, governing
from fogline.mentions.quantities.lexicon import lexicon
from fogline.mentions.quantities.parts import mark_parts, name_equated
from fogline.mentions.quantities.people import kind_of, whose_of
from fogline.mentions.quantities.pieces import Piece
from fogline.mentions.quantities.ranges import merge_ranges, share_units
from fogline.mentions.quantities.revisions import complete_elliptical, mark_previous, share_scopes
from fogline.mentions.quantities.scan import Found, scan
from fogline.mentions.quantities.scopes import scope_of
from fogline.mentions.quantities.taking_up import with_counted_before
from fogline.records.documents import Document
from fogline.records.mentions import Quantity, QuantityMention, TimeMention
from fogline.records.sentences import Sentence
from fogline.records.spans import Span

__all__ = ["find_quantities"]

_SIGNED = ("degC", "degF", "deg")
_MINUS = re.compile(r"(?:^|\s)([-−]|minus\s)$")
_TOLL = re.compile(r"\b(death toll|toll)\b[^.;\d]{0,60}$")  # headlines: "Death toll in the north at least 102"
# "put the enemy's dead at 140", "their wounded at 30"
_PUT_AT = re.compile(r"\b(dead|killed|wounded|injured|missing|captured|displaced)\s(?:\w+\s){0,3}?at\s(?:between\s)?$")
_STRONG = re.compile(r"\b([a-z]{3,})\s$")  # "a force 600 strong"


def find_quantities(
    document: Document, sentences: Sequence[Sentence], times: Sequence[TimeMention] = ()
) -> tuple[QuantityMention, ...]:
    """The quantities of a report in the order of the text; numbers inside `times` say when and are left out."""
    by_sentence: dict[int, list[Span]] = {}
    for time in times:
        by_sentence.setdefault(time.sentence, []).append(time.span)
    mentions: list[QuantityMention] = []
    for sentence in sentences:
        pieces = [
            piece
            for found in scan(sentence.text)
            if (piece := _piece(sentence, found, by_sentence.get(sentence.index, ()))) is not None
        ]
        mentions.extend(_mention(document, sentence, piece) for piece in _joined(sentence.text, pieces))
    return with_counted_before(mentions, sentences)


def _piece(sentence: Sentence, found: Found, when: Sequence[Span]) -> Piece | None:
    lower = sentence.text.lower()
    limits = bounded(lower, (found.start, found.end), found.core_end, found.number)
    head = _head(sentence, found, limits)
    if not is_quantity(sentence, found, head, when):
        return None
    unit = found.unit or "count"
    scope = scope_of(sentence, head, sentence.start + limits.start, lexicon()) if unit == "count" else None
    if head.of is None and scope is None and unit == "count" and (toll := _TOLL.search(lower[: limits.start])):
        head, scope = replace(head, of=sentence.text[toll.start(1) : toll.end(1)]), "killed"
    if unit == "count" and not (head.of and head.direct) and (put := _PUT_AT.search(lower[: limits.start])):
        scope = lexicon().scope_words.get(put[1]) or scope
    if (
        head.of is None
        and (strong := _STRONG.search(lower[: limits.start]))
        and lower.startswith(" strong", limits.end)
    ):
        head = replace(head, of=sentence.text[strong.start(1) : strong.end(1)], direct=True)
    if scope is not None and not head.direct and not _suffers(head):
        head = replace(head, of=None)  # "governor says 14 dead" counts no governors
    whose = whose_of(sentence, head, lexicon()) if unit in ("count", "fraction", "percent") else None
    minus = _MINUS.search(lower[: limits.start]) if found.unit in _SIGNED else None
    if minus is not None:
        limits = replace(limits, low=_negative(limits.high), high=_negative(limits.low), start=minus.start(1))
    quantity = Quantity(limits.low, limits.high, unit, head.of, limits.approximate, scope, whose)
    return Piece(found, limits.start, limits.end, quantity, head)


def _suffers(head: Head) -> bool:
    """Whether what governs a number can be the people it counts, or their toll."""
    lex, noun = lexicon(), (head.of or "").split()[-1:]
    known = {*lex.scope_nouns, *lex.scope_words, *lex.scope_subjects, "toll", "number", "total", "count", "figure"}
    return bool(noun) and (noun[0].lower() in known or kind_of(noun[0], lex) is not None)


@cache
def _scoped() -> frozenset[str]:
    """The words that give a number the scope of what happened to those it counts."""
    return frozenset({*lexicon().scope_words, *lexicon().scope_subjects})


def _negative(bound: float | None) -> float | None:
    return None if bound is None else -bound


def _head(sentence: Sentence, found: Found, limits: Bounded) -> Head:
    lex = lexicon()
    money = found.unit is not None and found.unit not in lex.by_name and found.unit != "fraction"
    lower_words = sentence.text[limits.start : found.core_start].lower()
    head = counted(
        sentence,
        sentence.start + limits.end,
        _scoped(),
        lex.counting["compounds"],
        in_of=money,
    )
    dimension = lex.by_name[found.unit].dimension if found.unit in lex.by_name else None
    if head.partitive and dimension == "length" and (head.proper or "within" in lower_words):
        return Head(None, head.anchor)
    if head.of is not None and dimension in ("length", "temperature", "angle", "speed") and not found.hyphen:
        head = head if head.partitive else Head(None, head.anchor)
    if head.of is None and head.anchor is not None and dimension not in ("length", "angle", "time", "speed"):
        return Head(governing(sentence, head.anchor), head.anchor, head.partitive, direct=False)
    return head


def _joined(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces of a sentence with ranges merged and every role set; each step rests on the one before."""
    if not pieces:
        return pieces
    lower = text.lower()
    pieces = share_units(lower, merge_ranges(lower, pieces))
    pieces = [name_equated(lower, kept) for piece in pieces if (kept := _of_term(text, lower, piece)) is not None]
    if len(pieces) > 1:
        pieces = mark_conversions(lower, pieces)
        pieces = mark_parts(lower, mark_previous(lower, pieces))
        return share_scopes(lower, complete_elliptical(lower, pieces))
    return mark_previous(lower, pieces)


def _of_term(text: str, lower: str, piece: Piece) -> Piece | None:
    """A length of time with the thing it measures; None where it says when something happened."""
    if not is_time(piece.quantity.unit) or measures_a_term(piece.found, piece.quantity.of):
        return piece
    term = term_before(lower, piece.start)
    return None if term is None else replace(piece, quantity=replace(piece.quantity, of=text[slice(*term)]))


def _mention(document: Document, sentence: Sentence, piece: Piece) -> QuantityMention:
    span = Span.of(document.text, sentence.start + piece.start, sentence.start + piece.end)
    return QuantityMention(span, sentence.index, piece.quantity, piece.flag)
