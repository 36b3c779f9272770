"""What a denial answers: the claim that is denied, not one beside it."""

from __future__ import annotations

from fogline.links.anchors import SHIP, SITES, named, one_kind, one_target, strikes_once
from fogline.links.comparing.disowning import disowned
from fogline.links.comparing.matter import Matter
from fogline.links.comparing.meaning import SURE, coverage
from fogline.links.frames import Frame
from fogline.links.lexicon import lexicon
from fogline.links.wording import IDEA, NAME

__all__ = [
    "ANSWERS",
    "COVERED",
    "LOSSES",
    "NEXT_DAYS",
    "WHOLE",
    "answers",
    "meant",
    "of_each_other",
    "of_one_ground",
    "of_their_word",
]

COVERED = 0.6
ENOUGH_SHARE = 0.4
ANSWERS = 5  # days within which a denial that only refers ("those claims") answers
LOSSES, NEXT_DAYS = frozenset({IDEA + "kill", IDEA + "wound"}), 1
DEEDS = frozenset({"attack", "damage", "casualties"})
FORTNIGHT = 14  # within which one answers what is told of a site that is hit once
TOWN_DAYS = 2  # days within which a denial that names only a town answers what is told of the town
MUTUAL = frozenset({"negotiation", "meeting"})  # nobody does it alone: who speaks of it names the other
WHOLE = 0.9  # of what the shorter claim says
TOLD_OF_GROUND = 0.3  # of what a denial on ground says that the other tells in whatever words
MOST = 0.5  # of what the shorter claim says that a denial in another report must share
FEWEST = 2  # terms that a denial of a party's word shares with it
FIRES = frozenset({"fire", "fires", "blaze"})  # what burns may have been set alight by anything
SHOTS = frozenset({"under", "opened", "artillery", "mortar", "rocket", "tank", "missile", "cross", "return"})


def of_one_ground(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether both tell who holds one place, which is said in few words."""
    return common.place == "same" and left.claim.kind == right.claim.kind == "control"


def of_each_other(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether two parties speak, at once and in the same words, of what was between them: "talks with Eastland"."""
    crossed = left.words.states & right.party and right.words.states & left.party
    if left.claim.kind not in MUTUAL and not left.doers & right.doers:
        return False
    return bool(crossed) and common.share >= WHOLE and (common.gap or 0) <= ANSWERS


def meant(denial: Frame, other: Frame, common: Matter) -> bool:
    """Whether what `denial` denies is what `other` tells, not something beside it."""
    if denial.answers and not denial.answers & other.party:
        return False
    if _charges_nobody(other) or _only_burns(other, denial) or _of_other_holder(denial, other):
        return False
    if (
        disowned(denial, other, story=common.story)
        or _owns_nothing(denial, other)
        or _moved_apart(denial, other)
        or _moved_apart(other, denial)
    ):
        return False
    if not (denial.against or denial.words.denied):
        return True
    return _answered(denial, other, common) if denial.against else _gainsaid(denial, other, common)


def _charges_nobody(other: Frame) -> bool:
    """Whether a charge is made by nobody known against nobody: "trade blame for the shelling"."""
    speaker = other.claim.speaker
    unknown = speaker is not None and speaker.kind == "unnamed"
    return unknown and other.claim.stance == "accuses" and not (other.doers or other.states)


def _only_burns(other: Frame, denial: Frame) -> bool:
    """Whether a claim tells of a fire alone, which says of no attack whether there was one."""
    tokens = other.words.tokens
    strikes = {token for token in tokens if "strike" in lexicon().ideas.get(token, ())}
    alight = bool(strikes) and strikes <= FIRES and not SHOTS.intersection(tokens)
    return alight and not other.negates and not FIRES.intersection(denial.words.tokens)


def _of_other_holder(denial: Frame, other: Frame) -> bool:
    """Whether one speaks of the hold of one state on a place, and the other of that of another state."""
    states = lexicon().state_names
    one, there = denial.doers & states, other.doers & states
    return denial.claim.kind == other.claim.kind == "control" and bool(one and there) and not one & there


def _owns_nothing(denial: Frame, other: Frame) -> bool:
    """Whether a state's deed is denied, and that state itself tells of the matter without owning to the deed."""
    states = denial.words.states & other.party & lexicon().state_names
    if (
        not denial.against
        or denial.answers
        or denial.setting is other.setting
        or {denial.claim.kind, other.claim.kind} - DEEDS
    ):
        return False
    return bool(states) and not states & (other.doers | other.words.states)


def _moved_apart(troops: Frame, people: Frame) -> bool:
    """Whether both tell that somebody left, one that troops did and the other that people did."""
    if not (troops.words.has("withdraw") and people.words.has("withdraw")):
        return False
    fighting = troops.words.has("troops", "formation") and not troops.words.has("civilians", "displaced")
    return fighting and people.words.has("civilians", "displaced") and not people.words.has("troops", "formation")


def _site_apart(denial: Frame, other: Frame) -> bool:
    """Whether a denial is of a site ("the plant at Aldern") that the other, which tells of its town, does not name."""
    sites = denial.words.terms & SITES
    return bool(sites) and not sites & (other.words.terms | other.context.terms)


def _answered(denial: Frame, other: Frame, common: Matter) -> bool:
    """Whether an act of denying answers this claim: in its report or story, or by its place and most of its words."""
    if other.against or (denial.claim.kind == "accusation" and _of_another(denial, other)):
        return False
    if denial.setting is other.setting or common.story or _their_word(denial, other, common):
        return True
    if _site_apart(denial, other):
        return False
    gap = common.gap or 0
    soon = gap <= TOWN_DAYS or (gap <= FORTNIGHT and one_target(denial, other) and not _again(denial, other))
    ground = of_one_ground(denial, other, common) and coverage(denial, other) >= TOLD_OF_GROUND
    enough = common.share >= (ENOUGH_SHARE if ground else MOST)
    return soon and one_kind(denial, other) and enough and bool(other.anchors & named(denial))


def of_their_word(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether one denies the other's word by naming whose it is: "Northland's claims about the bomb"."""
    return _their_word(left, right, common) or _their_word(right, left, common)


def _their_word(denial: Frame, other: Frame, common: Matter) -> bool:
    named = denial.against and not other.against and bool(denial.answers & other.party)
    soon = (common.gap or 0) <= TOWN_DAYS and one_kind(denial, other)
    enough = common.share >= (ENOUGH_SHARE if len(common.shared) > FEWEST else MOST)
    return named and soon and enough and len(common.shared) >= FEWEST


def _again(denial: Frame, other: Frame) -> bool:
    """Whether deeds at this spot come again and again, so that a denial answers those of its days alone."""
    return not strikes_once(denial, other) and not (denial.anchors & other.anchors & {SHIP})


def _gainsaid(denial: Frame, other: Frame, common: Matter) -> bool:
    """Whether a negation, with no act of denying, is the contrary of what another party says."""
    spoken, kind = denial.claim.speaker is not None and other.claim.speaker is not None, denial.claim.kind
    whole = common.story and denial.setting is not other.setting and bool(denial.anchors & other.anchors)
    if not (spoken or other.against or whole):
        return False
    if common.odds < SURE and denial.negated and not denial.none_of and not denial.negated & other.words.terms:
        return False
    mutual = kind in MUTUAL and other.claim.kind == kind
    if other.party & denial.words.states and not mutual and not other.words.states & denial.words.states:
        return False  # what is denied is laid to a state, and it is that state which speaks
    if common.story:
        return True
    if not (denial.negated or denial.none_of or denial.words.has("blame")):
        return False
    if denial.none_of and not denial.none_of & other.words.terms:
        return bool((denial.words.denied & other.words.terms & common.core) - LOSSES)
    bound = _of_one_spot(denial, other, common) or of_each_other(denial, other, common)
    return one_kind(denial, other) and common.share >= COVERED and bound


def _of_one_spot(denial: Frame, other: Frame, common: Matter) -> bool:
    """Whether both name a town, a site or a name; a kind of weapon is everywhere, and a bridge in many towns."""
    met = {anchor for anchor in denial.anchors & other.anchors & named(denial) if not _is_weapon(anchor)}
    if met & SITES == met and common.place != "same":
        return bool(met) and (common.gap or 0) <= NEXT_DAYS
    return bool(met)


def _is_weapon(anchor: str) -> bool:
    return "named_weapon" in lexicon().ideas.get(anchor.removeprefix(NAME), ())


def _of_another(denial: Frame, other: Frame) -> bool:
    """Whether a state answers a charge and `other` charges another state."""
    states = denial.party & lexicon().state_names
    return bool(states and other.words.states) and not states & other.words.states


def answers(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether a denial that only refers is meant for this claim: soon, of what is said to be so, in its words."""
    soon = common.gap is not None and common.gap <= ANSWERS
    return soon and left.real and right.real and common.share >= COVERED
