"""Claims of short reports on one town, made by hand, and the link between two of them."""

from __future__ import annotations

from dataclasses import replace

from tests.links.making import ALDERN, claim, frame, placed

from fogline.links.judging import judge
from fogline.records.claims import Claim, Kind, Party
from fogline.records.links import Link
from fogline.records.mentions import Actor
from fogline.records.spans import Span

__all__ = ["DAY", "NEXT", "by", "cued", "linked", "told"]

DAY, NEXT = "2025-03-16", "2025-03-17"


def told(text: str, speaker: str | None, document: str, kind: Kind = "attack", **more: object) -> Claim:
    return placed(claim(text, speaker, document=document, kind=kind, **more), ALDERN)


def by(made: Claim, name: str, side: str | None = None) -> Claim:
    return replace(made, actors=(Party(Actor(name, "armed_force", side), None),))


def linked(one: Claim, other: Claim, days: tuple[str, str] = (DAY, NEXT)) -> Link | None:
    left, right = frame(one, days[0], "Gazette"), frame(other, days[1], "Courier")
    assert judge(left, right) == judge(right, left)
    return judge(left, right)


def cued(made: Claim, cue: str) -> Claim:
    """The claim in a sentence that leads to it with a word of saying."""
    sentence = Span(0, len(cue) + 1 + len(made.text), f"{cue} {made.text}")
    evidence, word = Span(len(cue) + 1, sentence.end, made.text), cue.partition(" ")[0]
    return replace(made, sentence=sentence, evidence=(evidence,), cue=Span(0, len(word), word))
