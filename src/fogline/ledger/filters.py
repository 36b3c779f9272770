"""A claim filter as SQL conditions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import ColumnElement, CompoundSelect, Select, exists, func, literal_column, or_, select, union_all

from fogline.errors import RunError
from fogline.ledger import schema
from fogline.ledger.dialects import Dialect
from fogline.ledger.rows import ClaimFilter, Having
from fogline.ledger.search import fold, parse_search

__all__ = ["conditions", "iso_day"]

CLAIMS = schema.claims.c
DOCUMENTS = schema.documents.c
PLACES = schema.claim_places.c
SPEAKERS = schema.claim_speakers.c

Condition = ColumnElement[bool]
DAY = len("2025-03-16")


def conditions(wanted: ClaimFilter, dialect: Dialect) -> list[Condition]:
    """What rows of claims must fulfil. Raises RunError where a day is not an ISO date.

    What is asked of the report is asked of its number: a join would look up the report of every claim.
    """
    return [*_currency(wanted), *_equal(wanted), *_found(wanted, dialect), *_when(wanted), *_as_of(wanted)]


def _currency(wanted: ClaimFilter) -> Iterator[Condition]:
    """Claims that stand: now, or by the end of the day that is asked for by the clock of reading."""
    retired: Condition = CLAIMS.retired_at.is_not(None)
    superseded: Condition = DOCUMENTS.superseded_by.is_not(None)
    if wanted.as_of is not None and wanted.clock == "read":
        latest = iso_day("as-of", wanted.as_of)
        yield func.substr(CLAIMS.made_at, 1, DAY) <= latest
        retired = retired & (func.substr(CLAIMS.retired_at, 1, DAY) <= latest)
        superseded = superseded & (func.substr(DOCUMENTS.superseded_at, 1, DAY) <= latest)
    if not wanted.retired:
        yield ~retired
    if not wanted.superseded:
        yield ~_of_report(superseded)


def _of_report(condition: Condition) -> Condition:
    """That the report of a claim fulfils a condition."""
    return CLAIMS.document_no.in_(select(DOCUMENTS.no).where(condition))


def _equal(wanted: ClaimFilter) -> Iterator[Condition]:
    for column, value in (
        (CLAIMS.kind, wanted.kind),
        (CLAIMS.stance, wanted.stance),
        (CLAIMS.status, wanted.status),
        (CLAIMS.origin, wanted.origin),
    ):
        if value is not None:
            yield column == value
    if wanted.having is not None:
        yield _having(wanted.having)
    if wanted.not_linked_by is not None:
        seen = (wanted.not_linked_by, wanted.not_linked_by + schema.UNASKED)
        yield CLAIMS.linked_by.is_(None) | CLAIMS.linked_by.not_in(seen)
    if wanted.ids is not None:
        yield CLAIMS.id.in_(wanted.ids)
    if wanted.document is not None:
        yield _of_report(or_(DOCUMENTS.id == wanted.document, DOCUMENTS.name == wanted.document))


def _having(part: Having) -> Condition:
    """What may give a number, a time or a place; the views look closer."""
    if part == "numbers":
        return CLAIMS.counted == literal_column("1")  # as the index says it: a bound value would pass it by
    if part == "time":
        return CLAIMS.when_from.is_not(None) | CLAIMS.when_until.is_not(None)
    return exists().where(PLACES.claim_no == CLAIMS.no).correlate(schema.claims)


def _found(wanted: ClaimFilter, dialect: Dialect) -> Iterator[Condition]:
    if wanted.speaker is not None:
        part = fold(wanted.speaker.strip())
        named = SPEAKERS.folded.contains(part, autoescape=True)
        yield CLAIMS.no.in_(select(SPEAKERS.claim_no).where(named))
    # Many claims have a speaker, and a side: asked claim by claim, a page is full long before a list of them would be.
    spoken = exists().where(SPEAKERS.claim_no == CLAIMS.no).correlate(schema.claims)
    if wanted.own_voice is not None:
        yield ~spoken if wanted.own_voice else spoken
    if wanted.side is not None:
        yield spoken.where(SPEAKERS.side == fold(wanted.side))
    if wanted.place is not None:
        yield CLAIMS.no.in_(_claims_about(wanted.place.strip()))
    if wanted.text is not None:
        yield CLAIMS.no.in_(dialect.found(parse_search(wanted.text)))


def _claims_about(place: str) -> Select[tuple[int]] | CompoundSelect[tuple[int]]:
    """Claims about a place or something inside it, by its id, its name or the words of a report."""
    scheme, _, code = place.partition(":")
    claims = select(PLACES.claim_no)
    if code:
        inside = {"iso3166-1": PLACES.country, "iso3166-2": PLACES.region}.get(scheme)
        same = PLACES.place_id == place
        return claims.where(same if inside is None else same | (inside == code))
    name = fold(place)
    named = PLACES.folded == name
    region, country = (
        select(column).where(named, PLACES.place_id == prefix + column)
        for column, prefix in ((PLACES.region, "iso3166-2:"), (PLACES.country, "iso3166-1:"))
    )
    # A union, not OR: each part is then found by its own index.
    return union_all(
        claims.where(named),
        claims.where(PLACES.written == name),
        claims.where(PLACES.place_id.in_(select(PLACES.place_id).where(named))),
        claims.where(PLACES.region.in_(region)),
        claims.where(PLACES.country.in_(country)),
    )


def _when(wanted: ClaimFilter) -> Iterator[Condition]:
    """Claims whose time may meet the days asked for; an open end reaches any day, no time at all reaches none."""
    start, end = CLAIMS.when_from, CLAIMS.when_until
    if wanted.since is not None:
        yield (end >= iso_day("since", wanted.since)) | (end.is_(None) & start.is_not(None))
    if wanted.until is not None:
        yield (start <= iso_day("until", wanted.until)) | (start.is_(None) & end.is_not(None))


def _as_of(wanted: ClaimFilter) -> Iterator[Condition]:
    if wanted.as_of is None or wanted.clock == "read":
        return
    latest = iso_day("as-of", wanted.as_of)
    published = _of_report(func.substr(DOCUMENTS.published_at, 1, DAY) <= latest)
    if wanted.clock == "happened":
        yield CLAIMS.when_from <= latest
    elif wanted.clock == "said":
        # What was published had been said: publication stands in where the time of saying is not known.
        yield (CLAIMS.said_from <= latest) | (CLAIMS.said_from.is_(None) & published)
    else:
        yield published


def iso_day(name: str, value: str) -> str:
    """`value` as an ISO day. Raises RunError, naming the option, where it is none."""
    try:
        return date.fromisoformat(value[:DAY]).isoformat()
    except ValueError:
        raise RunError(f"{name}: {value!r} is not a day; write it as 2025-03-16") from None
