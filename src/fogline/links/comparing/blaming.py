"""Whose deed it was: laid to one state by one party and to another by another, or denied by the state it is laid to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from fogline.data.gazetteer import fold
from fogline.links.anchors import SITES, SPOTS, strikes_once
from fogline.links.comparing.matter import Matter
from fogline.links.days import Days
from fogline.links.frames import FRAMES, Frame
from fogline.links.lexicon import lexicon
from fogline.links.slurs import abused
from fogline.links.verdicts import Verdict, later_of, same_party
from fogline.links.wording import IDEA, name_terms, wording
from fogline.records.mentions import Place

__all__ = ["aimed_at_one", "answer_blocks", "blaming", "laid_to", "owners", "told_anew"]

FIELDS = ("actor", "deed", "place")
KILLING = frozenset(IDEA + idea for idea in ("kill", "wound", "war_crime", "captive"))
STRIKING = frozenset(IDEA + idea for idea in ("strike", "damage", "mishap"))
VICTIMS = frozenset({IDEA + "captive", IDEA + "kill"})
NEXT_DAY, DAYS, FORTNIGHT = 1, 2, 14
STRETCH, WEIGHT = 8, 8  # days of a block of answers; blocks that each name of a charge and its denial stands in
CAPTIVES = "captives killed"
WINDOW, REACH = 7, 3  # words behind a deed in which its target stands, and from a state to the deed that is its own
KINDS = frozenset({"attack", "casualties", "damage", "accusation", "detention", "clash"})
DOWNED = re.compile(r"\b(?:sh(?:oo|o)ts?\s+down|intercept\w*|downed|neutrali[sz]ed|repel\w*|foil\w*)\b", re.IGNORECASE)
WEAPON = IDEA + "weapon"
BESIDE = frozenset("near around outside towards toward from home route corridor corridors servicing serving".split())
HEDGES = frozenset("suspected alleged apparent possible presumed supposed".split())  # "a suspected Northland raid"
KILLERS = frozenset({"murder", "massacre", "torture", "shoot", "slaughter"})
# Words by which a party says that what is laid to it was made up.
MADE_UP = re.compile(
    r"\b(?:fakes?|faked|forger(?:y|ies)|fabricat\w+|falsif\w+|hoax(?:es)?|made up|invention|invented|staged)\b",
    re.IGNORECASE,
)
AGAIN = re.compile(r"\b(?:(?:once|yet) again|again|another|anew)\b", re.IGNORECASE)
WHOSE = re.compile(r"\b([A-Z]\w+)['’]s? (\w+(?: \w+)?)")  # "Northland's missile attack", "Northland's shelling"
PLOT = re.compile(r"\b(?:prepar|plan|plot|intend|want|could|may|might|will)\w*\b", re.IGNORECASE)


def blaming(left: Frame, right: Frame, common: Matter) -> Verdict | None:
    """`clashes` where two parties lay one deed to two states, or the state that it is laid to says it was not so."""
    if same_party(left, right) or common.place == "apart" or left.silent or right.silent:
        return None
    one, other = laid_to(left), laid_to(right)
    if not one and not other:
        return None
    score = min(0.85, 0.4 + 0.1 * common.score)
    if _denied(left, right, common) or _denied(right, left, common):
        return Verdict("clashes", "polarity", score, FIELDS, "one is blamed and denies it")
    if not one or not other or one & other or not _one_deed(left, right, common):
        return None
    note = f"one deed, laid to {_list(one)} and to {_list(other)}"
    return Verdict("clashes", "actor", score, FIELDS, note)


@lru_cache(maxsize=FRAMES)
def laid_to(frame: Frame) -> frozenset[str]:
    """The states that a claim makes out to have done a deed of violence; empty where it tells none, or denies it."""
    told = frame.real and not frame.negates and not frame.silent and frame.claim.kind in KINDS
    if not told or not _deeds(frame) or DOWNED.search(frame.claim.text):
        return frozenset()
    own = _owning(frame) or abused(frame.words.tokens)
    if not own and frame.words.has("own_fire"):
        return frozenset()  # a fire of one's own ammunition is nobody's deed
    doing = own if own or not _does_it(frame) else frame.doers & lexicon().state_names
    if doing & frame.party and not own and frame.words.states - doing:
        return frozenset()  # who speaks of another state's deed is not who did it
    doing = doing - frame.sufferers
    return doing if len(doing) == 1 else frozenset()


def _deeds(frame: Frame) -> frozenset[str]:
    """The kinds of violence that a claim tells of."""
    killed = {IDEA + "kill"} if frame.claim.predicate in KILLERS else set()
    return (frame.words.terms & (KILLING | STRIKING)) | killed


def _does_it(frame: Frame) -> bool:
    """Whether the verb of a claim is a deed of violence, so that who does it does that."""
    verb = frame.claim.predicate
    return verb is not None and (verb in KILLERS or bool(wording(verb).terms & (KILLING | STRIKING)))


def _owning(frame: Frame) -> frozenset[str]:
    """The states whose name stands right before a deed, as an adjective or with an apostrophe."""
    known = lexicon().states
    text = frame.claim.text.partition(" as well as ")[0]  # what is named besides is another deed
    named = {known[fold(name)] for name, behind in WHOSE.findall(text) if _is_deed_of(name, behind)}
    return owners(frame.words.tokens) | named


@lru_cache(maxsize=16384)
def owners(tokens: tuple[str, ...]) -> frozenset[str]:
    """The states whose name stands right before a deed: "the Northland shelling", "Northland's attack"."""
    known = lexicon()
    found: set[str] = set()
    for at, token in enumerate(tokens):
        state = known.states.get(token)
        deed = next((n for n, word in enumerate(tokens[at + 1 : at + 1 + REACH]) if _is_deed(word)), None)
        adjective = token in known.adjectives and not token.endswith("s")
        if state is None or deed is None or not (adjective or at == 0) or (at and tokens[at - 1] in HEDGES):
            continue
        between = wording(" ".join(tokens[at + 1 : at + 1 + deed])).terms
        if not any(term.startswith(IDEA) and term != WEAPON for term in between):
            found.add(state)  # not "Northland prisoners killed", "the Northland cruiser hit"
    return frozenset(found)


@lru_cache(maxsize=16384)
def _is_deed(word: str) -> bool:
    return bool(wording(word).terms & ((KILLING | STRIKING) - {IDEA + "captive"}))


def _is_deed_of(name: str, behind: str) -> bool:
    """Whether one of two words behind a state's name is a deed: "missile attack", but not "cruiser hit"."""
    first, _, second = fold(behind).partition(" ")
    idle = not any(term.startswith(IDEA) and term != WEAPON for term in wording(first).terms)
    return fold(name) in lexicon().states and (_is_deed(first) or (idle and _is_deed(second)))


def _one_deed(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether two accounts are of one deed: of what is hit once, or of one spot and one target within days."""
    if told_anew(left, right, common):
        return False
    gap = common.gap if common.gap is not None else FORTNIGHT + 1
    if left.words.terms & right.words.terms >= VICTIMS and gap <= NEXT_DAY and not (left.here and right.here):
        return True  # captives are not killed every day
    if not _spots(left) & _spots(right):
        return False
    if strikes_once(left, right):
        return gap <= FORTNIGHT
    captives = all(
        IDEA + "captive" in f.words.terms and f.words.terms & KILLING - {IDEA + "captive"} for f in (left, right)
    )
    if captives:
        return gap <= FORTNIGHT
    return bool(left.words.terms & right.words.terms & SITES) and aimed_at_one(left, right) and _at_once(left, right)


def told_anew(left: Frame, right: Frame, common: Matter) -> bool:
    """Whether the later of two claims is news of another blow: "shelled once again"."""
    later = later_of(left, right)
    return later is not None and not common.same_day and AGAIN.search(later.claim.text) is not None


def aimed_at_one(left: Frame, right: Frame) -> bool:
    """Whether a site that two claims name is what was struck by both: not the road to a plant, nor the town near it."""
    sites = left.words.terms & right.words.terms & SITES
    return not sites or any(_hit(left, site) and _hit(right, site) for site in sites)


def _at_once(left: Frame, right: Frame) -> bool:
    """Whether two claims are of one day, the one they name or the one they were said on: a plant is shelled again."""
    days = [f.happened or (None if f.said is None else Days(f.said, f.said)) for f in (left, right)]
    return days[0] is not None and days[1] is not None and days[0].meets(days[1])


def _hit(frame: Frame, site: str) -> bool:
    """Whether a site is what was struck, not what it happened near to."""
    names = " ".join(party.actor.name for party in frame.claim.targets)
    if site in wording(names.lower()).terms:
        return True
    tokens = frame.words.tokens
    for at, token in enumerate(tokens):
        if wording(token).terms & (STRIKING | KILLING):
            behind = tokens[at + 1 : at + 1 + WINDOW]
            if site in wording(" ".join(behind)).terms and not BESIDE.intersection(behind):
                return True
    return False


def _denied(denial: Frame, told: Frame, common: Matter) -> bool:
    """Whether a state says that a deed was not so, or was made up, which `told` lays to it."""
    blamed = laid_to(told) & denial.party
    if not blamed or (common.gap or 0) > DAYS or not (_denies(denial) or _made_up(denial)):
        return False
    sites = (denial.setting.anchors if _bare(denial) else denial.words.terms) & SITES
    if (sites or _bare(denial)) and not sites & told.words.terms:
        return False  # "the attack" is the one of its report, on what that report says was hit
    mine, theirs = denial.words.terms & (KILLING | STRIKING), _deeds(told)
    killing = bool(mine & KILLING) and bool(theirs & KILLING)
    striking = bool(mine & STRIKING) and bool(theirs & STRIKING)
    charged = not mine and (bool(theirs & KILLING) or told.claim.stance == "accuses") and _of_spot(denial, told)
    return (killing or striking or charged) and bool(_towns(denial) & _towns(told))


def _of_spot(denial: Frame, told: Frame) -> bool:
    """Whether a denial that names no violence is bare, or is of a town or site of the deed: a person is anywhere."""
    if not denial.against:
        return True  # "Aldern is a forgery"
    spots = [{place.id for place in (*frame.here, *frame.around)} for frame in (denial, told)]
    return _bare(denial) or bool(spots[0] & spots[1])


def _denies(denial: Frame) -> bool:
    return denial.against and denial.real and denial.claim.kind in KINDS


def _made_up(denial: Frame) -> bool:
    """Whether a claim calls something that is told a fake, not one that is still to come."""
    text = denial.claim.text
    speaks = denial.claim.speaker is not None and denial.claim.kind in KINDS
    return speaks and MADE_UP.search(text) is not None and PLOT.search(text) is None and not laid_to(denial)


def answer_blocks(frame: Frame) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The blocks in which a charge or its denial stands, and those of the other, in which it looks; mostly none.

    There are few denials, and a charge has hundreds of nearer claims by its words: each name weighs as much as
    several shared words, so that they meet. Blocks are of some days, and looked into from the days around.
    """
    charge = bool(laid_to(frame))
    if frame.said is None or not (charge or _denies(frame) or _made_up(frame)):
        return (), ()
    victims = {CAPTIVES} if frame.words.terms >= VICTIMS else set()
    names, day = sorted((_towns(frame) or _named(frame.around)) | victims), frame.said // STRETCH
    mine, theirs = ("charge", "denial") if charge else ("denial", "charge")
    stands = tuple(f"{mine} {n}:{day}:{name}" for name in names for n in range(WEIGHT))
    looks = [f"{theirs} {n}:{at}:{name}" for name in names for at in (day - 1, day, day + 1) for n in range(WEIGHT)]
    hit = [f"{site} {name}" for site in sorted(frame.words.terms & SITES) if charge for name in names]
    stands += tuple(f"charge {n}:{day}:{name}" for name in hit for n in range(WEIGHT))
    both = [*hit, *sorted(victims)] if charge else []  # two charges of one deed meet by what was hit
    looks += [f"charge {n}:{at}:{name}" for name in both for at in (day - 1, day, day + 1) for n in range(WEIGHT)]
    return stands, tuple(looks)


def _spots(frame: Frame) -> frozenset[str]:
    """The spots that a claim names, or that of its story where it names none, and its towns in whatever spelling."""
    named = [place.id for place in frame.here if place.precision in SPOTS]
    around = [place.id for place in frame.around if place.precision in SPOTS]
    return frozenset(named or around) | _towns(frame)


def _towns(frame: Frame) -> frozenset[str]:
    """The names in a claim's own words, and those of its towns, in whatever spelling."""
    named = frame.words.names
    spots = [place for place in frame.here if place.precision in SPOTS]
    if not named and not spots and _bare(frame):
        spots = [place for place in frame.around if place.precision in SPOTS]
    return named | _named(spots)


def _named(places: Iterable[Place]) -> frozenset[str]:
    """The names of towns and sites among some places, as terms."""
    spots = (place for place in places if place.precision in SPOTS)
    return name_terms(fold(place.name) for place in spots)


def _bare(frame: Frame) -> bool:
    """Whether a denial says no more than "the attack" or "responsibility": it is of the place around it."""
    return frame.against and len(frame.words.terms) <= 1


def _list(names: frozenset[str]) -> str:
    return " and ".join(name.title() for name in sorted(names))
