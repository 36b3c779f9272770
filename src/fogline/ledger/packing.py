"""Records to column values and back."""

from __future__ import annotations

import json
import math
import zlib
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, TypeVar

import msgspec

from fogline.ledger.search import fold
from fogline.records.claims import Claim, Speaker
from fogline.records.codec import Json, decode, encode
from fogline.records.documents import Document
from fogline.records.mentions import Mention, PlaceMention, TimeMention
from fogline.records.readings import Reading

__all__ = [
    "Columns",
    "cell",
    "pack",
    "pack_about",
    "pack_claim",
    "pack_document",
    "pack_mentions",
    "pack_place",
    "pack_speaker",
    "unpack",
    "unpack_document",
    "unpack_mentions",
]

Columns = dict[str, str | int | float | bytes | None]
Record = TypeVar("Record")

CELL_DEGREES = 0.5
CELLS_ROUND = int(360 / CELL_DEGREES)
MENTIONS_LEVEL = 1  # zlib: six times smaller already; higher levels cost more than they save
DAY = len("2025-03-16")
PLACE_COLUMNS = ("place_id", "folded", "written", "country", "region", "latitude", "longitude", "cell")


@dataclass(frozen=True, slots=True)
class MentionList:
    """The mentions of one report, as one record."""

    mentions: tuple[Mention, ...]


def pack(record: object) -> str:
    """The record as JSON text that any database can hold: NUL and lone surrogates are escaped."""
    return _json_text(encode(record))


def unpack(record_type: type[Record], payload: str) -> Record:
    """The record that `pack` was given.

    Compiled, it takes a sixth of the time. What it does not take (half a surrogate pair, a word that a newer Fogline
    wrote) goes the long way.
    """
    cached: Any = record_type
    try:
        record: Record = _decoder(cached).decode(payload)
        return record
    except msgspec.MsgspecError:
        return _unpack_slowly(record_type, payload)


def pack_document(reading: Reading, read_at: str) -> Columns:
    """The row of a document, but for its number."""
    document = reading.document
    return {
        "id": document.id,
        "source": document.source,
        "name": document.name,
        "publisher": document.publisher,
        "published_at": document.published_at,
        "digest": document.digest,
        "read_at": read_at,
        "made_by": reading.made_by,
        "sentences": reading.sentences,
        "unused": reading.unused,
        "text": document.text.encode("utf-8", "surrogatepass"),
        "payload": pack_about(document),
        "flags": _json_text([encode(flag) for flag in reading.flags]),
    }


def pack_about(document: Document) -> str:
    """What is known about a document, without its text; its bands are kept apart, for finding copies."""
    return pack(replace(document, text="", bands=()))


def unpack_document(payload: str, text: bytes) -> Document:
    """The document of a row; its bands stay behind, they are only for finding copies."""
    return replace(unpack(Document, payload), text=text.decode("utf-8", "surrogatepass"))


def pack_mentions(mentions: tuple[Mention, ...]) -> bytes:
    """All mentions of a report in one compressed value."""
    return zlib.compress(pack(MentionList(mentions)).encode(), MENTIONS_LEVEL)


def unpack_mentions(payload: bytes) -> tuple[Mention, ...]:
    """The mentions that `pack_mentions` was given."""
    return _unpack_slowly(MentionList, zlib.decompress(payload).decode()).mentions


def pack_claim(claim: Claim) -> Columns:
    """The row of a claim, but for its number, its document's number and when it was made."""
    return {
        "id": claim.id,
        "start": claim.start,
        "stance": claim.stance,
        "kind": claim.kind,
        "status": claim.status,
        "when_from": _earliest(claim.when),
        "when_until": _latest(claim.when),
        "said_from": _earliest(claim.said_at),
        "said_until": _latest(claim.said_at),
        "origin": claim.origin,
        "confidence": claim.confidence,
        "made_by": claim.made_by,
        "payload": pack(claim),
        "counted": int(bool(claim.quantities)),
    }


def pack_speaker(speaker: Speaker) -> Columns:
    """What a claim is found by when its speaker is asked for."""
    return {"folded": fold(speaker.name), "side": fold(speaker.side) if speaker.side else None, "kind": speaker.kind}


def pack_place(mention: PlaceMention) -> Columns:
    """What a claim is found by when a place is asked for."""
    place, written = mention.place, fold(mention.span.text)
    if place is None:
        return {**dict.fromkeys(PLACE_COLUMNS), "folded": written, "written": written}
    return {
        "place_id": place.id,
        "folded": fold(place.name),
        "written": written,
        "country": place.country,
        "region": place.region,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "cell": cell(place.latitude, place.longitude),
    }


def cell(latitude: float | None, longitude: float | None) -> int | None:
    """The half-degree cell of a point, counted from the south-west; None for an unknown point."""
    if latitude is None or longitude is None:
        return None
    row = math.floor((latitude + 90) / CELL_DEGREES)
    column = math.floor((longitude + 180) / CELL_DEGREES) % CELLS_ROUND
    return row * CELLS_ROUND + column


@cache
def _decoder(record_type: type[Any]) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(record_type)


def _unpack_slowly(record_type: type[Record], payload: str) -> Record:
    data: Json = json.loads(payload)
    return decode(record_type, data)


def _json_text(data: Json) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(data, separators=(",", ":"))
    return text


def _earliest(mention: TimeMention | None) -> str | None:
    """The first day of a time; a bound with a time of day is cut to its day, so that bounds compare as text."""
    return mention.time.earliest[:DAY] if mention and mention.time.earliest else None


def _latest(mention: TimeMention | None) -> str | None:
    return mention.time.latest[:DAY] if mention and mention.time.latest else None
