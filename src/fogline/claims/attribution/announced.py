"""Statements printed below their announcement without quotation marks: "The minister said:" and a paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import takewhile

from fogline.claims.attribution.cues import Cues
from fogline.claims.attribution.phrases import span_of
from fogline.claims.attribution.verbs import VerbReader
from fogline.records.sentences import Sentence, Token
from fogline.records.spans import Span

__all__ = ["Announced", "announced"]

OPENING = '“"«‘'
SHORT = 3  # "the", "of"
SAID = ("said", "told", "added")
MARKS = ('"', "“", "”", "«", "»")
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
        end = _end(sentences, below, speakers)
        if verb and speakers and sentences[below].paragraph != sentence.paragraph and end > below:
            yield Announced(below, end, speakers, span_of(text, [verb]))


def _verb(sentence: Sentence, cues: Cues) -> Token | None:
    """The last report verb before the colon."""
    verbs = (token for token in reversed(sentence.tokens) if token.pos == "VERB")
    return next((verb for verb in verbs if cues.stance("c", verb.lemma)), None)


def _end(sentences: Sequence[Sentence], first: int, speakers: Sequence[Span]) -> int:
    """Where the stretch ends: behind the last paragraph that speaks as "I" or "we".

    Where the first one does, and the report never tells of its speaker again, it is a statement to its end.
    """
    words = {word.strip(",.").lower() for speaker in speakers for word in speaker.text.split()}
    named = {word for word in words if len(word) > SHORT} | {"he", "she"}
    end, sure, personal = first, first, False
    while end < len(sentences) and (end == first or sentences[end].role == "body"):
        paragraph = _paragraph(sentences, end)
        if any(s.text[:1] in OPENING for s in paragraph) or (end > first and _is_told(paragraph, named)):
            return sure
        end += len(paragraph)
        spoken = any(token.lower in FIRST_PERSON for s in paragraph for token in s.tokens)
        personal = personal or (spoken and sure == first)
        sure = end if spoken or sure == first else sure
    return end if personal and end == len(sentences) else sure


def _paragraph(sentences: Sequence[Sentence], first: int) -> list[Sentence]:
    return list(takewhile(lambda s: s.paragraph == sentences[first].paragraph, sentences[first:]))


def _is_told(paragraph: Sequence[Sentence], named: Set[str]) -> bool:
    """Whether a paragraph tells of somebody again: it names the speaker as one who acts, quotes, or says "said"."""
    tokens = [token for sentence in paragraph for token in sentence.tokens]
    if any(token.lower in SAID or token.text in MARKS for token in tokens):
        return True
    return any(token.lower in named and token.dep in ("nsubj", "nsubjpass") for token in tokens)
