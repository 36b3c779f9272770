"""All that reading one report gave: what moves from the pipeline to the ledger in one transaction."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.records.claims import Claim
from fogline.records.documents import Document
from fogline.records.failures import Failure
from fogline.records.mentions import Mention

__all__ = ["Reading", "ReportFlag"]


@dataclass(frozen=True, slots=True)
class ReportFlag:
    """Something about a report that a careful reader would want to know; `start`, `end` point at the words."""

    flag: str
    reason: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """One report read: the document, what it names, what is claimed in it, and what had to be skipped.

    `sentences` is how many sentences it has, `unused` how many of them gave no claim; `made_by` names the reader and
    its version.
    """

    document: Document
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    failures: tuple[Failure, ...]
    sentences: int
    unused: int
    made_by: str
    flags: tuple[ReportFlag, ...] = ()
