"""What one claim says on holding ground: who holds it, who lost it, all of it or a part."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from fogline.data.gazetteer import fold
from fogline.links.asserted import past_fight, yielding
from fogline.links.frames import Frame
from fogline.links.lexicon import lexicon
from fogline.links.verdicts import official
from fogline.links.wording import IDEA, wording

__all__ = ["AIMED", "GROUND", "GROUND_TERMS", "KINDS", "NOBODY", "PARTS", "Hold", "hold_of", "of_one_party"]

GROUND = ("hold", "take", "lose")
GROUND_TERMS = frozenset(IDEA + idea for idea in GROUND)
NOBODY: frozenset[str] = frozenset()
# Kinds of claims that tell who holds ground; the dead of an occupied town say nothing on who holds it.
KINDS = frozenset({"control", "movement", "clash", "deployment", "other"})
PARTS = re.compile(
    r"\b(?:parts? of|half|most of|percent|per cent|outskirts?|(?:northern|southern|eastern|western) part)\b|%"
)
ALL = re.compile(
    r"\b(?:all (?:of )?(?!but\b)(?:the |its |their )?(?=[A-Z]|of\b|region|province|state|city|town|island)|"
    r"every (?:town|village|inch|metre|meter|street|district) (?:of|in)\b|the whole of\b)"
)
NOTHING = re.compile(
    r"\b(?:no (?:part|piece|inch|ground|square|town|village|city)|nothing|"
    r"not (?:a|one|a single) (?:part|inch|metre|village|street|house|block|stone|foot|square|position|quarter))\b"
)
SENTENCES = re.compile(r"\s…\s|(?<=[.!?])[\"”’]?\s+")
SURRENDERED = re.compile(r"\bsurrender", re.IGNORECASE)
AFTER_FIGHT = re.compile(r"\bafter\s+(?:[\w-]+\s+){0,4}?(?:fighting|battles?|fights?|combat|clashes)\b", re.IGNORECASE)
FROM = re.compile(r"\b(?:from|(?:cleared|cleansed|freed|rid)\s+of)\s+(?:the\s+)?(\w+)")
# What it is for or was asked for, and what was left there, tells no change of hands; what a relative clause recalls
# says nothing either.
AIMED = re.compile(
    r"\bleft behind\b|\b(?:goals?|aims?|in order to|so as to|attempts? to|efforts? (?:on|to)|trying to|"
    r"(?:main |chief )?(?:focus|priority)\b.{0,20}? (?:is|are|was|remains?|on)|"
    r"(?:allow|permit|ask|order|urg|told|let)\w* (?:\w+ ){1,3}?(?:to )?(?:leave|withdraw|retreat|pull out)|"
    r"creat\w+ (?:the |favou?rable )?conditions|prepar\w+ (?:to|for))\b",
    re.IGNORECASE,
)
ASIDE = re.compile(
    r"^\W*(?:which|that had|who|when)\b|\b(?:been|was|were|allegedly) taken to\b|"
    r"\bwho (?:\w+ )?(?:occup|held|captured|seized)|"
    r"\b(?:recently|newly|just) (?:liberated|retaken|captured)\b|"
    r"\b(?:end (?:of|to) (?:the )?(?:battle|fighting|siege)|"
    r"(?:to|for) (?:establish|fully)\w*)\b",
    re.IGNORECASE,
)
CLAIMS = re.compile(r"(?:has |have |had )?(?:assert|claim|declar|proclaim|announc|tak|took|seiz)\w*", re.IGNORECASE)
CLAIMED = re.compile(
    r"\W*(?:the |its |his |full |complete |total )*(?:control|possession|ownership|seizure|capture)\s+(?:of|over)\b",
    re.IGNORECASE,
)
OWN = frozenset({"our", "ours", "we", "its", "their", "it", "they", "his", "us"})
EPITHETS = frozenset("enemy invaders invader occupiers occupier aggressor aggressors".split())
STATES_OF_WAR = ("flag", "fight", "advance", "withdraw", "repel")


@dataclass(frozen=True, slots=True)
class Hold:
    """What a claim says on holding: for whom it speaks, all of it or contested.

    `holder` are the keys of the side that holds by it, empty where it does not say; `loser` those of the side that
    does not. `full` tells that nothing is left to others, `contested` that something is, `part` that it speaks of a
    part of the place.
    """

    holder: frozenset[str]
    loser: frozenset[str]
    full: bool
    contested: bool
    part: bool = False


def hold_of(frame: Frame) -> Hold | None:
    """What a claim says on holding ground; None where it says nothing on it."""
    words = frame.words
    if not _of_ground(frame):
        return None
    if words.has("displaced") and (not words.has("hold", "take", "troops") or _people_leave(frame)):
        return None  # people leave their homes, whoever holds the town
    grounded = words.has(*GROUND)
    if not grounded and not words.has(*STATES_OF_WAR):
        return None
    if yielding(frame.claim.text):
        return Hold(NOBODY, _own_side(frame), full=False, contested=False)
    tokens = words.tokens
    if SURRENDERED.search(frame.claim.text) and words.has("troops", "rebels"):
        return None  # people surrender; what becomes of the ground is not said
    no_fight = frame.against or ("flag" in tokens and words.has("take"))
    told = wording(past_fight(AFTER_FIGHT.sub(" ", frame.claim.text))).tokens  # what was fought for is no longer
    contested = bool(lexicon().contested.intersection(told)) and not no_fight
    full = grounded and _is_full(frame) and not contested
    takes = frame.claim.predicate is not None and wording(frame.claim.predicate).terms & {IDEA + "take"}
    loses = words.has("lose", "withdraw") and not words.has("hold") and not takes
    mixed = words.has("hold", "take") and words.has("withdraw")  # who holds and leaves in one breath says neither
    side = NOBODY if mixed else _own_side(frame)
    holder, loser = (NOBODY, side) if loses else (side if grounded else NOBODY, NOBODY)
    nothing = grounded and NOTHING.search(frame.claim.text) is not None
    if takes and frame.claim.status == "ongoing" and not words.has("hold"):
        return Hold(NOBODY, NOBODY, full=False, contested=True)  # who is storming a town does not hold it yet
    if (nothing or bool(words.denied & GROUND_TERMS)) != frame.against:
        holder, loser = loser, holder
        full = nothing
    part = not nothing and ((frame.claim.extent == "part" and not full) or PARTS.search(frame.claim.text) is not None)
    return Hold(holder, loser, full and not part, contested, part) if holder or loser or full or contested else None


def _people_leave(frame: Frame) -> bool:
    """Whether those who are brought away are no fighters: "the staff of the occupied plant were evacuated"."""
    verb = frame.claim.predicate
    leaving = verb is not None and wording(verb).has("withdraw", "displaced")
    return leaving and bool(frame.claim.targets) and all(p.actor.kind == "people" for p in frame.claim.targets)


def _of_ground(frame: Frame) -> bool:
    """Whether a claim tells what is, of ground, as more than an aim or an aside."""
    told = frame.real and not frame.silent and not frame.refers and frame.claim.kind in KINDS
    if not told or _of_prisoners(frame):
        return False
    return not (ASIDE.search(frame.claim.text) or AIMED.search(frame.claim.text))


def _of_prisoners(frame: Frame) -> bool:
    """Whether a claim is on prisoners; a second sentence of a quotation may be, where the first one is on ground."""
    if not frame.words.has("captive", "exchange"):
        return False
    parts = [wording(part) for part in SENTENCES.split(frame.claim.text)]
    return not any(part.has("hold", "take") and not part.has("captive", "exchange") for part in parts)


def of_one_party(one: Hold, other: Hold, party: frozenset[str]) -> tuple[Hold, Hold]:
    """Two holds by one party, with all its names where by one it holds what it has lost by the other."""
    if not ((one.holder and other.loser) or (one.loser and other.holder)):
        return one, other
    return _named_all(one, party), _named_all(other, party)


def _named_all(hold: Hold, party: frozenset[str]) -> Hold:
    state = bool(party & lexicon().state_names)
    own = (side & party or (state and side and official(side)) for side in (hold.holder, hold.loser))
    holder, loser = (
        side | party if is_own else side for side, is_own in zip((hold.holder, hold.loser), own, strict=True)
    )
    return replace(hold, holder=holder, loser=loser)


def _is_full(frame: Frame) -> bool:
    """Whether the words leave nothing to others: "full control", "all of the province", "the last village"."""
    known, tokens = lexicon(), frame.words.tokens
    if known.full.intersection(tokens) or ALL.search(frame.claim.text):
        return True
    ends = [at for at, token in enumerate(tokens) if token == "last"]
    parts = [tokens[at + 1 : at + 5] for at in ends]
    if not frame.words.has("take", "lose"):
        return False  # "the last stronghold under its control" is all that one side has left
    return any(known.last.intersection(part) and part[0] not in known.not_last for part in parts)


def _of_others(frame: Frame, actors: frozenset[str]) -> bool:
    """Whether who speaks is named as who does it ("he believes ...") while the words tell of another state."""
    apart = bool(frame.words.states) and not actors & frame.words.states
    return apart and actors <= frame.party and frame.claim.kind == "control" and not _takes(frame)


def _lays_claim(frame: Frame) -> bool:
    """Whether who speaks lays claim to a place: "asserts control over Eastland's port" says that it is his."""
    cue = frame.claim.cue
    claimed = cue is not None and CLAIMS.fullmatch(cue.text) is not None
    return claimed and frame.claim.speaker is not None and CLAIMED.match(frame.claim.text) is not None


def _takes(frame: Frame) -> bool:
    """Whether its verb itself is one of holding, taking or losing."""
    verb = frame.claim.predicate
    return verb is not None and bool(wording(verb).terms & GROUND_TERMS)


def _own_side(frame: Frame) -> frozenset[str]:
    """The keys of the side a claim speaks of holding or losing for: actors it names, or its own."""
    if _lays_claim(frame):
        return frame.party
    actors = frozenset(fold(party.actor.side) for party in frame.claim.actors if party.actor.side)
    if actors and not _of_others(frame, actors):
        return actors
    names = {word for party in frame.claim.actors for word in fold(party.actor.name).split()}
    if frame.setting.theatre and names & lexicon().institutions:
        return frozenset({frame.setting.theatre})
    freed = FROM.search(frame.claim.text)
    if freed and lexicon().states.get(fold(freed[1])):
        return NOBODY  # "liberated from Russian troops": they are who lost it
    if len(frame.words.states) == 1:
        return frame.words.states
    if frame.claim.speaker is not None and EPITHETS.intersection(fold(frame.claim.speaker.name).split()):
        return NOBODY  # "the invaders say": whose they are is not said
    return frame.party if OWN & set(frame.words.tokens) and not frame.words.states else NOBODY
