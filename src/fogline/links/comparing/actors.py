"""Who did it: blame against denial by the blamed, and one deed laid to two sides."""

from __future__ import annotations

import re
from functools import lru_cache

from fogline.data.gazetteer import fold
from fogline.links.anchors import named, one_target, strikes_once
from fogline.links.asserted import opening_of
from fogline.links.comparing.blaming import aimed_at_one, told_anew
from fogline.links.comparing.charging import answers_blame, names_one
from fogline.links.comparing.matter import DEEDS, Matter
from fogline.links.comparing.meaning import COVERED, LIKELY, SURE, UNLIKELY, WEAK, coverage
from fogline.links.frames import FRAMES, Frame
from fogline.links.lexicon import lexicon
from fogline.links.verdicts import Verdict, same_party
from fogline.links.wording import IDEA, name_terms, wording

__all__ = ["actors", "doer_of"]

FIELDS = ("actor", "deed")
TOWN_DAYS = 2  # days within which a denial answers charges of deeds that come again and again
FORTNIGHT = 14
SHARE_LATER = 0.5  # of what the shorter account says, where they are told days apart
SAME_DEED = 40  # days within which a denial answers a charge
WHOSE = re.compile(
    r"\b([A-Z]\w+|army|government|militia|rebels?|navy)(?:['’]s?)? (?:\w+ )?"
    r"(?:mortars?|guns?|howitzers?|shells?|rockets?|missiles?|drones?|artillery|jets?|warplanes?)\b"
)
# "the army of having shelled the clinic": whom a charge names first.
CHARGED = re.compile(r"^\W*(?:the |its |their )?((?:[\w’'-]+\s+){0,3}?[\w’'-]+)\s+(?:of|for)\s", re.IGNORECASE)
OF_CHARGE = re.compile(
    r"\W*(?:the |all |any )?(?:accusations?|charges?|allegations?|claims?|talk|reports?|stor(?:y|ies))\b"
)
DEED = ("strike", "damage", "mishap", "kill")
LAID = frozenset({"attack", "accusation", "damage", "casualties", "clash"})
SITES = frozenset(
    IDEA + site for site in "hospital school market church bridge dam depot port camp power prison".split()
)
NOBODY: frozenset[str] = frozenset()
PLAIN = frozenset({"forces", "troops", "soldiers", "men", "servicemen", "fighters", "units", "side", "people"})
FROM = re.compile(r"\bfrom\s+((?:\w+\s+){1,3}\w+)")
SOURCES = frozenset(IDEA + idea for idea in ("village", "ship", "aircraft", "camp", "territory"))
DOWNED = re.compile(r"\b(?:sh(?:oo|o)ts?\s+down|intercept\w*|downed|neutrali[sz]ed)\b", re.IGNORECASE)
DETONATION = re.compile(r"\bdetonat\w+", re.IGNORECASE)
# What makes a detonation more than what a hit brings with it.
CAUSED = re.compile(
    r"\b(?:because of|due to|owing to|caused|causing|result of|put down to|sparked|triggered|started|broke out|"
    r"after a fire|own|internal|negligen\w+|careless\w*|accident\w*|spontaneous\w*|by (?:itself|themselves))\b",
    re.IGNORECASE,
)
AIMED = frozenset({"on", "in", "at", "against", "near", "over", "into", "of"})
ENOUGH_CHARGE, ENOUGH_DEED = 0.5, 1.4
WHOLE = 0.8  # of what the shorter claim says
ENOUGH_SOON, SOON = 0.9, 5  # days within which accounts of one deed need less in common


def actors(left: Frame, right: Frame, common: Matter) -> Verdict | None:
    """`clashes` where the blamed deny, or where a deed is laid to two sides."""
    if same_party(left, right) or common.place == "apart" or (common.gap or 0) > SAME_DEED or not common.tied:
        return None
    if _denied_by_blamed(left, right, common) or _denied_by_blamed(right, left, common):
        score = min(0.9, 0.5 + 0.1 * common.score)
        return Verdict("clashes", "polarity", score, FIELDS, "one is blamed and denies it")
    if _blame_each_other(left, right, common):
        return Verdict("clashes", "actor", min(0.8, 0.4 + 0.1 * common.score), FIELDS, "each blames the other for it")
    if _each_the_other(left, right, common) or _swapped(left, right, common):
        return Verdict("clashes", "actor", min(0.85, 0.4 + 0.1 * common.score), FIELDS, "each lays it to the other")
    if _by_others(left, right, common):
        return Verdict("clashes", "actor", min(0.8, 0.4 + 0.1 * common.score), FIELDS, "one deed, laid to two parties")
    if _caused_apart(left, right, common) or _caused_apart(right, left, common):
        score = min(0.85, 0.4 + 0.1 * common.score)
        return Verdict("clashes", "actor", score, FIELDS, "one puts it down to an attack, the other to an accident")
    if _fired_apart(left, right, common):
        return Verdict("clashes", "place", min(0.8, 0.4 + 0.1 * common.score), FIELDS, "one shot, from two spots")
    return _laid_to_two(left, right, common)


def _laid_to_two(left: Frame, right: Frame, common: Matter) -> Verdict | None:
    """`clashes` where two accounts of one deed lay it to weapons or forces of two states."""
    owners = _owners(left), _owners(right)
    if not all(owners) or owners[0] & owners[1] or common.opposed:
        return None
    soon = (common.gap or 0) <= (SOON if strikes_once(left, right) or common.story else TOWN_DAYS)
    spots = {place.id for place in left.here} & {place.id for place in right.here}
    one_deed = soon or (strikes_once(left, right) and common.share >= SHARE_LATER)
    if told_anew(left, right, common) or not one_deed or not (common.story or (one_target(left, right) and spots)):
        return None
    if not (common.story or strikes_once(left, right) or aimed_at_one(left, right)):
        return None
    if common.score < (ENOUGH_SOON if soon else ENOUGH_DEED):
        return None
    note = f"one deed, laid to {_list(owners[0])} and to {_list(owners[1])}"
    return Verdict("clashes", "actor", min(0.85, 0.4 + 0.1 * common.score), FIELDS, note)


def _caused_apart(struck: Frame, mishap: Frame, common: Matter) -> bool:
    """Whether one lays it to a side's weapons and a speaker of another to a fire, a storm or a mistake."""
    if mishap.claim.speaker is None or (common.gap or 0) > FORTNIGHT or not _by_itself(mishap):
        return False
    if not one_target(struck, mishap):
        return False
    if not (common.story or common.place == "same" or strikes_once(struck, mishap)):
        return False  # depots burn in many towns
    owners = _owners(struck)
    happened = not mishap.words.denied and not _owners(mishap)
    told = happened and struck.real and mishap.real and not struck.words.has("own_fire")
    return told and bool(owners) and not owners & mishap.party


def _by_itself(frame: Frame) -> bool:
    """Whether a claim tells of a fire or blast with a cause of its own; that ammunition detonated tells none."""
    if not frame.words.has("own_fire"):
        return False
    text = frame.claim.text
    return CAUSED.search(text) is not None or wording(DETONATION.sub(" ", text)).has("own_fire")


def _fired_apart(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether two accounts of one shot let it come from different kinds of spot: a village, a ship, the air."""
    if common.score < ENOUGH_DEED or (common.gap or 0) > SOON or IDEA + "weapon" not in common.shared:
        return False
    one, other = _source(left), _source(right)
    return bool(one and other) and not one & other


def _source(frame: Frame) -> frozenset[str]:
    found = FROM.search(frame.claim.text)
    return wording(found[1]).terms & SOURCES if found else frozenset()


def _denied_by_blamed(charge: Frame, denial: Frame, common: Matter) -> bool:
    """Whether `denial` is made by somebody whom `charge` blames, of a deed on one matter."""
    if denial.negates and charge.real and _done_by(charge, denial, common):
        return True
    if answers_blame(charge, denial, common):
        return True
    if charge.claim.stance != "accuses" or not denial.against or common.score < ENOUGH_CHARGE:
        return False
    told = " ".join(charge.words.tokens)
    blamed = any(key in told for key in denial.party if len(key) > 2) or bool(charge.words.states & denial.party)
    meant = charge.setting is denial.setting or common.story or denial.refers
    soon = (common.gap or 0) <= TOWN_DAYS or strikes_once(charge, denial) or charge.claim.kind == "accusation"
    meant = meant or (soon and bool(named(denial) & charge.anchors))
    return blamed and meant and charge.claim.kind == denial.claim.kind


def _done_by(charge: Frame, denial: Frame, common: Matter) -> bool:
    """Whether he who is said, in one story, to have done a deed says that it is not so."""
    if not common.story or charge.negates or not names_one(charge.doers, denial.party) or common.odds < UNLIKELY:
        return False
    charged = charge.claim.kind == "accusation" or charge.claim.stance == "accuses"
    of_it = denial.claim.kind in LAID or (denial.against and denial.claim.kind == charge.claim.kind)
    charged = charged and (of_it or OF_CHARGE.match(denial.claim.text) is not None)
    return charged or (bool(common.core) and coverage(denial, charge) >= COVERED)


def _blame_each_other(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether two sides each speak of a breach of one thing: nobody reports a breach of his own."""
    begun = {IDEA + "break", IDEA + "first_shot"} & common.core
    if left.against or right.against or not begun or common.opposed or (common.gap or 0) > SOON:
        return False
    return left.real and right.real and _is_side(left) and _is_side(right) and common.score >= ENOUGH_SOON


def _each_the_other(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether each of two parties makes out the other to have done one deed."""
    one_breath = left.setting is right.setting and left.claim.sentence == right.claim.sentence  # "blame each other for"
    soon = (common.gap or 0) <= SOON and (common.odds >= LIKELY or one_breath) and bool(common.core & DEEDS)
    if not soon or common.opposed or left.against or right.against or not (left.real and right.real):
        return False
    if left.claim.stance == right.claim.stance == "accuses":
        laid = _accuses(left, right), _accuses(right, left)
        return all(laid) if one_breath else any(laid)
    crossed = bool(left.doers & right.party) and bool(right.doers & left.party)
    return crossed and not (left.doers & left.party or right.doers & right.party)


def _swapped(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether one deed is told twice with doer and sufferer the other way round, each party naming the other."""
    one_deed = bool(common.core & DEEDS) and common.place == "same" and (common.gap or 0) <= TOWN_DAYS
    if not one_deed or common.opposed or common.share < WHOLE or not (left.real and right.real):
        return False
    if left.doers & right.doers or left.doers & left.party or right.doers & right.party:
        return False
    return bool(left.doers & right.sufferers) and bool(right.doers & left.sufferers)


def _by_others(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether two parties of one story lay one deed to two others, neither to himself."""
    soon = common.story and common.odds >= SURE and ((common.gap or 0) <= SOON or common.same_day) and common.same_time
    if not soon or common.opposed or left.setting is right.setting or not {left.claim.kind, right.claim.kind} <= LAID:
        return False
    told = all(frame.real and not (frame.negates or frame.silent) for frame in (left, right))
    one, other = _last_words(doer_of(left)), _last_words(doer_of(right))
    if not told or not one or not other or one & other:
        return False
    if one & {*right.words.tokens} or other & {*left.words.tokens}:
        return False  # "bandits of the Falcons" are those of the Falcons
    if one & _last_words(left.party) or other & _last_words(right.party):
        return False  # who tells of his own deed tells of another
    crossed = bool(one & _last_words(right.party)) or bool(other & _last_words(left.party))
    return (crossed or _charged(left, right)) and bool(_hit(left) & _hit(right))


def _charged(left: Frame, right: Frame) -> bool:
    return left.claim.stance == "accuses" or right.claim.stance == "accuses"


@lru_cache(maxsize=FRAMES)
def _hit(frame: Frame) -> frozenset[str]:
    """What a deed was done to, and where: sites, towns and things that a claim names."""
    idle = {IDEA + idea for idea in WEAK | lexicon().core} - SITES
    states = name_terms(frame.doers | frame.party)
    return frame.words.terms - idle - states | {place.id for place in frame.here}


@lru_cache(maxsize=FRAMES)
def doer_of(frame: Frame) -> frozenset[str]:
    """Who did it by a claim: who its verb names, or whose weapons it tells of."""
    if frame.doers:
        return frame.doers
    charged = CHARGED.match(frame.claim.text) if frame.claim.stance == "accuses" else None
    if charged:
        return frozenset({fold(charged[1])})
    whose = WHOSE.search(frame.claim.text)
    found = fold(whose[1]) if whose else ""
    return frozenset({found, lexicon().states.get(found, found)}) if found and found not in lexicon().stop else NOBODY


def _last_words(keys: frozenset[str]) -> frozenset[str]:
    """What names of parties end with: "rebel militia" and "the militia" are one."""
    return frozenset(key.split()[-1] for key in keys if key) - PLAIN


def _accuses(charge: Frame, other: Frame) -> bool:
    """Whether a charge is laid to the party of another charge, which lays it elsewhere."""
    words = frozenset(charge.words.tokens)
    institutions = lexicon().institutions & words
    charged = any(key in words for key in other.party) or bool(charge.doers & other.party)
    by_office = bool(institutions & {word for key in other.party for word in key.split()})
    return (charged or by_office) and not other.doers & other.party


def _is_side(frame: Frame) -> bool:
    speaker = frame.claim.speaker
    if speaker is None:
        return False
    fighting = bool(lexicon().enemy.intersection(fold(speaker.name).split()))
    return fighting or speaker.kind in ("armed_force", "government", "organisation")


@lru_cache(maxsize=FRAMES)
def _owners(frame: Frame) -> frozenset[str]:
    """The states whose weapons or forces a claim makes out to have done a deed."""
    main = wording(frame.claim.text.removeprefix(opening_of(frame.claim.text)))
    acting = frame.claim.actors if main.has(*DEED, "weapon") and not main.has("own_fire") else ()
    doing = {fold(party.actor.side) for party in acting if party.actor.side} | _accused(frame)
    stopped = DOWNED.search(frame.claim.text) is not None
    if stopped or not frame.words.has(*DEED):
        return frozenset()
    tokens = frame.words.tokens
    if not frame.words.has("weapon"):
        return _accused(frame)
    suffering = {fold(party.actor.side) for party in frame.claim.targets if party.actor.side}
    return frozenset(s for s in frame.words.states if _adjective_of(s, tokens) or s in doing) - suffering


def _accused(frame: Frame) -> frozenset[str]:
    """The state that a charge names first: "Northland of shelling the jail", "Northland used rockets on the jail"."""
    first = frame.words.tokens[0] if frame.words.tokens else ""
    state = lexicon().states.get(first)
    charged = frame.claim.stance == "accuses" and state is not None and first not in lexicon().adjectives
    return frozenset({state}) if charged and state else frozenset()


def _adjective_of(state: str, tokens: tuple[str, ...]) -> bool:
    """Whether an adjective of the state names the doer: not its bare name ("Kharkiv, Ukraine"), nor what was hit."""
    known = lexicon()
    for at, token in enumerate(tokens):
        if known.states.get(token) != state or token not in known.adjectives or (at and tokens[at - 1] in AIMED):
            continue
        behind = wording(" ".join(token for token in tokens[at + 1 : at + 4] if not token.startswith("anti")))
        if behind.has("weapon", "strike") and not behind.has("ship", "village", "captive", "civilians"):
            return True  # "a Russian missile cruiser" is what was hit
    return False


def _list(names: frozenset[str]) -> str:
    return " and ".join(name.title() for name in sorted(names))
