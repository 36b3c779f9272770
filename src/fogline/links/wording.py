"""The words of a claim as linking sees them: ideas, names and plain stems, and whether they deny."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from fogline.data.gazetteer import fold
from fogline.links.lexicon import lexicon

__all__ = ["IDEA", "NAME", "Wording", "skeleton", "stem", "wording"]

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
ENDINGS = (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))
SHORTEST_STEM = 3
IDEA, NAME = "~", "@"  # what a term that is not a plain stem begins with
AUXILIARIES = frozenset("do does did is are was were has have had wo would could should ca must".split())
# Letters and pairs that one spelling of a foreign name has and another lacks: Aguelhoc and Aguelhok, Kiev and Kyiv.
LIKE_LETTERS = str.maketrans({"c": "k", "q": "k", "z": "s", "w": "v", **dict.fromkeys("aeiouy", None)})


@dataclass(frozen=True, slots=True)
class Wording:
    """What a stretch of text speaks of.

    `terms` are ideas ("~strike"), skeletons of names ("@kznk") and stems of other words; `states` are the states that
    its words name; `tokens` the folded words in order; `denies` tells that its words deny.
    """

    terms: frozenset[str]
    states: frozenset[str]
    tokens: tuple[str, ...]
    denies: bool

    def has(self, *ideas: str) -> bool:
        """Whether it speaks of one of these ideas."""
        return any(IDEA + idea in self.terms for idea in ideas)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A folded word without its ending: "lorries" gives "lorry", "bombing" gives "bomb"."""
    for ending, instead in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM and not word.endswith("ss"):
            return word[: -len(ending)] + instead
    return word


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """A folded name as its consonants, each once: spellings of one foreign name mostly share it."""
    letters = name.replace("ph", "f").replace("ck", "k").translate(LIKE_LETTERS)
    return "".join(letter for at, letter in enumerate(letters) if at == 0 or letter != letters[at - 1])


@lru_cache(maxsize=16384)
def wording(text: str) -> Wording:
    """The wording of a stretch of text."""
    words = WORD.findall(text)
    tokens = tuple(fold(word) for word in words)
    terms: set[str] = set()
    states: set[str] = set()
    for index, (word, token) in enumerate(zip(words, tokens, strict=True)):
        bare = token[:-1] if word[-2:] in ("'s", "’s") else token
        state = lexicon().states.get(bare) if word[0].isupper() else None
        if state:
            states.add(state)
        else:
            terms |= _terms(word, bare, first=index == 0)
    return Wording(frozenset(terms), frozenset(states), tokens, _denies(" ".join(tokens)))


def _terms(word: str, bare: str, *, first: bool) -> set[str]:
    """What one word stands for; nothing for words that say little and for figures."""
    known = lexicon()
    if bare in known.stop or bare[0].isdigit() or len(bare) == 1:
        return set()
    ideas = known.ideas.get(bare) or known.ideas.get(stem(bare))
    if ideas:
        return {IDEA + idea for idea in ideas}
    if not word[0].isupper():
        return {stem(bare)}
    name = NAME + skeleton(bare) if len(skeleton(bare)) > 1 else NAME + bare
    return {name, stem(bare)} if first else {name}


def _denies(text: str) -> bool:
    known = lexicon()
    for phrase in known.idle:
        text = text.replace(phrase, " ")
    hits = sum(word in known.negation or _contracted(word) for word in text.split())
    return hits % 2 == 1


def _contracted(word: str) -> bool:
    return word.endswith("nt") and word[:-2] in AUXILIARIES
