"""Numbers that lean on a neighbour: the value before a change, a number without its noun."""

from __future__ import annotations

import re
from dataclasses import replace

from fogline.mentions.quantities.lexicon import lexicon
from fogline.mentions.quantities.people import kind_of
from fogline.mentions.quantities.pieces import Piece
from fogline.mentions.quantities.ranges import CHANGE
from fogline.records.mentions import Quantity

__all__ = ["complete_elliptical", "mark_previous", "share_scopes"]

_REACH = 60  # code points before a number that can hold "down from an earlier estimate of"
_AND = re.compile(r"^[^.;:()]{1,60}\b(?:in|at|near|on)\s[^.;:()]{1,40}?(?:,\s|,?\sand\s|,?\swhile\s)$")
_AT_PLACE = re.compile(r"\s(?:in|at|near)\s")
_PREVIOUS = re.compile(
    r"\b(?:down from|up from|compared (?:with|to)|instead of|rather than|as opposed to"
    r"|(?:an? )?(?:earlier|previous(?:ly)?|initial(?:ly)?|original(?:ly)?)"
    r"(?: (?:\w+ )?(?:of|estimate of|toll of|figure of|count of))?"
    r"|against|versus|not the|revised from|lowered from|raised from"
    r"|from(?: the)?(?: (?:earlier|previous|initial|current))?)\s(?:the\s|an?\s|about\s|some\s|around\s)*$"
)
_WEAK = ("from", "against", "versus")  # these need a change nearby: "fled from two towns" revises nothing
_COUNTING = ("count", "percent", "fraction")
_OF_WHICH = re.compile(r"\bof (?:which|whom|them)\s(?:\w+\s)?$")
_ALTERNATIVE = re.compile(
    r",?\s(?:(?:and\s)?(?:possibly|perhaps|maybe)|if\snot|or(?:\seven|\spossibly|\sperhaps|\smaybe)?)?\s?"
)
_AND_VERB = re.compile(r"(?:,?\sand|,?\swhile|,)\s(?:also\s)?[a-z]+ed\s")
_BEFELL = re.compile(r"\b(?:killed|wounded|injured|dead|died|missing|captured|detained|arrested|displaced)\b")
_BEFORE_SCOPE = re.compile(
    r"\s(?:(?:others?|more|were|are|have|been|had|was|left|reported|reportedly)\s)*"
    r"(?:wounded|injured|killed|dead|hurt|missing|captured|detained|arrested|displaced)\b"
)


def mark_previous(lower: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces with the earlier value of a change marked; it shares unit, noun and scope with the one after it."""
    result = list(pieces)
    for at, piece in enumerate(pieces):
        if piece.quantity.role != "value" or not _is_previous(lower, result, at):
            continue
        twin = _current(result, at)
        earlier = replace(piece.quantity, role="previous")
        if twin is not None:
            bare = earlier.unit == "count" and (earlier.of is None or not piece.head.direct)
            unit = twin.unit if bare else earlier.unit
            earlier = replace(earlier, unit=unit, of=earlier.of or twin.of, scope=earlier.scope or twin.scope)
            result = _completed(result, twin, earlier)
        result[at] = replace(piece, quantity=earlier)
        if at + 1 < len(result) and result[at + 1].quantity.role == "conversion":
            result[at + 1] = replace(result[at + 1], quantity=replace(result[at + 1].quantity, of=earlier.of))
    return result


def _completed(pieces: list[Piece], twin: Quantity, earlier: Quantity) -> list[Piece]:
    """The pieces with what `twin` lacks taken from the value it replaced: "the toll rose from 9 to 12"."""
    if twin.of is not None or twin.unit != earlier.unit:
        return pieces
    full = replace(twin, of=earlier.of, scope=twin.scope or earlier.scope)
    return [replace(piece, quantity=full) if piece.quantity is twin else piece for piece in pieces]


def _is_previous(lower: str, pieces: list[Piece], at: int) -> bool:
    before = lower[max(0, pieces[at].start - _REACH) : pieces[at].start]
    match = _PREVIOUS.search(before)
    if match is None:
        return False
    if "ially" in match[0] or "inally" in match[0]:  # "the toll, initially 12, has climbed"
        return len(pieces) > 1 and lower.startswith(",", pieces[at].end)
    if not match[0].startswith(_WEAK):
        return len(pieces) > 1 or match[0].startswith(("down", "up"))
    changed = CHANGE.search(before) or re.search(r"\b(?:up|down)\s(?:to|by)\s", before)
    return bool(changed) and (_leads_to(lower, pieces, at) or _follows(lower, pieces, at))


def _leads_to(lower: str, pieces: list[Piece], at: int) -> bool:
    if at + 1 >= len(pieces) or not _comparable(pieces[at], pieces[at + 1]):
        return False
    return bool(re.match(r"[\w\s,%-]{0,25}\bto\s", lower[pieces[at].end : pieces[at + 1].end]))


def _follows(lower: str, pieces: list[Piece], at: int) -> bool:
    if at == 0 or not _comparable(pieces[at], pieces[at - 1]):
        return False
    return lower[pieces[at - 1].end : pieces[at].start].count(",") <= 1


def _comparable(piece: Piece, other: Piece) -> bool:
    return other.quantity.unit in (piece.quantity.unit, "count") or piece.quantity.unit == "count"


def _current(pieces: list[Piece], at: int) -> Quantity | None:
    """The value that replaced the one at `at`: the nearest before it, past a conversion, or the next."""
    for other in (at - 1, at - 2, at + 1):
        if 0 <= other < len(pieces) and pieces[other].quantity.role == "value":
            return pieces[other].quantity
    return None


def complete_elliptical(lower: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces, a number without a noun with that of its neighbour: "12 soldiers were killed and 30 wounded"."""
    result = [_with_shared_noun(lower, pieces, at) for at in range(len(pieces))]
    for at, piece in enumerate(result):
        if at and _people_elsewhere(lower, result[at - 1], piece):
            result[at] = replace(piece, quantity=replace(piece.quantity, scope=result[at - 1].quantity.scope))
        elif piece.quantity.of is None and piece.quantity.unit in _COUNTING:
            source = _source(lower, result, at)
            if source is not None:
                scope = piece.quantity.scope or (
                    source.scope if at and _elsewhere(lower, result[at - 1], piece) else None
                )
                full = replace(piece.quantity, of=source.of, whose=source.whose, scope=scope)
                result[at] = replace(piece, quantity=full)
    return result


def _with_shared_noun(lower: str, pieces: list[Piece], at: int) -> Piece:
    """The piece at `at` with the noun said only behind the next: "3 missile and 10 air strikes" has missile strikes."""
    piece, after = pieces[at], pieces[at + 1] if at + 1 < len(pieces) else None
    of, anchor = piece.quantity.of, piece.head.anchor
    if after is None or of is None or anchor is None or anchor.tag != "NN" or piece.quantity.low in (None, 1.0):
        return piece
    noun, words = after.head.anchor, (after.quantity.of or "").split()
    joined = noun is not None and noun.dep == "conj" and noun.head == anchor.i and noun.tag == "NNS"
    if not joined or len(words) < 2 or lower[piece.end : after.start].strip() != f"{of.lower()} and":
        return piece
    return replace(piece, quantity=replace(piece.quantity, of=f"{of} {words[-1]}"))


def share_scopes(lower: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces, people listed before others with what befell those: "two women and three children were killed"."""
    result = list(pieces)
    for at in range(len(result) - 2, -1, -1):
        mine, after = result[at].quantity, result[at + 1].quantity
        if (
            mine.scope is not None
            or after.scope is None
            or mine.unit != "count"
            or not mine.of
            or after.role != "value"
        ):
            continue
        listed = lower[result[at].end : result[at + 1].start].strip() in (
            f"{mine.of.lower()},",
            f"{mine.of.lower()} and",
        )
        if listed and kind_of(mine.of.split()[-1], lexicon()) and _BEFELL.search(lower, result[at + 1].end):
            result[at] = replace(result[at], quantity=replace(mine, scope=after.scope))
    return result


def _source(lower: str, pieces: list[Piece], at: int) -> Quantity | None:
    """The quantity whose noun the one at `at` shares, or None."""
    piece = pieces[at]
    if at and lower[: piece.start].endswith("+"):
        return pieces[at - 1].quantity  # "about 300 tanks (+12 in a day)"
    alike = at + 1 < len(pieces) and pieces[at + 1].quantity.unit == "count"
    if alike and _ALTERNATIVE.fullmatch(lower[piece.end : pieces[at + 1].start]):
        return pieces[at + 1].quantity  # "hundreds, possibly thousands, of people"
    if at and piece.quantity.unit != "count":  # "90% of the homes, of which 40% are beyond repair"
        return pieces[at - 1].quantity if _OF_WHICH.search(lower[: piece.start]) else None
    if at and _elsewhere(lower, pieces[at - 1], piece):
        return pieces[at - 1].quantity
    if piece.quantity.scope is None:
        return None
    if at and _befell_too(lower, pieces[at - 1], piece):
        return pieces[at - 1].quantity
    if not _BEFORE_SCOPE.match(lower, piece.end):
        return None
    earlier = [p.quantity for p in pieces[:at] if p.quantity.role == "value" and p.quantity.unit == "count"]
    parallel = bool(earlier) and earlier[-1].scope not in (None, piece.quantity.scope)
    single = bool(earlier) and earlier[-1].high == 1  # "one person dead and dozens injured"
    return earlier[-1] if parallel and earlier[-1].of and not single else None


def _befell_too(lower: str, last: Piece, piece: Piece) -> bool:
    """Whether a second verb takes a bare number of the same: "captured 19 soldiers and wounded 22"."""
    told = last.quantity.of is not None and last.quantity.scope not in (None, piece.quantity.scope)
    if not told or last.quantity.high == 1 or lower.startswith((" more", " other"), piece.end):
        return False
    between = lower[last.end : piece.start].lstrip()
    return _AND_VERB.fullmatch(between.removeprefix((last.quantity.of or "").lower())) is not None


def _elsewhere(lower: str, last: Piece, piece: Piece) -> bool:
    """Whether a bare number tells of the same in another place: "40 people died in Gao and 15 in Menaka"."""
    between = lower[last.end : piece.start]
    told = last.quantity.role == "value" and last.quantity.of is not None and last.quantity.unit == "count"
    alike = told and piece.quantity.of is None and piece.quantity.scope in (None, last.quantity.scope)
    return alike and _AND.search(between) is not None and _AT_PLACE.match(lower, piece.end) is not None


def _people_elsewhere(lower: str, last: Piece, piece: Piece) -> bool:
    """Whether other people, counted in another place, share the verb: "killed 14 men in Gao and 23 women in Kidal"."""
    mine, before = piece.quantity, last.quantity
    if mine.of is None or mine.scope is not None or before.scope is None or before.role != "value":
        return False
    if kind_of(mine.of.split()[-1], lexicon()) is None or _AND.search(lower[last.end : piece.start]) is None:
        return False
    return re.match(rf"\s{re.escape(mine.of.lower())}\s(?:in|at|near)\s", lower[piece.end :]) is not None
