"""What linking and asking questions take from a ledger and give back: frozen rows."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from fogline.records.claims import Claim
from fogline.records.documents import Document
from fogline.records.links import Link, Question, Standing

__all__ = ["AskedLink", "AskedQuestion", "Kept", "LaidOut", "WholeReport"]


@dataclass(frozen=True, slots=True)
class WholeReport:
    """A report and all claims that stand in it, in the order of the text; `state` changes with either."""

    document: Document
    claims: tuple[Claim, ...]
    state: str


@dataclass(frozen=True, slots=True)
class LaidOut:
    """The packed frames of a report; `state` is that of the report they were made of."""

    document_id: str
    state: str
    payload: bytes


@dataclass(frozen=True, slots=True)
class AskedLink:
    """A link with which the questions are to be asked: its row number, whether it is held, and whether only `again`.

    `joined` tells that its claims told one act when it was asked last.
    """

    no: int
    link: Link
    held: bool
    again: bool
    joined: bool

    @property
    def ends(self) -> tuple[str, str]:
        """The claims that it joins."""
        return self.link.left_id, self.link.right_id


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question in the ledger and the matter that its links share; None where an older Fogline asked it."""

    question: Question
    matter: str | None


@dataclass(frozen=True, slots=True)
class Kept:
    """What asking the questions anew gave.

    `matters` gives for each link, by its number, what it was asked with, None for one that is not held; `joining` are
    the numbers of those whose claims tell one act, `gone` those of questions that no longer stand. `questions` are new,
    each with its matter; `standings` are of these and of questions that stay, whose numbers `standing_on` gives.
    """

    matters: Mapping[int, str | None]
    joining: Collection[int]
    gone: Collection[int]
    questions: Sequence[tuple[Question, str]]
    standings: Sequence[Standing]
    standing_on: Mapping[int, Question]
