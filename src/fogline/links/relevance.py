"""Which claims of a matter speak to what it asks; what only shares its place, its kind or its day is of another one."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from fogline.links.anchors import SITES
from fogline.links.belonging import FIRM
from fogline.links.frames import Frame
from fogline.links.parting import Members, ends_of
from fogline.links.sites import HELD, ONCE, SHIP, of_civilians, site_told
from fogline.links.wording import IDEA
from fogline.records.links import Link

__all__ = ["relevant"]

FEWEST = 2  # claims that a matter has
# What is told beside a deed of violence: who met over it, who demands or promises what after it, who travels there.
BESIDE_KINDS = frozenset({"meeting", "negotiation", "aid", "sanction", "deployment", "movement"})
BESIDE_STANCES = frozenset({"demands", "promises"})
OF_DEED = ("strike", "kill", "wound", "damage", "war_crime", "mishap")
# What is told beside who holds ground: people who are held, and what is spoken of in passing.
BESIDE_HOLDING = frozenset({"detention", "meeting", "aid", "sanction", "attack", "casualties", "damage", "accusation"})
OF_HOLDING = ("hold", "take", "lose", "withdraw", "advance", "repel", "encircle", "fight", "station", "stay")
PEOPLE_HELD = re.compile(
    r"\b(?:team|staff|people|workers?|residents?|journalists?|prisoners?|members?|convoy|he|she|they)\b.{0,20}"
    r"\b(?:being|was|were|is|are) held\b",
    re.IGNORECASE,
)
OF_PLANT = frozenset({"control", "movement", "deployment", "clash", "demand", "negotiation"})


def relevant(key: str, members: set[str], links: Sequence[Link], frames: Mapping[str, Frame]) -> Members:
    """The claims of a matter that speak to it, with the links between them; all where too few would stay.

    Who clashes on it with a claim that speaks to it does so too, however it is put.
    """
    family, what, *rest = (*key.split("|"), "")
    place = what if family == "control" else rest[0]
    strays = {claim_id for claim_id in members if not _speaks_to(family, what, place, frames[claim_id])}
    strays -= _tied(strays, links, firm=family == "event" and IDEA + what in ONCE)
    if not strays:
        return members, list(links)
    kept = [link for link in links if link.left_id not in strays and link.right_id not in strays]
    stay = ends_of(kept)
    return (stay, kept) if len(stay) >= FEWEST else (members, list(links))


def _tied(strays: Collection[str], links: Sequence[Link], *, firm: bool) -> set[str]:
    """Those strays that meet a claim which speaks to the matter: in a clash, and where `firm` in a strong link too."""
    found: set[str] = set()
    for link in links:
        if link.relation == "clashes" or (firm and link.relation != "differs" and link.score >= FIRM):
            ends = {link.left_id, link.right_id}
            inside = ends & set(strays)
            found |= inside if len(inside) == 1 else set()
    return found


def _speaks_to(family: str, what: str, place: str, frame: Frame) -> bool:
    if family == HELD:
        return frame.claim.kind in OF_PLANT and frame.words.has(*OF_HOLDING)
    if family == "control":
        if PEOPLE_HELD.search(frame.claim.text):
            return False
        civil = any(p.id == place and p.precision == "point" for p in frame.here) and of_civilians(frame)
        return not civil and (frame.claim.kind not in BESIDE_HOLDING or frame.words.has("hold", "take", "lose"))
    if family == "event" and not what.startswith(SHIP):
        sited = IDEA + what not in ONCE or IDEA + what in site_told(frame)
        return sited and _tells_deed(frame)
    if (family, what) == ("deed", "violence"):
        return _tells_deed(frame)
    return True


def _tells_deed(frame: Frame) -> bool:
    claim = frame.claim
    if claim.stance in BESIDE_STANCES:
        return False
    return claim.kind not in BESIDE_KINDS or (frame.words.has(*OF_DEED) and bool(frame.anchors & SITES))
