"""Where Alembic is told about the ledger that is open; see `fogline.ledger.migrations.upgrade`."""

from __future__ import annotations

from alembic import context

from fogline.ledger import schema

__all__: list[str] = []

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=schema.metadata,
    version_table=schema.VERSION_TABLE,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
