"""The brief: the situation report of the command line, every sentence with the place of its words."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from fogline.exports.contract import JsonObject
from fogline.server.board import Board, TheBoard
from fogline.server.queries import ClaimQuery
from fogline.views.brief import Brief
from fogline.views.brief_pages import html_page, markdown_page

__all__ = ["router"]

router = APIRouter(tags=["brief"])


class BriefQuery(ClaimQuery):
    """What the brief tells of; with `changed_since` also what changed from that day on."""

    changed_since: date | None = None


@router.get("/brief")
def brief(request: Request, board: TheBoard, query: Annotated[BriefQuery, Query()]) -> Response:
    """The brief as JSON, with its Markdown."""
    return board.answers.give(request, lambda: _brief(board, query))


@router.get("/brief.md")
def brief_markdown(board: TheBoard, query: Annotated[BriefQuery, Query()]) -> Response:
    """The brief as Markdown."""
    return _file(markdown_page(_made(board, query)), "text/markdown; charset=utf-8", "brief.md")


@router.get("/brief.html")
def brief_html(board: TheBoard, query: Annotated[BriefQuery, Query()]) -> Response:
    """The brief as one HTML file, without scripts."""
    return _file(html_page(_made(board, query)), "text/html; charset=utf-8", "brief.html")


def _brief(board: Board, query: BriefQuery) -> JsonObject:
    made = _made(board, query)
    return {**made.to_json(), "markdown": markdown_page(made)}


def _made(board: Board, query: BriefQuery) -> Brief:
    since = query.changed_since.isoformat() if query.changed_since else None
    return board.brief(query.wanted(), since)


def _file(text: str, media_type: str, name: str) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(text.encode("utf-8", "replace"), media_type=media_type, headers=headers)
