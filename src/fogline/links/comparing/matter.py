"""Whether two claims speak about the same matter: shared ideas, names and words, near places, near days."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import fsum, inf

from fogline.links.anchors import one_story, tied
from fogline.links.comparing.admitting import gap_of_matter
from fogline.links.comparing.meaning import LIKELY, SURE, odds, retold
from fogline.links.comparing.places import Nearness, closest, nearness
from fogline.links.frames import Frame
from fogline.links.lexicon import lexicon
from fogline.links.wording import IDEA, NAME, has_negation

__all__ = ["DEEDS", "GROUPS", "TARGETS", "Matter", "matter"]

# How much sharing an idea says. Ideas that most reports on a war share say little.
IDEA_WEIGHT = {
    "troops": 0.5, "station": 0.5, "count": 0.3, "territory": 0.5, "village": 0.4, "civilians": 0.5, "rebels": 0.5,
    "kill": 0.8, "weapon": 0.6, "advance": 0.6, "evidence": 0.4, "stay": 0.2, "damage": 0.6,
}  # fmt: skip
IDEA_DEFAULT, NAME_WEIGHT, PLAIN_WEIGHT = 0.9, 1.1, 0.9
CONTEXT = 0.4  # what a word shared with the sentence around counts, against one shared by the claims themselves
CONTEXT_MOST = 1.2
DENIED_ENOUGH = 1.2
PRESENT = frozenset(IDEA + idea for idea in ("troops", "vehicle", "weapon", "rebels", "formation", "ship"))
SAME_DAY = 0.6
STATE = 0.4  # a state that both claims' own words name
STORY, STORY_NAMES, STORY_THEMES, STORY_DAYS = 0.5, 2, 3, 3
# What is done once: told of two times, it is two deeds.
DEEDS = frozenset(
    IDEA + i for i in ("strike", "kill", "wound", "damage", "mishap", "weapon", "fight", "captive", "repel", "advance")
)
ONE_OF_EACH = "bridge hospital school market dam depot terminal power theatre mall church prison nuclear"
TARGETS = frozenset(IDEA + site for site in ONE_OF_EACH.split())
LOSSES = frozenset({IDEA + "kill", IDEA + "wound"})
RECALLED = 21  # days beyond the news of a day
PACTS = frozenset({IDEA + "truce", IDEA + "accord"})
GROUPS = frozenset({IDEA + "control", IDEA + "pact"})
CAPTIVE = IDEA + "captive"
AIRCRAFT = IDEA + "aircraft"
FOREIGN = IDEA + "foreign"
CONTROL = frozenset({IDEA + "hold", IDEA + "take", IDEA + "lose"})
DIGITS = 9  # to which sums are rounded, so that 2.1 told in parts is 2.1
CACHED = 16_384  # sets of terms whose sums stay in memory
LONGEST_GAP = 130  # days between sayings behind which claims are not on one matter
PLACE_BONUS: dict[Nearness, float] = {"same": 0.7, "within": 0.3, "unknown": 0.0, "apart": -2.0}


@dataclass(frozen=True, slots=True)
class Matter:
    """How far two claims share their matter.

    `own` is the weight of what their own words share, `score` adds their surroundings and places, `share` is `own`
    against all that the shorter one says. `shared` are the terms of both, `core` those that say what is the case,
    `core_share` their part of what the claim with fewer of them says. `gap` is the days between their sayings, None
    where one is unknown. `opposed` tells that one denies what the other affirms. `story` tells that both stand in one
    long report or in two on one story, `tied` that they are at least of one town, site or name; `odds` how likely
    two of one story are on one matter, whatever words they use.
    """

    own: float
    score: float
    share: float
    shared: frozenset[str]
    core: frozenset[str]
    core_share: float
    place: Nearness
    gap: int | None
    same_time: bool
    same_day: bool
    opposed: bool
    story: bool = False
    tied: bool = False
    odds: float = -inf


def matter(left: Frame, right: Frame) -> Matter | None:
    """How far two claims share their matter; None where place or time keep them apart."""
    gap = None if left.said is None or right.said is None else abs(left.said - right.said)
    if gap is not None and gap > LONGEST_GAP:
        return None
    story = one_story(left, right) and not _beside(left, right)
    one, other = left.setting.countries, right.setting.countries
    elsewhere = one and other and one != other and not set(one) & set(other)
    if elsewhere and not (_one_war(left, right) or story):
        return None
    place = nearness(left, right)
    terms = _terms(left, right), _terms(right, left)
    mine, theirs = _grouped(terms[0]), _grouped(terms[1])
    shared = mine & theirs
    own = _weight(shared)
    around = (mine & _grouped(right.context.terms)) | (theirs & _grouped(left.context.terms))
    context = min(CONTEXT_MOST, CONTEXT * _weight(around - shared))
    least = min(_weight(mine), _weight(theirs)) or 1.0
    same_day = _same_day(left, right)
    if place == "apart" and AIRCRAFT in shared and same_day and story:
        place = "unknown"  # they take off in one place and strike in another
    states = STATE * len(left.states & right.states)
    gains = (own, states, context, PLACE_BONUS[place], _nearby(left, right), _story(left, right), SAME_DAY * same_day)
    score = round(fsum(gains), DIGITS)
    core = _core(left, right, terms)
    same_time = _same_time(left, right, core | _cores(shared), shared)
    told = gap_of_matter(left, right, gap)
    likely = odds(left, right, score, own / least, gap=told, at_once=same_time) if story else -inf
    hindered = (IDEA + "block" in mine) != (IDEA + "block" in theirs) and IDEA + "aid" in core
    opposed = _opposed(left, right, core, hindered=hindered, likely=likely if story else None)
    least_core = min(len(_cores(mine)), len(_cores(theirs))) or 1
    core_share = 1.0 if core - _cores(core) else min(1.0, len(_cores(shared)) / least_core)
    core |= _cores(shared)
    return Matter(
        round(own + states, DIGITS), score, round(own / least, DIGITS), shared, core, core_share, place, gap,
        same_time, same_day, opposed, story, tied(left, right, story=story), likely,
    )  # fmt: skip


def _opposed(left: Frame, right: Frame, core: frozenset[str], *, hindered: bool, likely: float | None) -> bool:
    """Whether one of two claims denies what the other affirms; `likely` is the odds of one matter within a story."""
    opposed = (_polarity(left, core) != _polarity(right, core)) != hindered
    if likely is not None:
        if left.negates and right.negates and not core & (left.words.denied | right.words.denied):
            opposed = False  # both say that it is not so, each in its own words
        opposed = opposed or (not hindered and _contrary(left, right, core, likely))
    return opposed and not (_losses_apart(left, right, core) or _losses_apart(right, left, core))


def _beside(left: Frame, right: Frame) -> bool:
    """Whether one of two claims goes beside the story that its report tells, to a place that the other is not of."""
    return (left.aside or right.aside) and closest((*left.here, *left.around), (*right.here, *right.around)) != "same"


def _one_war(left: Frame, right: Frame) -> bool:
    """Whether reports that name places of different countries still speak of one matter: of the same states."""
    states = left.context.states | (left.party & lexicon().state_names)
    return bool(states & (right.context.states | (right.party & lexicon().state_names)))


def _terms(frame: Frame, other: Frame) -> frozenset[str]:
    """The terms of a claim; troops outside their state are foreign where the other claim speaks of foreign ones."""
    return frame.words.terms | {FOREIGN} if frame.abroad and FOREIGN in other.words.terms else frame.words.terms


@lru_cache(maxsize=CACHED)
def _grouped(terms: frozenset[str]) -> frozenset[str]:
    """Terms with holding, taking and losing as one idea: they tell one matter from different ends."""
    return _pacts((terms - CONTROL) | {IDEA + "control"} if terms & CONTROL else terms)


@lru_cache(maxsize=CACHED)
def _pacts(terms: frozenset[str]) -> frozenset[str]:
    """Terms with truces and accords as one idea."""
    return (terms - PACTS) | {IDEA + "pact"} if terms & PACTS else terms


def _polarity(frame: Frame, core: frozenset[str]) -> int:
    """-1 where a claim denies one of the terms `core`, else 1."""
    denied = bool(core & _pacts(frame.words.denied))
    return -1 if denied != frame.against else 1


def _contrary(left: Frame, right: Frame, core: frozenset[str], likely: float) -> bool:
    """Whether one of two claims on one matter, in whatever words, says that it is not so or that there was none."""
    if left.negates != right.negates:
        if left.against == right.against and has_negation(left.words.tokens) and has_negation(right.words.tokens):
            return False  # both hold a negation, and only one was seen to reach the whole
        denial, told = (left, right) if left.negates else (right, left)
        return retold(denial, told, likely) or (likely >= SURE and bool(left.doers & right.doers))
    if likely < LIKELY or left.negates:
        return False
    none = [(one.none_of - other.none_of) & other.words.terms - other.words.denied for one, other in _both(left, right)]
    return bool(core) and not (left.against or right.against) and bool(none[0]) != bool(none[1])


def _losses_apart(none: Frame, told: Frame, core: frozenset[str]) -> bool:
    """Whether one party is said to have no dead, and the dead that the other claim counts are those of another."""
    if not core or core - LOSSES or not none.none_of & LOSSES:
        return False
    own = told.party if any(amount.who == "own" for amount in told.amounts) else frozenset()
    whose = none.doers | none.sufferers
    return bool(own and whose) and not own & whose


def _both(left: Frame, right: Frame) -> tuple[tuple[Frame, Frame], tuple[Frame, Frame]]:
    return (left, right), (right, left)


def _core(left: Frame, right: Frame, terms: tuple[frozenset[str], frozenset[str]]) -> frozenset[str]:
    """Shared terms that say what is the case; where one denies a good part of what both speak of, that part too."""
    shared = _pacts(terms[0]) & _pacts(terms[1])
    one, other = shared & left.words.denied, shared & right.words.denied
    if not one and not other:
        return _cores(shared)
    apart = (one ^ other) & PRESENT
    return _cores(shared) | (one & other) | (apart if _weight(apart) >= DENIED_ENOUGH else frozenset())


@lru_cache(maxsize=CACHED)
def _cores(terms: frozenset[str]) -> frozenset[str]:
    known = lexicon().core
    return frozenset(term for term in terms if term in GROUPS or (term.startswith(IDEA) and term[1:] in known))


def _nearby(left: Frame, right: Frame) -> float:
    """What is gained where a place of the surroundings of one is a place of the other."""
    if left.here and right.here:
        return 0.0
    met = closest((*left.here, *left.around), (*right.here, *right.around))
    return {"same": 0.4, "within": 0.1}.get(met, 0.0)


def _story(left: Frame, right: Frame) -> float:
    """What is gained where the reports share names: they tell one story."""
    if left.setting is right.setting:
        return STORY
    common = left.setting.names & right.setting.names
    if len(common) >= STORY_NAMES:
        return STORY
    themes = left.setting.themes & right.setting.themes
    soon = left.said is not None and right.said is not None and abs(left.said - right.said) <= STORY_DAYS
    return STORY if (common or soon) and len(themes) >= STORY_THEMES else 0.0


def _same_time(left: Frame, right: Frame, core: frozenset[str], shared: frozenset[str]) -> bool:
    """Whether what they tell can have happened at one time; unknown counts as can.

    A deed known by what it hit, or told twice by one person, may be told weeks later.
    """
    if left.real != right.real and left.happened and right.happened:  # a plan may come true before its term
        plan, fact = (right, left) if left.real else (left, right)
        return _came_true(plan, fact)
    deeds = core & (DEEDS - {CAPTIVE} if _held_now(left) or _held_now(right) else DEEDS)
    if deeds and IDEA + "control" not in core:
        one, other = left.deed_days, right.deed_days
        known = bool(shared & TARGETS) or _one_person(left, right)
        slack = RECALLED if known and not (left.happened and right.happened) else 1
        return not one or not other or any(a.meets(b, slack) for a in one for b in other)
    if left.happened is None or right.happened is None:
        return True
    return left.happened.meets(right.happened, slack=1)


def _held_now(frame: Frame) -> bool:
    """Whether a claim tells who is held as things stand: taken weeks before, they still are."""
    return frame.claim.kind == "detention" and frame.claim.status == "ongoing"


def _one_person(left: Frame, right: Frame) -> bool:
    """Whether one person by name makes both claims."""
    one, other = left.claim.speaker, right.claim.speaker
    return one is not None and other is not None and one.kind == other.kind == "person" and one.name == other.name


def _came_true(plan: Frame, fact: Frame) -> bool:
    """Whether what `fact` tells lies between the saying of `plan` and the term that it sets."""
    if fact.happened is None or plan.happened is None or fact.happened.first > plan.happened.last:
        return False
    return plan.said is None or fact.happened.last >= plan.said


def _same_day(left: Frame, right: Frame) -> bool:
    """Whether both name one day on which it happened."""
    one, other = left.happened, right.happened
    return one is not None and other is not None and one.length <= 2 and other.length <= 2 and one.meets(other)


@lru_cache(maxsize=CACHED)
def _weight(terms: frozenset[str]) -> float:
    return round(fsum(_weight_of(term) for term in terms), DIGITS)  # no order of a set may move a threshold


def _weight_of(term: str) -> float:
    if term.startswith(IDEA):
        return IDEA_WEIGHT.get(term[1:], IDEA_DEFAULT)
    return NAME_WEIGHT if term.startswith(NAME) else PLAIN_WEIGHT
