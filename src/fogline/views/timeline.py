"""Claims by when what they tell happened, each drawn as precisely as it is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fogline.records.codec import Json
from fogline.records.mentions import TimeRange
from fogline.views.citing import Citation, Cited, cite
from fogline.views.dating import label_of, told_time

__all__ = ["Timeline", "TimelineRow", "timeline"]


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One claim and when it happened; `guessed` tells that the time is not in its own words but taken over."""

    label: str
    time: TimeRange
    kind: str
    status: str
    place: str | None
    guessed: bool
    citation: Citation

    def to_json(self) -> dict[str, Json]:
        """The row as JSON values."""
        return {
            "label": self.label,
            "earliest": self.time.earliest,
            "latest": self.time.latest,
            "precision": self.time.precision,
            "basis": self.time.basis,
            "guessed": self.guessed,
            "kind": self.kind,
            "status": self.status,
            "place": self.place,
            "citation": self.citation.to_json(),
        }


@dataclass(frozen=True, slots=True)
class Timeline:
    """Dated claims, the earliest first, and how many claims say no time."""

    rows: tuple[TimelineRow, ...]
    undated: int

    def to_json(self) -> dict[str, Json]:
        """The timeline as JSON values."""
        return {"rows": [row.to_json() for row in self.rows], "undated": self.undated}


def timeline(claims: Iterable[Cited], *, limit: int | None = None) -> Timeline:
    """The claims in the order of what happened; what may begin or end any time is placed by the end that is known."""
    dated: list[tuple[tuple[str, str, int], TimeRange, Cited]] = []
    undated = 0
    for number, (claim, document) in enumerate(claims):
        time = told_time(claim)
        if time is None:
            undated += 1
            continue
        first, last = time.earliest or time.latest or "", time.latest or "9999"
        dated.append(((first, last, number), time, (claim, document)))
    dated.sort(key=lambda item: item[0])
    return Timeline(tuple(_row(time, cited) for _, time, cited in dated[:limit]), undated)


def _row(time: TimeRange, cited: Cited) -> TimelineRow:
    claim, document = cited
    places = (mention.place.name for mention in claim.places if mention.place and not mention.metonym)
    guessed = time.basis == "inferred" or (claim.when is not None and claim.when.derived)
    return TimelineRow(
        label_of(time), time, claim.kind, claim.status, next(places, None), guessed, cite(claim, document)
    )
