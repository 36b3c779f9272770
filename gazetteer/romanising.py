"""Latin spellings of Cyrillic place names as news text of either side writes them."""

from __future__ import annotations

import re
from itertools import product

__all__ = ["CYRILLIC", "romanised"]

CYRILLIC = frozenset({"UA", "RU", "BY", "KZ", "KG", "BG", "MK", "RS"})
LETTERS = re.compile(r"^[\u0410-\u044f\u0401\u0451\u0404\u0454\u0406\u0456\u0407\u0457\u0490\u0491 ’'ʼ-]+$")
UKRAINIAN = re.compile("[іїєґІЇЄҐ]")
RUSSIAN = re.compile("[ыэъёЫЭЪЁ]")

SHARED = dict(
    zip(
        "абвджзклмнопрстуфхцчшщ",
        "a b v d zh z k l m n o p r s t u f kh ts ch sh shch".split(),
        strict=True,
    )
)
FROM_RUSSIAN = SHARED | {
    "г": "g", "е": "e", "ё": "yo", "и": "i", "й": "y", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
FROM_UKRAINIAN = SHARED | {
    "г": "h", "ґ": "g", "е": "e", "є": "ie", "и": "y", "і": "i", "ї": "i", "й": "i", "ь": "", "ю": "iu", "я": "ia",
}  # fmt: skip
INITIAL = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
ENDINGS = (("iy", "y"), ("yy", "y"), ("yi", "y"), ("aia", "aya"), ("oye", "oe"), ("evo", "yevo"))


def romanised(names: set[str]) -> set[str]:
    """The Latin spellings of those of `names` that are Cyrillic; Russian and Ukrainian letters by their own systems."""
    found: set[str] = set()
    for name in names:
        if not LETTERS.match(name):
            continue
        if not UKRAINIAN.search(name):
            found |= _spellings(name, FROM_RUSSIAN)
        if not RUSSIAN.search(name):
            found |= _spellings(name, FROM_UKRAINIAN)
    return {name for name in found if len(name) > 2}


def _spellings(name: str, letters: dict[str, str]) -> set[str]:
    words = [{_word(word, letters)} for word in re.split(r"[ -]", name) if word]
    for word in words:
        for long, short in ENDINGS:
            word |= {spelled.removesuffix(long) + short for spelled in word if spelled.endswith(long)}
    return {" ".join(parts) for parts in product(*words)}


def _word(word: str, letters: dict[str, str]) -> str:
    lower = word.lower().replace("’", "").replace("'", "").replace("ʼ", "")
    first = (
        INITIAL.get(lower[:1], letters.get(lower[:1], "")) if letters is FROM_UKRAINIAN else letters.get(lower[:1], "")
    )
    if letters is FROM_RUSSIAN and lower.startswith("е"):
        first = "ye"
    rest = "".join(letters.get(letter, "") for letter in lower[1:])
    if letters is FROM_RUSSIAN:
        rest = re.sub(r"(?<=[aeiouy])e", "ye", rest)
    return (first + rest).capitalize()
