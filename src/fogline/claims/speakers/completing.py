"""Names that were read in part, in full: "Hills Brigade" of "Karen Hills Brigade", "Rashad" of "Rashad Quliyevli"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from fogline.packs.lexicon import word_key
from fogline.packs.roles import roles
from fogline.records.mentions import Actor, ActorMention
from fogline.records.naming import Named
from fogline.records.sentences import Sentence, Token
from fogline.records.spans import Span

__all__ = ["completed"]

BODIES = frozenset(
    {"brigade", "battalion", "regiment", "division", "coalition", "alliance", "front", "movement", "council", "network",
     "union", "league", "column", "squad", "committee", "association", "group", "agency", "mission"}
)  # fmt: skip


def completed(named: Named, sentences: Sequence[Sentence]) -> Named:
    """The same with the full names of bodies and persons of whom one word was read, wherever that word stands.

    A word that stands for two full names of the report stays as it is.
    """
    taken: dict[int, list[Span]] = defaultdict(list)
    for mention in named.actors:
        taken[mention.sentence].append(mention.span)
    full: dict[Actor, set[Actor]] = defaultdict(set)
    wide: dict[ActorMention, Span] = {}
    for mention in named.actors:
        span = _whole(mention, sentences[mention.sentence], taken[mention.sentence])
        if span is not None:
            wide[mention] = span
            full[mention.actor].add(replace(mention.actor, name=span.text))
    if not full:
        return named
    known = _alike(named, {actor: next(iter(names)) for actor, names in full.items() if len(names) == 1})
    return replace(named, actors=tuple(_completed(mention, wide, known) for mention in named.actors))


def _alike(named: Named, known: dict[Actor, Actor]) -> dict[Actor, Actor]:
    """The full names also of the same words in small letters: "the brigade"; none where two bodies go by them."""
    words: dict[str, set[Actor]] = defaultdict(set)
    for short, long in known.items():
        if long.kind != "person":
            words[short.name.lower()].add(long)
    found = dict(known)
    for mention in named.actors:
        bodies = words.get(mention.actor.name.lower(), set())
        if len(bodies) == 1 and mention.actor not in found:
            found[mention.actor] = next(iter(bodies))
    return found


def _completed(mention: ActorMention, wide: dict[ActorMention, Span], known: dict[Actor, Actor]) -> ActorMention:
    if mention.actor not in known:
        return mention
    return replace(mention, span=wide.get(mention, mention.span), actor=known[mention.actor])


def _whole(mention: ActorMention, sentence: Sentence, taken: Sequence[Span]) -> Span | None:
    """The words of the whole name where only one was read; None where the mention is whole."""
    words = sentence.tokens_in(mention.span.start, mention.span.end) if sentence.parsed else []
    name = mention.actor.name
    if not words or " " in name or "-" in name or words[-1].text != name or not name[:1].isupper():
        return None
    last = words[-1]
    if mention.actor.kind == "person":
        behind = sentence.tokens[last.i + 1 : last.i + 2]
        surname = [t for t in behind if _is_free(t, taken) and last.dep == "compound" and last.head == t.i]
        return _span(sentence, last, surname[0]) if surname and surname[0].text.istitle() else None
    first = _first(sentence, last, words[0])
    if name.lower() not in BODIES or first is last:
        return None
    return _span(sentence, first, last)


def _first(sentence: Sentence, last: Token, low: Token) -> Token:
    """The first word in capitals of the row that ends with the body's word."""
    first = last
    while first.i:
        before = sentence.tokens[first.i - 1]
        if not before.text[:1].isupper() or before.dep not in ("compound", "amod", "nmod") or before.head != last.i:
            break
        if roles().of((word_key(before.text),)) is not None and before.i < low.i:
            break
        first = before
    return first


def _is_free(token: Token, taken: Sequence[Span]) -> bool:
    return not any(span.start <= token.start < span.end for span in taken)


def _span(sentence: Sentence, first: Token, last: Token) -> Span:
    return Span(first.start, last.end, sentence.text[first.start - sentence.start : last.end - sentence.start])
