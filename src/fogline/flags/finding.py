"""The flags of one report, from what was read in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from fogline.flags.durations import odd_durations
from fogline.flags.facts import dated_facts
from fogline.flags.holders import holders
from fogline.flags.noted import noted
from fogline.flags.offices import odd_offices
from fogline.packs.model import Pack
from fogline.records.claims import Claim
from fogline.records.documents import Document
from fogline.records.naming import DatedFact, Named
from fogline.records.readings import ReportFlag
from fogline.records.sentences import Sentence
from fogline.records.spans import Span

__all__ = ["FlagFinder"]


class FlagFinder:
    """Finds what a careful reader would want to know of a report: a pure function of the report."""

    def __init__(self, pack: Pack) -> None:
        self._offices = holders(pack)
        self._events = pack.events

    def facts(self, document: Document, sentences: Sequence[Sentence], named: Named) -> tuple[DatedFact, ...]:
        """What a report says that holds only on some days: for telling when an undated one can have been written."""
        return tuple(dated_facts(document, sentences, named, self._offices, self._events))

    def find(
        self, document: Document, sentences: Sequence[Sentence], named: Named, claims: Iterable[Claim]
    ) -> tuple[ReportFlag, ...]:
        """The flags of a report in the order of the text, each with the claims of the sentences it rests on.

        `document` carries the day or window in which it was published, given or inferred. Flags that take other
        reports to see are those of `fogline.views.flags`.
        """
        told = list(claims)
        found = {
            (flag.flag, flag.start, flag.end): _with_claims(flag, told)
            for flag in self._found(document, sentences, named)
        }
        return tuple(sorted(found.values(), key=lambda flag: (flag.start, flag.end, flag.flag)))

    def _found(self, document: Document, sentences: Sequence[Sentence], named: Named) -> Iterator[ReportFlag]:
        yield from noted(sentences, named)
        yield from odd_durations(document, sentences, named.times)
        yield from odd_offices(document, sentences, named, self._offices)


def _with_claims(flag: ReportFlag, claims: Sequence[Claim]) -> ReportFlag:
    """The flag with the claims that stand in its sentences."""
    ids = (claim.id for claim in claims if any(_shares(claim, sentence) for sentence in flag.sentences))
    return replace(flag, claim_ids=tuple(dict.fromkeys(ids)))


def _shares(claim: Claim, sentence: Span) -> bool:
    return any(span.overlap(sentence) for span in claim.evidence)
