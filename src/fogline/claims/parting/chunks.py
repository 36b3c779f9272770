"""Stretches between commas and connectives, and whether one can tell a deed without its verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fogline.claims.parting.items import PLACES, Item, Sort, sorts
from fogline.records.sentences import Sentence, Token

__all__ = ["Chunk", "all_sorts", "chunks_of", "is_alike", "may_stand", "tells_more", "with_things"]

VERBAL = ("VERB", "AUX")
FINITE = ("VBD", "VBZ", "VBP", "MD", "VB", "VBG")
# "killing 9, 3 of them in Tarn", "up from 4 in May", "60 km south of Tarn": no deed of their own.
TELLING_MORE = frozenset(
    """them whom which who that where when including among compared versus than up down respectively both each
    between total all not""".split()
)
PAIRS: tuple[frozenset[Sort], ...] = (frozenset({"number", "place"}), frozenset({"number", "time"}))
NAMED: frozenset[Sort] = frozenset({"name", "thing"})  # what else has a day of its own
COUNTED: frozenset[Sort] = frozenset({"thing", "place"})  # a pair only where something is counted
EITHER = frozenset({"or", "nor"})
CORE = frozenset({"dobj", "conj", "nsubj", "nsubjpass", "npadvmod", "appos", "dep", "ROOT", "attr", "oprd"})
OTHERS = frozenset({"another", "others", "rest", "more"})


@dataclass(frozen=True, slots=True)
class Chunk:
    """Tokens between two commas or connectives, and what they name; `tied` by "and" or a semicolon to those before."""

    low: int
    high: int
    items: tuple[Item, ...]
    tied: bool

    def joined(self, other: Chunk) -> Chunk:
        """The chunk with the one behind it."""
        return Chunk(self.low, other.high, (*self.items, *other.items), self.tied)


def with_things(sentence: Sentence, words: Sequence[Token], items: Sequence[Item], *, loose: bool) -> list[Item]:
    """The items among the words; with `loose` also the heads of noun phrases that count and name nothing: "a bridge".

    Without it names are left out, too: of numbers alone is it sure that another place or day has another one.
    """
    if not loose:
        return [i for i in items if i.sort != "name" and words[0].i <= i.low and i.high <= words[-1].i + 1]
    here = [item for item in items if words[0].i <= item.low and item.high <= words[-1].i + 1]
    held = {i for item in here for i in range(item.low, item.high)}
    here += [Item(word.i, word.i + 1, "thing") for word in words if word.i not in held and _is_thing(sentence, word)]
    return sorted(here, key=lambda item: item.low)


def _is_thing(sentence: Sentence, word: Token) -> bool:
    after = sentence.tokens[word.i + 1] if word.i + 1 < len(sentence.tokens) else None
    if after is not None and (after.pos in ("NOUN", "PROPN") or (after.lower == "of" and word.lemma in PLACES)):
        return False
    if word.lower in OTHERS:
        return word.pos in ("DET", "NOUN", "PRON", "ADJ")
    before = sentence.tokens[word.i - 1] if word.i else None
    counted = before is not None and (before.tag == "CD" or before.pos == "PROPN")  # "12 men", "Tarn district"
    return word.pos == "NOUN" and word.dep in CORE and not counted


def chunks_of(sentence: Sentence, words: Sequence[Token], items: Sequence[Item]) -> list[Chunk]:
    """The words in chunks, left to right."""
    held = {i for item in items for i in range(item.low, item.high)}
    chunks: list[Chunk] = []
    run: list[int] = []
    tied = False
    for token in words:
        if token.i in held or not _parts(sentence, token):
            run.append(token.i)
            continue
        if run:
            chunks.append(_chunk(sentence, run, items, tied=tied))
            run, tied = [], False
        tied |= token.text == ";" or (token.dep != "mark" and token.text != ",")
    return [*chunks, _chunk(sentence, run, items, tied=tied)] if run else chunks


def _chunk(sentence: Sentence, run: list[int], items: Sequence[Item], *, tied: bool) -> Chunk:
    while len(run) > 1 and sentence.tokens[run[-1]].pos in ("PUNCT", "SPACE"):
        run = run[:-1]
    inside = tuple(item for item in items if run[0] <= item.low and item.high <= run[-1] + 1)
    return Chunk(run[0], run[-1] + 1, inside, tied)


def _parts(sentence: Sentence, token: Token) -> bool:
    """Whether a word stands between two chunks: a comma, "and", "as well as", or opens a clause: "after they left"."""
    if (
        token.text in (",", ";")
        or (token.dep == "mark" and token.pos == "SCONJ" and token.lower != "that")
        or (token.pos == "CCONJ" and token.lower not in EITHER)
    ):
        return True
    if token.lower not in ("as", "well"):
        return False
    near = [other.lower for other in sentence.tokens[max(token.i - 2, 0) : token.i + 3]]
    return "as well as" in " ".join(near)


def may_stand(sentence: Sentence, chunk: Chunk) -> bool:
    """Whether the chunk can be a deed without a verb of its own."""
    if sentence.tokens[chunk.low].lower in ("from", "to"):
        return False
    words = sentence.tokens[chunk.low : chunk.high]
    return not tells_more(sentence, chunk) and not any(_is_verb(token) for token in words)


def tells_more(sentence: Sentence, chunk: Chunk) -> bool:
    """Whether the chunk only tells more of what stands before it: "among them 12 children"."""
    return any(token.lower in TELLING_MORE for token in sentence.tokens[chunk.low : chunk.high])


def _is_verb(token: Token) -> bool:
    return token.pos in VERBAL and token.tag in FINITE and token.dep != "acl"


def all_sorts(items: Sequence[Item]) -> frozenset[Sort]:
    """The sorts of the items; a place is a name as well, what is counted a thing."""
    return frozenset(one for item in items for one in _also(item.sort))


def _also(sort: Sort) -> Iterator[Sort]:
    yield sort
    if sort == "place":
        yield "name"
    if sort == "number":
        yield "thing"


def is_alike(before: Sequence[Item], items: Sequence[Item], *, loose: bool) -> bool:
    """Whether both name number and place or day, numbers in one unit; with `loose` also name or thing and day."""
    have, wanted = all_sorts(before), all_sorts(items)
    units = {item.unit or "count" for item in before if item.sort == "number"}
    if units and any((item.unit or "count") not in units for item in items if item.sort == "number"):
        return False
    both = have & wanted
    if not loose:
        return any(pair <= both for pair in PAIRS)
    dated = "time" in both and bool(have & NAMED) and bool(wanted & NAMED)
    return dated or any(pair <= both for pair in PAIRS) or (both >= COUNTED and "number" in sorts(before))
