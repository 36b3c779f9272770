"""Who speaks behind a label and a colon: "Roe on the talks: Freedonia accuses others", "Lee: Freedonia is lying"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fogline.claims.attribution.headlines import FURNITURE, GENRES, is_repeated, stamp_of
from fogline.claims.statement import Statement
from fogline.records.mentions import ActorMention
from fogline.records.sentences import Sentence, Token
from fogline.records.spans import Span

__all__ = ["with_labels"]

LABEL = re.compile(
    r"(?P<name>[A-Z][\w'’.\-]*(?: [\w'’.\-]+){0,5}?)(?P<on> (?:about|on|over|regarding) [^:\"“«]{2,60})?: +"
    r"(?=[\"“«A-Z]|the )"
)
SPEAKING = frozenset({"person", "government", "media", "organisation"})
SIGNED = re.compile(r"[,\w”\"] ?[-–—] [^-–—]{2,60}$|, (?:says|said) [^,]{2,60}$")
FINITE = ("VBD", "VBZ", "VBP", "MD")
SCORE = 0.6
LEAST = 4  # words behind the colon


def with_labels(
    text: str, sentences: Sequence[Sentence], actors: Sequence[ActorMention], spoken: Sequence[Statement]
) -> list[Statement]:
    """The statements, and those that a person before a colon makes of others; what is told in them stands inside.

    A person with a topic ("Roe on the raid:") says all that follows. A bare name speaks where what follows is told of
    a state or an army, as "Roe: Freedonia wants war"; else it may be only whom a headline is about.
    """
    found = list(spoken)
    for sentence in sentences:
        found += _of(text, sentence, actors, found)
    return found


def _of(
    text: str, sentence: Sentence, actors: Sequence[ActorMention], spoken: Sequence[Statement]
) -> Iterator[Statement]:
    low = stamp_of(sentence.text)
    match = LABEL.match(sentence.text, low) if sentence.parsed and ": " in sentence.text else None
    end = _end(sentence)
    said = sentence.text[match.end() : end] if match else ""
    if match is None or said.rstrip().endswith("?") or SIGNED.search(said):
        return
    if match["name"].lower() in GENRES or is_repeated(match["name"], match["name"] + ": " + said):
        return
    name = Span.of(text, sentence.start + match.start("name"), sentence.start + match.end("name"))
    content = Span.of(text, sentence.start + match.end(), sentence.start + end)
    if not _may_speak(sentence, name, content, actors, on=match["on"] is not None):
        return
    if any(one.overlap(name) > 0 for s in spoken for one in s.speakers) or _is_said(content, spoken):
        return
    colon = content.start - len(sentence.text[: match.end()]) + len(sentence.text[: match.end()].rstrip())
    yield Statement(sentence.index, (name,), Span.of(text, colon - 1, colon), (content,), "asserts", score=SCORE)


def _end(sentence: Sentence) -> int:
    """How far the words go before what a site prints behind its headline."""
    found = FURNITURE.search(sentence.text)
    return found.start() if found else len(sentence.text)


def _may_speak(sentence: Sentence, name: Span, content: Span, actors: Sequence[ActorMention], *, on: bool) -> bool:
    """Whether a label names who speaks, and a clause stands behind it."""
    words = sentence.tokens_in(content.start, content.end)
    verbs = [word for word in words if word.tag in FINITE]
    if len(words) < LEAST or not verbs:
        return False
    named = [
        m.actor
        for m in actors
        if m.sentence == sentence.index and m.span.end == name.end and m.span.start >= name.start
    ]
    if on:
        return any(actor.kind in SPEAKING for actor in named)
    first = _subject(sentence, words)
    told = [m.actor for m in actors if first is not None and m.span.start <= first.start < m.span.end]
    others = [actor for actor in told if actor.side is not None and actor.kind != "person"]
    if any(actor.kind in ("person", "media") for actor in named):
        return bool(others)
    foes = {actor.side for actor in others}  # "Freedonian troops: the Sylvanian army struck the prison"
    return any(actor.kind in ("armed_force", "people") and actor.side and foes - {actor.side} for actor in named)


def _subject(sentence: Sentence, words: Sequence[Token]) -> Token | None:
    """The first subject of a finite verb in these words."""
    return next(
        (w for w in words if w.dep in ("nsubj", "nsubjpass") and sentence.head(w).tag in (*FINITE, "VBN", "VBG")), None
    )


def _is_said(content: Span, spoken: Sequence[Statement]) -> bool:
    """Whether somebody else says all of the words."""
    whole = (content.end - content.start) * 0.8
    return any(s.speakers and sum(piece.overlap(content) for piece in s.content) > whole for s in spoken)
