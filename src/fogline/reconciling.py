"""Brings the ledger and the linker together: new claims are compared with those that share a block."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from fogline.adopting import Loose
from fogline.framing import FrameShelf
from fogline.ledger import Ledger
from fogline.ledger.bulk import many_records
from fogline.ledger.rows import ClaimFilter, Linked
from fogline.links.adopting import groups_told
from fogline.links.blocking import MOST_MATES, blocks_of, looks_into
from fogline.links.frames import Frame, frames_of
from fogline.links.judging import MADE_BY
from fogline.links.linker import Blocks, link_frame
from fogline.links.origins import origins_of
from fogline.links.questions import questions_of, standing_of
from fogline.questioning import Questioner
from fogline.records.links import Link, Question, Standing
from fogline.regrouping import REGROUPED, regrouped

__all__ = ["Reconciler"]

MOST_QUESTIONS = 50  # that speak for the claims beyond the nearest
BATCH_CLAIMS = 500  # claims whose links are kept in one transaction

log = logging.getLogger(__name__)


class Reconciler:
    """Links the claims of a ledger that this linker has not seen, report by report."""

    def __init__(self, ledger: Ledger, made_at: str) -> None:
        self._ledger = ledger
        self._made_at = made_at
        self._shelf = FrameShelf(ledger)
        self._fresh: dict[str, set[str]] = {}  # claims linked in this run, with what they may tell of
        self.capped = 0  # claims that share a block with more claims than they are compared with

    def run(self, *, anew: bool = False) -> int:
        """Link what is new and ask the questions anew; gives how many links were added.

        With `anew` the questions are asked anew even where nothing was added: claims may have left.
        """
        with many_records():
            others = self._ledger.linked_by_others(MADE_BY)
            self._fresh = self._left_over()
            added = sum(self._link_batch(batch) for batch in self._batches())
            self._ledger.clear_away(MADE_BY if others else None, self._made_at)
            if self.capped:
                told = "%d claims have more than %d mates; each met its nearest and one claim a question of the rest"
                log.info(told, self.capped, MOST_MATES)
            Questioner(self._ledger, self._shelf.of_claims, self._made_at).run(anew=anew, fresh=self._fresh)
            if self._fresh:
                self._ledger.mark_asked(self._fresh, MADE_BY)
            self._shelf.tidy()
        return added

    def _left_over(self) -> dict[str, set[str]]:
        """The claims that a run which was cut off has linked and asked nothing about, with what they may tell of."""
        frames = ((self._shelf.of_report(report), claim) for claim, report in self._ledger.unasked_claims(MADE_BY))
        return {claim: groups_told(of_report[claim]) for of_report, claim in frames if claim in of_report}

    def standings(self) -> tuple[Standing, ...]:
        """How each question stands, the most disputed first."""
        links = [row.link for row in self._ledger.links()]
        frames, loose = self._frames(links), Loose(self._ledger, self._shelf.of_claims)
        questions = self._questions(frames, links, loose)
        frames |= {claim_id: frame for claim_id, frame in loose.found.items() if claim_id not in frames}
        origins = origins_of(frames, links)
        standings = [standing_of(question, frames, links, origins) for question in questions]
        return tuple(sorted(standings, key=lambda item: item.rank))

    def _questions(self, frames: Mapping[str, Frame], links: Sequence[Link], loose: Loose) -> tuple[Question, ...]:
        """The questions as linking asks them, then as people group them."""

        def order(claim_id: str) -> tuple[int, str]:
            frame = frames.get(claim_id) or loose.found[claim_id]
            return frame.said or 0, claim_id

        reviews = [review for review in self._ledger.reviews() if review.field in REGROUPED]
        return regrouped(questions_of(frames, links, adopting=loose), reviews, order)

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
            frames = self._shelf.of_report(document_id)
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
            mates = dict(self._shelf.of_report(frame.claim.document_id))
            mates |= {claim_id: here[claim_id] for claim_id in beside.mates(blocks)}
            mates |= {mate.claim.id: mate for mate in self._stored(blocks)}
            links |= {link.id: link for link in link_frame(frame, mates.values())}
            beside.add(frame)
        self._shelf.tidy()
        self._fresh |= {frame.claim.id: groups_told(frame) for frame in batch}
        blocks_kept = tuple((frame.claim.id, blocks_of(frame)) for frame in batch)
        return self._ledger.link(Linked(blocks_kept, tuple(links.values()), MADE_BY), self._made_at)

    def _stored(self, blocks: tuple[str, ...]) -> Iterator[Frame]:
        nearest = self._ledger.nearest_mates(blocks, MOST_MATES + 1)
        self.capped += len(nearest) > MOST_MATES
        mates = nearest[:MOST_MATES]
        if len(nearest) > MOST_MATES:  # beyond the nearest it meets one claim of each question on its matter
            mates = list(dict.fromkeys((*mates, *self._ledger.question_mates(blocks, MOST_QUESTIONS))))
        self._shelf.fetch({document_id for _, document_id in mates})
        for claim_id, document_id in mates:
            frame = self._shelf.of_report(document_id).get(claim_id)
            if frame is not None:
                yield frame
