"""What the tests of the event reading share: a parser and short ways to ask what a text says."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from fogline.claims.events.describing import describe
from fogline.claims.events.event import Event, OwnEvent
from fogline.claims.events.own_voice import own_voice
from fogline.records.claims import Party, Stance
from fogline.records.documents import Document
from fogline.records.mentions import Actor, ActorMention
from fogline.records.sentences import Sentence
from fogline.records.spans import Span
from fogline.sentences.reader import SentenceReader


@cache
def reader() -> SentenceReader:
    return SentenceReader.load()


@cache
def sentences(text: str) -> tuple[Sentence, ...]:
    return reader().read([Document(id="d-1", name="a.txt", source="a.txt", text=text, digest="0")])[0]


def mention(text: str, words: str, name: str, side: str | None = None, sentence: int = 0) -> ActorMention:
    start = text.index(words)
    return ActorMention(Span(start, start + len(words), words), sentence, Actor(name, "government", side))


def event(
    text: str, part: str | None = None, stance: Stance | None = None, mentions: Sequence[ActorMention] = ()
) -> Event:
    """The event of the longest sentence of the text, or of the `part` of it that is quoted."""
    sentence = max(sentences(text), key=lambda s: s.end - s.start)
    start = text.index(part) if part else sentence.start
    end = start + len(part) if part else sentence.end
    return describe(sentence, start, end, mentions, stance)


def names(parties: Sequence[Party]) -> list[str]:
    return [party.actor.name for party in parties]


def roles(text: str, part: str | None = None) -> tuple[list[str], list[str]]:
    found = event(text, part)
    return names(found.actors), names(found.targets)


def own(text: str, taken: Sequence[str] = (), mentions: Sequence[ActorMention] = ()) -> tuple[OwnEvent, ...]:
    spans = [Span(text.index(words), text.index(words) + len(words), words) for words in taken]
    return own_voice(sentences(text), mentions, spans)
