"""The public shapes as the board gives them: no path of this machine, and what people decided beside the reading."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from fogline.exports.contract import JsonObject, claim_object, document_object
from fogline.ledger.rows import DocumentRow, FailureRow, Review
from fogline.records.claims import Claim
from fogline.records.codec import Json
from fogline.records.documents import Document
from fogline.records.failures import REASONS, Failure
from fogline.views.speakers import Shares

__all__ = [
    "claim_shape",
    "document_shape",
    "failure_shape",
    "report_shape",
    "review_shape",
    "without_paths",
]

# A folder in front of a name, on either kind of machine. Web addresses are kept: `//` before the first name.
PATH = re.compile(r"(?<![\w:/.])(?:[A-Za-z]:)?(?:[/\\][^/\\\s:,;'\"]+)+[/\\](?=[^/\\\s])")


def without_paths(text: str) -> str:
    """A message without the folders of this machine: file names alone are left."""
    return PATH.sub("", text)


def document_shape(document: Document) -> JsonObject:
    """What is known about a report; `path` is left out, a reader of the board has no use for it."""
    return {key: value for key, value in document_object(document).items() if key != "path"}


def claim_shape(claim: Claim, document: Document, reviews: Sequence[Review] = ()) -> JsonObject:
    """A claim with its report and what people decided about it."""
    return {
        **claim_object(claim, document),
        "document": document_shape(document),
        "extent": claim.extent,
        "review": _decided(reviews),
    }


def report_shape(row: DocumentRow, shares: Shares | None = None) -> JsonObject:
    """A report as a row of the list."""
    return {
        **document_shape(row.document),
        "author": row.document.author,
        "language": row.document.language,
        "read_at": row.read_at,
        "made_by": row.made_by,
        "characters": len(row.document.text),
        "sentences": row.sentences,
        "unused_sentences": row.unused,
        "claims": row.claims,
        "own_voice": shares.own_voice if shares else 0,
        "sides": dict(shares.sides) if shares else {},
        "superseded_by": row.superseded_by,
        "copy_of": row.copy_of.of_id if row.copy_of else None,
        "copy_share": row.copy_of.share if row.copy_of else None,
        "notes": [without_paths(note) for note in row.document.notes],
    }


def failure_shape(failure: Failure | FailureRow) -> JsonObject:
    """Something that was skipped, in words."""
    made_at = failure.made_at if isinstance(failure, FailureRow) else None
    held = failure.failure if isinstance(failure, FailureRow) else failure
    return {
        "source": without_paths(held.source),
        "reason": held.reason,
        "meaning": REASONS.get(held.reason, ""),
        "message": without_paths(held.message),
        "stage": held.stage,
        "document_id": held.document_id,
        "made_at": made_at,
    }


def review_shape(review: Review) -> JsonObject:
    """A decision of a person."""
    return {
        "id": review.id,
        "claim_id": review.claim_id,
        "document_id": review.document_id,
        "start": review.start,
        "end": review.end,
        "field": review.field,
        "before": _value(review.before),
        "after": _value(review.after),
        "who": review.who,
        "why": review.why,
        "made_at": review.made_at,
        "undone_at": review.undone_at,
        "undone_by": review.undone_by,
    }


def _decided(reviews: Sequence[Review]) -> JsonObject:
    """The state of a claim; for each field that was corrected what stands, what the machine read, and who said so."""
    state: Json = "proposed"
    corrections: dict[str, Json] = {}
    machine: dict[str, Json] = {}
    who: dict[str, Json] = {}
    for review in reviews:
        who[review.field] = review.who
        if review.field == "verdict":
            state = _value(review.after)
        else:
            corrections[review.field] = _value(review.after)
            machine.setdefault(review.field, _value(review.before))
    if corrections and state != "rejected":
        state = "corrected"
    return {"state": state, "corrections": corrections, "machine": machine, "who": who}


def _value(text: str | None) -> Json:
    if text is None:
        return None
    value: Json = json.loads(text)
    return value
