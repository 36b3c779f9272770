"""Whether two claims that would be linked are of one episode: one strike, one battle, one count, not another day's.

A war repeats itself: one town is shelled every week, losses are counted every day. Two claims on such a matter are one
only with a day, a site or a running count in common; long reports on one story have been told apart before.
"""

from __future__ import annotations

import re
from functools import lru_cache

from fogline.data.gazetteer import fold
from fogline.links.anchors import one_kind, opposed_parties
from fogline.links.comparing.fitting import STAGE
from fogline.links.comparing.matter import Matter
from fogline.links.comparing.meaning import near
from fogline.links.comparing.phases import afloat_apart, burns_only, doers_apart, hours_apart
from fogline.links.comparing.recurring_counts import of_two_days, one_count
from fogline.links.comparing.recurring_deeds import ALIKE, NEWS, WORDS, alike, counted_apart, one_deed, timing
from fogline.links.comparing.recurring_ground import one_ground, one_matter, one_silence, taken_back
from fogline.links.episodes import of_period, spots_of
from fogline.links.frames import FRAMES, Frame
from fogline.links.lexicon import lexicon
from fogline.links.verdicts import Verdict
from fogline.links.wording import IDEA, NAME, skeleton, wording

__all__ = ["one_episode"]

DENIED, HELD = ("polarity", "matter"), ("place", "holder", "extent", "as of")  # what a verdict rests on
TELLING = frozenset({"agrees", "repeats", "supersedes"})
DEEDS = frozenset({"attack", "damage", "casualties", "clash"})
UNREAL = 0.6  # how much of each other two plans or demands say that are one, or a deed and a talk of it
LIKE_SENTENCE = 0.8  # how near the sentences around two like claims of few words are
FEWEST, LONG = 6, 12  # words that only one text has within days, and at any time
FULL = 6  # claims of a report that tells its story at length
WEAPON = IDEA + "weapon"
EACH_OTHER = re.compile(r"\b(?:each other|one another)\b", re.IGNORECASE)
# "Harlan on the charges: Northland often accuses others": the word is the one's who stands before the colon.
HEADING = re.compile(r"^\W*((?:[A-Z][\w’'-]+\s+){1,4}(?:on|about|of)\b[^:]{2,60}):\s")
ANEW = re.compile(r"\b(?:again|another|new|second|once more)\b", re.IGNORECASE)
FIRE = re.compile(
    r"\b(?:fire|blaze)\b.{0,40}\b(?:contained|broke|extinguished|localis\w+|out)\b|"
    r"\bafter (?:an? )?(?:explosion and )?fire\b|\bstorm\b|"
    r"\b(?:explosions?|detonations?) of (?:\w+ )?(?:am)?munitions?\b|\b(?:am)?munitions? (?:explo|detonat)\w+",
    re.IGNORECASE,
)
BLOW = re.compile(r"\b(?:strikes?|struck|hits?|hitting|attack\w*|shell\w*|bomb\w*|fired|weapons?)\b", re.IGNORECASE)
ACCIDENT = frozenset({IDEA + "own_fire", IDEA + "mishap"})


def one_episode(left: Frame, right: Frame, verdict: Verdict, common: Matter) -> bool:
    """Whether a link of two claims stands: that both are of one episode, or that their matter is none that recurs."""
    if verdict.relation not in TELLING:
        if verdict.relation == "clashes" and (_headed(left, right) or _headed(right, left)):
            return False
        if verdict.relation == "differs":
            return left.setting is right.setting or _beside_each_other(left, right, verdict, common)
        return not of_two_days(left, right, verdict, common)
    if left.setting is right.setting:
        return not _one_account(left, right) if verdict.relation == "agrees" else not counted_apart(left, right)
    if common.story and min(left.setting.told, right.setting.told) >= FULL:
        return True
    return _of_one_thing(left, right, verdict, common)


def _beside_each_other(left: Frame, right: Frame, verdict: Verdict, common: Matter) -> bool:
    """Whether two claims that only look contradictory are on one thing at all, so that they would."""
    if verdict.fields == STAGE:
        return one_count(left, right, verdict, common)
    if common.story and min(left.setting.told, right.setting.told) >= FULL:
        return True
    if verdict.about == "confirmation":
        return one_silence(left, right, common)
    if verdict.fields == DENIED:
        return one_kind(left, right) and alike(left, right, ALIKE)
    return verdict.fields != HELD or one_ground(left, right, verdict, common)


def _of_one_thing(left: Frame, right: Frame, verdict: Verdict, common: Matter) -> bool:
    """Whether two claims of short reports, or of reports on no story, are of one count, spot, word, text or deed."""
    if verdict.relation == "agrees" and left.against != right.against and verdict.about != "control":
        return False  # what one denies the other tells
    match verdict.about:
        case "number":
            return one_count(left, right, verdict, common)
        case "control":
            return one_ground(left, right, verdict, common)
        case "confirmation":
            return one_silence(left, right, common)
        case "polarity":
            return taken_back(left, right, common)
        case _:
            return _one_telling(left, right, verdict, common)


def _one_telling(left: Frame, right: Frame, verdict: Verdict, common: Matter) -> bool:
    """Whether two claims that tell the same without numbers are of one text, deed or matter."""
    if verdict.fields == ("words",):
        return _one_text(left, right, common)
    if verdict.relation == "agrees" and (_told_otherwise(left, right) or _one_voice(left, right)):
        return False
    unreal = not (left.real and right.real)
    if unreal and (verdict.relation == "supersedes" or not alike(left, right, UNREAL)):
        return False
    if hours_apart(left, right) or _other_guests(left, right):
        return False
    if verdict.relation == "repeats" and counted_apart(left, right):
        return False
    deeds = left.claim.kind in DEEDS, right.claim.kind in DEEDS
    if not any(deeds):
        return one_matter(left, right, common)
    return one_deed(left, right, common) and (all(deeds) or alike(left, right, UNREAL))


def _one_account(left: Frame, right: Frame) -> bool:
    """Whether two claims of a short report are its headline and its first sentence: one voice, told twice."""
    return left.setting.told < FULL and not opposed_parties(left, right)


def _told_otherwise(left: Frame, right: Frame) -> bool:
    """Whether one of two claims plans or denies what the other tells, or lays it to an accident."""
    if opposed_parties(left, right) and not left.doers & right.doers and not alike(left, right, UNREAL):
        return True
    if doers_apart(left, right) or afloat_apart(left, right) or burns_only(left) != burns_only(right):
        return True
    if left.real != right.real or left.negates != right.negates or _by_two(left, right) or _each_other(left, right):
        return True
    if _hedged(left) != _hedged(right) and None in (left.claim.speaker, right.claim.speaker):
        return True  # a report that says "allegedly" does not tell it as its own
    if (_accused_by(left, right) or _accused_by(right, left)) and not alike(left, right, WORDS):
        return True
    return _by_accident(left) != _by_accident(right)


def _other_guests(left: Frame, right: Frame) -> bool:
    """Whether two meetings, of two days, are each with somebody whom the other does not name."""
    if left.claim.kind != "meeting" or right.claim.kind != "meeting" or left.said == right.said:
        return False
    one, other = left.words.states, right.words.states
    guests = [{word for key in frame.sufferers for word in key.split()} for frame in (left, right)]
    named = bool(guests[0] and guests[1]) and not guests[0] & guests[1]
    return named or (bool(one - other) and bool(other - one))


def _of_any_strike(frame: Frame) -> bool:
    """Whether a report's own words would fit the dead of any day: "there are killed and wounded among the people"."""
    plain = frame.claim.kind == "casualties" and frame.claim.speaker is None
    return plain and not (frame.words.names or frame.here or frame.amounts)


def _hedged(frame: Frame) -> bool:
    return "allegedly" in frame.words.tokens


def _each_other(left: Frame, right: Frame) -> bool:
    """Whether one of two claims tells that two sides lay a deed to each other: that agrees with neither."""
    return _says_each_other(left.claim.text) or _says_each_other(right.claim.text)


@lru_cache(maxsize=16384)
def _says_each_other(text: str) -> bool:
    return EACH_OTHER.search(text) is not None


def _accused_by(charge: Frame, told: Frame) -> bool:
    """Whether `charge` lays a deed to the state that makes the other claim, which lays it not to itself."""
    states = charge.doers & lexicon().state_names & told.party
    return bool(states) and not told.doers & states and not charge.party & states


def _one_voice(left: Frame, right: Frame) -> bool:
    """Whether a report's own voice names the speaker of the other claim, or two spellings of one name speak."""
    one, other = _surname(left), _surname(right)
    if one is not None and one == other:
        return True
    return any(_names_speaker(own, told) for own, told in ((left, right), (right, left)))


def _headed(told: Frame, other: Frame) -> bool:
    """Whether the heading before what `told` tells names the speaker of the other: it is his word on somebody."""
    heading = HEADING.match(told.claim.sentence.text)
    name = _surname(other)
    own = told.claim.speaker is None or told.claim.speaker.kind != "person"
    return own and heading is not None and name is not None and name in wording(heading[1]).terms


def _names_speaker(own: Frame, told: Frame) -> bool:
    name = _surname(told)
    return own.claim.speaker is None and name is not None and name in own.context.terms


def _surname(frame: Frame) -> str | None:
    """The last name of the person who speaks, however it is spelled."""
    speaker = frame.claim.speaker
    if speaker is None or speaker.kind != "person" or not speaker.name.split():
        return None
    return NAME + skeleton(fold(speaker.name).split()[-1])


@lru_cache(maxsize=FRAMES)
def _by_accident(frame: Frame) -> bool:
    """Whether a claim tells of a fire, storm or mishap that nobody's weapons caused."""
    mishap = not ACCIDENT.isdisjoint(frame.words.terms - frame.words.denied) and WEAPON not in frame.words.terms
    return mishap or (FIRE.search(frame.claim.text) is not None and BLOW.search(frame.claim.text) is None)


def _by_two(left: Frame, right: Frame) -> bool:
    """Whether two claims lay a deed to two states; a speaker who is read as the doer tells nothing."""
    one, other = (frame.doers - frame.party for frame in (left, right))
    one, other = one & lexicon().state_names, other & lexicon().state_names
    return bool(one and other) and not one & other


def _one_text(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether like words are those of one text: "casualties reported" stands in any, a day's losses in the next."""
    words = min(len(left.words.tokens), len(right.words.tokens))
    if (common.gap or 0) > 0 and _of_any_strike(left) and _of_any_strike(right):
        return False
    if (common.gap or 0) <= NEWS:
        return words >= FEWEST or bool(spots_of(left) & spots_of(right)) or near(left, right)[1] >= LIKE_SENTENCE
    if words < FEWEST or ANEW.search(left.claim.text) or _surname(left) != _surname(right):
        return False
    if left.happened and right.happened and timing(left, right) == "apart":
        return False
    daily = of_period(left.claim.sentence.text) or of_period(right.claim.sentence.text)
    if left.claim.kind in DEEDS:
        going_on = left.claim.status == "ongoing" or left.claim.kind == "clash"
        return not daily and (left.claim.kind == "casualties" or (words >= LONG and not going_on))
    return True
