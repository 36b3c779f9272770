"""Who holds a place: holding, taking and losing by side, all of a place against ground still contested."""

from __future__ import annotations

from fogline.links.anchors import SITES as ANCHORS
from fogline.links.anchors import SPOTS
from fogline.links.comparing.foes import foes, one_army, two_sides
from fogline.links.comparing.ground import came_back
from fogline.links.comparing.holders import held
from fogline.links.comparing.holding import (
    GROUND,
    Hold,
    hold_of,
    of_one_party,
)
from fogline.links.comparing.matter import Matter
from fogline.links.comparing.spots import held_whole, on_one_spot, one_thing
from fogline.links.comparing.taking import FIELDS, NEARLY_NOW, NEXT_DAY, of_taking
from fogline.links.frames import Frame
from fogline.links.verdicts import Verdict, later_of, moved_on, same_party
from fogline.links.wording import NAME

__all__ = ["control"]

TEN_DAYS = 10
ENOUGH = 0.9
SAME = "the same holder"
ENOUGH_WITHOUT_PLACE = 1.4


def control(left: Frame, right: Frame, common: Matter) -> Verdict | None:
    """`clashes` where two sides hold one place at one time, or one holds all of what is contested."""
    if common.place == "apart" or not _near(left, right, common):
        return None
    taking = of_taking(left, right, common)
    if taking is not None:
        return taking
    one, other = held(left, story=common.story), held(right, story=common.story)
    if one is None or other is None:
        return None
    one, other = of_one_party(one, other, left.party | right.party) if same_party(left, right) else (one, other)
    if not common.same_time:
        return _told_apart(left, right, (one, other), common)
    note = (
        _contradiction(one, other, whole=held_whole(left, right) or one_thing(left, right, common))
        if two_sides(left, right, one, other)
        else None
    )
    if note:
        return _contrary(left, right, (one, other), common, note)
    if (
        common.opposed
        or _charged(left, right)
        or not _fits(one, other)
        or (_seen(left, right) and not _now(left, right))
    ):
        return None
    yielded = one.loser & other.loser and not (one.holder or other.holder)
    verdict = _alike(left, right, common, "both tell who gave it up" if yielded else SAME)
    shrunk = _shrunk(left, right, (one, other))
    told = "the same party holds only a part of it since"
    return verdict if shrunk is None else Verdict("supersedes", "control", verdict.score, FIELDS, told, shrunk)


def _told_apart(left: Frame, right: Frame, holds: tuple[Hold, Hold], common: Matter) -> Verdict | None:
    """What two claims say of days that do not meet: the same holder within days, a change of hands, or both in turn."""
    one, other = holds
    if one.holder & other.holder and _now(left, right) and on_one_spot(left, right, common):
        return _alike(left, right, common)
    later = moved_on(left, right) if same_party(left, right) and not common.opposed else None
    dated = _dated_apart(left, right, common) or _in_turn(left, right, one, other, common)
    return dated if later is None else _alike(left, right, common)


def _contrary(left: Frame, right: Frame, holds: tuple[Hold, Hold], common: Matter, note: str) -> Verdict | None:
    """What two claims say that cannot both be, where they speak of one place and time."""
    one, other = holds
    if not (_one_ground(left, right, common) or _inside(left, right, one, other)):
        return None  # full control of a region and a fight for a town in it are of two places
    if not common.story and not same_party(left, right) and _moved_since(left, right, one, other):
        return Verdict("differs", "time", min(0.9, 0.4 + 0.12 * common.score), FIELDS, f"{note}, a day or more later")
    firm = one.full or other.full or common.story or same_party(left, right)
    if not firm and (common.gap or 0) > NEXT_DAY:
        return None  # who left and who came may follow each other within days
    return _against(left, right, holds, common, note)


def _moved_since(left: Frame, right: Frame, one: Hold, other: Hold) -> bool:
    """Whether the later of two claims tells that ground went over of which the earlier says that it had not yet."""
    later = later_of(left, right)
    if later is None:
        return False
    new, old = (one, other) if later is left else (other, one)
    earlier = left if later is right else right
    taken = later.words.has("take") and not (later.words.has("hold") or later.negates or earlier.negates)
    held = earlier.words.has("hold") and not earlier.words.has("take", "lose")
    return (new.full and old.contested) or bool(new.loser and old.holder & new.loser) or (taken and held)


def _against(left: Frame, right: Frame, holds: tuple[Hold, Hold], common: Matter, note: str) -> Verdict | None:
    """What two claims say that give the ground to different sides."""
    score = min(0.95, 0.4 + 0.12 * common.score)
    later = later_of(left, right)
    if same_party(left, right):
        new, old = holds if later is left else holds[::-1]
        return None if later is None else Verdict("supersedes", "control", score, FIELDS, _turn(new, old), later)
    if common.gap is not None and common.gap <= NEARLY_NOW:
        return Verdict("clashes", "control", score, FIELDS, note)
    return Verdict("differs", "time", score, FIELDS, f"{note}, of different days")


def _turn(new: Hold, old: Hold) -> str:
    """How a party's word on who holds a place has changed."""
    if one_army(old.holder, new.loser):
        return "the same party says that it was given up since"
    if one_army(new.holder, old.loser):
        return "the same party says that it was won back since"
    return "the same party says another holder later"


def _one_ground(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether two claims speak of one place or site, or stand in one report or in two on one story."""
    if common.place == "same" or left.setting is right.setting:
        return True
    return common.story or bool(left.anchors & right.anchors & ANCHORS)


def _inside(left: Frame, right: Frame, one: Hold, other: Hold) -> bool:
    """Whether one holds all of a region, and another, who says so, holds a spot in it."""
    wide, spot = (left, right) if one.full else (right, left)
    held = other if one.full else one
    spots = any(place.precision in SPOTS for place in spot.here)
    regions = bool(wide.here) and not any(place.precision in SPOTS for place in wide.here)
    return spots and regions and bool(held.holder) and spot.words.has(*GROUND)


def _charged(left: Frame, right: Frame) -> bool:
    """Whether one charges somebody with what the other says was not so: "no man of ours set foot there"."""
    charges = any(frame.claim.stance == "accuses" for frame in (left, right))
    return charges and left.negates != right.negates and not same_party(left, right)


def _shrunk(left: Frame, right: Frame, holds: tuple[Hold, Hold]) -> Frame | None:
    """The later of two claims of one party where it tells of a part of what the party held as a whole before."""
    later = later_of(left, right)
    if later is None or not same_party(left, right):
        return None
    new, old = holds if later is left else holds[::-1]
    return later if new.part and not old.part and bool(new.holder & old.holder) else None


def _alike(left: Frame, right: Frame, common: Matter, told: str = SAME) -> Verdict:
    """What two claims say that give the ground to one side."""
    score = min(0.95, 0.4 + 0.12 * common.score)
    if not same_party(left, right):
        return Verdict("agrees", "control", score, FIELDS, told)
    later = moved_on(left, right) or _back_since(left, right)
    if later is not None:
        return Verdict("supersedes", "control", score, FIELDS, "the same party moves on", later)
    return Verdict("repeats", "control", score, FIELDS, f"{told} again")


def _back_since(left: Frame, right: Frame) -> Frame | None:
    """The later of two claims where it tells that the ground came back, which the earlier one says was held."""
    later = later_of(left, right)
    earlier = left if later is right else right
    return later if later is not None and came_back(later) and not came_back(earlier) else None


def _dated_apart(left: Frame, right: Frame, common: Matter) -> Verdict | None:
    """`clashes` where two parties put the taking of one spot on two days: it is taken once."""
    taken = left.words.has("take") and right.words.has("take") and not common.opposed
    days = left.happened, right.happened
    if not taken or same_party(left, right) or not held_whole(left, right) or not (days[0] and days[1]):
        return None
    if max(days[0].length, days[1].length) > 2:
        return None
    return Verdict("clashes", "time", min(0.8, 0.4 + 0.1 * common.score), FIELDS, "one event, put on two days")


def _in_turn(left: Frame, right: Frame, one: Hold, other: Hold, common: Matter) -> Verdict | None:
    """`differs` where two parties of one story have one place change hands on different days."""
    told = common.story and common.place == "same" and not same_party(left, right) and not one.holder & other.holder
    score = min(0.8, 0.4 + 0.1 * common.score)
    return Verdict("differs", "time", score, FIELDS, "one place, held in turn") if told else None


def _seen(left: Frame, right: Frame) -> bool:
    """Whether one of two claims of two parties tells only who is on the ground, not who holds it."""
    return not same_party(left, right) and any(hold_of(frame) is None for frame in (left, right))


def _now(left: Frame, right: Frame) -> bool:
    """Whether what two claims tell of the ground is of days near each other."""
    days = [frame.happened or frame.as_of for frame in (left, right)]
    lost = any(frame.words.has("lose", "withdraw") or "longer" in frame.words.tokens for frame in (left, right))
    return days[0] is None or days[1] is None or days[0].meets(days[1], TEN_DAYS if lost else NEARLY_NOW)


def _fits(one: Hold, other: Hold) -> bool:
    """Whether two claims give one side the ground, or one side what the other has lost."""
    if one.holder & other.holder or one.loser & other.loser:
        return True
    return foes(one.holder, other.loser) or foes(other.holder, one.loser)


def _contradiction(one: Hold, other: Hold, *, whole: bool) -> str | None:
    """What cannot both be, in words; None where both can. `whole`: the place is one that is held as a whole."""
    if (one.full and other.contested) or (other.full and one.contested):
        return "all of it held against ground still contested"
    if not (one.full or other.full or (whole and not one.part and not other.part)):
        return None
    if one.holder and other.holder and not one.holder & other.holder:
        return "two sides hold the same ground"
    if one_army(one.holder, other.loser) or one_army(other.holder, one.loser):
        return "the holder by one has lost it by the other"
    return None


def _near(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether the two can speak of one place: enough, and a place or name in common or one report."""
    if common.score < ENOUGH and not on_one_spot(left, right, common):
        return False
    if common.place in ("same", "within") or left.setting is right.setting:
        return True
    if not common.story and _sites_apart(left, right):
        return False  # the plant that was left is not the plant that was taken
    names = {term for term in common.shared if term.startswith(NAME)}
    here = {place.id for place in (*left.here, *left.around)} & {place.id for place in (*right.here, *right.around)}
    return bool(names or here) or common.score >= ENOUGH_WITHOUT_PLACE or on_one_spot(left, right, common)


def _sites_apart(left: Frame, right: Frame) -> bool:
    """Whether each of two claims is of a site on the map, in or around its words, and none is the same."""
    one, other = ({p.id for p in (*f.here, *f.around) if p.precision == "point"} for f in (left, right))
    return bool(one and other) and not one & other
