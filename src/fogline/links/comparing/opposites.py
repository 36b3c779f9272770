"""Two claims that say of one thing what excludes each other, in other words than a denial: free and in custody."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from math import inf

from fogline.data.gazetteer import fold
from fogline.links.comparing.ends import ends_of, flagged, needed, tables
from fogline.links.comparing.matter import Matter
from fogline.links.comparing.meaning import COVERED, SURE, WEAK, coverage
from fogline.links.frames import FRAMES, Frame
from fogline.links.lexicon import lexicon
from fogline.links.verdicts import Verdict, later_of, same_party
from fogline.links.wording import IDEA, WORD, name_terms, wording

__all__ = ["one_end", "opposite_ends", "opposites", "other_means", "same_ends", "things_of"]

NEXT_DAYS = 3  # days within which two ways of standing exclude each other; later, things may have changed
TEN_DAYS = 10
# Odds of one matter below which a thing in common makes no matter of two claims.
BARELY, OF_ONE = -1.5, -2.2
AROUND = -0.5  # the same where the thing is only named around one of them
DEEDS = frozenset({"attack", "casualties", "damage", "accusation"})
MEANS = {
    "mine": frozenset({"mine", "mines", "land mine", "landmine", "landmines"}),
    "planted": frozenset({"roadside bomb", "car bomb", "ied", "time bomb", "booby trap", "suicide bomber"}),
    "fired": frozenset({"shell", "shells", "shelling", "mortar", "mortars", "howitzer", "howitzers", "artillery",
                        "rocket", "rockets", "missile", "missiles"}),
    "flown": frozenset({"drone", "drones", "jet", "jets", "airstrike", "air strike", "warplane", "warplanes"}),
}  # fmt: skip
FIELDS = ("state", "thing")


def opposites(left: Frame, right: Frame, common: Matter) -> Verdict | None:
    """`clashes` where two parties say of one thing what excludes each other, `supersedes` where one does, later."""
    if _means_apart(left, right, common):
        score = min(0.8, 0.3 + 0.1 * common.odds)
        return Verdict("clashes", "actor", score, ("means", "deed"), "one deed, laid to different weapons")
    if not (opposite_ends(left, right, common) or _gainsaid(left, right, common)):
        return None
    score = min(0.85, 0.35 + 0.12 * max(common.score, common.odds))
    later = later_of(left, right)
    if same_party(left, right):
        told = "the same party says the contrary later"
        return None if later is None else Verdict("supersedes", "polarity", score, FIELDS, told, later)
    if left.setting is right.setting and left.claim.speaker is None and right.claim.speaker is None:
        return None  # a report in its own voice tells of two things
    if (common.gap or 0) > (TEN_DAYS if opposite_ends(left, right, common) else NEXT_DAYS):
        return None
    moved = _moved_on(left, right)
    if moved is not None:
        return Verdict("supersedes", "polarity", score, FIELDS, "things stand otherwise since", moved)
    if (common.gap or 0) > NEXT_DAYS and not common.same_day:
        return Verdict("differs", "time", score, FIELDS, "one thing, told otherwise days later")
    return Verdict("clashes", "polarity", score, FIELDS, "what they say of it excludes each other")


def _means_apart(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether two parties tell of one deed of one story and of weapons that cannot both have done it."""
    soon = common.story and common.odds >= SURE and (common.gap or 0) <= NEXT_DAYS and common.same_time
    if (
        not soon
        or common.opposed
        or common.place == "apart"
        or same_party(left, right)
        or left.setting is right.setting
    ):
        return False
    if not {left.claim.kind, right.claim.kind} <= DEEDS or not (left.real and right.real):
        return False
    return other_means(left, right) and _met(left, right)


def other_means(left: Frame, right: Frame) -> bool:
    """Whether each of two claims names one kind of weapon, and they are not the same."""
    one, other = _means(left.claim.text), _means(right.claim.text)
    return len(one) == len(other) == 1 and one != other


def _met(left: Frame, right: Frame) -> bool:
    """Whether two claims name one thing, or one place in or around their words."""
    places = [{place.id for place in (*frame.here, *frame.around)} for frame in (left, right)]
    return bool(things_of(left) & things_of(right)) or bool(places[0] & places[1])


@lru_cache(maxsize=16384)
def _means(text: str) -> frozenset[str]:
    """The kinds of weapons that a text names."""
    tokens = [fold(word) for word in WORD.findall(text)]
    runs = {*tokens, *(f"{one} {other}" for one, other in pairwise(tokens))}
    return frozenset(kind for kind, words in MEANS.items() if words & runs)


def _moved_on(left: Frame, right: Frame) -> Frame | None:
    """The later of two claims where it tells what came about on a day after the other was said."""
    later = later_of(left, right)
    if later is None or later.negates:
        return None
    earlier = left if later is right else right
    told = later.happened is not None and earlier.said is not None and later.happened.first > earlier.said
    return later if told else None


def _gainsaid(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether one of two reports on one story says in a negation that what the other tells is not so."""
    if not common.opposed or common.odds < SURE or common.place == "apart" or left.setting is right.setting:
        return False
    denial, told = (left, right) if left.negates or left.words.denied else (right, left)
    plain = not (left.against or right.against or left.silent or right.silent) and left.claim.kind == right.claim.kind
    return plain and common.same_time and denial.real and told.real and coverage(denial, told) >= COVERED


def opposite_ends(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether two claims of one story put one thing at the two ends of a way of standing."""
    if not common.story or not common.same_time or common.place == "apart" or left.silent or right.silent:
        return False
    one, other = _standing(left), _standing(right)
    if not one or not other:
        return False
    met = {axis for axis in one.keys() & other.keys() if one[axis] != other[axis]}
    alike = (one.keys() & other.keys()) - met
    if not met or (alike and not met & (flagged("apart") | flagged("wished"))):
        return False
    told = all(frame.real or met & flagged("wished") for frame in (left, right))
    wide = min((tables()[axis]["wide"] for axis in met & flagged("wide")), default=inf)
    return told and (common.odds >= wide or _one_thing(left, right, common))


def same_ends(left: Frame, right: Frame) -> bool:
    """Whether two claims put something at the same end of a way of standing."""
    one, other = _standing(left), _standing(right)
    met = one.keys() & other.keys()
    return bool(met) and all(one[axis] == other[axis] for axis in met)


def one_end(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether two claims of one story put one thing at the same telling end of a way of standing, at one time."""
    if not common.story or not common.same_time or common.place == "apart" or not (left.real and right.real):
        return False
    named = [ends_of(frame.claim.text, frame.claim.kind).signs.keys() for frame in (left, right)]
    if flagged("telling").isdisjoint(named[0] & named[1]):
        return False
    one, other = _standing(left), _standing(right)
    met = {axis for axis in one.keys() & other.keys() if one[axis] == other[axis]}
    own = same_party(left, right) and common.odds >= AROUND
    sure = common.odds >= SURE and _one_thing(left, right, common)
    return bool(met & flagged("telling")) and (own or sure)


@lru_cache(maxsize=FRAMES)
def _standing(frame: Frame) -> dict[str, int]:
    """The ends that a claim puts its thing at, turned round where it denies."""
    found = ends_of(frame.claim.text, frame.claim.kind)
    if frame.abroad:
        return {**found.signs, "foreign": 1}
    if not frame.against:
        return found.signs
    return {axis: -sign for axis, sign in found.signs.items() if axis not in flagged("apart")}


def _one_thing(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether two claims speak of one thing, told by what they name beside how it stands."""
    mine, theirs = things_of(left), things_of(right)
    if (left.doers | left.sufferers) & (right.doers | right.sufferers) and common.odds >= OF_ONE:
        return True
    if common.odds < BARELY:
        return False
    if mine & theirs:
        return True
    if _does(left, right) or _does(right, left):
        return True
    around = (mine & right.context.terms) | (theirs & left.context.terms)
    return common.odds >= AROUND and bool(around)


def _does(told: Frame, spoken: Frame) -> bool:
    """Whether one claim tells what those did, or what befell those, who make the other."""
    named = {key.split()[-1] for key in told.doers | told.sufferers}
    return bool(named & {key.split()[-1] for key in spoken.party} - lexicon().generic)


@lru_cache(maxsize=FRAMES)
def things_of(frame: Frame) -> frozenset[str]:
    """What a claim names beside how it stands, pronouns by what they stand for; those who speak left out."""
    said = ends_of(frame.claim.text, frame.claim.kind).words
    named = (wording(party.actor.name).terms for party in (*frame.claim.actors, *frame.claim.targets))
    parties = name_terms(frame.party)
    weak = {IDEA + idea for idea in WEAK | lexicon().core}
    standing = {word.removesuffix("s") for word in needed() & {*frame.words.tokens}}
    return (frame.words.terms.union(*named) - said - parties - weak) | standing
