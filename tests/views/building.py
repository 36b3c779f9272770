"""Claims made by hand for tests of views."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.records.claims import Claim, Extent, Kind, Party, Speaker, Stance, Status
from fogline.records.documents import Document
from fogline.records.ids import stable_id
from fogline.records.links import About, Link, Relation
from fogline.records.mentions import (
    Actor,
    Place,
    PlaceMention,
    PlacePrecision,
    Quantity,
    QuantityMention,
    TimeMention,
    TimeRange,
)
from fogline.records.spans import Span
from fogline.views.citing import Cited

__all__ = ["PORT", "PROVINCE", "Told", "cited", "link", "region", "town"]


def town(name: str, number: int, region_code: str | None = "VD-01") -> Place:
    """A town of an invented country."""
    return Place(f"geonames:{number}", name, 12.5, 41.25, "town", "VD", region_code)


def region(name: str, code: str, precision: PlacePrecision = "region") -> Place:
    """A region of an invented country."""
    return Place(f"iso3166-2:{code}", name, 12.0, 41.0, precision, "VD", code)


PORT, PROVINCE = town("Port Almeida", 9001), region("Almeida Province", "VD-01")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is told of a claim besides its words."""

    who: str | None = None
    side: str | None = None
    report: str = "wire.txt"
    published: str | None = "2031-05-06"
    kind: Kind = "control"
    stance: Stance = "asserts"
    status: Status = "actual"
    predicate: str | None = None
    actors: tuple[tuple[str, str | None], ...] = ()
    targets: tuple[tuple[str, str | None], ...] = ()
    places: tuple[Place, ...] = (PORT,)
    happened: tuple[str | None, str | None] | None = None
    said: str | None = None
    quantities: tuple[tuple[str, Quantity], ...] = ()
    extent: Extent | None = None


PLAIN = Told()


def cited(words: str, told: Told = PLAIN) -> Cited:
    """A claim of these words in a report of one sentence."""
    text = f"It was said that {words}."
    report = Document(
        stable_id("d", told.report, text),
        told.report,
        told.report,
        text,
        "0",
        publisher=told.report.split(".", maxsplit=1)[0].title(),
        published_at=told.published,
    )
    start = text.index(words)
    speaker = Speaker(told.who, "person", told.side, None) if told.who else None
    claim = Claim(
        id=stable_id("c", report.id, words, told.who or "", told.published or ""),
        document_id=report.id,
        sentence=Span(0, len(text), text),
        sentence_index=0,
        evidence=(Span(start, start + len(words), words),),
        speaker=speaker,
        cue=None,
        stance=told.stance,
        kind=told.kind,
        status=told.status,
        origin=stable_id("o", report.id),
        made_by="hand",
        speakers=(speaker,) if speaker else (),
        predicate=told.predicate,
        actors=tuple(_party(text, *actor) for actor in told.actors),
        targets=tuple(_party(text, *actor) for actor in told.targets),
        places=tuple(PlaceMention(_named(text, place.name), 0, place) for place in told.places),
        when=_time(*told.happened) if told.happened else None,
        said_at=_time(told.said, told.said) if told.said else None,
        quantities=tuple(QuantityMention(_span(text, figure), 0, quantity) for figure, quantity in told.quantities),
        extent=told.extent,
    )
    return claim, report


def link(left: Cited, right: Cited, relation: Relation, about: About = "control") -> Link:
    """A link that counts."""
    ids = (left[0].id, right[0].id)
    return Link(stable_id("l", *ids), *ids, relation, about, "because they say so", 0.9, "hand")


def _party(text: str, name: str, side: str | None) -> Party:
    return Party(Actor(name, "armed_force", side), _span(text, name) if name in text else None)


def _named(text: str, name: str) -> Span:
    return _span(text, name) if name in text else Span(0, 2, "It")


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


def _time(first: str | None, last: str | None) -> TimeMention:
    return TimeMention(Span(0, 2, "It"), 0, TimeRange("X", first, last, "day", "stated"))
