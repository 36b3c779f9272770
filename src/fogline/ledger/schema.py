"""The tables of a ledger: one schema for SQLite and PostgreSQL.

Columns hold what is filtered and sorted by; `payload` holds the whole record as JSON, so that a record read back is the
record that was put in. Rows are added and retired, never deleted. `no` counts rows in the order they were added and
is given by the writer, who is alone (see `fogline.ledger.engine`); ids depend on content and are what people see.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

from fogline.ledger.columns import RowNo, Words

__all__ = ["APPLICATION_ID", "PARTIAL_INDEXES", "SCHEMA_VERSION", "UNASKED", "VERSION_TABLE", "metadata"]

SCHEMA_VERSION = "0002"  # the newest revision in migrations/versions
VERSION_TABLE = "fogline_version"  # not Alembic's default name: a ledger may share a database with another program
UNASKED = "?"  # behind the linker that has seen a claim, until questions were asked about it
APPLICATION_ID = 0x464F474C  # "FOGL" in the header of a SQLite file

metadata = MetaData()

version = Table(VERSION_TABLE, metadata, Column("version_num", Text, primary_key=True))

documents = Table(
    "documents",
    metadata,
    Column("no", RowNo, primary_key=True, autoincrement=False),
    Column("id", Words, nullable=False, unique=True),
    Column("source", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("publisher", Words),
    Column("published_at", Words),
    Column("digest", Words, nullable=False),
    Column("superseded_by", Words),  # id of the version that replaced it; null for the current one
    Column("superseded_at", Words),
    Column("read_at", Words, nullable=False),
    Column("made_by", Words, nullable=False),
    Column("sentences", Integer, nullable=False),
    Column("unused", Integer, nullable=False),
    # Bytes, because PostgreSQL text can hold neither NUL nor lone surrogates and the text must come back unchanged.
    Column("text", LargeBinary, nullable=False),
    Column("payload", Text, nullable=False),
    Column("flags", Text, nullable=False),
    Column("run", Integer, nullable=False, server_default="0"),  # the run that wrote the row last
    Index("documents_run", "run"),
    Index("documents_source", "source"),
    Index("documents_digest", "digest"),
    Index("documents_name", "name"),
)

bands = Table(
    "bands",
    metadata,
    Column("document_no", ForeignKey("documents.no"), nullable=False),
    Column("band", BigInteger, nullable=False),
    Index("bands_band", "band"),
)

copies = Table(
    "copies",
    metadata,
    Column("document_id", Words, primary_key=True),
    Column("of_id", Words, primary_key=True),
    Column("share", Float, nullable=False),
    Column("made_at", Words, nullable=False),
)

mentions = Table(
    "mentions",
    metadata,
    Column("document_no", ForeignKey("documents.no"), primary_key=True),
    Column("made_by", Words, primary_key=True),
    # All mentions of one reading, compressed: none is ever asked for alone, and rows would take six times the room.
    Column("payload", LargeBinary, nullable=False),
)

claims = Table(
    "claims",
    metadata,
    Column("no", RowNo, primary_key=True, autoincrement=False),
    Column("id", Words, nullable=False),
    Column("document_no", ForeignKey("documents.no"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("stance", Words, nullable=False),
    Column("kind", Words, nullable=False),
    Column("status", Words, nullable=False),
    Column("when_from", Text),  # days: a bound with a time of day is cut to its day, so that bounds compare as text
    Column("when_until", Words),
    Column("said_from", Words),
    Column("said_until", Words),
    Column("origin", Words, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("made_by", Words, nullable=False),
    Column("made_at", Words, nullable=False),
    Column("retired_at", Words),
    Column("linked_by", Words),  # the linker that has seen it
    Column("payload", Text, nullable=False),
    Column("counted", Integer, nullable=False, server_default="0"),  # 1 where it gives numbers
    # A claim that a newer reader sees differently gets a new row and the old one is retired.
    Index("claims_id", "id"),
    Index("claims_order", "document_no", "start", "no"),
    # In the order of claims, so that a page is found without sorting all claims of a kind.
    Index("claims_kind", "kind", "document_no", "start", "no"),
    Index("claims_stance", "stance", "document_no", "start", "no"),
    Index("claims_origin", "origin"),
    Index("claims_linked_by", "linked_by"),
    Index("claims_when", "when_from", "when_until"),
)

claim_speakers = Table(
    "claim_speakers",
    metadata,
    Column("claim_no", ForeignKey("claims.no"), nullable=False),
    Column("folded", Words, nullable=False),
    Column("side", Words),
    Column("kind", Words, nullable=False),
    Index("claim_speakers_claim", "claim_no"),
    Index("claim_speakers_folded", "folded"),
    Index("claim_speakers_side", "side"),
)

claim_places = Table(
    "claim_places",
    metadata,
    Column("claim_no", ForeignKey("claims.no"), nullable=False),
    Column("place_id", Words),
    Column("folded", Words, nullable=False),  # the place's name
    Column("written", Words, nullable=False),  # the words of the report
    Column("country", Words),
    Column("region", Words),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("cell", Integer),  # half a degree a side; neighbours and boxes are IN-lists, which outrun a spatial index
    Index("claim_places_claim", "claim_no"),
    Index("claim_places_place", "place_id"),
    Index("claim_places_folded", "folded"),
    Index("claim_places_written", "written"),
    Index("claim_places_region", "region"),
    Index("claim_places_cell", "cell"),
)

claim_blocks = Table(
    "claim_blocks",
    metadata,
    Column("block", Words, primary_key=True),
    Column("claim_id", Words, primary_key=True),
    Index("claim_blocks_claim", "claim_id"),
)

failures = Table(
    "failures",
    metadata,
    Column("no", RowNo, primary_key=True, autoincrement=False),
    Column("id", Words, nullable=False),
    Column("source", Words, nullable=False),
    Column("reason", Words, nullable=False),
    Column("made_at", Words, nullable=False),
    Column("retired_at", Words),  # when the same source was read without it
    Column("payload", Text, nullable=False),
    Index("failures_source", "source"),
)

runs = Table(
    "runs",
    metadata,
    Column("no", RowNo, primary_key=True, autoincrement=False),
    Column("read_at", Words, nullable=False),
    Column("made_by", Words, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("failures", Integer, nullable=False),
)

links = Table(
    "links",
    metadata,
    Column("no", RowNo, primary_key=True, autoincrement=False),
    Column("id", Words, nullable=False),
    Column("left_id", Words, nullable=False),
    Column("right_id", Words, nullable=False),
    Column("relation", Words, nullable=False),
    Column("about", Words, nullable=False),
    Column("score", Float, nullable=False),
    Column("made_by", Words, nullable=False),
    Column("made_at", Words, nullable=False),
    Column("retired_at", Words),
    Column("payload", Text, nullable=False),
    # The matter of the question that it belongs to, empty for none; null until the questions have been asked with it.
    Column("matter", Words),
    Column("joins", Integer, nullable=False, server_default="0"),  # 1 where its claims tell one act
    Index("links_left", "left_id"),
    Index("links_right", "right_id"),
    Index("links_relation", "relation"),
)

questions = Table(
    "questions",
    metadata,
    Column("no", RowNo, primary_key=True, autoincrement=False),
    Column("id", Words, nullable=False),
    Column("about", Words, nullable=False),
    Column("place_id", Words),
    Column("title", Words, nullable=False),
    Column("made_at", Words, nullable=False),
    Column("retired_at", Words),
    Column("payload", Text, nullable=False),
    Column("matter", Words),
    Index("questions_matter", "matter"),
)

question_claims = Table(
    "question_claims",
    metadata,
    Column("question_no", ForeignKey("questions.no"), primary_key=True),
    Column("claim_id", Words, primary_key=True),
    Index("question_claims_claim", "claim_id"),
)

# The claims of a report laid out in fields, as linking last did; `state` tells of which claims, of which run.
frames = Table(
    "frames",
    metadata,
    Column("document_no", ForeignKey("documents.no"), primary_key=True),
    Column("made_by", Words, nullable=False),
    Column("state", Words, nullable=False),
    Column("payload", LargeBinary, nullable=False),
)

# How each question stands now: made from claims and links alone, and replaced when these change.
standings = Table(
    "standings",
    metadata,
    Column("no", RowNo, primary_key=True, autoincrement=False),
    Column("question_no", ForeignKey("questions.no"), nullable=False, unique=True),
    Column("state", Words, nullable=False),
    Column("clashes", Integer, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("payload", Text, nullable=False),
)

reviews = Table(
    "reviews",
    metadata,
    Column("no", RowNo, primary_key=True, autoincrement=False),
    Column("id", Words, nullable=False, unique=True),
    Column("claim_id", Words, nullable=False),
    Column("document_id", Text, nullable=False),  # with the offsets: finds the claim again after a newer reading
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("field", Words, nullable=False),
    Column("before", Words),
    Column("after", Words),
    Column("who", Words, nullable=False),
    Column("made_at", Words, nullable=False),
    Column("why", Words),
    Column("undone_at", Words),
    Column("undone_by", Words),
    Index("reviews_claim", "claim_id"),
    Index("reviews_document", "document_id"),
)

PARTIAL_INDEXES = (
    # An id has one live row at most; the rows that went before it are retired.
    "CREATE UNIQUE INDEX claims_live ON claims (id) WHERE retired_at IS NULL",
    "CREATE UNIQUE INDEX failures_live ON failures (id) WHERE retired_at IS NULL",
    "CREATE UNIQUE INDEX links_live ON links (id) WHERE retired_at IS NULL",
    "CREATE UNIQUE INDEX questions_live ON questions (id) WHERE retired_at IS NULL",
    # The few that no longer stand. An index of all would tempt PostgreSQL to look through the many that do.
    "CREATE INDEX claims_retired ON claims (retired_at) WHERE retired_at IS NOT NULL",
    "CREATE INDEX links_retired ON links (retired_at) WHERE retired_at IS NOT NULL",
    "CREATE INDEX documents_superseded ON documents (superseded_by) WHERE superseded_by IS NOT NULL",
    "CREATE INDEX failures_retired ON failures (retired_at) WHERE retired_at IS NOT NULL",
    "CREATE INDEX questions_retired ON questions (retired_at) WHERE retired_at IS NOT NULL",
    # What a view asks for is found without looking at the claims themselves.
    "CREATE INDEX claims_standing ON claims (document_no, start, no) WHERE retired_at IS NULL",
    "CREATE INDEX claims_counted ON claims (document_no, start, no) WHERE retired_at IS NULL AND counted = 1",
    # Links with which the questions have not been asked: new ones, and those that went since.
    "CREATE INDEX links_new ON links (no) WHERE matter IS NULL",
    "CREATE INDEX links_gone ON links (no) WHERE retired_at IS NOT NULL AND matter <> '-'",
    "CREATE INDEX links_joining_left ON links (left_id) WHERE joins = 1 AND retired_at IS NULL",
    "CREATE INDEX links_joining_right ON links (right_id) WHERE joins = 1 AND retired_at IS NULL",
    "CREATE INDEX links_matter ON links (matter, left_id, right_id) WHERE retired_at IS NULL AND matter <> ''",
)
"""As text: a condition given to Index loads both dialects, a fifth of the time a ledger takes to open."""
