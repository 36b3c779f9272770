"""How many threads multiply matrices in a process that reads."""

from __future__ import annotations

__all__ = ["ONE_THREAD"]

# Two threaded processes on a busy machine take turns waiting for each other, and so do the threads of one: one each.
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
