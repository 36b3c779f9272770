"""Other ways to write a romanised name: "Aguelhoc" for Aguelhok, "Kafr Zeita" for Kafr Zita."""

from __future__ import annotations

from collections.abc import Iterator

__all__ = ["sounding_alike"]

SHORTEST = 6  # letters: shorter names have too many neighbours
# Sounds that transliterations write in two ways; each is tried in both directions, one at a time.
PAIRS = (
    ("c", "k"), ("ck", "k"), ("q", "k"), ("kh", "h"), ("gh", "g"), ("dj", "j"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
    ("y", "i"), ("iy", "y"), ("ei", "i"), ("w", "v"), ("ph", "f"), ("sh", "ch"), ("zh", "j"), ("ts", "c"), ("ay", "ai"),
    ("aw", "au"), ("h", ""), ("e", "i"), ("o", "u"), ("d", "t"), ("bb", "b"), ("dd", "d"), ("ff", "f"), ("ll", "l"),
    ("mm", "m"), ("nn", "n"), ("rr", "r"), ("ss", "s"), ("tt", "t"), ("zz", "z"),
)  # fmt: skip


def sounding_alike(name: str) -> Iterator[str]:
    """The folded name with one sound written another way; nothing for short names."""
    if len(name) < SHORTEST or not name.isalpha():
        return
    seen = {name}
    for one, other in PAIRS:
        for left, right in ((one, other), (other, one)):
            at = name.find(left, 1) if left else -1
            while at > 0:
                written = name[:at] + right + name[at + len(left) :]
                if written not in seen:
                    seen.add(written)
                    yield written
                at = name.find(left, at + 1)
