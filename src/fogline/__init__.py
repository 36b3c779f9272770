"""Fogline: who claims what, where and when, in reports on armed conflict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fogline.version import VERSION

__version__ = VERSION
__all__ = ["__version__", "open"]

if TYPE_CHECKING:
    from fogline.workspace import Workspace


def open(ledger: str) -> Workspace:
    """Open a ledger, making it where it does not exist.

    `ledger` is a file path (SQLite) or a `postgresql+psycopg://` URL. Raises RunError where it cannot be opened.
    """
    from fogline.workspace import Workspace

    return Workspace.open(ledger)
