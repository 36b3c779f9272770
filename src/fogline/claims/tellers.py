"""Whether two tellings come from one mouth: a name cut short, an office and who speaks for it, the report itself."""

from __future__ import annotations

import re

from fogline.claims.terms import figures_in, terms
from fogline.records.claims import Claim

__all__ = [
    "TELLING",
    "is_flat",
    "is_one_body",
    "is_rival",
    "is_signed",
    "kind_of",
    "may_be_same",
    "may_say",
    "names_of",
    "same_speaker",
]

TELLING = frozenset({"asserts", "accuses", "promises", "warns", "demands"})
PLAINLY = frozenset({"asserts", "accuses", "warns"})  # told by the report itself all are asserted
POWERS = frozenset({"government", "armed_force"})


def may_say(one: Claim, other: Claim) -> bool:
    """Whether one may say what the other says: a speaker by two names, or the report and whom it names above."""
    if one.speaker is None or other.speaker is None:
        return {one.stance, other.stance} <= PLAINLY
    if "media" in (kind_of(one), kind_of(other)) and one.stance == other.stance == "asserts":
        relayed, said = (one, other) if kind_of(one) == "media" else (other, one)
        figures = figures_in(relayed.text)  # an agency tells who said it
        return not figures or bool(figures & figures_in(said.text))
    if not _is_told(one, other):
        return False
    one_side = one.speaker.side is not None and one.speaker.side == other.speaker.side
    return one_side or same_speaker(one, other) or may_be_same(one, other)


def same_speaker(one: Claim, other: Claim) -> bool:
    """Whether both are said by the same, by the same words or the shorter form of a name."""
    if one.speaker is None or other.speaker is None:
        return one.speaker is other.speaker and one.kind == other.kind
    if one.speaker.name == other.speaker.name or is_one_body(one, other):
        return True
    names, others = names_of(one), names_of(other)
    if names and others and (names <= others or others <= names):
        return True
    if one.speaker.side is not None and one.speaker.side == other.speaker.side and _head(one) == _head(other):
        return True  # "Mali junta" in the headline, "the Malian junta" below
    pairs = ((one.speaker.name, other), (other.speaker.name, one))
    return any(word in _initials(two) for name, two in pairs for word in name.split())


def is_one_body(one: Claim, other: Claim) -> bool:
    """Whether a state or army speaks by two names: "Mali army" and its "armed forces", "Kigali" and its spokeswoman."""
    if one.speaker is None or other.speaker is None or one.speaker.side is None:
        return False
    bodies = [speaker.kind in POWERS for speaker in (one.speaker, other.speaker)]
    people = all(speaker.kind in (*POWERS, "person") for speaker in (one.speaker, other.speaker))
    return one.speaker.side == other.speaker.side and any(bodies) and people


def is_rival(one: Claim, other: Claim) -> bool:
    """Whether two sides are named for two tellings."""
    if one.speaker is None or other.speaker is None:
        return False
    return None not in (one.speaker.side, other.speaker.side) and one.speaker.side != other.speaker.side


def may_be_same(one: Claim, other: Claim) -> bool:
    """Whether one speaker may be the other under another name: "relatives" and "wives and sisters of the guards"."""
    if one.speaker is None or other.speaker is None:
        return one.speaker is other.speaker
    sides = {one.speaker.side, other.speaker.side}
    described = any(speaker.name[:1].islower() for speaker in (one.speaker, other.speaker))
    described = described or bool(names_of(one) & names_of(other))
    return described and (len(sides) == 1 or None in sides) and _is_told(one, other)


def is_flat(one: Claim, other: Claim) -> bool:
    """Whether one telling leaves out who says so: "Ten killed in raid", below it "Ten were killed, the army said"."""
    return is_signed(one, other) and one.stance == other.stance == "asserts"


def is_signed(one: Claim, other: Claim) -> bool:
    """Whether somebody is named for one telling alone."""
    return (one.speaker is None) != (other.speaker is None)


def kind_of(claim: Claim) -> str | None:
    """What sort of speaker tells it; None for the report itself."""
    return claim.speaker.kind if claim.speaker else None


def _is_told(one: Claim, other: Claim) -> bool:
    return one.stance == other.stance or {one.stance, other.stance} <= TELLING


def _head(claim: Claim) -> str:
    return claim.speaker.name.split()[-1].lower() if claim.speaker else ""


def names_of(claim: Claim) -> frozenset[str]:
    """What the speakers are called, in the text and in full."""
    return terms(" ".join(_called(claim)))


def _initials(claim: Claim) -> frozenset[str]:
    """How the name of a speaker may be cut short: MFA for Ministry of Foreign Affairs."""
    runs = ["".join(re.findall(r"\b[A-Z]", name)) for name in _called(claim)]
    return frozenset(run[low:high] for run in runs for low in range(len(run)) for high in range(low + 2, len(run) + 1))


def _called(claim: Claim) -> list[str]:
    spans = [speaker.span.text for speaker in claim.speakers if speaker.span]
    return [*(speaker.name for speaker in claim.speakers), *spans]
