"""Claims that people decided on: the machine's row is retired and a row as they decided is added, never overwritten."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, select, update

from fogline.ledger import schema
from fogline.ledger.linking import retire_links_of
from fogline.ledger.packing import unpack
from fogline.ledger.queueing import RowQueue
from fogline.ledger.upkeep import forget_matters
from fogline.records.claims import Claim

__all__ = ["claim_history", "replace_claims"]

CLAIMS, DOCUMENTS = schema.claims.c, schema.documents.c
MOST_IDS = 500  # in one statement: databases limit how many values one may hold


def claim_history(
    connection: Connection, *, document_id: str | None = None, claim_ids: Collection[str] = ()
) -> list[tuple[Claim, bool]]:
    """Every row there was of the claims of a report, or of some claims, in the order of adding; whether it stands."""
    statement = select(CLAIMS.payload, CLAIMS.retired_at).order_by(CLAIMS.no)
    if document_id is not None:
        of_report = select(DOCUMENTS.no).where(DOCUMENTS.id == document_id)
        statements = [statement.where(CLAIMS.document_no.in_(of_report))]
    else:
        ids = sorted(claim_ids)
        parts = (ids[at : at + MOST_IDS] for at in range(0, len(ids), MOST_IDS))
        statements = [statement.where(CLAIMS.id.in_(part)) for part in parts]
    rows = (row for part in statements for row in connection.execute(part))
    return [(unpack(Claim, row.payload), row.retired_at is None) for row in rows]


def replace_claims(connection: Connection, document_id: str, rows: Iterable[tuple[Claim, bool]], made_at: str) -> None:
    """Put new rows in the place of those that stand; a row that is not to stand is kept as retired.

    Links that touch these claims are retired: they were judged from other words.
    """
    wanted = {claim.id: (claim, stands) for claim, stands in rows}
    if not wanted:
        return
    standing = CLAIMS.id.in_(wanted) & CLAIMS.retired_at.is_(None)
    connection.execute(update(schema.claims).where(standing).values(retired_at=made_at))
    number = connection.execute(select(DOCUMENTS.no).where(DOCUMENTS.id == document_id)).scalar_one()
    forget_matters(connection, (number,))
    queue = RowQueue(connection, made_at)
    queue.claims(number, [claim for claim, _ in wanted.values()])
    queue.finish()
    fallen = [claim.id for claim, stands in wanted.values() if not stands]
    kept_back = CLAIMS.id.in_(fallen) & CLAIMS.retired_at.is_(None)
    connection.execute(update(schema.claims).where(kept_back).values(retired_at=made_at))
    retire_links_of(connection, wanted.keys(), made_at)
