"""How work is spread: in this process, or over several; the results are the same, in the same order."""

from __future__ import annotations

from fogline.runners.runner import Runner
from fogline.runners.serial import SerialRunner

__all__ = ["Runner", "SerialRunner", "runner_for"]


def runner_for(jobs: int) -> Runner:
    """The runner for a number of processes; one process is this one."""
    if jobs <= 1:
        return SerialRunner()
    from fogline.runners.processes import ProcessRunner

    return ProcessRunner(jobs)
