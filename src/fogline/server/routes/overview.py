"""What the ledger holds as a whole: counts, the words of its fields, and who speaks."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from fogline import __version__
from fogline.exports.contract import JsonObject
from fogline.records.claims import KINDS, STANCES, STATUSES
from fogline.records.links import RELATIONS
from fogline.server.board import Board, TheBoard
from fogline.server.queries import ClaimQuery
from fogline.views.speakers import speaker_rows

__all__ = ["router"]

router = APIRouter(tags=["overview"])


@router.get("/summary")
def summary(request: Request, board: TheBoard) -> Response:
    """How much the ledger holds, and the words its fields can have."""
    return board.answers.give(request, lambda: _summary(board))


@router.get("/speakers")
def speakers(request: Request, board: TheBoard, query: Annotated[ClaimQuery, Query()]) -> Response:
    """Who speaks, how often, in which stance, about what; most statements first."""
    return board.answers.give(
        request,
        lambda: {"items": [row.to_json() for row in speaker_rows(board.claims(query.wanted()))], "next": None},
    )


def _summary(board: Board) -> JsonObject:
    counts = board.workspace.counts()
    days = board.workspace.published_days()
    return {
        "version": __version__,
        "counts": {
            "reports": counts.documents,
            "older_versions": counts.superseded,
            "claims": counts.claims,
            "failures": counts.failures,
            "links": counts.links,
            "questions": counts.questions,
        },
        "kinds": list(KINDS),
        "stances": list(STANCES),
        "statuses": list(STATUSES),
        "relations": list(RELATIONS),
        "first_day": days[0] if days else None,
        "last_day": days[1] if days else None,
        "sides": [*board.workspace.sides()],
        "upload_limit_bytes": board.options.upload_limit_bytes,
        "files_limit": board.options.files_limit,
    }
