"""Row numbers, in the order of adding, and how to ask for many of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TypeVar

from sqlalchemy import Connection, Table, func, select

__all__ = ["batches_of", "next_no"]

MOST_KEYS = 500  # in one statement: databases limit how many values one may hold
Key = TypeVar("Key", str, int)


def batches_of(keys: Collection[Key]) -> Iterator[list[Key]]:
    """The keys in order, as many at a time as one statement may hold."""
    ordered = sorted(keys)
    return (ordered[at : at + MOST_KEYS] for at in range(0, len(ordered), MOST_KEYS))


def next_no(connection: Connection, table: Table) -> int:
    """The number of the next row: writers are alone, so it stays free until this one commits."""
    highest: int = connection.execute(select(func.coalesce(func.max(table.c.no), 0))).scalar_one()
    return highest + 1
