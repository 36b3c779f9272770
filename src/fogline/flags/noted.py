"""Disagreements that other stages noted while they read: places put elsewhere, amounts in two units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fogline.records.mentions import PlaceMention, QuantityMention
from fogline.records.naming import Named
from fogline.records.readings import ReportFlag
from fogline.records.sentences import Sentence
from fogline.records.spans import Span

__all__ = ["noted", "sentence_span"]


def noted(sentences: Sequence[Sentence], named: Named) -> Iterator[ReportFlag]:
    """A flag for each place and each pair of amounts that was marked."""
    spans = {sentence.index: sentence_span(sentence) for sentence in sentences}
    for place in named.places:
        if place.flag is not None:
            yield _flag("place", f"{place.span.text}: {place.flag}", place, spans)
    yield from _odd_units(named.quantities, spans)


def _odd_units(quantities: Sequence[QuantityMention], spans: dict[int, Span]) -> Iterator[ReportFlag]:
    """One flag for the two amounts that do not agree: the conversion follows the amount as told."""
    told: QuantityMention | None = None
    for mention in quantities:
        if mention.flag is not None and mention.quantity.role == "conversion" and told is not None:
            reason = f"“{told.span.text}” and “{mention.span.text}”: {mention.flag}"
            yield _flag("units", reason, mention, spans)
        told = mention


def _flag(name: str, reason: str, mention: PlaceMention | QuantityMention, spans: dict[int, Span]) -> ReportFlag:
    span = mention.span
    return ReportFlag(name, reason, span.start, span.end, (spans[mention.sentence],))


def sentence_span(sentence: Sentence) -> Span:
    """A sentence as words of the report."""
    return Span(sentence.start, sentence.end, sentence.text)
