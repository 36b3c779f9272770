"""Two reports on one story, each with one claim to compare, for the tests of linking."""

from __future__ import annotations

from dataclasses import replace

from tests.links.making import ALDERN, BRESK, claim, placed, report

from fogline.links.frames import Frame, frames_of
from fogline.links.judging import judge
from fogline.records.claims import Claim
from fogline.records.spans import Span

__all__ = ["cued", "denied", "first", "relation", "story", "told"]


def told(text: str, speaker: str | None, document: str, at: int, **more: object) -> Claim:
    """A claim of one report, at a place in its text."""
    return claim(text, speaker, document=document, at=at, **more)


def story(name: str, day: str, publisher: str, *claims: Claim) -> tuple[Frame, ...]:
    """A report that also names the two towns of the story, so that it is known for one."""
    document = f"d-{name}"
    towns = (
        placed(told("Roads to Aldern were cut", "Mayor Ada Holm", document, 900), ALDERN),
        placed(told("Trains to Bresk stood still", "Mayor Ada Holm", document, 1000), BRESK),
        told("The river rose overnight", "Mayor Ada Holm", document, 1100),
        told("Bread was short in the suburbs", "Mayor Ada Holm", document, 1200),
        told("The theatre played as it always had", "Mayor Ada Holm", document, 1300),
    )
    return frames_of(report(name, day, publisher), [*claims, *towns])


def first(frames: tuple[Frame, ...]) -> Frame:
    """The frame that stands first."""
    return frames[0]


def relation(left: Claim, right: Claim, days: tuple[str, str] = ("2025-03-10", "2025-03-11")) -> str | None:
    """How two claims stand to each other, each in a report of its own on one story."""
    one = first(story(left.document_id.removeprefix("d-"), days[0], "The Gazette", left))
    other = first(story(right.document_id.removeprefix("d-"), days[1], "The Herald", right))
    forth, back = judge(one, other), judge(other, one)
    assert forth == back
    return forth.relation if forth else None


def denied(made: Claim) -> Claim:
    """The claim as one that somebody denies."""
    return replace(made, stance="denies", cue=Span(5000, 5006, "denied"))


def cued(made: Claim, cue: str) -> Claim:
    """The claim told with another word of saying."""
    return replace(made, cue=Span(5000, 5000 + len(cue), cue))
