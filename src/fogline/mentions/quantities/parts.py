"""Numbers that tell of a part: "12 people, including 3 children", "40 of them women", "of the 140 killed, 25 were"."""

from __future__ import annotations

import re
from dataclasses import replace

from fogline.mentions.quantities.lexicon import lexicon
from fogline.mentions.quantities.people import kind_of
from fogline.mentions.quantities.pieces import Piece
from fogline.records.mentions import Quantity

__all__ = ["mark_parts", "name_equated"]

_REACH = 60  # code points before a number that can hold "among those killed were at least"
_PART = re.compile(
    r"(?:\bincluding|\bamong (?:them|whom|which)(?: (?:were|are|was))?|\bof (?:them|whom|which)|\binclud(?:e|es|ed)"
    r"|\bamong (?:the|those) (?:dead|killed|victims|wounded|injured)(?: (?:were|was|are))?)[\s,]+"
    r"(?:at least |the |an? |as many as |up to |about |some |more than |over )*$"
)
_OF_WHOM = re.compile(r"\sof (?:them|whom|which)\b(?:\s(?:were|are|was|being)\b)?(?:\s(?P<noun>[a-z]+))?")
_WHOLE_BEFORE = re.compile(r"^(?:out )?of (?:the|those|all|some|about|at least|more than|\s)+$")
_EQUATED = re.compile(
    r"\s(?:were|are|was|is)\s(?:(?:identified as|thought to be|believed to be|said to be|mostly|mainly|all|also)\s)*"
    r"(?P<noun>[a-z]+)\b"
)
_SHARED = ("count", "fraction", "percent")


def mark_parts(lower: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces with those marked that are part of the one before: "12 people, including 3 children and 2 women"."""
    result = list(pieces)
    for at in range(1, len(result)):
        piece, whole = result[at], result[at - 1].quantity
        if piece.quantity.role != "value" or piece.quantity.unit not in _SHARED or whole.unit != "count":
            continue
        if _is_part(lower, result[at - 1], piece):
            result[at] = replace(piece, quantity=_part_of(lower, piece, whole))
    return result


def _is_part(lower: str, last: Piece, piece: Piece) -> bool:
    if _OF_WHOM.match(lower, piece.end):
        return True
    if piece.quantity.unit != "count":
        return False
    before = lower[max(0, piece.start - _REACH) : piece.start]
    listed = last.quantity.role == "part" and _listed(last, piece)
    return bool(_PART.search(before)) or listed or _is_taken_from(lower, last, piece)


def _is_taken_from(lower: str, last: Piece, piece: Piece) -> bool:
    """Whether it is the 25 of "of the 140 killed, 25 were soldiers"."""
    start = max(lower.rfind(mark, 0, last.start) for mark in (". ", "; ", ", ")) + 2
    opens = _WHOLE_BEFORE.match(lower[start if start > 1 else 0 : last.start])
    return bool(opens) and re.fullmatch(r"[^.;,]{0,40},\s", lower[last.end : piece.start]) is not None


def _part_of(lower: str, piece: Piece, whole: Quantity) -> Quantity:
    """The part with the scope of the whole, and what it counts: 40 of them "children", else what the whole does."""
    part = replace(piece.quantity, role="part", scope=piece.quantity.scope or whole.scope)
    named = _OF_WHOM.match(lower, piece.end)
    noun = named["noun"] if named is not None else None
    kind = kind_of(noun, lexicon()) if noun else None
    if noun and kind and part.of is None:
        return replace(part, of=noun, whose=part.whose or (kind if kind != "neutral" else None))
    if part.of is None:  # "28,700 servicemen, including 200 in the past day"
        return replace(part, of=whole.of, whose=whole.whose)
    return part


def _listed(last: Piece, piece: Piece) -> bool:
    """Whether `piece` goes on the list that `last` stands in: "including 3 children and 2 women"."""
    mine, before = piece.head.anchor, last.head.anchor
    return mine is not None and before is not None and mine.dep == "conj" and mine.head == before.i


def name_equated(lower: str, piece: Piece) -> Piece:
    """The piece, a bare number with the people it is said to be: "25 were soldiers"."""
    quantity = piece.quantity
    if quantity.of is not None or quantity.unit != "count":
        return piece
    found = _EQUATED.match(lower, piece.end)
    kind = kind_of(found["noun"], lexicon()) if found is not None else None
    if found is None or kind is None or found["noun"] in lexicon().scope_words:
        return piece
    whose = quantity.whose or (kind if kind != "neutral" else None)
    return replace(piece, quantity=replace(quantity, of=found["noun"], whose=whose))
