"""Several processes on this machine; one that is killed costs a retry, not the run.

`multiprocessing.Pool` and spaCy's `n_process` hang when a worker dies; `ProcessPoolExecutor` says so, but gives up all
that is under way and does not say which batch it was. So what was under way is worked on again, one batch at a time
and nothing beside it: then a death has one culprit. A culprit is split until the item is found that does it.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import connection
from typing import Generic, TypeVar

from fogline.errors import RunError
from fogline.runners.threads import ONE_THREAD

__all__ = ["ProcessRunner"]

Item = TypeVar("Item")
Result = TypeVar("Result")

BATCHES_AHEAD = 2  # waiting per process: enough that none idles, few enough that memory stays flat
PATIENCE = 2  # deaths of one batch, with nothing beside it, until it is split or given up


class ProcessRunner:
    """Works in `jobs` processes. `work`, items and results must pickle."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs

    def run(
        self,
        work: Callable[[Sequence[Item]], Result],
        batches: Iterable[Sequence[Item]],
        crashed: Callable[[Item], Result],
    ) -> Iterator[Result]:
        """The results in the order of the batches. Raises RunError where no process can be started."""
        pool = Workers(self.jobs, work)
        try:
            yield from _spread(pool, iter(batches), crashed)
        finally:
            pool.close()


class Workers(Generic[Item, Result]):
    """The processes, replaced as a whole when one of them dies."""

    def __init__(self, jobs: int, work: Callable[[Sequence[Item]], Result]) -> None:
        self.jobs = jobs
        self._work = work
        self._pool = _started(jobs, work)

    def submit(self, batch: Sequence[Item]) -> Future[Result]:
        """The coming result; it says so itself when the processes are gone."""
        try:
            return self._pool.submit(self._work, batch)
        except BrokenProcessPool as error:
            lost: Future[Result] = Future()
            lost.set_exception(error)
            return lost

    def replace(self) -> None:
        """Start anew after a death."""
        self.close()
        self._pool = _started(self.jobs, self._work)

    def close(self) -> None:
        """Finish what is under way and end the processes."""
        self._pool.shutdown(cancel_futures=True)


def _spread(
    pool: Workers[Item, Result], batches: Iterator[Sequence[Item]], crashed: Callable[[Item], Result]
) -> Iterator[Result]:
    waiting: deque[tuple[Sequence[Item], Future[Result]]] = deque()
    for batch in batches:
        waiting.append((batch, pool.submit(batch)))
        if len(waiting) > pool.jobs * BATCHES_AHEAD:
            yield from _next_results(pool, waiting, crashed)
    while waiting:
        yield from _next_results(pool, waiting, crashed)


def _next_results(
    pool: Workers[Item, Result],
    waiting: deque[tuple[Sequence[Item], Future[Result]]],
    crashed: Callable[[Item], Result],
) -> Iterator[Result]:
    """The result at the head of the queue; after a death those of the whole queue."""
    batch, future = waiting[0]
    try:
        result = future.result()
    except BrokenProcessPool:
        pool.replace()
        while waiting:
            batch, future = waiting.popleft()
            if future.cancelled() or future.exception() is not None:
                yield from _alone(pool, batch, crashed)
            else:
                yield future.result()
    else:
        waiting.popleft()
        yield result


def _alone(pool: Workers[Item, Result], batch: Sequence[Item], crashed: Callable[[Item], Result]) -> Iterator[Result]:
    """The results of a batch that may have ended a process, worked on with nothing beside it."""
    stack = [(batch, 0)]
    while stack:
        batch, deaths = stack.pop()
        try:
            yield pool.submit(batch).result()
        except BrokenProcessPool:
            pool.replace()
            if deaths + 1 < PATIENCE:
                stack.append((batch, deaths + 1))
            elif len(batch) == 1:
                yield crashed(batch[0])
            else:
                middle = len(batch) // 2
                # A half needs one death more: what it is part of has had its own.
                stack += [(batch[middle:], PATIENCE - 1), (batch[:middle], PATIENCE - 1)]


def _started(jobs: int, work: object) -> ProcessPoolExecutor:
    # Forking a process that has threads (and a loaded parser has) can deadlock the child.
    context = multiprocessing.get_context("spawn")
    with _environment(ONE_THREAD):
        pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_live_with_parent)
        try:
            pool.submit(_begun, work).result()
        except BrokenProcessPool as error:
            pool.shutdown(cancel_futures=True)
            raise RunError(
                "worker processes cannot start; use one job, or guard the script with __name__ == '__main__'"
            ) from error
    return pool


@contextmanager
def _environment(values: dict[str, str]) -> Iterator[None]:
    """Set environment variables for processes that start meanwhile."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _live_with_parent() -> None:
    """Leave interrupts to the parent, and end when it ends: a killed one leaves workers that wait for ever."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


def _begun(work: object) -> None:
    """Nothing: that it comes back says that processes can start and find `work`."""
