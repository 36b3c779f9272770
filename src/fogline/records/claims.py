"""A claim: one proposition someone makes, with evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from fogline.records.mentions import Actor, ActorKind, PlaceMention, QuantityMention, TimeMention
from fogline.records.spans import Span

__all__ = [
    "KINDS",
    "STANCES",
    "STATUSES",
    "ChainLink",
    "Claim",
    "Extent",
    "Kind",
    "Party",
    "Speaker",
    "Stance",
    "Status",
]

Stance = Literal["asserts", "denies", "accuses", "demands", "warns", "promises", "declines", "unconfirmed", "doubts"]
Kind = Literal[
    "control", "movement", "clash", "attack", "casualties", "damage", "deployment", "detention", "clearance", "aid",
    "sanction", "negotiation", "meeting", "demand", "accusation", "threat", "assessment", "other",
]  # fmt: skip
Status = Literal["actual", "ongoing", "completed", "planned", "possible", "conditional", "negated"]
Extent = Literal["full", "part", "contested"]
STANCES: tuple[Stance, ...] = get_args(Stance)
KINDS: tuple[Kind, ...] = get_args(Kind)
STATUSES: tuple[Status, ...] = get_args(Status)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who makes a claim. `span` covers the words, a pronoun included; `name` is what they stand for.

    A speaker the text does not name ("reportedly") has name and kind `unnamed` and no span.
    """

    name: str
    kind: ActorKind
    side: str | None
    span: Span | None


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One step of nested attribution: who, with which reporting words, in which stance."""

    speaker: Speaker | None
    cue: Span | None
    stance: Stance


@dataclass(frozen=True, slots=True)
class Party:
    """An actor in what is claimed, with the words that name it (None where it is only implied)."""

    actor: Actor
    span: Span | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition someone makes, with the exact words.

    `evidence` is the content of the statement in the order of the text, without speaker and cue; never empty.
    `speaker` None is the report's own voice. Several joint speakers make one claim: the first is `speaker`, all stand
    in `speakers`. `chain` is outermost first. `predicate` is the lemma of the word that says what happened; `actors`
    do it, `targets` undergo it, both empty where the roles are unclear. `when` is when it happened, `said_at` when it
    was said. `origin` is the speech act or wire text it comes from. `extent` tells for control how much is held.
    `confidence` (0 to 1) orders the review queue and
    is never shown as a judgement of truth. `reviewed` names the fields that people corrected; with `verdict` among
    them they rejected the claim.
    """

    id: str
    document_id: str
    sentence: Span
    sentence_index: int
    evidence: tuple[Span, ...]
    speaker: Speaker | None
    cue: Span | None
    stance: Stance
    kind: Kind
    status: Status
    origin: str
    made_by: str
    speakers: tuple[Speaker, ...] = ()
    chain: tuple[ChainLink, ...] = ()
    predicate: str | None = None
    actors: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    when: TimeMention | None = None
    said_at: TimeMention | None = None
    quantities: tuple[QuantityMention, ...] = ()
    extent: Extent | None = None
    confidence: float = 1.0
    flags: tuple[str, ...] = ()
    reviewed: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        """Where its words begin in the report."""
        evidence = self.evidence
        return evidence[0].start if len(evidence) == 1 else min(span.start for span in evidence)

    @property
    def end(self) -> int:
        """Where its words end in the report."""
        evidence = self.evidence
        return evidence[0].end if len(evidence) == 1 else max(span.end for span in evidence)

    @property
    def text(self) -> str:
        """Its words, pieces joined by an ellipsis where the speaker or the cue stood between them."""
        if len(self.evidence) == 1:  # nearly always, and linking asks for it for every pair
            return self.evidence[0].text
        return " … ".join(span.text for span in self.evidence)
