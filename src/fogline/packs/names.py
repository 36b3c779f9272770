"""When two names are one: spellings folded, transliterations levelled, titles and given names weighed."""

from __future__ import annotations

import re
from functools import lru_cache

from fogline.packs.folding import fold
from fogline.packs.wordlists import given_names, name_variants

__all__ = ["name_key", "same_name", "same_word", "spelling_key"]

_EMPTY = frozenset({"the", "a", "an", "of", "for", "in", "and", "s", "'s", "'", "to", "al", "el"})
_TITLES = frozenset(
    """mr mrs ms dr prof president general gen colonel col lieutenant lt major maj captain capt minister prime king
    queen sheikh sir lord commander admiral governor mayor chancellor ambassador envoy secretary spokesman
    spokeswoman""".split()
)
# Romanisations of one sound, longest first: Cyrillic and Arabic names reach English text by several systems.
_SOUNDS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"shch|sch", "sh"),
        (r"tch", "ch"),
        (r"([kgd])h", r"\1"),
        (r"ph", "f"),
        (r"ou|oo", "u"),
        (r"ee", "i"),
        (r"x", "ks"),
        (r"ck|q", "k"),
        (r"w", "v"),
        (r"[yj]", "i"),
        (r"iie|ie", "e"),
        (r"eo|io", "o"),
        (r"ia", "a"),
        (r"(.)\1+", r"\1"),
    )
)
_VOWELS = re.compile(r"(?<!^)[aeiou]")


@lru_cache(maxsize=16_384)
def spelling_key(word: str) -> str:
    """The sound of a word as romanised: Zelensky, Zelenskyy and Zelenskiy have one key."""
    key = re.sub(r"[^a-z0-9]", "", fold(word))
    for pattern, to in _SOUNDS:
        key = pattern.sub(to, key)
    return key


@lru_cache(maxsize=65_536)
def same_word(left: str, right: str) -> bool:
    """Whether two words are spellings of one name.

    Equal sound, or, from five letters on, equal consonants (h and g alike) with at most two differing vowels:
    Kharkiv and Kharkov, Luhansk and Lugansk, Mohamed and Muhammad.
    """
    one, two = spelling_key(left), spelling_key(right)
    if one == two:
        return True
    if min(len(one), len(two)) < 5 or abs(len(one) - len(two)) > 2:
        return False
    return _skeleton(one) == _skeleton(two) and _distance(one, two) <= 3


@lru_cache(maxsize=16_384)
def name_key(name: str) -> tuple[str, ...]:
    """The words of a name that carry it, folded, sides in one form, articles and "of" dropped, as a sorted tuple.

    "Ukraine's Armed Forces", "Ukrainian Armed Forces" and "the Armed Forces of Ukraine" have one key.
    """
    return tuple(sorted(_words(name)))


def same_name(left: str, right: str) -> bool:
    """Whether two resolved names can stand for one actor.

    True for equal names, aliases of the world list, transliterations, a person with and without given name or title.
    A surname alone matches a full name; two different given names do not.
    """
    if fold(left) == fold(right):
        return True
    one, two = _words(left), _words(right)
    if not one or not two:
        return False
    if len(one) == len(two) and all(map(same_word, sorted(one), sorted(two))):
        return True
    if spelling_key("".join(one)) == spelling_key("".join(two)):  # Abdel Fattah and Abdelfattah
        return True
    return _same_person(_without_titles(one), _without_titles(two))


def _words(name: str) -> list[str]:
    plain = fold(name)
    plain = name_variants().get(plain, plain)
    words = re.findall(r"[\w.&']+", _spelling(plain).replace("'s ", " ").replace("s' ", "s "))
    variants = name_variants()
    expanded = (variants.get(word.strip(".'"), word.strip(".'")) for word in words)
    return [word for words_ in expanded for word in words_.split() if word and word not in _EMPTY]


def _spelling(plain: str) -> str:
    """British and American spellings as one."""
    return plain.replace("defense", "defence").replace("ization", "isation").replace("center", "centre")


def _without_titles(words: list[str]) -> list[str]:
    return [word for word in words if word not in _TITLES] or words


def _same_person(one: list[str], two: list[str]) -> bool:
    if len(one) > len(two):
        one, two = two, one
    if not same_word(one[-1], two[-1]) and not (len(one) == 1 and _family_first(one[0], two)):
        return False
    if len(one) == 1:
        return len(two) == 1 or _is_given(two[0]) or _family_first(one[0], two)
    return _same_given(one[0], two[0]) and (len(one) == 2 or len(two) > 2 or one == two)


def _same_given(left: str, right: str) -> bool:
    if len(left) == 1 or len(right) == 1:
        return left[0] == right[0]
    equal = given_names().equivalent
    return same_word(left, right) or equal.get(left, left) == equal.get(right, right)


def _is_given(word: str) -> bool:
    return given_names().gender(word) is not None


def _family_first(word: str, name: list[str]) -> bool:
    return word == name[0] and word in given_names().family_first


def _skeleton(key: str) -> str:
    return re.sub(r"(.)\1+", r"\1", _VOWELS.sub("", key.replace("g", "h")))


def _distance(one: str, two: str) -> int:
    """Edit distance of two short words."""
    row = list(range(len(two) + 1))
    for i, a in enumerate(one, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(two, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
    return row[-1]
