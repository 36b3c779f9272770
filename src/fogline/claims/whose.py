"""Whose words they are, beyond what the attribution of a sentence alone tells."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.claims.addressed import without_addressees
from fogline.claims.asides import without_asides
from fogline.claims.derision import without_derision
from fogline.claims.intending import without_intentions
from fogline.claims.labelled import with_labels
from fogline.claims.mutual import with_each_side
from fogline.claims.rebutting import with_rebutted
from fogline.claims.statement import Statement
from fogline.claims.swallowed import without_swallowed
from fogline.records.mentions import ActorMention
from fogline.records.sentences import Sentence

__all__ = ["told_by"]


def told_by(
    text: str, sentences: Sequence[Sentence], actors: Sequence[ActorMention], spoken: Sequence[Statement]
) -> list[Statement]:
    """The statements, each with who says it: rebuttals and what they rebut, labels before a colon, mere intentions."""
    found = without_addressees(text, sentences, without_asides(text, sentences, spoken))
    found = without_derision(text, sentences, found)
    found = with_rebutted(text, sentences, found)
    found = without_swallowed(text, sentences, found)
    found = with_each_side(text, sentences, actors, found)
    found = with_labels(text, sentences, actors, found)
    return without_intentions(text, sentences, found)
