"""What a reader gives: a text with what its file says about it, or what had to be skipped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from fogline.errors import ItemError
from fogline.records.documents import PublishedBasis

__all__ = ["STAGE", "Draft", "Facts", "Skipped", "clean", "storable"]

STAGE = "documents"  # what a Failure of these modules names as the place where it happened


def clean(value: str) -> str:
    """The words of a metadata field on one line, without what no ledger can store."""
    return " ".join(storable(value).split())


def storable(text: str) -> str:
    """The text with U+FFFD in place of NUL and lone surrogates, one for one, so that offsets stay.

    PostgreSQL cannot hold NUL, and UTF-8 cannot hold lone surrogates.
    """
    if "\0" in text:
        text = text.replace("\0", "\ufffd")
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
    return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What somebody says about a report.

    `published` is as written, not yet checked; `basis` says how it is known.
    """

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    author: str | None = None
    language: str | None = None
    published: str | None = None
    basis: PublishedBasis = "given"

    @classmethod
    def of(cls, found: Mapping[str, str | None], basis: PublishedBasis = "given") -> Facts:
        """The facts of a mapping by field name; blank values count as unknown."""
        names = [field.name for field in fields(cls) if field.name != "basis"]
        values = {name: clean(found.get(name) or "") or None for name in names}
        return cls(**values, basis=basis)

    def over(self, other: Facts) -> Facts:
        """These facts, and those of `other` where nothing is known here."""
        values: dict[str, Any] = {}
        for field in fields(self):
            values[field.name] = getattr(self, field.name) or getattr(other, field.name)
        values["basis"] = self.basis if self.published else other.basis
        return Facts(**values)


@dataclass(frozen=True, slots=True)
class Draft:
    """A text as one report, before it has an id.

    In a file of many, `record` is its own id and `where` its place.
    """

    text: str
    facts: Facts = Facts()
    record: str | None = None
    where: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """One record of a file that cannot be used: where it stands and why."""

    where: str
    error: ItemError
