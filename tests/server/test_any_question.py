"""Whatever is asked in the words of the API's own description, nothing breaks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import Case
from schemathesis.core.result import Ok
from tests.server.conftest import LIGHT, WRITE

from fogline.server.app import create_app
from fogline.server.settings import ServerOptions
from fogline.workspace import Workspace

MANY = settings(max_examples=8, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
IN_BACKGROUND = ("POST", "/api/v1/reports")  # its own tests wait for the reading that it starts


def test_no_question_is_a_server_error(folder: Path, tmp_path: Path) -> None:
    asked: set[str] = set()
    with Workspace.open(tmp_path / "any.ledger") as workspace:
        workspace.read([str(folder)], reading=LIGHT)
        app = create_app(workspace, ServerOptions(reading=LIGHT, hosts=("*",)))
        schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)
        for found in schema.get_all_operations():
            assert isinstance(found, Ok)
            operation = found.ok()
            if (operation.method.upper(), operation.path) == IN_BACKGROUND:
                continue

            @MANY
            @given(case=operation.as_strategy())
            def ask(case: Case[Any]) -> None:
                answer = case.call(headers=WRITE)
                assert answer.status_code < 500, answer.text

            ask()
            asked.add(operation.path)
    assert len(asked) > 15
