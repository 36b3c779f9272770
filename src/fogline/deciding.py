"""Brings the ledger and people's decisions together: claims stand in it as people decided they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from fogline.correcting import CORRECTED, REJECTED, corrected
from fogline.ledger import Ledger
from fogline.ledger.rows import ClaimFilter, Review
from fogline.records.claims import Claim
from fogline.records.documents import Document

__all__ = ["Decisions", "now"]

LEAST_SHARE = 0.5  # of the words that both cover: with less, it is another claim
ABOUT_CLAIMS = frozenset({*CORRECTED, REJECTED})

History = Sequence[tuple[Claim, bool]]


@dataclass(slots=True)
class _Held:
    """One claim: as the machine reads it, its newest row, and whether that row stands."""

    machine: Claim
    newest: Claim
    live: bool

    @property
    def made(self) -> bool:
        """Whether the machine still makes it: it stands, or people rejected it."""
        return self.live or REJECTED in self.newest.reviewed


def now() -> str:
    """This moment, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Decisions:
    """The decisions of people about the claims of a ledger."""

    def __init__(self, ledger: Ledger, made_at: str = "") -> None:
        self._ledger = ledger
        self._made_at = made_at

    def by_claim(self) -> dict[str, list[Review]]:
        """The decisions that stand, by the claim that the machine makes now.

        A decision about a claim that a newer reader no longer makes goes to the claim of the same report whose words
        are most nearly the same; where there is none it stays under its own claim.
        """
        reviews = self._reviews()
        held = _held(self._ledger.claim_history(claim_ids={review.claim_id for review in reviews}))
        lost = {r.document_id for r in reviews if r.claim_id not in held or not held[r.claim_id].made}
        heirs = {document_id: self._machine(document_id) for document_id in lost}
        found: defaultdict[str, list[Review]] = defaultdict(list)
        for review in reviews:
            own = review.claim_id in held and held[review.claim_id].made
            found[review.claim_id if own else _heir(review, heirs[review.document_id])].append(review)
        return found

    def apply(self, document_ids: Collection[str]) -> int:
        """Make the claims of these reports stand as people decided; gives how many changed."""
        reviews = self._reviews()
        return sum(
            self._apply(document_id, [review for review in reviews if review.document_id == document_id])
            for document_id in sorted(document_ids)
        )

    def note_gone(self, document_id: str, made: Collection[str]) -> None:
        """Note that a new reading of a report makes `made` alone: a claim that people rejected may be gone."""
        held = _held(self._ledger.claim_history(document_id=document_id))
        gone = [one.machine for one in held.values() if one.made and not one.live and one.machine.id not in made]
        self._ledger.replace_claims(document_id, [(claim, False) for claim in gone], self._made_at)

    def reviewed_reports(self) -> set[str]:
        """The ids of reports that decisions, taken back ones too, are about."""
        return {review.document_id for review in self._ledger.reviews(undone=True) if review.field in ABOUT_CLAIMS}

    def machine_claim(self, claim_id: str) -> Claim | None:
        """A claim as the machine reads it."""
        held = _held(self._ledger.claim_history(claim_ids=(claim_id,))).get(claim_id)
        return held.machine if held else None

    def rejected(self, document_id: str) -> list[Claim]:
        """The claims of a report that people rejected, as the machine reads them, in the order of the text."""
        held = _held(self._ledger.claim_history(document_id=document_id)).values()
        found = [replace(one.machine, reviewed=(REJECTED,)) for one in held if one.made and not one.live]
        return sorted(found, key=lambda claim: claim.start)

    def as_read(self, wanted: ClaimFilter) -> Iterator[tuple[Claim, Document]]:
        """The claims asked for as the machine reads them, without what people decided."""
        decided = {review.claim_id for review in self._ledger.reviews(undone=True)}
        held = _held(self._ledger.claim_history(claim_ids={*decided, *self.by_claim()}))
        standing = {claim.id for claim, _ in self._ledger.claims(wanted)}
        seen: set[str] = set()
        for claim, document in self._ledger.claims(replace(wanted, retired=True, limit=None)):
            one = held.get(claim.id)
            fits = claim == one.machine and one.made if one else claim.id in standing
            if fits and claim.id not in seen and (wanted.limit is None or len(seen) < wanted.limit):
                seen.add(claim.id)
                yield claim, document

    def _reviews(self) -> list[Review]:
        return [review for review in self._ledger.reviews() if review.field in ABOUT_CLAIMS]

    def _machine(self, document_id: str) -> dict[str, _Held]:
        held = _held(self._ledger.claim_history(document_id=document_id))
        return {claim_id: one for claim_id, one in held.items() if one.made}

    def _apply(self, document_id: str, reviews: Sequence[Review]) -> int:
        held = self._machine(document_id)
        if not held:
            return 0
        decided: defaultdict[str, list[Review]] = defaultdict(list)
        for review in reviews:
            decided[review.claim_id if review.claim_id in held else _heir(review, held)].append(review)
        document = self._ledger.document(document_id).document
        changed = [
            wanted
            for claim_id, one in held.items()
            if (wanted := corrected(one.machine, document, decided.get(claim_id, ()))) != one.newest
        ]
        rows = [(claim, REJECTED not in claim.reviewed) for claim in changed]
        self._ledger.replace_claims(document_id, rows, self._made_at)
        return len(rows)


def _held(history: History) -> dict[str, _Held]:
    """The claims of a history; rows of one claim come in the order of adding."""
    held: dict[str, _Held] = {}
    for claim, live in history:
        before = held.get(claim.id)
        machine = before.machine if before and claim.reviewed else claim
        held[claim.id] = _Held(machine, claim, live)
    return held


def _heir(review: Review, held: Mapping[str, _Held]) -> str:
    """The claim whose words are most nearly those of the decision, else the decision's own."""
    claims: Iterable[Claim] = (one.machine for one in held.values())
    best = max(claims, key=lambda claim: _shared(claim, review), default=None)
    return best.id if best is not None and _shared(best, review) >= LEAST_SHARE else review.claim_id


def _shared(claim: Claim, review: Review) -> float:
    """How much of the words of both is common to both: 0 to 1."""
    both = min(claim.end, review.end) - max(claim.start, review.start)
    either = max(claim.end, review.end) - min(claim.start, review.start)
    return max(0, both) / either if either else 0.0
