"""What a search looks for: words, phrases and beginnings, cut the same way for every database.

SQLite and PostgreSQL cut text into words differently, so the cutting is done here and both are given plain words:
the same search finds the same claims on both.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

__all__ = ["Search", "Term", "fold", "parse_search", "words"]

WORD = re.compile(r"[^\W_]+")
PIECE = re.compile(r'(?P<no>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>\S+))')


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand together in this order; `prefix` lets the last one be a beginning."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Search:
    """All of `wanted` and none of `unwanted`."""

    wanted: tuple[Term, ...]
    unwanted: tuple[Term, ...] = ()


def fold(text: str) -> str:
    """`text` without case, accents and other marks: what names and words are compared by."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char))


def words(text: str) -> list[str]:
    """The folded words of `text`, in order."""
    return WORD.findall(fold(text))


def parse_search(text: str) -> Search:
    """The search that a person typed: words, "a phrase", begin*, -without.

    What holds no letter or digit is passed over; a search of nothing but that, or of `-without` alone, finds nothing.
    """
    wanted: list[Term] = []
    unwanted: list[Term] = []
    for piece in PIECE.finditer(text):
        raw = piece["phrase"] if piece["phrase"] is not None else piece["word"]
        found = tuple(words(raw))
        if found:
            term = Term(found, prefix=piece["phrase"] is None and raw.endswith("*"))
            (unwanted if piece["no"] else wanted).append(term)
    return Search(tuple(wanted), tuple(unwanted))
