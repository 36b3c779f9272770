"""Deeds told without repeating the verb: "killed 5 in Tarn, 7 in Uru", "shelled Tarn in May and Uru in July".

The parser seldom sees them, so they are read off the order of numbers, names and days between commas and "and".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fogline.claims.parting.items import Item, Sort, sorts
from fogline.records.sentences import Sentence, Token

__all__ = ["Gap", "common_day", "gaps_in"]

VERBAL = ("VERB", "AUX")
FINITE = ("VBD", "VBZ", "VBP", "MD", "VB", "VBG")
# "killing 9, 3 of them in Tarn", "up from 4 in May", "60 km south of Tarn": no deed of their own.
TELLING_MORE = frozenset(
    """them whom which who that where when including among compared versus than up down respectively both each
    between total all not""".split()
)
PAIRS: tuple[frozenset[Sort], ...] = (
    frozenset({"number", "place"}), frozenset({"number", "time"}), frozenset({"name", "time"}),
)  # fmt: skip
RELATIVE = ("WDT", "WP", "WRB", "WP$")
EITHER = frozenset({"or", "nor"})


@dataclass(frozen=True, slots=True)
class Gap:
    """Words that tell a deed without its verb, tokens `low` up to `high`, and the words it leans on."""

    low: int
    high: int
    shared: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Tokens between two commas or connectives, and what they name; `tied` by "and" or a semicolon to those before."""

    low: int
    high: int
    items: tuple[Item, ...]
    tied: bool


def gaps_in(sentence: Sentence, words: Sequence[Token], items: Sequence[Item]) -> list[Gap]:
    """The deeds without a verb among the words, left to right.

    A stretch counts that names two things of which the words before name two alike, as number and place, number and
    day, or name and day. What shares a day at the very end gets it by `shared`.
    """
    here = [item for item in items if words[0].i <= item.low and item.high <= words[-1].i + 1]
    if len(here) < 4:
        return []
    chunks = _chunks(sentence, words, here)
    found: list[tuple[Gap, _Chunk]] = []
    base = [chunks[0]]
    waiting: _Chunk | None = None
    for chunk in chunks[1:]:
        whole = _joined(waiting, chunk)
        shared = _shared(sentence, base, whole)
        if shared is not None:
            found.append((Gap(whole.low, whole.high, shared), whole))
        elif not found:
            base.append(chunk)
        waiting = chunk if shared is None and chunk.items and _may_be(sentence, chunk) else None
    while found and not found[-1][1].tied:  # "12 in Tarn, 30 km south of Uru": a list ends with "and"
        found.pop()
    gaps = [gap for gap, _ in found]
    return gaps if _is_all(sentence, chunks, gaps) else []


def _joined(waiting: _Chunk | None, chunk: _Chunk) -> _Chunk:
    """The chunk with the one before it, where that names too little by itself: "Tarn and Uru on Monday"."""
    if waiting is None or not chunk.tied:
        return chunk
    return _Chunk(waiting.low, chunk.high, (*waiting.items, *chunk.items), waiting.tied)


def _is_all(sentence: Sentence, chunks: Sequence[_Chunk], found: Sequence[Gap]) -> bool:
    """Whether nothing is said behind the gaps that has a verb of its own, but of a place or person: ", where"."""
    behind = [chunk for chunk in chunks if found and chunk.low >= found[-1].high]
    return not any(_verbs(sentence, one.low, one.high) and not _is_relative(sentence, one.low) for one in behind)


def _is_relative(sentence: Sentence, at: int) -> bool:
    return sentence.tokens[at].tag in RELATIVE or sentence.tokens[min(at + 1, len(sentence.tokens) - 1)].tag in RELATIVE


def _chunks(sentence: Sentence, words: Sequence[Token], items: Sequence[Item]) -> list[_Chunk]:
    held = {i for item in items for i in range(item.low, item.high)}
    chunks: list[_Chunk] = []
    run: list[int] = []
    tied = False
    for token in words:
        if token.i in held or not _parts(sentence, token):
            run.append(token.i)
            continue
        if run:
            chunks.append(_chunk(sentence, run, items, tied=tied))
            run, tied = [], False
        tied |= token.text != ","
    return [*chunks, _chunk(sentence, run, items, tied=tied)] if run else chunks


def _chunk(sentence: Sentence, run: list[int], items: Sequence[Item], *, tied: bool) -> _Chunk:
    while len(run) > 1 and sentence.tokens[run[-1]].pos in ("PUNCT", "SPACE"):
        run = run[:-1]
    inside = tuple(item for item in items if run[0] <= item.low and item.high <= run[-1] + 1)
    return _Chunk(run[0], run[-1] + 1, inside, tied)


def _parts(sentence: Sentence, token: Token) -> bool:
    """Whether a word stands between two chunks: a comma, "and", "as well as"."""
    if token.text in (",", ";") or (token.pos == "CCONJ" and token.lower not in EITHER):
        return True
    if token.lower not in ("as", "well"):
        return False
    near = [other.lower for other in sentence.tokens[max(token.i - 2, 0) : token.i + 3]]
    return "as well as" in " ".join(near)


def _may_be(sentence: Sentence, chunk: _Chunk) -> bool:
    """Whether the chunk can be a deed without a verb of its own."""
    if sentence.tokens[chunk.low].lower in ("from", "to"):
        return False
    for token in sentence.tokens[chunk.low : chunk.high]:
        if token.lower in TELLING_MORE:
            return False
        if token.pos in VERBAL and (token.tag in FINITE and token.dep != "acl"):
            return False
    return True


def _shared(sentence: Sentence, base: Sequence[_Chunk], chunk: _Chunk) -> tuple[tuple[int, int], ...] | None:
    """The words that a chunk leans on, None where it is no deed like one before it."""
    if not chunk.items or not _may_be(sentence, chunk) or not _ends(sentence, chunk):
        return None
    low, high = base[0].low, base[-1].high
    before = [item for one in base for item in one.items]
    wanted = _sorts(chunk.items)
    for verb in _verbs(sentence, low, high):
        after = [item for item in before if item.low > verb.i]
        of_subject = "number" in wanted - sorts(after) and "number" in sorts(before)
        if not of_subject and _is_alike(_sorts(after), wanted, after, chunk.items):
            return _up_to_object(sentence, low, verb, after, chunk)
        if verb.tag != "VBG" and _is_alike(_sorts(before), wanted, before, chunk.items):
            return _from_subject(sentence, verb, before, chunk)
    if not _verbs(sentence, low, high) and _is_alike(_sorts(before), wanted, before, chunk.items):
        return _noun_of(sentence, before, chunk)
    return None


def _sorts(items: Sequence[Item]) -> frozenset[Sort]:
    """The sorts of the items; a place is a name as well."""
    found = sorts(items)
    return found | {"name"} if "place" in found else found


def _is_alike(have: frozenset[Sort], wanted: frozenset[Sort], before: Sequence[Item], items: Sequence[Item]) -> bool:
    """Whether both name number and place, number and day, or name and day, numbers in one unit."""
    pairs = [pair for pair in PAIRS if pair <= have and pair <= wanted]
    units = {item.unit or "count" for item in before if item.sort == "number"}
    if any((item.unit or "count") not in units for item in items if item.sort == "number"):
        return False
    return bool(pairs)


def _ends(sentence: Sentence, chunk: _Chunk) -> bool:
    """Whether the chunk ends where a clause can end, not before a verb of its own."""
    if chunk.high >= len(sentence.tokens):
        return True
    after = sentence.tokens[chunk.high]
    return after.pos in ("PUNCT", "CCONJ", "SCONJ", "SPACE") or after.lower in ("as", "while", "before", "after")


def _verbs(sentence: Sentence, low: int, high: int) -> list[Token]:
    """The verbs that can be meant again, the nearest first; no auxiliaries, none in relative clauses."""
    found = [
        token
        for token in sentence.tokens[low:high]
        if token.pos in VERBAL and token.dep not in ("aux", "auxpass", "relcl", "amod", "compound")
    ]
    return [verb for verb in found[::-1] if not any(_asks(token, verb) for token in sentence.children(verb))]


def _asks(token: Token, verb: Token) -> bool:
    """Whether a child of the verb makes it a relative clause: "which lies 200 km from Tarn"."""
    return token.i < verb.i and token.tag in RELATIVE


def _up_to_object(
    sentence: Sentence, low: int, verb: Token, after: Sequence[Item], chunk: _Chunk
) -> tuple[tuple[int, int], ...]:
    """Subject and verb, and the words up to the first thing that the chunk puts another for."""
    wanted = _sorts(chunk.items)
    first = next(item for item in after if item.sort in wanted or (item.sort == "place" and "name" in wanted))
    end = _phrase_start(sentence, first, verb.i + 1)
    start = low
    children = [t for t in sentence.children(verb) if low <= t.i < verb.i]
    subject = next((t for t in children if t.dep in ("nsubj", "nsubjpass", "csubj")), None)
    if subject is not None:
        start = max(low, min(token.i for token in sentence.subtree(subject)))
    elif verb.dep in ("advcl", "acl") and verb.tag == "VBG":
        start = verb.i
    return ((start, end),)


def _from_subject(
    sentence: Sentence, verb: Token, before: Sequence[Item], chunk: _Chunk
) -> tuple[tuple[int, int], ...]:
    """What is said of the subject that the chunk puts another for: "people died", "were killed"."""
    if any(token.pos in VERBAL for token in sentence.tokens[chunk.low : chunk.high]):  # "and 5 injured in Tarn"
        return ()
    first = next((item for item in before if item.sort in _sorts(chunk.items)), before[0])
    start = first.high if first.high <= verb.i else verb.i
    return ((start, verb.i + 1),)


def _noun_of(sentence: Sentence, before: Sequence[Item], chunk: _Chunk) -> tuple[tuple[int, int], ...]:
    """What is counted, where the chunk does not say: "14 deaths in Tarn and 22 in Uru"."""
    number = next((item for item in before if item.sort == "number"), None)
    counted = next((item for item in chunk.items if item.sort == "number"), None)
    if number is None or counted is None:
        return ()
    bare = counted.high >= len(sentence.tokens) or sentence.tokens[counted.high].pos in ("ADP", "PUNCT")
    end = number.high
    while end < len(sentence.tokens) and sentence.tokens[end].pos in ("NOUN", "ADJ"):
        end += 1
    return ((number.high, end),) if bare and end > number.high else ()


def _phrase_start(sentence: Sentence, item: Item, least: int) -> int:
    """Where the phrase around an item begins: "in the town of Tarn", "at least 12"."""
    at = item.low
    while at > least and sentence.tokens[at - 1].pos in ("ADP", "DET", "ADJ", "ADV", "NOUN", "PART", "SCONJ"):
        if sentence.tokens[at - 1].dep == "prt":
            break
        if sentence.tokens[at - 1].pos == "NOUN" and sentence.tokens[at].pos != "ADP" and item.sort != "name":
            break
        at -= 1
    return at


def common_day(sentence: Sentence, gaps: Sequence[Gap], items: Sequence[Item], start: int) -> tuple[int, int] | None:
    """The words of the only day, where it stands at the end of the last deed."""
    days = [item for item in items if item.sort == "time" and start <= item.low < gaps[-1].high]
    if len(days) != 1 or days[0].low < gaps[-1].low or days[0].high != gaps[-1].high:
        return None
    low = days[0].low
    while low > gaps[-1].low and sentence.tokens[low - 1].pos in ("ADP", "DET", "SCONJ"):
        low -= 1
    return (low, days[0].high) if low > gaps[-1].low else None
