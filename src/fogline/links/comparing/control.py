"""Who holds a place."""

from __future__ import annotations

from fogline.links.comparing.matter import Matter
from fogline.links.frames import Frame
from fogline.links.verdicts import Verdict

__all__ = ["control"]


def control(left: Frame, right: Frame, common: Matter) -> Verdict | None:
    """What two claims on holding a place say of each other."""
    return None
