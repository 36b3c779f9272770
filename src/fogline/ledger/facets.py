"""What a ledger can be narrowed by: sides and days, from indexes alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlalchemy import Connection, func, select

from fogline.ledger import schema
from fogline.ledger.packing import unpack
from fogline.ledger.search import fold
from fogline.records.claims import Claim

__all__ = ["claims_in", "published_days", "read_days", "sides"]

CLAIMS, DOCUMENTS, SPEAKERS = schema.claims.c, schema.documents.c, schema.claim_speakers.c


def sides(connection: Connection) -> Iterator[str]:
    """The sides that speak, as reports and packs write them; those with most claims first."""
    counted = (
        select(SPEAKERS.side, func.max(SPEAKERS.claim_no).label("last"))
        .where(SPEAKERS.side.is_not(None))
        .group_by(SPEAKERS.side)
        .order_by(func.count().desc(), SPEAKERS.side)
    )
    for folded, last in connection.execute(counted).all():
        # The column holds folded words; one claim of each side tells how the side is written.
        payload = connection.execute(select(CLAIMS.payload).where(CLAIMS.no == last)).scalar_one()
        names = (speaker.side for speaker in unpack(Claim, payload).speakers if speaker.side)
        yield next((name for name in names if fold(name) == folded), folded)


def claims_in(connection: Connection, document_numbers: Collection[int]) -> Iterator[tuple[int, Claim]]:
    """The claims of some reports, each with its report's row number."""
    wanted = CLAIMS.document_no.in_(document_numbers) & CLAIMS.retired_at.is_(None)
    for number, payload in connection.execute(select(CLAIMS.document_no, CLAIMS.payload).where(wanted)):
        yield number, unpack(Claim, payload)


def published_days(connection: Connection) -> tuple[str, str] | None:
    """The first and last day on which current reports were published; None where no date is known."""
    day = func.substr(DOCUMENTS.published_at, 1, len("2025-03-16"))
    current = select(func.min(day), func.max(day)).where(DOCUMENTS.superseded_by.is_(None))
    first, last = connection.execute(current).one()
    return (first, last) if first else None


def read_days(connection: Connection) -> dict[str, str]:
    """When each current report was read, by its id."""
    current = select(DOCUMENTS.id, DOCUMENTS.read_at).where(DOCUMENTS.superseded_by.is_(None))
    return {row[0]: row[1] for row in connection.execute(current)}
