"""Numbers of two claims as intervals of what they count, of whom and as of when."""

from __future__ import annotations

import re
from math import inf

from fogline.links.amounts import Amount
from fogline.links.anchors import one_target, opposed_parties
from fogline.links.callings import two_callings
from fogline.links.comparing.fitting import FIELDS, TOLLS, fitting, note_of
from fogline.links.comparing.matter import TARGETS, Matter
from fogline.links.comparing.meaning import LIKELY, SURE
from fogline.links.comparing.sums import explained
from fogline.links.frames import Frame
from fogline.links.lexicon import lexicon
from fogline.links.verdicts import Verdict, both_speak, changed, later_of, same_party
from fogline.links.wording import IDEA

__all__ = ["numbers", "own_amounts"]

ENOUGH = 0.7
SAME_DAY = 4  # days within which two counts are of one time
GROWTH = 1.6  # a toll that grows by less from one day to the next is news, not contradiction
NEXT_DAYS = 1
MOST_APART, TOO_FAR = 5, 25
FEWEST = 3  # people; one or two turn up everywhere
NAME_LENGTH = 4
GROWTH_OF_DAY = 1.3
LASTING = frozenset({"displaced", "missing"})  # tolls of how things stand, whatever day they name
DONE = frozenset({"weapon", "aircraft", "strike"})
DEED_COUNTS = frozenset({IDEA + "strike", IDEA + "repel", IDEA + "fight", IDEA + "advance"})
PEOPLE_TERMS = frozenset({IDEA + "troops", IDEA + "rebels", IDEA + "civilians"})
PEOPLE = TOLLS | {"people", "captive", "surrendered", "freed"}
COUNTED = PEOPLE | {"count", "troops", "civilians", "rebels"}
# Counts of people that add up from day to day.
GROWING = TOLLS | {"evacuated", "rescued", "freed", "surrendered"}
AREA = "area"
CLASH_SCORE = 0.5  # below it two numbers may be of two matters
PERIOD = re.compile(
    r"\b(?:(?:over|during|in|for|within) (?:the )?(?:past|last|previous|this)?\s*"
    r"(?:day|night|week|month|hours|24 hours)"
    r"|daily|a day|every day|per day|last (?:day|night|week)|past day|today|this week)\b",
    re.IGNORECASE,
)


def numbers(left: Frame, right: Frame, common: Matter) -> Verdict | None:
    """What the numbers that count the same thing say of each other; None where none do."""
    if not left.amounts or not right.amounts:
        return None
    if (common.score < ENOUGH and common.odds < LIKELY) or common.place == "apart" or common.opposed:
        return None
    if left.silent or right.silent:
        return None
    pairs = [pair for a in own_amounts(left) for b in own_amounts(right) if (pair := _pair(a, b, common)) is not None]
    if not pairs and common.story:
        pairs = [(a, b) for a in left.amounts for b in right.amounts if _one_figure(a, b, common)]
    tolls = any(TOLLS & pair[0].what for pair in pairs)
    soon = tolls and common.gap is not None and common.gap <= SAME_DAY
    lasting = common.story and any(LASTING & one.what or one.equal(other) for one, other in pairs)
    state = (same_party(left, right) and (not tolls or common.odds >= LIKELY)) or lasting
    if not pairs or not (common.same_time or soon or state):
        return None
    clashing = [pair for pair in pairs if not pair[0].meets(pair[1])]
    score = min(0.95, 0.4 + 0.12 * common.score)
    if len(clashing) == len(pairs):
        if not _one_count(left, right, clashing[0], common):
            return None
        verdict = _apart(left, right, clashing[0], common)
        clash = verdict is not None and verdict.relation == "clashes"
        return None if clash and explained(left, clashing[0], right, common) else verdict
    fit = next((pair for pair in pairs if pair not in clashing and pair[0].close(pair[1])), None)
    return None if fit is None else fitting(left, right, fit, score, apart=common.tied or common.same_day)


def _pair(one: Amount, other: Amount, common: Matter) -> tuple[Amount, Amount] | None:
    """Two numbers in one unit where they count the same; "no more than 250" takes the unit of the other."""
    if one.comparable(other) or (
        one.equal(other)
        and _of_people(one)
        and _of_people(other)
        and not _of_two_fates(one, other)
        and not two_callings(one.calling, other.calling)
    ):
        return one, other
    if IDEA + "control" in common.core:
        if not one.what and AREA in other.what:
            return one.in_square_km, other
        if not other.what and AREA in one.what:
            return one, other.in_square_km
    return None


def _of_two_fates(one: Amount, other: Amount) -> bool:
    """Whether one counts the killed and the other the wounded: twenty of these are not twenty of those."""
    fates = one.what & TOLLS, other.what & TOLLS
    return bool(fates[0] and fates[1]) and not fates[0] & fates[1]


def _of_people(amount: Amount) -> bool:
    return not amount.what or bool(PEOPLE & amount.what)


def _apart(left: Frame, right: Frame, pair: tuple[Amount, Amount], common: Matter) -> Verdict | None:
    """What two numbers say that exclude each other."""
    later, score = later_of(left, right), min(0.95, 0.4 + 0.12 * common.score)
    if same_party(left, right):
        if not TOLLS & pair[0].what and _of_a_period(left) and _of_a_period(right):
            return None  # each day counts anew
        if [amount.who for amount in pair].count("enemy") == 1:
            return None  # those it killed, and others
        fallen = common.story and common.odds < SURE and TOLLS & pair[0].what and not _grown(left, right, pair)
        told = changed((pair[0].text, pair[1].text), pair[0].what & pair[1].what, left, later)
        # One's own toll that falls is of other dead, unless the matter is sure.
        return None if later is None or fallen else Verdict("supersedes", "number", score, FIELDS, told, later)
    ground = AREA in pair[0].what and common.place == "same" and IDEA + "control" in common.core
    if not (common.tied or ground) or (not common.story and _of_a_period(left) != _of_a_period(right)):
        return None
    if TOLLS.intersection(pair[0].what) and not _one_event(left, right):
        return _tolls(left, right, pair, common)
    return _counts(left, right, pair, common)


def _tolls(left: Frame, right: Frame, pair: tuple[Amount, Amount], common: Matter) -> Verdict | None:
    """What two tolls of different days say: they rise, and never fall."""
    score, note = min(0.95, 0.4 + 0.12 * common.score), note_of(*pair)
    if _grown(left, right, pair):
        return Verdict("differs", "time", score, FIELDS, f"the toll rose: {note}")
    spoken = both_speak(left, right)
    fallen = spoken and common.odds >= SURE and common.same_time and _same_people(pair) and _far_apart(pair)
    return Verdict("clashes", "number", score, FIELDS, f"the numbers exclude each other: {note}") if fallen else None


def _counts(left: Frame, right: Frame, pair: tuple[Amount, Amount], common: Matter) -> Verdict | None:
    """What two parties' numbers of one time, or of a lasting state, say."""
    score, note = min(0.95, 0.4 + 0.12 * common.score), note_of(*pair)
    if DEED_COUNTS & common.core and "village" in pair[0].what:
        return None  # places struck or defended are counted day by day
    if DONE.intersection(*(amount.what for amount in pair)):
        # What a deed took does not change with the day of telling, but the next deed takes other numbers.
        story, gap = common.story, common.gap or 0
        one = (story or gap <= SAME_DAY) if common.shared & TARGETS else (story and gap <= NEXT_DAYS)
        return Verdict("clashes", "number", score, FIELDS, f"the numbers exclude each other: {note}") if one else None
    own_voice = left.claim.speaker is None or right.claim.speaker is None
    scopes = not common.story and _other_scope(left, right, pair)
    tolls = bool(TOLLS.intersection(pair[0].what)) and left.setting is not right.setting
    inside = own_voice and (tolls or left.setting is right.setting or not left.anchors & right.anchors)
    if AREA not in pair[0].what and (inside or scopes or not (common.story or _opposed(left, right, pair))):
        return Verdict("differs", "scope", score, FIELDS, f"counted otherwise: {note}") if common.tied else None
    if score >= CLASH_SCORE and _one_time(left, right) and not _grown(left, right, pair):
        return Verdict("clashes", "number", score, FIELDS, f"the numbers exclude each other: {note}")
    return Verdict("differs", "time", score, FIELDS, f"numbers of different days: {note}")


def _one_count(left: Frame, right: Frame, pair: tuple[Amount, Amount], common: Matter) -> bool:
    """Whether two numbers of people are of one event, not of two that happen to be counted alike."""
    if same_party(left, right) or AREA in pair[0].what or AREA in pair[1].what:
        return True
    victims = bool(_victims(left, right) & _victims(right, left))
    if {pair[0].who, pair[1].who} in ({"own", None}, {"own", "combatant"}) and not victims:
        return False  # one's own dead, and anybody's
    if not TOLLS.intersection(pair[0].what):
        return bool(common.core) or (bool(left.states & right.states) and (left.abroad or right.abroad))
    if _too_far(pair, common) or (not victims and _of_two_sides(left, right, pair)):
        return False
    return victims or _one_toll(pair, common)


def _one_toll(pair: tuple[Amount, Amount], common: Matter) -> bool:
    """Whether what two tolls share beyond counting makes them of one event."""
    beyond = any(term.removeprefix(IDEA) not in COUNTED for term in common.shared)
    alike = pair[0].who is not None and pair[0].who == pair[1].who
    people = bool(PEOPLE_TERMS & common.shared) and common.story
    mutual = {pair[0].who, pair[1].who} == {"own", "enemy"} and common.odds >= LIKELY
    sure = mutual or (common.odds >= SURE and _same_people(pair))
    return sure or beyond or alike or people or common.place in ("same", "within")


def _too_far(pair: tuple[Amount, Amount], common: Matter) -> bool:
    """Whether two tolls of one story are a day's dead and those of a war."""
    low, high = sorted(max(amount.bounds, default=0.0) for amount in pair)
    return common.story and high > TOO_FAR * low > 0


def _of_two_sides(left: Frame, right: Frame, pair: tuple[Amount, Amount]) -> bool:
    """Whether one counts the dead of its own party, by name, and the other those of nobody's enemy."""
    own = _counts_own(left), _counts_own(right)
    return own[0] != own[1] and pair[own[0]].who != "enemy"


def _counts_own(frame: Frame) -> bool:
    tokens = set(frame.words.tokens)
    named = any(set(key.split()) <= tokens for key in frame.party if key not in lexicon().state_names)
    return named or any(amount.who == "own" for amount in frame.amounts)


def _victims(frame: Frame, other: Frame) -> frozenset[str]:
    """The parties of two claims whose people one of them counts: those it names as sufferers, or its own."""
    words = " ".join(frame.words.tokens)
    named = {key for key in frame.party | other.party if len(key) >= NAME_LENGTH and key in words}
    own = frame.party if any(amount.who == "own" for amount in frame.amounts) else frozenset()
    return (frame.sufferers & (frame.party | other.party)) | named | own


def _one_figure(one: Amount, other: Amount, common: Matter) -> bool:
    """Whether two claims of one story give one figure: a telling one, or any of the same people on one matter."""
    if one.equal(other):
        return one.comparable(other)
    people = one.who == other.who and one.who is not None and _of_people(one) and _of_people(other)
    same = {*one.bounds} & {*other.bounds}
    return people and common.odds >= LIKELY and any(bound >= FEWEST for bound in same)


def _far_apart(pair: tuple[Amount, Amount]) -> bool:
    """Whether two tolls differ by more than news, and by less than a day's dead from those of a war."""
    low, high = sorted(max(amount.bounds) for amount in pair)
    return GROWTH * low < high <= MOST_APART * low


def _same_people(pair: tuple[Amount, Amount]) -> bool:
    """Whether nothing tells that two numbers count different people."""
    who = {amount.who for amount in pair}
    return len(who) == 1 or (None in who and not who & {"enemy", "own", "children"}) or who == {"enemy", "own"}


def _one_time(left: Frame, right: Frame) -> bool:
    """Whether both speak of one state of affairs."""
    one, other = left.as_of, right.as_of
    return one is not None and other is not None and one.meets(other, slack=SAME_DAY)


def _one_event(left: Frame, right: Frame) -> bool:
    """Whether two tolls are told so close to each other that they are of one event."""
    return left.said is None or right.said is None or abs(left.said - right.said) <= NEXT_DAYS


def _other_scope(left: Frame, right: Frame, pair: tuple[Amount, Amount]) -> bool:
    """Whether two numbers are of different places; what is more in one town than in two is no matter of scope."""
    here, there = ({p.id for p in frame.here if p.precision != "country"} for frame in (left, right))
    if not here or not there or here == there:
        return False
    one, other = pair
    return not ((here < there and one.low > other.high) or (there < here and other.low > one.high))


def _opposed(left: Frame, right: Frame, pair: tuple[Amount, Amount]) -> bool:
    """Whether two sides count: of two sides, or the enemy's and their own, or one target far apart."""
    if opposed_parties(left, right):
        return True
    one, other = left.claim.speaker, right.claim.speaker
    if one is None or other is None or (one.side and one.side == other.side):
        return False
    if (left.abroad or right.abroad) and left.states & right.states and left.anchors & right.anchors:
        return True  # how many troops of another state stand in one town
    return {pair[0].who, pair[1].who} == {"enemy", "own"} or (one_target(left, right) and not pair[0].near(pair[1]))


def _of_a_period(frame: Frame) -> bool:
    """Whether a claim counts what came in one day or week: the next one counts anew."""
    return PERIOD.search(frame.claim.sentence.text) is not None


def _grown(left: Frame, right: Frame, pair: tuple[Amount, Amount]) -> bool:
    """Whether a toll rose from one day to a later one, or in the course of one day."""
    if not GROWING.intersection(pair[0].what):
        return False
    later = later_of(left, right)
    early, late = pair if later is right else pair[::-1]
    if later is None:
        early, late = sorted(pair, key=lambda amount: amount.bounds)
        return late.low <= GROWTH_OF_DAY * early.high
    mutual = {pair[0].who, pair[1].who} == {"own", "enemy"}
    limit = GROWTH if mutual or opposed_parties(left, right) else inf
    return early.high < late.low <= limit * early.high


def own_amounts(frame: Frame) -> list[Amount]:
    """The numbers that a claim gives as its own: not earlier ones, not parts."""
    return [amount for amount in frame.amounts if not amount.previous and not amount.part]
