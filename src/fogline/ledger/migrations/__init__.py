"""How an older ledger becomes one of today: the steps in `versions`, taken by Alembic.

A change of the tables is a new step, made with `alembic revision` on this folder or by hand, and a new
`SCHEMA_VERSION` in `fogline.ledger.schema`; a test holds the steps and the schema together.
"""

from __future__ import annotations

from importlib.resources import as_file, files

from sqlalchemy import Connection

__all__ = ["upgrade"]


def upgrade(connection: Connection, to: str = "head") -> None:
    """Take the steps that are missing, within the transaction of `connection`."""
    from alembic import command
    from alembic.config import Config

    with as_file(files(__name__)) as folder:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, to)
