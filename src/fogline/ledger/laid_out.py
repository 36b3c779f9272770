"""Whole reports for linking, and the frames that linking made of them.

What frames are the ledger does not know: it keeps them packed, with a word that tells of which claims they were made.
Frames of other claims, or of another linker, are as none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, select

from fogline.ledger import schema
from fogline.ledger.asked import LaidOut, WholeReport
from fogline.ledger.numbering import batches_of
from fogline.ledger.packing import unpack, unpack_document
from fogline.records.claims import Claim

__all__ = ["frames_kept", "homes", "keep_frames", "reports"]

CLAIMS, DOCUMENTS, FRAMES = schema.claims.c, schema.documents.c, schema.frames.c
NOT_CURRENT = select(DOCUMENTS.no).where(DOCUMENTS.superseded_by.is_not(None))


def homes(connection: Connection, claim_ids: Collection[str]) -> dict[str, str]:
    """The ids of the reports in which these claims stand; claims that no longer stand are left out."""
    stands = CLAIMS.retired_at.is_(None) & CLAIMS.document_no.not_in(NOT_CURRENT)
    at_home = select(CLAIMS.id, DOCUMENTS.id).join(schema.documents, DOCUMENTS.no == CLAIMS.document_no).where(stands)
    rows = (row for part in batches_of(claim_ids) for row in connection.execute(at_home.where(CLAIMS.id.in_(part))))
    return {row[0]: row[1] for row in rows}


def reports(connection: Connection, document_ids: Collection[str]) -> Iterator[WholeReport]:
    """These reports with the claims that stand in them, in the order of the text; one without claims is left out."""
    whole = (
        select(CLAIMS.document_no, CLAIMS.payload)
        .join(schema.documents, DOCUMENTS.no == CLAIMS.document_no)
        .where(CLAIMS.retired_at.is_(None))
        .order_by(CLAIMS.document_no, CLAIMS.start, CLAIMS.no)
    )
    known = select(DOCUMENTS.no, DOCUMENTS.payload, DOCUMENTS.text)
    for part in batches_of(document_ids):
        told: dict[int, list[Claim]] = defaultdict(list)
        for number, payload in connection.execute(whole.where(DOCUMENTS.id.in_(part))):
            told[number].append(unpack(Claim, payload))
        states = dict(_states(connection, part))
        for row in connection.execute(known.where(DOCUMENTS.id.in_(part))):
            if row.no in told:
                yield WholeReport(unpack_document(row.payload, row.text), tuple(told[row.no]), states[row.no])


def frames_kept(connection: Connection, document_ids: Collection[str], made_by: str) -> Iterator[LaidOut]:
    """The frames of these reports that this linker made of the claims that stand in them now."""
    kept = (
        select(DOCUMENTS.no, DOCUMENTS.id, FRAMES.state, FRAMES.payload)
        .join(schema.documents, DOCUMENTS.no == FRAMES.document_no)
        .where(FRAMES.made_by == made_by)
    )
    for part in batches_of(document_ids):
        states = dict(_states(connection, part))
        for number, document_id, state, payload in connection.execute(kept.where(DOCUMENTS.id.in_(part))):
            if states.get(number) == state:
                yield LaidOut(document_id, state, payload)


def keep_frames(connection: Connection, frames: Iterable[LaidOut], made_by: str) -> None:
    """Keep frames in the place of those that were."""
    wanted = {laid_out.document_id: laid_out for laid_out in frames}
    for part in batches_of(wanted):
        numbers = connection.execute(select(DOCUMENTS.no, DOCUMENTS.id).where(DOCUMENTS.id.in_(part))).all()
        rows = [
            {"document_no": no, "made_by": made_by, "state": wanted[of].state, "payload": wanted[of].payload}
            for no, of in numbers
        ]
        connection.execute(delete(schema.frames).where(FRAMES.document_no.in_([no for no, _ in numbers])))
        connection.execute(insert(schema.frames), rows)


def _states(connection: Connection, document_ids: Collection[str]) -> Iterator[tuple[int, str]]:
    """A word for each report that changes with its claims and with what is known of it."""
    statement: Select[*tuple[Any, ...]] = (
        select(CLAIMS.document_no, func.max(DOCUMENTS.run), func.max(CLAIMS.no), func.count())
        .join(schema.documents, DOCUMENTS.no == CLAIMS.document_no)
        .where(CLAIMS.retired_at.is_(None), DOCUMENTS.id.in_(document_ids))
        .group_by(CLAIMS.document_no)
    )
    for number, run, last, count in connection.execute(statement):
        yield number, f"{run}.{last}.{count}"
