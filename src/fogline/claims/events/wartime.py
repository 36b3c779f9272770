"""Whether a report speaks of war, and whether a clause names something armed: the guard of the battle kinds."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from fogline.claims.events.lexicon import lexicon
from fogline.claims.events.stretch import lemma_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fogline.records.claims import Kind
    from fogline.records.sentences import Sentence

__all__ = ["BATTLE", "armed_in", "speaks_of_war"]

BATTLE: frozenset[Kind] = frozenset({"control", "movement", "clash", "attack"})
HARDLY_ANY, FEW, SOME = 3, 5, 12  # sentences
NEEDED = (1.0, 2.5, 3.0)


def speaks_of_war(sentences: Sequence[Sentence]) -> bool:
    """Whether enough words of war stand in the report, and few of peace, to read its battles as battles.

    A message of a sentence or two has no room for them: among what people collect on a war it is of the war, unless a
    word of weather, sport, elections or markets stands in it and none of war.
    """
    words = lexicon().topics
    found = _words(sentences) & words.keys()
    if len(sentences) <= HARDLY_ANY:
        plain = not any("peaceful" in lexicon().classes.get(word, ()) for word in found)
        return plain or sum(words[word] for word in found) > 0
    points = sum(words[word] for word in found)
    few, some, many = NEEDED
    return points >= (few if len(sentences) <= FEW else some if len(sentences) <= SOME else many)


def _words(sentences: Sequence[Sentence]) -> set[str]:
    """The lemmas of a report, and the pairs of words in it that may tell: "general" is no war, "general staff" is."""
    found: set[str] = set()
    openers = _openers()
    for sentence in sentences:
        words = [token.lower for token in sentence.tokens]
        found.update(words, [token.lemma.lower() for token in sentence.tokens])
        found.update(f"{one} {other}" for one, other in pairwise(words) if one in openers)
    return found


@cache
def _openers() -> frozenset[str]:
    """The first words of the pairs that tell of war or peace."""
    return frozenset(words.split()[0] for words in lexicon().topics if " " in words)


def armed_in(sentence: Sentence, low: int, high: int) -> bool:
    """Whether the tokens from `low` to `high` name an armed actor, a weapon or a country, or a place fought over."""
    classes = lexicon().classes
    for token in sentence.tokens[low:high]:
        if classes.get(lemma_of(token), frozenset()) & {"armed", "weapon", "people"} or token.pos == "PROPN":
            return True
    return False
