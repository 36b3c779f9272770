"""What people decided about claims: added, undone, never overwritten."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from sqlalchemy import Connection, insert, select, update

from fogline.errors import RunError
from fogline.ledger import schema
from fogline.ledger.numbering import next_no
from fogline.ledger.rows import Review

__all__ = ["add_review", "reviews_held", "undo_review"]

REVIEWS = schema.reviews.c
FIELDS = tuple(Review.__dataclass_fields__)


def add_review(connection: Connection, review: Review) -> None:
    """Keep a decision. Raises RunError where one with this id is kept already."""
    if connection.execute(select(REVIEWS.no).where(REVIEWS.id == review.id)).first():
        raise RunError(f"the review {review.id} is in the ledger already")
    connection.execute(insert(schema.reviews).values(no=next_no(connection, schema.reviews), **asdict(review)))


def undo_review(connection: Connection, review_id: str, undone_at: str, undone_by: str) -> None:
    """Mark a decision as undone. Raises RunError where there is none that stands."""
    held = update(schema.reviews).where(REVIEWS.id == review_id, REVIEWS.undone_at.is_(None))
    if not connection.execute(held.values(undone_at=undone_at, undone_by=undone_by)).rowcount:
        raise RunError(f"no review {review_id} in the ledger to undo")


def reviews_held(connection: Connection, *, claim_id: str | None = None, undone: bool = False) -> Iterator[Review]:
    """Decisions in the order they were made; with `undone` also those taken back."""
    statement = select(*(REVIEWS[name] for name in FIELDS)).order_by(REVIEWS.no)
    if claim_id is not None:
        statement = statement.where(REVIEWS.claim_id == claim_id)
    if not undone:
        statement = statement.where(REVIEWS.undone_at.is_(None))
    for row in connection.execute(statement):
        yield Review(*row)
