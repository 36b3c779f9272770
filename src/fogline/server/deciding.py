"""Decisions of people about claims, checked before they are kept."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import get_args

from fogline.data.gazetteer import Entry, Gazetteer, fold
from fogline.errors import ItemError
from fogline.exports.contract import JsonObject, claim_object
from fogline.ledger.rows import Review
from fogline.records.claims import KINDS, STANCES, STATUSES, Claim
from fogline.records.codec import Json
from fogline.records.documents import Document
from fogline.records.mentions import ActorKind

__all__ = ["FIELDS", "decision", "places_named"]

VERDICTS = ("accepted", "rejected")
ACTOR_KINDS: tuple[str, ...] = get_args(ActorKind)
LONGEST_WORDS = 300
MOST_PLACES = 20


def decision(told: tuple[Claim, Document], field: str, after: Json, who: str, why: str | None = None) -> Review:
    """The decision to keep about a claim as the machine reads it: `after` is what the field should be.

    Raises ItemError (`malformed`) where it cannot be.
    """
    claim, document = told
    if field not in FIELDS:
        raise ItemError("malformed", f"{field!r} cannot be decided on: {', '.join(FIELDS)}")
    checked = FIELDS[field](after, document)
    return Review(
        id=f"r-{secrets.token_hex(8)}",
        claim_id=claim.id,
        document_id=document.id,
        start=claim.start,
        end=claim.end,
        field=field,
        before=json.dumps(_before(claim, document, field)),
        after=json.dumps(checked),
        who=who,
        made_at=datetime.now(UTC).isoformat(timespec="milliseconds"),
        why=why,
    )


def _before(claim: Claim, document: Document, field: str) -> Json:
    machine: JsonObject = {"verdict": "proposed", **claim_object(claim, document)}
    return machine.get(field)


def _one_of(words: tuple[str, ...]) -> Callable[[Json, Document], Json]:
    def check(value: Json, document: Document) -> Json:
        if value not in words:
            raise ItemError("malformed", f"{value!r} is none of: {', '.join(words)}")
        return value

    return check


def _speaker(value: Json, document: Document) -> Json:
    """A name, a name with its kind and side, or null for the report's own voice."""
    if value is None:
        return None
    told = value if isinstance(value, dict) else {"name": value}
    checked: dict[str, Json] = {"name": _words(told.get("name"), document)}
    if told.get("kind") is not None:
        checked["kind"] = _one_of(ACTOR_KINDS)(told["kind"], document)
    if "side" in told:
        checked["side"] = _words(told["side"], document) if told["side"] else None
    return checked


def _places(value: Json, document: Document) -> Json:
    """Places by gazetteer id or by name; a name that the gazetteer does not know stays a name."""
    rows = value if isinstance(value, list) else [] if value in (None, "") else [value]
    if len(rows) > MOST_PLACES:
        raise ItemError("malformed", f"more than {MOST_PLACES} places")
    return [_place(row, document) for row in rows]


def _place(value: Json, document: Document) -> Json:
    told = value if isinstance(value, dict) else {"name": value}
    name, given = _words(told.get("name"), document), told.get("id")
    entry = Gazetteer.open().entry(given) if isinstance(given, str) else next(iter(places_named(str(name))), None)
    if entry is None:
        return {"name": name}
    place = entry.place
    return {
        "name": place.name,
        "id": place.id,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "precision": place.precision,
        "country": place.country,
        "region": place.region,
    }


def _words(value: Json, document: Document) -> Json:
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST_WORDS:
        raise ItemError("malformed", f"write 1 to {LONGEST_WORDS} characters")
    return value.strip()


def _evidence(value: Json, document: Document) -> Json:
    spans = value if isinstance(value, list) else []
    checked: list[Json] = [_span(span, document) for span in spans]
    if not checked:
        raise ItemError("malformed", "a claim needs words of the report")
    return checked


def _span(value: Json, document: Document) -> Json:
    start, end = (value.get("start"), value.get("end")) if isinstance(value, dict) else (None, None)
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(document.text)):
        raise ItemError("malformed", "the words do not lie in the report")
    text = document.text[start:end]
    if not text.strip():
        raise ItemError("malformed", "white space is no claim")
    return {"start": start, "end": end, "text": text}


def places_named(name: str) -> list[Entry]:
    """The places that a name can mean: those called so before those also called so, the best known first."""
    return sorted(Gazetteer.open().lookup(name), key=lambda entry: (fold(entry.name) != fold(name), not entry.main))


def _when(value: Json, document: Document) -> Json:
    if value is None:
        return None
    days = value if isinstance(value, dict) else {"earliest": value, "latest": value}
    earliest, latest = (_day(days.get(name)) for name in ("earliest", "latest"))
    if earliest and latest and earliest > latest:
        raise ItemError("malformed", "the first day lies after the last")
    return {"earliest": earliest, "latest": latest}


def _day(value: Json) -> str | None:
    if value in (None, ""):
        return None
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError as error:
        raise ItemError("malformed", f"{value!r} is not a day; write it as 2025-03-16") from error


def _quantities(value: Json, document: Document) -> Json:
    rows = value if isinstance(value, list) else [value]
    return [_quantity(row) for row in rows]


def _quantity(row: Json) -> Json:
    if not isinstance(row, dict):
        raise ItemError("malformed", "a number has low, high and unit")
    low, high, unit = row.get("low"), row.get("high"), row.get("unit", "count")
    if not isinstance(unit, str) or not all(number is None or _is_number(number) for number in (low, high)):
        raise ItemError("malformed", "a number has low, high and unit")
    return {"low": low, "high": high, "unit": unit[:40], "of": str(row.get("of") or "")[:LONGEST_WORDS] or None}


def _is_number(value: Json) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < 1e15


FIELDS: dict[str, Callable[[Json, Document], Json]] = {
    "verdict": _one_of(VERDICTS),
    "speaker": _speaker,
    "stance": _one_of(STANCES),
    "kind": _one_of(KINDS),
    "status": _one_of(STATUSES),
    "evidence": _evidence,
    "places": _places,
    "when": _when,
    "quantities": _quantities,
}
