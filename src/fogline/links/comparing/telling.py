"""Two claims that tell the same without denying or counting."""

from __future__ import annotations

import re
from math import inf

from fogline.links.comparing.actors import doer_of
from fogline.links.comparing.besides import of_one_sentence, side_by_side, two_facts
from fogline.links.comparing.charging import both_blame
from fogline.links.comparing.matter import DEEDS, GROUPS, TARGETS, Matter
from fogline.links.comparing.meaning import LIKELY, SURE, coverage, like_kinds, near, shared_part
from fogline.links.comparing.numbers import own_amounts
from fogline.links.comparing.opposites import one_end, opposite_ends, other_means, same_ends
from fogline.links.comparing.phases import sunk_since
from fogline.links.comparing.sides import rivals
from fogline.links.frames import Frame
from fogline.links.verdicts import Verdict, answers_charge, both_speak, later_of, moved_on, official, same_party

__all__ = ["telling"]

ENOUGH, ENOUGH_OWN, ENOUGH_SHARE = 2.1, 1.6, 0.4
SAME_PARTY, SAME_PARTY_OWN = 1.4, 0.6
SAME_DAY = 1.9  # less is enough where both name the day
SAME_NEWS = 3  # days
CAME_TRUE = 1.3  # a dated plan and what happened by its date
BOTH_DENY, BOTH_DENY_OWN = 1.0, 0.5
# Scores and shares with which claims are one, whatever they say; a party has few matters.
ALIKE, ALIKE_OF_ONE = ((3.5, 0.6),), ((3.0, 0.45), (4.0, 0.25))
# Of one story, told on the same or the next day: nearly all of a short claim is in the other.
NEXT_DAYS, COVERED, NEXT_SCORE, NEXT_OWN = 2, 0.6, 1.4, 0.9
ALIKE_AT_SITE = ((3.0, 0.3),)  # of one site of one place of one story
GROUND = frozenset({"control", "movement", "deployment", "clash"})
COUNTS = frozenset({"kill", "wound", "kill or wound"})
OURS = re.compile(r"\b(?:our|ours|we)\b", re.IGNORECASE)
DRONES = frozenset({"drone", "drones"})
WISHES = frozenset({"demands", "warns"})
FIELDS = ("matter",)
# How far two claims are one fact: the words of either that the other says, and what one kind, one day and the odds of
# one matter add to that.
ONE_FACT, ONE_FACT_OF_ONE_REPORT = 0.3, 0.75
# A logistic fit over 410 pairs that the rest of this rule linked in five invented stories, 54 of them linked by hand:
# what lies below is one in eight of the pairs and one in thirty of those linked by hand (none in two other stories).
NEAR_CLAIM, NEAR_SENTENCE, NEAR_DAY, NEAR_DOER, NEAR, SURELY = 1.93, 3.23, 0.97, 0.9, 1.5, 3.5
CONTRARY = 0.45  # of two claims of one party, one of them negated, that are contrary
KIND, DAY, ODDS, LEAST_ODDS, MOST_ODDS = 0.2, 0.1, 0.03, -3.0, 6.0


def telling(left: Frame, right: Frame, common: Matter) -> Verdict | None:
    """`repeats` where one party tells it again, `agrees` where another does, `supersedes` where it tells it anew."""
    if common.opposed or common.place == "apart" or not common.same_time or left.silent or right.silent:
        return None
    same = same_party(left, right)
    ends = one_end(left, right, common) and not (_count_apart(left, right) or _done_by_two(left, right, common))
    if ends or both_blame(left, right, common):
        return _alike(left, right, common, same=same)
    if not _enough(left, right, common, same=same) or (not same and _count_apart(left, right)):
        return None
    if opposite_ends(left, right, common) or _by_other_means(left, right, same=same):
        return None
    score = min(0.9, 0.3 + 0.12 * common.score)
    if same:
        return None if of_one_sentence(left, right) else _again(left, right, common, score)
    if (
        two_facts(left, right)
        or _wished(left, right)
        or _done_by_two(left, right, common)
        or answers_charge(left, right)
    ):
        return None
    if common.story and left.negates != right.negates:
        return None  # one tells that something was, the other that something was not
    one = _one_fact(left, right, common) and not side_by_side(left, right, common)  # last, for both read every word
    return Verdict("agrees", "existence", score, FIELDS, "both tell it") if one else None


def _by_other_means(left: Frame, right: Frame, *, same: bool) -> bool:
    """Whether two claims name weapons that cannot both be meant; of one party, which says "air strike" of any missile
    and "shelling" of any blow, only where drones are one of them."""
    if not other_means(left, right):
        return False
    return not same or any(not DRONES.isdisjoint(frame.words.tokens) for frame in (left, right))


def _alike(left: Frame, right: Frame, common: Matter, *, same: bool) -> Verdict:
    """What two claims say that put one thing at one end ("every aircraft home", "all are back") or blame one party."""
    score = min(0.85, 0.4 + 0.1 * max(common.score, common.odds))
    if same:
        return Verdict("repeats", "existence", score, FIELDS, "the same party tells it again")
    return Verdict("agrees", "existence", score, FIELDS, "both tell it")


def _one_fact(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether two claims on one matter tell one fact of it: most of either is in the other, in whatever words.

    Reports on one story tell of many facts beside each other. Of 1,094 pairs that the rest of this rule linked in seven
    invented stories, 75 of them linked by hand, this leaves 505 and 67 of these.
    """
    alike_told = _near(left, right, common) if common.story else inf
    if alike_told < NEAR:
        return False
    likely = max(LEAST_ODDS, min(MOST_ODDS, common.odds))
    least = ONE_FACT_OF_ONE_REPORT if left.setting is right.setting else ONE_FACT
    least -= KIND * like_kinds(left, right) + DAY * common.same_day + ODDS * likely
    if _share(left, right) < least and _told(left, right) < least:
        return common.story and alike_told >= SURELY and same_party(left, right)
    return True


def _near(left: Frame, right: Frame, common: Matter) -> float:
    """How near two claims and the sentences around them are in what they tell, by day, doer and how things stand."""
    claims, sentences = near(left, right)
    ends, doers = same_ends(left, right), bool(left.doers & right.doers)
    return NEAR_CLAIM * claims + NEAR_SENTENCE * sentences + NEAR_DAY * common.same_day + NEAR_DOER * (doers + ends)


def _told(left: Frame, right: Frame) -> float:
    """How much of either claim the other says, on average, 0 to 1."""
    return (coverage(left, right) + coverage(right, left)) / 2


def _share(left: Frame, right: Frame) -> float:
    """The same in like words alone, which is quick to find."""
    return (shared_part(left, right) + shared_part(right, left)) / 2


def _again(left: Frame, right: Frame, common: Matter, score: float) -> Verdict | None:
    """What a party says that tells a matter a second time."""
    if left.claim.speaker is None and right.claim.speaker is None and (common.gap or 0) > SAME_NEWS:
        return None  # a paper has no account of its own to go back on: it goes on to other news
    if not _one_fact(left, right, common):
        return None
    contrary = common.story and left.negates != right.negates and later_of(left, right) is not None
    if contrary and _told(left, right) < CONTRARY:
        return None
    if _scopes_apart(left, right):
        return Verdict("differs", "scope", score, FIELDS, "counted otherwise")
    return _moving_on(left, right, common, score, by_words=common.story or both_speak(left, right))


def _moving_on(left: Frame, right: Frame, common: Matter, score: float, *, by_words: bool) -> Verdict | None:
    """What a party says that tells one fact twice: the same, or how it stands since."""
    later = moved_on(left, right, by_words=by_words) or (later_of(left, right) if _figures_apart(left, right) else None)
    if later is not None:
        return Verdict("supersedes", "existence", score, FIELDS, "the same party tells it differently later", later)
    if left.real != right.real or side_by_side(left, right, common):
        return None
    sunk = sunk_since(left, right)
    if sunk is not None:
        return Verdict("supersedes", "existence", score, FIELDS, "the same party says that the ship sank", sunk)
    return Verdict("repeats", "existence", score, FIELDS, "the same party tells it again")


def _count_apart(left: Frame, right: Frame) -> bool:
    """Whether they count one thing differently: then they do not tell the same."""
    people = "people", "displaced"
    pairs = [
        (a, b)
        for a in own_amounts(left)
        for b in own_amounts(right)
        if a.what & b.what or (a.what & {*people} and left.claim.kind == right.claim.kind and len(b.what) == 1)
    ]
    return bool(pairs) and not any(a.meets(b) and a.close(b) for a, b in pairs)


def _done_by_two(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether each tells what its own side does, or what the other's does: then they tell two things."""
    if left.claim.stance == right.claim.stance == "accuses" and not _one_accused(left, right):
        return True
    if rivals(left, right) and all(
        frame.claim.kind in GROUND and OURS.search(frame.claim.text) for frame in (left, right)
    ):
        return True  # "our units hold the town" of either side is a word on its own
    if not left.doers or not right.doers or _one_doer(left, right):
        return False
    if official(left.doers) and official(right.doers):
        return False
    own = bool(left.doers & left.party), bool(right.doers & right.party)
    crossed = bool(left.doers & right.party), bool(right.doers & left.party)
    ground = left.claim.kind in GROUND and right.claim.kind in GROUND and not (left.negates or right.negates)
    ground = ground and official(left.doers) != official(right.doers)
    return (all(own) and bool(common.core & (DEEDS | GROUPS))) or any(crossed) or ground


def _one_doer(left: Frame, right: Frame) -> bool:
    """Whether two claims name one doer, by one name or with more words: "frigate Resolute"."""
    return any(a == b or a.endswith(f" {b}") or b.endswith(f" {a}") for a in left.doers for b in right.doers)


def _one_accused(left: Frame, right: Frame) -> bool:
    """Whether two charges are laid to one party: to the same doers, or in words that name both."""
    one, other = ({key.split()[-1] for key in doer_of(frame)} for frame in (left, right))
    if one and other:
        return bool(one & other)
    return not (one or other) or bool((one | other) & {*left.words.tokens} & {*right.words.tokens})


def _figures_apart(left: Frame, right: Frame) -> bool:
    """Whether two claims of one party count one thing, parts and what came on top too, and give no number alike."""
    pairs = [(a, b) for a in left.amounts for b in right.amounts if a.what & b.what and a.comparable(b)]
    return bool(pairs) and not any(a.meets(b) for a, b in pairs)


def _scopes_apart(left: Frame, right: Frame) -> bool:
    """Whether they count other groups of one people: the killed against the killed and wounded, and no number alike."""
    pairs = [(a, b) for a in left.amounts for b in right.amounts if a.what & COUNTS and b.what & COUNTS]
    return bool(pairs) and not any(a.meets(b) or a.what & b.what for a, b in pairs)


def _wished(left: Frame, right: Frame) -> bool:
    """Whether one tells what the other only asks for or holds possible; what was promised may come true."""
    wish = left if right.real else right
    return left.real != right.real and (wish.claim.stance in WISHES or wish.claim.status == "conditional")


def _enough(left: Frame, right: Frame, common: Matter, *, same: bool) -> bool:
    """Whether two claims share enough to be one matter told twice."""
    if common.odds >= (LIKELY if same else SURE):
        return True
    if not common.core:
        one_site = common.story and common.place == "same" and bool(common.shared & TARGETS)
        enough = ALIKE_OF_ONE if same else ALIKE_AT_SITE if one_site else ALIKE
        return any(common.score >= score and common.share >= share for score, share in enough)
    if same and common.score >= SAME_PARTY and common.own >= SAME_PARTY_OWN:
        return True
    if left.real != right.real and left.happened and right.happened and common.score >= CAME_TRUE:
        return True
    if common.same_day and common.score >= SAME_DAY:
        return True
    if common.gap is not None and common.gap <= NEXT_DAYS and common.share >= COVERED and common.story:
        return common.score >= NEXT_SCORE and common.core_share >= 1.0 and common.own >= NEXT_OWN
    if (
        (left.against or bool(left.words.denied & common.core))
        and common.score >= BOTH_DENY
        and common.own >= BOTH_DENY_OWN
    ):
        return True
    return common.score >= ENOUGH and common.own >= ENOUGH_OWN and common.share >= ENOUGH_SHARE
