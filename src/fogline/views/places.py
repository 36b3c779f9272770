"""What a place name can mean, and how a report's mention of it was read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fogline.data.gazetteer import Gazetteer
from fogline.records.codec import Json
from fogline.records.documents import Document
from fogline.records.mentions import Mention, Place, PlaceMention

__all__ = ["PlaceReading", "explained", "readings"]


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """One reading of a name; `why` says why it was taken, or that it is only possible."""

    place: Place | None
    words: str
    why: str

    def cells(self) -> tuple[str, ...]:
        """The row of a table: place, what, where, id, why."""
        if self.place is None:
            return (self.words, "unresolved", "", "", self.why)
        at = f"{self.place.latitude}, {self.place.longitude}" if self.place.latitude is not None else ""
        home = self.place.region or self.place.country or ""
        return (self.place.name, self.place.precision, f"{home} {at}".strip(), self.place.id, self.why)

    def to_json(self) -> dict[str, Json]:
        """The row as JSON values."""
        place = self.place
        return {
            "words": self.words,
            "id": place.id if place else None,
            "name": place.name if place else None,
            "latitude": place.latitude if place else None,
            "longitude": place.longitude if place else None,
            "precision": place.precision if place else None,
            "country": place.country if place else None,
            "region": place.region if place else None,
            "why": self.why,
        }


def readings(name: str) -> list[PlaceReading]:
    """Every place of the gazetteer that is called so, most populous first."""
    return [PlaceReading(entry.place, name, "possible") for entry in Gazetteer.open().lookup(name)]


def explained(name: str, mentions: Iterable[tuple[Mention, Document]]) -> list[PlaceReading]:
    """How each mention of `name` in a report was read, then the readings that were passed over."""
    rows: list[PlaceReading] = []
    for mention, _ in mentions:
        if isinstance(mention, PlaceMention) and name.casefold() in mention.span.text.casefold():
            words = f"{mention.span.text} at {mention.span.start}"
            why = "; ".join(part for part in (mention.reason, mention.modifier, mention.flag) if part)
            rows.append(PlaceReading(mention.place, words, f"taken: {why or 'no reason kept'}"))
            others = (c for c in mention.candidates if mention.place is None or c.id != mention.place.id)
            rows += [PlaceReading(other, words, "passed over") for other in others]
    return rows
