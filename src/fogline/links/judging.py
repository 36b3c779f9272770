"""How two claims stand to each other, from their aligned fields."""

from __future__ import annotations

from collections.abc import Callable

from fogline.links.comparing.actors import actors
from fogline.links.comparing.blaming import blaming
from fogline.links.comparing.control import control
from fogline.links.comparing.copying import copied
from fogline.links.comparing.figures import figures
from fogline.links.comparing.firmness import too_loose
from fogline.links.comparing.matter import Matter, matter
from fogline.links.comparing.numbers import numbers
from fogline.links.comparing.opposites import opposites
from fogline.links.comparing.polarity import polarity
from fogline.links.comparing.rebutting import rebutting
from fogline.links.comparing.recurring import one_episode
from fogline.links.comparing.silence import silence
from fogline.links.comparing.strays import stray
from fogline.links.comparing.tallying import apart, by_tally, tallying
from fogline.links.comparing.telling import telling
from fogline.links.comparing.whereabouts import whereabouts
from fogline.links.dropping import with_drop
from fogline.links.frames import Frame
from fogline.links.reasons import reason
from fogline.links.verdicts import Verdict
from fogline.records.ids import stable_id
from fogline.records.links import Link

__all__ = ["MADE_BY", "judge"]

MADE_BY = "fogline-links-9"

Rule = Callable[[Frame, Frame, Matter], Verdict | None]
# The first rule that has something to say decides: copies before all, what is said of a matter before what is not.
RULES: tuple[Rule, ...] = (
    rebutting,
    copied,
    silence,
    tallying,
    numbers,
    polarity,
    actors,
    whereabouts,
    blaming,
    control,
    opposites,
    figures,
    telling,
)


def judge(one: Frame, other: Frame) -> Link | None:
    """The link between two claims; None where they do not speak about the same matter. Symmetric, deterministic."""
    left, right = (one, other) if one.claim.id < other.claim.id else (other, one)
    nested = _overlap(left, right)
    if left.claim.id == right.claim.id or (nested and left.party & right.party):
        return None
    common = matter(left, right)
    if common is None:
        return None
    found = (verdict for rule in RULES if (verdict := rule(left, right, common)) is not None)
    verdict = next((one for one in found if not nested or one.relation == "clashes"), None)
    if (
        verdict is None
        or (not by_tally(verdict) and stray(left, right, verdict, common))
        or too_loose(left, right, verdict, common)
        or not one_episode(left, right, verdict, common)
        or (verdict.about in ("existence", "number") and apart(left, right, told=verdict.about == "existence"))
        or (verdict.relation == "clashes" and _two_papers(left, right, verdict, common))
    ):
        return None
    verdict = with_drop(verdict, left, right)
    if verdict.later is not None:
        left, right = (left, right) if verdict.later is left else (right, left)
    return Link(
        id=stable_id("k", *sorted((left.claim.id, right.claim.id))),
        left_id=left.claim.id,
        right_id=right.claim.id,
        relation=verdict.relation,
        about=verdict.about,
        reason=reason(left, right, verdict),
        score=round(min(1.0, verdict.score), 3),
        made_by=MADE_BY,
        fields=verdict.fields,
    )


def _two_papers(left: Frame, right: Frame, verdict: Verdict, common: Matter) -> bool:
    """Whether two reports differ in their own voice on other days or numbers of small matters: news that moved on."""
    unspoken = left.claim.speaker is None and right.claim.speaker is None
    return unspoken and verdict.about in ("number", "control") and not common.same_day and (common.gap or 0) > 0


def _overlap(left: Frame, right: Frame) -> bool:
    """Whether the two share words of one report, and neither denies the other: one tells what the other says."""
    if left.claim.document_id != right.claim.document_id or left.against != right.against:
        return False
    return any(a.overlap(b) for a in left.claim.evidence for b in right.claim.evidence)
