"""One batch after the other, in this process."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from fogline.runners.threads import ONE_THREAD

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
        """The result of each batch, in order; on one thread, unless the environment says otherwise."""
        if "numpy" not in sys.modules:  # later it would be said and not heard
            for name, value in ONE_THREAD.items():
                os.environ.setdefault(name, value)
        return map(work, batches)
