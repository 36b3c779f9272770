"""Text without what spelling habits change: case, accents, typographic apostrophes."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

__all__ = ["fold"]

_TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "–": "-", "—": "-"})


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """`text` without case, accents and typographic apostrophes or dashes."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.translate(_TYPOGRAPHY)).casefold()
    return "".join(char for char in plain if not unicodedata.combining(char))
