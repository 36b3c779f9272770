"""A board over a small ledger, read by the light reader, as a browser on this machine would ask it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import pytest
from fastapi.testclient import TestClient
from tests.valley import REPORTS

from fogline.config import ReadingOptions
from fogline.server.app import create_app
from fogline.server.settings import ServerOptions
from fogline.workspace import Workspace

WRITE = {"x-fogline-write": "1"}
LIGHT = ReadingOptions(reader="rules")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two reports that contradict each other."""
    reports = tmp_path_factory.mktemp("reports")
    for name, text in REPORTS.items():
        (reports / name).write_text(text, encoding="utf-8")
    (reports / "empty.txt").touch()
    return reports


@pytest.fixture(scope="session")
def valley(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A ledger with both reports and a failure; only for reading."""
    with Workspace.open(tmp_path_factory.mktemp("ledger") / "valley.ledger") as workspace:
        workspace.read([str(folder), str(folder / "empty.txt")], reading=LIGHT)
        yield workspace


@pytest.fixture
def own(folder: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A ledger with both reports, for one test that writes."""
    with Workspace.open(tmp_path / "own.ledger") as workspace:
        workspace.read([str(folder)], reading=LIGHT)
        yield workspace


def browser(workspace: Workspace, options: ServerOptions | None = None) -> TestClient:
    """What asks the board of a workspace."""
    return TestClient(create_app(workspace, options or ServerOptions(reading=LIGHT)), base_url="http://127.0.0.1:8000")


@pytest.fixture(scope="session")
def board(valley: Workspace) -> Iterator[TestClient]:
    """The board, only for reading."""
    with browser(valley) as client:
        yield client


class Answer(Protocol):
    """What a test looks at in an answer."""

    @property
    def status_code(self) -> int: ...
    @property
    def text(self) -> str: ...
    def json(self) -> Any: ...  # noqa: ANN401, JSON can be anything


def items(answer: Answer) -> list[dict[str, Any]]:
    """The rows of an answer."""
    assert answer.status_code == 200, answer.text
    rows: list[dict[str, Any]] = answer.json()["items"]
    return rows
