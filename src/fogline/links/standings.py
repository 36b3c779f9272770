"""How questions stand: the position of each party, whether they dispute, agree or moved on, and how many sides do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from fogline.links.claimants import parties_of
from fogline.links.frames import Frame
from fogline.links.states import disputes, sides_of, state_of
from fogline.records.links import Link, Position, Question, Standing

__all__ = ["standing_of"]

NEVER = "9999"


def standing_of(
    question: Question, frames: Mapping[str, Frame], links: Iterable[Link], origins: Mapping[str, str]
) -> Standing:
    """How a question stands: positions by party, the one that spoke first coming first."""
    told = {claim_id: frames[claim_id] for claim_id in question.claim_ids}
    inside = [link for link in links if link.left_id in told and link.right_id in told]
    by_party: dict[str, list[Frame]] = defaultdict(list)
    parties = parties_of(list(told.values()))
    for claim_id, party in parties.items():
        by_party[party].append(told[claim_id])
    positions = [_position(party, made, origins) for party, made in by_party.items()]
    positions.sort(key=lambda position: (position.first or NEVER, position.party))
    claims = {claim_id: frame.claim for claim_id, frame in told.items()}
    state = state_of(question.about, inside, parties, claims, origins)
    clashes, sides = disputes(inside, parties, origins), sides_of(question.about, inside, parties, claims)
    return Standing(question, state, tuple(positions), clashes, sides)


def _position(party: str, made: Sequence[Frame], origins: Mapping[str, str]) -> Position:
    days = sorted(frame.said for frame in made if frame.said is not None)
    shown = [date.fromordinal(day).isoformat() for day in days]
    acts = {origins[frame.claim.id] for frame in made}
    ids = tuple(frame.claim.id for frame in made)
    return Position(party, ids, shown[0] if shown else None, shown[-1] if shown else None, len(acts))
