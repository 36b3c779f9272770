"""How far two people agree on the same claims."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from fogline.ledger.rows import Review
from fogline.records.codec import Json

__all__ = ["Agreement", "agreements"]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two people, the claims that both gave a verdict on, how many of these verdicts are the same.

    `kappa` is Cohen's: 1 is full agreement, 0 what chance would give; None where chance alone gives full agreement.
    """

    one: str
    other: str
    both: int
    same: int
    kappa: float | None

    def to_json(self) -> dict[str, Json]:
        """The row as JSON values."""
        return {
            "one": self.one,
            "other": self.other,
            "both": self.both,
            "same": self.same,
            "kappa": None if self.kappa is None else round(self.kappa, 3),
        }


def agreements(reviews: Iterable[Review]) -> list[Agreement]:
    """Each two people who gave verdicts on the same claims, in the order of their names; the last verdict counts."""
    verdicts: defaultdict[str, dict[str, str | None]] = defaultdict(dict)
    for review in reviews:
        if review.field == "verdict" and review.undone_at is None:
            verdicts[review.who][review.claim_id] = review.after
    pairs = ((one, other, verdicts[one], verdicts[other]) for one, other in combinations(sorted(verdicts), 2))
    return [_compared(one, other, left, right) for one, other, left, right in pairs if left.keys() & right.keys()]


def _compared(one: str, other: str, left: dict[str, str | None], right: dict[str, str | None]) -> Agreement:
    shared = sorted(left.keys() & right.keys())
    same = sum(left[claim] == right[claim] for claim in shared)
    first, second = Counter(left[claim] for claim in shared), Counter(right[claim] for claim in shared)
    by_chance = sum(first[verdict] * second[verdict] for verdict in first) / len(shared) ** 2
    kappa = None if by_chance == 1 else (same / len(shared) - by_chance) / (1 - by_chance)
    return Agreement(one, other, len(shared), same, kappa)
