"""The one façade: everything a user can do with a ledger, from Python, the command line or the server."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Self

from fogline.config import ReadingOptions
from fogline.deciding import Decisions, now
from fogline.ledger import Ledger
from fogline.ledger.rows import Added, ClaimFilter, Counts, DocumentRow, FailureRow, LinkRow
from fogline.listing import Claims
from fogline.overviews import Overviews
from fogline.records.claims import Claim
from fogline.records.documents import Document
from fogline.records.failures import Failure
from fogline.records.links import Link, Question, Standing
from fogline.records.mentions import Mention
from fogline.reviewing import Reviewing

if TYPE_CHECKING:
    from fogline.documents.options import DocumentOptions
    from fogline.records.readings import Reading

__all__ = ["ReadProgress", "ReadSummary", "Workspace"]

BATCH_REPORTS = 64
BATCH_CODE_POINTS = 150_000  # about 25,000 words: a few seconds of work, so that a lost worker costs little


@dataclass(frozen=True, slots=True)
class ReadSummary:
    """What a run of reading did: reports read and skipped, with why.

    `capped` counts claims that have more mates than they are compared with: each met the nearest alone.
    """

    added: Added
    failures: tuple[Failure, ...] = ()
    ledger: str = ""
    capped: int = 0

    @property
    def reasons(self) -> dict[str, int]:
        """How many times each reason for skipping occurred, most frequent first."""
        return dict(Counter(failure.reason for failure in self.failures).most_common())


@dataclass(frozen=True, slots=True)
class ReadProgress:
    """How far reading has come: reports and claims done, and the last report's name."""

    reports: int
    claims: int
    name: str


@dataclass(slots=True)
class _Intake:
    """Splits what the readers give into batches of new reports and things that failed."""

    unread: Callable[[Sequence[Document]], list[Document]]
    failures: list[Failure] = field(default_factory=list)
    seen: int = 0

    def batches(self, items: Iterable[Document | Failure]) -> Iterator[list[Document]]:
        batch: list[Document] = []
        size = 0
        for item in items:
            if isinstance(item, Failure):
                self.failures.append(item)
                continue
            batch.append(item)
            size += len(item.text)
            if len(batch) >= BATCH_REPORTS or size >= BATCH_CODE_POINTS:
                yield from self._new(batch)
                batch, size = [], 0
        yield from self._new(batch)

    def _new(self, batch: list[Document]) -> Iterator[list[Document]]:
        """The reports of a batch that the ledger does not hold from this same reader."""
        distinct = list({document.id: document for document in batch}.values())
        fresh = self.unread(distinct)
        self.seen += len(distinct) - len(fresh)
        if fresh:
            yield fresh


class Workspace(Overviews, Reviewing):
    """A ledger and all that can be done with it."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    @classmethod
    def open(cls, ledger: str | Path, *, create: bool = True) -> Self:
        """Open the ledger at a path or URL. Raises RunError where it cannot be opened."""
        return cls(Ledger.open(ledger, create=create))

    def close(self) -> None:
        """Let go of the ledger."""
        self.ledger.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    # Reading

    def read(
        self,
        sources: Iterable[str],
        *,
        documents: DocumentOptions | None = None,
        reading: ReadingOptions | None = None,
        jobs: int = 1,
        progress: Callable[[ReadProgress], None] | None = None,
    ) -> ReadSummary:
        """Read reports into the ledger; what it holds already is passed over.

        `sources` are files, folders, globs or "-" for standard input. `jobs` processes share the work; the ledger
        is the same whatever their number. Raises RunError where a model is missing or the ledger cannot be written.
        """
        from fogline.documents.copies import shared
        from fogline.documents.options import DocumentOptions
        from fogline.documents.reading import read as read_documents
        from fogline.pipeline import made_by, read_batch
        from fogline.runners import runner_for

        options = reading or ReadingOptions()
        reader = made_by(options)
        intake = _Intake(lambda batch: self.ledger.unread(batch, reader))
        batches = intake.batches(read_documents(sources, documents or DocumentOptions()))
        results = runner_for(jobs).run(partial(read_batch, options=options), batches, _crashed)
        read_at = now()
        added = Added(known=0)
        decisions = Decisions(self.ledger, read_at)
        decided = decisions.reviewed_reports()
        for readings in results:
            added += self.ledger.add(readings, read_at, similar=shared)
            _decide_again(decisions, [reading for reading in readings if reading.document.id in decided])
            if progress:
                progress(_progress(added, readings))
        self.ledger.add_failures(intake.failures, read_at)
        capped = self._link().capped
        return ReadSummary(added + Added(known=intake.seen), tuple(intake.failures), self.ledger.place, capped)

    # Looking

    def claims(self, wanted: ClaimFilter | None = None) -> Claims:
        """The claims asked for, as a list that knows how to show itself."""
        return Claims(tuple(self.ledger.claims(wanted or ClaimFilter())))

    def claim(self, claim_id: str) -> tuple[Claim, Document]:
        """One claim and its report, by id or unique beginning of an id. Raises RunError where there is none."""
        return self.ledger.claim(claim_id)

    def documents(self, *, superseded: bool = False) -> list[DocumentRow]:
        """The reports in the order they were read."""
        return list(self.ledger.documents(superseded=superseded))

    def mentions(self, document: str | None = None) -> Iterator[tuple[Mention, Document]]:
        """What the reports name."""
        return self.ledger.mentions(document)

    def links(self, claim_ids: Sequence[str] | None = None) -> Iterator[Link]:
        """How claims stand to each other; with `claim_ids` the links that touch one of these claims."""
        return (row.link for row in self.ledger.links(claim_ids))

    def link_rows(self, claim_ids: Sequence[str] | None = None, *, retired: bool = False) -> Iterator[LinkRow]:
        """As `links`, each with when it was made; with `retired` also those that no longer hold, with when that was."""
        return self.ledger.links(claim_ids, retired=retired)

    def standings(self) -> tuple[Standing, ...]:
        """The questions on which claims meet and how each stands, the most disputed first."""
        from fogline.reconciling import Reconciler

        kept = self.ledger.standings()
        return Reconciler(self.ledger, "").standings() if kept is None else tuple(kept)

    def failures(self) -> list[FailureRow]:
        """What was skipped, and why."""
        return list(self.ledger.failures())

    def counts(self) -> Counts:
        """How much the ledger holds."""
        return self.ledger.counts()

    def claims_in(self, document_numbers: Sequence[int]) -> list[tuple[int, Claim]]:
        """The claims of the reports with these row numbers (see `document_page`), each with that number."""
        return self.ledger.claims_in(document_numbers)

    def sides(self) -> list[str]:
        """The sides that speak, those with most claims first."""
        return self.ledger.sides()

    def published_days(self) -> tuple[str, str] | None:
        """The first and last day on which reports were published; None where no date is known."""
        return self.ledger.published_days()

    def stamp(self) -> str:
        """A word that changes whenever anything in the ledger does."""
        return self.ledger.stamp()

    def count_claims(self, wanted: ClaimFilter | None = None) -> int:
        """How many claims are asked for, whatever the limit."""
        return self.ledger.count_claims(wanted or ClaimFilter())

    def document(self, name: str) -> DocumentRow:
        """One report, by id or name. Raises RunError where there is none."""
        return self.ledger.document(name)

    def document_page(self, after: int, size: int) -> list[tuple[int, DocumentRow]]:
        """At most `size` reports behind row number `after` (-1 for the first), each with its row number."""
        return self.ledger.document_page(after, size)

    def questions(self, claim_id: str | None = None) -> list[Question]:
        """The matters on which claims meet; with `claim_id` those that it speaks to."""
        return list(self.ledger.questions(claim_id))


def _decide_again(decisions: Decisions, readings: Iterable[Reading]) -> None:
    """Put decisions over the claims of reports that were read anew."""
    for reading in readings:
        if not any(failure.reason == "crashed" for failure in reading.failures):
            decisions.note_gone(reading.document.id, {claim.id for claim in reading.claims})
        decisions.apply((reading.document.id,))


def _progress(added: Added, readings: Sequence[Reading]) -> ReadProgress:
    return ReadProgress(added.documents, added.claims, readings[-1].document.name if readings else "")


def _crashed(document: Document) -> list[Reading]:
    """What stands in the ledger for a report that ends every process that reads it."""
    from fogline.records.readings import Reading

    failure = Failure(
        document.source, "crashed", f"reading {document.name} stopped its process", "pipeline", document.id
    )
    return [Reading(document, (), (), (failure,), 0, 0, "none")]
