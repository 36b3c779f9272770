"""The brief: the most disputed questions in a few lines each, every line with links to the words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from html import escape
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from fogline.exports.contract import JsonObject
from fogline.records.claims import Claim
from fogline.records.codec import Json
from fogline.records.documents import Document
from fogline.records.links import Standing
from fogline.server.board import Board, TheBoard
from fogline.server.positions import Told, clashing_claims, held_claims, ordered, party_of, told_claims
from fogline.server.routes.questions import QuestionQuery, standings_for

__all__ = ["router"]

router = APIRouter(tags=["brief"])
TITLE = "What is claimed, and by whom"
CITED = 3  # claims that a line cites; the question shows all
REASONS = 2
SAYS = {"declines": "does not comment on", "unconfirmed": "could not confirm"}


class BriefQuery(QuestionQuery):
    """Which questions the brief tells of."""

    limit: Annotated[int, Field(ge=1, le=100)] = 12


@dataclass(slots=True)
class _Brief:
    """Sections as they are written, and the citations they count."""

    told: Told
    clashing: Counter[str]
    sections: list[JsonObject] = field(default_factory=list)
    citations: list[JsonObject] = field(default_factory=list)

    def cite(self, claim: Claim, document: Document) -> int:
        """The number of a citation."""
        number = len(self.citations) + 1
        self.citations.append(
            {
                "number": number,
                "claim": claim.id,
                "report": document.id,
                "title": document.title or document.name,
                "publisher": document.publisher,
                "published_at": document.published_at,
                "url": document.url,
                "start": claim.start,
                "end": claim.end,
                "words": claim.text,
            }
        )
        return number


@router.get("/brief")
def brief(request: Request, board: TheBoard, query: Annotated[BriefQuery, Query()]) -> Response:
    """The brief as JSON, with its Markdown."""
    return board.answers.give(request, lambda: _brief(board, query))


@router.get("/brief.md")
def brief_markdown(board: TheBoard, query: Annotated[BriefQuery, Query()]) -> Response:
    """The brief as Markdown."""
    return _file(str(_brief(board, query)["markdown"]), "text/markdown; charset=utf-8", "brief.md")


@router.get("/brief.html")
def brief_html(board: TheBoard, query: Annotated[BriefQuery, Query()]) -> Response:
    """The brief as one HTML file, without scripts."""
    made = _made(board, query)
    return _file(_html(made), "text/html; charset=utf-8", "brief.html")


def _brief(board: Board, query: BriefQuery) -> JsonObject:
    made, counts = _made(board, query), board.workspace.counts()
    return {
        "title": TITLE,
        "made_from": {"reports": counts.documents, "claims": counts.claims, "questions": len(made.sections)},
        "sections": [*made.sections],
        "citations": [*made.citations],
        "markdown": _markdown(made),
    }


def _made(board: Board, query: BriefQuery) -> _Brief:
    made = _Brief(told_claims(board), clashing_claims(board))
    for standing in standings_for(board, query)[: query.limit]:
        members = set(standing.question.claim_ids)
        clashes = [
            link.reason
            for link in board.links()
            if link.relation == "clashes" and link.left_id in members and link.right_id in members
        ]
        made.sections.append(_section(made, standing, clashes))
    return made


def _section(made: _Brief, standing: Standing, clashes: list[str]) -> JsonObject:
    lines: list[Json] = []
    for position in ordered(standing, made.told):
        held = held_claims(position, made.told, made.clashing)
        if held:
            first = held[0][0]
            lines.append(
                {
                    "party": party_of(position, held),
                    "stance": SAYS.get(first.stance, "says" if first.stance == "asserts" else first.stance),
                    "words": first.text,
                    "citations": [made.cite(*row) for row in held[:CITED]],
                }
            )
    return {
        "question": standing.question.id,
        "title": standing.question.title,
        "state": standing.state,
        "lines": lines,
        "reasons": [*clashes[:REASONS]],
    }


def _markdown(made: _Brief) -> str:
    parts = [f"# {TITLE}", "", "All statements are claims of those named."]
    for section in made.sections:
        parts += ["", f"## {_plain(section['title'])} ({section['state']})", ""]
        for line in _rows(section["lines"]):
            numbers = " ".join(f"[{number}]" for number in _list(line["citations"]))
            parts.append(f"- **{_plain(line['party'])}** {line['stance']} “{_plain(line['words'])}” {numbers}")
    parts += ["", "## Sources", ""]
    parts += [f"{item['number']}. {_plain(_source(item))}" for item in made.citations]
    return "\n".join(parts) + "\n"


def _html(made: _Brief) -> str:
    body = [f"<h1>{TITLE}</h1><p>All statements are claims of those named.</p>"]
    for section in made.sections:
        body.append(f"<h2>{escape(str(section['title']))} ({escape(str(section['state']))})</h2><ul>")
        for line in _rows(section["lines"]):
            numbers = " ".join(f'<a href="#s{number}">[{number}]</a>' for number in _list(line["citations"]))
            who, words = escape(str(line["party"])), escape(str(line["words"]))
            body.append(f"<li><strong>{who}</strong> {line['stance']} “{words}” {numbers}</li>")
        body.append("</ul>")
    rows = "".join(f'<li id="s{item["number"]}">{escape(_source(item))}</li>' for item in made.citations)
    head = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{TITLE}</title>'
    return f"{head}{''.join(body)}<h2>Sources</h2><ol>{rows}</ol></html>\n"


def _source(item: JsonObject) -> str:
    date = str(item["published_at"] or "date unknown")[:12]
    link = f", {item['url']}" if item["url"] else ""
    return (
        f"{item['title']}, {item['publisher'] or 'publisher unknown'}, {date}, "
        f"characters {item['start']} to {item['end']}: “{item['words']}”{link}"
    )


def _plain(value: Json) -> str:
    """Words of a report as Markdown shows them: on one line, marks escaped."""
    text = " ".join(str(value).split())
    return "".join(f"\\{char}" if char in "\\`*_[]<>#|" else char for char in text)


def _rows(value: Json) -> list[dict[str, Json]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _file(text: str, media_type: str, name: str) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(text.encode("utf-8", "replace"), media_type=media_type, headers=headers)
