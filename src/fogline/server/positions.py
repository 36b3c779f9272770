"""Who takes which position on a question, in the order people want to read it."""

from __future__ import annotations

from collections import Counter

from fogline.records.claims import Claim
from fogline.records.documents import Document
from fogline.records.links import Position, Standing
from fogline.server.board import Board

__all__ = ["Told", "clashing_claims", "held_claims", "ordered", "party_of", "standings", "told_claims"]

Told = dict[str, tuple[Claim, Document]]


def standings(board: Board) -> tuple[Standing, ...]:
    """Every question and how it stands, the most disputed first."""
    return board.lately("standings", board.workspace.standings)


def told_claims(board: Board) -> Told:
    """The claims of all questions, by id."""

    asked, rows = standings(board), board.claims()

    def look() -> Told:
        wanted = {claim_id for item in asked for claim_id in item.question.claim_ids}
        return {claim.id: (claim, document) for claim, document in rows if claim.id in wanted}

    # Both may lag behind the ledger for a while: what is made of them goes by them, not by the ledger alone.
    return board.remembered(("told", id(asked), id(rows)), look)


def clashing_claims(board: Board) -> Counter[str]:
    """How many clashes each claim stands in."""
    return board.clashing()


def ordered(item: Standing, told: Told) -> list[Position]:
    """Sides first, then others who speak, then reports in their own voice; those who say most lead."""

    def rank(position: Position) -> tuple[bool, bool, int]:
        speakers = [told[claim_id][0].speaker for claim_id in position.claim_ids if claim_id in told]
        sided = any(speaker and speaker.side for speaker in speakers)
        return not sided, not any(speakers), -len(speakers)

    return sorted(item.positions, key=rank)


def held_claims(position: Position, told: Told, clashing: Counter[str]) -> list[tuple[Claim, Document]]:
    """The claims of a position, those that meet most contradiction first."""
    held = [told[claim_id] for claim_id in position.claim_ids if claim_id in told]
    return sorted(held, key=lambda row: -clashing[row[0].id])


def party_of(position: Position, held: list[tuple[Claim, Document]]) -> str:
    """The party as shown: a report that speaks itself goes by its publisher or title."""
    if not held or any(claim.speaker for claim, _ in held):
        return position.party or "A source that is not named"
    document = held[0][1]
    return f"{document.publisher or document.title or document.name} itself"
