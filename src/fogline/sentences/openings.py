"""What stands before the words of a paragraph: the hour of an entry, or the label of who speaks in an interview."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from fogline.sentences.blocks import Block

__all__ = ["with_openings"]

ENTRIES = 2  # paragraphs with an hour before them that make a live page or a chronology
TURNS = 3  # labelled paragraphs that make an interview
ZONE = r"(?:GMT|UTC|Z|BST|CES?T|EES?T|MSK|E[SD]T|IST|EAT|CAT|WAT|SAST|local time)"
HOUR = re.compile(
    r"[\[(]?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?m\.?)?"
    rf"(?:\s?\(?{ZONE}\)?)?[\])]?(?:\s*[-–—|:•]+\s*|\s+)(?=[A-Z\u00c0-\u00de\"“'‘#])"
)
INITIAL = re.compile(r"(?:Q|A)\s*[:.]\s+(?=\S)")
LABEL = re.compile(r"(?:Question|Answer|[A-Z\u00c0-\u00de][\w'’.\-]*(?: [A-Z\u00c0-\u00de][\w'’.\-]*){0,4}):\s+(?=\S)")


def with_openings(text: str, found: Sequence[Block]) -> list[Block]:
    """The blocks, with the hour or label that opens them set apart where the report as a whole is made of such.

    One paragraph that begins with an hour or a name and a colon is prose or a headline; several make a form.
    """
    labels = _labels(text, found)
    hours = {at: end for at, block in enumerate(found) if (end := _behind(HOUR, text, block))}
    hours = hours if len(hours) >= ENTRIES else {}
    return [
        replace(block, body_start=labels[at], opening="label", role="body")
        if at in labels
        else replace(block, body_start=hours[at], opening="stamp", role="body")
        if at in hours
        else block
        for at, block in enumerate(found)
    ]


def _labels(text: str, found: Sequence[Block]) -> dict[int, int]:
    """Where the words begin behind each label of an interview: two who speak by turns, and one of them asks."""
    ends = {
        at: end
        for at, block in enumerate(found)
        if (end := _behind(INITIAL, text, block) or _behind(LABEL, text, block))
    }
    names = {at: _name(text, found[at], end) for at, end in ends.items()}
    times = Counter(names.values())
    kept = {at: end for at, end in ends.items() if times[names[at]] > 1 or names[at] in ("Q", "A")}
    asking = {names[at] for at in kept if "?" in text[found[at].start : found[at].end]}
    others = {names[at] for at in kept} - asking
    both = len(asking) > 1 or (asking and others)
    return kept if both and len(kept) >= TURNS else {}


def _behind(pattern: re.Pattern[str], text: str, block: Block) -> int | None:
    match = pattern.match(text, block.start, block.end)
    return match.end() if match and match.end() < block.end else None


def _name(text: str, block: Block, end: int) -> str:
    return text[block.start : end].rstrip(" :.\t\n").upper()
