"""Two numbers that make one: "10 to 15", "between 10 and 15", "$5-10 million"; and a unit said once for two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from fogline.mentions.quantities.pieces import Piece

__all__ = ["CHANGE", "merge_ranges", "share_units"]

CHANGE = re.compile(
    r"\b(?:rose|risen|rise[sn]?|rising|increas\w+|gr[eo]w\w*|climb\w*|jump\w*|soar\w*|expand\w*|surg\w+|went|gone|rais\w+"
    r"|revis\w+|swell\w*|swollen|f[ae]ll\w*|drop\w*|declin\w+|shr[iau]nk\w*|reduc\w+|cut\w*|decreas\w+|lower\w*"
    r"|dwindl\w+|slash\w*|narrow\w*|plung\w+|slump\w*|downgrad\w+|upgrad\w+|plummet\w*|dip\w*|moved?|chang\w+"
    r"|extend\w*|boost\w*|doubl\w+|tripl\w+|shift\w*|correct\w*|amend\w*|trimm?\w*|updat\w+|adjust\w*)\b"
)
_HYPHEN = re.compile(r"\s?(?:-|–|—)\s?$")
_WORD = re.compile(r"\s(?:to|or)\s(?:\$|€|£)?$")
_BETWEEN = re.compile(r"\bbetween\s(?:an?\s|about\s)?$")
_SHARED = (" and ", " or ", ", ", " to ", " versus ")
_SCALES = {
    "thousand": 1e3, "million": 1e6, "mln": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12,
    "k": 1e3, "dozen": 12.0, "hundred": 100.0, "lakh": 1e5, "crore": 1e7,
}  # fmt: skip
_WIDEST = 3  # "two or three" and "ten or twelve" are ranges; "5 or 50" are two guesses


def merge_ranges(lower: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with each range as one; scores and votes such as 3-2 are dropped, as they count nothing."""
    result: list[Piece] = []
    for piece in pieces:
        link = lower[result[-1].end : piece.start] if result else ""
        if not result or not _linked(lower, result[-1], piece, link):
            result.append(piece)
        elif (merged := _merged(lower, result[-1], piece, link)) is not None:
            result[-1] = merged
        elif _HYPHEN.fullmatch(link) and "—" not in link and not link.startswith(" "):
            result.pop()
        else:
            result.append(piece)
    return result


def _linked(lower: str, left: Piece, right: Piece, link: str) -> bool:
    joined = _HYPHEN.fullmatch(link) or _WORD.fullmatch(link) or _is_between(lower, left, link)
    priced = left.found.core_start != left.found.start and left.found.core_end == left.found.end
    same = left.quantity.unit in ("count", right.quantity.unit) or (right.quantity.unit == "count" and priced)
    return bool(joined) and same


def _is_between(lower: str, left: Piece, link: str) -> bool:
    return link.strip() == "and" and bool(_BETWEEN.search(lower[: left.start]))


def _merged(lower: str, left: Piece, right: Piece, link: str) -> Piece | None:
    """The range from `left` to `right`; None where the two are no range: falling, far apart, or a change."""
    low, high = left.found.number.low, right.found.number.high
    if high is None:
        return None
    scale = _scale(lower, right)
    if lower[left.found.core_start : left.found.core_end].replace(",", "").isdigit() and low * scale < high:
        low *= scale  # "10 to 15 million"
    too_wide = link.strip() == "or" and high > max(low + _WIDEST, 2 * low)
    if low >= high or too_wide or _is_change(lower, left, link):
        return None
    between = _is_between(lower, left, link)
    quantity = replace(
        right.quantity,
        low=low,
        high=high,
        unit=left.quantity.unit if right.quantity.unit == "count" else right.quantity.unit,
        approximate=left.quantity.approximate or right.quantity.approximate,
        scope=right.quantity.scope or left.quantity.scope,
    )
    return replace(right, start=lower.rindex("between", 0, left.start) if between else left.start, quantity=quantity)


def _is_change(lower: str, left: Piece, link: str) -> bool:
    """Whether two numbers tell of a change: "the toll rose from 9 to 12", "prices rose 4 per cent to 12 per cent"."""
    before = lower[max(0, left.start - 60) : left.start]
    if not CHANGE.search(before):
        return False
    own_unit = left.found.end > left.found.core_end and link.strip() == "to"
    return own_unit or bool(re.search(r"(?:from|by)\s(?:\w+\s)?$", before))


def _scale(lower: str, piece: Piece) -> float:
    last = re.search(r"[a-z]+$", lower[piece.found.core_start : piece.found.core_end])
    return _SCALES.get(last[0].removesuffix("s"), 1.0) if last and last.start() else 1.0


def share_units(lower: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces, "10" of "10 and 15 per cent" with the unit that only its neighbour carries."""
    result = list(pieces)
    for at in range(len(result) - 2, -1, -1):
        left, right = result[at], result[at + 1]
        bare = left.quantity.unit == "count" and (left.quantity.of is None or not left.head.direct)
        share = right.quantity.unit == "fraction"  # "put at 61, half of them women"
        if bare and right.quantity.unit != "count" and not share and lower[left.end : right.start] in _SHARED:
            shared = replace(left.quantity, unit=right.quantity.unit, of=right.quantity.of, scope=None)
            result[at] = replace(left, quantity=shared)
    return result
