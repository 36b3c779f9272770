"""What every runner does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

__all__ = ["Runner"]

Item = TypeVar("Item")
Result = TypeVar("Result")


class Runner(Protocol):
    """Spreads work that is a pure function of its batch."""

    def run(
        self,
        work: Callable[[Sequence[Item]], Result],
        batches: Iterable[Sequence[Item]],
        crashed: Callable[[Item], Result],
    ) -> Iterator[Result]:
        """The results in the order of the batches; batches are taken only as fast as they are worked on.

        Where an item ends the process that works on it, its batch comes as several results, and `crashed` says what
        stands for the item. What `work` raises is raised here.
        """
