"""Claims that decline or cannot confirm: silence contradicts nobody and ends when the silent party speaks."""

from __future__ import annotations

from fogline.links.comparing.admitting import few_words
from fogline.links.comparing.matter import Matter
from fogline.links.comparing.meaning import LIKELY, coverage, like_kinds
from fogline.links.frames import Frame
from fogline.links.verdicts import Verdict, later_of, same_party

__all__ = ["silence"]

ENOUGH, ENOUGH_OWN = 1.3, 0.8
ANSWERED = 1.6  # more is needed to put a silence beside what another party says
BOTH_SHARE = 0.5  # of what the shorter one leaves open that two parties both leave open
ASKED = 0.8  # the same for what a paper could not find out, which is no party's silence
LEFT_OPEN = 0.5  # of what is left open that the other tells
# Odds of one matter from which on a party is taken to speak on what it left open: that it only named, or asked about.
NAMED_ODDS, ASKED_ODDS = -1.9, -0.7
FIGHTING = frozenset({"clash", "control", "movement"})
WISHES = frozenset({"demands", "warns", "promises"})
GENERIC = 0.5  # score of the answer to a silence on everything
FIELDS = ("stance", "speaker", "said")


def _generic(silent: Frame, later: Frame, common: Matter) -> bool:
    """Whether a party that would say nothing at all later speaks of the same town or site of one story."""
    bare = not silent.here and not silent.amounts and not silent.words.names
    return bare and later.real and common.story and bool(silent.anchors & later.anchors)


def _on_this(silent: Frame, later: Frame, common: Matter) -> bool:
    """Whether a party speaks, in one story, on the kind of thing of which it had said nothing, in whatever words.

    What it would not speak of is mostly only named ("the raid", "military losses"), and shares no word with the answer.
    """
    speaker = later.claim.speaker
    wishes = later.claim.stance in WISHES or speaker is None or speaker.kind in ("people", "document", "media")
    if not common.story or common.place == "apart" or wishes:
        return False
    if not (like_kinds(silent, later) or {silent.claim.kind, later.claim.kind} <= FIGHTING):
        return False
    return common.odds >= (NAMED_ODDS if few_words(silent) else ASKED_ODDS)


def silence(left: Frame, right: Frame, common: Matter) -> Verdict | None:
    """`supersedes` where the silent party speaks later, `agrees` where both keep silent, else `differs`."""
    if not (left.silent or right.silent):
        return None
    later = later_of(left, right)
    speaks = later is not None and not later.silent and same_party(left, right)
    if speaks and later is not None and _generic(left if later is right else right, later, common):
        return Verdict("supersedes", "confirmation", GENERIC, FIELDS, "the party that kept silent speaks", later)
    if speaks and later is not None and _on_this(left if later is right else right, later, common):
        score = min(0.8, 0.45 + 0.1 * max(0.0, common.odds))
        return Verdict("supersedes", "confirmation", score, FIELDS, "the party that kept silent speaks", later)
    return _beside(left, right, common)


def _beside(left: Frame, right: Frame, common: Matter) -> Verdict | None:
    """What a silence is beside a claim that shares most of its words: an end of it, a second silence, or no answer."""
    if common.odds < LIKELY and (common.score < ENOUGH or common.own < ENOUGH_OWN):
        return None
    score, later = min(0.9, 0.3 + 0.15 * common.score), later_of(left, right)
    same = same_party(left, right)
    if left.silent and right.silent:
        known = same or common.share >= BOTH_SHARE
        return Verdict("agrees", "confirmation", score, FIELDS, "neither time a comment") if known else None
    if same and later is not None and not later.silent:
        return Verdict("supersedes", "confirmation", score, FIELDS, "the party that kept silent speaks", later)
    if same or (common.odds < LIKELY and common.score < ANSWERED) or common.place == "apart":
        return None
    silent, told = (left, right) if left.silent else (right, left)
    asked = ASKED if silent.claim.speaker is not None and silent.claim.speaker.kind == "media" else LEFT_OPEN
    if not silent.refers and coverage(silent, told) < asked:
        return None  # it keeps silent on something else of the story
    return Verdict("differs", "confirmation", score, FIELDS, "silence neither confirms nor denies")
