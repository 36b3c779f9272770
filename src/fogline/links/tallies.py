"""The counts of a claim as what befell how many of what and of whose: 17 defenders who fell, no aircraft lost.

What an Amount counts is told by the noun beside it; a Tally is told by fate and kind, so that "six drones over the
port" and "four unmanned aircraft had attacked", "every aircraft came home" and "two of them brought down" meet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import inf

from fogline.data.gazetteer import fold
from fogline.links.callings import calling_of
from fogline.links.fates import (
    CRAFT,
    came_home,
    does,
    fate_of,
    fits,
    implied,
    nearest_fate,
    plain,
    said_to_be,
    thing_of,
    unharmed,
)
from fogline.links.lexicon import lexicon
from fogline.links.owners import Whose, whose_in, whose_of
from fogline.records.claims import Claim
from fogline.records.mentions import QuantityMention

__all__ = ["Tally", "figures_of", "is_toll", "tallies_of"]

PIECE_END = re.compile(r"[,;:…—–]|\s-\s|\b(?:while|but|although|whereas|after|when|before)\b", re.IGNORECASE)
ALL_OF_THEM = re.compile(r"\s*(?:all|most) of (?:them|whom)\b[^,;.]*", re.IGNORECASE)
ON_SIDE = re.compile(r"\b(?:on|among|from|in)\b.*\b(?:side|ranks|part)\b", re.IGNORECASE)
PART_OF = re.compile(r"\s+of\s+(?:the|its|their|his|her|our)\s*$", re.IGNORECASE)
NONE = re.compile(
    r"\b(?:no|not (?:a|an|one|any)(?: of (?:the|its|his|her|their|our))?|none of (?:the|its|his|her|their|our)|"
    r"without (?:a|an|any|losing an?))\s+"
    r"((?:[\w’'-]+\s+){0,2}[\w’'-]+)\b",
    re.IGNORECASE,
)
ANY = re.compile(r"\b(?:any|a single|talk of)\s+((?:[\w’'-]+\s+){0,2}[\w’'-]+)\b", re.IGNORECASE)
NONE_WAS = re.compile(
    r"\b(?:none|not one|neither)(?: of (?:them|these|those))? (?:was|were|has|had|is|are)\b", re.IGNORECASE
)
LOSS = re.compile(r"\b(?:loss|lost|lose|losing)\b", re.IGNORECASE)
LOSSES = re.compile(r"\b(?:loss(?:es)?|casualties)\b", re.IGNORECASE)
UNHURT = re.compile(r"\b(?:hit|struck|hurt|harmed|touched|scratched)\b", re.IGNORECASE)
LET_GO = re.compile(r"\blet\b.*\bgo\b|\bformer\b", re.IGNORECASE)
# Who counts so far, or counts whom he saw, has not counted all.
AT_LEAST = re.compile(
    r"\b(?:so far|to date|until now|up to now|as yet|buried|found|recovered|brought in|registered|identified)\b",
    re.IGNORECASE,
)
NOT = re.compile(r"\bnot(?: even)?\s+$", re.IGNORECASE)
OF_STATE = re.compile(r"(?<=\w)\s+(?:was|were|is|are|had|has|have|died|fell)\b.*")  # "No Afghan was killed"
OF_THEM = re.compile(r"\s*of (?:them|these|those|whom)\b", re.IGNORECASE)
NOBODY = re.compile(r"\b(?:nobody|no one|no-one)\b|\bnot (?:a soul|one man|a man)\b", re.IGNORECASE)
EVERY = re.compile(
    r"\b(?:every|all)\s+(?:of\s+)?(?:the\s+|its\s+|our\s+|his\s+|their\s+)?((?:\w+\s+)?[\w-]+)", re.IGNORECASE
)
ONE_OF = re.compile(
    r"\b(?:one of (?:the|its|our|his|their)|a single|only one|just one|one|an?)\s+"
    r"(?:\d+\s+|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+)?((?:\w+\s+)?[\w-]+)",
    re.IGNORECASE,
)
TOLL_NOUNS = frozenset("count counts figure figures number total toll sum tally estimate claim".split())
CUSTODY = frozenset({"detention", "negotiation", "meeting", "casualties"})
MOST_WORDS = 3  # behind a number, in which its noun may stand


@dataclass(frozen=True, slots=True)
class Tally:
    """A number of people or things that shared a fate; `thing` is None where the words leave open of what.

    `whole` tells that all of them were of one side: "seven dead, all outlaws"; `calling` is what they are called.
    """

    low: float
    high: float
    fate: str
    thing: str | None
    whose: Whose
    text: str
    previous: bool = False
    part: bool = False
    approximate: bool = False
    whole: bool = False
    calling: str | None = None

    @property
    def none(self) -> bool:
        """Whether it counts nobody and nothing."""
        return self.high == 0

    @property
    def bounds(self) -> frozenset[float]:
        """The bounds that are known."""
        return frozenset(bound for bound in (self.low, self.high) if abs(bound) < inf)


def tallies_of(claim: Claim) -> tuple[Tally, ...]:
    """The counts of a claim's own words: figures first, then what it says there is none, one or all of."""
    counted: list[Tally] = []
    for mention in figures_of(claim):
        tally = _tally(mention, claim)
        if tally is None:
            continue
        elided = counted and mention.quantity.of is None and tally.whose == Whose()
        counted.append(replace(tally, whose=counted[-1].whose) if elided else tally)
    return (*counted, *_in_words(claim, counted))


def figures_of(claim: Claim) -> Iterator[QuantityMention]:
    """The plain counts that stand in a claim's own words, those behind "not" left out."""
    for mention in claim.quantities:
        told = any(span.start <= mention.span.start < span.end for span in claim.evidence)
        before = claim.sentence.text[: mention.span.start - claim.sentence.start]
        counts = mention.quantity.unit == "count" and mention.quantity.role != "conversion"
        if told and counts and not NOT.search(before):  # "not one lorry" is none
            yield mention


def _tally(mention: QuantityMention, claim: Claim) -> Tally | None:
    quantity = mention.quantity
    before, after = _around(mention, claim)
    noun = plain(quantity.of or "")
    bare = not noun or is_toll(noun)
    thing = thing_of(noun) or (_nearest(before, after) if bare else _people(quantity.of or ""))
    scope = quantity.scope
    if thing is None and not bare and scope is None:
        return None  # shells, ridges, charges
    fate = fate_of(scope, before, after, thing)
    if LET_GO.search(f"{before} {after}") and fate == "captive":
        fate = "freed"
    if PART_OF.search(before) and thing in CRAFT:
        fate = "sent"  # "two of the five aircraft"
    if fate is None or not fits(fate, thing) or (fate == "freed" and claim.kind not in CUSTODY):
        return None
    return Tally(
        low=-inf if quantity.low is None else quantity.low,
        high=inf if quantity.high is None or AT_LEAST.search(f"{before} {after}") else quantity.high,
        fate=fate,
        thing=thing or implied(fate),
        whose=_lost_by(fate, before, whose_of(quantity.of or "", quantity.whose or "", before, after)),
        text=mention.span.text,
        previous=quantity.role == "previous",
        part=quantity.role == "part" or ((thing or implied(fate)) == "people" and OF_THEM.match(after) is not None),
        approximate=quantity.approximate,
        whole=_of_one_kind(after),
        calling=calling_of(quantity.of or ""),
    )


def _lost_by(fate: str, before: str, whose: Whose) -> Whose:
    """Whose craft were lost: who shoots down shoots at the enemy, and who tells of a crash tells of his own."""
    if fate != "lost" or whose.own or whose.enemy or whose.states or whose.names or whose.camp:
        return whose
    if does(plain(before)):
        return replace(whose, enemy=True)
    return replace(whose, own=True) if LOSS.search(before) else whose


def _of_one_kind(after: str) -> bool:
    """Whether all of those counted are said to be the enemy, or civilians."""
    found = ALL_OF_THEM.search(after)
    return found is not None and any(said_to_be(kind, plain(found[0])) for kind in ("enemy", "civilian"))


def _around(mention: QuantityMention, claim: Claim) -> tuple[str, str]:
    """The words of the clause before and behind a number; "all of them outlaws" belongs to it too."""
    span = next(span for span in claim.evidence if span.start <= mention.span.start < span.end)
    start, end = mention.span.start - span.start, mention.span.end - span.start
    before, after = span.text[:start], span.text[end:]
    cuts = [cut.end() for cut in PIECE_END.finditer(before)]
    stop = PIECE_END.search(after)
    behind = after if stop is None else after[: stop.start()]
    more = ALL_OF_THEM.match(after, stop.end()) if stop else None
    begin = cuts[-1] if cuts else 0
    if not before[begin:].strip() and cuts:
        aside = before[cuts[-2] if len(cuts) > 1 else 0 : begin]
        begin -= len(aside) if ON_SIDE.search(aside) else 0  # "and, on the army's side, six dead"
    return before[begin:], behind + (more[0] if more else "")


def _nearest(before: str, after: str) -> str | None:
    """The kind of those counted where no noun is theirs: "14 dead at the depot", "the number of aircraft at four"."""
    words = plain(after).split()[:MOST_WORDS]
    found = (thing_of(" ".join(words[:size])) for size in range(1, len(words) + 1))
    return next((thing for thing in found if thing), None) or thing_of(plain(before))


def _people(of: str) -> str | None:
    """People, where those counted are called by their state: "52 Peruvians"."""
    word = of.rsplit(maxsplit=1)[-1] if of else ""
    return "people" if word and fold(word) in lexicon().states else None


def is_toll(noun: str) -> bool:
    """Whether plain words name no more than a sum: "figure", "total"."""
    return bool(TOLL_NOUNS & set(noun.split())) or noun in ("them", "own")


def _in_words(claim: Claim, counted: list[Tally]) -> Iterator[Tally]:
    """What a claim counts without a figure: "every aircraft came home", "not a single vehicle", "one of its drones"."""
    yield from _none_was(claim.text)
    for span in claim.evidence:
        yield from _none(span.text, denied=claim.stance == "denies", captives=claim.kind == "detention")
        yield from _came_home(span.text)
        if not counted or any(tally.fate == "sent" for tally in counted):
            yield from _one(span.text)


def _none(text: str, *, denied: bool, captives: bool) -> Iterator[Tally]:
    for match in (*NONE.finditer(text), *(ANY.finditer(text) if denied else ())):
        thing = thing_of(plain(match[1])) or _people(OF_STATE.sub("", match[1]))
        fate = nearest_fate(text[: match.start()], text[match.end(1) - len(match[1]) :], thing)
        if thing and fate and fits(fate, thing) and not (denied and NONE.search(text)):
            found = Tally(0, 0, fate, thing, whose_in(text if denied else match[0]), match[0])
            yield _own(found)
            if fate == "wounded" and UNHURT.search(text):
                yield replace(found, fate="dead")
    nobody = NOBODY.search(text)
    fate = nearest_fate(text[: nobody.start()], text[nobody.end() :], None) if nobody else None
    if nobody and fate and not denied and (fate != "captive" or captives):
        yield Tally(0, 0, fate, implied(fate), Whose(), nobody[0])


def _came_home(text: str) -> Iterator[Tally]:
    """None lost, where all came home."""
    whole = EVERY.search(text)
    if whole is None:
        return
    thing = thing_of(plain(whole[1])) or thing_of(plain(text[: whole.start()]))
    if thing == "people" and unharmed(plain(text[whole.end() :])):
        yield Tally(0, 0, "dead", thing, whose_in(whole[0]), whole[0])
    if thing in CRAFT and came_home(plain(text[whole.start(1) :])):
        yield Tally(0, 0, "lost", thing, replace(whose_in(text), own=True), whole[0])


def _none_was(text: str) -> Iterator[Tally]:
    """ "Four drones took part, none was lost": of what stands before it."""
    none = NONE_WAS.search(text)
    thing = thing_of(plain(text[: none.start()])) if none else None
    fate = nearest_fate("", text[none.end() :], thing) if none else None
    if none and thing and fate and fits(fate, thing):
        yield _own(Tally(0, 0, fate, thing, whose_in(text[: none.start()]), none[0]))


def _one(text: str) -> Iterator[Tally]:
    """One that was lost, and perhaps more where only the article says so."""
    for match in ONE_OF.finditer(text):
        thing = thing_of(plain(match[1]))
        if thing == "aircraft" and nearest_fate(text[: match.start()], text[match.end(1) :], thing) == "lost":
            article = match[0].split()[0].lower() in ("a", "an") and "single" not in match[0]
            most, told = (inf, "at least one") if article else (1, "one")
            found = Tally(1, most, "lost", thing, whose_in(text), told)
            by_doer = replace(found, whose=_lost_by("lost", text[: match.start()], found.whose))
            yield by_doer if does(plain(text)) else _own(found)
            return


def _own(tally: Tally) -> Tally:
    """A count of craft lost, or of no losses, which is of one's own where nothing else is said."""
    whose = tally.whose
    bare = not (whose.own or whose.enemy or whose.states or whose.camp or whose.civilian)
    losses = tally.fate == "lost" or LOSSES.search(tally.text) is not None
    return replace(tally, whose=replace(whose, own=True)) if bare and losses else tally
