"""How near two texts are in what they speak of, from a fixed table of word pieces."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float32]

__all__ = ["DIMENSIONS", "TABLE", "VOCABULARY", "closeness", "split", "weight"]

DIMENSIONS = 128
TABLE = Path(__file__).parent / "words.npy"
VOCABULARY = Path(__file__).parent / "words.txt"
WORD = re.compile(r"[a-z0-9]+")
INSIDE = "##"  # begins a piece that stands inside a word
CACHED = 32_768  # texts whose vectors stay in memory: 20 MB


def closeness(one: str, other: str) -> float:
    """How near two texts are in what they speak of, -1 to 1; near 1 for the same matter in other words too.

    It knows nothing of who did what, of order or of denial: "A hit B" and "B did not hit A" are near.
    """
    return round(float(_vector(one) @ _vector(other)), 4)  # machines sum in different orders


def weight(word: str) -> float:
    """How much a word says: little for a frequent one, nought for one without known pieces."""
    return _summed(word)[1]


def split(text: str, known: Mapping[str, int]) -> Iterator[int]:
    """The numbers of the word pieces of a text, each the longest that `known` has; what it lacks is left out."""
    for word in _words(text):
        yield from _pieces(word, known)


def _words(text: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    return WORD.findall(plain)


def _pieces(word: str, known: Mapping[str, int]) -> Iterator[int]:
    at = 0
    while at < len(word):
        ends = range(len(word), at, -1)
        prefix = INSIDE if at else ""
        end = next((end for end in ends if prefix + word[at:end] in known), None)
        if end is None:
            return
        yield known[prefix + word[at:end]]
        at = end


def _vector(text: str) -> Vector:
    """The direction of a text; nought for a text without a known word."""
    return _summed(text)[0]


@lru_cache(maxsize=CACHED)
def _summed(text: str) -> tuple[Vector, float]:
    """The direction and the length of the sum of a text's pieces."""
    import numpy as np

    _, rows, scales = _table()
    found = [row for word in _words(text) for row in _rows_of(word)]
    total: Vector = scales[found] @ rows[found].astype(np.float32)
    length = float(np.linalg.norm(total))
    return (total / length if length else total), length


@lru_cache(maxsize=CACHED)
def _rows_of(word: str) -> tuple[int, ...]:
    """The numbers of the pieces of a word: reports on one war use the same words again and again."""
    return tuple(_pieces(word, _table()[0]))


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, int], Any, Any]:
    """The vocabulary, the rows and their scales; the file is mapped, not read."""
    import numpy as np

    known = {piece: row for row, piece in enumerate(VOCABULARY.read_text(encoding="utf-8").splitlines())}
    table = np.load(TABLE, mmap_mode="r")
    scales = np.ascontiguousarray(table[:, DIMENSIONS:]).view(np.float32).reshape(-1)
    return known, table[:, :DIMENSIONS], scales
