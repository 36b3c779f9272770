"""After a decision claims are compared anew: in the background, so that the person can go on."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from fogline.errors import FoglineError
from fogline.workspace import Workspace

__all__ = ["Comparer"]

log = logging.getLogger(__name__)


class Comparer:
    """Compares claims anew, one run at a time; what is asked for during a run is done by the next."""

    def __init__(self, workspace: Workspace, done: Callable[[], None]) -> None:
        self._workspace = workspace
        self._done = done
        self._lock = threading.Lock()
        self._wanted = False
        self._running = False

    def soon(self) -> None:
        """Compare as soon as no other run is going on."""
        with self._lock:
            self._wanted = True
            if self._running:
                return
            self._running = True
        threading.Thread(target=self._run, daemon=True, name="comparer").start()

    @property
    def busy(self) -> bool:
        """Whether a run is going on or asked for."""
        return self._running

    def _run(self) -> None:
        while self._take():
            try:
                self._workspace.link(anew=True)
            except FoglineError as error:  # the ledger is held by another writer: the next decision tries again
                log.warning("claims were not compared anew: %s", error)
            self._done()

    def _take(self) -> bool:
        with self._lock:
            self._running, self._wanted = self._wanted, False
            return self._running
