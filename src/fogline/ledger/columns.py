"""Column types that both databases have."""

from __future__ import annotations

from sqlalchemy import BigInteger, Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator

__all__ = ["RowNo", "Words", "plain"]

RowNo = BigInteger().with_variant(Integer, "sqlite")


class Words(TypeDecorator[str]):
    """Text to filter by: every value, written or asked for, goes through `plain`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The text as every database can hold it."""
        return None if value is None else plain(value)


def plain(text: str) -> str:
    """`text` with NUL and lone surrogates, which PostgreSQL cannot hold, written out."""
    return text.encode("utf-8", "backslashreplace").decode().replace("\0", "\\x00")
