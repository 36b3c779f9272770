"""Fogline: who claims what, where and when, in reports on armed conflict."""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = ["__version__", "open"]

if TYPE_CHECKING:
    from fogline.workspace import Workspace


def open(ledger: str) -> Workspace:  # noqa: A001 - reads as fogline.open("war.ledger")
    """Open a ledger, making it where it does not exist.

    `ledger` is a file path (SQLite) or a `postgresql+psycopg://` URL. Raises RunError where it cannot be opened.
    """
    from fogline.workspace import Workspace

    return Workspace.open(ledger)
