"""Links new claims with those that are known: a pure function of both."""

from __future__ import annotations

import logging
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from fogline.links.blocking import MOST_MATES, blocks_of
from fogline.links.frames import Frame
from fogline.links.judging import judge
from fogline.records.links import Link

__all__ = ["Blocks", "link_frame"]

CROWDED = 50  # claims in a block from which on it tells little by itself

log = logging.getLogger(__name__)


class Blocks:
    """Which claims stand in which block, in memory."""

    def __init__(self) -> None:
        self._members: dict[str, list[str]] = defaultdict(list)

    def add(self, frame: Frame) -> None:
        """Note the blocks of a claim."""
        for block in blocks_of(frame):
            self._members[block].append(frame.claim.id)

    def mates(self, blocks: Iterable[str], most: int = MOST_MATES) -> list[str]:
        """The claims that stand in `blocks`, those that share most of them first, at most `most`.

        Small blocks are looked into first, for they tell most; crowded ones only while there is room.
        """
        shared: Counter[str] = Counter()
        for members in sorted((self._members.get(block, ()) for block in blocks), key=len):
            if len(shared) > most and len(members) > CROWDED:
                break
            shared.update(members)
        if len(shared) > most:
            log.info("%d claims share a block with one claim; the %d nearest are compared", len(shared), most)
        ranked = sorted(shared.items(), key=lambda item: (-item[1], item[0]))
        return [claim_id for claim_id, _ in ranked[:most]]


def link_frame(frame: Frame, mates: Iterable[Frame]) -> Iterator[Link]:
    """The links of one claim with those that share a block or a report with it."""
    for mate in mates:
        link = judge(frame, mate)
        if link is not None:
            yield link
