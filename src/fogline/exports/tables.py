"""Claims as flat rows: one row a claim, for spreadsheets and data frames.

What a flat row cannot hold is declared: of several joint speakers, places or quantities the first has columns of its
own and the others stand in `more_places`, `more_quantities` and `joint_speakers`, joined by a semicolon; the chain of
nested attribution is the names alone. JSON Lines loses nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from fogline.records.claims import Claim
from fogline.records.documents import Document
from fogline.records.mentions import TimeMention

__all__ = ["COLUMNS", "claim_row"]

Cell = str | float | int | bool | None

COLUMNS = (
    *("id", "document_id", "document", "publisher", "published_at", "published_basis", "url"),
    *("sentence", "text", "start", "end", "speaker", "speaker_kind", "side", "joint_speakers", "chain", "cue"),
    *("stance", "kind", "status", "predicate", "actors", "targets"),
    *("place", "place_id", "latitude", "longitude", "place_precision", "more_places"),
    *("when_text", "when_earliest", "when_latest", "when_precision", "when_basis"),
    *("said_text", "said_earliest", "said_latest"),
    *("quantity_text", "low", "high", "unit", "of", "approximate", "more_quantities"),
    *("origin", "confidence", "flags", "made_by", "reviewed"),
)


def claim_row(claim: Claim, document: Document) -> tuple[Cell, ...]:
    """The cells of a claim in the order of COLUMNS; what is unknown is None."""
    return (
        *(claim.id, document.id, document.name, document.publisher, document.published_at, document.published_basis),
        *(document.url, claim.sentence.text, claim.text, claim.start, claim.end, *_speaker(claim)),
        *(claim.stance, claim.kind, claim.status, claim.predicate),
        *(_joined(party.actor.name for party in claim.actors), _joined(party.actor.name for party in claim.targets)),
        *_place(claim),
        *_time(claim.when),
        *_time(claim.said_at)[:3],
        *_quantity(claim),
        *(claim.origin, claim.confidence, _joined(claim.flags), claim.made_by, _joined(claim.reviewed)),
    )


def _speaker(claim: Claim) -> tuple[Cell, ...]:
    speaker = claim.speaker
    known = (speaker.name, speaker.kind, speaker.side) if speaker else (None, None, None)
    joint = _joined(other.name for other in claim.speakers[1:])
    chain = _joined(step.speaker.name for step in claim.chain if step.speaker)
    return (*known, joint, chain, claim.cue.text if claim.cue else None)


def _place(claim: Claim) -> tuple[Cell, ...]:
    if not claim.places:
        return (None,) * 6
    first, *rest = claim.places
    place = first.place
    known = (place.id, place.latitude, place.longitude, place.precision) if place else (None,) * 4
    return (place.name if place else first.span.text, *known, _joined(m.span.text for m in rest))


def _time(mention: TimeMention | None) -> tuple[Cell, ...]:
    if mention is None:
        return (None,) * 5
    time = mention.time
    return (mention.span.text, time.earliest, time.latest, time.precision, time.basis)


def _quantity(claim: Claim) -> tuple[Cell, ...]:
    if not claim.quantities:
        return (None,) * 7
    first, *rest = claim.quantities
    one = first.quantity
    return (first.span.text, one.low, one.high, one.unit, one.of, one.approximate, _joined(m.span.text for m in rest))


def _joined(words: Iterable[str]) -> str | None:
    return "; ".join(words) or None
