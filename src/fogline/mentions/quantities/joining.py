"""Numbers that belong together: ranges, revisions, conversions, parts of a whole, shared units."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from fogline.mentions.quantities.heads import Head
from fogline.mentions.quantities.lexicon import Lexicon, lexicon
from fogline.mentions.quantities.scan import Found
from fogline.records.mentions import Quantity
from fogline.records.sentences import Sentence

__all__ = ["Piece", "joined"]

MISMATCH = "the two units do not give the same amount"
_TOLERANCE = 0.08  # "20 miles (30 km)" is 7 % off and still one fact to a newsroom
_RANGE = re.compile(r"\s?(?:-|–|—)\s?$|\s(?:to|or)\s(?:\$|€|£)?$")
_CONVERSION = re.compile(
    r"\s?(?:\(|/|,?\sor\s|,\s)(?:about|around|roughly|approximately|approx\.?|nearly|almost|some|over|just over|more than)?\s?$"
)
_PREVIOUS = re.compile(
    r"\b(?:down from|up from|compared (?:with|to)|instead of|rather than|as opposed to|(?:an? )?(?:earlier|previous(?:ly)?|initial|original)"
    r"(?: (?:\w+ )?(?:of|estimate of|toll of|figure of|count of))?|previously|against|versus|not the|and not|revised from|lowered from|raised from|from(?: the)?(?: (?:earlier|previous|initial|current))?)\s(?:the\s|an?\s|about\s|some\s|around\s)*$"
)
_PART = re.compile(
    r"(?:\bincluding|\bamong (?:them|whom|which)(?: (?:were|are|was))?|\bof (?:them|whom|which)|\bamong (?:the|those) (?:dead|killed|victims|wounded|injured)(?: (?:were|was|are))?|\binclude|\bincluded)[\s,]+(?:at least |the |an? |as many as |up to |about |some |more than |over )*$"
)
_ALTERNATIVE = re.compile(
    r",?\s(?:(?:and\s)?(?:possibly|perhaps|maybe)|if\snot|or(?:\seven|\spossibly|\sperhaps|\smaybe)?)?\s?"
)
_BEFORE_SCOPE = re.compile(
    r"\s(?:(?:others?|more|were|are|have|been|had|was|left|reported|reportedly)\s)*(?:wounded|injured|killed|dead|hurt|missing|captured|detained|arrested|displaced)\b"
)
_CHANGE = re.compile(
    r"\b(?:rose|risen|rise[sn]?|rising|increas\w+|gr[eo]w\w*|climb\w*|jump\w*|soar\w*|expand\w*|surg\w+|went|gone|rais\w+|revis\w+|swell\w*|swollen|f[ae]ll\w*|drop\w*|declin\w+|shr[iau]nk\w*|reduc\w+|cut\w*|decreas\w+|lower\w*|dwindl\w+|slash\w*|narrow\w*|plung\w+|slump\w*|downgrad\w+|upgrad\w+|plummet\w*|dip\w*|moved?|chang\w+|extend\w*|boost\w*|doubl\w+|tripl\w+|shift\w*)\b"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A number on its way to a mention: offsets into the sentence, what it says so far, and what it counts."""

    found: Found
    start: int
    end: int
    quantity: Quantity
    head: Head
    flag: str | None = None


def joined(sentence: Sentence, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a sentence with ranges merged and every role set."""
    lower = sentence.text.lower()
    merged = _ranges(lower, pieces)
    merged = _shared_units(lower, merged)
    merged = _conversions(lower, merged)
    merged = _revisions(lower, merged)
    return _elliptical(lower, _parts(lower, merged))


def _ranges(lower: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Merge "10 to 15", "10-15", "between 10 and 15"; drop scores and votes such as 3-2."""
    result: list[Piece] = []
    for piece in pieces:
        if not result:
            result.append(piece)
            continue
        last = result[-1]
        link = lower[last.end : piece.start]
        between = link.strip() == "and" and re.search(r"\bbetween\s(?:an?\s|about\s)?$", lower[: last.start])
        if not (between or _RANGE.fullmatch(link)) or not _compatible(last, piece):
            result.append(piece)
            continue
        span = _span_of_range(lower, last, piece, link, bool(between))
        if span is not None:
            result[-1] = span
        elif link.strip() in ("-", "–"):
            result.pop()  # a score: neither counts anything
        else:
            result.append(piece)
    return result


def _compatible(left: Piece, right: Piece) -> bool:
    return left.quantity.unit in ("count", right.quantity.unit) or (
        right.quantity.unit == "count"
        and left.found.core_end == left.found.end
        and left.found.core_start != left.found.start
    )


def _span_of_range(lower: str, left: Piece, right: Piece, link: str, between: bool) -> Piece | None:
    low, high = left.found.number.low, right.found.number.high
    if high is None:
        return None
    digits = lower[left.found.core_start : left.found.core_end].replace(",", "")
    if digits.isdigit() and low < 1000 <= high and low * _scale(lower, right) < high:
        low *= _scale(lower, right)  # "10 to 15 million"
    if (
        not low < high
        or _CHANGE.search(lower[max(0, left.start - 40) : left.start])
        and re.search(r"from\s(?:\w+\s)?$", lower[: left.start])
    ):
        return None
    if link.strip() == "or" and high > max(low + 3, 2 * low):
        return None
    unit = right.quantity.unit if right.quantity.unit != "count" else left.quantity.unit
    start = left.start
    if between:
        start = lower.rindex("between", 0, left.start)
    quantity = replace(
        right.quantity,
        low=low,
        high=high,
        unit=unit,
        approximate=left.quantity.approximate or right.quantity.approximate,
    )
    return Piece(right.found, start, right.end, quantity, right.head)


def _scale(lower: str, piece: Piece) -> float:
    words = lower[piece.found.core_start : piece.found.core_end]
    for word, value in (
        ("thousand", 1e3),
        ("million", 1e6),
        ("billion", 1e9),
        ("bn", 1e9),
        ("m", 1e6),
        ("k", 1e3),
        ("dozen", 12.0),
        ("hundred", 100.0),
    ):
        if re.search(rf"[\d\s-]{word}$", words):
            return value
    return 1.0


def _shared_units(lower: str, pieces: list[Piece]) -> list[Piece]:
    """Give "10" of "10 and 15 per cent" the unit that only its neighbour carries."""
    result = list(pieces)
    for at in range(len(result) - 2, -1, -1):
        left, right = result[at], result[at + 1]
        link = lower[left.end : right.start]
        if (
            left.quantity.unit == "count"
            and (left.quantity.of is None or not left.head.direct)
            and right.quantity.unit != "count"
            and link in (" and ", " or ", ", ", " to ", " versus ")
        ):
            result[at] = replace(
                left, quantity=replace(left.quantity, unit=right.quantity.unit, of=right.quantity.of, scope=None)
            )
    return result


def _conversions(lower: str, pieces: list[Piece]) -> list[Piece]:
    """Mark the second of two units for one amount, and flag both where they do not agree."""
    lex = lexicon()
    result = list(pieces)
    for at in range(1, len(result)):
        left, right = result[at - 1], result[at]
        link = lower[left.end : right.start]
        if not _CONVERSION.fullmatch(link) or not _same_dimension(left.quantity, right.quantity, lex, link):
            continue
        right = replace(
            right, quantity=replace(right.quantity, role="conversion", of=left.quantity.of or right.quantity.of)
        )
        if right.quantity.of and not left.quantity.of:
            left = replace(left, quantity=replace(left.quantity, of=right.quantity.of))
        flag = None if _agrees(left.quantity, right.quantity, lex) else MISMATCH
        result[at - 1 : at + 1] = [replace(left, flag=flag), replace(right, flag=flag)]
    return result


def _same_dimension(left: Quantity, right: Quantity, lex: Lexicon, link: str) -> bool:
    first, second = lex.by_name.get(left.unit), lex.by_name.get(right.unit)
    if first is None or second is None:
        plain = {left.unit, right.unit} & {"count", "fraction"}
        return first is None and second is None and not plain and left.unit != right.unit and "(" in link
    return (
        first.dimension == second.dimension and first.name != second.name and first.dimension not in ("time", "share")
    )


def _agrees(left: Quantity, right: Quantity, lex: Lexicon) -> bool:
    first, second = lex.by_name.get(left.unit), lex.by_name.get(right.unit)
    if first is None or second is None:
        return True  # currencies: no rate is known
    for mine, theirs in ((left.low, right.low), (left.high, right.high)):
        if mine is None or theirs is None:
            continue
        converted = _converted(mine, first.name, first.factor / second.factor, second.name)
        back = _converted(theirs, second.name, second.factor / first.factor, first.name)
        if not (_near(converted, theirs) or _near(back, mine)):
            return False
    return True


def _converted(value: float, source: str, factor: float, target: str) -> float:
    if (source, target) == ("degC", "degF"):
        return value * 9 / 5 + 32
    if (source, target) == ("degF", "degC"):
        return (value - 32) * 5 / 9
    return value * factor


def _near(value: float, stated: float) -> bool:
    decimals = len(f"{stated:.10g}".partition(".")[2])
    return abs(value - stated) <= max(0.5 * 10.0**-decimals, _TOLERANCE * abs(stated))


def _revisions(lower: str, pieces: list[Piece]) -> list[Piece]:
    """Mark the earlier value of a change; it takes unit and what is counted from the value that replaced it."""
    result = list(pieces)
    for at, piece in enumerate(pieces):
        if piece.quantity.role != "value" or not _is_previous(lower, result, at):
            continue
        twin = _current(result, at)
        quantity = replace(piece.quantity, role="previous")
        if twin is not None:
            bare = quantity.unit == "count" and quantity.of is None
            unit = twin.unit if bare else quantity.unit
            quantity = replace(quantity, unit=unit, of=quantity.of or twin.of, scope=quantity.scope or twin.scope)
            result = _completed(result, twin, quantity)
        result[at] = replace(piece, quantity=quantity)
    return result


def _completed(pieces: list[Piece], twin: Quantity, earlier: Quantity) -> list[Piece]:
    """`pieces` with what `twin` lacks taken from the value it replaced: "the toll rose from 9 to 12"."""
    if twin.of is not None or twin.unit != earlier.unit:
        return pieces
    full = replace(twin, of=earlier.of, scope=twin.scope or earlier.scope)
    return [replace(piece, quantity=full) if piece.quantity is twin else piece for piece in pieces]


def _is_previous(lower: str, pieces: list[Piece], at: int) -> bool:
    before = lower[max(0, pieces[at].start - 60) : pieces[at].start]
    match = _PREVIOUS.search(before)
    if match is None:
        return False
    if not match[0].startswith(("from", "against", "versus")):
        return len(pieces) > 1 or match[0].startswith(("down", "up"))
    near = lower[max(0, pieces[at].start - 60) : pieces[at].start]
    follows = at + 1 < len(pieces) and re.match(r"[\w\s,%-]{0,25}\bto\s", lower[pieces[at].end : pieces[at + 1].end])
    precedes = at > 0 and lower[pieces[at - 1].end : pieces[at].start].count(",") <= 1
    comparable = any(
        0 <= other < len(pieces) and pieces[other].quantity.unit in (pieces[at].quantity.unit, "count")
        for other in (at - 1, at + 1)
    )
    changed = _CHANGE.search(near) or re.search(r"\b(?:up|down)\s(?:to|by)\s", near)
    return bool(comparable and (follows or precedes) and changed)


def _current(pieces: list[Piece], at: int) -> Quantity | None:
    for other in (at - 1, at - 2, at + 1):
        if 0 <= other < len(pieces) and pieces[other].quantity.role == "value":
            return pieces[other].quantity
    return None


def _parts(lower: str, pieces: list[Piece]) -> list[Piece]:
    result = list(pieces)
    for at, piece in enumerate(pieces):
        if piece.quantity.role != "value" or piece.quantity.unit != "count":
            continue
        before = lower[max(0, piece.start - 60) : piece.start]
        listed = (
            at > 0
            and result[at - 1].quantity.role == "part"
            and re.fullmatch(r"[\w\s'’-]{0,30}(?:,|\sand|, and)\s", lower[pieces[at - 1].end : piece.start])
        )
        if at > 0 and (_PART.search(before) or listed):
            whole = result[at - 1].quantity
            result[at] = replace(
                piece, quantity=replace(piece.quantity, role="part", scope=piece.quantity.scope or whole.scope)
            )
    return result


def _elliptical(lower: str, pieces: list[Piece]) -> list[Piece]:
    """Give a number without a noun the noun of its neighbour: "12 soldiers were killed and 30 wounded"."""
    result = list(pieces)
    for at, piece in enumerate(result):
        quantity = piece.quantity
        if quantity.of is not None or quantity.unit != "count":
            continue
        later = result[at + 1].quantity if at + 1 < len(result) else None
        if later is not None and _ALTERNATIVE.fullmatch(lower[piece.end : result[at + 1].start]):
            result[at] = replace(piece, quantity=replace(quantity, of=later.of, whose=later.whose))
        elif quantity.scope is not None and _BEFORE_SCOPE.match(lower, piece.end):
            earlier = [p.quantity for p in result[:at] if p.quantity.role == "value" and p.quantity.unit == "count"]
            if earlier and earlier[-1].of and earlier[-1].scope not in (None, quantity.scope):
                result[at] = replace(piece, quantity=replace(quantity, of=earlier[-1].of, whose=earlier[-1].whose))
    return result
