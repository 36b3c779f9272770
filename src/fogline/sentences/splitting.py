"""Where sentences end: rules for news prose, so that only sentences that matter need a parse."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["split"]

# The number of a footnote behind the full stop belongs to the sentence it notes: "... the road.[3] A channel ...".
CANDIDATE = re.compile(r"(?:[.!?]+|…)[\"”’'»)\]]*(?:\s?\[\w{1,3}\])*(?=\s+\S|$)")
TITLES = frozenset(
    "mr mrs ms dr prof rev hon gen lt col maj capt cmdr cpl sgt pvt adm brig gov sen rep pres supt "
    "insp det st mt ft messrs fr sr mme const cst pte spc pfc sgts cols gens ssgt msgt lcpl cllr amb asst".split()
)
ABBREVIATIONS = TITLES | frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun no "
    "nos vs etc inc corp co ltd jr est approx dept univ fig vol pp ed eds al cf ave blvd rd min max "
    "ph calif colo conn fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa "
    "tenn tex va vt wash wis wyo ala ariz ark del".split()
)
# After these a capital does not start a sentence; after the other abbreviations it may.
NEVER_END = TITLES | frozenset("no nos vs e.g i.e ph".split())
STARTERS = frozenset(
    "the a an he she it they we i you this that these those there in on at but and as after before "
    "when while since if however meanwhile his her its their our my for from with by what who how "
    "why where both all some no one two many most several such not so yet still now then despite "
    "although though because during under until according".split()
)
SAYING = re.compile(
    r"\s+(?:[A-Z][\w'’.\-]*\s+){0,4}(?:[a-z]+\s+){0,2}?(?:said|says|asked|asks|wrote|writes|added|told|shouted|replied|declared)\b"
)


def split(text: str, start: int, end: int, limit: int) -> Iterator[tuple[int, int]]:
    """The sentences of `text` between two offsets, as offset pairs without white space at the edges.

    A stretch longer than `limit` code points is cut at white space, or anywhere where there is none.
    """
    low = start
    for match in CANDIDATE.finditer(text, start, end):
        if match.end() < end and not _ends(text, low, match, end):
            continue
        yield from _cut(text, low, match.end(), limit)
        low = match.end()
    yield from _cut(text, low, end, limit)


def _ends(text: str, low: int, match: re.Match[str], end: int) -> bool:
    """Whether the mark at `match` ends a sentence."""
    after = text[match.end() : min(end, match.end() + 80)]
    following = after.lstrip()
    opening = following.lstrip("\"“‘'(«[—–- ")[:1]
    if not opening or opening.islower():
        return "\n" in after[: len(after) - len(following)] and text[match.start()] in "!?." and not opening.islower()
    mark = match.group()
    if mark[0] in "!?":
        return not (len(mark) > 1 and SAYING.match(after))
    if mark[:3] == "..." or mark[0] == "…":
        return opening.isupper()
    if len(mark) > 1:
        return True
    return _full_stop_ends(text, low, match.start(), following)


def _full_stop_ends(text: str, low: int, stop: int, following: str) -> bool:
    word = re.search(r"[\w.'’\-]*$", text[max(low, stop - 30) : stop])
    last = word.group() if word else ""
    bare = last.lower().replace("’", "'")
    next_word = re.match(r"[\"“‘'(«]*([\w'’\-]*)", following)
    starter = next_word is not None and next_word.group(1).lower() in STARTERS
    quoted = following[:1] in '"“‘'
    if bare in NEVER_END:
        return False
    if re.fullmatch(r"[a-z]", bare):  # an initial: "J. Smith"; but "in Block C. The ..." ends
        return starter
    if re.fullmatch(r"(?:[a-z]\.)+[a-z]", bare):  # "U.S." ends a sentence only before a word that starts one
        return starter or quoted
    if bare in ABBREVIATIONS:
        return starter or (quoted and bare not in TITLES)
    return not (last.isdigit() and following[:1].isdigit() and len(last) <= 2)


def _cut(text: str, low: int, high: int, limit: int) -> Iterator[tuple[int, int]]:
    while low < high and text[low].isspace():
        low += 1
    while high > low and text[high - 1].isspace():
        high -= 1
    while high - low > limit:
        space = max(text.rfind(" ", low + 1, low + limit), text.rfind("\n", low + 1, low + limit))
        middle = space if space > low else low + limit
        yield low, middle
        low = middle
        while low < high and text[low].isspace():
            low += 1
    if low < high:
        yield low, high
