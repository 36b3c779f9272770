"""The part of the façade that judges: claims are compared, people decide about them and take back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fogline.deciding import Decisions, now
from fogline.ledger import Ledger
from fogline.ledger.rows import ClaimFilter, Review
from fogline.listing import Claims
from fogline.records.links import Question
from fogline.regrouping import REGROUPED, merging, splitting

if TYPE_CHECKING:
    from fogline.records.claims import Claim
    from fogline.records.documents import Document

__all__ = ["Linking", "Reviewing"]


@dataclass(frozen=True, slots=True)
class Linking:
    """What comparing gave: links added, and claims that share a block with more claims than they were compared with."""

    added: int
    capped: int


class Reviewing:
    """Decisions of people; claims stand in the ledger as people decided they are."""

    ledger: Ledger

    def link(self, *, anew: bool = False) -> int:
        """Compare claims that were not compared yet with those on the same matter; gives how many links are new.

        With `anew` the questions are asked anew even where no claim is new: claims may have left.
        """
        return self._link(anew=anew).added

    def _link(self, *, anew: bool = False) -> Linking:
        from fogline.reconciling import Reconciler

        reconciler = Reconciler(self.ledger, now())
        return Linking(reconciler.run(anew=anew), reconciler.capped)

    def reviews(self, claim_id: str | None = None, *, undone: bool = False) -> list[Review]:
        """What people decided, in order; with `undone` also what they took back."""
        return list(self.ledger.reviews(claim_id=claim_id, undone=undone))

    def decisions(self) -> dict[str, list[Review]]:
        """The decisions that stand, by the claim that stands now."""
        return Decisions(self.ledger).by_claim()

    def review(self, *reviews: Review, link: bool = True) -> None:
        """Keep decisions; the claims stand as decided from then on, and are compared anew unless `link` is False.

        Raises RunError where one is kept already.
        """
        for review in reviews:
            self.ledger.add_review(review)
        self._decided(reviews, link=link)

    def undo_review(self, review_id: str, who: str, *, link: bool = True) -> None:
        """Take a decision back; both stay in the ledger. Raises RunError where there is none that stands."""
        self.ledger.undo_review(review_id, now(), who)
        self._decided([review for review in self.reviews(undone=True) if review.id == review_id], link=link)

    def reviewed(self) -> Iterator[tuple[Document, list[Claim], bool]]:
        """Each report that decisions are about: its claims as decided, and whether every claim has been decided on."""
        decided = self.decisions()
        about = sorted({review.document_id for reviews in decided.values() for review in reviews})
        for document_id in about:
            rows = list(self.ledger.claims(ClaimFilter(document=document_id)))
            document = self.ledger.document(document_id).document
            yield document, [claim for claim, _ in rows], all(claim.id in decided for claim, _ in rows)

    def merge_questions(
        self, into: Question, other: Question, who: str, *, why: str | None = None, link: bool = True
    ) -> Review:
        """Make two questions one, named as `into`. Raises ItemError where they are the same."""
        review = merging(into, other, self.ledger.claim(into.claim_ids[0])[0], who)
        return self._regrouped(replace(review, why=why), link=link)

    def split_question(
        self,
        question: Question,
        claim_ids: Sequence[str],
        title: str,
        who: str,
        *,
        why: str | None = None,
        link: bool = True,
    ) -> Review:
        """Take claims out of a question into one of their own. Raises ItemError where nothing would leave or stay."""
        anchor = next((one for one in claim_ids if one in question.claim_ids), question.claim_ids[0])
        review = splitting(question, claim_ids, title, self.ledger.claim(anchor)[0], who)
        return self._regrouped(replace(review, why=why), link=link)

    def _regrouped(self, review: Review, *, link: bool) -> Review:
        self.ledger.add_review(review)
        if link:
            self.link(anew=True)
        return review

    def claims_as_read(self, wanted: ClaimFilter | None = None) -> Claims:
        """The claims asked for as the machine reads them, without what people decided."""
        return Claims(tuple(Decisions(self.ledger).as_read(wanted or ClaimFilter())))

    def machine_claim(self, claim_id: str) -> Claim | None:
        """A claim as the machine reads it; None where there is no claim of that id."""
        return Decisions(self.ledger).machine_claim(claim_id)

    def rejected(self, document_id: str) -> list[Claim]:
        """The claims of a report that people rejected, as the machine reads them."""
        return Decisions(self.ledger).rejected(document_id)

    def _decided(self, reviews: Iterable[Review], *, link: bool) -> None:
        made = list(reviews)
        changed = Decisions(self.ledger, now()).apply({review.document_id for review in made})
        if link and (changed or any(review.field in REGROUPED for review in made)):
            self.link(anew=True)
