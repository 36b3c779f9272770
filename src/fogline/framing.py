"""The frames of reports: made once, kept in the ledger beside the claims, and the last of them at hand."""

from __future__ import annotations

import zlib
from collections import OrderedDict
from collections.abc import Collection, Mapping
from dataclasses import replace

from msgspec import MsgspecError, msgpack

from fogline.ledger import Ledger
from fogline.ledger.asked import LaidOut
from fogline.links.frames import Frame, frames_of
from fogline.links.judging import MADE_BY

__all__ = ["FrameShelf"]

MOST_REPORTS = 4_000  # whose frames stay in memory: about 100 MB
LEVEL = 1  # zlib: a third of the size already

Frames = Mapping[str, Frame]


class FrameShelf:
    """Frames by report and by claim.

    To lay a claim out takes 20 times as long as to read how it was laid out before, and linking one new report looks
    at the claims of hundreds.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._reports: OrderedDict[str, Frames] = OrderedDict()
        self._new: list[LaidOut] = []
        self._decoder = msgpack.Decoder(tuple[Frame, ...])
        self._encoder = msgpack.Encoder()

    def of_report(self, document_id: str) -> Frames:
        """The frames of a report, by claim; none where no claim stands in it."""
        if document_id not in self._reports:
            self.fetch((document_id,))
        self._reports.move_to_end(document_id)
        return self._reports[document_id]

    def of_claims(self, claim_ids: Collection[str]) -> dict[str, Frame]:
        """The frames of those of some claims that stand."""
        homes = self._ledger.homes(claim_ids)
        self.fetch(set(homes.values()))
        found = ((claim_id, self._reports[home].get(claim_id)) for claim_id, home in homes.items())
        return {claim_id: frame for claim_id, frame in found if frame}

    def fetch(self, document_ids: Collection[str]) -> None:
        """Have the frames of these reports at hand."""
        unknown = {document_id for document_id in document_ids if document_id not in self._reports}
        for kept in self._ledger.frames_kept(unknown, MADE_BY):
            self._unpack(kept)
        for report in self._ledger.reports(unknown - self._reports.keys()):
            frames = frames_of(report.document, report.claims)
            self._put(report.document.id, frames)
            packed = zlib.compress(self._encoder.encode(frames), LEVEL)
            self._new.append(LaidOut(report.document.id, report.state, packed))
        for document_id in unknown - self._reports.keys():
            self._put(document_id, ())

    def tidy(self) -> None:
        """Keep what is new, let go of what was not asked for longest."""
        if self._new:
            self._ledger.keep_frames(self._new, MADE_BY)
            self._new.clear()
        while len(self._reports) > MOST_REPORTS:
            self._reports.popitem(last=False)

    def _unpack(self, kept: LaidOut) -> None:
        try:
            frames = self._decoder.decode(zlib.decompress(kept.payload))
        except (MsgspecError, zlib.error):
            return  # of another shape: made anew
        # Claims of one report share one setting: by that, linking knows them.
        self._put(kept.document_id, tuple(replace(frame, setting=frames[0].setting) for frame in frames))

    def _put(self, document_id: str, frames: tuple[Frame, ...]) -> None:
        self._reports[document_id] = {frame.claim.id: frame for frame in frames}
