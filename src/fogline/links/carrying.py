"""What a bare figure counts: what its sentence speaks of, or what was counted just before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import inf

from fogline.links.fates import implied, nearest_fate, plain
from fogline.links.owners import whose_of
from fogline.links.tallies import Tally, figures_of, is_toll
from fogline.records.claims import Claim
from fogline.records.mentions import QuantityMention

__all__ = ["carried"]

FEW_WORDS = 5  # of a claim that gives no more than a figure


def carried(claim: Claim, before: Sequence[tuple[Claim, tuple[Tally, ...]]]) -> tuple[Tally, ...]:
    """The one bare figure of a claim, as a count of what was counted just before: "the rebels spoke of 40"."""
    figures = list(figures_of(claim))
    if len(figures) != 1 or len(claim.text.split()) > FEW_WORDS or not _is_bare(figures[0]):
        return ()
    own = _of_sentence(figures[0], claim)
    if own is not None:
        return (own,)
    near = [tallies for other, tallies in before if claim.sentence_index - other.sentence_index <= 1 and tallies]
    if not near:
        return ()
    told, quantity = near[-1][0], figures[0].quantity
    low, high = (-inf if quantity.low is None else quantity.low), (inf if quantity.high is None else quantity.high)
    # Whose they are is told from where another speaker stands.
    whose = replace(told.whose, own=False, enemy=False)
    return (replace(told, low=low, high=high, whose=whose, text=figures[0].span.text, part=False, previous=False),)


def _of_sentence(mention: QuantityMention, claim: Claim) -> Tally | None:
    """A bare figure as a count of what its sentence speaks of: "The raiders' dead have shrunk: the report has 30"."""
    start = claim.sentence.start
    before, after = claim.sentence.text[: mention.span.start - start], claim.sentence.text[mention.span.end - start :]
    fate = nearest_fate(before, after, None)
    if fate is None or implied(fate) is None:
        return None
    low, high = mention.quantity.low, mention.quantity.high
    whose = whose_of("", "", before, after)
    low, high = (-inf if low is None else low), (inf if high is None else high)
    return Tally(low, high, fate, "people", whose, mention.span.text)


def _is_bare(mention: QuantityMention) -> bool:
    of = mention.quantity.of
    return of is None or is_toll(plain(of))
