"""Questions: the board of disputes, most disputed first, and one of them side by side."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from datetime import date
from hashlib import blake2b
from typing import Annotated, Literal

from fastapi import APIRouter, HTTPException, Path, Query, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field, StringConstraints

from fogline.errors import ItemError
from fogline.exports.contract import JsonObject, link_object
from fogline.ledger.rows import ClaimFilter, Clock, Review
from fogline.ledger.search import fold
from fogline.records.claims import Claim, Kind
from fogline.records.codec import Json
from fogline.records.documents import Document
from fogline.records.links import Position, Standing
from fogline.regrouping import shaping, split_id
from fogline.server.board import Board, TheBoard
from fogline.server.positions import (
    Told,
    clashing_claims,
    held_claims,
    ordered,
    party_of,
    standings,
    told_claims,
)
from fogline.server.queries import Id, Who, Words
from fogline.server.shapes import review_shape
from fogline.views.clearest import in_full
from fogline.views.facing import Stated, facings, statements

__all__ = ["QuestionQuery", "router"]

FEWEST_WORDS = 4  # that a claim is told by; with fewer its sentence tells it
router = APIRouter(tags=["questions"])


class DayQuery(BaseModel):
    """The day whose knowledge is asked for, and by which clock."""

    as_of: date | None = None
    clock: Clock = "published"


class QuestionQuery(DayQuery):
    """Which questions are asked for; every part narrows."""

    q: Words | None = None
    side: Words | None = None
    place: Words | None = None
    kind: Kind | None = None
    state: Literal["disputed", "changed", "agreed", "one-sided", "open"] | None = None
    after: Annotated[int, Field(ge=0, le=2**53)] = 0
    limit: Annotated[int, Field(ge=1, le=200)] = 50


@router.get("/questions")
def questions(request: Request, board: TheBoard, query: Annotated[QuestionQuery, Query()]) -> Response:
    """The matters on which claims meet, the most disputed first, with what each party says in numbers."""
    return board.answers.give(request, lambda: _page(board, query))


@router.get("/questions/{question_id}")
def question(
    request: Request, board: TheBoard, question_id: Annotated[Id, Path()], query: Annotated[DayQuery, Query()]
) -> Response:
    """One question: the positions with their claims, and how these stand to each other."""
    standing = _asked(board, question_id, query)
    return board.answers.give(request, lambda: _question(board, standing))


class Merge(BaseModel):
    """With which question one is merged, who says so, and why."""

    other: Id
    who: Who
    why: Words | None = None


class Split(BaseModel):
    """Which claims of a question are another matter, what that is called, who says so, and why."""

    claims: Annotated[list[Id], Field(min_length=1, max_length=2_000)]
    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
    who: Who
    why: Words | None = None


@router.post("/questions/{question_id}/merge", status_code=201)
def merge(board: TheBoard, question_id: Annotated[Id, Path()], body: Merge) -> Response:
    """Make two questions one; undone like any other decision."""
    into, other = (_asked(board, one).question for one in (question_id, body.other))
    merge = board.workspace.merge_questions
    return _kept(board, lambda: merge(into, other, body.who, why=body.why, link=False))


@router.post("/questions/{question_id}/split", status_code=201)
def split(board: TheBoard, question_id: Annotated[Id, Path()], body: Split) -> Response:
    """Take claims out of a question into one of their own; undone like any other decision."""
    asked = _asked(board, question_id).question
    split = board.workspace.split_question
    return _kept(board, lambda: split(asked, body.claims, body.title, body.who, why=body.why, link=False))


def _asked(board: Board, question_id: str, query: DayQuery | None = None) -> Standing:
    asked = _standing(board, query or DayQuery())
    standing = next((item for item in asked if item.question.id == question_id), None)
    if standing is None:
        raise HTTPException(404, "there is no such question; it may have been joined with another")
    return standing


def _kept(board: Board, decide: Callable[[], Review]) -> Response:
    try:
        review = decide()
    except ItemError as error:
        raise HTTPException(422, str(error)) from error
    board.decided()
    made = split_id(review) if review.field == "split" else json.loads(review.after or "{}")["into"]["id"]
    return JSONResponse({**review_shape(review), "question": made}, 201)


def _standing(board: Board, query: DayQuery) -> tuple[Standing, ...]:
    """The questions as they stood on the day asked for."""
    if query.as_of is None:
        return standings(board)
    wanted = ClaimFilter(as_of=query.as_of.isoformat(), clock=query.clock)
    return board.lately(("standings", wanted), lambda: board.workspace.standings_by(wanted))


def _page(board: Board, query: QuestionQuery) -> JsonObject:
    told, clashing = told_claims(board), clashing_claims(board)
    folded = board.remembered(("folded", id(told)), dict[str, str])
    fitting = [item for item in _standing(board, query) if _fits(item, query, told, folded)]
    part = fitting[query.after : query.after + query.limit]
    following = query.after + query.limit
    return {
        "items": [_row(item, told, clashing) for item in part],
        "next": following if following < len(fitting) else None,
        "total": len(fitting),
        "states": dict(Counter(item.state for item in fitting)),
    }


def _fits(item: Standing, query: QuestionQuery, told: Told, folded: dict[str, str]) -> bool:
    """Whether a question is asked for; `folded` keeps the folded words of claims from one question to the next."""
    if query.state not in (None, item.state):
        return False
    if not (query.kind or query.side or query.place or query.q):
        return True
    rows = [told[claim_id] for claim_id in item.question.claim_ids if claim_id in told]
    if query.kind is not None and all(claim.kind != query.kind for claim, _ in rows):
        return False
    if query.side and query.side not in _sides(rows):
        return False
    place = _place(item, rows) if query.place else None
    wanted = fold(query.q or "").split()
    if query.place and not (isinstance(place, dict) and query.place in place.values()):
        wanted.append(fold(query.place))
    words = _words(item, rows, folded) if wanted else ""
    return all(word in words for word in wanted)


def _words(item: Standing, rows: list[tuple[Claim, Document]], folded: dict[str, str]) -> str:
    """The folded words of a question: its title, its claims and those who make them."""
    for claim, _ in rows:
        if claim.id not in folded:
            folded[claim.id] = fold(f"{claim.text} {_speaker(claim)}")
    return " ".join((fold(item.question.title), *(folded[claim.id] for claim, _ in rows)))


def _sides(rows: list[tuple[Claim, Document]]) -> set[str]:
    return {speaker.side for claim, _ in rows for speaker in claim.speakers if speaker.side}


def _row(item: Standing, told: Told, clashing: Counter[str]) -> JsonObject:
    rows = [told[claim_id] for claim_id in item.question.claim_ids if claim_id in told]
    kinds = Counter(claim.kind for claim, _ in rows)
    days = sorted(document.published_at[:10] for _, document in rows if document.published_at)
    version = blake2b("".join((item.state, *item.question.claim_ids)).encode(), digest_size=6)
    return {
        "id": item.question.id,
        "title": item.question.title,
        "about": item.question.about,
        "state": item.state,
        "clashes": item.clashes,
        "place": _place(item, rows),
        "kinds": [kind for kind, _ in kinds.most_common()],
        "sides": [*sorted(_sides(rows))],
        "claims": len(rows),
        "reports": len({document.id for _, document in rows}),
        "positions": [_position(position, told, clashing) for position in ordered(item, told)],
        "first": days[0] if days else None,
        "last": days[-1] if days else None,
        "version": version.hexdigest(),  # differs when claims joined or left, or the state moved
    }


def _speaker(claim: Claim) -> str:
    return claim.speaker.name if claim.speaker else ""


def _place(item: Standing, rows: list[tuple[Claim, Document]]) -> Json:
    wanted = item.question.place_id
    for claim, _ in rows:
        for mention in claim.places:
            if mention.place and mention.place.id == wanted:
                return {"id": mention.place.id, "name": mention.place.name}
    return None


def _position(position: Position, told: Told, clashing: Counter[str]) -> JsonObject:
    """A position in numbers, with the words that meet most contradiction."""
    held = [told[claim_id] for claim_id in position.claim_ids if claim_id in told]
    first = max((claim for claim, _ in held), key=lambda claim: clashing[claim.id], default=None)
    return {
        "party": party_of(position, held),
        "side": next((claim.speaker.side for claim, _ in held if claim.speaker and claim.speaker.side), None),
        "first": position.first,
        "last": position.last,
        "origins": position.origins,
        "reports": len({document.id for _, document in held}),
        "claims": len(held),
        "words": _told_alone(first) if first else "",
        "stance": first.stance if first else None,
    }


def _told_alone(claim: Claim) -> str:
    """The words of a claim as a reader can take them alone: "on those claims" says nothing without its sentence."""
    return claim.text if len(claim.text.split()) >= FEWEST_WORDS else " ".join(claim.sentence.text.split())


def _question(board: Board, standing: Standing) -> JsonObject:
    told, clashing = told_claims(board), clashing_claims(board)
    members = set(standing.question.claim_ids)
    inside = board.workspace.ledger.links_inside(members)
    own = {claim_id: told[claim_id] for claim_id in members if claim_id in told}
    stated = {one.position.party: one for one in statements(standing, own, inside)}
    return {
        "question": _row(standing, told, clashing),
        "positions": [
            {
                **_position(position, told, clashing),
                **_stated(stated.get(position.party)),
                "claims": [board.shape(*row) for row in _first(stated.get(position.party), position, told, clashing)],
            }
            for position in ordered(standing, told)
        ],
        "facing": [one.to_json() for one in facings(standing, own, inside)],
        "links": [link_object(link) for link in inside],
        "regrouped": [
            review_shape(review) for review in shaping(standing.question.id, board.workspace.reviews(undone=True))
        ],
    }


def _stated(stated: Stated | None) -> JsonObject:
    """What a party says in one claim of its own, and what it has moved on from."""
    if stated is None:
        return {"statement": None, "before": None}
    return {
        "statement": stated.citation.to_json(),
        "before": stated.before.to_json() if stated.before else None,
        "words": in_full(stated.citation),
        "stance": stated.citation.stance,
    }


def _first(
    stated: Stated | None, position: Position, told: Told, clashing: Counter[str]
) -> list[tuple[Claim, Document]]:
    """The claims of a position, the one that tells it best first."""
    held = held_claims(position, told, clashing)
    return sorted(held, key=lambda row: stated is None or row[0].id != stated.citation.claim_id)
