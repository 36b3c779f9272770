"""Claims that a report repeats word for word, each once."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.records.claims import Claim

__all__ = ["told_once"]

NEAR = 3  # sentences within which the same words by the same speaker are one claim


def told_once(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, each once: of a headline that the text repeats word for word the reading with a date stands."""
    seen: dict[str, Claim] = {}
    said: dict[tuple[str | None, str, str], Claim] = {}
    for claim in claims:
        words = (claim.speaker.name if claim.speaker else None, claim.stance, claim.text)
        before = said.get(words)
        if before is not None and claim.sentence_index - before.sentence_index <= NEAR:
            if before.said_at or before.when or not (claim.said_at or claim.when):
                continue
            seen.pop(before.id)
        said[words] = claim
        seen.setdefault(claim.id, claim)
    return tuple(seen.values())
