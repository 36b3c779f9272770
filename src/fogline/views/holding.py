"""Who holds a place by the words of one claim, without a judgement whether it is so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from fogline.links.lexicon import lexicon
from fogline.packs.folding import fold
from fogline.packs.roles import roles
from fogline.records.claims import Claim, Party, Speaker
from fogline.records.spans import Span

__all__ = ["Holding", "Told", "holding_of"]

Told = Literal["claimed", "denied", "contested", "reported", "blank", "skipped"]
Way = Literal["hold", "take", "lose"]

UNREAL_STANCES = frozenset({"demands", "warns", "promises"})
UNREAL = frozenset({"planned", "possible", "conditional"})
SILENT = frozenset({"declines", "unconfirmed"})
WORDS: dict[Way, str] = {
    "lose": r"los(?:e|es|t|ing)|loss(?:es)? of|ced(?:e|ed|ing)|abandon\w*|surrender\w*|relinquish\w*|withdr[ae]w\w*"
    r"|retreat\w*|fall|falls|fell|fallen|evacuated",
    "take": r"(?:re)?captur\w+|seiz\w+|(?:re)?tak(?:e|es|en|ing)|(?:re)?took|liberat\w+|(?:re)?conquer\w*|regain\w*"
    r"|reclaim\w*|overr[au]n|(?:re)?occup\w+|annex\w*|clear(?:ed|ing|s)|secur(?:e|ed|es|ing)|cleansed|wrest\w*",
    "hold": r"h[eo]ld(?:s|ing)?|control\w*|defend\w*|retain\w*|ours|hands|possession|remain\w*|belong\w*|administer\w*",
}
WAYS: tuple[Way, ...] = ("lose", "take", "hold")
PATTERNS = {way: re.compile(rf"\b(?:{WORDS[way]})\b", re.IGNORECASE) for way in WAYS}
PREDICATES = {way: re.compile(rf"(?:{WORDS[way]})\Z", re.IGNORECASE) for way in WAYS}
# Whoever says these of a place speaks of their own side's doing: nobody is liberated from himself.
FRIENDLY = re.compile(r"\b(?:liberat\w+|retak\w+|retook|recaptur\w+|regain\w*|reclaim\w*|clear(?:ed|ing))\b", re.I)
OWN = re.compile(r"\b(?:we|our|ours|us|its|their|his|they|it)\b", re.IGNORECASE)
# "Was lost" is what the loser says; "Russia has lost" anybody may.
WE = re.compile(r"\b(?:we|us|ours?)\b", re.IGNORECASE)
ADMITTED = re.compile(
    r"\b(?:is|are|was|were|been|being)\s+(?:\w+\s+)?(?:lost|ceded|surrendered|given up)\b|\bloss of\b", re.I
)
GROUPS = frozenset({"armed_force", "organisation"})
RULING = frozenset("government authorities administration regime junta council".split())
# Words of taking that take no ground.
IDIOM = re.compile(
    r"\bt(?:ak(?:e|es|en|ing)|ook)\s+(?:place|part|up|off|note|steps|care|advantage|office|measures|action|shelter)\b"
    r"|\btaken?\s+(?:prisoner|hostage|captive)\b"
    r"|\bh[eo]ld(?:s|ing)?\b[^.;]{0,60}?\b(?:responsible|accountable|liable|hostage|captive|talks|trials?|elections?)\b",
    re.IGNORECASE,
)
CONTESTED = re.compile(r"\b(?:contested|disputed|gr[ae]y zone|no.man.s.land|under fire control)\b", re.IGNORECASE)
# Who storms a place, or tries to take it, does not hold it yet.
FOUGHT_FOR = re.compile(
    r"\bstorm(?:s|ing)\b|\bto storm\b|\bassault operations?\b"
    r"|\b(?:try|tries|trying|tried|attempt(?:s|ing|ed)?|seek(?:s|ing)?|fail(?:s|ed|ing)?) to\s+(?:\w+\s+)?"
    r"(?:take|seize|capture|gain|establish|retake|regain|recapture|reclaim|clear|secure|occupy)\b",
    re.IGNORECASE,
)
UNDER = re.compile(r"\b(?:under|in|into)\s+(?:\w+\s+){0,2}?([A-Z]\w+)\s+(?:\w+\s+)?(?:control|hands|occupation)\b")
HELD_BY = re.compile(r"\b([A-Z]\w+)[- ](?:held|controlled|occupied)\b")
FALLS_TO = re.compile(r"\b(?:fall|falls|fell|fallen|lost|passed|pass)\s+(?:in)?to\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Holding:
    """What a claim says on holding a place: who is said to hold it, and who not to; None where it does not say.

    `told` is `contested` where a side's words give the place to nobody, `denied` where it denies a claim, `blank` where
    the speaker keeps silent, `reported` where no side stands behind it, `skipped` where those who are said to hold it
    are no party that could: then `why` names them. `own` tells that holder or loser is the speaker's own side and
    stands in no word.
    """

    told: Told
    holder: str | None
    absent: str | None
    contested: bool = False
    own: bool = False
    why: str | None = None


def holding_of(claim: Claim) -> Holding | None:
    """What a claim says on who holds its places; None where it speaks of plans, demands or something else."""
    if claim.stance in UNREAL_STANCES or claim.status in UNREAL:
        return None
    if claim.stance in SILENT:
        return Holding("blank", None, None)
    fought = CONTESTED.search(claim.text) or FOUGHT_FOR.search(claim.text)
    if claim.kind == "clash" or claim.extent == "contested" or fought:
        return Holding("contested" if _sided(claim) else "reported", None, None, contested=True)
    way = None if IDIOM.search(claim.text) else _way(claim)
    holder, absent = _parties(claim, way) if way else (None, None)
    nobody = _no_party(claim) if way and not holder and not absent else None
    if nobody is not None:
        return Holding("skipped", None, None, why=f"“{nobody}” is no party that holds ground")
    own = way is not None and _is_own(claim, holder, absent)
    against = claim.stance in ("denies", "doubts")
    if (claim.status == "negated") != against:
        holder, absent = absent, holder
    # "We no longer hold it" concedes; "it never fell" denies.
    denied = against or (claim.status == "negated" and not (absent and not holder))
    told: Told = (
        "denied" if denied else "claimed" if _sided(claim) or _speaks_for(claim, holder, absent) else "reported"
    )
    return Holding(told, holder, absent, own=own)


def _speaks_for(claim: Claim, holder: str | None, absent: str | None) -> bool:
    """Whether those who speak claim ground for themselves, or give it up: "our men hold the bank"."""
    return claim.speaker is not None and _side_of(claim.speaker) in {holder, absent} - {None}


def _is_own(claim: Claim, holder: str | None, absent: str | None) -> bool:
    """Whether the party is the speaker's own side, told by no "we" and by no actor."""
    side = claim.speaker.side if claim.speaker else None
    named = any(party.actor.side == side for party in (*claim.actors, *claim.targets))
    return side is not None and side in (holder, absent) and not named and not WE.search(claim.text)


def _no_party(claim: Claim) -> str | None:
    """Who is said to hold or lose ground without being a party: sons, a town. The ground itself is said to be held."""
    if any(map(_party_name, claim.actors)):
        return None
    grounds = [mention.span for mention in claim.places]
    return next((party.actor.name for party in claim.actors if not _is_ground(party, grounds)), None)


def _party_name(party: Party) -> str | None:
    """What can hold ground: a side, an armed group or an unresolved group by name; None for people and things."""
    actor = party.actor
    if actor.side:
        return actor.side
    if actor.kind in GROUPS or (actor.kind == "government" and actor.name.split()[-1].casefold() in RULING):
        return _plain(actor.name)
    return None


def _plain(name: str) -> str:
    """ "Occupiers" at the head of a sentence are "occupiers"; names keep their capitals."""
    common = fold(name) == "enemy" or roles().of((fold(name),)) is not None
    return name.lower() if common and not name.isupper() else name


def _sided(claim: Claim) -> bool:
    return claim.speaker is not None and claim.speaker.side is not None


def _way(claim: Claim) -> Way | None:
    """Whether it tells of holding, taking or losing: by its predicate, else by the first such word."""
    predicate = claim.predicate or ""
    for way, pattern in PREDICATES.items():
        if pattern.match(predicate):
            return way
    found = [(match.start(), way) for way, pattern in PATTERNS.items() if (match := pattern.search(claim.text))]
    return min(found)[1] if found else None


def _parties(claim: Claim, way: Way) -> tuple[str | None, str | None]:
    """Who is said to hold and who not to."""
    named = _named_holder(claim.text)
    if way == "lose":
        taker = _receiver(claim)
        loser = _acting(claim) or (None if taker else _own_side(claim) or _admitting(claim))
        return taker or named, loser if loser != taker else None
    if named and way == "hold":
        return named, None
    holder = _acting(claim) or _own_side(claim)
    if holder is None and way == "take" and FRIENDLY.search(claim.text) and claim.speaker:
        holder = claim.speaker.side
    loser = next((party.actor.side for party in claim.targets if party.actor.side), None) if way == "take" else None
    return holder, loser if loser != holder else None


def _acting(claim: Claim) -> str | None:
    """The side of those who act; without a side their name, but "our forces" are the speaker's.

    "Belgorod region cleared" has a place in front of its verb, which holds nothing.
    """
    grounds = [mention.span for mention in claim.places if not mention.metonym]
    acting = [party for party in claim.actors if not _is_ground(party, grounds)]
    sided = next((party.actor.side for party in acting if party.actor.side), None)
    if sided:
        return sided
    named = next(filter(None, map(_party_name, acting)), None)
    return (_own_side(claim) or named) if named else None


def _is_ground(party: Party, grounds: list[Span]) -> bool:
    return party.actor.side is None and party.span is not None and any(party.span.overlap(span) for span in grounds)


def _own_side(claim: Claim) -> str | None:
    """The speaker's side, or that of the speaker by name, where the words speak of "us" or of "their" forces."""
    speaker = claim.speaker
    return _side_of(speaker) if speaker is not None and OWN.search(claim.text) else None


def _side_of(speaker: Speaker) -> str | None:
    """A side that is not known goes by who speaks for it: armed groups by name, a person as "X's side"."""
    if speaker.side:
        return speaker.side
    if speaker.kind in GROUPS:
        return _plain(speaker.name)
    return f"{speaker.name}’s side" if speaker.kind == "person" else None


def _admitting(claim: Claim) -> str | None:
    """The speaker's side where it says that a place "was lost": the other side would say "taken"."""
    return claim.speaker.side if claim.speaker and ADMITTED.search(claim.text) else None


def _receiver(claim: Claim) -> str | None:
    """To whom a place falls: the party named behind "fell to"."""
    found = FALLS_TO.search(claim.text)
    if found is None:
        return None
    behind = claim.text[found.end() :]
    parties: tuple[Party, ...] = (*claim.actors, *claim.targets)
    return next((name for p in parties if p.span and p.span.text in behind and (name := _party_name(p))), None)


def _named_holder(text: str) -> str | None:
    """The state whose adjective stands before "control" or "-held"."""
    found = UNDER.search(text) or HELD_BY.search(text)
    return _state(found[1]) if found else None


@lru_cache(maxsize=1024)
def _state(adjective: str) -> str | None:
    state = lexicon().states.get(adjective.casefold())
    return state.title() if state else None
