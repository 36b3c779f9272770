"""The words of a claim as linking sees them: ideas, names and plain stems, and whether they deny."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from fogline.data.gazetteer import fold
from fogline.links.lexicon import lexicon

__all__ = [
    "CLAUSE_END",
    "IDEA",
    "NAME",
    "WORD",
    "Wording",
    "has_negation",
    "name_terms",
    "negated",
    "skeleton",
    "stem",
    "wording",
]

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
ENDINGS = (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))
SHORTEST_STEM = 3
SHORTEST_PART = 4  # letters of a part of a hyphenated name that is a name too: Iskander-M
IDEA, NAME = "~", "@"  # what a term that is not a plain stem begins with
# Where the reach of a negation ends: punctuation, and words that open another statement.
CLAUSE_END = re.compile(
    r"[,;:()\[\]…!?—–]|(?<=\w)\.\s|\s-\s|\s(?:but|although|though|while|which|who|whom|because|that|after|since|until|"
    r"stressing|adding|saying|if|when|where)\s"
)
PACTS = frozenset({IDEA + "truce", IDEA + "accord"})
NAMED_WEAPON = "named_weapon"
PAIR = 2
REACH = 7  # words: what stands further off is mostly named in passing
WHOLE = frozenset({"not", "never", "cannot"})
AUXILIARIES = frozenset("do does did is are was were has have had wo would could should ca must".split())
# Letters and pairs that one spelling of a foreign name has and another lacks: Aguelhoc and Aguelhok, Kiev and Kyiv.
ALIKE = {
    "ph": "f", "ck": "k", "mb": "nb", "mp": "np", "kh": "h", "gh": "g", "dh": "d", "th": "t", "dj": "j",
}  # fmt: skip
LIKE_PAIRS = re.compile("|".join(ALIKE))
LIKE_LETTERS = str.maketrans({"c": "k", "q": "k", "z": "s", "w": "v", **dict.fromkeys("aeiouy", None)})


@dataclass(frozen=True, slots=True)
class Wording:
    """What a stretch of text speaks of.

    `terms` are ideas ("~strike"), skeletons of names ("@kznk") and stems of other words; `states` are the states that
    its words name; `tokens` the folded words in order; `denied` those of the terms that stand under a negation,
    `contrary` those that a word for the contrary denies ("the truce was holding" denies a breach).
    """

    terms: frozenset[str]
    states: frozenset[str]
    tokens: tuple[str, ...]
    denied: frozenset[str]
    contrary: frozenset[str] = frozenset()

    @property
    def names(self) -> frozenset[str]:
        """Those of the terms that are names."""
        return frozenset(term for term in self.terms if term.startswith(NAME))

    def has(self, *ideas: str) -> bool:
        """Whether it speaks of one of these ideas."""
        return not self.terms.isdisjoint([IDEA + idea for idea in ideas])


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
    letters = LIKE_PAIRS.sub(lambda found: ALIKE[found[0]], name).translate(LIKE_LETTERS)
    return "".join(
        letter for at, letter in enumerate(letters) if at == 0 or letter != letters[at - 1] or letter.isdigit()
    )


def name_terms(names: Iterable[str]) -> frozenset[str]:
    """The terms that the words of folded names give in a wording: "army of tarn" gives three."""
    return frozenset(NAME + skeleton(word) for name in names for word in name.split())


@lru_cache(maxsize=16384)
def wording(text: str) -> Wording:
    """The wording of a stretch of text."""
    terms: set[str] = set()
    denied: set[str] = set()
    against: set[str] = set()
    states: set[str] = set()
    tokens: list[str] = []
    long_states = lexicon().long_states
    states |= {lexicon().states[fold(found)] for found in long_states.findall(text)}
    for clause in CLAUSE_END.split(long_states.sub(" ", text)):
        words = WORD.findall(clause)
        folded = [fold(word[:-2] if word[-2:] in ("'s", "’s") else word) for word in words]
        reach = negated(folded)
        for index, word in enumerate(words):
            bare = folded[index]
            state = lexicon().states.get(bare) if word[0].isupper() else None
            found = set() if state else _terms(word, bare, first=not tokens and index == 0)
            states |= {state} if state else set()
            contrary = {IDEA + idea for idea in lexicon().contraries.get(bare, ()) or _undone(bare)}
            terms |= found | contrary
            denied |= found if index in reach else contrary
            against |= set() if index in reach else contrary
        for found in _phrases(folded, lexicon().phrases):
            terms |= found
            denied |= found if reach else set()
        for found in _phrases(folded, lexicon().contrary_phrases):
            terms |= found
            denied |= set() if reach else found
            against |= set() if reach else found
        tokens += folded
    if PACTS.isdisjoint(terms) and IDEA + "break" in against and not lexicon().contraries.keys() & set(tokens):
        against.discard(IDEA + "break")  # "was holding" says that a pact is kept only of a pact
        terms.discard(IDEA + "break")
        denied.discard(IDEA + "break")
    return Wording(frozenset(terms), frozenset(states), tuple(tokens), frozenset(denied), frozenset(against))


def _terms(word: str, bare: str, *, first: bool) -> set[str]:
    """What one word stands for; nothing for words that say little and for figures."""
    known = lexicon()
    if bare in known.stop or bare[0].isdigit() or len(bare) == 1:
        return set()
    ideas = known.ideas.get(bare) or known.ideas.get(stem(bare)) or known.phrases.get(bare)
    if ideas:
        return _with_weapon({IDEA + idea for idea in ideas}, bare)
    if not word[0].isupper():
        return {stem(bare)}
    parts = [part for part in bare.split(" ") if len(part) >= SHORTEST_PART] if " " in bare else []
    if any(NAMED_WEAPON in known.ideas.get(part, ()) for part in parts):
        return _with_weapon({IDEA + NAMED_WEAPON}, parts[0])
    names = {NAME + (bones if len(bones := skeleton(part)) > 1 else part) for part in (bare, *parts)}
    return names | {stem(bare)} if first else names


def _undone(bare: str) -> frozenset[str]:
    """The ideas of a participle that "un" denies: "undamaged", "unharmed"."""
    known = lexicon()
    denied = bare.startswith("un") and bare.endswith(("ed", "hurt")) and bare not in known.ideas
    return known.ideas.get(bare[2:], frozenset()) if denied else frozenset()


def _phrases(tokens: list[str], known: dict[str, frozenset[str]]) -> list[set[str]]:
    """The ideas that two or three words in a row stand for."""
    runs = (" ".join(tokens[at : at + size]) for size in (2, 3) for at in range(len(tokens) - size + 1))
    return [{IDEA + idea for idea in known[run]} for run in runs if run in known]


def _with_weapon(ideas: set[str], name: str) -> set[str]:
    """A weapon known by its name is a weapon and that name."""
    return {NAME + name, IDEA + "weapon"} if IDEA + NAMED_WEAPON in ideas else ideas


def negated(tokens: list[str]) -> range:
    """The words of a clause that its negation reaches: those around "not" and "never", those behind "no"."""
    text = " ".join(tokens)
    if any(f" {phrase} " in f" {text} " for phrase in lexicon().idle):
        return range(0)
    marks = [at for at, word in enumerate(tokens) if word in lexicon().negation or _contracted(word)]
    if len(marks) == PAIR and "and" in tokens[marks[0] : marks[1]]:
        marks = marks[:1]  # "has never supplied arms and has no such plans": each denies its own half
    if len(marks) % 2 == 0:
        return range(0)
    at = marks[0]
    last = _right_end(tokens, at)
    if not (tokens[at] in WHOLE or _contracted(tokens[at])):
        return range(at + 1, last)
    first = max((place + 1 for place in range(at) if tokens[place] == "and"), default=0)
    return range(max(first, at - REACH), last)


@lru_cache(maxsize=65536)
def has_negation(tokens: tuple[str, ...]) -> bool:
    """Whether any of some folded words negates."""
    text = f" {' '.join(tokens)} "
    if any(f" {phrase} " in text for phrase in lexicon().idle):
        return False
    return any(word in lexicon().negation or _contracted(word) for word in tokens)


def _right_end(tokens: list[str], at: int) -> int:
    """Where the reach of the negation at `at` ends: at "and", or at a preposition that opens a detail."""
    known = lexicon()
    for place in range(at + 1, min(len(tokens), at + 1 + REACH)):
        detail = tokens[place] in known.reach_ends and tokens[place - 1] not in known.absent_of
        if place > at + 1 and (tokens[place] == "and" or detail):
            return place
    return min(len(tokens), at + 1 + REACH)


def _contracted(word: str) -> bool:
    return word.endswith("nt") and word[:-2] in AUXILIARIES
