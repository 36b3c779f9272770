"""Review: what waits for a person, decisions, and taking them back."""

from __future__ import annotations

import json
from collections import Counter
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Path, Query, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field, StringConstraints

from fogline.errors import ItemError
from fogline.exports.contract import JsonObject
from fogline.server.board import Board, TheBoard, found
from fogline.server.deciding import decision
from fogline.server.queries import Id, Words
from fogline.server.shapes import review_shape

__all__ = ["router"]

router = APIRouter(tags=["review"])
Who = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]


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
    told = found(lambda: board.workspace.claim(body.claim_id))
    try:
        review = decision(told, body.field, body.after, body.who, body.why)
    except ItemError as error:
        raise HTTPException(422, str(error)) from error
    board.workspace.review(review)
    board.answers.forget()
    return JSONResponse(review_shape(review), 201)


@router.post("/reviews/{review_id}/undo")
def undo(board: TheBoard, review_id: Annotated[Id, Path()], body: TakenBack) -> Response:
    """Take a decision back; it stays in the history."""
    found(lambda: board.workspace.undo_review(review_id, body.who))
    board.answers.forget()
    return JSONResponse({"id": review_id, "undone_by": body.who})


def _queue(board: Board, query: QueueQuery) -> JsonObject:
    decided = {claim_id for claim_id, rows in board.reviews().items() if any(row.field == "verdict" for row in rows)}
    clashes = Counter(
        claim_id for link in board.links() if link.relation == "clashes" for claim_id in (link.left_id, link.right_id)
    )
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
