"""What a bare number counts that only the sentence before tells: "Aid workers put the figure at more than 25,000"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from fogline.records.mentions import Quantity, QuantityMention
from fogline.records.sentences import Sentence

__all__ = ["with_counted_before"]

_BARE = re.compile(
    r"(?i)\b(?:the|that|this) (?:figure|number|total|tally|count)"
    r"(?: (?:has |had )?(?:is|was|be|stands?|stood|rose|risen|fell|fallen|grew|climbed))?"
    r"(?: (?:lower|higher|closer|nearer))?(?:,)? (?:at|to|as)? ?$"
)


def with_counted_before(
    mentions: Sequence[QuantityMention], sentences: Sequence[Sentence]
) -> tuple[QuantityMention, ...]:
    """The quantities, of which "the figure" and "the number" count what the sentence before counts.

    Only where that sentence counts one thing: of two nobody can tell.
    """
    done: list[QuantityMention] = []
    for mention in mentions:
        before = _counted(done, mention.sentence - 1) if _is_bare(mention, sentences) else None
        done.append(mention if before is None else _taken_up(mention, before.quantity))
    return tuple(done)


def _taken_up(mention: QuantityMention, told: Quantity) -> QuantityMention:
    """The mention with what the other number counts and what befell it, unless its own words say that."""
    scope = mention.quantity.scope or told.scope
    return replace(mention, quantity=replace(mention.quantity, of=told.of, scope=scope, whose=told.whose))


def _is_bare(mention: QuantityMention, sentences: Sequence[Sentence]) -> bool:
    """Whether only "the figure" says what is counted."""
    quantity, sentence = mention.quantity, sentences[mention.sentence]
    bare = quantity.of is None or quantity.of.lower() in ("figure", "number", "total", "tally", "count")
    before = sentence.text[: mention.span.start - sentence.start]
    return bare and quantity.unit == "count" and _BARE.search(before) is not None


def _counted(mentions: Sequence[QuantityMention], index: int) -> QuantityMention | None:
    """The one thing that the sentence of that index counts."""
    found = [m for m in mentions if m.sentence == index and m.quantity.unit == "count" and m.quantity.of]
    return found[-1] if len({m.quantity.of for m in found}) == 1 else None
