"""Reports: the list, and one with its text and all that was read in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from fogline.exports.contract import JsonObject, mention_object
from fogline.ledger.rows import ClaimFilter, DocumentRow
from fogline.records.readings import ReportFlag
from fogline.server.board import Board, TheBoard, found
from fogline.server.queries import Page
from fogline.server.shapes import failure_shape, report_shape
from fogline.views.flags import Across, flag_object, flags_of
from fogline.views.speakers import document_shares

__all__ = ["router"]

router = APIRouter(tags=["reports"])
Name = Annotated[str, Path(max_length=300, description="Id or name of a report.")]


@router.get("/reports")
def reports(request: Request, board: TheBoard, page: Annotated[Page, Query()]) -> Response:
    """The reports in the order they were read."""
    return board.answers.give(request, lambda: _page(board, page))


@router.get("/reports/{name}")
def report(request: Request, board: TheBoard, name: Name) -> Response:
    """One report: its text, its claims, what it names, flags and what was skipped."""
    row = found(lambda: board.workspace.document(name))
    return board.answers.give(request, lambda: _report(board, row))


@router.get("/failures")
def failures(request: Request, board: TheBoard) -> Response:
    """What was skipped, and why."""
    return board.answers.give(
        request, lambda: {"items": [failure_shape(row) for row in board.workspace.failures()], "next": None}
    )


def _page(board: Board, page: Page) -> JsonObject:
    rows = board.workspace.document_page(page.after, page.limit)
    documents = {number: row.document for number, row in rows}
    claims = board.workspace.claims_in(list(documents))
    shares = document_shares((claim, documents[number]) for number, claim in claims)
    across = _across(board)
    return {
        "items": [
            {**report_shape(row, shares.get(row.document.id)), "flags": [*_names(flags_of(row, across))]}
            for _, row in rows
        ],
        "next": rows[-1][0] if len(rows) == page.limit else None,
        "total": board.workspace.counts().documents,
    }


def _across(board: Board) -> Across:
    """The flags that take several reports to see."""
    return board.soon("flags", board.workspace.flags_across, {})


def _names(flags: Iterable[ReportFlag]) -> list[str]:
    """The kinds of flags of a report, each once."""
    return list(dict.fromkeys(flag.flag for flag in flags))


def _report(board: Board, row: DocumentRow) -> JsonObject:
    document = row.document
    older = not row.current
    claims = list(board.workspace.claims(ClaimFilter(document=document.id, superseded=older)))
    shares = document_shares(claims).get(document.id)
    failed = [item for item in board.workspace.failures() if item.failure.document_id == document.id]
    mentions = [] if older else [mention_object(*found) for found in board.workspace.mentions(document.id)]
    rejected = [] if older else board.workspace.rejected(document.id)
    return {
        "report": report_shape(row, shares),
        "text": document.text,
        "claims": [board.shape(claim, document) for claim in (*(claim for claim, _ in claims), *rejected)],
        "mentions": [{key: value for key, value in item.items() if key != "document"} for item in mentions],
        "flags": [flag_object(flag, document) for flag in flags_of(row, _across(board))],
        "failures": [failure_shape(item) for item in failed],
    }
