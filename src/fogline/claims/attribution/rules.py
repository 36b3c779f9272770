"""The light reader: statements by grammar alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from fogline.claims.attribution.cues import Cues, load_cues
from fogline.claims.attribution.figures import REVISING
from fogline.claims.attribution.forms import with_forms
from fogline.claims.attribution.headlines import by_headline
from fogline.claims.attribution.repair import with_joined_verbs
from fogline.claims.attribution.sources import (
    according_to,
    by_adverb,
    by_noun,
    by_signature,
    relative_denial,
)
from fogline.claims.attribution.verbs import VerbReader
from fogline.claims.statement import Statement
from fogline.records.documents import Document
from fogline.records.sentences import Sentence
from fogline.records.spans import Span

__all__ = ["RuleReader"]

OPENING = '“"«'


class RuleReader:
    """Reads attributed statements from the parse, without a model."""

    def __init__(self, cues: Cues | None = None) -> None:
        self.cues = cues or load_cues()
        self._verbs = self.cues.verbs

    def read(
        self, documents: Sequence[Document], sentences: Sequence[Sequence[Sentence]]
    ) -> list[tuple[Statement, ...]]:
        """The statements of each report in the order of the text."""
        reports = zip(documents, sentences, strict=True)
        return [tuple(with_forms(d.text, s, self.read_one(d, s), self.cues)) for d, s in reports]

    def read_one(self, document: Document, sentences: Sequence[Sentence]) -> tuple[Statement, ...]:
        """The statements of a report in the order of the text; a quote that goes on stays one statement."""
        found: list[Statement] = []
        before: Sentence | None = None
        for sentence in sentences:
            here: list[Statement] = []
            if sentence.parsed:
                sentence = with_joined_verbs(sentence, self._verbs)  # noqa: PLW2901
                here += self._sentence(document.text, sentence)
                here += relative_denial(document.text, sentence, self.cues, here)
            here += by_signature(document.text, before, sentence)
            here = _without_doubles(here)
            if not here and found and before and self._goes_on(document.text, before, sentence, found[-1]):
                found[-1] = _continued(document.text, found[-1], sentence)
            found += here
            before = sentence
        return tuple(sorted(found, key=lambda statement: (statement.start, statement.end)))

    def speaker_of(self, text: str, sentence: Sentence, cue: Span) -> tuple[Span, ...]:
        """Who the grammar takes for the subject of the verb in a cue; empty where it has none."""
        joined = with_joined_verbs(sentence, self._verbs)
        words = [token for token in joined.tokens_in(cue.start, cue.end) if token.pos in ("VERB", "AUX")]
        verbs = [token for token in words if token.lower != "according"]
        return VerbReader(text, joined, self.cues).named(verbs[-1]) if verbs else ()

    def _sentence(self, text: str, sentence: Sentence) -> Iterator[Statement]:
        reader = VerbReader(text, sentence, self.cues)
        for token in sentence.tokens:
            known = token.lemma in self._verbs or token.lower.startswith("unconf")
            known = known or token.lemma in self.cues.measured or token.lemma in REVISING
            if known and token.pos in ("VERB", "AUX", "ADJ"):
                statement = reader.read(token)
                if statement is not None:
                    yield statement
        yield from according_to(text, sentence)
        yield from by_noun(text, sentence, self.cues)
        yield from by_adverb(text, sentence, self.cues)
        yield from by_headline(text, sentence, self.cues)

    def _goes_on(self, text: str, before: Sentence, sentence: Sentence, last: Statement) -> bool:
        """Whether a sentence without a cue carries on the quotation of the one before."""
        quoted = any(span.text[:1] in OPENING for span in last.content)
        near = sentence.paragraph - before.paragraph <= 1 and last.end >= before.start
        return quoted and near and sentence.text[:1] in OPENING


def _continued(text: str, statement: Statement, sentence: Sentence) -> Statement:
    return replace(statement, content=(*statement.content, Span.of(text, sentence.start, sentence.end)))


def _without_doubles(statements: list[Statement]) -> list[Statement]:
    """One statement for each content: the first reading of the same words by the same speaker stands."""
    kept: list[Statement] = []
    for statement in statements:
        if not any(_same(statement, other) for other in kept):
            kept.append(statement)
    return kept


def _same(one: Statement, other: Statement) -> bool:
    shared = sum(a.overlap(b) for a in one.content for b in other.content)
    total = sum(a.end - a.start for a in one.content) + sum(b.end - b.start for b in other.content) - shared
    same_cue = one.cue is not None and other.cue is not None and one.cue.overlap(other.cue) > 0
    same_speaker = one.speakers == other.speakers
    return (shared > 0.8 * total and same_speaker) or (same_cue and shared > 0)
