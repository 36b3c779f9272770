"""Claims by when what they tell happened, each drawn as precisely as it is known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter

from fogline.ledger.rows import Clock
from fogline.records.claims import Claim, Kind
from fogline.records.codec import Json
from fogline.records.documents import Document
from fogline.records.mentions import TimeRange
from fogline.views.citing import Citation, Cited, cite
from fogline.views.dating import DAY, YEAR, Dated, label_of, said_on, told_time

__all__ = ["Timeline", "TimelineRow", "timeline"]

NEVER = "9999"
NEWS: frozenset[Kind] = frozenset(
    {"control", "movement", "clash", "attack", "casualties", "damage", "deployment", "detention", "clearance", "aid",
     "sanction", "negotiation", "meeting"}
)  # fmt: skip
TOLD = frozenset({"actual", "ongoing", "completed"})
TELLING = frozenset({"asserts", "accuses", "denies"})
LONGEST_YEARS, OLD = 3, 2  # a longer span is no time of a deed; years before the report that are looked at twice
# "In 2014", but not "as in 2014", "born in 2014", "the 2014 referendum".
PLACED = re.compile(
    r"(?<!\bas )(?<!\bborn )(?<!\bback )\b(?:in|during|since|until|by|from)\s+(?:early |late |mid-)?\d{4}$", re.I
)
COUNTED = re.compile(
    r"^\s+(?:people|civilians?|soldiers?|servicemen|troops|children|men|women|bodies|victims|casualties|dead|deaths|killed"
    r"|wounded|injured|captured|tanks|vehicles|aircraft|houses|homes|buildings|settlements|cases|missiles|drones)\b"
)


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One claim and when it happened; `guessed` tells that the time is not in its own words but taken over.

    `clock` is `said` or `published` for news that says no time: it stands on the day of the telling.
    """

    label: str
    time: TimeRange
    kind: str
    status: str
    place: str | None
    guessed: bool
    citation: Citation
    clock: Clock = "happened"

    def to_json(self) -> dict[str, Json]:
        """The row as JSON values."""
        return {
            "label": self.label,
            "earliest": self.time.earliest,
            "latest": self.time.latest,
            "precision": self.time.precision,
            "basis": self.time.basis,
            "guessed": self.guessed,
            "clock": self.clock,
            "kind": self.kind,
            "status": self.status,
            "place": self.place,
            "citation": self.citation.to_json(),
        }


@dataclass(frozen=True, slots=True)
class Timeline:
    """Dated claims, the earliest first, and how many have no day; `total` counts those beyond a limit, too."""

    rows: tuple[TimelineRow, ...]
    undated: int
    total: int = 0

    def to_json(self) -> dict[str, Json]:
        """The timeline as JSON values."""
        return {"rows": [row.to_json() for row in self.rows], "undated": self.undated, "total": self.total}


def timeline(
    claims: Iterable[Cited],
    *,
    limit: int | None = None,
    since: str | None = None,
    until: str | None = None,
    said: bool = True,
) -> Timeline:
    """The claims in the order of what happened; what may begin or end any time is placed by the end that is known.

    News that says no time stands on the day it was said or published, marked by its `clock`; without `said` it is
    counted as undated. `since` and `until` are days: what may have happened between them.
    """
    dated: list[tuple[tuple[str, str, str, int, str], TimeRange | Dated | None, Cited]] = []
    undated = 0
    for claim, document in claims:
        time = told_time(claim)
        if time is not None and _is_misread(claim, document, time):
            time = None
        news = _day_of_news(claim, document) if time is None and said else None
        if time is None and news is None:
            undated += 1
            continue
        day = news.day if news else None
        first = day or (time and (time.earliest or time.latest)) or ""
        last = day or (time and time.latest) or NEVER
        if (until is None or first[:DAY] <= until) and (since is None or last[:DAY] >= since):
            key = (first, last, document.name, claim.start, claim.id)  # whichever report was read first
            dated.append((key, time or news, (claim, document)))
    dated.sort(key=itemgetter(0))
    return Timeline(tuple(_row(time, cited) for _, time, cited in dated[:limit]), undated, len(dated))


def _is_misread(claim: Claim, document: Document, time: TimeRange) -> bool:
    """Whether a time says no day of the deed: a span of years, a year that is a count, or one named by the way."""
    first, last = (time.earliest or time.latest or "")[:YEAR], (time.latest or time.earliest or "")[:YEAR]
    if int(last) - int(first) >= LONGEST_YEARS:
        return True
    published = (document.published_at or "")[:YEAR]
    if claim.when is None or not published or int(published) - int(first) < OLD:
        return False
    when, text, start = claim.when.span, claim.sentence.text, claim.sentence.start
    before, behind = text[: max(0, when.start - start)], text[max(0, when.end - start) :]
    if COUNTED.match(behind) or any(mention.span.overlap(when) for mention in claim.quantities):
        return True
    return time.precision == "year" and (not _tells_news(claim) or PLACED.search(f"{before}{when.text}") is None)


def _tells_news(claim: Claim) -> bool:
    return claim.kind in NEWS and claim.status in TOLD and claim.stance in TELLING


def _day_of_news(claim: Claim, document: Document) -> Dated | None:
    """When a claim that tells of news was said or published; None for plans, demands and opinions."""
    if not _tells_news(claim):
        return None
    said, published = said_on(claim, document), document.published_at
    if said.day and published and int(published[:YEAR]) - int(said.day[:YEAR]) >= OLD:
        return Dated(published[:DAY], "published", document.published_basis == "inferred")  # news is not said years ago
    return said if said.day else None


def _row(time: TimeRange | Dated | None, cited: Cited) -> TimelineRow:
    claim, document = cited
    places = (mention.place.name for mention in claim.places if mention.place and not mention.metonym)
    about = (claim.kind, claim.status, next(places, None))
    if isinstance(time, TimeRange):
        guessed = time.basis == "inferred" or (claim.when is not None and claim.when.derived)
        return TimelineRow(label_of(time), time, *about, guessed, cite(claim, document))
    said = time or said_on(claim, document)
    day = TimeRange(said.day or "", said.day, said.day, "day", "inferred" if said.inferred else "stated")
    return TimelineRow(said.shown or "", day, *about, said.inferred, cite(claim, document), said.clock or "said")
