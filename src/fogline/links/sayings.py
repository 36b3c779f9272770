"""Titles of matters that no place, number or deed tells: whom claims blame, what one asserts or names, what all say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from fogline.data.gazetteer import fold
from fogline.links.clauses import WEEKDAY, asked_by
from fogline.links.frames import Frame
from fogline.links.lexicon import lexicon
from fogline.links.phrases import spoken_of
from fogline.links.reasons import claimant
from fogline.links.topics import DEEDS, TOPICS
from fogline.links.wording import IDEA, wording
from fogline.records.claims import Claim
from fogline.records.mentions import Place
from fogline.records.spans import Span

__all__ = ["MOSTLY", "PARTLY", "blame", "said", "share_of", "topic"]

LONGEST = 90  # code points of a charge that a title tells
CHARGE = re.compile(r"^((?:the )?[A-Z]\w+(?: [A-Z]\w+)?) (?:of|for) (\w+ing\b.*)$", re.DOTALL)  # of accusing somebody
VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|of|for|[a-z]\w+ly [a-z]\w+s|\w+(?:ed|ing))\b")
LONGEST_NAME = 6  # words
LONGEST_NAMES = 60  # code points of those who speak, where a title can tell no more
MOSTLY, PARTLY = 0.4, 0.25  # of the claims that name what a title names: a place; a site, a deed or a charge
# Claims of which any one may give the title; of more, the share that a word of it must have on average.
FEW, FAIR = 8, 0.3
ONE_THING = re.compile(r"an? (?!alleged|claim)\w+")
# Who is meant by a word that names nobody, where he speaks of himself.
SELF = re.compile(
    r"^(?:that )?(?:the country|its (?:forces|troops|army|military)|our (?:forces|troops|army|military))\b",
    re.IGNORECASE,
)
PLAN = re.compile(
    r"^((?:the )?[A-Z]\w+)['’]s? (?:alleged |supposed )?(?:plans?|intentions?|plots?) to (\w+ \w[^,;:]*)$"
)
# "The missile that fell in Osk was not of Ostrian make", "Ostria of a massacre", "plans to attack Osk are untrue".
RELATIVE = re.compile(
    r"^(?:that )?(the \w+(?: \w+)? that \w+(?: \w+){1,4}?) (was|is|were|are) (?:not )?([^,;:]+)$", re.IGNORECASE
)
OF_DEED = re.compile(r"^((?:the )?[A-Z]\w+(?: [A-Z]\w+)?) of (?!the\b|an?\b)(\w+ ['‘“]?\w+['’”]?)$")
FALSE = re.compile(r"\s(?:is |are )?(?:untrue|false|fake|groundless|baseless|unfounded|absurd)$", re.IGNORECASE)
RUN_ON = re.compile(r"(?<=[a-z]{2})\.(?=[A-Z])")  # two sentences without a space between
QUOTED = re.compile(r"['‘“’”]")
# "the ministry's fake report on ...", "an insinuation claiming that ...": speech about speech, before what it is about.
SPEECH = (
    r"^[^.;:]{0,70}?\b(?:claims?|claiming|allegations?|alleging|reports?|reporting|lies?|statements?|accusations?|"
    r"insinuations?|assertions?|suggestions?)"
)
ABOUT_SPEECH = (
    re.compile(rf"{SPEECH}\b(?:[^.;:]{{0,50}}?\s)??that\s+(?=\S+\s)", re.IGNORECASE),
    re.compile(rf"{SPEECH}\s+(?:about|on|of)\s+(?=\S+\s)", re.IGNORECASE),
)


def share_of(idea: str, told: Sequence[Frame]) -> float:
    """The share of claims whose words tell an idea."""
    return sum(IDEA + idea in frame.words.terms for frame in told) / len(told)


def blame(told: Sequence[Frame], where: str) -> str | None:
    """The question whether somebody is to blame, where a fair part of the claims says so and little else."""
    charges = Counter(found.groups() for frame in told if (found := CHARGE.match(_plain(frame.claim.text))))
    if charges and charges.total() >= PARTLY * len(told):
        who, deed = min(charges, key=lambda charge: (-charges[charge], len(charge[1]), charge))
        words = re.split(r"[,;]|\s-\s|\sand of\s", deed)[0]
        if len(words) <= LONGEST and '"' not in words:
            there = "" if " in " in words or " at " in words else where
            return f"Is {who} to blame for {words}{there}?"
    blamed = Counter(name for frame in told if (name := _blamed(frame)))
    if blamed.total() < PARTLY * len(told):
        return None
    name = min(blamed, key=lambda name: (-blamed[name], name), default=None)
    return f"Is {name} to blame{where}?" if name else None


def said(told: Sequence[Frame], place: Place | None) -> str | None:
    """What one claim asserts, turned into a question, else what one names; a claim that speaks of claims comes last."""
    affirmed = [frame for frame in told if not frame.against and not frame.silent]
    fair = affirmed or [frame for frame in told if not frame.silent]  # what is only denied is asked all the same
    plain = [frame for frame in fair if not frame.words.has("reference")]
    return _asked(plain, told, place) or _named(told) or _asked(fair, told, place) or _asked(told, told, place)


def _asked(fair: Sequence[Frame], told: Sequence[Frame], place: Place | None) -> str | None:
    """The question that shares most words with all claims; none where it shares too few with many."""
    shared = Counter(term for frame in told for term in frame.words.terms)
    whose = {
        _span(frame): frame for frame in told if frame.against
    }  # nobody owns up to a crime: who denies it is meant
    spoken = [_by_name(whose.get(_span(frame), frame) if _is_crime(frame) else frame) for frame in fair]
    asked = {question.replace(" allegedly", "") for claim in spoken if (question := _question_of(claim))}

    def weight(question: str) -> tuple[float, int, str]:
        terms = wording(question).terms
        return -sum(shared[term] - 1 for term in terms) / (len(terms) + 2), len(question), question

    best = min(asked, key=weight, default=None)
    if best and len(told) > FEW and -weight(best)[0] < FAIR * len(told):
        return None
    if best is None or place is None or place.precision in ("country", "point"):
        return best
    names = {fold(p.name) for frame in told for p in (*frame.here, *frame.around)}
    named = any(name in fold(best) for name in names) or " in " in best or " at " in best
    return best if named or len(best) > LONGEST else f"{best.removesuffix('?')} in {place.name}?"


def _is_crime(frame: Frame) -> bool:
    """Whether a claim tells in words such as "its forces" that civilians were harmed."""
    return SELF.match(frame.claim.text) is not None and frame.words.has("kill") and frame.words.has("civilians")


def _span(frame: Frame) -> tuple[str, int, int]:
    return frame.claim.document_id, frame.claim.start, frame.claim.end


def _named(told: Sequence[Frame]) -> str | None:
    """What claims name that tell nothing in a clause: "of a troop pullback"."""
    shared = Counter(term for frame in told for term in frame.words.terms)
    named = (spoken_of(_without_speech(frame.claim)) for frame in told)
    phrases = {phrase: wording(phrase).terms for phrase in named if phrase}

    def weight(phrase: str) -> tuple[float, int, str]:
        return -sum(shared[term] - 1 for term in phrases[phrase]), len(phrase), phrase

    best = min(phrases, key=weight, default=None) if len(told) <= FEW else None
    if best is None:
        return None
    naming = (f for f in told if not f.against and spoken_of(_without_speech(f.claim)) == best)
    sides = {frame.claim.speaker.side for frame in naming if frame.claim.speaker}
    side = sides.pop() if len(sides) == 1 and any(frame.against for frame in told) else None
    fits = side and ONE_THING.match(best) and fold(side) not in fold(best)
    return f"Is there {best}, as {side} says?" if fits else f"What is said about {best}?"


def _by_name(frame: Frame) -> Claim:
    """A claim with the state that speaks in the place of "the country" or "its forces"."""
    claim = frame.claim
    side = claim.speaker.side if claim.speaker else None
    meant = (
        SELF.match(claim.text) if side and len(claim.evidence) == 1 and fold(side) in lexicon().state_names else None
    )
    if meant is None or side is None:
        return claim
    span = claim.evidence[0]
    named = side if meant[0].casefold().endswith("the country") else f"{side}'s {meant[0].split()[-1]}"
    return replace(claim, evidence=(Span(span.start, span.end, named + span.text[meant.end() :]),))


def _question_of(claim: Claim) -> str | None:
    """What a claim tells as a question; "Ostria's plans to shell the dam" asks "Does Ostria plan to shell the dam?"."""
    told = _without_speech(claim)
    words = FALSE.sub("", _plain(told.text).replace('"', ""))
    plan, relative = PLAN.match(words), RELATIVE.match(words)
    charge = OF_DEED.match(words) if claim.stance == "accuses" else None
    asked = None
    if plan:
        asked = f"Does {plan[1]} plan to {plan[2]}?"
    elif relative:
        asked = WEEKDAY.sub("", f"{relative[2].capitalize()} {relative[1][0].lower()}{relative[1][1:]} {relative[3]}?")
    elif charge:
        deed = QUOTED.sub("", charge[2])
        asked = f"Is {charge[1]} to blame for {'' if deed.endswith('s') else 'a '}{deed}?"
    asked = asked if asked and len(asked) <= LONGEST else asked_by(told)
    return f"{RUN_ON.split(asked)[0].removesuffix('?')}?" if asked else None


def _without_speech(claim: Claim) -> Claim:
    """A claim that speaks of a claim, with what that one tells alone: "claims about a pullback" tells of a pullback."""
    tried = (pattern.match(claim.text) for pattern in ABOUT_SPEECH if len(claim.evidence) == 1)
    found = next(filter(None, tried), None)
    if found is None:
        return claim
    span = claim.evidence[0]
    return replace(claim, evidence=(Span(span.start + found.end(), span.end, span.text[found.end() :]),))


def topic(told: Sequence[Frame], where: str) -> str:
    """What the claims are about, in nouns."""
    ranked = sorted((idea for idea in TOPICS if share_of(idea, told) >= PARTLY), key=lambda idea: -share_of(idea, told))
    kind = Counter(frame.claim.kind for frame in told).most_common(1)[0][0]
    nouns = [TOPICS[idea] for idea in ranked[:2]] or ([TOPICS[kind]] if kind in TOPICS else [])
    if not nouns:
        who = " and ".join(dict.fromkeys(claimant(frame) for frame in told[:2]))
        who = who if len(who) <= LONGEST_NAMES else "the parties and others"
        return f"What do {who} say{where}?" if " and " in who else f"What does {who} say{where}?"
    states = sorted({state for frame in told for state in frame.states if _of_most(state, told)})
    who = f" between {states[0].title()} and {states[1].title()}" if len(states) == 2 and not where else ""
    return f"What is said about {' and '.join(dict.fromkeys(nouns))}{who}{where}?"


def _of_most(state: str, told: Sequence[Frame]) -> bool:
    return sum(state in frame.states for frame in told) >= MOSTLY * len(told)


def _plain(words: str) -> str:
    return " ".join(words.split()).strip(' ,;."“”?')


def _blamed(frame: Frame) -> str | None:
    """Whom a claim blames that says nothing else: "blamed the Highland Guard, an ethnic force"."""
    if frame.claim.stance != "accuses":
        return None
    name = re.split(r"[,(;]", _plain(frame.claim.text), maxsplit=1)[0].strip()
    bare = name.removeprefix("the ")
    parties = {fold(party.actor.name) for party in (*frame.claim.actors, *frame.claim.targets)} | wording(name).states
    proper = any(party in fold(name) or fold(name) in party for party in parties) and bare[:1].isupper()
    deeds = any(term.startswith(IDEA) and term.removeprefix(IDEA) in DEEDS for term in wording(name).terms)
    fits = (
        proper and not deeds and not VERB.search(name) and not re.search(r"\b(?:in|at|on|from)\b", name, re.IGNORECASE)
    )
    return name if fits and len(name.split()) <= LONGEST_NAME else None
