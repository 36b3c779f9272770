"""Telling the date of a report's head from the dates of its story."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["in_dateline", "on_own_line"]

# The head of a report: a dateline further down belongs to a quoted message.
_REACH: Final = 300
_LONGEST_PLACE: Final = 60
# "KYIV, March 16, 2025 (Agency) -", "(Aden, 4 April 2025) –", "Published: 7 August 2025" and a date on its own line.
_PLACE: Final = re.compile(r"[^.!?]*[,(|:/–—-]\s*$|\s*$")
_BEHIND: Final = re.compile(r"\s*\)?\s*(?:\([^)\n]{2,40}\)\s*)?(?:[-–—:|]+\s|\n|$)")


def in_dateline(text: str, start: int, end: int) -> bool:
    """Whether the date from `start` to `end` is that of the report: near the top, behind a place, before a dash."""
    if start > _REACH:
        return False
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return len(line) <= _LONGEST_PLACE and _PLACE.match(line) is not None and _BEHIND.match(text, end) is not None


def on_own_line(text: str, start: int, end: int) -> bool:
    """Whether nothing but "Published:" stands beside a date in its line, as where a site prints it below a headline."""
    low = text.rfind("\n", 0, start) + 1
    line = text[low : (text.find("\n", end) + 1 or len(text) + 1) - 1]
    return not re.sub(r"(?i)published|updated|on|at|\W", "", line[: start - low] + line[end - low :])
