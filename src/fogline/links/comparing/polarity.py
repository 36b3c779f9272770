"""A denial and what it denies."""

from __future__ import annotations

import re

from fogline.data.gazetteer import fold
from fogline.links.comparing.admitting import admits, few_words
from fogline.links.comparing.answering import (
    ANSWERS,
    COVERED,
    LOSSES,
    NEXT_DAYS,
    WHOLE,
    answers,
    meant,
    of_each_other,
    of_one_ground,
    of_their_word,
)  # fmt: skip
from fogline.links.comparing.matter import DEEDS, Matter
from fogline.links.comparing.meaning import SURE, coverage, like_kinds, retold, too_little
from fogline.links.frames import Frame
from fogline.links.lexicon import lexicon
from fogline.links.verdicts import Verdict, both_speak, later_of, same_party
from fogline.links.wording import IDEA

__all__ = ["polarity"]

ENOUGH, ENOUGH_SHARE = 1.7, 0.4
ENOUGH_COVERED = 1.3
ENOUGH_CORE = 2.0
PLAIN_SHARE = 0.6
TURNED, ENOUGH_TURNED = 1.4, 0.33
BARE_ODDS = -1.0  # odds of one matter of an admission and a denial that only names what it denies
GONE_BACK = 0.5  # of what either says, in the same words and in near ones
SUGGESTING = frozenset({"asserts", "accuses"})
GROUND, DEAD = frozenset({"control", "movement"}), IDEA + "kill"
PASSING = frozenset({"control", "movement", "negotiation"})  # what is not so today may be so tomorrow
LASTING = frozenset({"ongoing", "actual"})  # how things stand, which is otherwise within days
OURS = frozenset({"our", "ours"})
THEIRS = frozenset({"its", "his", "her", "their"})
OWN_PART = frozenset({"involvement", "responsibility"})
WHERE = frozenset("retreat withdrawal pullback occupation presence rule control border".split())
HIMSELF = re.compile(r"^\W*(?:the \w+ )?(?:that|of) (?:he|she|his|her)\b", re.IGNORECASE)
FIELDS = ("polarity", "matter")


def polarity(left: Frame, right: Frame, common: Matter) -> Verdict | None:
    """`clashes` where one affirms what the other denies, `supersedes` where one party turns round."""
    if _owned_up(left, right, common):
        score = min(0.85, 0.5 + 0.1 * max(0.0, common.odds))
        told = "the same party admits later what it had denied"
        return Verdict("supersedes", "polarity", score, FIELDS, told, later_of(left, right))
    return _opposed(left, right, common)


def _opposed(left: Frame, right: Frame, common: Matter) -> Verdict | None:
    """What two claims on one matter say of which one denies what the other affirms."""
    if not common.opposed or common.place == "apart" or not (_told(left, right) and _told(right, left)):
        return None
    score = min(0.95, 0.3 + 0.12 * common.score + 0.2 * common.share)
    if same_party(left, right):
        return None if left.silent or right.silent else _turning(left, right, common, score)
    after = common.story and (_after(left, right) or _after(right, left))
    if _came_later(left, right) or _came_later(right, left):
        return Verdict("differs", "time", score, FIELDS, "what one says is not so may have come about since")
    if after and _enough(left, right, common):
        return Verdict("differs", "time", score, FIELDS, "what one denies came about after it was said")
    if after or not _comparable(left, right, common):
        return None
    if not (meant(left, right, common) and meant(right, left, common)):
        return None
    if (left.refers or right.refers) and not answers(left, right, common):
        return None
    return Verdict("clashes", "polarity", score, FIELDS, "one affirms what the other denies")


def _turning(left: Frame, right: Frame, common: Matter, score: float) -> Verdict | None:
    """What two opposite claims of one party say: it turned round, or it is told to say both at once."""
    later = later_of(left, right)
    if later is None and _says_both(left, right, common):
        return Verdict("clashes", "polarity", score, FIELDS, "one party is told to say both")
    if later is None or not _turned(left, right, common) or _dated_apart(left, right):
        return None
    bare = few_words(left) or few_words(right)  # "the bombing" may be anybody's
    if not common.story and (bare or not (left.setting is right.setting or _goes_back(left, right, common))):
        return None
    return Verdict("supersedes", "polarity", score, FIELDS, "the same party says the opposite later", later)


def _owned_up(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether a party of one story admits, on a later day, what it had said was not so, in whatever words."""
    later = later_of(left, right)
    if later is None or not common.story or common.place == "apart" or not admits(later) or later.negates:
        return False
    denial = left if later is right else right
    if not denial.negates or not denial.real or not later.real or not same_party(left, right):
        return False
    return like_kinds(left, right) and common.odds >= (BARE_ODDS if few_words(denial) else 0.0)


def _says_both(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether two reports have one speaker say a thing and its contrary at once, in the same words."""
    spoken = both_speak(left, right) and left.setting is not right.setting
    if not spoken or left.silent or right.silent or not common.same_time or left.claim.kind != right.claim.kind:
        return False
    return left.against == right.against and min(coverage(left, right), coverage(right, left)) >= WHOLE


def _comparable(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether two parties speak of enough of one matter, at one time, and not each only of itself."""
    if not (common.core or _plainly(left, right, common)) or not common.same_time:
        return False
    if not (common.tied or of_each_other(left, right, common) or of_their_word(left, right, common)):
        return False
    if left.setting is right.setting and left.claim.speaker is None and right.claim.speaker is None:
        return False  # a report in its own voice does not contradict itself
    bare = common.story and not of_one_ground(left, right, common)
    if bare and too_little(left if left.negates else right, common.odds):
        return False
    if _spares(left, right, common) or _spares(right, left, common) or _of_ground_and_dead(left, right, common):
        return False
    return _enough(left, right, common) and _at_once(left, right, common)


def _of_ground_and_dead(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether one is on ground and the other on the dead: "the loss of the town" is no word on losses of men."""
    kinds = {left.claim.kind, right.claim.kind}
    return "casualties" in kinds and bool(kinds & GROUND) and common.core <= {DEAD}


def _after(denial: Frame, told: Frame) -> bool:
    """Whether what is told happened on a later day than the one on which it was said not to be so."""
    if not denial.negates or denial.said is None or told.happened is None:
        return False
    return told.happened.first > denial.said


def _came_later(denial: Frame, told: Frame) -> bool:
    """Whether what a party says is not so yet is told as done a day or more later, with no day before that."""
    if denial.against or denial.claim.status != "negated" or told.claim.status != "completed":
        return False
    if told.happened is not None or denial.said is None or told.said is None or told.said <= denial.said:
        return False
    return bool({denial.claim.kind, told.claim.kind} & PASSING) and denial.happened is None


def _at_once(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether both speak of one time: of one deed, or of how things stand within days of each other."""
    lost = left.words.denied & LOSSES or right.words.denied & LOSSES
    if lost and (common.gap or 0) > (ANSWERS if common.odds >= SURE else NEXT_DAYS) and not common.same_day:
        return False  # "no casualties" is said of every strike anew
    if common.core & DEEDS and (left.setting is right.setting or common.same_day or common.core & DEEDS == common.core):
        return True
    done = left.claim.kind == right.claim.kind and not {left.claim.status, right.claim.status} & LASTING
    if common.story and done and common.odds > 0:
        return True  # one deed of one story, however late it is denied
    brief = not (left.against or right.against or common.story)
    if brief and (common.gap or 0) > NEXT_DAYS and not common.same_day:
        return False  # things stand otherwise soon: only who expressly denies answers what was said days before
    one, other = left.as_of, right.as_of
    return one is None or other is None or one.meets(other, ANSWERS)


def _plainly(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether somebody expressly denies most of what another says in one story, whatever it is about."""
    if _retold(left, right, common):
        return True
    return (left.against or right.against) and common.story and common.share >= PLAIN_SHARE


def _retold(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether the claim that is denied says most of what the denial says, in whatever words."""
    denial, told = (right, left) if right.negates and not left.negates else (left, right)
    himself = common.odds >= SURE and denial.negates != told.negates and bool(denial.doers & told.doers)
    return himself or retold(denial, told, common.odds)


def _goes_back(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether a party goes back on its word in a short report: who speaks by name, on one kind of thing, most of it.

    A paper in its own voice goes on to other news, and officials of one state speak of many things.
    """
    spoken = both_speak(left, right)
    told = (coverage(left, right) + coverage(right, left)) / 2
    return spoken and left.claim.kind == right.claim.kind and min(common.share, told) >= GONE_BACK


def _turned(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether enough is shared to say that one party turned round: less, for a party has few matters."""
    if _retold(left, right, common):
        return True
    return bool(common.shared) and common.score >= TURNED and (common.share >= ENOUGH_TURNED or common.core_share >= 1)


def _enough(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether enough is shared; less will do where one claim is nearly all in the other."""
    if _retold(left, right, common):
        return True
    covered = common.share >= COVERED or (common.core_share >= 1.0 and (common.gap or 0) <= ANSWERS)
    if covered and common.score >= ENOUGH_COVERED:
        return True
    if common.core_share >= 1.0 and common.score >= ENOUGH_CORE:
        return True
    return common.share >= ENOUGH_SHARE and common.score >= ENOUGH


def _spares(denial: Frame, other: Frame, common: Matter) -> bool:
    """Whether a party speaks only for itself ("denied having struck", "no loss in our ranks") and `other` not of it."""
    tokens = denial.words.tokens
    own_deed = denial.against and tokens and (tokens[0].endswith("ing") or tokens[0] in OWN_PART | THEIRS)
    own_deed = own_deed or IDEA + "blame" in denial.words.denied
    own_loss = not denial.against and denial.words.denied and OURS.intersection(tokens)
    if denial.against and HIMSELF.search(denial.claim.text):
        return not any(key in " ".join(other.words.tokens) for key in denial.party - lexicon().state_names)
    if not own_deed and not own_loss:
        return False
    if other.words.states & denial.party or other.party & denial.party:
        return bool(own_deed) and _only_near(other, denial)
    if IDEA + "truce" in denial.words.terms or IDEA + "accord" in denial.words.terms:
        return False  # who says that a pact was made says that its parties made it
    if common.story and not other.words.states and _laid_to_enemy(other, own_loss=bool(own_loss)):
        return False  # in one story "the gunmen" of a charge are those who answer it
    tokens = other.words.tokens
    if other.setting.theatre in denial.party and lexicon().institutions.intersection(tokens):
        return False
    return not any(key in " ".join(tokens) for key in denial.party)


def _only_near(told: Frame, denial: Frame) -> bool:
    """Whether a claim names a state only by where it was: "the Northland retreat left dead", "under its rule"."""
    tokens, states = told.words.tokens, lexicon().states
    behind = [tokens[at + 1 : at + 2] for at, token in enumerate(tokens) if states.get(token) in denial.party]
    near = bool(behind) and all(word and word[0] in WHERE for word in behind)
    return near and not told.party & denial.party and told.claim.stance != "accuses"


def _laid_to_enemy(told: Frame, *, own_loss: bool) -> bool:
    """Whether a claim charges unnamed fighters with a deed, or tells of a blow that its own side dealt."""
    if own_loss:
        return bool(told.doers) and told.words.has("down", "kill", "strike") and not told.sufferers & told.party
    fighters = {word for party in told.claim.actors for word in fold(party.actor.name).split()}
    opening = set(told.words.tokens[:2])  # "the gunmen of executing four clerks"
    return bool((fighters | opening) & (lexicon().enemy | lexicon().combatant)) and told.claim.stance == "accuses"


def _told(frame: Frame, other: Frame) -> bool:
    """Whether a claim tells what is the case, or suggests what the other expressly denies."""
    return frame.real or (other.against and frame.claim.stance in SUGGESTING)


def _dated_apart(left: Frame, right: Frame) -> bool:
    """Whether both name the day and the days differ; a party that admits a deed need not date it anew."""
    return left.happened is not None and right.happened is not None and not left.happened.meets(right.happened, 1)
