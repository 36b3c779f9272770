"""What views make of one claim, made once: while a ledger is open its claims are the same objects at every look."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from fogline.records.claims import Claim
from fogline.records.documents import Document

__all__ = ["MOST", "once_a_claim"]

MOST = 65_536  # claims for which a view keeps what it made: with more it begins anew
Made = TypeVar("Made")


def once_a_claim(make: Callable[[Claim, Document], Made]) -> Callable[[Claim, Document], Made]:
    """`make` with a memory by claim and report: it must look at nothing else, and give what nobody changes.

    What is kept counts for these very objects alone: a claim that a reviewer changed keeps its id, and is another.
    """
    kept: dict[str, tuple[Claim, Document, Made]] = {}

    @wraps(make)
    def once(claim: Claim, document: Document) -> Made:
        held = kept.get(claim.id)
        if held is not None and held[0] is claim and held[1] is document:
            return held[2]
        if len(kept) >= MOST:
            kept.clear()
        made = make(claim, document)
        kept[claim.id] = (claim, document, made)
        return made

    return once
