"""Who is spoken to does not speak: 'the regiment appealed to Roe: "You will be tried"'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.statement import Statement
from fogline.records.sentences import Sentence, sentence_at
from fogline.records.spans import Span

__all__ = ["without_addressees"]

TO = re.compile(
    r"(?P<who>[A-Z][^:]{1,60}?) (?:has |have )?(?P<verb>appealed|wrote|replied|said|spoke|responded|turned) to $"
)
NAMED = re.compile(r"[A-Z][\w’'.\-]*(?: [A-Z][\w’'.\-]*){0,3}: (?=[\"“«])")
ADDRESSING = frozenset("appeal write reply respond turn call".split())


def without_addressees(text: str, sentences: Sequence[Sentence], spoken: Sequence[Statement]) -> list[Statement]:
    """The statements; behind "A appealed to B:" stand A's words, and B's name is none of them."""
    return [_led(text, sentences, one) for one in spoken]


def _led(text: str, sentences: Sequence[Sentence], one: Statement) -> Statement:
    home = sentence_at(sentences, one.cue.start) if one.cue else None
    if home is None or one.cue is None or len(one.speakers) != 1:
        return one
    cue, who = one.cue, one.speakers[0]
    if cue.text.strip() == ":" and home.start < who.start < cue.start:
        found = TO.search(text[home.start : who.start])
        if found is None:
            return one
        name = Span.of(text, home.start + found.start("who"), home.start + found.end("who"))
        verb = Span.of(text, home.start + found.start("verb"), home.start + found.end("verb"))
        return replace(one, speakers=(name,), cue=verb)
    first = one.content[0]
    verbs = {word.lemma for word in home.tokens_in(cue.start, cue.end)} if home.parsed else set()
    named = NAMED.match(first.text) if verbs & ADDRESSING else None
    if named is None:
        return one
    rest = Span.of(text, first.start + named.end(), first.end)
    return replace(one, content=(rest, *one.content[1:]))
