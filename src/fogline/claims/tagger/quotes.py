"""Quotation marks: which stretches of a report stand between them."""

from __future__ import annotations

import re

__all__ = ["CLOSERS", "OPENERS", "paragraph_ends", "quoted_stretches"]

OPENERS = "“„«\"‘'`"
CLOSERS = "”»\"’'"
# one line break before a small letter is a line that was wrapped, not a paragraph
_PARAGRAPH = re.compile(r"\n\s*\n\s*|\n[ \t]*(?![\sa-z])")
_MARK = re.compile(r"''|``|[“”„«»\"‘’']")
_PAIRS = {"“": "”", "„": "“”", "«": "»", '"': '"', "‘": "’", "'": "'’", "''": "''", "``": "''"}
LONGEST_SINGLE = 600  # characters; a longer stretch between single marks is two apostrophes


def paragraph_ends(text: str) -> list[tuple[int, int]]:
    """The paragraphs of a text as half-open offsets, without the line breaks between them."""
    ends: list[tuple[int, int]] = []
    start = 0
    for match in _PARAGRAPH.finditer(text):
        if match.start() > start:
            ends.append((start, match.start()))
        start = match.end()
    if start < len(text):
        ends.append((start, len(text)))
    return ends


def _opens(text: str, start: int, end: int, low: int) -> bool:
    """Whether the mark at `start` can open a quotation: after a space, dash or bracket, before a word."""
    before = text[start - 1] if start > low else " "
    after = text[end] if end < len(text) else " "
    return (before.isspace() or before in "([—–-/“\"‘'") and not after.isspace()


def _may_open(mark: str, opened: str) -> bool:
    """Whether a mark can open a quotation: any mark where none is open, double marks also after a single one."""
    return mark in _PAIRS and (not opened or (opened in "‘'" and mark not in "‘'"))


def _closes(text: str, mark: str, start: int, end: int, opened: str) -> bool:
    """Whether the mark at `start` closes what `opened` opened; an apostrophe inside a word does not."""
    if mark not in _PAIRS[opened] or (mark == "'" and opened == "''"):
        return False
    after = text[end] if end < len(text) else " "
    return mark not in "'’" or not after.isalnum()


def _paragraph_stretches(text: str, low: int, high: int) -> tuple[list[tuple[int, int]], int | None]:
    """The quoted stretches of one paragraph, marks included, and where one opens that is never closed."""
    found: list[tuple[int, int]] = []
    opened, since = "", -1
    for match in _MARK.finditer(text, low, high):
        mark, start, end = match.group(), match.start(), match.end()
        if opened and _closes(text, mark, start, end, opened):
            if opened not in "‘'" or end - since <= LONGEST_SINGLE:
                found.append((since, end))
            opened = ""
        elif _may_open(mark, opened) and _opens(text, start, end, low):
            opened, since = mark, start
    return found, since if opened and opened not in "‘'" else None


def quoted_stretches(text: str) -> list[tuple[int, int]]:
    """The stretches between quotation marks, marks included, in order, without overlap.

    A quotation that a paragraph leaves open is kept to the paragraph's end where the next paragraph goes on with an
    opening mark, as newspapers set long quotations; elsewhere a lone mark opens nothing.
    """
    stretches: list[tuple[int, int]] = []
    paragraphs = paragraph_ends(text)
    for index, (low, high) in enumerate(paragraphs):
        found, dangling = _paragraph_stretches(text, low, high)
        stretches += found
        following = text[paragraphs[index + 1][0]] if index + 1 < len(paragraphs) else ""
        if dangling is not None and following and following in "“\"'`«„":
            stretches.append((dangling, low + len(text[low:high].rstrip())))
    return sorted(stretches)
