"""What two claims tell beside each other though they share most of their words: two facts, not one told twice."""

from __future__ import annotations

import re
from functools import lru_cache

from fogline.links.asserted import opening_of
from fogline.links.comparing.charging import finds_guilty
from fogline.links.comparing.disowning import lays_to
from fogline.links.comparing.matter import Matter
from fogline.links.frames import FRAMES, Frame
from fogline.links.lexicon import lexicon
from fogline.links.wording import IDEA, NAME, Wording, wording

__all__ = ["of_one_sentence", "side_by_side", "two_facts"]

# "Sank not because of a fire but because of a hit": the cause that others tell is turned down.
NOT_SO = re.compile(
    r"\bnot (?:because of|due to|owing to|as a result of|from|by|after|through)\b(?P<no>[^.;]*?)\bbut\b(?P<so>.*)$|"
    r"\b(?P<yes>\w[^.;]*?)\b(?:rather than|instead of|and not|, not)\b(?P<other>.*)$",
    re.IGNORECASE | re.DOTALL,
)
# "The court decides on the men who surrendered", "the mission leaves amid shelling".
WHO = re.compile(
    r"(?<=\w)(?<! of)(?<! for)(?<! in)(?<! to)(?<! by)(?<! from)(?<! with) (?:who|which|where|whose|whom)\b[^,]*$",
    re.DOTALL,
)
AMID = re.compile(r"(?<=\w),? (?:amid|amidst)\b.*$", re.DOTALL)
AFTER = re.compile(r"(?<=\w),? after\b.*$", re.DOTALL)
HABIT = re.compile(
    r"\b(?:every|each) (?:\w+ )?(?:day|night|week|hour)s?\b|\b(?:daily|constantly|regularly|routinely)\b"
)
BLOWS = frozenset({"attack", "damage", "casualties", "accusation"})
CONTROL = frozenset({IDEA + "hold", IDEA + "take", IDEA + "lose"})
SOMEBODY = re.compile(r"\W*(?:he|she)\b", re.IGNORECASE)
REFUTING = frozenset({"debunk", "refute", "rebut", "disprove", "contradict", "dispute"})
NEXT_DAY, FEWEST = 1, 2
ROOT = 3  # letters of a verb that its forms mostly share
CAUSES = frozenset(IDEA + idea for idea in ("strike", "weapon", "own_fire", "mishap"))
WISHES = frozenset({"demands", "warns"})


def of_one_sentence(left: Frame, right: Frame) -> bool:
    """Whether two claims are clauses of one sentence: who adds a clause tells more, not the same again."""
    return left.setting is right.setting and left.claim.sentence_index == right.claim.sentence_index


def two_facts(left: Frame, right: Frame) -> bool:
    """Whether two parties tell two things of one matter: a charge and a deed, a wish and a plan, two causes."""
    if _only_wished(left, right) or _blames_alone(left, right) or _blames_alone(right, left):
        return True
    if _other_cause(left, right) or _other_cause(right, left):
        return True
    return _one_of_many(left, right) or _one_of_many(right, left)


def _one_of_many(one: Frame, other: Frame) -> bool:
    """Whether one tells how somebody died, and the other counts the dead."""
    both = one.claim.kind == other.claim.kind == "casualties"
    return both and SOMEBODY.match(one.claim.text) is not None and any(a.low > 1 for a in other.amounts)


def side_by_side(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether two claims, of one party or two, tell two things: of two days, of every day and of one, or what one of
    them only says beside what it tells.

    In a story, what is said beside the telling is of one matter with it nevertheless.
    """
    if _planned_apart(left, right) or _swapped_anew(left, right, common) or _refutes(left) != _refutes(right):
        return True
    return not common.story and (_every_day(left) != _every_day(right) or _one_aside(left, right, common))


def _planned_apart(left: Frame, right: Frame) -> bool:
    """Whether two plans are each of a day of its own: "will be brought out today", said on two days."""
    days = left.happened, right.happened
    if left.real or right.real or days[0] is None or days[1] is None:
        return False
    return not days[0].meets(days[1])


def _swapped_anew(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether both tell of an exchange, days apart and with no number in common: another follows within days."""
    took_place = all(frame.real and frame.words.has("exchange") for frame in (left, right))
    if not took_place or (common.gap or 0) <= NEXT_DAY:
        return False
    return not common.same_day and not any(a.meets(b) for a in left.amounts for b in right.amounts)


@lru_cache(maxsize=FRAMES)
def _every_day(frame: Frame) -> bool:
    return HABIT.search(frame.claim.text) is not None


def _refutes(frame: Frame) -> bool:
    """Whether a claim tells that somebody refutes a word: "the footage debunks their account of the raid"."""
    return frame.claim.predicate in REFUTING


def _one_aside(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether one claim says only beside what it tells, in another clause, all that the other tells in common."""
    mains = _main(left, by_blow=right.claim.kind in BLOWS), _main(right, by_blow=left.claim.kind in BLOWS)
    if not common.core or not any(mains):
        return False
    core = common.core | CONTROL if IDEA + "control" in common.core else common.core
    told = [
        bool(core & (wording(main).terms if main else f.words.terms))
        for f, main in zip((left, right), mains, strict=True)
    ]
    return told[0] != told[1]


@lru_cache(maxsize=2 * FRAMES)
def _main(frame: Frame, *, by_blow: bool) -> str | None:
    """The main clause of a claim that has another beside it; None where it has none.

    Beside a claim on a blow (`by_blow`) what it tells as having come after something else is its own.
    """
    text = frame.claim.text
    main = AMID.sub("", text.removeprefix(opening_of(text)))
    told = WHO.sub("", main)
    stem = (frame.claim.predicate or "")[:ROOT]
    if stem and any(token.startswith(stem) for token in told.lower().split()):
        main = told  # its verb is there, and not behind "who"
    main = main if by_blow else AFTER.sub("", main)
    return main if main != text and len(main.split()) >= FEWEST else None


def _only_wished(left: Frame, right: Frame) -> bool:
    """Whether one asks or offers what another says that it will do itself."""
    if left.real or right.real or left.claim.stance == right.claim.stance:
        return False
    wish, plan = (left, right) if left.claim.stance in WISHES else (right, left)
    return wish.claim.stance in WISHES and bool(plan.doers & plan.party) and not wish.doers & plan.doers


def _blames_alone(charge: Frame, other: Frame) -> bool:
    """Whether one tells only whose deed it was, and the other lays it to nobody."""
    if not finds_guilty(charge.claim.text) or charge.negates or finds_guilty(other.claim.text):
        return False
    whose = charge.doers | charge.words.states
    return bool(whose) and not lays_to(other, whose)


def _other_cause(told: Frame, other: Frame) -> bool:
    """Whether one turns down a cause and the other names nothing of the cause that it puts in its place."""
    cause = _cause(told.claim.text)
    return cause is not None and not _telling(cause) & _telling(other.words)


@lru_cache(maxsize=16384)
def _cause(text: str) -> Wording | None:
    """The cause that a text puts in the place of one that it turns down; None where it does not."""
    found = NOT_SO.search(text)
    if not found:
        return None
    cause = wording(found["so"] or found["yes"] or "")
    refused = wording(found["no"] or found["other"] or "")
    return cause if refused.terms & CAUSES and cause.terms & CAUSES else None


def _telling(words: Wording) -> frozenset[str]:
    states = lexicon().state_names
    return frozenset(t for t in words.terms if t == IDEA + "weapon" or (t.startswith(NAME) and t[1:] not in states))
