"""The first tables of a ledger, as they were in Fogline 0.1."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

__all__ = ["down_revision", "revision", "upgrade"]

revision = "0001"
down_revision: str | None = None

ROW_NO = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
PARTIAL_INDEXES = (
    "CREATE UNIQUE INDEX claims_live ON claims (id) WHERE retired_at IS NULL",
    "CREATE UNIQUE INDEX failures_live ON failures (id) WHERE retired_at IS NULL",
    "CREATE UNIQUE INDEX links_live ON links (id) WHERE retired_at IS NULL",
    "CREATE UNIQUE INDEX questions_live ON questions (id) WHERE retired_at IS NULL",
    "CREATE INDEX claims_retired ON claims (retired_at) WHERE retired_at IS NOT NULL",
    "CREATE INDEX links_retired ON links (retired_at) WHERE retired_at IS NOT NULL",
    "CREATE INDEX documents_superseded ON documents (superseded_by) WHERE superseded_by IS NOT NULL",
)


def upgrade() -> None:
    """Create all tables; what others point to comes first."""
    _claim_blocks()
    _copies()
    _documents()
    _failures()
    _links()
    _questions()
    _reviews()
    _runs()
    _bands()
    _claims()
    _mentions()
    _question_claims()
    _claim_places()
    _claim_speakers()
    for statement in PARTIAL_INDEXES:
        op.execute(statement)
    _search()
    if op.get_bind().dialect.name == "sqlite":
        op.execute("PRAGMA application_id = 0x464F474C")


def _claim_blocks() -> None:
    op.create_table(
        "claim_blocks",
        sa.Column("block", sa.Text(), primary_key=True),
        sa.Column("claim_id", sa.Text(), primary_key=True),
    )
    op.create_index("claim_blocks_claim", "claim_blocks", ["claim_id"])


def _copies() -> None:
    op.create_table(
        "copies",
        sa.Column("document_id", sa.Text(), primary_key=True),
        sa.Column("of_id", sa.Text(), primary_key=True),
        sa.Column("share", sa.Float(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
    )


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("no", ROW_NO, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text(), nullable=False, unique=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text()),
        sa.Column("published_at", sa.Text()),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("superseded_by", sa.Text()),
        sa.Column("superseded_at", sa.Text()),
        sa.Column("read_at", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("sentences", sa.Integer(), nullable=False),
        sa.Column("unused", sa.Integer(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("flags", sa.Text(), nullable=False),
    )
    op.create_index("documents_digest", "documents", ["digest"])
    op.create_index("documents_name", "documents", ["name"])
    op.create_index("documents_source", "documents", ["source"])


def _failures() -> None:
    op.create_table(
        "failures",
        sa.Column("no", ROW_NO, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("retired_at", sa.Text()),
        sa.Column("payload", sa.Text(), nullable=False),
    )
    op.create_index("failures_source", "failures", ["source"])


def _links() -> None:
    op.create_table(
        "links",
        sa.Column("no", ROW_NO, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("left_id", sa.Text(), nullable=False),
        sa.Column("right_id", sa.Text(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("retired_at", sa.Text()),
        sa.Column("payload", sa.Text(), nullable=False),
    )
    op.create_index("links_left", "links", ["left_id"])
    op.create_index("links_relation", "links", ["relation"])
    op.create_index("links_right", "links", ["right_id"])


def _questions() -> None:
    op.create_table(
        "questions",
        sa.Column("no", ROW_NO, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("place_id", sa.Text()),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("retired_at", sa.Text()),
        sa.Column("payload", sa.Text(), nullable=False),
    )


def _reviews() -> None:
    op.create_table(
        "reviews",
        sa.Column("no", ROW_NO, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text(), nullable=False, unique=True),
        sa.Column("claim_id", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("before", sa.Text()),
        sa.Column("after", sa.Text()),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("why", sa.Text()),
        sa.Column("undone_at", sa.Text()),
        sa.Column("undone_by", sa.Text()),
    )
    op.create_index("reviews_claim", "reviews", ["claim_id"])
    op.create_index("reviews_document", "reviews", ["document_id"])


def _runs() -> None:
    op.create_table(
        "runs",
        sa.Column("no", ROW_NO, primary_key=True, autoincrement=False),
        sa.Column("read_at", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("documents", sa.Integer(), nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
    )


def _bands() -> None:
    op.create_table(
        "bands",
        sa.Column("document_no", ROW_NO, sa.ForeignKey("documents.no"), nullable=False),
        sa.Column("band", sa.BigInteger(), nullable=False),
    )
    op.create_index("bands_band", "bands", ["band"])


def _claims() -> None:
    op.create_table(
        "claims",
        sa.Column("no", ROW_NO, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("document_no", ROW_NO, sa.ForeignKey("documents.no"), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("when_from", sa.Text()),
        sa.Column("when_until", sa.Text()),
        sa.Column("said_from", sa.Text()),
        sa.Column("said_until", sa.Text()),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("retired_at", sa.Text()),
        sa.Column("linked_by", sa.Text()),
        sa.Column("payload", sa.Text(), nullable=False),
    )
    op.create_index("claims_id", "claims", ["id"])
    op.create_index("claims_kind", "claims", ["kind", "document_no", "start", "no"])
    op.create_index("claims_linked_by", "claims", ["linked_by"])
    op.create_index("claims_order", "claims", ["document_no", "start", "no"])
    op.create_index("claims_origin", "claims", ["origin"])
    op.create_index("claims_stance", "claims", ["stance", "document_no", "start", "no"])
    op.create_index("claims_when", "claims", ["when_from", "when_until"])


def _mentions() -> None:
    op.create_table(
        "mentions",
        sa.Column("document_no", ROW_NO, sa.ForeignKey("documents.no"), primary_key=True),
        sa.Column("made_by", sa.Text(), primary_key=True),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
    )


def _question_claims() -> None:
    op.create_table(
        "question_claims",
        sa.Column("question_no", ROW_NO, sa.ForeignKey("questions.no"), primary_key=True),
        sa.Column("claim_id", sa.Text(), primary_key=True),
    )
    op.create_index("question_claims_claim", "question_claims", ["claim_id"])


def _claim_places() -> None:
    op.create_table(
        "claim_places",
        sa.Column("claim_no", ROW_NO, sa.ForeignKey("claims.no"), nullable=False),
        sa.Column("place_id", sa.Text()),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("written", sa.Text(), nullable=False),
        sa.Column("country", sa.Text()),
        sa.Column("region", sa.Text()),
        sa.Column("latitude", sa.Float()),
        sa.Column("longitude", sa.Float()),
        sa.Column("cell", sa.Integer()),
    )
    op.create_index("claim_places_cell", "claim_places", ["cell"])
    op.create_index("claim_places_claim", "claim_places", ["claim_no"])
    op.create_index("claim_places_folded", "claim_places", ["folded"])
    op.create_index("claim_places_place", "claim_places", ["place_id"])
    op.create_index("claim_places_region", "claim_places", ["region"])
    op.create_index("claim_places_written", "claim_places", ["written"])


def _claim_speakers() -> None:
    op.create_table(
        "claim_speakers",
        sa.Column("claim_no", ROW_NO, sa.ForeignKey("claims.no"), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("side", sa.Text()),
        sa.Column("kind", sa.Text(), nullable=False),
    )
    op.create_index("claim_speakers_claim", "claim_speakers", ["claim_no"])
    op.create_index("claim_speakers_folded", "claim_speakers", ["folded"])
    op.create_index("claim_speakers_side", "claim_speakers", ["side"])


def _search() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE claim_words USING fts5(words, content='', tokenize='unicode61')")
        return
    op.execute("CREATE TABLE claim_words (claim_no BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)")
    op.execute("CREATE INDEX claim_words_words ON claim_words USING gin (words)")
