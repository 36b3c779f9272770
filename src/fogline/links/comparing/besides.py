"""What two claims tell beside each other though they share most of their words: two facts, not one told twice."""

from __future__ import annotations

import re

from fogline.links.comparing.charging import GUILTY
from fogline.links.comparing.disowning import lays_to
from fogline.links.frames import Frame
from fogline.links.lexicon import lexicon
from fogline.links.wording import IDEA, NAME, Wording, wording

__all__ = ["of_one_sentence", "two_facts"]

# "Sank not because of a fire but because of a hit": the cause that others tell is turned down.
NOT_SO = re.compile(
    r"\bnot (?:because of|due to|owing to|as a result of|from|by|after|through)\b(?P<no>[^.;]*?)\bbut\b(?P<so>.*)$|"
    r"\b(?P<yes>\w[^.;]*?)\b(?:rather than|instead of|and not|, not)\b(?P<other>.*)$",
    re.IGNORECASE | re.DOTALL,
)
CAUSES = frozenset(IDEA + idea for idea in ("strike", "weapon", "own_fire", "mishap"))
WISHES = frozenset({"demands", "warns"})


def of_one_sentence(left: Frame, right: Frame) -> bool:
    """Whether two claims are clauses of one sentence: who adds a clause tells more, not the same again."""
    return left.setting is right.setting and left.claim.sentence_index == right.claim.sentence_index


def two_facts(left: Frame, right: Frame) -> bool:
    """Whether two parties tell two things of one matter: a charge and a deed, a wish and a plan, two causes."""
    if _only_wished(left, right):
        return True
    return any(_blames_alone(a, b) or _other_cause(a, b) for a, b in ((left, right), (right, left)))


def _only_wished(left: Frame, right: Frame) -> bool:
    """Whether one asks or offers what another says that it will do itself."""
    if left.real or right.real or left.claim.stance == right.claim.stance:
        return False
    wish, plan = (left, right) if left.claim.stance in WISHES else (right, left)
    return wish.claim.stance in WISHES and bool(plan.doers & plan.party) and not wish.doers & plan.doers


def _blames_alone(charge: Frame, other: Frame) -> bool:
    """Whether one tells only whose deed it was, and the other lays it to nobody."""
    guilty = GUILTY.search(charge.claim.text) is not None
    if not guilty or charge.negates or GUILTY.search(other.claim.text):
        return False
    whose = charge.doers | charge.words.states
    return bool(whose) and not lays_to(other, whose)


def _other_cause(told: Frame, other: Frame) -> bool:
    """Whether one turns down a cause and the other names nothing of the cause that it puts in its place."""
    found = NOT_SO.search(told.claim.text)
    if not found:
        return False
    cause = wording(found["so"] or found["yes"] or "")
    refused = wording(found["no"] or found["other"] or "")
    if not (refused.terms & CAUSES and cause.terms & CAUSES):
        return False
    return not _telling(cause) & _telling(other.words)


def _telling(words: Wording) -> frozenset[str]:
    states = lexicon().state_names
    return frozenset(t for t in words.terms if t == IDEA + "weapon" or (t.startswith(NAME) and t[1:] not in states))
