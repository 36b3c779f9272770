"""What is kept: reports, claims, failures, links, questions and reviews, in SQLite or PostgreSQL."""

from __future__ import annotations

from fogline.ledger.ledger import Ledger
from fogline.ledger.rows import (
    Added,
    ClaimFilter,
    Clock,
    CopyOf,
    Counts,
    DocumentRow,
    FailureRow,
    Linked,
    LinkRow,
    Review,
)

__all__ = [
    "Added",
    "ClaimFilter",
    "Clock",
    "CopyOf",
    "Counts",
    "DocumentRow",
    "FailureRow",
    "Ledger",
    "LinkRow",
    "Linked",
    "Review",
]
