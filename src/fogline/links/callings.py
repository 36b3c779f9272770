"""What people are called who are counted together: four drivers are not four infants, and no soldiers."""

from __future__ import annotations

from functools import lru_cache

from fogline.links.fates import callings_in, plain

__all__ = ["calling_of", "two_callings"]


@lru_cache(maxsize=8192)
def calling_of(noun: str) -> str | None:
    """The calling of those whom a noun phrase names: that of its last word that tells one; None where none does."""
    found = callings_in(plain(noun))
    return max(found)[1] if found else None


def two_callings(one: str | None, other: str | None) -> bool:
    """Whether two callings are known, and are two."""
    return one is not None and other is not None and one != other
