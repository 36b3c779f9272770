"""One spelling for all the ways a place name is typed."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache
from hashlib import blake2b

__all__ = ["fold", "is_spelling", "name_hash", "plain_article"]

HASH_BYTES = 6  # 48 bits: about one false hit in 10**8 look-ups of unknown names with a million names on file

ARTICLES = frozenset(
    {"al", "el", "ar", "er", "as", "es", "ash", "esh", "az", "ez", "ad", "ed", "an", "en", "at", "et", "ul"}
)

# Letters that Unicode does not decompose, and marks that names carry or lose at will.
REPLACED = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe", "ə": "e", "ħ": "h",
        "’": None, "'": None, "‘": None, "ʼ": None, "ʹ": None, "ʻ": None, "`": None, "´": None, "′": None,
        "ʿ": None, "ʾ": None, "″": None, "ʺ": None, '"': None, "“": None, "”": None,
        "-": " ", "‐": " ", "‑": " ", "–": " ", "—": " ", ".": " ", "/": " ", ",": " ", "_": " ", "(": " ", ")": " ",
    }
)  # fmt: skip


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """`name` in lower case without accents, apostrophes, hyphens and full stops: "Khar’kov" and "KHARKOV" are one."""
    if name.isascii():
        return " ".join(name.lower().translate(REPLACED).split())
    return _bare(_bare(name))  # twice: folding one letter can bring forth another that folds


def _bare(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.casefold().translate(REPLACED))
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(bare.casefold().translate(REPLACED).split())


def is_spelling(one: str, other: str) -> bool:
    """Whether two names share three in five of their letters, as spellings of one name do and older names do not."""
    left, right = Counter(fold(one)), Counter(fold(other))
    return (left & right).total() >= 0.6 * max(left.total(), right.total())


def plain_article(folded: str) -> str:
    """A folded name with its Arabic articles as "al": "jisr ash shughur" gives "jisr al shughur"."""
    words = folded.split(" ")
    return " ".join("al" if word in ARTICLES and at + 1 < len(words) else word for at, word in enumerate(words))


def name_hash(folded: str) -> int:
    """The 48-bit hash under which a folded name is filed."""
    return int.from_bytes(blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=HASH_BYTES).digest(), "big")
