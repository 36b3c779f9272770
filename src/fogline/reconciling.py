"""Brings the ledger and the linker together: new claims are compared with those that share a block."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from fogline.ledger import Ledger
from fogline.ledger.rows import ClaimFilter, Linked
from fogline.links.blocking import MOST_MATES, blocks_of, looks_into
from fogline.links.frames import Frame, frames_of
from fogline.links.judging import MADE_BY
from fogline.links.linker import Blocks, link_frame
from fogline.links.origins import origins_of
from fogline.links.questions import questions_of, standing_of
from fogline.records.links import Link, Question, Standing
from fogline.regrouping import REGROUPED, regrouped

__all__ = ["Reconciler"]

BATCH_CLAIMS = 500  # claims whose links are kept in one transaction
KEPT_REPORTS = 4_000  # reports whose frames stay in memory: about 100 MB


class Reconciler:
    """Links the claims of a ledger that this linker has not seen, report by report."""

    def __init__(self, ledger: Ledger, made_at: str) -> None:
        self._ledger = ledger
        self._made_at = made_at
        self._reports: OrderedDict[str, dict[str, Frame]] = OrderedDict()

    def run(self, *, anew: bool = False) -> int:
        """Link what is new and ask the questions anew; gives how many links were added.

        With `anew` the questions are asked anew even where nothing was added: claims may have left.
        """
        added = sum(self._link_batch(batch) for batch in self._batches())
        if added or anew:
            links = [row.link for row in self._ledger.links()]
            self._ledger.replace_questions(self._questions(self._frames(links), links), self._made_at)
        return added

    def standings(self) -> tuple[Standing, ...]:
        """How each question stands, the most disputed first."""
        links = [row.link for row in self._ledger.links()]
        frames = self._frames(links)
        origins = origins_of(frames, links)
        standings = [standing_of(question, frames, links, origins) for question in self._questions(frames, links)]
        return tuple(sorted(standings, key=_most_disputed))

    def _questions(self, frames: Mapping[str, Frame], links: Sequence[Link]) -> tuple[Question, ...]:
        """The questions as linking asks them, then as people group them."""

        def order(claim_id: str) -> tuple[int, str]:
            return frames[claim_id].said or 0, claim_id

        reviews = [review for review in self._ledger.reviews() if review.field in REGROUPED]
        return regrouped(questions_of(frames, links), reviews, order)

    def _frames(self, links: Sequence[Link]) -> dict[str, Frame]:
        """The frames of all claims that have links."""
        wanted = {claim_id for link in links for claim_id in (link.left_id, link.right_id)}
        frames: dict[str, Frame] = {}
        rows = self._ledger.claims()
        for _, group in groupby(rows, key=lambda row: row[1].id):
            members = list(group)
            if any(claim.id in wanted for claim, _ in members):
                made = frames_of(members[0][1], [claim for claim, _ in members])
                frames |= {frame.claim.id: frame for frame in made if frame.claim.id in wanted}
        return frames

    def _batches(self) -> Iterator[list[Frame]]:
        """The frames of new claims, whole reports together."""
        fresh = list(self._ledger.claims(ClaimFilter(not_linked_by=MADE_BY)))
        batch: list[Frame] = []
        for document_id, rows in groupby(fresh, key=lambda row: row[1].id):
            frames = self._report(document_id)
            batch += [frames[claim.id] for claim, _ in rows]
            if len(batch) >= BATCH_CLAIMS:
                yield batch
                batch = []
        if batch:
            yield batch

    def _link_batch(self, batch: list[Frame]) -> int:
        links: dict[str, Link] = {}
        beside = Blocks()
        here = {frame.claim.id: frame for frame in batch}
        for frame in batch:
            blocks = looks_into(frame)
            mates = dict(self._report(frame.claim.document_id))
            mates |= {claim_id: here[claim_id] for claim_id in beside.mates(blocks)}
            mates |= {mate.claim.id: mate for mate in self._stored(blocks)}
            links |= {link.id: link for link in link_frame(frame, mates.values())}
            beside.add(frame)
        blocks_kept = tuple((frame.claim.id, blocks_of(frame)) for frame in batch)
        return self._ledger.link(Linked(blocks_kept, tuple(links.values()), MADE_BY), self._made_at)

    def _stored(self, blocks: tuple[str, ...]) -> Iterator[Frame]:
        for claim_id, document_id in self._ledger.nearest_mates(blocks, MOST_MATES):
            frame = self._report(document_id).get(claim_id)
            if frame is not None:
                yield frame

    def _report(self, document_id: str) -> dict[str, Frame]:
        """The frames of a report, by claim."""
        held = self._reports.get(document_id)
        if held is None:
            rows = list(self._ledger.claims(ClaimFilter(document=document_id)))
            frames = frames_of(rows[0][1], [claim for claim, _ in rows]) if rows else ()
            held = {frame.claim.id: frame for frame in frames}
            self._reports[document_id] = held
            if len(self._reports) > KEPT_REPORTS:
                self._reports.popitem(last=False)
        else:
            self._reports.move_to_end(document_id)
        return held


def _most_disputed(item: Standing) -> tuple[int, int, str]:
    return -item.clashes, -len(item.question.claim_ids), item.question.id
