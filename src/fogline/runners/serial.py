"""One batch after the other, in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

__all__ = ["SerialRunner"]

Item = TypeVar("Item")
Result = TypeVar("Result")


class SerialRunner:
    """Works in this process: what ends the process ends the run, so `crashed` is never asked."""

    def run(
        self,
        work: Callable[[Sequence[Item]], Result],
        batches: Iterable[Sequence[Item]],
        crashed: Callable[[Item], Result],
    ) -> Iterator[Result]:
        """The result of each batch, in order."""
        return map(work, batches)
