"""What copies what: bands that copies share, and how much of one text stands in another."""

from __future__ import annotations

import re
from hashlib import blake2b

__all__ = ["bands", "shared"]

SHINGLE_WORDS = 5
PERMUTATIONS = 128
BANDS = 32
SEED = 42  # part of what the stored bands mean: changing it makes old and new bands strangers
# Two outlets can write the same headline without copying: nothing below this length is called a copy.
FEWEST_WORDS = 10
WORD = re.compile(r"\w+(?:['’]\w+)*")


def bands(text: str) -> tuple[int, ...]:
    """The 32 band hashes of a text, signed 64-bit; near copies have one in common, short texts have none."""
    shingles = _shingles(text)
    if not shingles:
        return ()
    from rensa import RMinHash

    sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    sketch.update(list(shingles))
    digest = sketch.digest()
    rows = PERMUTATIONS // BANDS
    return tuple(_band(number, digest[number * rows : (number + 1) * rows]) for number in range(BANDS))


def shared(text_a: str, text_b: str) -> float:
    """How much of `text_a` stands in `text_b`, 0 to 1, in runs of five words.

    A shortened copy stands wholly in the original, the original only in part in the copy: ask both ways.
    Texts of fewer than ten words share nothing.
    """
    left = _shingles(text_a)
    return len(left & _shingles(text_b)) / len(left) if left else 0.0


def _shingles(text: str) -> set[str]:
    words = [word.lower().replace("’", "'") for word in WORD.findall(text)]
    if len(words) < FEWEST_WORDS:
        return set()
    return {" ".join(words[i : i + SHINGLE_WORDS]) for i in range(len(words) - SHINGLE_WORDS + 1)}


def _band(number: int, rows: list[int]) -> int:
    payload = b"".join(value.to_bytes(8, "big") for value in (number, *rows))
    return int.from_bytes(blake2b(payload, digest_size=8).digest(), "big", signed=True)
