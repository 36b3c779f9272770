"""Whether sides agree: two tell the same in acts of their own, to each other or through what others tell in between.

A headline and the sentence below it, or one announcement that two papers give to two sides, are one voice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from fogline.links.origins import Joined
from fogline.links.voices import AGAINST, SILENT, TELLING, VIOLENCE, Voices
from fogline.records.claims import Claim
from fogline.records.links import Link

__all__ = ["TOLD_SO", "sides_agree"]

TOLD_SO = frozenset({"agrees", "repeats"})
SEVERAL = 2  # sides, reports and acts in which they speak


def sides_agree(
    links: Iterable[Link], claims: Mapping[str, Claim], voices: Voices, origin_of: Mapping[str, str]
) -> bool:
    """Whether two sides affirm, deny or demand the same; a deed is agreed on only with the one to whom it is laid.

    `origin_of` gives the act of speech of each claim: what two sides are told to say in one act is one text.
    """
    if len(voices.sides) < SEVERAL:
        return False
    told = [link for link in links if _tells_alike(link, claims) and not _is_one_voice(link, voices, origin_of)]
    return any(_accord(ends, claims, voices, origin_of) for ends in _held_together(told)) or _owned_up(claims, voices)


def _tells_alike(link: Link, claims: Mapping[str, Claim]) -> bool:
    """Whether a link joins two claims that both tell, both deny, or both demand, warn of or promise something."""
    stances = {claims[link.left_id].stance, claims[link.right_id].stance}
    alike = stances <= TELLING or stances <= AGAINST or (len(stances) == 1 and stances.isdisjoint(SILENT))
    return link.relation in TOLD_SO and alike


def _is_one_voice(link: Link, voices: Voices, origin_of: Mapping[str, str]) -> bool:
    """Whether claims of two sides are one text, told once and given to both."""
    one, other = link.left_id, link.right_id
    sides = {voices.side.get(one), voices.side.get(other)} - {None}
    return origin_of.get(one, one) == origin_of.get(other, other) and len(sides) > 1


def _held_together(links: Iterable[Link]) -> list[set[str]]:
    """The claims that links hold together, over however many others."""
    joined = Joined()
    ends = {end for link in links for end in (link.left_id, link.right_id)}
    for link in links:
        joined.join(link.left_id, link.right_id)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for end in ends:
        found[joined.find(end)].add(end)
    return list(found.values())


def _accord(told: set[str], claims: Mapping[str, Claim], voices: Voices, origin_of: Mapping[str, str]) -> bool:
    """Whether among claims that tell the same are those of two sides, in two acts, that blame nobody silent."""
    spoken = [claim_id for claim_id in told if claim_id in voices.side]
    sides = {voices.side[claim_id] for claim_id in spoken}
    reports = {claims[claim_id].document_id for claim_id in spoken}
    acts = {origin_of.get(claim_id, claim_id) for claim_id in spoken}
    blamed = {side for claim_id in told for side in voices.blamed.get(claim_id, ())}
    return min(map(len, (sides, reports, acts))) >= SEVERAL > len(blamed) and blamed <= sides


def _owned_up(claims: Mapping[str, Claim], voices: Voices) -> bool:
    """Whether all violence is laid to one side that owns to it in another report, and no side denies any."""
    laying = {claim_id for claim_id in voices.blamed if claim_id in voices.side}
    laid = {side for claim_id in laying for side in voices.blamed[claim_id]}
    owning = {
        claim_id for claim_id, side in voices.side.items() if {side} == laid and _is_own_deed(claims[claim_id], side)
    }
    reports = {claims[claim_id].document_id for claim_id in laying}
    denied = any(claims[claim_id].stance in AGAINST for claim_id in voices.side)
    return not denied and any(claims[claim_id].document_id not in reports for claim_id in owning)


def _is_own_deed(claim: Claim, side: str) -> bool:
    by_itself = any(party.actor.side == side for party in claim.actors)
    return by_itself and claim.stance == "asserts" and claim.kind in VIOLENCE
