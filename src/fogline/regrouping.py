"""Questions as people group them: two made one, or claims taken out into a question of their own."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from fogline.errors import ItemError
from fogline.ledger.rows import Review
from fogline.records.claims import Claim
from fogline.records.codec import Json
from fogline.records.ids import stable_id
from fogline.records.links import Question

__all__ = ["REGROUPED", "merging", "regrouped", "shaping", "split_id", "splitting"]

REGROUPED = ("merge", "split")
LEAST_SHARE = 0.5  # of the claims of a question that it must still hold to be the same one


def merging(into: Question, other: Question, anchor: Claim, who: str) -> Review:
    """The decision that two questions are one, which goes on under the name of `into`.

    `anchor` is a claim of `into`. Raises ItemError (`malformed`) where both are the same question.
    """
    if into.id == other.id:
        raise ItemError("malformed", "a question cannot be merged with itself")
    return _review("merge", anchor, {"into": _told(into), "other": _told(other)}, who)


def splitting(question: Question, claim_ids: Sequence[str], title: str, anchor: Claim, who: str) -> Review:
    """The decision that some claims of a question are another matter, to be called `title`; `anchor` is one of them.

    Raises ItemError (`malformed`) where nothing would leave or stay.
    """
    leaving = [claim_id for claim_id in question.claim_ids if claim_id in set(claim_ids)]
    if not leaving or len(leaving) == len(question.claim_ids):
        raise ItemError("malformed", "choose some claims of the question, but not all")
    return _review("split", anchor, {"question": _told(question), "claims": [*leaving], "title": title}, who)


def regrouped(
    questions: Iterable[Question], reviews: Iterable[Review], order: Callable[[str], tuple[int, str]]
) -> tuple[Question, ...]:
    """The questions with the decisions that stand applied, in the order they were made; `order` sorts claims."""
    held = list(questions)
    for review in reviews:
        value = json.loads(review.after or "null")
        if review.field == "merge":
            held = _merged(held, value, order)
        elif review.field == "split":
            held = _split(held, value, split_id(review))
    return tuple(held)


def shaping(question_id: str, reviews: Iterable[Review]) -> list[Review]:
    """The merges and splits that made a question what it is."""
    return [
        review for review in reviews if review.field in REGROUPED and question_id in (*_named(review), split_id(review))
    ]


def _review(field: str, anchor: Claim, after: dict[str, Json], who: str) -> Review:
    return Review(
        id=f"r-{secrets.token_hex(8)}",
        claim_id=anchor.id,
        document_id=anchor.document_id,
        start=anchor.start,
        end=anchor.end,
        field=field,
        before=None,
        after=json.dumps(after),
        who=who,
        made_at=datetime.now(UTC).isoformat(timespec="milliseconds"),
    )


def _told(question: Question) -> dict[str, Json]:
    return {
        "id": question.id,
        "title": question.title,
        "about": question.about,
        "claims": [*question.claim_ids],
    }


def _named(review: Review) -> list[str]:
    value = json.loads(review.after or "{}")
    return [value[part]["id"] for part in ("into", "question") if part in value]


def split_id(review: Review) -> str:
    """The id of the question that a split makes."""
    return stable_id("q", "split", review.id)


def _merged(held: list[Question], value: dict[str, Json], order: Callable[[str], tuple[int, str]]) -> list[Question]:
    into, other = _find(held, value.get("into")), _find(held, value.get("other"))
    if into is None or other is None or into.id == other.id:
        return held
    claim_ids = tuple(sorted({*into.claim_ids, *other.claim_ids}, key=order))
    one = replace(into, claim_ids=claim_ids)
    return [one if question.id == into.id else question for question in held if question.id != other.id]


def _split(held: list[Question], value: dict[str, Json], new_id: str) -> list[Question]:
    question, listed = _find(held, value.get("question")), value.get("claims")
    leaving = set(listed) if isinstance(listed, list) else set()
    if question is None or not leaving & set(question.claim_ids) or leaving >= set(question.claim_ids):
        return held
    stays = replace(question, claim_ids=tuple(one for one in question.claim_ids if one not in leaving))
    left = tuple(one for one in question.claim_ids if one in leaving)
    apart = replace(question, id=new_id, title=str(value.get("title") or question.title), claim_ids=left)
    at = held.index(question)
    return [*held[:at], stays, apart, *held[at + 1 :]]


def _find(held: Sequence[Question], told: Json) -> Question | None:
    """The question of that id; where linking has renamed it, the one about the same that holds most of its claims."""
    if not isinstance(told, dict) or not isinstance(told.get("claims"), list):
        return None
    listed = told["claims"]
    claims = set(listed) if isinstance(listed, list) else set()
    same = next((question for question in held if question.id == told.get("id")), None)
    if same is not None or not claims:
        return same
    alike = [question for question in held if question.about == told.get("about")]
    best = max(alike, key=lambda question: len(claims & set(question.claim_ids)), default=None)
    return best if best and len(claims & set(best.claim_ids)) >= LEAST_SHARE * len(claims) else None
