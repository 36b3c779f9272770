"""A claim laid out in fields that can be compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from fogline.data.gazetteer import fold
from fogline.links.amounts import Amount, amounts_of
from fogline.links.anchors import anchors_of
from fogline.links.asides import is_aside
from fogline.links.asserted import controls_thing, own_words, places_of
from fogline.links.carrying import carried
from fogline.links.clocks import UNREAL, UNREAL_STANCES, happened_on, said_on
from fogline.links.days import Days
from fogline.links.denials import denied_nouns, denies, firmly, intended, keeps_back, negated_verb, whose_word
from fogline.links.issuing import shared_issuers, with_issuer
from fogline.links.lexicon import lexicon
from fogline.links.parties import Setting, keys_of, party_of, setting_of
from fogline.links.tallies import Tally, tallies_of
from fogline.links.wording import IDEA, Wording, has_negation, wording
from fogline.records.claims import Claim
from fogline.records.documents import Document
from fogline.records.mentions import Place

__all__ = ["FRAMES", "Frame", "frames_of"]

FRAMES = 8192  # frames whose conclusions stay in memory

SILENT = frozenset({"declines", "unconfirmed"})
ANSWERING = frozenset({"denies", "doubts", "asserts"})
AGAINST = frozenset({"denies", "doubts"})
NEWS = 10  # days within which a deed without a date is news
TOLLS = frozenset({"kill", "wound", "missing", "displaced"})
# People are held and taken as ground is: where no ground is named, it is people.
GROUND = ("village", "territory", "camp", "bridge", "port", "depot")
HOLDING = frozenset(IDEA + idea for idea in ("hold", "take", "lose"))
OWN = frozenset({"our", "ours", "we", "its", "their", "his", "us", "own"})
MOST_ASKED = 2
MOST_OF_REFERENCE = 2  # terms besides the reference itself: "the allegation" refers, "the allegation that ..." tells
NONE_FIRST = re.compile(r"^\W*(?:not (?:a|an|one|any)|no|none|nobody|nothing|neither)\b", re.IGNORECASE)
CHARGE = re.compile(r"\b(?:accusations?|charges?|allegations?)\b", re.IGNORECASE)
TELLING = re.compile(r"\w\s+(?:that|of)\s+\w", re.IGNORECASE)
FROM_SIDE = re.compile(
    r"\bfrom (?:the )?([A-Z]\w+|government|army|navy|rebels?|military)(?:['’]s)? (?:\w+ )?"
    r"(?:side|positions?|territory|soil|lines?|compound|trenches)\b"
)
ROOT = 3  # letters of a verb that its forms mostly share
MOST_NAMED = 4  # words of a charge that only names who did it
CHARGED = frozenset({"attack", "damage", "casualties", "clash"})
SENTENCES_BACK = 4  # how far back a reference such as "those claims" reaches


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """The fields of a claim that linking aligns.

    `said` is the day it was said or published, `happened` when what it tells happened where the words say so. `party`
    are the keys of those who make it. `here` are places its own words name, `around` those of its sentence and of the
    report. `words` are of its evidence, `context` of its whole sentence; `states` are those that act in its words,
    its own party's where it says "our". `against` tells that its stance denies or doubts, `real` that it tells what
    is or was, not what is planned, asked for or possible, `abroad` that it speaks of troops outside their state,
    `anchors` are the towns, sites and names that tie it to one event, `none_of` what it says there is none of,
    `answers` the states whose word it denies without telling it, `negated` the verb that it negates, `refers` that
    its words are those of a claim that it speaks of. `doers` and `sufferers` are the keys of those who do and undergo
    what it tells; `aside` tells that it goes beside the story of its report, `tallies` what it counts, `negates` that
    it tells, as a whole, that something is not so. A frame equals itself alone: what follows from it is kept by it.
    """

    claim: Claim
    setting: Setting
    party: frozenset[str]
    said: int | None
    happened: Days | None
    here: tuple[Place, ...]
    around: tuple[Place, ...]
    words: Wording
    context: Wording
    states: frozenset[str]
    against: bool
    silent: bool
    real: bool
    abroad: bool
    amounts: tuple[Amount, ...]
    anchors: frozenset[str] = frozenset()
    none_of: frozenset[str] = frozenset()
    answers: frozenset[str] = frozenset()
    negated: frozenset[str] = frozenset()
    refers: bool = False
    doers: frozenset[str] = frozenset()
    sufferers: frozenset[str] = frozenset()
    aside: bool = False
    tallies: tuple[Tally, ...] = ()
    negates: bool = field(init=False)

    def __post_init__(self) -> None:
        """Work out what every rule asks of every pair."""
        object.__setattr__(self, "negates", _negates(self))

    @property
    def deed_days(self) -> tuple[Days, ...]:
        """The days on which a deed it tells of may have happened; empty where nothing is known.

        Without a day of its own it is one that its report names, or one of the days before it was said.
        """
        if self.happened is not None:
            return (self.happened,)
        return () if self.said is None else (Days(self.said - NEWS, self.said), *self.setting.days)

    @property
    def as_of(self) -> Days | None:
        """The days for which it speaks: those it names where they last until it is said, else the day of saying."""
        if self.happened is not None and (self.said is None or self.happened.last >= self.said):
            return Days(self.happened.first, self.said or self.happened.last)
        return None if self.said is None else Days(self.said, self.said)


def _negates(frame: Frame) -> bool:
    asks = frame.words.tokens[:1] and frame.words.tokens[0] in lexicon().asking
    if asks or frame.claim.kind == "demand" or frame.claim.stance in UNREAL_STANCES:
        return frame.against
    none = bool(frame.none_of) and NONE_FIRST.match(frame.claim.text) is not None
    told = frame.claim.status == "negated" and has_negation(frame.words.tokens)
    return frame.against != (told or none or bool(frame.negated & frame.words.denied))


def frames_of(document: Document, claims: Sequence[Claim]) -> tuple[Frame, ...]:
    """The frames of the claims of one report, in the order of the text."""
    setting = setting_of(document, claims)
    frames: list[Frame] = []
    for claim in sorted(claims, key=lambda claim: (claim.start, claim.end, claim.id)):
        frame = with_issuer(_frame(claim, setting), frames)
        frame = _charging(frame, frames)
        if not frame.tallies and claim.quantities:
            frame = replace(frame, tallies=carried(claim, [(told.claim, told.tallies) for told in frames]))
        frames.append(_referring(frame, frames) if _refers(frame) else frame)
    return shared_issuers(frames)


def _charging(frame: Frame, before: Sequence[Frame]) -> Frame:
    """A charge that only names who did it ("the ministry blamed the Front"), with the words of the deed told last."""
    if frame.claim.stance != "accuses" or len(frame.claim.text.split()) > MOST_NAMED or not before:
        return frame
    bare = not any(term.removeprefix(IDEA) in lexicon().core for term in frame.words.terms)
    deed = before[-1]
    near = frame.claim.sentence_index - deed.claim.sentence_index <= 1 and deed.claim.kind in CHARGED
    if not bare or not near or deed.negates or deed.silent:
        return frame
    terms, around = deed.words.terms | frame.words.terms, (*deed.here, *frame.around)
    return replace(frame, words=replace(frame.words, terms=terms), around=around, anchors=frame.anchors | deed.anchors)


def _frame(claim: Claim, setting: Setting) -> Frame:
    words = _with_deed(firmly(claim, wording(own_words(claim.text))), claim)
    held = claim.kind == "detention" and not HOLDING.isdisjoint(words.terms)
    if controls_thing(claim.text):
        words = replace(words, terms=words.terms - HOLDING, denied=words.denied - HOLDING)
    if (words.has("captive", "exchange") or held) and not words.has(*GROUND):
        words = replace(words, terms=(words.terms - HOLDING) | ({IDEA + "captive"} if held else set()))
    amounts = amounts_of(claim)
    words = _with_tolls(words, amounts)
    here, around = places_of(claim)
    kept = keeps_back(claim)
    party = keys_of(claim.actors, setting) if kept and claim.actors else party_of(claim, setting)
    states = words.states
    if OWN.intersection(words.tokens):
        states |= party & lexicon().state_names
    local = (place.country for place in here if place.country and place.precision != "country")
    home = {lexicon().codes.get(code) for code in local} or setting.states
    return Frame(
        claim=claim,
        setting=setting,
        party=party,
        said=said_on(claim, setting),
        happened=happened_on(claim, setting),
        here=here,
        around=around,
        words=words,
        context=wording(claim.sentence.text),
        states=states,
        against=claim.stance in ANSWERING and claim.kind != "demand" and not _asks(claim) and denies(claim, words),
        silent=claim.stance in SILENT or kept or _asks(claim),
        real=_is_real(claim, words),
        abroad=_stays(words, amounts) and bool(home and states - home),
        amounts=amounts,
        anchors=anchors_of(claim, words),
        none_of=denied_nouns(claim, words),
        answers=whose_word(claim),
        aside=is_aside(claim, setting),
        tallies=tallies_of(claim),
        doers=_doing(claim, setting, party),
        sufferers=keys_of(claim.targets, setting),
        negated=negated_verb(claim, words),
    )


def _doing(claim: Claim, setting: Setting, party: frozenset[str]) -> frozenset[str]:
    """The keys of those who do it; a pronoun of the first person stands for the party that speaks."""
    keys = keys_of(claim.actors, setting)
    origin = FROM_SIDE.search(claim.text)
    if origin and not keys:
        side = fold(origin[1])
        keys = frozenset({side, side.removesuffix("n"), side.removesuffix("ian"), lexicon().states.get(side, side)})
    return keys | party if keys & party else keys


def _with_deed(words: Wording, claim: Claim) -> Wording:
    """The wording with the ideas of the verb in its plain form, and what a verb of taking means of ground."""
    stem = (claim.predicate or "")[:ROOT]
    if claim.predicate is None or not any(token.startswith(stem) for token in words.tokens):
        return words
    ideas = {term for term in wording(claim.predicate).terms if term.startswith(IDEA)}
    if claim.predicate == "take" and claim.kind == "control":
        ideas.add(IDEA + "take")
    return words if ideas <= words.terms else replace(words, terms=words.terms | ideas)


def _with_tolls(words: Wording, amounts: tuple[Amount, ...]) -> Wording:
    """The wording with what its numbers count: "lost six fighters" speaks of the killed, not of ground."""
    tolls = {IDEA + what for amount in amounts for what in amount.what & TOLLS}
    if not tolls or tolls <= words.terms:
        return words
    grounded = words.has("hold", "take", "village", "territory")
    return replace(words, terms=(words.terms if grounded else words.terms - {IDEA + "lose"}) | tolls)


def _is_real(claim: Claim, words: Wording) -> bool:
    if claim.stance in UNREAL_STANCES or claim.status in UNREAL or intended(claim):
        return False
    if claim.stance in AGAINST:
        return denies(claim, words) or (bool(words.denied) and claim.status == "negated")
    return not lexicon().unreal.intersection(claim.text.partition(", which ")[0].split())


def _stays(words: Wording, amounts: tuple[Amount, ...]) -> bool:
    """Whether it speaks of troops that are somewhere, not of what they do there."""
    counted = any("people" in amount.what for amount in amounts)
    return words.has("troops") and (counted or words.has("station", "join"))


def _asks(claim: Claim) -> bool:
    """Whether its words are an indirect question that somebody left open: nobody can deny "whether ..."."""
    if claim.stance not in AGAINST | SILENT:
        return claim.stance == "asserts" and claim.cue is not None and claim.text.startswith("whether ")
    return any(span.text.split()[0].lower().strip("“\"'") in lexicon().asking for span in claim.evidence)


def _refers(frame: Frame) -> bool:
    """Whether a claim speaks of another one instead of telling something: "those claims", "the announcement"."""
    if frame.claim.stance not in AGAINST | SILENT or frame.here:
        return False
    reference = IDEA + "reference"
    rest = frame.words.terms - {reference}
    if frame.silent and _asks(frame.claim) and len(frame.words.terms) <= MOST_ASKED:
        return True  # "who had fired it" asks about what was just told
    if any(term.removeprefix(IDEA) in lexicon().core for term in rest):
        return False
    if rest and TELLING.search(frame.claim.text):
        return False  # "the charge of forced recruitment" tells what was charged
    return len(rest) <= (MOST_OF_REFERENCE if reference in frame.words.terms else 0)


def _referring(frame: Frame, before: Sequence[Frame]) -> Frame:
    """A claim that refers, with the words of the claim it refers to: the last one another party makes just before."""
    charged = CHARGE.search(frame.claim.text) is not None
    recent = [o for o in before if frame.claim.sentence_index - o.claim.sentence_index <= SENTENCES_BACK]
    charges = [o for o in recent if o.claim.stance == "accuses" and not o.party & frame.party]
    for other in reversed(charges if charged and charges else before):
        if frame.claim.sentence_index - other.claim.sentence_index > SENTENCES_BACK:
            break
        told = (other.claim.speaker is not None or frame.silent) and not other.silent and other.words.terms
        if told and not other.party & frame.party:
            words = replace(other.words, terms=other.words.terms | frame.words.terms)
            around = (*other.here, *other.around, *frame.around)
            return replace(
                frame, words=words, around=around, happened=other.happened, states=other.states, refers=True,
                anchors=frame.anchors | other.anchors,
            )  # fmt: skip
    return frame
