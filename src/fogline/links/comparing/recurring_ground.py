"""Whether two claims that tell of no deed are of one matter: who holds a spot, a silence broken, a word taken back."""

from __future__ import annotations

import re

from fogline.links.anchors import one_kind
from fogline.links.comparing.matter import GROUPS, Matter
from fogline.links.comparing.meaning import near
from fogline.links.comparing.recurring_deeds import ALIKE, SOON, WORDS, alike, counted_apart, same_spots, timing
from fogline.links.denials import BESIDE_DEED
from fogline.links.episodes import spots_of
from fogline.links.frames import Frame
from fogline.links.lexicon import lexicon
from fogline.links.verdicts import Verdict, both_speak
from fogline.links.wording import has_negation, wording

__all__ = ["one_ground", "one_matter", "one_silence", "taken_back"]

ALIKE_CLAIM, ALIKE_SENTENCE = 0.6, 0.6  # how near in meaning two talks or moves are that are one
CHANGE = 14  # days in which a spot changes hands once
WEEK, FORTNIGHT, SHARED = 7, 14, 0.6
GROUND = frozenset({"control", "movement", "clash"})
HOLDING = ("hold", "take", "lose", "withdraw")
DEEDS = frozenset({"attack", "casualties", "damage", "accusation"})
OWN_PART = frozenset({"involvement", "responsibility", "its", "his", "her", "their"})  # "denies its part in the raid"
NOT_THERE = re.compile(
    r"\b(?:directions?|towards?|near|around|outskirts|areas? of|axis|lines?|from the (?:north|south|east|west)"
    r"|offensives?|assaults?|storm\w*|raging|rages?|battles?|fights?|fighting|clashes)\b",
    re.IGNORECASE,
)
# "Declines to leave the town" keeps silent on nothing.
TO_DO = re.compile(
    r"\W*to (?!(?:comment|say|confirm|deny|discuss|speak|talk|answer|disclose|reveal|give|name|tell|elaborate|specify|"
    r"explain|publish|release|respond|identify|provide)\b)",
    re.IGNORECASE,
)
REFUSED = re.compile(r"\b(?:refus|reject|announc|repl|spurn)", re.IGNORECASE)


def one_matter(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether two claims that tell of no deed are of one talk, move or step."""
    held = bool(GROUPS & common.core) and _of_holding(left) and _of_holding(right)
    held = held and bool(left.amounts) == bool(right.amounts)  # a part of a town is not the town
    if held and _one_place(left, right) and (common.gap or 0) <= CHANGE:
        return True  # who holds a town does not change from day to day
    if held and spots_of(left) and spots_of(right) and not _one_place(left, right):
        return False
    if counted_apart(left, right) or _two_states(left, right):
        return False
    claims, sentences = near(left, right)
    if claims < ALIKE_CLAIM or sentences < ALIKE_SENTENCE:
        return False
    if common.gap == 0 or timing(left, right) == "one":
        return True
    return (common.gap or 0) <= SOON and alike(left, right, ALIKE)


def _one_place(left: Frame, right: Frame) -> bool:
    """Whether two claims are of the same towns, or, where one names no place, of one site or name."""
    return same_spots(left, right) if left.here and right.here else bool(left.anchors & right.anchors)


def _two_states(left: Frame, right: Frame) -> bool:
    """Whether each of two claims tells what another state does."""
    one, other = left.doers & lexicon().state_names, right.doers & lexicon().state_names
    return bool(one and other) and not one & other


def one_ground(left: Frame, right: Frame, verdict: Verdict, common: Matter) -> bool:
    """Whether two claims tell who holds, took or left one spot, in the days of one change of hands."""
    spoken = both_speak(left, right)
    went_on = spoken and verdict.relation == "supersedes"
    met = _one_place(left, right) or (went_on and common.place == "same" and not (spots_of(left) or spots_of(right)))
    if not met or (not went_on and (common.gap or 0) > CHANGE):
        return False
    return _of_holding(left) and _of_holding(right)


def _of_holding(frame: Frame) -> bool:
    """Whether it is the verb of a claim that tells who holds, takes or leaves its place, not the way to it."""
    if NOT_THERE.search(frame.claim.text) or frame.claim.kind not in GROUND:
        return False
    if frame.words.has("aid", "corridor", "captive", "civilians"):
        return False  # people are taken out of a town that nobody leaves
    verb = wording(frame.claim.predicate) if frame.claim.predicate else frame.words
    left = verb.has("withdraw") and not verb.has("hold", "take", "lose")
    force = frame.words.has("troops", "formation", "rebels") or bool(frame.doers & frame.party)
    return verb.has(*HOLDING) and (not left or force)


def one_silence(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether who kept silent on something speaks of that very thing within days: what is, not what is asked for."""
    silent, spoken = (left, right) if left.silent else (right, left)
    if not spoken.real and not spoken.against:
        return False
    if TO_DO.match(silent.claim.text) or (silent.claim.cue is not None and REFUSED.search(silent.claim.cue.text)):
        return False
    met = bool(left.anchors & right.anchors) or alike(left, right, WORDS)
    told = _in_like_words(left, right, common) and (common.gap or 0) <= FORTNIGHT
    return met and told and common.place != "apart" and one_kind(left, right)


def _in_like_words(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether two claims say much of each other, or, within a week, share most of the shorter one's words."""
    return alike(left, right, ALIKE) or ((common.gap or 0) <= WEEK and common.share >= SHARED)


def taken_back(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether somebody by name says otherwise of what he said; a paper that tells two things has told of two."""
    if not both_speak(left, right) or common.place == "apart" or left.negates == right.negates:
        return False
    denial, told = (left, right) if left.negates else (right, left)
    if not (denial.against or denial.none_of or denial.negated & told.words.terms):
        return False  # what is negated is not what the other tells
    if told.claim.status == "negated" or has_negation(told.words.tokens):
        return False  # "does not confirm that they leave" affirms nothing
    if {denial.claim.kind, told.claim.kind} & DEEDS:
        return _of_one_deed(denial, told, common)
    states = lexicon().state_names
    holders = [(frame.doers | frame.words.states) & states for frame in (denial, told)]
    if denial.claim.kind == told.claim.kind == "control" and all(holders) and not holders[0] & holders[1]:
        return False  # no hold of one state, and that of another
    return (common.gap or 0) <= WEEK or alike(left, right, ALIKE)


def _of_one_deed(denial: Frame, told: Frame, common: Matter) -> bool:
    """Whether a party takes back what it said of a deed: in the same words, or it owns to what it had denied.

    Who denied that it was his, and tells that it was done, takes nothing back.
    """
    if BESIDE_DEED.search(told.claim.text):
        return False
    opening = denial.words.tokens[0] if denial.words.tokens else ""
    his = bool(denial.doers & denial.party) or opening.endswith("ing") or opening in OWN_PART
    if his:
        soon = (common.gap or 0) <= FORTNIGHT or alike(denial, told, ALIKE)
        return bool(told.doers & told.party) and soon
    apart = bool(denial.doers and told.doers) and not denial.doers & told.doers
    return not apart and (common.gap or 0) <= WEEK and alike(denial, told, WORDS)
