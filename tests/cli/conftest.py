"""A small ledger, read once by the light reader, for all tests of commands."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.valley import REPORTS

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def run() -> Run:
    """Run a command as a user would, in a process of its own, a hundred columns wide."""

    def call(
        *arguments: str, stdin: bytes | None = None, cwd: Path | None = None, width: int = 100
    ) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "COLUMNS": str(width), "OMP_NUM_THREADS": "1", "PYTHONUTF8": "1"}
        environment.pop("FOGLINE_LEDGER", None)
        done = subprocess.run(
            [sys.executable, "-m", "fogline.cli", *arguments],
            check=False,
            capture_output=True,
            input=stdin,
            cwd=cwd,
            env=environment,
        )
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    return call


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two reports that contradict each other."""
    reports = tmp_path_factory.mktemp("reports")
    for name, text in REPORTS.items():
        (reports / name).write_text(text, encoding="utf-8")
    return reports


@pytest.fixture(scope="session")
def ledger(run: Run, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A ledger with both reports."""
    target = str(tmp_path_factory.mktemp("ledger") / "valley.ledger")
    done = run("read", str(folder), "--ledger", target, "--reader", "rules")
    assert done.returncode == 0, done.stderr
    return target
