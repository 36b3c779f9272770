"""A claim as people decided it is: the machine's reading with their corrections in its place."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace

from fogline.ledger.rows import Review
from fogline.records.claims import Claim, Speaker
from fogline.records.codec import Json
from fogline.records.documents import Document
from fogline.records.mentions import Place, PlaceMention, Quantity, QuantityMention, TimeMention, TimeRange
from fogline.records.spans import Span

__all__ = ["CORRECTED", "REJECTED", "corrected"]

REJECTED = "verdict"
"""What stands in `Claim.reviewed` of a claim that people rejected."""
WORDS = ("stance", "kind", "status")  # fields that hold one word; checked when the decision was made

Correction = Callable[[Claim, Json, Document], Claim]


def corrected(claim: Claim, document: Document, decisions: Sequence[Review]) -> Claim:
    """The claim with the decisions that stand applied, the latest about a field counting; `reviewed` names what moved.

    A decision that this version cannot apply changes nothing.
    """
    latest = {decision.field: json.loads(decision.after or "null") for decision in decisions}
    told, moved = claim, []
    for field, value in latest.items():
        made = CORRECTED[field](told, value, document) if field in CORRECTED else told
        if made != told:
            moved.append(field)
        told = made
    rejected = [REJECTED] if latest.get("verdict") == "rejected" else []
    return replace(told, reviewed=tuple(sorted([*moved, *rejected])))


def _speaker(claim: Claim, value: Json, document: Document) -> Claim:
    if value is None:
        return replace(claim, speaker=None, speakers=())
    told = {"name": value} if isinstance(value, str) else value
    if not isinstance(told, dict) or not isinstance(told.get("name"), str):
        return claim
    name, kind, side = str(told["name"]), told.get("kind"), told.get("side")
    known = next((one for one in claim.speakers if one.name == name), None)
    where = known.span if known else _named_in(claim, name) or (claim.speaker.span if claim.speaker else None)
    made = Speaker(
        name,
        _actor_kind(kind) or (known.kind if known else "organisation"),  # type: ignore[arg-type]
        str(side) if side else (known.side if known and "side" not in told else None),
        where,
    )
    return replace(claim, speaker=made, speakers=(made,))


def _named_in(claim: Claim, name: str) -> Span | None:
    """The words of the sentence that name somebody, by the whole name or its last word.

    Where there are none, the words that the machine took for the speaker stand for that name, as a pronoun does.
    """
    for words in (name, name.rsplit(maxsplit=1)[-1]):
        at = claim.sentence.text.find(words)
        if at >= 0:
            start = claim.sentence.start + at
            return Span(start, start + len(words), words)
    return None


def _actor_kind(kind: Json) -> str | None:
    return kind if isinstance(kind, str) and kind else None


def _word(field: str) -> Correction:
    def put(claim: Claim, value: Json, document: Document) -> Claim:
        if not isinstance(value, str):
            return claim
        made = replace(claim, **{field: value})  # type: ignore[arg-type]
        return replace(made, extent=None) if field == "kind" and value != "control" else made

    return put


def _evidence(claim: Claim, value: Json, document: Document) -> Claim:
    found = [_given_span(span, document) for span in value] if isinstance(value, list) else []
    spans = tuple(sorted(span for span in found if span))
    if not spans:
        return claim
    start = min(claim.sentence.start, spans[0].start)
    end = max(claim.sentence.end, *(span.end for span in spans))
    return replace(claim, evidence=spans, sentence=Span(start, end, document.text[start:end]))


def _places(claim: Claim, value: Json, document: Document) -> Claim:
    rows: list[Json] = [{"name": value}] if isinstance(value, str) else value if isinstance(value, list) else []
    made = tuple(_place(claim, row) for row in rows if isinstance(row, dict) and row.get("name"))
    return replace(claim, places=made)


def _place(claim: Claim, row: dict[str, Json]) -> PlaceMention:
    name = str(row["name"])
    span = _words_in(claim, name)
    before = next((mention for mention in claim.places if _is_it(mention, row)), None)
    if before:
        return before
    place = None
    if isinstance(row.get("id"), str):
        place = Place(
            str(row["id"]),
            name,
            _number(row.get("latitude")),
            _number(row.get("longitude")),
            str(row.get("precision") or "area"),  # type: ignore[arg-type]
            _text(row.get("country")),
            _text(row.get("region")),
        )
    return PlaceMention(span, claim.sentence_index, place, reason="a person said so")


def _is_it(mention: PlaceMention, row: dict[str, Json]) -> bool:
    """Whether a place is one that the machine read: then all it knows of it stays."""
    if mention.place is None:
        return row.get("id") is None and mention.span.text == row["name"]
    return mention.place.id == row.get("id")


def _when(claim: Claim, value: Json, document: Document) -> Claim:
    if value is None:
        return replace(claim, when=None)
    if not isinstance(value, dict):
        return claim
    earliest, latest = _text(value.get("earliest")), _text(value.get("latest"))
    timex = earliest if earliest == latest and earliest else f"{earliest or '..'}/{latest or '..'}"
    span = claim.when.span if claim.when else claim.evidence[0]
    made = TimeMention(span, claim.sentence_index, TimeRange(timex, earliest, latest, "day", "stated"))
    return replace(claim, when=made)


def _quantities(claim: Claim, value: Json, document: Document) -> Claim:
    rows = [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
    made = tuple(_quantity(claim, at, row) for at, row in enumerate(rows))
    return replace(claim, quantities=made)


def _quantity(claim: Claim, at: int, row: dict[str, Json]) -> QuantityMention:
    before = claim.quantities[at] if at < len(claim.quantities) else None
    low, high, unit = _number(row.get("low")), _number(row.get("high")), str(row.get("unit") or "count")
    of = _text(row.get("of")) or (before.quantity.of if before else None)
    if before is None:
        return QuantityMention(claim.evidence[0], claim.sentence_index, Quantity(low, high, unit, of))
    return replace(before, quantity=replace(before.quantity, low=low, high=high, unit=unit, of=of))


def _words_in(claim: Claim, words: str) -> Span:
    """Where the words stand in the claim; its first words where they do not."""
    for span in claim.evidence:
        at = span.text.casefold().find(words.casefold())
        if at >= 0 and len(span.text.casefold()) == len(span.text):
            return Span(span.start + at, span.start + at + len(words), span.text[at : at + len(words)])
    return claim.evidence[0]


def _given_span(value: Json, document: Document) -> Span | None:
    start, end = (value.get("start"), value.get("end")) if isinstance(value, dict) else (None, None)
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(document.text)):
        return None
    return Span(start, end, document.text[start:end]) if document.text[start:end].strip() else None


def _number(value: Json) -> float | None:
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def _text(value: Json) -> str | None:
    return value if isinstance(value, str) and value else None


CORRECTED: dict[str, Correction] = {
    "speaker": _speaker,
    **{field: _word(field) for field in WORDS},
    "evidence": _evidence,
    "places": _places,
    "when": _when,
    "quantities": _quantities,
}
"""How each field that people can correct is put into a claim."""
