"""What a headline says and the first sentences say again: one claim, told in the fuller words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from fogline.claims.opening import is_copy, is_elsewhere, is_same_event, is_trailing, opens_with
from fogline.claims.terms import figures_in, terms
from fogline.records.claims import Claim
from fogline.records.sentences import Sentence

__all__ = ["without_retold"]

LEAD = 5  # sentences behind a headline that may tell it again
SHARED = 0.6  # share of the shorter telling's words that the longer one has, too
UNNAMED = "unnamed"
LIKE = 0.75
TELLING = frozenset({"asserts", "accuses", "promises", "warns", "demands"})
PLAINLY = frozenset({"asserts", "accuses", "warns"})  # told by the report itself all are asserted
ALIKE = 0.85  # from this share on the stance may be read in two ways
BARE = 2  # and below these in any case
FEW = 4  # words below which a telling without a number in common is too bare to compare


def without_retold(claims: Sequence[Claim], sentences: Sequence[Sentence]) -> list[Claim]:
    """The claims less those by which headline and first sentences say the same by the same speaker, in their order."""
    gone: set[str] = set()
    for i, later in enumerate(claims):
        for earlier in claims[:i]:
            if earlier.id in gone or not _is_lead(earlier, later, sentences):
                continue
            opened = opens_with(earlier, later, sentences) and _same_voice(earlier, later)
            if _says_same(earlier, later) or (opened and is_same_event(earlier, later)):
                gone.add(_barer(earlier, later).id)
                break
    gone |= {later.id for earlier, later in pairwise(claims) if is_trailing(earlier, later)}
    return [claim for claim in claims if claim.id not in gone]


def _is_lead(earlier: Claim, later: Claim, sentences: Sequence[Sentence]) -> bool:
    """Whether one stands in the headline, or in the line that opens the report, and the other closely below."""
    at = earlier.sentence_index
    head = at == 0 or (at == 1 and sentences[1].paragraph == sentences[0].paragraph) or sentences[at].role == "headline"
    opens = head or (at <= LEAD and is_copy(sentences[at], sentences[0]))
    return opens and 0 < later.sentence_index - at <= LEAD


def _same_voice(one: Claim, other: Claim) -> bool:
    """Whether one may say what the other says: a speaker by two names, or the report and whom it names above."""
    if one.speaker is None or other.speaker is None:
        return {one.stance, other.stance} <= PLAINLY
    if "media" in (_kind(one), _kind(other)) and one.stance == other.stance == "asserts":
        relayed, said = (one, other) if _kind(one) == "media" else (other, one)
        figures = figures_in(relayed.text)  # an agency tells who said it
        return not figures or bool(figures & figures_in(said.text))
    if not {one.stance, other.stance} <= TELLING:
        return False
    one_side = one.speaker.side is not None and one.speaker.side == other.speaker.side
    return one_side or _same_speaker(one, other) or _may_be_same(one, other)


def _says_same(one: Claim, other: Claim) -> bool:
    counts, others_counts = figures_in(one.text), figures_in(other.text)
    if counts and others_counts and not counts & others_counts:
        return False
    words, others = terms(one.text), terms(other.text)
    if _is_flat(one, other):  # "Roe: Rebels took Tarn" beside what Roe says
        words, others = words - _names(other), others - _names(one)
    least = min(len(words), len(others))
    share = len(words & others) / max(least, 1) if least >= BARE else 0.0
    if _is_flat(one, other):
        return share >= (LIKE if counts & others_counts else ALIKE) and (least >= FEW or bool(counts & others_counts))
    anchored = least >= FEW or bool(counts & others_counts)
    needed = _needed(one, other) if anchored and not is_elsewhere(one, other) else ALIKE
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
    if one.speaker.side is not None and one.speaker.side == other.speaker.side and _head(one) == _head(other):
        return True  # "Mali junta" in the headline, "the Malian junta" below
    pairs = ((one.speaker.name, other), (other.speaker.name, one))
    return any(word in _initials(two) for name, two in pairs for word in name.split())


def _head(claim: Claim) -> str:
    return claim.speaker.name.split()[-1].lower() if claim.speaker else ""


def _names(claim: Claim) -> frozenset[str]:
    """What the speakers are called, in the text and in full."""
    spans = [speaker.span.text for speaker in claim.speakers if speaker.span]
    return terms(" ".join([*(speaker.name for speaker in claim.speakers), *spans]))


def _initials(claim: Claim) -> frozenset[str]:
    """How the name of a speaker may be cut short: MFA for Ministry of Foreign Affairs."""
    spans = [speaker.span.text for speaker in claim.speakers if speaker.span]
    runs = ["".join(re.findall(r"\b[A-Z]", text)) for text in [*(one.name for one in claim.speakers), *spans]]
    return frozenset(run[low:high] for run in runs for low in range(len(run)) for high in range(low + 2, len(run) + 1))


def _barer(one: Claim, other: Claim) -> Claim:
    """Which of two tellings says less: the one without a speaker, else without a figure, else with fewer words."""
    if (one.speaker is None) != (other.speaker is None):
        return one if one.speaker is None else other
    if (_kind(one) == "media") != (_kind(other) == "media"):
        return one if _kind(one) == "media" else other
    counted = [bool(claim.quantities) for claim in (one, other)]
    if not any(counted):
        counted = [bool(figures_in(claim.text)) for claim in (one, other)]
    if counted[0] != counted[1]:
        return other if counted[0] else one
    return one if len(terms(one.text)) <= len(terms(other.text)) else other
