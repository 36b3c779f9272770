"""All that reading one report gave: what moves from the pipeline to the ledger in one transaction."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.records.claims import Claim
from fogline.records.documents import Document
from fogline.records.failures import Failure
from fogline.records.mentions import Mention
from fogline.records.spans import Span

__all__ = ["FLAGS", "Reading", "ReportFlag"]

FLAGS: dict[str, str] = {
    "duration": "a length of time that the dates of the report do not give",
    "place": "a place put into a region where the gazetteer does not have it",
    "office": "an office that somebody did not hold at the time",
    "units": "an amount given in two units that do not agree",
    "one-sided": "one side alone is quoted on disputed matters",
    "attribution-dropped": "the report says in its own voice what another source gives as somebody's claim",
}


@dataclass(frozen=True, slots=True)
class ReportFlag:
    """Something about a report that a careful reader would want to know; `start`, `end` point at the words.

    `flag` is a key of FLAGS. `sentences` are those it rests on, in the order of the text; `claim_ids` the claims, also
    of other reports, where it rests on claims. A flag takes no claim out of any count.
    """

    flag: str
    reason: str
    start: int
    end: int
    sentences: tuple[Span, ...] = ()
    claim_ids: tuple[str, ...] = ()


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
