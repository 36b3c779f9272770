"""Which claims tell one speech act: a position counts acts, not the reports that carry them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from fogline.links.frames import Frame
from fogline.records.links import Link

__all__ = ["Joined", "one_act", "origins_of"]

ONE_ACT = 1  # days between which two reports date one announcement


class Joined:
    """Sets of ids that are joined pair by pair; each set goes by its smallest id."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, item: str) -> str:
        """The smallest id of the set that `item` is in."""
        parent = self._parent.setdefault(item, item)
        while parent != self._parent[parent]:
            self._parent[item] = parent = self._parent[self._parent[parent]]
        return parent

    def join(self, one: str, other: str) -> None:
        """Make the sets of two ids one."""
        left, right = sorted((self.find(one), self.find(other)))
        self._parent[right] = left


def origins_of(frames: Mapping[str, Frame], links: Iterable[Link]) -> dict[str, str]:
    """The origin of each claim: that of the first claim that tells the same speech act or has the same words."""
    joined = Joined()
    for link in links:
        left, right = frames.get(link.left_id), frames.get(link.right_id)
        if left and right and one_act(left, right, link):
            joined.join(link.left_id, link.right_id)
    return {claim_id: frames[joined.find(claim_id)].claim.origin for claim_id in frames}


def one_act(left: Frame, right: Frame, link: Link) -> bool:
    """Whether two claims are the same act told again, not the same party saying it once more."""
    if link.relation != "repeats":
        return False
    if "words" in link.fields:
        return True
    if left.claim.speaker is None or right.claim.speaker is None or left.said is None or right.said is None:
        return False
    return abs(left.said - right.said) <= ONE_ACT
