"""Review: what waits for a person, decisions, and taking them back."""

from __future__ import annotations

import json
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Path, Query, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field, StringConstraints

from fogline.errors import ItemError
from fogline.exports.contract import JsonObject
from fogline.ledger.rows import ClaimFilter
from fogline.records.codec import encode
from fogline.server.board import Board, TheBoard, found
from fogline.server.deciding import decision, places_named
from fogline.server.queries import Id, Who, Words
from fogline.server.shapes import review_shape

__all__ = ["router"]

router = APIRouter(tags=["review"])
MOST_READINGS = 30
MOST_NAMESAKES = 200  # claims looked through for a speaker of that name


class Decision(BaseModel):
    """What a person decides about one field of a claim."""

    claim_id: Id
    field: Annotated[str, StringConstraints(max_length=40)]
    after: Any = None
    who: Who
    why: Words | None = None


class TakenBack(BaseModel):
    """Who takes a decision back."""

    who: Who


class QueueQuery(BaseModel):
    """A page of what waits."""

    after: Annotated[int, Field(ge=0, le=2**53)] = 0
    limit: Annotated[int, Field(ge=1, le=200)] = 50


@router.get("/reviews")
def reviews(request: Request, board: TheBoard) -> Response:
    """Every decision in order, those that were taken back too."""
    return board.answers.give(
        request,
        lambda: {"items": [review_shape(row) for row in board.workspace.reviews(undone=True)], "next": None},
    )


@router.get("/reviews.jsonl")
def reviews_jsonl(board: TheBoard) -> Response:
    """Every decision, an object a line: to keep, to compare, to carry to another ledger."""
    lines = "".join(json.dumps(review_shape(row)) + "\n" for row in board.workspace.reviews(undone=True))
    return Response(
        lines, media_type="application/jsonl", headers={"content-disposition": 'attachment; filename="reviews.jsonl"'}
    )


@router.get("/reviews/queue")
def queue(request: Request, board: TheBoard, query: Annotated[QueueQuery, Query()]) -> Response:
    """Claims without a verdict: those that clash most first, then those that the reader was least sure of."""
    return board.answers.give(request, lambda: _queue(board, query))


@router.post("/reviews", status_code=201)
def decide(board: TheBoard, body: Decision) -> Response:
    """Keep a decision about a claim."""
    held, document = found(lambda: board.workspace.claim(body.claim_id))
    machine = board.workspace.machine_claim(held.id) or held
    after = _known_speaker(board, body.after) if body.field == "speaker" else body.after
    try:
        review = decision((machine, document), body.field, after, body.who, body.why)
    except ItemError as error:
        raise HTTPException(422, str(error)) from error
    board.workspace.review(review, link=False)
    board.decided()
    return JSONResponse(review_shape(review), 201)


@router.post("/reviews/{review_id}/undo")
def undo(board: TheBoard, review_id: Annotated[Id, Path()], body: TakenBack) -> Response:
    """Take a decision back; it stays in the history."""
    found(lambda: board.workspace.undo_review(review_id, body.who, link=False))
    board.decided()
    return JSONResponse({"id": review_id, "undone_by": body.who})


@router.get("/reviews/comparing")
def comparing(board: TheBoard) -> Response:
    """Whether claims are being compared anew after a decision; links and questions may be of before until then."""
    return JSONResponse({"busy": board.comparer.busy})


@router.get("/placenames")
def placenames(board: TheBoard, name: Annotated[Words, Query(min_length=1)]) -> Response:
    """The places that a name can mean, the best known first: to choose from."""
    found = (entry.place for entry in places_named(name)[:MOST_READINGS])
    return JSONResponse({"items": [encode(place) for place in found], "next": None})


def _known_speaker(board: Board, value: Any) -> Any:  # noqa: ANN401, JSON can be anything
    """A name with the kind and side that it has elsewhere in the ledger."""
    if not isinstance(value, str) or not value.strip():
        return value
    name = value.strip()
    rows = board.workspace.claims(ClaimFilter(speaker=name, limit=MOST_NAMESAKES))
    same = (one for claim, _ in rows for one in claim.speakers if one.name.casefold() == name.casefold())
    known = next(same, None)
    return {"name": known.name, "kind": known.kind, "side": known.side} if known else {"name": name}


def _queue(board: Board, query: QueueQuery) -> JsonObject:
    decided = {claim_id for claim_id, rows in board.reviews().items() if any(row.field == "verdict" for row in rows)}
    clashes = board.clashing()
    everything = board.claims()
    waiting = [row for row in everything if row[0].id not in decided]
    waiting.sort(key=lambda row: (-clashes[row[0].id], row[0].confidence))
    part = waiting[query.after : query.after + query.limit]
    following = query.after + query.limit
    return {
        "items": [{**board.shape(*row), "clashes": clashes[row[0].id]} for row in part],
        "next": following if following < len(waiting) else None,
        "total": len(waiting),
        "decided": len(decided),
    }
