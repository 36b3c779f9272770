"""What the map, the timeline and the numbers draw: each mark with the id of its claim."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from fogline.data.gazetteer.outlines import region_outlines
from fogline.exports.contract import JsonObject
from fogline.records.claims import Claim
from fogline.records.codec import Json
from fogline.records.documents import Document
from fogline.records.mentions import Place, Quantity, QuantityMention
from fogline.server.board import Board, TheBoard
from fogline.server.queries import ClaimQuery

__all__ = ["router"]

router = APIRouter(tags=["charts"])
MOST_MARKS = 2_000  # of a chart: beyond it people see a smear; the answer says how many were left out


@router.get("/basemap")
def basemap(request: Request, board: TheBoard) -> Response:
    """Regions, rivers, lakes and large towns of the world as TopoJSON; codes and countries as in ISO 3166-2."""
    etag = '"outlines-2"'
    if etag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers={"etag": etag})
    body = board.remembered_always("outlines", region_outlines)
    return Response(body, media_type="application/json", headers={"etag": etag})


@router.get("/places")
def places(request: Request, board: TheBoard, query: Annotated[ClaimQuery, Query()]) -> Response:
    """Where the claims that are asked for lie: for each place how many, about what, and who is said to hold it."""
    return board.answers.give(request, lambda: _places(board, query))


@router.get("/timeline")
def timeline(request: Request, board: TheBoard, query: Annotated[ClaimQuery, Query()]) -> Response:
    """When what is claimed happened, as precisely as it is told; the earliest first."""
    return board.answers.give(request, lambda: _timeline(board, query))


@router.get("/numbers")
def numbers(request: Request, board: TheBoard, query: Annotated[ClaimQuery, Query()]) -> Response:
    """How many, by what is counted: one mark a claim, with its bounds."""
    return board.answers.give(request, lambda: _numbers(board, query))


@dataclass(slots=True)
class _Spot:
    place: Place
    claims: set[str] = field(default_factory=set)
    kinds: Counter[str] = field(default_factory=Counter)
    sides: Counter[str] = field(default_factory=Counter)
    control: Counter[tuple[str, str]] = field(default_factory=Counter)
    radius_km: float | None = None


def _places(board: Board, query: ClaimQuery) -> JsonObject:
    spots: dict[str, _Spot] = {}
    unplaced = 0
    for claim, _ in board.claims(query.wanted()):
        here = [mention for mention in claim.places if mention.place]
        unplaced += not here
        for mention in here:
            if mention.place is None:
                continue
            spot = spots.setdefault(mention.place.id, _Spot(mention.place))
            if claim.id not in spot.claims:
                _note(spot, claim)
            spot.radius_km = max(spot.radius_km or 0.0, mention.radius_km or 0.0) or None
    rows = sorted(spots.values(), key=lambda spot: (-len(spot.claims), spot.place.id))
    return {
        "items": [_spot_row(spot) for spot in rows],
        "next": None,
        "without_place": unplaced,
        "claims": _asked(board, query),
    }


def _note(spot: _Spot, claim: Claim) -> None:
    spot.claims.add(claim.id)
    spot.kinds[claim.kind] += 1
    spot.sides[_side(claim) or ""] += 1
    if claim.kind == "control":
        spot.control[_holder(claim), _manner(claim)] += 1


def _holder(claim: Claim) -> str:
    """Who is said to hold the place: the side of the first actor that has one, else its name; "" where unsaid."""
    sided = next((party.actor.side for party in claim.actors if party.actor.side), None)
    return sided or next((party.actor.name for party in claim.actors), "")


def _manner(claim: Claim) -> str:
    if claim.stance in ("denies", "doubts") or claim.status == "negated":
        return "denied"
    if claim.extent == "contested":
        return "contested"
    if claim.status in ("planned", "possible", "conditional") or claim.stance in ("demands", "promises", "warns"):
        return "not yet"
    return "reported" if claim.speaker is None else "claimed"


def _spot_row(spot: _Spot) -> JsonObject:
    place = spot.place
    return {
        "id": place.id,
        "name": place.name,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "precision": place.precision,
        "country": place.country,
        "region": place.region,
        "radius_km": spot.radius_km,
        "claims": len(spot.claims),
        "kinds": dict(spot.kinds.most_common()),
        "sides": {side: number for side, number in spot.sides.most_common() if side},
        "control": [
            {"holder": holder, "manner": manner, "claims": number}
            for (holder, manner), number in spot.control.most_common()
        ],
    }


def _timeline(board: Board, query: ClaimQuery) -> JsonObject:
    rows = board.claims(query.wanted())
    dated = [row for row in rows if row[0].when and (row[0].when.time.earliest or row[0].when.time.latest)]
    dated.sort(key=lambda row: _first_day(row[0]))
    marks = [_time_mark(claim, document) for claim, document in dated[:MOST_MARKS]]
    return {
        "items": [*marks],
        "next": None,
        "total": len(dated),
        "left_out": len(dated) - len(marks),
        "without_date": len(rows) - len(dated),
        "claims": _asked(board, query),
    }


def _first_day(claim: Claim) -> str:
    time = claim.when.time if claim.when else None
    return (time.earliest or time.latest or "") if time else ""


def _mark(claim: Claim, document: Document) -> dict[str, Json]:
    return {
        "claim": claim.id,
        "report": document.id,
        "publisher": document.publisher or document.name,
        "published_at": document.published_at,
        "published_basis": document.published_basis,
        "speaker": claim.speaker.name if claim.speaker else None,
        "side": _side(claim),
        "stance": claim.stance,
        "kind": claim.kind,
        "status": claim.status,
        "words": claim.text,
        "place": next((m.place.name for m in claim.places if m.place), None),
    }


def _time_mark(claim: Claim, document: Document) -> JsonObject:
    time = claim.when.time if claim.when else None
    return {
        **_mark(claim, document),
        "text": claim.when.span.text if claim.when else None,
        "earliest": time.earliest if time else None,
        "latest": time.latest if time else None,
        "precision": time.precision if time else None,
        "basis": time.basis if time else None,
    }


def _numbers(board: Board, query: ClaimQuery) -> JsonObject:
    series: defaultdict[tuple[str, str], list[JsonObject]] = defaultdict(list)
    for claim, document in board.claims(query.wanted()):
        for mention in claim.quantities:
            quantity = mention.quantity
            if quantity.role == "value" and (quantity.low is not None or quantity.high is not None):
                series[_counted(quantity), quantity.unit].append(_number_mark(claim, document, mention))
    ordered = sorted(series.items(), key=lambda item: (-len(item[1]), item[0]))
    return {
        "items": [
            {"counted": counted, "unit": unit, "marks": [*marks[:MOST_MARKS]], "total": len(marks)}
            for (counted, unit), marks in ordered
        ],
        "next": None,
        "claims": _asked(board, query),
    }


def _asked(board: Board, query: ClaimQuery) -> int:
    """How many rows a download of the same question has."""
    return board.workspace.count_claims(query.wanted())


def _counted(quantity: Quantity) -> str:
    """What is counted, as a heading: people killed and wounded by that, all else by its noun."""
    return (quantity.scope or quantity.of or "").casefold()


def _number_mark(claim: Claim, document: Document, mention: QuantityMention) -> JsonObject:
    quantity, time = mention.quantity, claim.when.time if claim.when else None
    return {
        **_mark(claim, document),
        "text": mention.span.text,
        "start": mention.span.start,
        "end": mention.span.end,
        "low": quantity.low,
        "high": quantity.high,
        "approximate": quantity.approximate,
        "of": quantity.of,
        "whose": quantity.whose,
        "earliest": time.earliest if time else None,
        "latest": time.latest if time else None,
    }


def _side(claim: Claim) -> str | None:
    return claim.speaker.side if claim.speaker else None
