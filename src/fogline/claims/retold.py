"""What a headline says and the first sentences say again: one claim, told in the fuller words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from fogline.records.claims import Claim
from fogline.records.sentences import Sentence

__all__ = ["without_retold"]

LEAD = 5  # sentences behind a headline that may tell it again
WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+")  # "3M" is 3 and M
STEM = 5  # characters by which "evacuate" and "evacuation" are one word
ENDING = re.compile(r"(?:ing|ed|es|s)$")
SHARED = 0.6  # share of the shorter telling's words that the longer one has, too
UNNAMED = "unnamed"
LIKE = 0.75
TELLING = frozenset({"asserts", "accuses", "promises", "warns", "demands"})
ALIKE = 0.85  # from this share on the stance may be read in two ways
BARE = 2  # and below these in any case
WITH_FIGURE, WITH_PLACE = 0.5, 0.3  # shares that a headline and its lead need beside the same figure, doer and place
FEW = 4  # words below which a telling without a number in common is too bare to compare
COUNTS = dict(zip("one two three four five six seven eight nine ten".split(), map(str, range(1, 11)), strict=True))
EMPTY = frozenset(
    """m mln million bn billion k thousand
    a an the and or but of in on at to for from by with as that this it its is are was were be been has have had will
    would not no least some about nearly almost over another total he she they his her their who which after before
    into than more said says say""".split()
)


def without_retold(claims: Sequence[Claim], sentences: Sequence[Sentence]) -> list[Claim]:
    """The claims less those by which headline and first sentences say the same by the same speaker, in their order."""
    gone: set[str] = set()
    for i, later in enumerate(claims):
        for earlier in claims[:i]:
            if earlier.id in gone or not _is_lead(earlier, later, sentences):
                continue
            opened = _opens_with(earlier, later, sentences)
            if _says_same(earlier, later) or (opened and _is_same_event(earlier, later)):
                gone.add(_barer(earlier, later).id)
                break
    return [claim for claim in claims if claim.id not in gone]


def _is_lead(earlier: Claim, later: Claim, sentences: Sequence[Sentence]) -> bool:
    """Whether one stands in the headline, or in the line that opens the report, and the other closely below."""
    at = earlier.sentence_index
    head = at == 0 or (at == 1 and sentences[1].paragraph == sentences[0].paragraph) or sentences[at].role == "headline"
    opens = head or (at <= LEAD and _is_copy(sentences[at], sentences[0]))
    return opens and 0 < later.sentence_index - at <= LEAD


def _is_copy(sentence: Sentence, first: Sentence) -> bool:
    """Whether a line prints the first one again, with a stamp or without its end."""
    words, before = _terms(sentence.text), _terms(first.text)
    return len(words & before) >= ALIKE * min(len(words), len(before))


def _opens_with(earlier: Claim, later: Claim, sentences: Sequence[Sentence]) -> bool:
    """Whether one stands in the headline and the other in the first sentence that goes on from there."""
    at = earlier.sentence_index
    if sentences[at].role != "headline" and not _is_copy(sentences[at], sentences[0]):
        return False
    between = sentences[at + 1 : later.sentence_index]
    return all(one.role == "headline" or _is_copy(one, sentences[0]) for one in between)


def _is_same_event(one: Claim, other: Claim) -> bool:
    """Whether a headline and its lead tell one event: same figures, or same doer, kind and place; few words in common.

    "Seven missiles launched at Tarn" and "Rebel missiles hit the town of Tarn" share less than two tellings do anywhere
    else, but a lead that does not tell what its headline tells is rare.
    """
    flat = _is_flat(one, other) or one.speaker is other.speaker is None
    if not (one.stance == other.stance == "asserts") or not (flat or _same_speaker(one, other)):
        return False
    counts, others_counts = _numbers(one.text), _numbers(other.text)
    shared = counts & others_counts
    if shared:
        fewer = min(counts, others_counts, key=len)
        alike = one.kind == other.kind or len(shared) >= BARE
        return alike and fewer == shared and _share(one, other) >= WITH_FIGURE
    if (counts and others_counts) or one.kind != other.kind or not _same_doer(one, other):
        return False
    return _same_place(one, other) and _share(one, other) >= WITH_PLACE


def _same_doer(one: Claim, other: Claim) -> bool:
    doers = [{party.actor.side or party.actor.name for party in claim.actors} for claim in (one, other)]
    return bool(doers[0] & doers[1])


def _same_place(one: Claim, other: Claim) -> bool:
    """Whether both name one place themselves."""
    named = [{place.span.text for place in claim.places if not place.derived} for claim in (one, other)]
    return bool(named[0] & named[1])


def _share(one: Claim, other: Claim) -> float:
    """Share of the words of the shorter telling that the other has, too; who does it is compared elsewhere."""
    words, others = _terms(one.text), _terms(other.text)
    if _same_doer(one, other):
        words, others = words - _doers(one), others - _doers(other)
    least = min(len(words), len(others))
    return len(words & others) / least if least >= BARE else 0.0


def _doers(claim: Claim) -> frozenset[str]:
    return _terms(" ".join(party.span.text for party in claim.actors if party.span))


def _says_same(one: Claim, other: Claim) -> bool:
    counts, others_counts = _numbers(one.text), _numbers(other.text)
    if counts and others_counts and not counts & others_counts:
        return False
    words, others = _terms(one.text), _terms(other.text)
    if _is_flat(one, other):  # "Roe: Rebels took Tarn" beside what Roe says
        words, others = words - _names(other), others - _names(one)
    least = min(len(words), len(others))
    share = len(words & others) / max(least, 1) if least >= BARE else 0.0
    if _is_flat(one, other):
        return share >= (LIKE if counts & others_counts else ALIKE) and (least >= FEW or bool(counts & others_counts))
    anchored = least >= FEW or bool(counts & others_counts)
    needed = _needed(one, other) if anchored else ALIKE
    return share >= needed and (_same_speaker(one, other) or (least >= FEW and _may_be_same(one, other)))


def _kind(claim: Claim) -> str | None:
    return claim.speaker.kind if claim.speaker else None


def _needed(one: Claim, other: Claim) -> float:
    """The share that two tellings by one speaker need: more where their stances are read in two ways."""
    if not _same_speaker(one, other):
        return LIKE if one.stance == other.stance and UNNAMED in (_kind(one), _kind(other)) else ALIKE
    if one.stance == other.stance:
        return SHARED
    return LIKE if {one.stance, other.stance} <= TELLING else ALIKE


def _is_flat(one: Claim, other: Claim) -> bool:
    """Whether one telling leaves out who says so: "Ten killed in raid", below it "Ten were killed, the army said"."""
    return (one.speaker is None) != (other.speaker is None) and one.stance == other.stance == "asserts"


def _may_be_same(one: Claim, other: Claim) -> bool:
    """Whether one speaker may be the other under another name: "relatives" and "wives and sisters of the guards"."""
    if one.speaker is None or other.speaker is None:
        return one.speaker is other.speaker
    sides = {one.speaker.side, other.speaker.side}
    described = any(speaker.name[:1].islower() for speaker in (one.speaker, other.speaker))
    described = described or bool(_names(one) & _names(other))
    told = one.stance == other.stance or {one.stance, other.stance} <= TELLING
    return described and (len(sides) == 1 or None in sides) and told


def _same_speaker(one: Claim, other: Claim) -> bool:
    """Whether both are said by the same, by the same words or the shorter form of a name."""
    if one.speaker is None or other.speaker is None:
        return one.speaker is other.speaker and one.kind == other.kind
    if one.speaker.name == other.speaker.name:
        return True
    names, others = _names(one), _names(other)
    if names and others and (names <= others or others <= names):
        return True
    pairs = ((one.speaker.name, other), (other.speaker.name, one))
    return any(word in _initials(two) for name, two in pairs for word in name.split())


def _names(claim: Claim) -> frozenset[str]:
    """What the speakers are called, in the text and in full."""
    spans = [speaker.span.text for speaker in claim.speakers if speaker.span]
    return _terms(" ".join([*(speaker.name for speaker in claim.speakers), *spans]))


def _initials(claim: Claim) -> frozenset[str]:
    """How the name of a speaker may be cut short: MFA for Ministry of Foreign Affairs."""
    spans = [speaker.span.text for speaker in claim.speakers if speaker.span]
    runs = ["".join(re.findall(r"\b[A-Z]", text)) for text in [*(one.name for one in claim.speakers), *spans]]
    return frozenset(run[low:high] for run in runs for low in range(len(run)) for high in range(low + 2, len(run) + 1))


def _barer(one: Claim, other: Claim) -> Claim:
    """Which of two tellings says less: the one without a speaker, else without a figure, else with fewer words."""
    if _is_flat(one, other):
        return one if one.speaker is None else other
    if bool(_numbers(one.text)) != bool(_numbers(other.text)):
        return other if _numbers(one.text) else one
    return one if len(_terms(one.text)) <= len(_terms(other.text)) else other


@lru_cache(maxsize=1024)
def _terms(text: str) -> frozenset[str]:
    """The words of a text that mean something, cut to their beginning."""
    words = (COUNTS.get(word, word) for word in map(str.lower, WORD.findall(text)))
    return frozenset(_stem(word) for word in words if word not in EMPTY and (len(word) > 1 or word.isdigit()))


def _stem(word: str) -> str:
    """The beginning of a word, without its ending: "killing" and "killed" are "kill"."""
    return (ENDING.sub("", word) if len(word) > STEM else word)[:STEM]


def _numbers(text: str) -> frozenset[str]:
    words = (COUNTS.get(word.lower(), word) for word in WORD.findall(text))
    return frozenset(word for word in words if word[0].isdigit())
