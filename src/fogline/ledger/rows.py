"""What a ledger is asked and what it answers: frozen rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from fogline.records.claims import Kind, Stance, Status
from fogline.records.documents import Document
from fogline.records.failures import Failure
from fogline.records.links import Link
from fogline.records.readings import ReportFlag

__all__ = [
    "Added",
    "ClaimFilter",
    "Clock",
    "CopyOf",
    "Counts",
    "DocumentRow",
    "FailureRow",
    "Having",
    "LinkRow",
    "Linked",
    "Review",
]

Clock = Literal["happened", "said", "published", "read"]
Having = Literal["numbers", "time", "place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """Which claims are asked for; every part narrows, None does not.

    `speaker` is part of a name ("zelensky"), whoever of several speakers it is; `own_voice` asks for claims with
    (False) or without (True) a speaker. `place` is an id or a name; claims about places inside it count. `document`
    is an id or a name. `since` and `until` are ISO days, inclusive: claims whose `when` may fall between them; claims
    without a `when` are left out. `text` is a search: words, "a phrase", begin*, -without. `as_of` with `clock` keeps
    what had happened, was said, published or read by the end of that day. `after` is the cursor of the last claim seen.
    `not_linked_by` keeps claims that this linker has not seen, `having` those that give numbers, a time or a place.
    `superseded` adds claims of older versions of a report, `retired` those that a newer reader no longer makes.
    """

    speaker: str | None = None
    own_voice: bool | None = None
    side: str | None = None
    kind: Kind | None = None
    stance: Stance | None = None
    status: Status | None = None
    place: str | None = None
    document: str | None = None
    origin: str | None = None
    ids: tuple[str, ...] | None = None
    since: str | None = None
    until: str | None = None
    text: str | None = None
    as_of: str | None = None
    clock: Clock = "published"
    not_linked_by: str | None = None
    having: Having | None = None
    superseded: bool = False
    retired: bool = False
    limit: int | None = None
    offset: int = 0
    after: str | None = None


@dataclass(frozen=True, slots=True)
class CopyOf:
    """That a report copies an earlier one; `share` (0 to 1) is how much of it."""

    document_id: str
    of_id: str
    share: float


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A report in the ledger. `superseded_by` is the id of the version that replaced it, None for the current one.

    `claims` is how many claims it has now, `unused` how many of its sentences gave none.
    """

    document: Document
    read_at: str
    made_by: str
    sentences: int
    unused: int
    claims: int
    superseded_by: str | None = None
    copy_of: CopyOf | None = None
    flags: tuple[ReportFlag, ...] = ()

    @property
    def current(self) -> bool:
        """Whether no newer version of the report is in the ledger."""
        return self.superseded_by is None


@dataclass(frozen=True, slots=True)
class FailureRow:
    """Something that was skipped, and when; `retired_at` is when the same source was read without it."""

    failure: Failure
    made_at: str
    retired_at: str | None = None


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking some claims gave: the blocks each of them stands in, and the links. `made_by` names the linker."""

    blocks: tuple[tuple[str, tuple[str, ...]], ...]
    links: tuple[Link, ...]
    made_by: str


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link in the ledger; `retired_at` is when it was no longer held."""

    link: Link
    made_at: str
    retired_at: str | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """A decision about one field of a claim; `before` and `after` are JSON.

    `document_id`, `start` and `end` find the claim again when a newer reader gives it another id.
    """

    id: str
    claim_id: str
    document_id: str
    start: int
    end: int
    field: str
    before: str | None
    after: str | None
    who: str
    made_at: str
    why: str | None = None
    undone_at: str | None = None
    undone_by: str | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What adding readings changed. `known` counts readings that were in the ledger already."""

    documents: int = 0
    claims: int = 0
    mentions: int = 0
    failures: int = 0
    known: int = 0
    superseded: int = 0
    retired: int = 0
    copies: tuple[CopyOf, ...] = field(default=())

    def __add__(self, other: Added) -> Added:
        """Both changes together."""
        return Added(
            self.documents + other.documents,
            self.claims + other.claims,
            self.mentions + other.mentions,
            self.failures + other.failures,
            self.known + other.known,
            self.superseded + other.superseded,
            self.retired + other.retired,
            self.copies + other.copies,
        )


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a ledger holds: what is current, and in `superseded` and `retired` what is kept but no longer so."""

    documents: int
    superseded: int
    copies: int
    claims: int
    retired: int
    failures: int
    links: int
    questions: int
