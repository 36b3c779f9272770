"""Windows as the network learns from them: anywhere in a report, each sharing some pieces with the next."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from fogline.claims.tagger.windows import Window

if TYPE_CHECKING:
    from fogline.claims.tagger.words import Words

__all__ = ["shared_windows"]


def shared_windows(words: Words, size: int, overlap: int) -> list[Window]:
    """Windows of at most `size` word pieces, frame pieces not counted, each sharing `overlap` with the next."""
    count, total = len(words), len(words.pieces)
    first = words.first.tolist()
    windows: list[Window] = []
    low = 0
    while low < count:
        high = min(count, max(low + 1, bisect_right(first, first[low] + size) - 1))
        windows.append(Window(low, high))
        if first[high] >= total:
            break
        low = max(low + 1, bisect_right(first, first[high] - overlap) - 1)
    return windows
