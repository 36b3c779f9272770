"""From a database to a ledger: created when new, upgraded when older, refused when it is something else."""

from __future__ import annotations

import sqlite3
from time import monotonic, sleep

from sqlalchemy import Connection, Engine, inspect, select

from fogline.errors import RunError
from fogline.ledger import schema
from fogline.ledger.dialects import DIALECTS
from fogline.ledger.engine import describe, one_line_errors, reading, writing

__all__ = ["create_tables", "make_ready"]

SWITCH_PATIENCE = 60.0  # seconds another program may take to make the same file ready
SWITCH_PAUSE = 0.05
BEFORE_ALL = ""  # what Alembic notes as no row: no step has been taken


def make_ready(engine: Engine, *, create: bool) -> None:
    """Create the tables in an empty database, or bring an older ledger up to date.

    Raises RunError where the database holds something else, or a ledger of a newer Fogline.
    """
    found = _version(engine)
    if found is None:
        _create(engine, create=create)
    elif found > schema.SCHEMA_VERSION:
        raise RunError(f"{describe(engine)} was made by a newer Fogline (ledger version {found}); update fogline")
    elif found < schema.SCHEMA_VERSION:
        _upgrade(engine)


def create_tables(connection: Connection) -> None:
    """Create all tables of the newest version and note the version."""
    schema.metadata.create_all(connection)
    for statement in schema.PARTIAL_INDEXES:
        connection.exec_driver_sql(statement)
    DIALECTS[connection.dialect.name].create_search(connection)
    connection.execute(schema.version.insert().values(version_num=schema.SCHEMA_VERSION))
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {schema.APPLICATION_ID}")


def _version(engine: Engine) -> str | None:
    """The version of the ledger; None in an empty database. Raises RunError where other tables are found."""
    with reading(engine) as connection:
        tables = inspect(connection).get_table_names()
        if schema.VERSION_TABLE in tables:
            found: str | None = connection.execute(select(schema.version.c.version_num)).scalar_one_or_none()
            return found or BEFORE_ALL
    if engine.dialect.name == "sqlite" and tables:
        raise RunError(f"{describe(engine)} is not a ledger: it holds other tables")
    return None


def _create(engine: Engine, *, create: bool) -> None:
    if not create:
        raise RunError(f"{describe(engine)} holds no ledger; `fogline read` makes one")
    if engine.dialect.name == "sqlite":
        _use_write_ahead_log(engine)
    with writing(engine) as connection:
        tables = inspect(connection).get_table_names()
        # Another program may have created it while this one waited for the lock.
        if schema.VERSION_TABLE in tables:
            return
        if taken := sorted(schema.metadata.tables.keys() & set(tables)):
            raise RunError(f"{describe(engine)} holds tables of another program that stand in the way: {taken[0]}")
        create_tables(connection)


def _use_write_ahead_log(engine: Engine) -> None:
    """Let readers read while a writer writes; the file remembers it."""
    patience = monotonic() + SWITCH_PATIENCE
    while not _switched(engine):
        if monotonic() > patience:
            raise RunError(f"{describe(engine)}: another program holds the database")
        sleep(SWITCH_PAUSE)


def _switched(engine: Engine) -> bool:
    with one_line_errors(engine):
        connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        # Two programs that switch a new file at once both ask to lock it; SQLite refuses one without waiting.
        if "locked" in str(error):
            return False
        raise RunError(f"{describe(engine)}: {error}") from error
    finally:
        connection.close()
    return True


def _upgrade(engine: Engine) -> None:
    from fogline.ledger.migrations import upgrade

    with writing(engine) as connection:
        upgrade(connection)
