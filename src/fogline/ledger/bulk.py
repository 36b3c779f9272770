"""Making many records at once."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["many_records"]

_lock = threading.Lock()
_waiting = 0
_was_enabled = True


@contextmanager
def many_records() -> Iterator[None]:
    """Let the collector of cycles wait while many records are made.

    Records hold no cycles, yet it would look at all of them again and again: five sixths of the time in which 20,000
    claims are read.
    """
    global _waiting, _was_enabled  # noqa: PLW0603 (the collector is one for the whole process)
    with _lock:
        _waiting += 1
        if _waiting == 1:
            _was_enabled = gc.isenabled()
            gc.disable()
    try:
        yield
    finally:
        with _lock:
            _waiting -= 1
            if _waiting == 0:
                gc.enable()
