"""Row numbers, in the order of adding."""

from __future__ import annotations

from sqlalchemy import Connection, Table, func, select

__all__ = ["next_no"]


def next_no(connection: Connection, table: Table) -> int:
    """The number of the next row: writers are alone, so it stays free until this one commits."""
    highest: int = connection.execute(select(func.coalesce(func.max(table.c.no), 0))).scalar_one()
    return highest + 1
