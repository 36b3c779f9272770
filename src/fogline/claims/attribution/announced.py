"""Statements printed below their announcement without quotation marks: "The minister said:" and a paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fogline.claims.attribution.cues import Cues
from fogline.claims.attribution.phrases import span_of
from fogline.claims.attribution.verbs import VerbReader
from fogline.records.sentences import Sentence, Token
from fogline.records.spans import Span

__all__ = ["Announced", "announced"]

OPENING = '“"«‘'
FIRST_PERSON = frozenset("i we me us my our ours mine".split())


@dataclass(frozen=True, slots=True)
class Announced:
    """A stretch of sentences, from the first to before `end`, that somebody is announced to say."""

    first: int
    end: int
    speakers: tuple[Span, ...]
    cue: Span


def announced(text: str, sentences: Sequence[Sentence], cues: Cues) -> Iterator[Announced]:
    """The announced stretches: the paragraph below, and those behind it as long as they speak in the first person."""
    for sentence in sentences:
        if not sentence.parsed or not sentence.text.rstrip().endswith(":"):
            continue
        below = sentence.index + 1
        if below >= len(sentences) or sentences[below].text[:1] in OPENING:
            continue
        verb = _verb(sentence, cues)
        speakers = VerbReader(text, sentence, cues).named(verb) if verb else ()
        end = _end(sentences, below)
        if verb and speakers and sentences[below].paragraph != sentence.paragraph and end > below:
            yield Announced(below, end, speakers, span_of(text, [verb]))


def _verb(sentence: Sentence, cues: Cues) -> Token | None:
    """The last report verb before the colon."""
    verbs = (token for token in reversed(sentence.tokens) if token.pos == "VERB")
    return next((verb for verb in verbs if cues.stance("c", verb.lemma)), None)


def _end(sentences: Sequence[Sentence], first: int) -> int:
    """Where the stretch ends: the paragraph at `first`, those behind it that speak as "I" or "we"."""
    end = first
    while end < len(sentences) and (end == first or sentences[end].role == "body"):
        paragraph = [s for s in sentences[end:] if s.paragraph == sentences[end].paragraph]
        if end > first and not any(token.lower in FIRST_PERSON for s in paragraph for token in s.tokens):
            break
        if any(s.text[:1] in OPENING for s in paragraph):
            break
        end += len(paragraph)
    return end
