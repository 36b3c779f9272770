"""Who speaks, how often, in which stance, about what; and how one-sided each report is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from fogline.records.claims import Claim
from fogline.records.codec import Json
from fogline.records.documents import Document

__all__ = ["Shares", "SpeakerRow", "document_shares", "speaker_rows"]

NO_SIDE = "no side"
Counted = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """One speaker: statements, reports they stand in, and how they divide by stance and kind, most frequent first."""

    name: str
    kind: str
    side: str | None
    statements: int
    documents: int
    stances: Counted
    kinds: Counted
    claim_ids: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Json]:
        """The row as JSON values."""
        return {
            "name": self.name,
            "kind": self.kind,
            "side": self.side,
            "statements": self.statements,
            "documents": self.documents,
            "stances": dict(self.stances),
            "kinds": dict(self.kinds),
            "claim_ids": list(self.claim_ids),
        }


@dataclass(frozen=True, slots=True)
class Shares:
    """How much of a report is its own voice, and how its quoted statements divide between the sides."""

    own_voice: int
    sides: Counted


@dataclass(slots=True)
class _Tally:
    side: str | None
    stances: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    documents: set[str] = field(default_factory=set)
    claims: list[str] = field(default_factory=list)


def speaker_rows(claims: Iterable[tuple[Claim, Document]]) -> list[SpeakerRow]:
    """The speakers of `claims`, those with most statements first; joint speakers count each."""
    tallies: dict[tuple[str, str], _Tally] = {}
    for claim, document in claims:
        for speaker in claim.speakers:
            tally = tallies.setdefault((speaker.name, speaker.kind), _Tally(speaker.side))
            tally.side = tally.side or speaker.side
            tally.stances[claim.stance] += 1
            tally.kinds[claim.kind] += 1
            tally.documents.add(document.id)
            tally.claims.append(claim.id)
    rows = [_row(name, kind, tally) for (name, kind), tally in tallies.items()]
    return sorted(rows, key=lambda row: (-row.statements, row.name))


def _row(name: str, kind: str, tally: _Tally) -> SpeakerRow:
    return SpeakerRow(
        name=name,
        kind=kind,
        side=tally.side,
        statements=tally.stances.total(),
        documents=len(tally.documents),
        stances=_counted(tally.stances),
        kinds=_counted(tally.kinds),
        claim_ids=tuple(tally.claims),
    )


def document_shares(claims: Iterable[tuple[Claim, Document]]) -> dict[str, Shares]:
    """The shares of each report, by its id."""
    own: Counter[str] = Counter()
    sides: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for claim, document in claims:
        if claim.speaker is None:
            own[document.id] += 1
        else:
            sides[document.id][claim.speaker.side or NO_SIDE] += 1
    return {id_: Shares(own[id_], _counted(sides[id_])) for id_ in {*own, *sides}}


def _counted(counter: Counter[str]) -> Counted:
    return tuple(sorted(counter.items(), key=lambda item: (-item[1], item[0])))
