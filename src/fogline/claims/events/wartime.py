"""Whether a report speaks of war, and whether a clause names something armed: the guard of the battle kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fogline.claims.events.lexicon import lexicon
from fogline.claims.events.stretch import lemma_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fogline.records.claims import Kind
    from fogline.records.sentences import Sentence

__all__ = ["BATTLE", "armed_in", "speaks_of_war"]

BATTLE: frozenset[Kind] = frozenset({"control", "movement", "clash", "attack"})
ENOUGH = 2  # different words of war; one alone is a metaphor ("price war") or a passing mention


def speaks_of_war(sentences: Sequence[Sentence]) -> bool:
    """Whether at least two different words that only war brings stand in the report."""
    war = lexicon().war
    found: set[str] = set()
    for sentence in sentences:
        for token in sentence.tokens:
            lemma = token.lemma.lower()
            if lemma in war:
                found.add(lemma)
                if len(found) >= ENOUGH:
                    return True
    return False


def armed_in(sentence: Sentence, low: int, high: int) -> bool:
    """Whether the tokens from `low` to `high` name an armed actor, a weapon or a country, or a place fought over."""
    classes = lexicon().classes
    for token in sentence.tokens[low:high]:
        if classes.get(lemma_of(token), frozenset()) & {"armed", "weapon", "people"} or token.pos == "PROPN":
            return True
    return False
