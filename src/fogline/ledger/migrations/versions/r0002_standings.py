"""How questions stand is kept, and what a view asks for is found by indexes of its own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

__all__ = ["down_revision", "revision", "upgrade"]

revision = "0002"
down_revision: str | None = "0001"

ROW_NO = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
PARTIAL_INDEXES = (
    "CREATE INDEX failures_retired ON failures (retired_at) WHERE retired_at IS NOT NULL",
    "CREATE INDEX questions_retired ON questions (retired_at) WHERE retired_at IS NOT NULL",
    "CREATE INDEX claims_standing ON claims (document_no, start, no) WHERE retired_at IS NULL",
    "CREATE INDEX claims_counted ON claims (document_no, start, no) WHERE retired_at IS NULL AND counted = 1",
    "CREATE INDEX links_new ON links (no) WHERE matter IS NULL",
    "CREATE INDEX links_gone ON links (no) WHERE retired_at IS NOT NULL AND matter <> '-'",
    "CREATE INDEX links_joining_left ON links (left_id) WHERE joins = 1 AND retired_at IS NULL",
    "CREATE INDEX links_joining_right ON links (right_id) WHERE joins = 1 AND retired_at IS NULL",
    "CREATE INDEX links_matter ON links (matter, left_id, right_id) WHERE retired_at IS NULL AND matter <> ''",
)
# In the JSON of a claim a key stands unescaped, and only where there is something under it.
COUNTED = """UPDATE claims SET counted = 1 WHERE payload LIKE '%"quantities":[%'"""


def upgrade() -> None:
    """Add the columns, the table of standings and the indexes; standings are made when claims are next linked."""
    op.add_column("documents", sa.Column("run", sa.Integer(), nullable=False, server_default="0"))
    op.create_index("documents_run", "documents", ["run"])
    op.add_column("claims", sa.Column("counted", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("links", sa.Column("matter", sa.Text()))
    op.add_column("links", sa.Column("joins", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("questions", sa.Column("matter", sa.Text()))
    op.create_index("questions_matter", "questions", ["matter"])
    op.create_table(
        "frames",
        sa.Column("document_no", ROW_NO, sa.ForeignKey("documents.no"), primary_key=True),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "standings",
        sa.Column("no", ROW_NO, primary_key=True, autoincrement=False),
        sa.Column("question_no", ROW_NO, sa.ForeignKey("questions.no"), nullable=False, unique=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("clashes", sa.Integer(), nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
    )
    op.execute(sa.text(COUNTED.replace(":[", r"\:[")))
    for statement in PARTIAL_INDEXES:
        op.execute(statement)
