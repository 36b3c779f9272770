"""How much of a place a control statement speaks of."""

from __future__ import annotations

from fogline.claims.events.event import Extent
from fogline.claims.events.stretch import Stretch, lemma_of

__all__ = ["extent_of"]

# In this order: "part of the town is contested" is contested, "full control of parts of the town" is part.
WORDS: dict[Extent, frozenset[str]] = {
    "contested": frozenset({"contest", "contested", "dispute", "disputed", "grey", "gray", "no-man"}),
    "part": frozenset(
        {"part", "partly", "partial", "partially", "pocket", "foothold", "half", "most", "mostly", "largely", "section",
         "outskirts", "outskirt", "portion", "quarter", "some", "several", "percent", "fringe", "edge", "neighbourhood",
         "neighborhood", "corner", "third"}
    ),
    "full": frozenset(
        {"full", "fully", "entire", "entirely", "complete", "completely", "completion", "whole", "wholly", "total",
         "totally", "all", "firmly", "undisputed"}
    ),
}  # fmt: skip


def extent_of(stretch: Stretch) -> Extent | None:
    """Whether all, part or a contested share of the place is meant; None where no word says so."""
    lemmas = {lemma_of(token) for token in stretch.tokens}
    for extent, words in WORDS.items():
        if lemmas & words:
            return extent
    return None
