"""What a report says that dates it: titles of people while they hold them, events of a pack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from fogline.flags.holders import Holder
from fogline.flags.offices import told_offices
from fogline.packs.model import Event
from fogline.records.documents import Document
from fogline.records.naming import DatedFact, Named
from fogline.records.sentences import Sentence

__all__ = ["dated_facts"]


def dated_facts(
    document: Document,
    sentences: Sequence[Sentence],
    named: Named,
    offices: Mapping[str, Holder],
    events: Sequence[Event],
) -> Iterator[DatedFact]:
    """Facts for the window of an undated report: titles count while held, events from their first day on.

    A title in a sentence with a date of its own says when that was, not when the report was written.
    """
    dated = {
        mention.sentence
        for mention in named.times
        if mention.time.earliest is not None and mention.time.basis == "stated"
    }
    for sentence, words, role in told_offices(document, sentences, named, offices):
        if sentence not in dated:
            yield DatedFact(words, role.since, role.until)
    for event in events:
        yield from (DatedFact(name, event.since, None) for name in (event.name, *event.aliases))
