"""Attribution dropped: a report tells as its own what somebody said, in another report or elsewhere in this one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from fogline.links.comparing.copying import likeness
from fogline.links.frames import Frame
from fogline.links.verdicts import Verdict
from fogline.links.wording import wording
from fogline.records.links import Link

__all__ = ["ATTRIBUTION", "Dropped", "dropped_by", "dropped_from", "with_drop"]

ATTRIBUTION = "attribution"  # stands among the fields of a link whose one end drops the attribution of the other
ALIKE = 0.6  # of the word pairs of the shorter text
COVERED, FEWEST = 0.8, 3  # of what the own voice says, and so many ideas and words at least
TELLING = frozenset({"agrees", "repeats"})
# Who condemns or mourns a deed is not the one from whom a paper knows of it.
CONDEMNS = re.compile(r"\b(?:condemn|deplor|mourn|denounc|decr|lament|outrag|shock|horrifi|react)\w*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dropped:
    """The claim in a report's own voice, and the claim of the speaker whom it leaves out."""

    own_id: str
    told_id: str


def dropped_by(left: Frame, right: Frame) -> Dropped | None:
    """Which of two claims on one matter drops the attribution of the other; None where neither does.

    The own voice comes on the same day or later, says hardly anything else, and names the speaker as the doer at most.
    """
    for own, told in ((left, right), (right, left)):
        if _may_drop(own, told) and _same_content(own, told):
            return Dropped(own.claim.id, told.claim.id)
    return None


def with_drop(verdict: Verdict, left: Frame, right: Frame) -> Verdict:
    """The verdict, saying so where one of the claims drops the attribution of the other."""
    if verdict.relation not in TELLING or dropped_by(left, right) is None:
        return verdict
    note = f"{verdict.note}; told without naming who said it: attribution dropped"
    return replace(verdict, fields=(*verdict.fields, ATTRIBUTION), note=note)


def dropped_from(frames: Mapping[str, Frame], links: Iterable[Link]) -> tuple[Dropped, ...]:
    """All dropped attributions among some links, in the order of the links."""
    marked = (link for link in links if ATTRIBUTION in link.fields)
    pairs = ((frames.get(link.left_id), frames.get(link.right_id)) for link in marked)
    found = (dropped_by(left, right) for left, right in pairs if left and right)
    return tuple(one for one in found if one is not None)


def _may_drop(own: Frame, told: Frame) -> bool:
    speaker = told.claim.speaker
    if own.claim.speaker is not None or speaker is None or speaker.kind in ("unnamed", "document"):
        return False
    if own.said is None or told.said is None or own.said < told.said or own.silent or told.silent:
        return False
    if told.claim.cue is not None and CONDEMNS.search(told.claim.cue.text):
        return False
    if told.claim.stance == "accuses" and told.doers - told.party and not own.doers & told.doers:
        return False  # who tells the deed alone leaves the charge out, not the one who makes it
    own_deed = bool(own.doers & told.doers & told.party)  # who tells what he did is named as the doer, not as the voice
    return own.against == told.against and (own_deed or not _named_in(speaker.name, own))


def _named_in(name: str, frame: Frame) -> bool:
    """Whether the sentence of a claim names somebody, in whatever role."""
    told = frame.context.terms
    return any(term in told for term in wording(name).names)


def _same_content(own: Frame, told: Frame) -> bool:
    if not _figures(own) <= _figures(told):
        return False  # it knows more than he said
    if likeness(own.words.tokens, told.words.tokens) >= ALIKE:
        return True
    speaker = told.claim.speaker
    terms = own.words.terms - (wording(speaker.name).terms if speaker else frozenset())  # whom the other calls "it"
    return len(terms) >= FEWEST and len(terms & told.words.terms) >= COVERED * len(terms)


def _figures(frame: Frame) -> set[float]:
    return {bound for amount in frame.amounts for bound in amount.bounds}
