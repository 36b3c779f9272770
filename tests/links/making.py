"""Small claims made by hand for the tests of linking."""

from __future__ import annotations

from dataclasses import replace

from fogline.links.frames import Frame, frames_of
from fogline.records.claims import Claim, Kind, Speaker, Stance
from fogline.records.documents import Document
from fogline.records.ids import stable_id
from fogline.records.mentions import Place, PlaceMention, Quantity, QuantityMention, TimeMention, TimeRange
from fogline.records.spans import Span

__all__ = ["ALDERN", "BRESK", "NORDLAND", "claim", "counting", "frame", "happening", "of_side", "placed", "report"]

ALDERN = Place("test:aldern", "Aldern", 48.0, 37.0, "town", "UA", "UA-14")
BRESK = Place("test:bresk", "Bresk", 49.5, 36.0, "town", "UA", "UA-63")
NORDLAND = Place("iso3166-2:UA-14", "Donetsk Oblast", 48.0, 37.8, "region", "UA", "UA-14")


def report(name: str = "report-1", day: str | None = "2025-03-16", publisher: str = "The Gazette") -> Document:
    """A report without text of its own: linking reads claims."""
    return Document(
        id=f"d-{name}", name=name, source=name, text="", digest=name, publisher=publisher, published_at=day,
        published_basis="given" if day else "unknown",
    )  # fmt: skip


def claim(text: str, speaker: str | None = "General Ivar Lund", **more: object) -> Claim:
    """A claim in a sentence of its own."""
    document = str(more.pop("document", "d-report-1"))
    at = int(str(more.pop("at", 0)))
    span = Span(at, at + len(text), text)
    said = (
        None
        if speaker is None
        else Speaker(speaker, "person", None, Span(at + len(text) + 1, at + len(text) + 9, "he"))
    )
    made = Claim(
        id=stable_id("c", document, text, at, speaker), document_id=document, sentence=span, sentence_index=at // 100,
        evidence=(span,), speaker=said, cue=None, stance="asserts", kind="other", status="completed",
        origin=stable_id("o", document, text, at), made_by="test",
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def of_side(made: Claim, side: str, *, stance: Stance = "asserts", kind: Kind = "other") -> Claim:
    """The claim as made by somebody of a side."""
    assert made.speaker is not None
    return replace(made, speaker=replace(made.speaker, side=side), stance=stance, kind=kind)


def placed(made: Claim, *places: Place) -> Claim:
    """The claim with places that its own words name."""
    return replace(made, places=tuple(PlaceMention(made.evidence[0], 0, place) for place in places))


def counting(made: Claim, number: str, quantity: Quantity) -> Claim:
    """The claim with one number, which stands in it as `number`."""
    start = made.evidence[0].start + made.text.index(number)
    mention = QuantityMention(Span(start, start + len(number), number), 0, quantity)
    return replace(made, quantities=(*made.quantities, mention))


def happening(made: Claim, first: str, last: str | None = None) -> Claim:
    """The claim with the day or days on which it happened."""
    time = TimeRange(first, first, last or first, "day", "stated")
    return replace(made, when=TimeMention(made.evidence[0], 0, time))


def frame(made: Claim, day: str | None = "2025-03-16", publisher: str = "The Gazette") -> Frame:
    """The frame of a claim that stands alone in its report."""
    return frames_of(report(made.document_id.removeprefix("d-"), day, publisher), [made])[0]
