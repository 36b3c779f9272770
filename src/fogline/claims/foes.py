"""Which side "the occupiers" and "the enemy" are of: the state at war with the one whose ground they stand on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from fogline.packs.model import Pack
from fogline.packs.wordlists import state_names, states
from fogline.records.claims import Claim, Party

__all__ = ["with_foes"]

INVADING = frozenset("occupier occupiers occupant occupants invader invaders aggressor aggressors".split())
BARE = frozenset("the these those our".split())


def with_foes(claims: Sequence[Claim], pack: Pack) -> list[Claim]:
    """The claims with the side of bare "invaders" who act in a state of the pack's war.

    Of a war between two states they are of the other one; where it has not two, or nobody tells where, they stay.
    """
    sides = [side.name for side in pack.sides if side.name in state_names()][:2]
    return [_with_foe(claim, sides) for claim in claims] if len(sides) == 2 else list(claims)


def _with_foe(claim: Claim, sides: Sequence[str]) -> Claim:
    if not any(_is_bare(party) for party in claim.actors):
        return claim
    codes = {p.place.country for p in claim.places if p.place is not None}
    ground = {_by_code().get(code) for code in codes if code}
    if len(ground) != 1 or not ground <= set(sides):
        return claim
    foe = next(side for side in sides if side not in ground)
    return replace(claim, actors=tuple(_of(party, foe) if _is_bare(party) else party for party in claim.actors))


def _is_bare(party: Party) -> bool:
    """Whether a party is named by what it does in another's land, and by nothing else."""
    words = [word for word in party.actor.name.lower().split() if word not in BARE]
    return party.actor.side is None and len(words) == 1 and words[0] in INVADING


def _of(party: Party, side: str) -> Party:
    return replace(party, actor=replace(party.actor, side=side))


@cache
def _by_code() -> dict[str, str]:
    return {state.iso: state.name for state in states()}
