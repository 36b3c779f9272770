"""Statements printed below their announcement without quotation marks: "The minister said:" and a paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise, takewhile

from fogline.claims.attribution.cues import Cues
from fogline.claims.attribution.phrases import noun_phrase, span_of
from fogline.claims.attribution.verbs import VerbReader
from fogline.packs.folding import fold
from fogline.packs.roles import roles
from fogline.records.sentences import Sentence, Token
from fogline.records.spans import Span

__all__ = ["Announced", "announced"]

OPENING = '“"«‘'
CLOSING = '”"»’'
LONG = 5  # words of a quotation that says something
PERSONS = frozenset("he she they".split())
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
    cue: Span | None


def announced(text: str, sentences: Sequence[Sentence], cues: Cues) -> Iterator[Announced]:
    """The announced stretches: the paragraph below, and those behind it as long as they speak in the first person.

    A quotation that stands alone behind somebody's doing or feeling is his: 'The mayor was blunt. "We have no water."'
    """
    yield from _quoted(text, sentences)
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


def _quoted(text: str, sentences: Sequence[Sentence]) -> Iterator[Announced]:
    """The quotations without a word of saying, in the paragraph of somebody who is told of right before them."""
    for before, sentence in pairwise(sentences):
        words = sentence.text.strip()
        alone = words[:1] in OPENING and words[-1:] in CLOSING and len(words.split()) >= LONG
        if not alone or sentence.paragraph != before.paragraph or not before.parsed or before.text[:1] in OPENING:
            continue
        who = next((t for t in before.tokens if t.dep in ("nsubj", "nsubjpass") and before.head(t).dep == "ROOT"), None)
        if who is not None and _is_person(before, who):
            yield Announced(sentence.index, sentence.index + 1, (span_of(text, noun_phrase(before, who)),), None)


def _is_person(sentence: Sentence, who: Token) -> bool:
    """Whether somebody who can speak is named: by name with a first name, by "she", or by what he is."""
    if who.pos == "PRON":
        return who.lower in PERSONS
    words = tuple(fold(word.text) for word in noun_phrase(sentence, who) if word.i <= who.i)
    role = roles().of(words)
    if who.pos == "PROPN":
        return role is None and any(child.dep == "compound" for child in sentence.children(who))
    return role is not None and role.kind in ("person", "people")


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
