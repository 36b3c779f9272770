"""Two counts of what befell the same people or things of one story, whatever nouns and verbs tell it."""

from __future__ import annotations

import re
from math import inf

from fogline.data.gazetteer import fold
from fogline.links.anchors import LONG_REPORT
from fogline.links.callings import two_callings
from fogline.links.comparing.matter import Matter
from fogline.links.comparing.meaning import LIKELY, SURE
from fogline.links.comparing.sides import belligerent, both_told, holders_apart, of_one_army, one_side, party, rivals
from fogline.links.frames import Frame
from fogline.links.lexicon import lexicon
from fogline.links.tallies import Tally
from fogline.links.verdicts import Verdict, changed, later_of, same_party

__all__ = ["apart", "by_tally", "of_a_period", "tallying"]

ENOUGH = 1.2  # what two claims of short reports of one town share at least
NEXT_DAYS, NEXT_DAY = 5, 2
PLAIN = 2.5
LEAST = -2.0  # odds of one matter below which even one fate of one side is of two events
FEWEST, SMALL = 3, 12  # figures that turn up everywhere, and those that chance hardly repeats
GROWTH = 1.6  # a toll that rises by less from one day to a later one is news
SAME_DAYS = 5  # days within which what does not grow is counted of one state of affairs
GROWING = frozenset({"dead", "wounded", "missing", "displaced"})
ORDER = ("lost", "dead", "captive", "freed", "missing", "wounded", "displaced", "staying", "stopped", "passed", "sent")
CUSTODY, CRAFT = ("captive", "freed"), ("aircraft", "vehicle", "ship")
LASTING = frozenset({"lost", "sent"})  # what was done once, whenever it is told
SLACK, ABOUT = 0.02, 0.1
CLOSE = 2.0
OPEN = 1.3  # what two least numbers of one count may differ by
MOST_APART, ONE_DAY = 3, 2  # how often the dead of a day go into those of one battle
NARROW = frozenset({"point", "town"})
MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
# "since the fighting began on Sunday" is the event itself, of this week.
OF_THIS_WEEK = rf"the (?:\w+ ){{1,5}}(?:began|started|opened|erupted|broke out|resumed) (?:on )?{WEEKDAY}"
SINCE = re.compile(
    rf"\b(?:since (?!{OF_THIS_WEEK})(?:the|\d|{MONTH})|in the (?:past|last) |"
    rf"(?:in|over|of) (?:\w+ )?(?:days|weeks|months)|"
    rf"between \d+ and \d+ (?:{MONTH})|from \d+ to \d+ (?:{MONTH})|"
    r"while it lasted|so far this|this (?:year|month)|a day|every day|daily)\b"
)
IN_MONTH = re.compile(rf"\bin (?:{MONTH})\b")
# What says that a count takes the place of an earlier one.
REVISED = re.compile(
    r"\b(?:final|closing|now|rais(?:e|es|ed|ing)|rose|risen|lower(?:s|ed)?|cut|trimm?(?:s|ed)|correct(?:s|ed)?|"
    r"revis(?:es|ed|ing)|updat(?:es|ed)|come down|came down|up from|down from|concede[sd]?|admit(?:s|ted)?|"
    r"acknowledge[sd]?|gives?|brought|bringing|reached|climb(?:s|ed)?|grown?|grew)\b",
    re.IGNORECASE,
)
HOUSE = re.compile(r"(\w+) (?:authority|administration|directorate|service|hospital|department|company|board|agency)")
FIELDS = ("number", "fate", "whose", "as of")


def tallying(left: Frame, right: Frame, common: Matter) -> Verdict | None:
    """What two counts of one fate of one side's people or things say of each other."""
    if not left.tallies or not right.tallies or not _one_event(left, right, common):
        return None
    score = min(0.9, 0.45 + 0.08 * max(common.score, 0.0))
    pairs = _pairs(left, right, common)
    for fate in sorted({one.fate for one, _, _ in pairs}, key=ORDER.index):
        told = [(one, other, side) for one, other, side in pairs if one.fate == fate]
        fit = next((pair for pair in told if _meet(*pair[:2]) and _telling(*pair[:2], common, side=pair[2])), None)
        if fit is not None:
            return _fitting(left, right, fit[:2], score)
        sure = [(one, other) for one, other, side in told if side]
        if sure and not any(_meet(*pair) for pair in sure):
            return _excluding(left, right, sure[0], score, common)
    return None


def by_tally(verdict: Verdict) -> bool:
    """Whether a verdict rests on two counts of one fate of one side, which few claims share by chance."""
    return verdict.fields == FIELDS


def apart(left: Frame, right: Frame, *, told: bool) -> bool:
    """Whether all that two claims count of one fate is of two sides, so that neither tells the other's count.

    Where they are `told` to be one fact, other figures of what may be two sides are enough.
    """
    alike = [(a, b) for a in left.tallies for b in right.tallies if a.fate == b.fate]
    pairs = [(a, b, None if a.whole or b.whole else _told(left, a, right, b)) for a, b in alike]
    return bool(pairs) and all(side is False or (told and side is None and not _meet(a, b)) for a, b, side in pairs)


def _one_event(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether two claims are of one event, as far as their reports, places and words can tell."""
    if common.place == "apart" or not (common.odds >= LEAST if common.story else _of_one_town(left, right, common)):
        return False
    told = left.real and right.real and not (left.silent or right.silent)
    return told and not (_rejects(left) or _rejects(right))


def _of_one_town(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether two reports that share few names still tell, within days, of one town, or at once of one party."""
    one, other = left.setting, right.setting
    if min(one.told, other.told) < LONG_REPORT or common.gap is None or common.gap > NEXT_DAYS:
        return False
    named = bool(one.mains & other.mains) and common.gap <= NEXT_DAY
    return common.score >= ENOUGH and (named or any(":" in anchor for anchor in one.anchors & other.anchors))


def _rejects(frame: Frame) -> bool:
    """Whether a claim rejects a figure that it names: "the figure of 52 dead as propaganda"."""
    return frame.against and not any(tally.none for tally in frame.tallies)


def _pairs(left: Frame, right: Frame, common: Matter) -> list[tuple[Tally, Tally, bool | None]]:
    """The counts of one fate and kind that are not of two sides, those of one side first."""
    found = [
        (a, b, side)
        for a in left.tallies
        for b in right.tallies
        if _alike(a, b) and (side := _side(left, a, right, b, common)) is not False
    ]
    if not found or one_counter(left, right):
        return sorted(found, key=lambda pair: pair[2] is not True)
    other = of_a_period(left) != of_a_period(right)
    kept = [pair for pair in found if not (other and pair[0].fate in (*GROWING, "captive"))]
    return sorted(kept, key=lambda pair: pair[2] is not True)


def _side(left: Frame, one: Tally, right: Frame, other: Tally, common: Matter) -> bool | None:
    """Whether two counts are of one side; where no word tells, of one place, of one holder or of one who counts."""
    if (one.whole or other.whole) and not (one.whose.own or other.whose.own) and common.odds >= LIKELY:
        return True  # who they were is what the two are at odds on
    side = _told(left, one, right, other)
    if side is not None:
        return side
    if one.thing == "staff" or one.fate == "sent" or (one.thing in CRAFT and common.place == "same"):
        return True
    if one.fate == "displaced" and (common.place == "same" or common.odds >= PLAIN):
        return True
    if one.fate == "lost" and one.none != other.none and rivals(left, right):
        return True
    sure = common.odds >= SURE and one.fate == "captive"
    if sure:
        return True
    later = later_of(left, right)
    revised = later is not None and REVISED.search(later.claim.sentence.text) is not None
    odds = common.odds if common.story else LIKELY  # of one town, and alike enough: see `_of_one_town`
    likely = odds >= (LEAST if revised else LIKELY) and one.whose.enemy == other.whose.enemy
    likely = likely and (revised or one.fate == "captive" or both_told(left, one, right, other))
    return True if likely and one_counter(left, right) else None


def _told(left: Frame, one: Tally, right: Frame, other: Tally) -> bool | None:
    """Whether words tell that two counts are of one side, or of two."""
    return False if one.fate in CUSTODY and holders_apart(left, right) else one_side(left, one, right, other)


def one_counter(left: Frame, right: Frame) -> bool:
    """Whether one party, or one house and the person who heads it, counts twice."""
    ours = party(left) & party(right) & lexicon().state_names
    if same_party(left, right) or ours or of_one_army(left, right) or _of_house(left, right) or _of_house(right, left):
        return True
    return _heads(left, right) or _heads(right, left)


def _of_house(one: Frame, other: Frame) -> bool:
    """Whether a name is that of the house of the other: "Dr Ana Ruiz of Medical Bridge", "Task Force South"."""
    houses = {key.rpartition(" of ")[2].removeprefix("the ") for key in one.party} - lexicon().state_names
    return any(" " in house and f" {house} " in f" {key} " for house in houses for key in other.party)


def _heads(person: Frame, body: Frame) -> bool:
    """Whether the words before a person's name are the name of a body: "doctor of the city hospital, Olha Melnyk"."""
    if any(found[1] in person.party for key in body.party if (found := HOUSE.fullmatch(key))):
        return True  # the port's director and the port authority
    speaker = person.claim.speaker
    if speaker is None or speaker.kind != "person" or speaker.span is None:
        return False
    words = " ".join(person.context.tokens)
    name = fold(speaker.name).split()[-1]
    return any(
        " " in key and re.search(rf"\b{re.escape(key)}(?: \w+){{0,2}} {re.escape(name)}\b", words) for key in body.party
    )


def of_a_period(frame: Frame) -> bool:
    """Whether a claim counts what came in weeks or months, not in one event."""
    return SINCE.search(frame.claim.sentence.text) is not None or IN_MONTH.search(frame.claim.text) is not None


def _alike(one: Tally, other: Tally) -> bool:
    if one.previous or other.previous or one.part or other.part or one.fate != other.fate:
        return False
    if two_callings(one.calling, other.calling):
        return False
    return one.thing == other.thing or None in (one.thing, other.thing)


def _meet(one: Tally, other: Tally) -> bool:
    if one.none != other.none:
        return False
    slack = ABOUT if one.approximate or other.approximate else SLACK
    meets = one.low <= other.high * (1 + slack) and other.low <= one.high * (1 + slack)
    size = sorted(min(b for b in (t.high, t.low) if abs(b) < inf) for t in (one, other))
    return meets and size[1] <= CLOSE * size[0]


def _telling(one: Tally, other: Tally, common: Matter, *, side: bool | None) -> bool:
    """Whether two figures that fit are one: those of one side, or such as chance hardly repeats."""
    same = max(one.bounds & other.bounds, default=0)
    if one.none and other.none:
        return side is True
    return same > SMALL or (side is True and (same >= FEWEST or common.odds > 0))


def _fitting(left: Frame, right: Frame, fit: tuple[Tally, Tally], score: float) -> Verdict:
    note, later = _note(*fit), later_of(left, right)
    if not one_counter(left, right):
        return Verdict("agrees", "number", score, FIELDS, f"the numbers fit: {note}")
    if later is not None and not fit[0].bounds & fit[1].bounds:
        told = _changed(fit, left, later)
        return Verdict("supersedes", "number", score, FIELDS, told, later)
    if _wide_apart(*fit):
        return Verdict("differs", "scope", score, FIELDS, f"counted otherwise: {note}")
    return Verdict("repeats", "number", score, FIELDS, f"the same number again: {note}")


def _wide_apart(one: Tally, other: Tally) -> bool:
    """Whether two numbers meet only because neither has an upper bound: "more than 306" and "more than 475"."""
    low, high = sorted((one.low, other.low))
    return one.high == other.high == inf and high > OPEN * low


def _excluding(left: Frame, right: Frame, pair: tuple[Tally, Tally], score: float, common: Matter) -> Verdict | None:
    later, note = later_of(left, right), _note(*pair)
    if one_counter(left, right):
        told = _changed(pair, left, later)
        fewer = _fewer_of_its_own(left, right, pair, later)
        return None if later is None or fewer else Verdict("supersedes", "number", score, FIELDS, told, later)
    if not rivals(left, right) or _of_an_incident(left, right, pair):
        return None
    if _grown(left, right, pair, common):
        return Verdict("differs", "time", score, FIELDS, f"the number may have grown: {note}")
    if not _at_odds(left, right, pair):
        return None
    return Verdict("clashes", "number", score, FIELDS, f"the numbers exclude each other: {note}")


def _at_odds(left: Frame, right: Frame, pair: tuple[Tally, Tally]) -> bool:
    """Whether two numbers are more than two ways of counting: a side of the war counts, or one says there was none."""
    sides = belligerent(left) or belligerent(right) or _told(left, pair[0], right, pair[1])
    return bool(sides) or pair[0].none != pair[1].none


def _of_an_incident(left: Frame, right: Frame, pair: tuple[Tally, Tally]) -> bool:
    """Whether one counts those of one day and spot, and the other so many more that they are of a campaign."""
    one, other = (_is_incident(frame) for frame in (left, right))
    low, high = sorted(max(tally.bounds, default=0.0) for tally in pair)
    return one != other and 0 < low * MOST_APART < high


def _is_incident(frame: Frame) -> bool:
    spot = any(place.precision in NARROW for place in frame.here)
    return spot and frame.happened is not None and frame.happened.length <= ONE_DAY


def _grown(left: Frame, right: Frame, pair: tuple[Tally, Tally], common: Matter) -> bool:
    """Whether the later number may be what became of the earlier one."""
    if pair[0].fate in LASTING:
        return False
    later = later_of(left, right)
    if later is None:
        return False
    early, late = pair if later is right else pair[::-1]
    earlier = left if later is right else right
    if later.happened is not None and earlier.said is not None and later.happened.first > earlier.said:
        return True
    if pair[0].fate not in GROWING or early.none:
        return (common.gap or 0) > SAME_DAYS
    return late.fate == "displaced" or early.high < late.low <= GROWTH * early.high


def _fewer_of_its_own(left: Frame, right: Frame, pair: tuple[Tally, Tally], later: Frame | None) -> bool:
    """Whether a party tells of fewer dead of its own later: they are other dead, for the first do not come back."""
    early, late = pair if later is right else pair[::-1]
    return late.fate in GROWING and late.high < early.low and not (early.whose.enemy or late.whose.enemy)


def _changed(pair: tuple[Tally, Tally], left: Frame, later: Frame | None) -> str:
    one, other = pair
    texts = ("none" if one.none else one.text, "none" if other.none else other.text)
    return changed(texts, [one.fate, one.thing or other.thing or "people"], left, later)


def _note(one: Tally, other: Tally) -> str:
    told = ("none" if tally.none else tally.text for tally in (one, other))
    return f"{' against '.join(told)} ({one.fate}, {one.thing or other.thing})"
