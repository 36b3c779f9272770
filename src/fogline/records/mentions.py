"""What a report names: actors, places, times, quantities, each with the words that name it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from fogline.records.spans import Span

__all__ = [
    "Actor",
    "ActorKind",
    "ActorMention",
    "Mention",
    "Place",
    "PlaceMention",
    "PlacePrecision",
    "Quantity",
    "QuantityMention",
    "TimeBasis",
    "TimeMention",
    "TimeRange",
]

PlacePrecision = Literal["point", "town", "district", "region", "country", "water", "area"]
TimePrecision = Literal["minute", "hour", "day", "week", "month", "season", "quarter", "year", "vague"]
TimeBasis = Literal["stated", "relative", "inferred", "none"]
ActorKind = Literal["person", "government", "armed_force", "organisation", "media", "document", "people", "unnamed"]
QuantityRole = Literal["value", "previous", "part", "conversion"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer or of a pack.

    `id` is `geonames:706483`, `iso3166-2:RU-KRS`, `iso3166-1:UA` or `fogline:oskil-river`; `iso3166-1:CD/east` for a
    part, `iso3166-1:TD/border-SD` for a border, `text:tamkoro` for a place that only the report knows. Latitude and
    longitude in degrees (WGS 84). `country` is ISO 3166-1 alpha-2, `region` ISO 3166-2 where known; neither says who
    governs.
    """

    id: str
    name: str
    latitude: float | None
    longitude: float | None
    precision: PlacePrecision
    country: str | None = None
    region: str | None = None


@dataclass(frozen=True, slots=True)
class TimeRange:
    """When, as an interval: `earliest` and `latest` are ISO dates or date-times, inclusive; None is open or unknown.

    `timex` is the TIMEX3 value ("2025-03-16", "2024-08", "P7M", "PAST_REF"); `modifier` the TIMEX3 mod
    ("START", "END", "APPROX", "BEFORE", "AFTER", "MORE_THAN", ...). `is_duration` marks spans of time such as "for
    three days" and `is_set` frequencies such as "every week": neither says when something happened.
    """

    timex: str
    earliest: str | None
    latest: str | None
    precision: TimePrecision
    basis: TimeBasis
    modifier: str | None = None
    is_duration: bool = False
    is_set: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many or how much, as written: low and high bound in `unit`, None where a side is open.

    `of` is what is counted, in the words of the text. `scope` narrows it ("killed", "wounded", "killed or wounded",
    "missing", "captured", "displaced"), `whose` says whose. `role` tells a plain value from the earlier value of a
    revision ("down from 1,368"), a part ("including 3 children") and a conversion ("(42 square miles)").
    """

    low: float | None
    high: float | None
    unit: str
    of: str | None = None
    approximate: bool = False
    scope: str | None = None
    whose: str | None = None
    role: QuantityRole = "value"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts or speaks: the resolved name, what kind of actor, and the side if one is known."""

    name: str
    kind: ActorKind
    side: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Words that name a place.

    `place` is None where the words could not be resolved. A `metonym` ("Moscow said") names an actor by its seat.
    `modifier` keeps "near", "north of", "20 km from"; `radius_km` is how far from `place` the mention can reach.
    `reason` says in words why this candidate was taken; `flag` that the text and the gazetteer disagree. `derived`
    marks a place taken over from the context of the sentence it is shown with.
    """

    span: Span
    sentence: int
    place: Place | None
    metonym: bool = False
    modifier: str | None = None
    radius_km: float | None = None
    reason: str | None = None
    flag: str | None = None
    candidates: tuple[Place, ...] = ()
    derived: bool = False


@dataclass(frozen=True, slots=True)
class TimeMention:
    """Words that say when, how long or how often; `derived` marks a time taken over from the context."""

    span: Span
    sentence: int
    time: TimeRange
    derived: bool = False


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """Words that say how many; `flag` tells that a dual unit does not agree with its twin."""

    span: Span
    sentence: int
    quantity: Quantity
    flag: str | None = None


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Words that name an actor, a pronoun included; `actor.name` is what they stand for."""

    span: Span
    sentence: int
    actor: Actor


Mention = PlaceMention | TimeMention | QuantityMention | ActorMention
