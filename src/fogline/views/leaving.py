"""Who is said to have left a place: a side whose troops withdrew from a town is told to hold it no longer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fogline.records.claims import Claim, Kind, Party
from fogline.views.holding import SILENT, UNREAL_STANCES, Holding, Told, is_sided

__all__ = ["LEAVING", "leaving_of"]

LEAVING: tuple[Kind, ...] = ("movement", "deployment")  # kinds under which a withdrawal is told
DONE = frozenset({"actual", "completed", "negated"})
AGAINST = frozenset({"denies", "doubts"})
FORCES = (
    r"(?:troops|forces|soldiers|servicem[ae]n|units?|army|armies|garrisons?|fighters|militants|militia(?:men|s)?|rebels"
    r"|insurgents|defenders|invaders|occupiers|brigades?|battalions?|regiments?|marines|paratroopers)"
)
# Those who leave of themselves, and those who are made to.
LEFT = (
    r"(?:left|vacated|abandoned|quit|withdr[ae]wn?|withdrew|pulled (?:out|back)|retreated|fled|moved out"
    r"|fallen back|fell back)"
)
DRIVEN = r"(?:was|were|been|being) (?:driven|pushed|forced|thrown|expelled|dislodged|ousted|evicted)(?: back| out)?"
DROVE = r"(?:drove|pushed|forced|threw|expelled|dislodged|ousted|evicted|driven|thrown)"
GROUND = (
    r"(?:city|town|township|village|settlement|region|province|district|oblast|camp|port|airport|airstrip|territory)"
)
# Up to the name of the place: the whole of it, not "positions near" nor "a college in" it.
TO_PLACE = rf"\s+(?:(?:back |out )?(?:of|from)\s+)?(?:the\s+(?:\w+\s+)?)?(?:{GROUND}\s+)?(?:(?:of|at)\s+)?$"
GO = re.compile(
    rf"\b{FORCES}\b(?P<between>[^.;:]{{0,50}}?)(?<!\bthe )(?P<verb>\b(?:{LEFT}|{DRIVEN})){TO_PLACE}", re.IGNORECASE
)
PUSH = re.compile(
    rf"\b{DROVE}\s+(?P<whom>(?!to\b)(?:[\w’'-]+\s+){{0,3}}?{FORCES}\s)(?:back |out )?(?:of|from)\s+(?:the\s+)?"
    rf"(?:{GROUND}\s+)?(?:of\s+)?$",
    re.IGNORECASE,
)
UNREAL = re.compile(
    r"\b(?:will|would|to|could|may|might|should|must|if|unless|until|ready|plans?|order\w*|not)\s", re.I
)


def leaving_of(claim: Claim) -> Holding | None:
    """What a claim on movement says on who holds its places no longer; None where it says of no party that it left.

    People who flee, convoys and plans leave no ground to anybody, nor does who leaves a part of a place.
    """
    if claim.kind not in LEAVING or claim.status not in DONE or claim.stance in UNREAL_STANCES:
        return None
    party = next((party for before in _before_places(claim) if (party := _leaver(claim, before))), None)
    if party is None or party.actor.side is None:
        return None
    if claim.stance in SILENT:
        return Holding("blank", None, None)
    if (claim.stance in AGAINST) != (claim.status == "negated"):
        return Holding("denied", party.actor.side, None)
    told: Told = "claimed" if is_sided(claim) else "reported"
    return Holding(told, None, party.actor.side)


def _before_places(claim: Claim) -> Iterator[str]:
    """The words of the claim in front of each of its places that stands in them."""
    for mention in claim.places:
        at = -1 if mention.derived or mention.metonym else claim.text.find(mention.span.text)
        if at > 0:
            yield claim.text[:at]


def _leaver(claim: Claim, before: str) -> Party | None:
    gone, pushed = GO.search(before), PUSH.search(before)
    if gone and not UNREAL.search(gone["between"]):
        return _in(claim, (*claim.actors, *claim.targets), gone.start(), gone.start("verb"))
    return _in(claim, (*claim.targets, *claim.actors), *pushed.span("whom")) if pushed else None


def _in(claim: Claim, parties: tuple[Party, ...], start: int, end: int) -> Party | None:
    """The party whose words reach into a stretch of the claim."""
    for party in parties:
        at = claim.text.find(party.span.text) if party.span is not None else -1
        if party.span is not None and 0 <= at < end and at + len(party.span.text) > start:
            return party
    return None
