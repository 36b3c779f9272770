"""What the map, the timeline and the numbers draw: the views of the command line, each mark with its claim."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from fogline.data.gazetteer.outlines import region_outlines
from fogline.exports.contract import JsonObject
from fogline.records.claims import Claim
from fogline.records.codec import Json
from fogline.records.documents import Document
from fogline.server.board import Board, TheBoard
from fogline.server.queries import ClaimQuery
from fogline.views.citing import Cited
from fogline.views.control import ControlTable, control_table
from fogline.views.map import place_map
from fogline.views.numbers import Bound, Figure, NumberSeries
from fogline.views.timeline import timeline

__all__ = ["router"]

router = APIRouter(tags=["charts"])
MOST_MARKS = 2_000  # of a chart: beyond it people see a smear; the answer says how many were left out

Control = defaultdict[str, Counter[tuple[str, str]]]


class SeriesQuery(ClaimQuery):
    """A page of series of numbers: `after` is the cursor that the page before gave."""

    after: Annotated[int, Field(ge=0, le=2**53)] = 0
    limit: Annotated[int, Field(ge=1, le=200)] = 60


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
def told_times(request: Request, board: TheBoard, query: Annotated[ClaimQuery, Query()]) -> Response:
    """When what is claimed happened, as precisely as it is told; the earliest first."""
    return board.answers.give(request, lambda: _timeline(board, query))


@router.get("/numbers")
def numbers(request: Request, board: TheBoard, query: Annotated[SeriesQuery, Query()]) -> Response:
    """Figures of the same thing beside each other, those that most claimants give first; one mark a figure."""
    return board.answers.give(request, lambda: _numbers(board, query))


def _places(board: Board, query: ClaimQuery) -> JsonObject:
    claims = board.claims(query.wanted())
    found, control, radii = place_map(claims), _held(control_table(claims)), _radii(claims)
    return {
        "items": [
            {
                "id": row.place.id,
                "name": row.place.name,
                "latitude": row.place.latitude,
                "longitude": row.place.longitude,
                "precision": row.place.precision,
                "country": row.place.country,
                "region": row.place.region,
                "radius_km": radii.get(row.place.id),
                "claims": len(row.claim_ids),
                "kinds": dict(row.kinds),
                "parties": dict(row.parties),
                "control": [
                    {"holder": holder, "manner": manner, "claims": number}
                    for (holder, manner), number in control[row.place.id].most_common()
                ],
            }
            for row in found.rows
        ],
        "next": None,
        "without_place": found.unplaced,
        "claims": board.workspace.count_claims(query.wanted()),
    }


def _held(table: ControlTable) -> Control:
    """How many claims say in which manner that somebody holds a place, by its id; "" where nobody is named.

    `not` says that they do not hold it. A denial names who does after all, as `claimed`.
    """
    found: Control = defaultdict(Counter)
    for cell in table.cells:
        if cell.place_id is None or cell.told in ("blank", "skipped"):
            continue
        said, number = found[cell.place_id], len(cell.citations)
        manner = "contested" if cell.contested else "claimed" if cell.told == "denied" else cell.told
        for holder in cell.holders:
            said[holder, manner] += number
        for absent in cell.absent:
            said[absent, "not"] += number
        if not cell.holders and not cell.absent:
            said["", "contested" if cell.contested else cell.told] += number
    return found


def _radii(claims: Sequence[Cited]) -> dict[str, float]:
    """How far "near" a place can reach, by its id: the farthest of all claims."""
    radii: dict[str, float] = {}
    for claim, _ in claims:
        for mention in claim.places:
            if mention.place and mention.radius_km:
                radii[mention.place.id] = max(radii.get(mention.place.id, 0.0), mention.radius_km)
    return radii


def _timeline(board: Board, query: ClaimQuery) -> JsonObject:
    claims = board.claims(query.wanted())
    known = {claim.id: (claim, document) for claim, document in claims}
    found = timeline(claims, said=False)  # of the days told: a mark for each post would draw a smear
    rows = found.rows[:MOST_MARKS]
    return {
        "items": [
            {
                **_mark(*known[row.citation.claim_id]),
                "text": row.label,
                "earliest": row.time.earliest,
                "latest": row.time.latest,
                "precision": row.time.precision,
                "basis": row.time.basis,
                "guessed": row.guessed,
                "place": row.place,
            }
            for row in rows
        ],
        "next": None,
        "total": len(found.rows),
        "left_out": len(found.rows) - len(rows),
        "without_date": found.undated,
        "claims": board.workspace.count_claims(query.wanted()),
    }


def _mark(claim: Claim, document: Document) -> dict[str, Json]:
    speaker = claim.speaker
    return {
        "claim": claim.id,
        "report": document.id,
        "publisher": document.publisher or document.title or document.name,
        "published_at": document.published_at,
        "published_basis": document.published_basis,
        "speaker": speaker.name if speaker else None,
        "side": speaker.side if speaker else None,
        "stance": claim.stance,
        "kind": claim.kind,
        "status": claim.status,
        "words": claim.text,
    }


def _numbers(board: Board, query: SeriesQuery) -> JsonObject:
    series = board.numbers(query.wanted())
    part = series[query.after : query.after + query.limit]
    following = query.after + query.limit
    return {
        "items": [_series(one) for one in part],
        "next": following if following < len(series) else None,
        "total": len(series),
        "claims": board.workspace.count_claims(query.wanted()),
    }


def _series(series: NumberSeries) -> JsonObject:
    return {
        "title": series.title,
        "counted": series.key.counted,
        "scope": series.key.scope or None,
        "whose": series.key.whose or None,
        "unit": series.key.unit,
        "place": series.place,
        "claimants": list(series.claimants),
        "low": _bound(series.low),
        "best": _bound(series.best),
        "latest": _bound(series.latest),
        "high": _bound(series.high),
        "marks": [_figure(figure) for figure in series.figures[:MOST_MARKS]],
        "total": len(series.figures),
    }


def _bound(bound: Bound | None) -> Json:
    if bound is None:
        return None
    return {"value": bound.value, "open": bound.open_, "who": bound.figure.claimant}


def _figure(figure: Figure) -> JsonObject:
    citation = figure.citation
    return {
        "claim": citation.claim_id,
        "report": citation.document_id,
        "publisher": citation.publisher,
        "published_at": citation.published_at,
        "claimant": figure.claimant,
        "date": figure.date.day,
        "inferred": figure.date.inferred,
        "low": figure.low,
        "high": figure.high,
        "approximate": figure.approximate,
        "converted": figure.derived,
        "role": figure.role,
        "denied": figure.denied,
        "text": figure.words,
        "words": citation.words,
    }
