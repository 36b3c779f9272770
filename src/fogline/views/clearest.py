"""Which of several claims tells a matter best: the one to quote where there is room for one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from fogline.records.claims import Claim, Stance
from fogline.views.citing import Citation, Cited

__all__ = ["clearest", "clearness", "in_full", "stands_alone"]

FEWEST_WORDS = 4  # fewer do not stand alone: "two dead", "on those claims"
FEW, MANY = 5, 32  # words that say a thing fully and at one glance
# A quotation that begins so hangs on words in front of it.
HANGING = re.compile(
    r"(?:have|has|had|was|were|is|are|been|be|on|of|for|with|by|as|at|in|into|over|from|which|who|whose|where|when|its|their)\b",
    re.IGNORECASE,
)
STANCES: dict[Stance, float] = {
    "asserts": 1.0, "denies": 1.5, "accuses": 1.0, "doubts": 0.5, "warns": -1.0, "promises": -1.5, "demands": -1.5,
    "declines": -2.5, "unconfirmed": -2.5,
}  # fmt: skip
UNREAL = frozenset({"planned", "possible", "conditional"})
MOST_MET = 3.0  # links beyond that say that many speak, not that the claim is clearer


def stands_alone(words: str) -> bool:
    """Whether words can be read without the sentence they stand in."""
    return len(words.split()) >= FEWEST_WORDS and HANGING.match(words) is None


def clearest(claims: Iterable[Cited], met: Mapping[str, float] | None = None) -> Cited:
    """The claim that tells it best, of equals the latest of the list; `met` gives for a claim what it meets.

    Raises ValueError where there is none.
    """
    known = met or {}
    return max(reversed(list(claims)), key=lambda cited: clearness(cited[0], known.get(cited[0].id, 0.0)))


def clearness(claim: Claim, met: float = 0.0) -> float:
    """How well a claim tells a matter: full words, said at first hand by somebody named, of what is or was."""
    words = claim.text.split()
    told = STANCES[claim.stance] + min(met, MOST_MET) + claim.confidence
    told += 3.0 if stands_alone(claim.text) else 0.0
    told += 1.0 if FEW <= len(words) <= MANY else 0.0
    told += 0.5 if claim.actors else 0.0
    told -= 1.0 if claim.status in UNREAL else 0.0
    told -= 1.5 if len(claim.chain) > 1 else 0.0  # by hearsay: who said it at first hand tells it better
    return told - (1.0 if claim.speaker is not None and claim.speaker.kind == "unnamed" else 0.0)


def in_full(citation: Citation) -> str:
    """The words of a citation on one line; those that do not stand alone with the sentence they stand in."""
    words = citation.words if stands_alone(citation.words) else citation.sentence
    return " ".join(words.split())
