"""How likely two claims of one story must be on one matter before a rule may say how they stand.

Measured, not thought out: on five sets of stories marked whole (`gate/links/whole`), by the rule that spoke. The bars
of kinds, wishes and turns were read off two of the sets; in the other three they cut away as well.
"""

from __future__ import annotations

from fogline.links.comparing.admitting import admits
from fogline.links.comparing.matter import Matter
from fogline.links.comparing.meaning import like_kinds, near
from fogline.links.comparing.opposites import same_ends
from fogline.links.frames import Frame
from fogline.links.verdicts import Verdict
from fogline.links.wording import IDEA

__all__ = ["too_loose"]

Rule = tuple[str, str, tuple[str, ...]]  # a verdict's relation, what it is about, and the fields it rests on

DENIED = ("clashes", "polarity", ("polarity", "matter"))
TURNED = ("supersedes", "polarity", ("polarity", "matter"))
RETOLD = ("supersedes", "existence", ("matter",))
BOTH_TELL = ("agrees", "existence", ("matter",))
AGAIN = ("repeats", "existence", ("matter",))
ODDS: dict[Rule, float] = {
    DENIED: 0.5,
    ("supersedes", "confirmation", ("stance", "speaker", "said")): -0.3,
}
# A side's two words within so few days are two sides of one account, not a turn; who tells more
# within a week, or what he had only feared, takes nothing back.
DAYS: dict[Rule, int] = {TURNED: 2, RETOLD: 2}
LATER = 7
# Of these things a war has many at once: people move, are held, are fed and talk in many places.
NAMED = frozenset({"attack", "control"})  # what is denied most, and in the fewest words
MANIFOLD = frozenset({"movement", "detention", "negotiation", "casualties", "aid"})
FIGHTING, MOVING = frozenset({"attack", "clash"}), frozenset({"movement", "deployment"})
MANIFOLD_ODDS, TOLD_ODDS, KINDRED_ODDS = 2.7, 1.5, 2.0
AGAIN_ODDS = 2.0
RETOLD_ODDS = 3.0
LIKELY_SO = "possible"  # "had probably come from there"
DENIED_ODDS = 0.9  # who expressly denies names what he denies
CONTROL = IDEA + "control"
TURN_NEAR, ROUND_NEAR = 0.42, 0.6  # how near the words of a turn, or those around them, are to what it turns from
ANOTHER_COUNT = ("supersedes", "number", ("number", "what is counted", "as of"))
COUNT_NEAR = 0.4  # how near the sentences are in which a party counts anew
# Read off ten sets, five of them written by others later: of agreements below these bars one in four or five is right,
# of denials one in four, of later words one in six.
FAR_ODDS, FAR_WORDS = 3.0, 0.45  # two tellings of one thing in words that are hardly related
COUNTED_ODDS, COUNTED_NEAR = 4.0, 0.5  # a telling with a number in it, and one in another sentence's words
DENIED_FAR_ODDS, DENIED_FAR = 2.0, 0.6  # a denial that names no thing, of what is no attack and holds no place
NEW_WORD_NEAR = {"existence": 0.5, "polarity": 0.4}  # a party's later word within the month, in other words
MONTH = 22


def too_loose(left: Frame, right: Frame, verdict: Verdict, common: Matter) -> bool:
    """Whether what a rule says of two claims of one story rests on too little; outside stories other rules tell."""
    rule = verdict.relation, verdict.about, verdict.fields
    if not common.story:
        return False
    if common.odds < ODDS.get(rule, common.odds) or (common.gap or 0) < DAYS.get(rule, 0):
        return True
    if left.setting is right.setting:
        return False
    if rule in (BOTH_TELL, AGAIN):
        return _beside(left, right, common, same=rule == AGAIN)
    return _turns_loosely(left, right, rule, common)


def _turns_loosely(left: Frame, right: Frame, rule: Rule, common: Matter) -> bool:
    """Whether a denial, or a party's later word, is hardly of what the other claim tells."""
    claims, sentences = near(left, right)
    if rule == DENIED:
        named = not NAMED.isdisjoint((left.claim.kind, right.claim.kind)) or _denies_thing(left, right)
        far = not named and common.odds <= DENIED_FAR_ODDS and claims <= DENIED_FAR
        return far or (common.odds < DENIED_ODDS and left.against != right.against and not _kindred(left, right))
    admitted = admits(left) or admits(right)
    other_words = rule[0] == "supersedes" and sentences <= NEW_WORD_NEAR.get(rule[1], 0.0)
    if other_words and not admitted and (common.gap or 0) < MONTH:
        return True
    if rule == RETOLD:
        return (left.real != right.real or (common.gap or 0) < LATER) and common.odds < RETOLD_ODDS
    if rule == TURNED:
        return claims <= TURN_NEAR and sentences <= ROUND_NEAR and not (CONTROL in common.core or admitted)
    return rule == ANOTHER_COUNT and sentences <= COUNT_NEAR


def _denies_thing(left: Frame, right: Frame) -> bool:
    """Whether one says there was none of what the other speaks of: no depot, no delivery."""
    return not (left.none_of.isdisjoint(right.words.terms) and right.none_of.isdisjoint(left.words.terms))


def _kindred(left: Frame, right: Frame) -> bool:
    """Whether two claims are of one kind, or one tells of troops that come and the other of troops that are there."""
    return like_kinds(left, right) or {left.claim.kind, right.claim.kind} <= MOVING


def _beside(left: Frame, right: Frame, common: Matter, *, same: bool) -> bool:
    """Whether two claims, of the same party or of two, may tell two things of one story that happened side by side."""
    if not same and left.real != right.real and not _came_to_pass(left, right):
        return True  # what is planned, feared or asked for is not yet told
    dated = left.real != right.real and left.happened is not None and right.happened is not None
    if dated or common.same_day or (left.negates and right.negates and common.core):
        return False  # a plan kept within its term, one day that both name, or one thing that both say is not so
    return common.odds < AGAIN_ODDS if same else _hardly_one(left, right, common)


def _came_to_pass(left: Frame, right: Frame) -> bool:
    """Whether what one only plans or holds likely may be what the other tells: both name the day, or it is likely."""
    wish = right if left.real else left
    return wish.claim.status == LIKELY_SO or (left.happened is not None and right.happened is not None)


def _hardly_one(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether the odds of one matter are too low for the kinds of things that two parties tell."""
    if common.odds < TOLD_ODDS and not same_ends(left, right):
        return True
    if _in_other_words(left, right, common):
        return True
    kinds = {left.claim.kind, right.claim.kind}
    if common.odds < KINDRED_ODDS and not (like_kinds(left, right) or kinds <= FIGHTING):
        return True
    return len(kinds) == 1 and kinds <= MANIFOLD and common.odds < MANIFOLD_ODDS


def _in_other_words(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether neither the claims nor, where one of them counts, their sentences are near enough to be of one thing."""
    claims, sentences = near(left, right)
    counted = bool(left.amounts or right.amounts)
    return (common.odds <= FAR_ODDS and claims <= FAR_WORDS) or (
        counted and common.odds <= COUNTED_ODDS and sentences <= COUNTED_NEAR
    )
