"""What the words of a sentence name that a deed can have of its own: numbers, places, days, names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from fogline.records.mentions import Mention, PlaceMention, QuantityMention, TimeMention
from fogline.records.sentences import Sentence, Token

__all__ = ["PLACES", "Item", "Sort", "items_of", "sorts"]

Sort = Literal["number", "place", "time", "name", "thing"]
WHERE = frozenset("in at near outside inside over off around into across towards toward to from of".split())
OWNED = frozenset({"'s", "'"})
PLACES = frozenset("town village settlement district region city area location place site neighbourhood".split())
PRESENT = frozenset({"now", "currently"})
HOURS = frozenset("at in by before the night morning afternoon evening noon midday midnight dawn dusk".split())
CLOCK = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})


@dataclass(frozen=True, slots=True)
class Item:
    """A run of tokens, from index `low` up to but not including `high`, and what it names.

    A `name` is a proper name that is neither a place nor, as far as is known, anybody. `unit` is that of a number, None
    of a bare numeral, "places" where places are counted; of a time without a day it is "hours".
    """

    low: int
    high: int
    sort: Sort
    unit: str | None = None


def sorts(items: Iterable[Item]) -> frozenset[Sort]:
    """What sorts of things the items are."""
    return frozenset(item.sort for item in items)


def items_of(sentence: Sentence, mentions: Iterable[Mention]) -> tuple[Item, ...]:
    """The items of a parsed sentence, left to right, none within another: of two mentions the first is one."""
    found: list[Item] = []
    shut: set[int] = (
        set()
    )  # tokens that are an item, and those of durations and of who acts, in which none is looked for
    for mention in mentions:
        span, (sort, unit) = mention.span, _sort_of(mention)
        words = [token for token in sentence.tokens_in(span.start, span.end) if token.i not in shut]
        if not words:
            continue
        shut.update(range(words[0].i, words[-1].i + 1))
        if sort is not None:
            found.append(Item(words[0].i, words[-1].i + 1, sort, unit))
    found += _unnamed(sentence, shut)
    return tuple(sorted(found, key=lambda item: item.low))


def _sort_of(mention: Mention) -> tuple[Sort | None, str | None]:
    if isinstance(mention, TimeMention):
        words = set(mention.span.text.lower().split())
        lasting = mention.time.is_duration or mention.time.is_set or words <= PRESENT
        return (None if lasting else "time"), "hours" if words <= HOURS else None
    if isinstance(mention, QuantityMention):
        unit = mention.quantity.unit
        counted = mention.quantity.of.split()[-1].lower() if mention.quantity.of else ""
        ground = {counted, counted.removesuffix("s")} & PLACES
        return (None if unit in CLOCK else "number"), "places" if ground else unit
    return ("place" if isinstance(mention, PlaceMention) and not mention.metonym else None), None


def _unnamed(sentence: Sentence, shut: set[int]) -> Iterable[Item]:
    """Bare numerals, and proper names that no list knows; behind "in" they are places."""
    tokens = sentence.tokens
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.i not in shut and token.tag == "CD" and token.dep not in ("compound", "appos"):
            yield Item(at, at + 1, "number")
        elif token.i not in shut and token.pos == "PROPN":
            end = _end(tokens, at, shut)
            if not _modifies(tokens, end):
                yield Item(at, end, "place" if at and tokens[at - 1].lower in WHERE else "name")
            at = end - 1
        at += 1


def _end(tokens: Sequence[Token], at: int, shut: set[int]) -> int:
    while at < len(tokens) and at not in shut and (tokens[at].pos == "PROPN" or tokens[at].text == "-"):
        at += 1
    return at


def _modifies(tokens: Sequence[Token], end: int) -> bool:
    """Whether a name that ends before `end` only tells more of the word behind it: "Hezbollah men", "Lee's men"."""
    return end < len(tokens) and (tokens[end].pos == "NOUN" or tokens[end].lower in OWNED)
