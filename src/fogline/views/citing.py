"""Where a row leads: the claim, its exact words and sentence, and the report they stand in."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.records.claims import Claim, Stance
from fogline.records.codec import Json
from fogline.records.documents import Document
from fogline.views.dating import Dated, said_on

__all__ = ["Citation", "Cited", "by_text", "cite", "party_of", "who_of"]

Cited = tuple[Claim, Document]
"""A claim with its report, as the ledger gives it."""

OURSELVES = frozenset({"We", "we", "Us", "us"})  # of a report that speaks for those who wrote it
UNNAMED = "a source that is not named"


@dataclass(frozen=True, slots=True)
class Citation:
    """A claim as evidence for a row: who says it, the words, and where they stand (half-open code points).

    `said` is when it was said, else published. `taken_over` names what of it ("place", "time") does not stand in the
    sentence but was taken over from the context.
    """

    claim_id: str
    document_id: str
    report: str
    publisher: str | None
    published_at: str | None
    who: str
    party: str
    own_voice: bool
    stance: Stance
    words: str
    sentence: str
    start: int
    end: int
    said: Dated
    taken_over: tuple[str, ...] = ()
    side: str | None = None
    published_inferred: bool = False

    def to_json(self) -> dict[str, Json]:
        """The citation as JSON values."""
        return {
            "claim": self.claim_id,
            "document": self.document_id,
            "report": self.report,
            "publisher": self.publisher,
            "published_at": self.published_at,
            "published_inferred": self.published_inferred,
            "who": self.who,
            "party": self.party,
            "own_voice": self.own_voice,
            "stance": self.stance,
            "words": self.words,
            "sentence": self.sentence,
            "start": self.start,
            "end": self.end,
            "said": self.said.day,
            "said_clock": self.said.clock,
            "said_inferred": self.said.inferred,
            "taken_over": list(self.taken_over),
            "side": self.side,
        }


def cite(claim: Claim, document: Document) -> Citation:
    """The citation of a claim."""
    return Citation(
        claim_id=claim.id,
        document_id=document.id,
        report=document.name,
        publisher=document.publisher,
        published_at=document.published_at,
        who=who_of(claim, document),
        party=party_of(claim, document),
        own_voice=claim.speaker is None,
        stance=claim.stance,
        words=claim.text,
        sentence=claim.sentence.text,
        start=claim.start,
        end=claim.end,
        said=said_on(claim, document),
        taken_over=_taken_over(claim),
        side=claim.speaker.side if claim.speaker else None,
        published_inferred=document.published_basis == "inferred",
    )


def by_text(cited: Cited) -> tuple[str, str, int, str]:
    """A key that sorts claims by report and place in the text, whichever report was read first."""
    claim, document = cited
    return (document.name, document.id, claim.start, claim.id)


def _taken_over(claim: Claim) -> tuple[str, ...]:
    named = [mention for mention in claim.places if not mention.metonym]
    place = bool(named) and all(mention.derived for mention in named)
    time = claim.when is not None and claim.when.derived
    return tuple(name for name, holds in (("place", place), ("time", time)) if holds)


def who_of(claim: Claim, document: Document) -> str:
    """Who makes a claim, as shown to people; the publisher or report where the report itself speaks."""
    speaker = claim.speaker
    if speaker is None or speaker.name in OURSELVES:
        return document.publisher or document.name
    if speaker.kind == "unnamed":
        return UNNAMED
    if speaker.side and speaker.side not in speaker.name:
        return f"{speaker.name} ({speaker.side})"
    return speaker.name


def party_of(claim: Claim, document: Document) -> str:
    """The party a claim counts for: the speaker's side where it is known, else the speaker, else the publisher."""
    speaker = claim.speaker
    if speaker is not None and speaker.side:
        return speaker.side
    return who_of(claim, document)
