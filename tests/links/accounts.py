"""Accounts of two papers on one town, for the tests of linking."""

from __future__ import annotations

from dataclasses import replace

from tests.links.making import ALDERN, claim, frame, of_side, placed

from fogline.links.judging import judge
from fogline.records.claims import Claim, Kind, Party
from fogline.records.links import Link
from fogline.records.mentions import Actor

__all__ = ["at_aldern", "by", "denial", "linked", "relation"]


def linked(one: Claim, other: Claim, days: tuple[str, str] = ("2025-03-16", "2025-03-16")) -> Link | None:
    """The link of two claims of two papers; the same whichever is read first."""
    left, right = frame(one, days[0], "Gazette"), frame(other, days[1], "Courier")
    forth, back = judge(left, right), judge(right, left)
    assert forth == back
    return forth


def relation(one: Claim, other: Claim, days: tuple[str, str] = ("2025-03-16", "2025-03-16")) -> str | None:
    """How two claims of two papers stand to each other."""
    link = linked(one, other, days)
    return None if link is None else link.relation


def by(made: Claim, name: str, side: str) -> Claim:
    """The claim with who does it."""
    return replace(made, actors=(Party(Actor(name, "armed_force", side), None),))


def at_aldern(text: str, kind: Kind, document: str = "d-1", speaker: str | None = "Ada Holm") -> Claim:
    """A claim that names the town of Aldern."""
    return placed(claim(text, speaker, kind=kind, document=document), ALDERN)


def denial(text: str, kind: Kind = "attack", side: str = "Russia") -> Claim:
    """A claim that a side denies."""
    return of_side(claim(text, "Igor Danko", document="d-2"), side, stance="denies", kind=kind)
