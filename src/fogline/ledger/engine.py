"""Opening a database: where it is, whether it is a ledger, and how its transactions begin."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from fogline.errors import RunError

if TYPE_CHECKING:
    from psycopg import Connection as PsycopgConnection

__all__ = ["connect", "describe", "one_line_errors", "reading", "writing"]

SQLITE_HEADER = b"SQLite format 3\x00"
BUSY_TIMEOUT_MS = 60_000  # a writer waits this long for another writer's batch; batches take far less


def connect(target: str | Path, *, create: bool, read_only: bool) -> Engine:
    """An engine for a file path or a database URL (`sqlite:///…`, `postgresql+psycopg://…`).

    Raises RunError where there is no such folder or file, or no driver for the URL.
    """
    url = _url(target)
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise RunError(f"a ledger is a SQLite file or a PostgreSQL database, not {url.get_backend_name()}")
    if url.get_backend_name() == "sqlite":
        _check_file(url.database, create=create and not read_only)
    try:
        engine = create_engine(url, connect_args=_connect_options(url))
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise RunError(f"no driver for {url.drivername}: pip install 'fogline[postgres]'") from error
    if not _is_postgres(engine):
        _prepare_sqlite(engine, read_only=read_only)
    elif read_only:
        _prepare_postgres_reader(engine)
    return engine


def describe(engine: Engine) -> str:
    """The place of the ledger as shown to people: a path, or a URL without its password."""
    url = engine.url
    return str(url.database) if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees the ledger as it stands when it begins, whatever is written meanwhile."""
    # SQLite reads so anyway; PostgreSQL by default lets each statement see what was written before it.
    reader = engine.execution_options(isolation_level="REPEATABLE READ") if _is_postgres(engine) else engine
    with one_line_errors(engine), reader.connect() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that is the only writer; all of it is kept, or nothing."""
    from fogline.ledger.dialects import DIALECTS

    writer = engine.execution_options(fogline_writes=True)
    with one_line_errors(engine), writer.begin() as connection:
        DIALECTS[engine.dialect.name].lock_out_writers(connection)
        yield connection


@contextmanager
def one_line_errors(engine: Engine) -> Iterator[None]:
    """Turn what the database complains about into a RunError of one line."""
    try:
        yield
    except DBAPIError as error:
        raise RunError(f"{describe(engine)}: {_reason(error)}") from error
    except SQLAlchemyError as error:
        raise RunError(f"{describe(engine)}: {_first_line(error)}") from error


def _url(target: str | Path) -> URL:
    text = str(target)
    if "://" not in text:
        return URL.create("sqlite", database=text)
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        raise RunError(f"not a database URL: {text.partition('://')[0]}://…") from error
    # People write postgresql://; the driver that Fogline brings is psycopg.
    return url.set(drivername="postgresql+psycopg") if url.drivername in ("postgresql", "postgres") else url


def _connect_options(url: URL) -> dict[str, str]:
    """PostgreSQL compiles queries it thinks are long; for a page of claims that takes longer than the query."""
    compiles = url.get_backend_name() == "postgresql" and "options" not in url.query
    return {"options": "-c jit=off"} if compiles else {}


def _check_file(database: str | None, *, create: bool) -> None:
    if not database or database == ":memory:":
        raise RunError("a ledger needs a file: give a path")
    path = Path(database)
    try:
        if path.is_dir():
            raise RunError(f"{path} is a folder, not a ledger")
        if not path.exists():
            _check_missing(path, create=create)
        elif path.stat().st_size:
            with path.open("rb") as file:
                if file.read(len(SQLITE_HEADER)) != SQLITE_HEADER:
                    raise RunError(f"{path} is not a ledger")
    except OSError as error:
        raise RunError(f"{path} cannot be opened: {error.strerror}") from error


def _check_missing(path: Path, *, create: bool) -> None:
    if not create:
        raise RunError(f"there is no ledger at {path}; `fogline read` makes one")
    if not path.parent.is_dir():
        raise RunError(f"there is no folder {path.parent} for the ledger {path.name}")


def _prepare_sqlite(engine: Engine, *, read_only: bool) -> None:
    @event.listens_for(engine, "connect")
    def on_connect(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # the driver would otherwise begin transactions where it likes
        connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA cache_size = -32768")
        if read_only:
            connection.execute("PRAGMA query_only = ON")

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("fogline_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _prepare_postgres_reader(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def on_connect(connection: PsycopgConnection, _: ConnectionPoolEntry) -> None:
        connection.read_only = True


def _is_postgres(engine: Engine) -> bool:
    return engine.dialect.name == "postgresql"


REASONS = {
    "attempt to write a readonly database": "the ledger is read-only",
    "in a read-only transaction": "the ledger is read-only",
    "database is locked": "another program keeps the ledger locked",
    "file is not a database": "this is not a ledger",
    "database disk image is malformed": "the ledger is damaged; restore it from a backup",
    "disk i/o error": "the disk cannot be read or written",
    "database or disk is full": "the disk is full",
    "unable to open database file": "the file cannot be opened",
}


def _reason(error: DBAPIError) -> str:
    line = _first_line(error.orig or error)
    return next((reason for sign, reason in REASONS.items() if sign in line.lower()), line)


def _first_line(error: BaseException) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__)
