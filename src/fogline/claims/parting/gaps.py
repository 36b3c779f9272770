"""Deeds told without repeating the verb: "killed 5 in Tarn, 7 in Uru", "shelled Tarn in May and Uru in July".

The parser seldom sees them, so they are read off the order of numbers, names and days between commas and "and".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fogline.claims.parting.chunks import Chunk, chunks_of, may_stand, tells_more, with_things
from fogline.claims.parting.elided import shared_words, verbs_meant
from fogline.claims.parting.items import Item
from fogline.claims.parting.ranges import Range
from fogline.records.sentences import Sentence, Token

__all__ = ["Gap", "common_day", "gaps_in"]

RELATIVE = ("WDT", "WP", "WRB", "WP$")
LEAST = 4  # items: two deeds of two each


@dataclass(frozen=True, slots=True)
class Gap:
    """Words that tell a deed without its verb, tokens `low` up to `high`, and the words it leans on."""

    low: int
    high: int
    shared: tuple[Range, ...]


def gaps_in(sentence: Sentence, words: Sequence[Token], items: Sequence[Item], *, loose: bool) -> list[Gap]:
    """The deeds without a verb among the words, left to right.

    A stretch counts that names two things of which the words before name two alike: number and place, number and day;
    with `loose` also name and day, thing and day.
    """
    here = with_things(sentence, words, items, loose=loose)
    if len(here) < LEAST:
        return []
    chunks = chunks_of(sentence, words, here)
    found: list[tuple[Gap, Chunk]] = []
    base = [chunks[0]]
    waiting: Chunk | None = None
    for chunk in chunks[1:]:
        # what names too little by itself goes with what follows: "Tarn on Sunday, Uru and Zell on Monday"
        whole = waiting.joined(chunk) if waiting is not None and chunk.tied else chunk
        shared = _shared(sentence, base, whole, loose=loose)
        if shared is not None:
            found.append((Gap(whole.low, whole.high, tuple(shared)), whole))
        elif not found and not tells_more(sentence, chunk):
            base.append(chunk)
        waiting = chunk if shared is None and chunk.items and may_stand(sentence, chunk) else None
    while found and not found[-1][1].tied:  # "12 in Tarn, 30 km south of Uru": a list ends with "and"
        found.pop()
    gaps = [gap for gap, _ in found]
    return gaps if _is_all(sentence, chunks, gaps) else []


def _shared(sentence: Sentence, base: Sequence[Chunk], chunk: Chunk, *, loose: bool) -> list[Range] | None:
    """The words that a chunk leans on, None where it is no deed like one before it."""
    if not chunk.items or not may_stand(sentence, chunk) or not _ends(sentence, chunk):
        return None
    before = [item for one in base for item in one.items if item.high <= chunk.low]
    if chunk.items[0].sort == "thing" and not _is_told_out(sentence, base):
        return None
    return shared_words(sentence, (base[0].low, base[-1].high), before, chunk, loose=loose)


def _is_told_out(sentence: Sentence, base: Sequence[Chunk]) -> bool:
    """Whether a deed ends with its place or day, so that another noun begins another: not "met in Tarn on the case"."""
    for chunk in reversed(base):
        where = [item for item in chunk.items if item.sort in ("place", "time")]
        if where:
            return where[-1].high == chunk.high
        if not any(token.tag == "VBG" for token in sentence.tokens[chunk.low : chunk.high]):
            return False
    return False


def _is_all(sentence: Sentence, chunks: Sequence[Chunk], found: Sequence[Gap]) -> bool:
    """Whether no main verb stands behind the gaps; ", where a school burned" and ", killing 3" tell more of them."""
    for chunk in chunks:
        if found and chunk.low >= found[-1].high:
            main = [verb for verb in verbs_meant(sentence, chunk.low, chunk.high) if verb.tag != "VBG"]
            start = sentence.tokens[max(chunk.low - 1, 0) : chunk.low + 2]
            if main and not any(token.tag in RELATIVE or token.dep == "mark" for token in start):
                return False
    return True


def _ends(sentence: Sentence, chunk: Chunk) -> bool:
    """Whether the chunk ends where a clause can end, not before a verb of its own."""
    if chunk.high >= len(sentence.tokens):
        return True
    after = sentence.tokens[chunk.high]
    return after.pos in ("PUNCT", "CCONJ", "SCONJ", "SPACE") or after.lower in ("as", "while", "before", "after")


def common_day(sentence: Sentence, gaps: Sequence[Gap], items: Sequence[Item], start: int) -> Range | None:
    """The words of the only day, where it stands at the end of the last deed: "14 in Tarn and 8 in Uru on Monday"."""
    days = [item for item in items if item.sort == "time" and start <= item.low < gaps[-1].high]
    if len(days) != 1 or days[0].low < gaps[-1].low or days[0].high != gaps[-1].high:
        return None
    low = days[0].low
    while low > gaps[-1].low and sentence.tokens[low - 1].pos in ("ADP", "DET", "SCONJ"):
        low -= 1
    return (low, days[0].high) if low > gaps[-1].low else None
