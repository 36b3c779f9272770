"""What the columns of the network's output mean, and the features by which pieces are joined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from fogline.records.claims import KINDS, STANCES, STATUSES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from fogline.claims.tagger.words import Words

__all__ = [
    "ATTRIBUTES",
    "COLUMNS",
    "GAPS",
    "JOINS",
    "JOIN_WIDTH",
    "LEVEL_LABELS",
    "OWN_LABELS",
    "Spot",
    "column_slices",
    "join_gaps",
]

LEVEL_LABELS = ("O", *(f"{place}-{role}" for role in "SQC" for place in "BIES"))
OWN_LABELS = ("O", "B-C", "I-C", "E-C", "S-C")
ATTRIBUTES: dict[str, tuple[str, ...]] = {"stance": STANCES, "kind": KINDS, "status": STATUSES}
JOIN_WIDTH = 64
# from -> to; each has a vector of the one who asks, a vector of the one who answers, and a score for "nobody"
JOINS = ("content_speaker", "content_cue", "content_prior", "cue_speaker")
GAPS = 17 + 8 + 8  # rows of the three distance tables, see join_gaps


def _columns() -> dict[str, int]:
    attributes = sum(map(len, ATTRIBUTES.values()))
    widths = {"outer": len(LEVEL_LABELS), "nested": len(LEVEL_LABELS), "own": len(OWN_LABELS)}
    widths |= {"content_attributes": attributes, "cue_attributes": attributes}
    for join in JOINS:
        widths |= {f"{join}.asks": JOIN_WIDTH, f"{join}.answers": JOIN_WIDTH, f"{join}.nobody": 1}
    return widths


COLUMNS = _columns()


def column_slices() -> dict[str, slice]:
    """Where each head's columns lie in the output."""
    slices: dict[str, slice] = {}
    start = 0
    for name, width in COLUMNS.items():
        slices[name] = slice(start, start + width)
        start += width
    return slices


@dataclass(frozen=True, slots=True)
class Spot:
    """A marked piece in words: half-open word numbers."""

    low: int
    high: int


def _bucket(gap: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.searchsorted(np.asarray([1, 3, 6, 11, 21, 41, 81]), gap, side="right")


def join_gaps(words: Words, asking: list[Spot], answering: list[Spot]) -> NDArray[np.int64]:
    """How far each answering piece stands from each asking one: three rows of the distance tables for each pair.

    The first says how many words lie between and on which side (8 buckets a side, 16 for overlap), the second how many
    other answering pieces lie between and on which side, the third how many sentence starts lie between (0 to 3) and
    whether a paragraph ends there.
    """
    low, high = _edges(asking)
    from_low, from_high = low[:, None], high[:, None]
    to_low, to_high = (edge[None, :] for edge in _edges(answering))
    before, after = from_low - to_high, to_low - from_high
    gap = np.maximum(before, after)
    side = (after >= 0).astype(np.int64)
    words_between = np.where(gap < 0, 16, side * 8 + _bucket(np.maximum(gap, 0)))
    order = np.sort(to_low[0])
    rank_to, rank_from = np.searchsorted(order, to_low), np.searchsorted(order, from_low)
    between = np.where(to_low >= from_low, rank_to - rank_from, rank_from - rank_to - 1)
    pieces_between = 17 + (to_low >= from_low) * 4 + np.clip(between, 0, 3)
    left = np.minimum(from_low, to_low)
    right = np.maximum(from_low, to_low)
    starts = np.clip(words.sentence[right] - words.sentence[left], 0, 3)
    ends = (words.paragraph[right] != words.paragraph[left]).astype(np.int64)
    return np.stack(np.broadcast_arrays(words_between, pieces_between, 25 + ends * 4 + starts), axis=-1)


def _edges(spots: list[Spot]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    flat = np.asarray([(spot.low, spot.high) for spot in spots], dtype=np.int64).reshape(-1, 2)
    return flat[:, 0], flat[:, 1]
