"""The two errors: one item cannot be used, or the run cannot go on."""

from __future__ import annotations

__all__ = ["FoglineError", "ItemError", "RunError"]


class FoglineError(Exception):
    """What every error of Fogline is: a sentence a user can act on."""


class ItemError(FoglineError):
    """One report, row or file cannot be used; it becomes a Failure row and the run goes on.

    `reason` is one of the short codes of `fogline.records.failures.REASONS`.
    """

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason

    def __reduce__(self) -> tuple[type[ItemError], tuple[str, str]]:
        """How it travels from a worker process: both arguments, not the message alone."""
        return type(self), (self.reason, str(self))


class RunError(FoglineError):
    """The run cannot go on: printed as one line, exit status 2."""
