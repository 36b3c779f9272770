"""What is opened as a ledger, what is made into one, and what is refused in one line."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from threading import Timer

import pytest
from sqlalchemy import Connection, Engine, create_engine, inspect, text
from tests.ledger.building import TODAY, many

from fogline.errors import RunError
from fogline.ledger import Ledger
from fogline.ledger.engine import connect, writing
from fogline.ledger.migrations import upgrade
from fogline.ledger.schema import SCHEMA_VERSION, VERSION_TABLE


def refused(target: str | Path, *, create: bool = True) -> str:
    """The one line with which a target is refused."""
    with pytest.raises(RunError) as caught:
        Ledger.open(target, create=create)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def engine_for(target: str) -> Engine:
    return create_engine(target if "://" in target else f"sqlite:///{target}")


def run(target: str, *statements: str) -> None:
    engine = engine_for(target)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def shape(connection: Connection) -> dict[str, object]:
    """Tables with their columns, keys and indexes, as the database tells them."""
    seen = inspect(connection)
    found: dict[str, object] = {}
    for table in seen.get_table_names():
        found[table] = (
            [(column["name"], str(column["type"]), column["nullable"]) for column in seen.get_columns(table)],
            seen.get_pk_constraint(table)["constrained_columns"],
            sorted((tuple(key["constrained_columns"]), key["referred_table"]) for key in seen.get_foreign_keys(table)),
            sorted(
                (
                    str(index["name"]),
                    index["column_names"],
                    bool(index["unique"]),
                    *map(str, index.get("dialect_options", {}).values()),
                )
                for index in seen.get_indexes(table)
            ),
            sorted(tuple(unique["column_names"]) for unique in seen.get_unique_constraints(table)),
        )
    return found


def shape_of(target: str) -> dict[str, object]:
    engine = engine_for(target)
    with engine.connect() as connection:
        found = shape(connection)
    engine.dispose()
    return found


def test_a_ledger_keeps_what_was_added_when_it_is_opened_again(target: str) -> None:
    with Ledger.open(target) as ledger:
        ledger.add(many(2), TODAY)
        kept = list(ledger.claims())
    with Ledger.open(target, create=False) as ledger:
        assert list(ledger.claims()) == kept
    with Ledger.open(target, create=False, read_only=True) as ledger:
        assert list(ledger.claims()) == kept


def test_the_steps_of_migration_lead_to_the_tables_of_a_new_ledger(target: str) -> None:
    with Ledger.open(target):
        made_new = shape_of(target)
    if "://" in target:
        run(target, "DROP SCHEMA public CASCADE", "CREATE SCHEMA public")
    else:
        Path(target).unlink()
    engine = connect(target, create=True, read_only=False)
    with writing(engine) as connection:
        upgrade(connection)
    engine.dispose()

    upgraded = shape_of(target)
    # Alembic makes its own table of versions, with a column of limited length.
    assert {name: parts for name, parts in upgraded.items() if name != VERSION_TABLE} == {
        name: parts for name, parts in made_new.items() if name != VERSION_TABLE
    }
    with Ledger.open(target, create=False) as ledger:
        assert ledger.add(many(2), TODAY).claims == 6


def test_an_older_ledger_is_upgraded_when_it_is_opened(target: str) -> None:
    run(target, f"CREATE TABLE {VERSION_TABLE} (version_num VARCHAR(32) PRIMARY KEY)")
    with Ledger.open(target, create=False) as ledger:
        assert ledger.counts().documents == 0


def test_a_ledger_of_a_newer_program_is_refused(target: str) -> None:
    Ledger.open(target).close()
    run(target, f"UPDATE {VERSION_TABLE} SET version_num = '9999'")
    assert "newer Fogline (ledger version 9999); update fogline" in refused(target)


def test_two_programs_may_create_the_same_ledger(target: str) -> None:
    script = f"from fogline.ledger import Ledger; Ledger.open({target!r}).close()"
    started = [subprocess.Popen([sys.executable, "-c", script]) for _ in range(2)]
    assert [process.wait(60) for process in started] == [0, 0]
    with Ledger.open(target, create=False) as ledger:
        assert ledger.counts().documents == 0


def test_a_new_file_that_another_program_is_writing_is_waited_for(tmp_path: Path) -> None:
    target = tmp_path / "new.db"
    other = sqlite3.connect(target, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    release = Timer(0.3, other.rollback)
    release.start()
    with Ledger.open(target) as ledger:
        assert ledger.counts().documents == 0
    release.join()
    other.close()


def test_writing_to_a_ledger_opened_for_reading_is_refused(target: str) -> None:
    Ledger.open(target).close()
    with (
        Ledger.open(target, read_only=True) as ledger,
        pytest.raises(RunError, match=r": the ledger is read-only$"),
    ):
        ledger.add(many(1), TODAY)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write any file")
def test_a_read_only_file_can_be_read_and_not_written(tmp_path: Path) -> None:
    path = tmp_path / "war.ledger"
    Ledger.open(path).close()
    path.chmod(0o444)
    with Ledger.open(path) as ledger:
        assert ledger.counts().documents == 0
        with pytest.raises(RunError, match="the ledger is read-only"):
            ledger.add(many(1), TODAY)


def test_a_missing_ledger_is_named_and_not_made_when_it_should_be_there(tmp_path: Path) -> None:
    path = tmp_path / "war.ledger"
    assert refused(path, create=False) == f"there is no ledger at {path}; `fogline read` makes one"
    assert not path.exists()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    path = tmp_path / "cases" / "war.ledger"
    assert refused(path) == f"there is no folder {path.parent} for the ledger war.ledger"


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    assert refused(tmp_path) == f"{tmp_path} is a folder, not a ledger"


@pytest.mark.parametrize("content", [b"id,text\n1,shelling\n", b"\x00" * 5_000, b"SQLite format 4\x00" * 100])
def test_a_file_of_another_kind_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.csv"
    path.write_bytes(content)
    assert refused(path) == f"{path} is not a ledger"
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "mail.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE letters (subject TEXT)")
    connection.close()
    content = path.read_bytes()
    assert refused(path) == f"{path} is not a ledger: it holds other tables"
    assert path.read_bytes() == content


@pytest.mark.postgres
def test_a_ledger_may_share_a_database_but_not_a_table(postgres: str) -> None:
    run(postgres, "CREATE TABLE letters (subject TEXT)")
    with Ledger.open(postgres) as ledger:
        assert ledger.add(many(1), TODAY).claims == 3
    run(postgres, "DROP SCHEMA public CASCADE", "CREATE SCHEMA public", "CREATE TABLE documents (subject TEXT)")
    assert refused(postgres).endswith("tables of another program that stand in the way: documents")


def test_a_damaged_ledger_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "war.ledger"
    with Ledger.open(path) as ledger:
        ledger.add(many(20), TODAY)
    damaged = bytearray(path.read_bytes())
    damaged[4096:] = os.urandom(len(damaged) - 4096)
    path.write_bytes(damaged)
    assert refused(path) == f"{path}: the ledger is damaged; restore it from a backup"


def test_a_ledger_cut_short_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "war.ledger"
    with Ledger.open(path) as ledger:
        ledger.add(many(20), TODAY)
    path.write_bytes(path.read_bytes()[:4_100])
    assert str(path) in refused(path)


def test_an_empty_file_becomes_a_ledger_only_when_one_may_be_made(tmp_path: Path) -> None:
    path = tmp_path / "war.ledger"
    path.touch()
    assert refused(path, create=False) == f"{path} holds no ledger; `fogline read` makes one"
    Ledger.open(path).close()
    Ledger.open(path, create=False).close()


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("mysql://someone:secret@host/war", "a ledger is a SQLite file or a PostgreSQL database"),
        ("nonsense://host/war", "not nonsense"),
        ("postgresql+nonsense://host/war", "no driver for postgresql+nonsense"),
        ("postgresql://someone:secret@host:port/war", "not a database URL"),
        ("sqlite://", "a ledger needs a file"),
    ],
)
def test_a_url_that_cannot_be_a_ledger_is_refused_without_its_password(url: str, reason: str) -> None:
    line = refused(url)
    assert reason in line
    assert "secret" not in line


def test_a_server_that_does_not_answer_is_one_line_without_the_password() -> None:
    line = refused("postgresql+psycopg://someone:secret@127.0.0.1:1/war?connect_timeout=2")
    assert line.startswith("postgresql+psycopg://someone:***@127.0.0.1:1/war")
    assert "secret" not in line


def test_a_small_ledger_opens_and_lists_without_migrations_or_parser(tmp_path: Path) -> None:
    path = tmp_path / "war.ledger"
    with Ledger.open(path) as ledger:
        ledger.add(many(3), TODAY)
    script = (
        "import sys; from fogline.ledger import Ledger; "
        f"print(len(list(Ledger.open({str(path)!r}).claims()))); "
        "print([name for name in ('alembic', 'spacy', 'torch', 'numpy', 'psycopg') if name in sys.modules])"
    )
    output = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert output.stdout.split("\n")[:2] == ["9", "[]"]


def test_the_version_of_the_schema_is_the_newest_step() -> None:
    from alembic.script import ScriptDirectory

    from fogline.ledger import migrations

    assert ScriptDirectory(migrations.__path__[0]).get_current_head() == SCHEMA_VERSION
