"""Claims: pages, one with its links and decisions, and downloads of all that is on screen."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Query, Request, Response
from fastapi.responses import StreamingResponse

from fogline.errors import RunError
from fogline.exports.contract import JsonObject, link_object
from fogline.exports.tables import COLUMNS, claim_row
from fogline.ledger.rows import ClaimFilter, Review
from fogline.records.claims import Claim
from fogline.records.codec import Json
from fogline.records.documents import Document
from fogline.records.links import Link
from fogline.server.board import Board, TheBoard, found
from fogline.server.queries import ClaimPage, ClaimQuery, LinkQuery
from fogline.server.shapes import claim_shape, review_shape

__all__ = ["router"]

router = APIRouter(tags=["claims"])
Rows = Iterable[tuple[Claim, Document]]
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run what begins so


@router.get("/claims")
def claims(request: Request, board: TheBoard, page: Annotated[ClaimPage, Query()]) -> Response:
    """Claims in the order of the ledger, a page at a time; `total` counts all that are asked for."""
    return board.answers.give(request, lambda: _page(board, page))


@router.get("/claims.csv")
def claims_csv(board: TheBoard, query: Annotated[ClaimQuery, Query()]) -> Response:
    """All claims that are asked for, a row each."""
    rows = board.workspace.ledger.claims(query.wanted())
    return _file(_csv(rows), "text/csv; charset=utf-8", "claims.csv")


@router.get("/claims.jsonl")
def claims_jsonl(board: TheBoard, query: Annotated[ClaimQuery, Query()]) -> Response:
    """All claims that are asked for, an object a line."""
    rows = board.workspace.ledger.claims(query.wanted())
    lines = (json.dumps(board.shape(*row)) + "\n" for row in rows)
    return _file(lines, "application/jsonl", "claims.jsonl")


@router.get("/claims.geojson")
def claims_geojson(board: TheBoard, query: Annotated[ClaimQuery, Query()]) -> Response:
    """A point for each place of each claim that is asked for; the precision says what the point stands for."""
    rows = board.workspace.ledger.claims(query.wanted())
    return _file(_geojson(rows), "application/geo+json", "claims.geojson")


@router.get("/claims/{claim_id}")
def claim(
    request: Request, board: TheBoard, claim_id: Annotated[str, Path(max_length=100, pattern=r"^[\w\-]+$")]
) -> Response:
    """One claim: its report, the claims it stands in relation to, and every decision about it."""
    held, document = found(lambda: board.workspace.claim(claim_id))
    return board.answers.give(request, lambda: _claim(board, held, document))


@router.get("/links")
def links(request: Request, board: TheBoard, query: Annotated[LinkQuery, Query()]) -> Response:
    """How claims stand to each other."""
    return board.answers.give(request, lambda: _links(board, query))


def _page(board: Board, page: ClaimPage) -> JsonObject:
    try:
        rows = list(board.workspace.ledger.claims(page.wanted(after=page.after, limit=page.limit)))
    except RunError as error:
        raise HTTPException(400, "the cursor is not of this ledger") from error
    total = board.remembered(("total", page.wanted()), lambda: board.workspace.count_claims(page.wanted()))
    return {
        "items": [board.shape(*row) for row in rows],
        "next": rows[-1][0].id if len(rows) == page.limit else None,
        "total": total,
    }


def _claim(board: Board, held: Claim, document: Document) -> JsonObject:
    touching = list(board.workspace.links((held.id,)))
    questions = board.workspace.questions(held.id)
    machine = board.workspace.machine_claim(held.id) or held
    return {
        "claim": board.shape(held, document),
        "machine": claim_shape(machine, document),
        "links": [*_linked(board, held.id, touching)],
        "questions": [{"id": question.id, "title": question.title} for question in questions],
        "reviews": [review_shape(review) for review in _decisions(board, held.id)],
    }


def _decisions(board: Board, claim_id: str) -> list[Review]:
    """The decisions about a claim, with those that came to it from a claim whose place it took."""
    own = board.workspace.reviews(claim_id, undone=True)
    known = {review.id for review in own}
    return [*own, *(review for review in board.reviews().get(claim_id, ()) if review.id not in known)]


def _linked(board: Board, claim_id: str, links: Sequence[Link]) -> Iterator[JsonObject]:
    """Links with the claims at their other ends."""
    others = [link.right_id if link.left_id == claim_id else link.left_id for link in links]
    standing = {row[0].id: row for row in board.workspace.claims(ClaimFilter(ids=tuple(others)))}
    for link, other in zip(links, others, strict=True):
        row = standing.get(other) or board.workspace.claim(other)
        yield {**link_object(link), "other": board.shape(*row)}


def _links(board: Board, query: LinkQuery) -> JsonObject:
    ledger = board.workspace.ledger
    asked = (query.relation, query.retired)
    total = board.remembered(("links", *asked), lambda: ledger.count_links(query.relation, retired=query.retired))
    part = ledger.link_page(query.relation, query.after, query.limit, retired=query.retired)
    more = query.after + query.limit < total
    return {
        "items": [link_object(row.link, row.retired_at) for row in part],
        "next": query.after + query.limit if more else None,
        "total": total,
    }


def _file(lines: Iterator[str], media_type: str, name: str) -> Response:
    parts = (line.encode("utf-8", "replace") for line in lines)
    disposition = {"content-disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(parts, media_type=media_type, headers=disposition)


def _csv(rows: Rows) -> Iterator[str]:
    yield _line(COLUMNS)
    for row in rows:
        yield _line(claim_row(*row))


def _line(cells: Iterable[object]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow([_inert(cell) for cell in cells])
    return buffer.getvalue()


def _inert(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def _geojson(rows: Rows) -> Iterator[str]:
    yield '{"type":"FeatureCollection","features":['
    first = True
    for row in rows:
        for feature in _features(*row):
            yield ("" if first else ",\n") + json.dumps(feature)
            first = False
    yield "]}"


def _features(claim: Claim, document: Document) -> Iterator[JsonObject]:
    for mention in claim.places:
        place = mention.place
        if place is None or place.latitude is None or place.longitude is None:
            continue
        properties: dict[str, Json] = dict(zip(COLUMNS, claim_row(claim, document), strict=True))
        properties |= {"place": place.name, "place_id": place.id, "place_precision": place.precision}
        point: dict[str, Json] = {"type": "Point", "coordinates": [place.longitude, place.latitude]}
        yield {"type": "Feature", "geometry": point, "properties": properties}
