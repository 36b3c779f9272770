"""Numbers of things that no idea of war stands for: ships let through, prisoners' cells, what damage costs."""

from __future__ import annotations

import re
from dataclasses import replace

from fogline.links.amounts import Amount
from fogline.links.comparing.matter import Matter
from fogline.links.comparing.meaning import SURE
from fogline.links.comparing.numbers import own_amounts
from fogline.links.comparing.sums import explained
from fogline.links.frames import Frame
from fogline.links.verdicts import Verdict, both_speak, changed, later_of, same_party

__all__ = ["figures"]

NEXT_DAYS = 3  # days within which two counts are of one state of affairs
# What other rules count, and what is a measure and no count.
ELSEWHERE = frozenset({"kill", "wound", "missing", "displaced", "time", "length", "money fraction", "area", "mass"})
TOLL = frozenset({"kill"})
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
NO_COUNT = rf"\s*(?:[ap]\.?m|o['’]clock|per|{MONTHS})"
BARE = re.compile(rf"(?<![\w.,:-])\d[\d,]*(?![\w.:-]|{NO_COUNT})")
EARLIER = re.compile(r"\b(?:up|down|more|fewer|less) (?:from|than)\b|\bearlier\b|\bprevious\w*", re.IGNORECASE)
FIELDS = ("number", "what is counted", "as of")


def figures(left: Frame, right: Frame, common: Matter) -> Verdict | None:
    """`clashes` where two parties of one story count one thing otherwise at one time, `supersedes` where one does."""
    if not _one_count(left, right, common):
        return None
    pairs = [(a, b) for a in own_amounts(left) for b in own_amounts(right) if _alike(a, b)] or _of_tolls(left, right)
    raised = same_party(left, right) and not any({*a.bounds} & {*b.bounds} for a, b in pairs)
    if not pairs or (any(a.meets(b) for a, b in pairs) and not raised):
        return None
    one, other = pairs[0]
    note = f"{one.text} against {other.text} ({', '.join(sorted(one.what & other.what))})"
    score, later = min(0.85, 0.3 + 0.12 * max(common.score, common.odds)), later_of(left, right)
    if same_party(left, right):
        told = changed((one.text, other.text), one.what & other.what, left, later)
        return None if later is None else Verdict("supersedes", "number", score, FIELDS, told, later)
    if explained(left, pairs[0], right, common):
        return None
    if (common.gap or 0) > NEXT_DAYS:
        return Verdict("differs", "time", score, FIELDS, f"numbers of different days: {note}")
    return Verdict("clashes", "number", score, FIELDS, f"the numbers exclude each other: {note}")


def _one_count(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether two claims of one story count, most likely, one thing of one event."""
    if not common.story or common.opposed or common.place == "apart" or not common.same_time:
        return False
    spoken = both_speak(left, right)
    told = left.real and right.real and not (left.silent or right.silent)
    told = told and (spoken or left.setting is not right.setting)
    return told and common.odds >= SURE and not (left.negates or right.negates)  # "not one truck" counts none


def _of_tolls(left: Frame, right: Frame) -> list[tuple[Amount, Amount]]:
    """Two tolls one of which stands bare behind its noun: "the number of civilian dead at 57"."""
    if left.claim.kind != "casualties" or right.claim.kind != "casualties":
        return []
    one, other = ([a for a in own_amounts(frame) if TOLL & a.what] for frame in (left, right))
    if bool(one) == bool(other) or not left.words.has("kill") or not right.words.has("kill"):
        return []
    bare = BARE.findall((right if one else left).claim.text)
    if len(bare) != 1 or EARLIER.search((right if one else left).claim.text):
        return []
    value, told = float(bare[0].replace(",", "")), (one or other)[0]
    counted = replace(told, low=value, high=value, text=bare[0])
    return [(told, counted) if one else (counted, told)]


def _alike(one: Amount, other: Amount) -> bool:
    """Whether two numbers count the same thing of the same people."""
    shared = one.what & other.what
    return bool(shared) and not shared & ELSEWHERE and one.comparable(other)
