"""What a rule makes of two claims."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.links.frames import Frame
from fogline.records.links import About, Relation

__all__ = ["Verdict", "later_of", "same_party"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A relation and what it is about; `later` is the claim that supersedes, `note` says in words what was compared."""

    relation: Relation
    about: About
    score: float
    fields: tuple[str, ...]
    note: str
    later: Frame | None = None


def same_party(left: Frame, right: Frame) -> bool:
    """Whether one side makes both claims."""
    return bool(left.party & right.party)


def later_of(left: Frame, right: Frame) -> Frame | None:
    """The one that was said on a later day; None where the days are equal or unknown."""
    if left.said is None or right.said is None or left.said == right.said:
        return None
    return left if left.said > right.said else right
