"""Two claims that say of one thing what excludes each other, in other words than a denial: free and in custody."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from fogline.data.gazetteer import fold
from fogline.links.comparing.matter import Matter
from fogline.links.comparing.meaning import COVERED, SURE, WEAK, coverage
from fogline.links.frames import Frame
from fogline.links.lexicon import ENTRY, lexicon
from fogline.links.verdicts import Verdict, later_of, same_party
from fogline.links.wording import CLAUSE_END, IDEA, NAME, WORD, negated, skeleton, wording

__all__ = ["opposite_ends", "opposites", "same_ends"]

LONGEST_PHRASE = 4  # words
NEXT_DAYS = 3  # days within which two ways of standing exclude each other; later, things may have changed
TEN_DAYS = 10
# Odds of one matter below which a thing in common, and what a whole story is about, makes no matter of two claims.
BARELY, ANYHOW = -1.5, -2.5
AROUND = -0.5  # the same where the thing is only named around one of them
FIELDS = ("state", "thing")


@dataclass(frozen=True, slots=True)
class End:
    """One end of a way of standing: its name, which end, the kinds of claims that tell it, and words it needs.

    `apart` tells that who denies one end does not say the other: what is no missile need be no accident.
    """

    axis: str
    sign: int
    kinds: frozenset[str]
    needs: frozenset[str]
    apart: bool


@dataclass(frozen=True, slots=True)
class Ends:
    """What a text says of how something stands: the end of each way of standing, and the words that say so."""

    signs: dict[str, int]
    words: frozenset[str]


def opposites(left: Frame, right: Frame, common: Matter) -> Verdict | None:
    """`clashes` where two parties say of one thing what excludes each other, `supersedes` where one does, later."""
    if not (opposite_ends(left, right, common) or _gainsaid(left, right, common)):
        return None
    score = min(0.85, 0.35 + 0.12 * max(common.score, common.odds))
    later = later_of(left, right)
    if same_party(left, right):
        told = "the same party says the contrary later"
        return None if later is None else Verdict("supersedes", "polarity", score, FIELDS, told, later)
    if left.setting is right.setting and left.claim.speaker is None and right.claim.speaker is None:
        return None  # a report in its own voice tells of two things
    if (common.gap or 0) > (TEN_DAYS if opposite_ends(left, right, common) else NEXT_DAYS):
        return None
    if (common.gap or 0) > NEXT_DAYS and not common.same_day:
        return Verdict("differs", "time", score, FIELDS, "one thing, told otherwise days later")
    return Verdict("clashes", "polarity", score, FIELDS, "what they say of it excludes each other")


def _gainsaid(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether one of two reports on one story says in a negation that what the other tells is not so."""
    if not common.opposed or common.odds < SURE or common.place == "apart" or left.setting is right.setting:
        return False
    denial, told = (left, right) if left.negates or left.words.denied else (right, left)
    plain = not (left.against or right.against or left.silent or right.silent) and left.claim.kind == right.claim.kind
    return plain and common.same_time and denial.real and told.real and coverage(denial, told) >= COVERED


def opposite_ends(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether two claims of one story put one thing at the two ends of a way of standing."""
    if not common.story or not common.same_time or common.place == "apart" or left.silent or right.silent:
        return False
    one, other = _standing(left), _standing(right)
    met = one.keys() & other.keys()
    if not met or any(one[axis] == other[axis] for axis in met):
        return False
    told = all(frame.real or met & _flagged("wished") for frame in (left, right))
    return told and (_one_thing(left, right, common) or bool(met & _flagged("wide") and common.odds >= ANYHOW))


def same_ends(left: Frame, right: Frame) -> bool:
    """Whether two claims put something at the same end of a way of standing."""
    one, other = _standing(left), _standing(right)
    met = one.keys() & other.keys()
    return bool(met) and all(one[axis] == other[axis] for axis in met)


def _standing(frame: Frame) -> dict[str, int]:
    """The ends that a claim puts its thing at, turned round where it denies."""
    found = _ends(frame.claim.text, frame.claim.kind)
    if not frame.against:
        return found.signs
    return {axis: -sign for axis, sign in found.signs.items() if axis not in _flagged("apart")}


def _one_thing(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether two claims speak of one thing, told by what they name beside how it stands."""
    mine, theirs = _things(left), _things(right)
    if common.odds < BARELY:
        return False
    if mine & theirs or (left.doers | left.sufferers) & (right.doers | right.sufferers):
        return True
    around = (mine & right.context.terms) | (theirs & left.context.terms)
    return common.odds >= AROUND and bool(around)


def _things(frame: Frame) -> frozenset[str]:
    """What a claim names beside how it stands, pronouns by what they stand for; those who speak left out."""
    said = _ends(frame.claim.text, frame.claim.kind).words
    named = (wording(party.actor.name).terms for party in (*frame.claim.actors, *frame.claim.targets))
    parties = {NAME + skeleton(word) for key in frame.party for word in key.split()}
    weak = {IDEA + idea for idea in WEAK | lexicon().core}
    return frame.words.terms.union(*named) - said - parties - weak


@lru_cache(maxsize=16384)
def _ends(text: str, kind: str) -> Ends:
    """The ends that a text of one kind names, each turned round by a negation; none where it names both."""
    found: dict[str, set[int]] = {}
    words: set[str] = set()
    held = {fold(word) for word in WORD.findall(text)}
    for run, end, denied in _runs(text):
        if (end.kinds and kind not in end.kinds) or (end.needs and not end.needs & held):
            continue
        if denied and end.apart:
            continue
        found.setdefault(end.axis, set()).add(-end.sign if denied else end.sign)
        words |= wording(run).terms
    return Ends({axis: min(signs) for axis, signs in found.items() if len(signs) == 1}, frozenset(words))


def _runs(text: str) -> Iterator[tuple[str, End, bool]]:
    """The words and phrases of a text that tell how something stands, each with whether it is denied."""
    known = _opposites()
    for clause in CLAUSE_END.split(text):
        tokens = [fold(word) for word in WORD.findall(clause)]
        reach = negated(tokens)
        taken = 0
        for at in range(len(tokens)):
            for size in range(min(LONGEST_PHRASE, len(tokens) - at), 0, -1):
                run = " ".join(tokens[at : at + size])
                if run in known and at >= taken:
                    taken = at + size
                    yield from ((run, end, at in reach or at + size - 1 in reach) for end in known[run])


@lru_cache(maxsize=1)
def _opposites() -> dict[str, tuple[End, ...]]:
    """The ends that each word and phrase names, from `data/opposites.toml`."""
    found: dict[str, tuple[End, ...]] = {}
    for axis, table in _tables().items():
        kinds, needs = (frozenset(table.get(key, "").split()) for key in ("kinds", "needs"))
        for sign, side in ((1, "one"), (-1, "other")):
            for quoted, plain in ENTRY.findall(table.get(side, "")):
                run = fold(str(quoted or plain))
                found[run] = (*found.get(run, ()), End(axis, sign, kinds, needs, axis in _flagged("apart")))
    return found


@lru_cache(maxsize=4)
def _flagged(flag: str) -> frozenset[str]:
    """The ways of standing that carry a flag."""
    return frozenset(axis for axis, table in _tables().items() if table.get(flag))


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, Any]]:
    return tomllib.loads((files("fogline.data") / "opposites.toml").read_text("utf-8"))
