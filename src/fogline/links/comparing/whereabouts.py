"""Where somebody fell or was taken: one person cannot be killed or caught in two places."""

from __future__ import annotations

from fogline.data.gazetteer import fold
from fogline.links.comparing.matter import Matter
from fogline.links.frames import Frame
from fogline.links.verdicts import Verdict, same_party
from fogline.links.wording import IDEA

__all__ = ["whereabouts"]

ONCE = frozenset({IDEA + "kill", IDEA + "captive"})  # what befalls one person in one place
DAYS = 5  # between the two tellings
FIELDS = ("place", "person", "deed")


def whereabouts(left: Frame, right: Frame, common: Matter) -> Verdict | None:
    """`clashes` where one named person is said to be killed or caught in two places at one time."""
    if common.place != "apart" or not common.shared & ONCE or not common.same_time or common.opposed:
        return None
    spots = all(any(place.precision not in ("region", "country") for place in frame.here) for frame in (left, right))
    named = _persons(left) & _persons(right)
    if not spots or not named or (common.gap or 0) > DAYS or not (left.real and right.real):
        return None
    if same_party(left, right):
        return None
    return Verdict("clashes", "place", min(0.85, 0.4 + 0.12 * common.score), FIELDS, "one person, in two places")


def _persons(frame: Frame) -> frozenset[str]:
    """The names of those persons to whom it happens."""
    return frozenset(
        fold(p.actor.name) for p in frame.claim.targets if p.actor.kind == "person" and p.actor.name[0].isupper()
    )
