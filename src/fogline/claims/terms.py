"""The words of a telling that mean something, and its figures, as two tellings are compared by them."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["figures_at_odds", "figures_in", "share_between", "terms"]

WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+")  # "3M" is 3 and M
FEWEST = 2  # words of a telling below which it cannot be compared
STEM = 5  # characters by which "evacuate" and "evacuation" are one word
ENDING = re.compile(r"(?:ing|ed|es|s)$")
COUNTS = dict(
    zip(
        """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen twenty""".split(),
        map(str, range(1, 21)),
        strict=True,
    )
)
# What reports put in different words from headline to lead.
SAME = {
    word: row[0]
    for row in (
        "kill killed kills killing dead die dies died dying death deaths slain fatally".split(),
        "wound wounded wounds wounding injure injured injures injuring injuries hurt".split(),
        "attack attacks attacked strike strikes struck hit hits raid raids raided airstrike airstrikes".split(),
        "take takes took taken taking seize seizes seized seizing capture captures captured capturing".split(),
        "truce truces ceasefire ceasefires".split(),
        "agreement agreements deal deals accord accords pact".split(),
        "rebel rebels insurgent insurgents militant militants jihadist jihadists".split(),
        "army military troops soldiers servicemen".split(),
        "km kilometre kilometres kilometer kilometers".split(),
        "sq square".split(),
        "region province governorate oblast department".split(),
        "blast blasts explosion explosions".split(),
    )
    for word in row
}
EMPTY = frozenset(
    """m mln million bn billion k thousand town city village
    a an the and or but of in on at to for from by with as that this it its is are was were be been has have had will
    would not no least some about nearly almost over another total he she they his her their who which after before
    into than more said says say""".split()
)


@lru_cache(maxsize=1024)
def terms(text: str) -> frozenset[str]:
    """The words of a text that mean something, cut to their beginning."""
    words = (COUNTS.get(word, word) for word in map(str.lower, WORD.findall(text)))
    return frozenset(_stem(word) for word in words if word not in EMPTY and (len(word) > 1 or word.isdigit()))


def _stem(word: str) -> str:
    """The beginning of a word, without its ending: "killing" and "killed" are "kill", and so is "dead"."""
    word = SAME.get(word, word)
    bare = ENDING.sub("", word) if len(word) >= STEM else word
    return (bare.rstrip("e") or bare)[:STEM]


def share_between(words: frozenset[str], others: frozenset[str]) -> float:
    """Share of the fewer terms that the more have, too; 0 where there is hardly one."""
    least = min(len(words), len(others))
    return len(words & others) / least if least >= FEWEST else 0.0


@lru_cache(maxsize=1024)
def figures_in(text: str) -> frozenset[str]:
    """The numbers of a text as they are written, small ones in words as figures."""
    words = (COUNTS.get(word.lower(), word) for word in WORD.findall(text))
    return frozenset(word for word in words if word[0].isdigit())


def figures_at_odds(one: str, other: str) -> bool:
    """Whether both texts have figures and share none."""
    counts, others = figures_in(one), figures_in(other)
    return bool(counts and others) and not counts & others
