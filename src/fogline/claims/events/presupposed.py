"""Events that a report takes for known: "since the army's push into the valley in August"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fogline.claims.events.describing import outlined
from fogline.claims.events.event import OwnEvent
from fogline.claims.events.wartime import BATTLE
from fogline.records.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from fogline.records.mentions import ActorMention
    from fogline.records.sentences import Sentence, Token

__all__ = ["presupposed"]

BEHIND = frozenset("since after following".split())
# A noun phrase tells an event only where it says by whom and when; without a date it is background.
DATED = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:19|20)\d\d|last (?:week|month|year|spring|summer|autumn|winter))\b"
)


def presupposed(sentence: Sentence, mentions: Sequence[ActorMention]) -> Iterator[OwnEvent]:
    """The dated battle events with a known doer that stand as noun phrases behind "since", "after" or "following"."""
    for word in sentence.tokens:
        if word.lower not in BEHIND or word.dep not in ("prep", "mark"):
            continue
        for noun in sentence.children(word, "pobj"):
            event = _event(sentence, noun, mentions)
            if event is not None:
                yield event


def _event(sentence: Sentence, noun: Token, mentions: Sequence[ActorMention]) -> OwnEvent | None:
    whole = [token for token in sentence.subtree(noun) if token.i <= _last(sentence, noun)]
    start, end = whole[0].start, whole[-1].end
    text = sentence.text[start - sentence.start : end - sentence.start]
    if not sentence.children(noun, "poss") or not DATED.search(text):
        return None
    span = Span(start, end, text)
    event = outlined(sentence, (span,), mentions)
    return OwnEvent(span, sentence.index, event) if event.kind in BATTLE else None


def _last(sentence: Sentence, noun: Token) -> int:
    """The last word of the noun phrase before a clause on it begins."""
    clauses = [child for child in sentence.children(noun, "relcl", "acl", "advcl") if child.i > noun.i]
    first = min((sentence.subtree(clause)[0].i for clause in clauses), default=len(sentence.tokens))
    comma = next((t.i for t in sentence.tokens[noun.i : first] if t.text in (",", "—")), first)
    return comma - 1
