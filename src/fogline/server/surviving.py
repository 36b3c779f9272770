"""Decisions find their claim again after a newer version has read the report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from fogline.ledger.rows import ClaimFilter, Review
from fogline.records.claims import Claim
from fogline.workspace import Workspace

__all__ = ["decisions_by_claim"]

LEAST_SHARE = 0.5  # of the words that both cover: with less, it is another claim


def decisions_by_claim(workspace: Workspace) -> Mapping[str, list[Review]]:
    """The decisions that stand, by the claim that stands now.

    A decision about a claim that a newer reader no longer makes goes to the claim of the same report whose words are
    most nearly the same; where there is none it stays under its own claim.
    """
    reviews = workspace.reviews()
    asked = tuple({review.claim_id for review in reviews})
    live = {claim.id for claim, _ in workspace.claims(ClaimFilter(ids=asked))} if asked else set()
    heirs: dict[str, list[Claim]] = {}
    found: defaultdict[str, list[Review]] = defaultdict(list)
    for review in reviews:
        if review.claim_id in live:
            found[review.claim_id].append(review)
            continue
        if review.document_id not in heirs:
            rows = workspace.claims(ClaimFilter(document=review.document_id))
            heirs[review.document_id] = [claim for claim, _ in rows]
        heir = max(heirs[review.document_id], key=lambda claim: _shared(claim, review), default=None)
        fits = heir is not None and _shared(heir, review) >= LEAST_SHARE
        found[heir.id if heir and fits else review.claim_id].append(review)
    return found


def _shared(claim: Claim, review: Review) -> float:
    """How much of the words of both is common to both: 0 to 1."""
    both = min(claim.end, review.end) - max(claim.start, review.start)
    either = max(claim.end, review.end) - min(claim.start, review.start)
    return max(0, both) / either if either else 0.0
