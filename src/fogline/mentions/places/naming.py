"""Runs of capitalised words that can be the name of a place which no gazetteer lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fogline.mentions.places.lexicon import PlaceWords
    from fogline.mentions.places.words import Line, Word

__all__ = ["Stretch", "listed_after", "listed_before", "run_from", "run_to"]

LONGEST = 3  # words of a name
SHORT_PART = 3  # letters of a part in lower case: "Tel-el-Hawa"
JOINING = frozenset({"-", "‑", "'", "’"})
MOST = 12  # names of one list
# Words that begin a sentence before "cities", "villages", "bridge" without being a name.
GENERAL = frozenset(
    "both only what which each some many several other others all most no every any that this these those "
    "its their his her our another such few more less half none neither either whole entire whose first "
    "second third fourth fifth sixth seventh eighth ninth tenth two three four five six seven eight nine "
    "ten dozens hundreds when where while after before since until during near around about over under "
    "between among amid despite because however meanwhile nearby ".split()
)
FIRST = frozenset("old new upper lower greater great little big saint north south east west central".split())
# What armies seize that has a capital and is no town.
THINGS = frozenset("captagon tramadol kalashnikov kalashnikovs starlink toyota semtex fentanyl bitcoin".split())
UNNAMED = frozenset("pass bridge crossing dam camp checkpoint hill valley river lake island airport base".split())

Stretch = tuple[int, int]
"""The first and the last word of a name."""


def run_from(line: Line, first: int, words: PlaceWords, whole: bool = True) -> int | None:
    """The last word of the name that begins here: capitalised words, joined by nothing but spaces and hyphens.

    `whole` refuses a name that runs on into other capitalised words.
    """
    last = None
    for at in range(first, min(len(line.words), first + LONGEST)):
        word = line.words[at]
        joined = at == first or ((word.gap == " " or word.gap in JOINING) and not line.words[at - 1].possessive)
        if not joined or not _fits(line, at, words, at > first):
            break
        last = at
    following = line.near(last + 1) if last is not None else None
    runs_on = whole and following is not None and following.capital and following.gap == " "
    return None if runs_on else last


def run_to(line: Line, last: int, words: PlaceWords) -> int | None:
    """The first word of the name that ends here."""
    first = None
    for at in range(last, max(-1, last - LONGEST), -1):
        if not _fits(line, at, words, at > 0 and line.words[at].gap in JOINING):
            break
        first = at
        word = line.words[at]
        if not (word.gap == " " or word.gap in JOINING) or (at and line.words[at - 1].possessive):
            break
    if first is None or line.words[first].gap in JOINING:
        return None
    return first


def listed_after(line: Line, first: int, words: PlaceWords) -> Iterator[Stretch]:
    """The names of a list that begins here: "Oskravo, Tymetsk and Velyka Horska"."""
    for _ in range(MOST):
        last = run_from(line, first, words)
        if last is None:
            return
        yield first, last
        following = line.near(last + 1)
        if following is None:
            return
        if following.lower in ("and", "or") and following.gap in (" ", ", "):
            first = last + 2
        elif following.gap == ", " and following.capital:
            first = last + 1
        else:
            return


def listed_before(line: Line, last: int, words: PlaceWords) -> list[Stretch]:
    """The names of a list that ends here, the last one first: "Kashovu and Mulindi" before "villages"."""
    found: list[Stretch] = []
    while len(found) < MOST:
        first = run_to(line, last, words)
        if first is None:
            break
        found.append((first, last))
        before, gap = line.near(first - 1), line.words[first].gap
        if gap == ", ":
            last = first - 1
        elif gap == " " and before is not None and before.lower in ("and", "or") and before.gap in (" ", ", "):
            last = first - 2
        else:
            break
    return found


def _fits(line: Line, at: int, words: PlaceWords, inner: bool) -> bool:
    word, ahead = line.words[at], line.near(at + 1)
    hyphened = ahead is not None and ahead.gap in JOINING
    if (inner and word.gap in JOINING) or (hyphened and word.capital):
        return _is_part(word, inner)
    leads = ahead is not None and ahead.capital and (ahead.gap == " " or hyphened)
    if leads and word.lower in words.leading and (hyphened or (word.capital and not inner)):
        return True  # "Hayy al-Nil", "El Baraf"
    return (leads and not inner and word.capital and word.lower in FIRST) or _is_name(word, words)


def _is_part(word: Word, inner: bool) -> bool:
    """Whether a word can stand beside a hyphen in a name: "Al-Qarn", "Tel-el-Hawa"; not "Georgian-held", "D-Iowa"."""
    if inner:
        return word.capital or len(word.text) <= SHORT_PART
    return word.capital and len(word.text) > 1


def _is_name(word: Word, words: PlaceWords) -> bool:
    if not word.capital or word.short or not word.text[0].isalpha() or word.text[1:].isupper():
        return False
    plain = (words.common, words.title, words.organisation, words.government, words.never)
    direction = word.lower in words.direction and word.lower not in ("upper", "lower", "greater")
    return (
        word.lower not in UNNAMED
        and word.lower not in GENERAL
        and word.lower not in THINGS
        and not direction
        and not any(word.lower in listed for listed in plain)
        and not words.country_of(word.lower)
    )
