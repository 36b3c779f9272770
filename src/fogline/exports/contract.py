"""The public JSON objects for claims, mentions and links: fields, order and names are a promise.

The schemas are in `docs/reference/*.schema.json`. Unknown is null; keys may be added at the end, never renamed.
Offsets are half-open Unicode code points into the report.
"""

from __future__ import annotations

from fogline.records.claims import ChainLink, Claim, Party, Speaker
from fogline.records.codec import Json
from fogline.records.documents import Document
from fogline.records.links import Link
from fogline.records.mentions import (
    ActorMention,
    Mention,
    PlaceMention,
    QuantityMention,
    TimeMention,
)
from fogline.records.spans import Span

__all__ = ["JsonObject", "claim_object", "document_object", "link_object", "mention_object"]

JsonObject = dict[str, Json]


def claim_object(claim: Claim, document: Document) -> JsonObject:
    """One line of `fogline claims --format jsonl`."""
    return {
        "id": claim.id,
        "document": document_object(document),
        "sentence": _span(claim.sentence),
        "evidence": [_span(span) for span in claim.evidence],
        "speaker": _speaker(claim.speaker),
        "cue": _span(claim.cue),
        "chain": [_chain_link(step) for step in claim.chain],
        "stance": claim.stance,
        "kind": claim.kind,
        "status": claim.status,
        "actors": [_party(party) for party in claim.actors],
        "targets": [_party(party) for party in claim.targets],
        "places": [_place(mention) for mention in claim.places],
        "when": _time(claim.when),
        "said_at": _time(claim.said_at),
        "quantities": [_quantity(mention) for mention in claim.quantities],
        "origin": claim.origin,
        "made_by": claim.made_by,
        "text": claim.text,
        "predicate": claim.predicate,
        "speakers": [_speaker(speaker) for speaker in claim.speakers],
        "confidence": claim.confidence,
        "flags": list(claim.flags),
        "reviewed": list(claim.reviewed),
    }


def mention_object(mention: Mention, document: Document) -> JsonObject:
    """One line of `fogline mentions --format jsonl`."""
    kind, value = _mention_value(mention)
    return {
        "document": document_object(document),
        "kind": kind,
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.span.text,
        "value": value,
        "sentence": mention.sentence,
    }


def link_object(link: Link, retired_at: str | None = None) -> JsonObject:
    """One line of `fogline links --format jsonl`; `retired_at` is when it was no longer held."""
    return {
        "id": link.id,
        "left_id": link.left_id,
        "right_id": link.right_id,
        "relation": link.relation,
        "about": link.about,
        "reason": link.reason,
        "score": link.score,
        "made_by": link.made_by,
        "fields": list(link.fields),
        "retired_at": retired_at,
    }


def document_object(document: Document) -> JsonObject:
    """What a claim or mention says about its report: who published it and when, and how that is known."""
    return {
        "id": document.id,
        "name": document.name,
        "path": document.path,
        "title": document.title,
        "publisher": document.publisher,
        "url": document.url,
        "published_at": document.published_at,
        "published_basis": document.published_basis,
        "published_from": document.published_from,
    }


def _span(span: Span | None) -> JsonObject | None:
    return None if span is None else {"start": span.start, "end": span.end, "text": span.text}


def _speaker(speaker: Speaker | None) -> JsonObject | None:
    if speaker is None:
        return None
    return {"name": speaker.name, "kind": speaker.kind, "side": speaker.side, "span": _span(speaker.span)}


def _chain_link(step: ChainLink) -> JsonObject:
    return {"speaker": _speaker(step.speaker), "cue": _span(step.cue), "stance": step.stance}


def _party(party: Party) -> JsonObject:
    actor = party.actor
    return {"name": actor.name, "side": actor.side, "span": _span(party.span), "kind": actor.kind}


def _place(mention: PlaceMention) -> JsonObject:
    place, span = mention.place, mention.span
    return {
        "text": span.text,
        "start": span.start,
        "end": span.end,
        "name": place.name if place else None,
        "id": place.id if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "precision": place.precision if place else None,
        "country": place.country if place else None,
        "region": place.region if place else None,
        "modifier": mention.modifier,
        "radius_km": mention.radius_km,
        "flag": mention.flag,
        "derived": mention.derived,
    }


def _time(mention: TimeMention | None) -> JsonObject | None:
    if mention is None:
        return None
    time, span = mention.time, mention.span
    return {
        "text": span.text,
        "earliest": time.earliest,
        "latest": time.latest,
        "precision": time.precision,
        "basis": time.basis,
        "start": span.start,
        "end": span.end,
        "timex": time.timex,
        "modifier": time.modifier,
        "derived": mention.derived,
    }


def _quantity(mention: QuantityMention) -> JsonObject:
    quantity, span = mention.quantity, mention.span
    return {
        "text": span.text,
        "start": span.start,
        "end": span.end,
        "low": quantity.low,
        "high": quantity.high,
        "unit": quantity.unit,
        "of": quantity.of,
        "approximate": quantity.approximate,
        "scope": quantity.scope,
        "whose": quantity.whose,
        "role": quantity.role,
        "flag": mention.flag,
    }


def _mention_value(mention: Mention) -> tuple[str, JsonObject | None]:
    """The kind of a mention and its value; the value is None where the words could not be resolved."""
    match mention:
        case PlaceMention():
            return "place", _place_value(mention)
        case TimeMention(time=time):
            return "time", {
                "timex": time.timex,
                "earliest": time.earliest,
                "latest": time.latest,
                "precision": time.precision,
                "basis": time.basis,
                "modifier": time.modifier,
                "is_duration": time.is_duration,
                "is_set": time.is_set,
            }
        case QuantityMention():
            value = _quantity(mention)
            return "quantity", {key: value[key] for key in value if key not in ("text", "start", "end")}
        case ActorMention(actor=actor):
            return "actor", {"name": actor.name, "kind": actor.kind, "side": actor.side}


def _place_value(mention: PlaceMention) -> JsonObject | None:
    place = mention.place
    if place is None:
        return None
    return {
        "id": place.id,
        "name": place.name,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "precision": place.precision,
        "country": place.country,
        "region": place.region,
        "metonym": mention.metonym,
        "modifier": mention.modifier,
        "radius_km": mention.radius_km,
        "reason": mention.reason,
    }
