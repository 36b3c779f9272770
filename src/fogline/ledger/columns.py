"""Column types that both databases have."""

from __future__ import annotations

from sqlalchemy import BigInteger, Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator

__all__ = ["RowNo", "Words"]

RowNo = BigInteger().with_variant(Integer, "sqlite")


class Words(TypeDecorator[str]):
    """Text to filter by; NUL and lone surrogates, which PostgreSQL cannot hold, are written out, also when asked for."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The text as every database can hold it."""
        if value is None:
            return None
        return value.encode("utf-8", "backslashreplace").decode().replace("\0", "\\x00")
