"""Finds in a ledger the claims that tell of an event though no link ties them to it."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.ledger import Ledger
from fogline.links.adopting import Event, tells_of
from fogline.links.blocking import blocks_of
from fogline.links.frames import Frame
from fogline.links.wording import NAME
from fogline.standing import Frames

__all__ = ["Loose"]

MOST = 20_000  # claims that one event is told in, at most


class Loose:
    """The claims of a ledger, by the events they tell of; those it gave are in `found`, by id."""

    def __init__(self, ledger: Ledger, frames: Frames) -> None:
        self._ledger = ledger
        self._frames = frames
        self.found: dict[str, Frame] = {}

    def __call__(self, event: Event, told: Sequence[Frame]) -> list[Frame]:
        """The claims that tell of an event: those at its town, or of those that share a block with it on its site."""
        if ":" in event.place:
            near = set(self._ledger.claims_at(event.place))
        else:
            mark = event.ship.removeprefix(NAME) if event.ship else event.site
            blocks = {block for frame in told for block in blocks_of(frame) if mark in block}
            near = {claim_id for claim_id, _ in self._ledger.nearest_mates(sorted(blocks), MOST)}
        found = [frame for frame in self._frames(near).values() if tells_of(event, frame)]
        self.found |= {frame.claim.id: frame for frame in found}
        return found
