"""Which claims of a matter speak to what it asks; what only shares its place, its kind or its day is of another one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from fogline.links.belonging import FIRM
from fogline.links.frames import Frame
from fogline.links.matters import is_one
from fogline.links.parting import Members, ends_of
from fogline.links.sites import HELD, NOWHERE, OF_A_SHIP, ONCE, SHIP, site_told
from fogline.links.speaking import (
    another_day,
    answers_blow,
    before_all,
    elsewhere,
    is_aftermath,
    long_before,
    speaks_of_holding,
    speaks_of_leaving,
    tells_blow,
    tells_deed,
    tells_harm,
    tells_strike,
)
from fogline.links.wording import IDEA
from fogline.records.links import Link

__all__ = ["relevant"]

FEWEST = 2  # claims that a matter has
MOSTLY = 0.5  # of the claims of a matter: so many tell of a blow that it is asked who struck
Asked = Literal["deed", "strike", "harm"]
OF_GROUND = frozenset({"control", "movement", "deployment"})
LEAVING = frozenset({"withdraw", "displaced"})


def relevant(
    key: str, members: set[str], links: Sequence[Link], frames: Mapping[str, Frame], *, whole: bool = False
) -> Members:
    """The claims of a matter that speak to it, with the links between them; all where too few would stay.

    Who clashes on it with a claim that speaks to it does so too, however it is put; not who speaks of another land.
    `whole` is a matter that was made of several: its site need not be named in each of them.
    """
    family, what, *rest = (*key.split("|"), "")
    place = what if family == "control" else rest[0]
    asked = _asked(members, frames, whole)
    strays = {c for c in members if not _speaks_to((family, what, place), frames[c], asked)}
    strays -= _clashing({c for c in strays if not _of_other_matter(family, what, frames[c])}, links, frames)
    if family == "event" and IDEA + what in ONCE and not whole:
        unsited = {c for c in members - strays if IDEA + what not in site_told(frames[c])}
        strays |= unsited - _tied(unsited, links)
    if family in ("event", HELD) and not what.startswith(SHIP):
        strays |= elsewhere(members, frames, place or NOWHERE)
    if (family, what) == ("deed", "violence"):
        strays |= long_before(members, frames)
        strays |= another_day(members, frames, place) if asked == "strike" else set()
    if family == "control":
        strays |= before_all(members, frames, place)
    if not strays:
        return members, list(links)
    kept = [link for link in links if link.left_id not in strays and link.right_id not in strays]
    stay = members - strays if is_one(key) else ends_of(kept)
    return (stay, kept) if len(stay) >= FEWEST and kept else (members, list(links))


def _clashing(strays: Collection[str], links: Sequence[Link], frames: Mapping[str, Frame]) -> set[str]:
    """Those strays that clash with a claim which speaks to the matter, but for what comes after a blow."""
    return _met({c for c in strays if not is_aftermath(frames[c])}, [a for a in links if a.relation == "clashes"])


def _of_other_matter(family: str, what: str, frame: Frame) -> bool:
    """Whether a claim of a matter of violence tells of ground and troops, and of no violence."""
    violence = (family == "event" and not what.startswith(SHIP)) or (family, what) == ("deed", "violence")
    return violence and frame.claim.kind in OF_GROUND and not tells_harm(frame) and not frame.refers


def _tied(strays: Collection[str], links: Sequence[Link]) -> set[str]:
    """Those strays that clash, or have a strong link, with a claim which speaks to the matter."""
    return _met(strays, [a for a in links if a.relation == "clashes" or (a.relation != "differs" and a.score >= FIRM)])


def _met(strays: Collection[str], links: Sequence[Link]) -> set[str]:
    """Those strays that a link ties to a claim which is none."""
    ends = ({link.left_id, link.right_id} & set(strays) for link in links)
    return {claim_id for inside in ends if len(inside) == 1 for claim_id in inside}


def _asked(members: Collection[str], frames: Mapping[str, Frame], whole: bool) -> Asked:
    """What a matter of violence asks: who struck, once it is whole and most of its claims tell of a strike."""
    if not whole:
        return "deed"
    return "strike" if sum(tells_strike(frames[c]) for c in members) >= MOSTLY * len(members) else "harm"


def _speaks_to(matter: tuple[str, str, str], frame: Frame, asked: Asked) -> bool:
    family, what, place = matter
    if family in (HELD, "control"):
        return speaks_of_holding(frame, place, plant=family == HELD)
    if family == "event" and what.startswith(SHIP):
        return OF_A_SHIP in frame.anchors or tells_blow(frame)
    if family == "event" or (family == "deed" and what == "violence"):
        return tells_deed(frame) if asked == "deed" else answers_blow(frame, struck=asked == "strike")
    return family != "deed" or what not in LEAVING or speaks_of_leaving(frame)
