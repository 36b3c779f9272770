"""A report as read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

__all__ = ["Document", "PublishedBasis", "SentenceRole"]

PublishedBasis = Literal["given", "metadata", "inferred", "unknown"]
SentenceRole = Literal["headline", "dateline", "byline", "bullet", "body", "caption", "stamp", "label"]


@dataclass(frozen=True, slots=True)
class Document:
    """A report as read: its text, never changed, and what is known about it.

    `name` is the file name or the record's own id; `source` is what says that two documents are versions of one
    thing (a path, or the record id). `published_at` is an ISO date or date-time; `published_basis` says how it is
    known. With basis `inferred`, `published_at` is the latest and `published_from` the earliest day the report can
    have been written. `digest` is the blake2b of the text. `bands` are MinHash band hashes for finding near copies.
    """

    id: str
    name: str
    source: str
    text: str
    digest: str
    path: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    author: str | None = None
    language: str | None = None
    published_at: str | None = None
    published_from: str | None = None
    published_basis: PublishedBasis = "unknown"
    media_type: str = "text/plain"
    notes: tuple[str, ...] = ()
    bands: tuple[int, ...] = ()

    def as_read(self) -> Document:
        """The document as the readers gave it: without a date that was inferred from its text."""
        if self.published_basis != "inferred":
            return self
        return replace(self, published_at=None, published_from=None, published_basis="unknown")
