"""A claim laid out in fields that can be compared."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.links.amounts import Amount, amounts_of
from fogline.links.days import Days, days_of
from fogline.links.parties import Setting, party_of
from fogline.links.wording import Wording, wording
from fogline.records.claims import Claim
from fogline.records.mentions import Place

__all__ = ["Frame", "frame_of"]

SILENT = frozenset({"declines", "unconfirmed"})
AGAINST = frozenset({"denies", "doubts"})


@dataclass(frozen=True, slots=True)
class Frame:
    """The fields of a claim that linking aligns.

    `said` is the day it was said or published, `happened` when what it tells happened where the words say so. `party`
    are the keys of those who make it. `here` are places its own words name, `around` those of its sentence and of the
    report. `words` are of its evidence, `context` of its whole sentence. `polarity` is -1 where it denies.
    """

    claim: Claim
    setting: Setting
    party: frozenset[str]
    said: int | None
    happened: Days | None
    here: tuple[Place, ...]
    around: tuple[Place, ...]
    words: Wording
    context: Wording
    polarity: int
    silent: bool
    amounts: tuple[Amount, ...]


def frame_of(claim: Claim, setting: Setting) -> Frame:
    """The fields of a claim in its report."""
    words, context = wording(claim.text), wording(claim.sentence.text)
    against = (claim.stance in AGAINST) != words.denies
    here, around = _places(claim)
    return Frame(
        claim=claim,
        setting=setting,
        party=party_of(claim, setting),
        said=_said(claim, setting),
        happened=_happened(claim),
        here=here,
        around=around,
        words=words,
        context=context,
        polarity=-1 if against else 1,
        silent=claim.stance in SILENT,
        amounts=amounts_of(claim),
    )


def _said(claim: Claim, setting: Setting) -> int | None:
    """The day of saying; a day that is told of something else lies after the report's own or long before it."""
    told = days_of(claim.said_at.time) if claim.said_at else None
    published = setting.published
    if told is None or told.length > 1:
        return published
    if published is not None and not published - 45 <= told.last <= published:
        return published
    return told.last


def _happened(claim: Claim) -> Days | None:
    """When it happened, where its own sentence says so."""
    when = claim.when
    if when is None or when.derived or when.time.basis == "inferred":
        return None
    if not any(span.start <= when.span.start < span.end for span in claim.evidence):
        return None
    return days_of(when.time)


def _places(claim: Claim) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    here: list[Place] = []
    around: list[Place] = []
    for mention in claim.places:
        if mention.place is None:
            continue
        inside = any(span.start <= mention.span.start < span.end for span in claim.evidence)
        (here if inside and not mention.metonym else around).append(mention.place)
    return tuple(here), tuple(around)
