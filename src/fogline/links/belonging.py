"""Which links and claims belong to a matter: what only touches it from another place stays out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fogline.links.anchors import SPOTS
from fogline.links.frames import Frame
from fogline.links.parting import Members, ends_of
from fogline.records.links import Link

__all__ = ["FIRM", "belonging", "on_one_matter", "ties"]

LASTING = frozenset({"control", "movement", "deployment"})  # kinds of claims on what lasts until it is otherwise
STRONG = 0.5  # score from which on a link puts two claims into one question
FIRM = 0.65  # from which on it does so over what another town tells against it
TWO_MATTERS = frozenset({"scope", "place"})  # what only looks contradictory because it is told of something else


def ties(link: Link) -> bool:
    """Whether a link may tell that two claims are on one matter."""
    return link.score >= STRONG and not (link.relation == "differs" and link.about in TWO_MATTERS)


def on_one_matter(left: Frame, right: Frame, link: Link) -> bool:
    """Whether a link tells that its claims are on one matter: who holds ground is one for as long as it is told.

    What else is told of two times are two events.
    """
    lasting = {left.claim.kind, right.claim.kind} <= LASTING
    return ties(link) and (lasting or (link.relation, link.about) != ("differs", "time"))


def belonging(members: set[str], links: Sequence[Link], place_id: str, frames: Mapping[str, Frame]) -> Members | None:
    """The claims of a matter at a place without those that tell of another town and are tied to it loosely.

    "In Mogok four died the same night" is no word on the strike of Hsipaw; None where fewer than two claims stay.
    """
    firm = {end for link in links if _firm(link) for end in (link.left_id, link.right_id)}
    strays = {claim_id for claim_id in members - firm if _elsewhere(frames[claim_id], place_id)}
    if not strays:
        return members, list(links)
    kept = [link for link in links if link.left_id not in strays and link.right_id not in strays]
    stay = ends_of(kept)
    return (stay, kept) if stay else None


def _firm(link: Link) -> bool:
    same_number = link.about == "number" and link.relation in ("agrees", "repeats")
    return link.relation == "clashes" or same_number or (link.score >= FIRM and link.relation != "differs")


def _elsewhere(frame: Frame, place_id: str) -> bool:
    """Whether a claim, or else its sentence, names towns, and not this place among them."""
    named = {place.id for place in (*frame.here, *frame.around)}
    told = frame.claim.sentence
    own = {m.place.id for m in frame.claim.places if m.place and told.start <= m.span.start < told.end}
    towns = [place for place in (*frame.here, *frame.around) if place.id in own and place.precision in SPOTS]
    return bool(towns) and place_id not in named
