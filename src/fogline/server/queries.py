"""What the addresses of the board can ask."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from fogline.ledger.rows import ClaimFilter, Clock
from fogline.records.claims import Kind, Stance, Status

__all__ = ["ClaimPage", "ClaimQuery", "Id", "LinkQuery", "Page", "Who", "Words"]

Words = Annotated[str, StringConstraints(max_length=300, strip_whitespace=True, pattern=r"^[^\x00]*$")]
Id = Annotated[str, StringConstraints(max_length=100, pattern=r"^[\w:.\-]+$")]

Who = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]


class ClaimQuery(BaseModel):
    """Which claims are asked for; every part narrows."""

    model_config = ConfigDict(extra="ignore")

    speaker: Words | None = None
    own_voice: bool | None = None
    side: Words | None = None
    kind: Kind | None = None
    stance: Stance | None = None
    status: Status | None = None
    place: Words | None = None
    report: Words | None = None
    since: date | None = None
    until: date | None = None
    q: Words | None = None
    as_of: date | None = None
    clock: Clock = "published"

    def wanted(self, *, after: str | None = None, limit: int | None = None) -> ClaimFilter:
        """The filter the ledger knows."""
        return ClaimFilter(
            speaker=self.speaker or None,
            own_voice=self.own_voice,
            side=self.side or None,
            kind=self.kind,
            stance=self.stance,
            status=self.status,
            place=self.place or None,
            document=self.report or None,
            since=_day(self.since),
            until=_day(self.until),
            text=self.q or None,
            as_of=_day(self.as_of),
            clock=self.clock,
            after=after,
            limit=limit,
        )


class ClaimPage(ClaimQuery):
    """A page of claims: `after` is the id of the last claim seen."""

    after: Id | None = None
    limit: Annotated[int, Field(ge=1, le=500)] = 50


class Page(BaseModel):
    """A page of anything else: `after` is the cursor that the page before gave."""

    after: Annotated[int, Field(ge=-1, le=2**53)] = -1
    limit: Annotated[int, Field(ge=1, le=500)] = 100


class LinkQuery(BaseModel):
    """Which links are asked for; with `retired` also those that no longer hold."""

    relation: Literal["agrees", "clashes", "supersedes", "repeats", "differs"] | None = None
    retired: bool = False
    after: Annotated[int, Field(ge=0, le=2**53)] = 0
    limit: Annotated[int, Field(ge=1, le=500)] = 100


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None
