"""What a headline says and the first sentences say again: one claim, told in the fuller words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from fogline.claims.echoes import is_echo, is_great_again, is_quoted_again
from fogline.claims.opening import is_copy, is_elsewhere, is_same_event, is_trailing, opens_with
from fogline.claims.tellers import TELLING, is_flat, is_signed, kind_of, may_be_same, may_say, names_of, same_speaker
from fogline.claims.terms import figures_at_odds, figures_in, share_between, terms
from fogline.records.claims import Claim
from fogline.records.sentences import Sentence

__all__ = ["without_retold"]

LEAD = 5  # sentences behind a headline that may tell it again
SHARED = 0.6  # share of the shorter telling's words that the longer one has, too
UNNAMED = "unnamed"
LIKE = 0.75
ALIKE = 0.85  # from this share on the stance may be read in two ways
FEW = 4  # words below which a telling without a number in common is too bare to compare


def without_retold(claims: Sequence[Claim], sentences: Sequence[Sentence]) -> list[Claim]:
    """The claims less those by which headline and first sentences say the same, in their order.

    Where the headline alone is signed and the fuller words stand below, these are said by who signs it.
    """
    gone: set[str] = set()
    told: dict[str, Claim] = {}
    heads = [claim for claim in claims if _opens(claim, sentences)]
    for later in claims:
        for earlier in heads:
            if earlier.id in gone or not 0 < later.sentence_index - earlier.sentence_index <= LEAD:
                continue
            if not _is_retold(earlier, later, sentences):
                continue
            bare = earlier if is_quoted_again(earlier, later) else _barer(earlier, later)
            stays = later if bare is earlier else earlier
            if _is_fuller(stays, bare):
                told[bare.id] = _signed(stays, bare)
                bare = stays
            gone.add(bare.id)
            if bare is later:
                break
    gone |= {later.id for earlier, later in pairwise(claims) if is_trailing(earlier, later)}
    return [told.get(claim.id, claim) for claim in claims if claim.id not in gone]


def _opens(claim: Claim, sentences: Sequence[Sentence]) -> bool:
    """Whether a claim stands in the headline, or in the line that opens the report."""
    at = claim.sentence_index
    head = at == 0 or (at == 1 and sentences[1].paragraph == sentences[0].paragraph) or sentences[at].role == "headline"
    return head or (at <= LEAD and is_copy(sentences[at], sentences[0]))


def _is_retold(earlier: Claim, later: Claim, sentences: Sequence[Sentence]) -> bool:
    if _says_same(earlier, later):
        return True
    opened = opens_with(earlier, later, sentences)
    if is_great_again(earlier, later) and opened:
        return True
    if not may_say(earlier, later):
        return False
    if opened and is_same_event(earlier, later):
        return True
    return is_quoted_again(earlier, later) or is_echo(earlier, later, opened=opened)


def _is_fuller(headed: Claim, flat: Claim) -> bool:
    """Whether the report tells in more words, and with all the figures, what somebody says in its headline."""
    if headed.speaker is None or headed.kind != flat.kind or kind_of(flat) not in (None, UNNAMED):
        return False
    if flat.speaker is None and flat.sentence_index < headed.sentence_index:
        return False  # a headline that nobody signs
    words, others = terms(headed.text), terms(flat.text)
    fuller = len(others) > len(words) and figures_in(headed.text) <= figures_in(flat.text)
    named = names_of(headed) & (others - words)  # "Roe: rebels took Tarn" is a label, and a participle no sentence
    fuller = fuller and not named and not flat.text.split()[0].endswith("ing")
    return fuller and len(words & others) >= SHARED * len(words)


def _signed(headed: Claim, flat: Claim) -> Claim:
    """The words of the report under the name that its headline gives for them."""
    return replace(
        flat,
        speaker=headed.speaker,
        speakers=headed.speakers,
        cue=headed.cue,
        chain=headed.chain,
        stance=headed.stance,
        origin=headed.origin,
    )


def _says_same(one: Claim, other: Claim) -> bool:
    if figures_at_odds(one.text, other.text):
        return False
    words, others = terms(one.text), terms(other.text)
    flat, counted = is_flat(one, other), bool(figures_in(one.text) & figures_in(other.text))
    if flat:  # "Roe: Rebels took Tarn" beside what Roe says
        words, others = words - names_of(other), others - names_of(one)
    least, share = min(len(words), len(others)), share_between(words, others)
    anchored = least >= FEW or counted
    if flat:
        return anchored and share >= (LIKE if counted else ALIKE)
    needed = _needed(one, other) if anchored and not is_elsewhere(one, other) else ALIKE
    return share >= needed and (same_speaker(one, other) or (least >= FEW and may_be_same(one, other)))


def _needed(one: Claim, other: Claim) -> float:
    """The share that two tellings by one speaker need: more where their stances are read in two ways."""
    if not same_speaker(one, other):
        return LIKE if one.stance == other.stance and UNNAMED in (kind_of(one), kind_of(other)) else ALIKE
    if one.stance == other.stance:
        return SHARED
    return LIKE if {one.stance, other.stance} <= TELLING else ALIKE


def _barer(one: Claim, other: Claim) -> Claim:
    """Which of two tellings says less: the one without a speaker, else without a figure, else with fewer words."""
    if is_signed(one, other):
        return one if one.speaker is None else other
    if (kind_of(one) == UNNAMED) != (kind_of(other) == UNNAMED):
        return one if kind_of(one) == UNNAMED else other
    if (kind_of(one) == "media") != (kind_of(other) == "media"):
        return one if kind_of(one) == "media" else other
    if one.speaker is other.speaker is None and bool(one.quantities) == bool(other.quantities):
        dated = [_is_dated(claim) for claim in (one, other)]
        if dated[0] != dated[1] and terms(one.text) & terms(other.text):
            return other if dated[0] else one
    counted = [bool(claim.quantities) for claim in (one, other)]
    if not any(counted):
        counted = [bool(figures_in(claim.text)) for claim in (one, other)]
    if counted[0] != counted[1]:
        return other if counted[0] else one
    return one if len(terms(one.text)) <= len(terms(other.text)) else other


def _is_dated(claim: Claim) -> bool:
    """Whether a telling says itself when it happened."""
    span = claim.when.span if claim.when else None
    return span is not None and any(piece.covers(span) for piece in claim.evidence)
