"""What was skipped: kept, and retired when the same source is read without it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from sqlalchemy import Connection, insert, select, update

from fogline.ledger import schema
from fogline.ledger.numbering import next_no
from fogline.ledger.packing import pack, unpack
from fogline.ledger.rows import FailureRow
from fogline.records.failures import Failure
from fogline.records.ids import stable_id

__all__ = ["failure_rows", "sources_with_failures", "write_failures"]

FAILURES = schema.failures.c


def write_failures(
    connection: Connection, failures: Iterable[Failure], made_at: str, *, source: str | None = None
) -> int:
    """Keep `failures` and give how many are new; the other failures of `source` are retired: it was read."""
    wanted = {_failure_id(failure): failure for failure in failures}
    live = FAILURES.retired_at.is_(None)
    known = set(connection.execute(select(FAILURES.id).where(FAILURES.id.in_(wanted), live)).scalars())
    if source is not None:
        gone = (
            update(schema.failures)
            .where(FAILURES.source == source, FAILURES.id.not_in(wanted), live)
            .values(retired_at=made_at)
        )
        connection.execute(gone)
    fresh = {failure_id: failure for failure_id, failure in wanted.items() if failure_id not in known}
    number = next_no(connection, schema.failures)
    for failure_id, failure in fresh.items():
        row = insert(schema.failures).values(
            no=number,
            id=failure_id,
            source=failure.source,
            reason=failure.reason,
            made_at=made_at,
            payload=pack(failure),
        )
        connection.execute(row)
        number += 1
    return len(fresh)


def sources_with_failures(connection: Connection, sources: Collection[str]) -> set[str]:
    """Those of `sources` that have failures which still stand."""
    statement = select(FAILURES.source).where(FAILURES.source.in_(sources), FAILURES.retired_at.is_(None))
    return set(connection.execute(statement).scalars())


def failure_rows(connection: Connection, *, retired: bool = False) -> Iterator[FailureRow]:
    """What was skipped, in the order it was met; with `retired` also what was read since."""
    statement = select(FAILURES.payload, FAILURES.made_at, FAILURES.retired_at).order_by(FAILURES.no)
    if not retired:
        statement = statement.where(FAILURES.retired_at.is_(None))
    for row in connection.execute(statement):
        yield FailureRow(unpack(Failure, row.payload), row.made_at, row.retired_at)


def _failure_id(failure: Failure) -> str:
    return stable_id("f", failure.source, failure.reason, failure.message, failure.stage, failure.document_id)
