"""Lines of a printed page become paragraphs again."""

from __future__ import annotations

import re

__all__ = ["reflow"]

PAGE_NUMBER = re.compile(r"\s*(?:page\s+)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:of|/)\s*\d{1,4})?\s*", re.I)
BULLET = re.compile(r"\s*(?:[-–—•*▪·]|\d{1,2}[.)])\s")
SENTENCE_END = re.compile(r"[.!?:][\"'”’)\]]*$")
LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00ad": "", "\u00a0": " "}
)
FULL_LINE = 0.75  # of the usual longest line: a shorter line ends its paragraph


def reflow(pages: list[str]) -> str:
    """The text of pages with broken lines joined; page numbers are left out, paragraphs parted by a blank line.

    A word parted at the end of a line is joined, but keeps its hyphen after a capital ("Kyiv-held").
    """
    lines = [line for page in pages for line in _lines(page)]
    lengths = sorted(map(len, filter(None, lines)))
    full = FULL_LINE * lengths[len(lengths) * 9 // 10] if lengths else 0.0
    paragraphs: list[str] = []
    open_ended = False
    for line in lines:
        if line and open_ended and not BULLET.match(line):
            paragraphs[-1] = _joined(paragraphs[-1], line)
        elif line:
            paragraphs.append(line)
        open_ended = bool(line) and len(line) >= full
    return "\n\n".join(paragraphs)


def _lines(page: str) -> list[str]:
    """The lines of a page, an empty one where a paragraph ends for certain."""
    lines = [" ".join(line.translate(LIGATURES).split()) for line in page.splitlines()]
    while lines and (not lines[0] or PAGE_NUMBER.fullmatch(lines[0])):
        lines.pop(0)
    while lines and (not lines[-1] or PAGE_NUMBER.fullmatch(lines[-1])):
        lines.pop()
    if lines and SENTENCE_END.search(lines[-1]):
        lines.append("")
    return lines


def _joined(before: str, line: str) -> str:
    if before.endswith("-") and line[:1].islower():
        parted = before.rsplit(None, 1)[-1]
        return before + line if parted[:1].isupper() else before[:-1] + line
    return f"{before} {line}"
