"""Two units for one amount: "110 square kilometres (42 square miles)", checked against each other."""

from __future__ import annotations

import re
from dataclasses import replace

from fogline.mentions.quantities.lexicon import Lexicon, Unit, lexicon
from fogline.mentions.quantities.pieces import Piece
from fogline.records.mentions import Quantity

__all__ = ["MISMATCH", "mark_conversions"]

MISMATCH = "the two units do not give the same amount"
_TOLERANCE = 0.08  # "20 miles (30 km)" is 7 % off and still one fact to a newsroom
_LINK = re.compile(
    r"\s?(?:\(|/|,?\sor\s|,\s|;\s)(?:about|around|roughly|approximately|approx\.?|nearly|almost|some|over|just over"
    r"|more than)?\s?$"
)
_NO_CONVERSION = frozenset({"time", "share"})


def mark_conversions(lower: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces with the second of two units marked, and both flagged where they do not agree."""
    lex = lexicon()
    result = list(pieces)
    for at in range(1, len(result)):
        left, right = result[at - 1], result[at]
        link = lower[left.end : right.start]
        if not _LINK.fullmatch(link) or not _same_kind(left.quantity, right.quantity, lex, link):
            continue
        of = left.quantity.of or right.quantity.of
        flag = None if _agrees(left.quantity, right.quantity, lex) else MISMATCH
        result[at - 1] = replace(left, quantity=replace(left.quantity, of=of), flag=flag)
        result[at] = replace(right, quantity=replace(right.quantity, role="conversion", of=of), flag=flag)
    return result


def _same_kind(left: Quantity, right: Quantity, lex: Lexicon, link: str) -> bool:
    first, second = lex.by_name.get(left.unit), lex.by_name.get(right.unit)
    if first is not None and second is not None:
        same = first.dimension == second.dimension and first.name != second.name
        return same and first.dimension not in _NO_CONVERSION
    if first is not None or second is not None or left.unit == right.unit:
        return False
    money = not {left.unit, right.unit} & {"count", "fraction"}
    return money and ("(" in link or left.role == "conversion")


def _agrees(left: Quantity, right: Quantity, lex: Lexicon) -> bool:
    """Whether both sides give the same amount within rounding; two currencies always do, as no rate is known."""
    first, second = lex.by_name.get(left.unit), lex.by_name.get(right.unit)
    if first is None or second is None:
        return True
    both = ((left.low, right.low), (left.high, right.high))
    return all(
        _near(_converted(mine, first, second), theirs) or _near(_converted(theirs, second, first), mine)
        for mine, theirs in both
        if mine is not None and theirs is not None
    )


def _converted(value: float, source: Unit, target: Unit) -> float:
    if (source.name, target.name) == ("degC", "degF"):
        return value * 9 / 5 + 32
    if (source.name, target.name) == ("degF", "degC"):
        return (value - 32) * 5 / 9
    return value * source.factor / target.factor


def _near(value: float, stated: float) -> bool:
    decimals = len(f"{stated:.10g}".partition(".")[2])
    return abs(value - stated) <= max(0.5 * 10.0**-decimals, _TOLERANCE * abs(stated))
