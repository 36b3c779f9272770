"""What tells beyond shared words that a headline and a later claim are one: its quoted words, its toll, its cue."""

from __future__ import annotations

import re

from fogline.claims.opening import (
    figures_shared,
    is_elsewhere,
    is_one_doer,
    places_of,
    share_of,
    share_of_words,
    shared_places,
)
from fogline.claims.tellers import is_one_body, is_rival, kind_of, same_speaker
from fogline.claims.terms import figures_at_odds, figures_in, terms
from fogline.records.claims import Claim, Kind

__all__ = ["is_echo", "is_great_again", "is_quoted_again"]

QUOTED = re.compile(r"[\"“«‘](?P<words>[^\"”»’“«‘]+)[\"”»’]|(?<!\w)'(?P<bare>[^']+)'(?!\w)")
MARKS = " ,.!?"
TOLLS = frozenset({"kill", "wound"})
GREAT = 13.0  # a figure from which two statements of one kind hardly share it by chance
CUED, DONE, HALF, LITTLE, MOST = 0.3, 0.2, 0.5, 0.25, 0.7
MANY, NEARLY = 8, 0.8  # words, and the share beside their places, by which tellings of two places are one
GROUND: frozenset[Kind] = frozenset({"attack", "clash", "damage", "casualties", "movement", "control"})


def is_quoted_again(earlier: Claim, later: Claim) -> bool:
    """Whether the later sentence quotes what the headline quotes: 'Kigali rejects "tired fable"'."""
    said = later.sentence.text.lower()
    if earlier.stance != later.stance:
        return False
    words = ((found["words"] or found["bare"]).strip(MARKS) for found in QUOTED.finditer(earlier.text))
    return any(" " in one and one.lower() in said for one in words)


def is_echo(earlier: Claim, later: Claim, *, opened: bool) -> bool:
    """Whether the later claim is the headline's by its toll, its cue, its doer or its place; no figure may differ."""
    shared, odd = figures_shared(earlier, later)
    if odd or figures_at_odds(earlier.text, later.text):
        return False
    if is_elsewhere(earlier, later):  # "in the east" above, "from the coast to the hills" below
        many = min(len(terms(earlier.text)), len(terms(later.text))) >= MANY
        return opened and many and share_of(earlier, later) >= NEARLY
    if _is_one_toll(earlier, later, shared):
        return True
    if opened and share_of_words(earlier, later) >= (HALF if _is_unnamed(earlier, later) else MOST):
        return True
    if earlier.speaker is not None and later.speaker is not None:
        return _is_said_again(earlier, later, opened=opened)
    return opened and _is_one_ground(earlier, later)


def _is_one_toll(earlier: Claim, later: Claim, shared: int) -> bool:
    """Whether both count the same dead or wounded: "11 killed", "Eleven people died, eight of them women"."""
    counts, others = figures_in(earlier.text), figures_in(later.text)
    same = bool(counts) and (counts <= others or (shared > 0 and bool(counts & others)))
    return same and bool(terms(earlier.text) & terms(later.text) & TOLLS)


def is_great_again(earlier: Claim, later: Claim) -> bool:
    """Whether both give one great figure, of one kind, and no two sides: "Tarn claims 640 km2", "Roe: we hold 640"."""
    shared, odd = figures_shared(earlier, later)
    if (
        odd
        or not shared
        or earlier.kind != later.kind
        or is_elsewhere(earlier, later)
        or earlier.stance != later.stance
    ):
        return False
    return _is_great(earlier) and not is_rival(earlier, later)


def _is_great(claim: Claim) -> bool:
    figures = [figure for one in claim.quantities for figure in (one.quantity.low, one.quantity.high) if figure]
    return bool(figures) and max(figures) >= GREAT


def _is_unnamed(earlier: Claim, later: Claim) -> bool:
    """Whether somebody whom the report does not name says one of them, and both have one doer."""
    return "unnamed" in (kind_of(earlier), kind_of(later)) and is_one_doer(earlier, later)


def _is_said_again(earlier: Claim, later: Claim, *, opened: bool) -> bool:
    """Whether one speaker says it under the same word, or of the same doer, or many words of the ground again."""
    one = same_speaker(earlier, later) and "unnamed" not in (kind_of(earlier), kind_of(later))
    share = share_of_words(earlier, later)
    cues = [terms(claim.cue.text) if claim.cue else frozenset[str]() for claim in (earlier, later)]
    if one and cues[0] & cues[1] and earlier.stance == later.stance and share >= CUED:
        return True
    if one and opened and earlier.stance == later.stance and is_one_doer(earlier, later) and share >= DONE:
        return True
    if is_one_body(earlier, later) and earlier.stance == later.stance and earlier.kind == later.kind:
        return bool(places_of(earlier) & places_of(later)) and share_of(earlier, later) >= LITTLE
    return False


def _is_one_ground(earlier: Claim, later: Claim) -> bool:
    """Whether the report tells of one place twice: "Drones burn bakery in Tarn", "Drones struck a Tarn bakery"."""
    return (
        bool(shared_places(earlier, later))
        and {earlier.kind, later.kind} <= GROUND
        and share_of(earlier, later) >= HALF
    )
