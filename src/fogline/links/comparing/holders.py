"""What a claim says on holding ground, read for itself or beside another one of its story."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from fogline.data.gazetteer import fold
from fogline.links.comparing.ground import on_ground
from fogline.links.comparing.holding import GROUND, GROUND_TERMS, NOBODY, Hold, hold_of
from fogline.links.frames import FRAMES, Frame
from fogline.links.wording import IDEA

__all__ = ["held"]


@lru_cache(maxsize=2 * FRAMES)
def held(frame: Frame, *, story: bool) -> Hold | None:
    """What a claim says on holding; in one story the side may be known by its own name alone."""
    hold = hold_of(frame)
    denied = story and frame.negates and frame.words.has("lose") and not frame.doers
    if denied and (seen := on_ground(frame)) is not None:
        return seen  # who denies a loss holds, whatever state his words go on to name
    if (hold is not None and (hold.holder or hold.loser)) or not story:
        return hold
    seen = on_ground(frame)
    if seen is not None:
        return seen if hold is None else replace(seen, full=hold.full, contested=hold.contested, part=hold.part)
    if not frame.words.has(*GROUND):
        return hold
    told = frame.claim.kind == "control" and frame.real and not (frame.refers or frame.silent)
    if not frame.doers or (hold is None and not told):
        return _still_held(frame) or hold
    hold = hold or Hold(NOBODY, NOBODY, full=False, contested=False)
    doers = frame.doers - {fold(place.name) for place in (*frame.here, *frame.around)}  # ground holds nothing
    loses = frame.words.has("lose", "withdraw") and not frame.words.has("hold", "take")
    denied = bool(frame.words.denied & GROUND_TERMS) != frame.against
    return replace(hold, loser=doers) if loses != denied else replace(hold, holder=doers)


def _still_held(frame: Frame) -> Hold | None:
    """Ground that a force or office says has not fallen: its side holds it."""
    lost = {IDEA + "lose", IDEA + "take"} & frame.words.denied
    speaker = frame.claim.speaker
    spoken = speaker is not None and speaker.kind in ("armed_force", "government") and frame.real
    return Hold(frame.party, NOBODY, full=False, contested=False) if lost and spoken and not frame.doers else None
