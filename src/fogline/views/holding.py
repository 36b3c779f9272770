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
from fogline.views.enemies import THE_ENEMY, means_enemy

__all__ = ["SILENT", "UNREAL_STANCES", "Holding", "Told", "holding_of", "is_sided"]

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
# Men under arms: whose, the word does not say.
NOBODY = frozenset("soldiers units unit fighters defenders servicemen marines men personnel the special".split())
RULING = frozenset("government authorities administration regime junta council".split())
# Words of taking that take no ground.
IDIOM = re.compile(
    r"\bt(?:ak(?:e|es|en|ing)|ook)\s+(?:place|part|up|off|out|away|down|note|steps|care|advantage|office|measures|action|shelter"
    r"|cent(?:re|er) stage|aim|shape|the lead|account|into account|to|a look)\b"
    r"|\blos(?:e|es|t|ing)\s+(?:\w+\s+)?(?:access|superiority|contact|trust|hope|power|abilit\w+|men|soldiers|troops|interest)\b"
    r"|\b(?:trust|hope|contact) (?:is|was) lost\b|\b(?:markets?|prices|shares|snow|rain|silence)\s+f(?:all|ell)\w*"
    r"|\bfrom (?:\w+ )?captivity\b|\b(?:illegal|attempted|sham|possible|so-called|alleged)\s+annexation\b"
    r"|\bretain\w*\s+(?:\w+\s+)?(?:abilit|capabilit|capacit|capable)"
    r"|\bcontrol\w* (?:over|of) (?:\w+ ){0,2}(?:use|arms|weapons?|prices?|spending|exports?|airspace|traffic|levels?)\b"
    r"|\btaken?\s+(?:prisoner|hostage|captive)\b"
    r"|\bh[eo]ld(?:s|ing)?\b[^.;]{0,60}?\b(?:responsible|accountable|liable|hostage|captive|talks|trials?|elections?)\b",
    re.IGNORECASE,
)
PIECES = re.compile(r"\s…\s|[.;]['’\"”]?\s")
CONTESTED = re.compile(r"\b(?:contested|disputed|gr[ae]y zone|no.man.s.land|under fire control)\b", re.IGNORECASE)
# Who storms a place, or tries to take or to keep it, is not said to hold it.
FOUGHT_FOR = re.compile(
    r"\bstorm(?:s|ing)\b|\bto storm\b|\bassault operations?\b"
    r"|\b(?:try|tries|trying|tried|attempt(?:s|ing|ed)?|seek(?:s|ing)?|fail(?:s|ed|ing)?|struggl(?:e|es|ed|ing)"
    r"|fight(?:s|ing)?|aim(?:s|ed|ing)?|hop(?:e|es|ed|ing)|want(?:s|ed)?|intend(?:s|ed|ing)?|plan(?:s|ned|ning)?) to\s+"
    r"(?:\w+\s+)?(?:take|seize|capture|gain|establish|retake|regain|recapture|reclaim|clear|secure|occupy|liberate"
    r"|hold|keep|maintain|retain|control|consolidate|restore)\b"
    r"|\b(?:efforts?|attempts?|focus\w*|concentrat\w+|(?:counter-?)?offensive|operations?|bid|push)\b[^.;]{0,60}?\b(?:to|on|at)\s+(?:\w+\s+)?"
    r"(?:tak|seiz|captur|gain|establish|regain|recaptur|secur|occupy|hold|keep|maintain|retain|retak|control)\w*",
    re.IGNORECASE,
)
# "The occupied towns", "in captured Quelha": by the way, of whatever else is told.
BY_THE_WAY = re.compile(
    r"\b(?:(?:the|in|of|from|near|to|into|for|at|on|over|across|through|temporarily|newly|recently|previously|illegally|several|other|all)\s+)"
    r"(?:temporarily\s+|newly\s+|recently\s+)?(?:occupied|captured|controlled|liberated|seized|annexed|de-occupied)"
    r"\s+(?!by\b|in\b|on\b)(?=\w)",
    re.IGNORECASE,
)
NOT = re.compile(r"\b(?:not|no|never|nobody|none|neither|nor|cannot|without)\b|n['’]t\b", re.IGNORECASE)
CLOSE = 12  # code points behind a word of holding in which its "not" stands: "holds no part", "is not"
ELSEWHERE = re.compile(r"\s(?:and|but|or|then)\s+(?:\w+\s+)?\w+(?:ed|s|ing)\s", re.IGNORECASE)
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
        return Holding("contested" if is_sided(claim) else "reported", None, None, contested=True)
    way = None if _is_idiom(claim.text) or _of_another(claim) else _way(claim)
    if way is None:
        return None
    holder, absent = _parties(claim, way)
    nobody = _no_party(claim) if not holder and not absent else None
    if nobody is not None:
        return Holding("skipped", None, None, why=f"“{nobody}” is no party that holds ground")
    if not holder and not absent and not _is_way(claim.predicate):
        return None
    return _as_told(claim, holder, absent)


def _as_told(claim: Claim, holder: str | None, absent: str | None) -> Holding:
    """What is said of holder and loser, turned round where it is denied."""
    own = _is_own(claim, holder, absent)
    against, negated = claim.stance in ("denies", "doubts"), claim.status == "negated" and _negates(claim.text)
    if negated != against:
        holder, absent = absent, holder
    # "We no longer hold it" concedes; "it never fell" denies.
    denied = against or (negated and not (absent and not holder))
    told: Told = (
        "denied" if denied else "claimed" if is_sided(claim) or _speaks_for(claim, holder, absent) else "reported"
    )
    return Holding(told, holder, absent, own=own)


def _is_idiom(text: str) -> bool:
    """Whether words of holding stand only in statements of something else: prisoners that were "taken"."""
    said = PIECES.split(text) if IDIOM.search(text) else []
    return bool(said) and not any(
        pattern.search(piece) for piece in said if not IDIOM.search(piece) for pattern in PATTERNS.values()
    )


def _negates(text: str) -> bool:
    """Whether a "not" bears on the holding: "control guarantees no calm" says that it is held."""
    found = min((match.end() for pattern in PATTERNS.values() if (match := pattern.search(text))), default=len(text))
    return NOT.search(text) is None or NOT.search(text[: found + CLOSE]) is not None


def _of_another(claim: Claim) -> bool:
    """Whether its places belong to a second verb: "seized the hill and guarded the port" says nothing of the port."""
    found = next((match for pattern in PATTERNS.values() if (match := pattern.search(claim.text))), None)
    spans = [mention.span.text for mention in claim.places if not mention.metonym and not mention.derived]
    at = [claim.text.find(words) for words in spans]
    if found is None or not at or min(at) < found.end():
        return False
    return ELSEWHERE.search(claim.text[found.end() : min(at)]) is not None


def _is_way(predicate: str | None) -> bool:
    return any(pattern.match(predicate or "") for pattern in PREDICATES.values())


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
    if means_enemy(actor.name):
        return THE_ENEMY
    if frozenset(fold(actor.name).split()) <= NOBODY:
        return None
    if actor.kind in GROUPS or (actor.kind == "government" and actor.name.split()[-1].casefold() in RULING):
        return _plain(actor.name)
    return None


def _plain(name: str) -> str:
    """ "Occupiers" at the head of a sentence are "occupiers"; names keep their capitals."""
    common = roles().of((fold(name),)) is not None
    return name.lower() if common and not name.isupper() else name


def is_sided(claim: Claim) -> bool:
    """Whether a known side says it."""
    return claim.speaker is not None and claim.speaker.side is not None


def _way(claim: Claim) -> Way | None:
    """Whether it tells of holding, taking or losing: by its predicate, else by the first word that does not do so by
    the way."""
    predicate = claim.predicate or ""
    for way, pattern in PREDICATES.items():
        if pattern.match(predicate):
            return way
    told = claim.text if _named_holder(claim.text) else BY_THE_WAY.sub("", claim.text)
    found = [(match.start(), way) for way, pattern in PATTERNS.items() if (match := pattern.search(told))]
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
