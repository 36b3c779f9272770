"""Numbers of the same thing beside each other: who gives which figure when, and how far the figures lie apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from fogline.records.claims import Claim
from fogline.records.codec import Json
from fogline.records.mentions import QuantityMention
from fogline.views.citing import Citation, Cited, cite, party_of
from fogline.views.dating import Dated, speaks_for
from fogline.views.located import Spot, spots_of
from fogline.views.measures import Measure, measure_of

__all__ = ["Bound", "Figure", "NumberSeries", "SeriesKey", "TellsNumber", "is_denied", "number_series", "told_numbers"]

TellsNumber = tuple["SeriesKey", Spot | None, QuantityMention, Measure]
"""A number of a claim: its series, its place, the words, and the number on the scale of the series."""

NOT_FIGURES = frozenset({"declines", "unconfirmed"})


@dataclass(frozen=True, slots=True, order=True)
class SeriesKey:
    """What makes figures comparable: what is counted, in which state, whose, in which unit, and the matter or place.

    Figures without either are comparable within their report alone.
    """

    counted: str
    scope: str
    whose: str
    unit: str
    matter: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of one claimant: bounds in the unit of its series, None where open; `words` as written.

    `derived` tells that it was converted from another unit, `role` that it is an earlier value or a part of another.
    `denied` marks a figure that its speaker denies or doubts: it bounds nothing.
    """

    claimant: str
    date: Dated
    low: float | None
    high: float | None
    approximate: bool
    derived: bool
    role: str
    denied: bool
    words: str
    origin: str
    citation: Citation

    @property
    def floor(self) -> float:
        """Its low bound, or the high one where the low side is open."""
        return self.low if self.low is not None else self.high or 0.0

    @property
    def ceiling(self) -> float:
        """Its high bound, or the low one where the high side is open."""
        return self.high if self.high is not None else self.low or 0.0

    def to_json(self) -> dict[str, Json]:
        """The figure as JSON values."""
        return {
            "claimant": self.claimant,
            "date": self.date.day,
            "clock": self.date.clock,
            "inferred": self.date.inferred,
            "low": self.low,
            "high": self.high,
            "approximate": self.approximate,
            "derived": self.derived,
            "role": self.role,
            "denied": self.denied,
            "words": self.words,
            "citation": self.citation.to_json(),
        }


@dataclass(frozen=True, slots=True)
class Bound:
    """A bound across claimants and the figure that gives it, with its sentence.

    `open_` is "below" where the figure has no low end ("up to 70"), "above" where it has no high end ("over 230"): the
    value is then the end that is told.
    """

    value: float
    figure: Figure
    open_: Literal["below", "above"] | None = None

    def to_json(self) -> dict[str, Json]:
        """The bound as JSON values."""
        return {"value": self.value, "open": self.open_, "figure": self.figure.to_json()}


@dataclass(frozen=True, slots=True)
class NumberSeries:
    """All figures of one thing by date, and the lowest, most often told and highest of them.

    `low` and `high` are the outermost bounds anybody gives. `best` is the figure that most claimants give in acts of
    their own, the latest of those: it is how often a figure is told, no judgement that it is right. All three are None
    where only denied, partial or earlier values are given.
    """

    key: SeriesKey
    place: str | None
    figures: tuple[Figure, ...]
    low: Bound | None
    best: Bound | None
    high: Bound | None

    @property
    def claimants(self) -> tuple[str, ...]:
        """Who gives figures, in the order of the first."""
        return tuple(dict.fromkeys(figure.claimant for figure in self.figures))

    @property
    def title(self) -> str:
        """What is counted, in words."""
        known = self.key.whose.removesuffix("combatant").strip() if self.key.counted == "troops" else self.key.whose
        whose = f"{known} " if known else ""
        scope = f" {self.key.scope}" if self.key.scope else ""
        where = f", {self.place}" if self.place else ""
        return f"{whose}{self.key.counted}{scope}{where}"

    def to_json(self) -> dict[str, Json]:
        """The series as JSON values."""
        return {
            "title": self.title,
            "counted": self.key.counted,
            "scope": self.key.scope or None,
            "whose": self.key.whose or None,
            "unit": self.key.unit,
            "matter": self.key.matter or None,
            "place": self.place,
            "claimants": list(self.claimants),
            "low": self.low.to_json() if self.low else None,
            "best": self.best.to_json() if self.best else None,
            "high": self.high.to_json() if self.high else None,
            "figures": [figure.to_json() for figure in self.figures],
        }


def number_series(
    claims: Iterable[Cited], matters: Mapping[str, str] | None = None, *, least_claimants: int = 1
) -> tuple[NumberSeries, ...]:
    """The series of `claims`, those with most claimants first.

    `matters` gives claim id -> the question it speaks to, which then stands in for the place.
    """
    grouped: defaultdict[SeriesKey, list[tuple[Spot | None, Figure]]] = defaultdict(list)
    for claim, document in claims:
        if not claim.quantities:
            continue
        told = list(told_numbers((claim, document), matters or {}))
        if not told:
            continue
        about = (party_of(claim, document), speaks_for(claim, document), cite(claim, document))
        for key, spot, mention, measure in told:
            grouped[key].append((spot, _figure(claim, mention, measure, about)))
    made = [
        _series(key, _place_of(spot for spot, _ in part), [figure for _, figure in part])
        for key, figures in grouped.items()
        for part in _by_region(figures)
    ]
    wanted = [series for series in made if len(series.claimants) >= least_claimants]
    return tuple(sorted(wanted, key=lambda one: (-len(one.claimants), -len(one.figures), one.key, one.place or "")))


def _by_region(figures: list[tuple[Spot | None, Figure]]) -> list[list[tuple[Spot | None, Figure]]]:
    """The figures of a matter region by region where there are several: one question can join towns far apart."""
    parts: defaultdict[str | None, list[tuple[Spot | None, Figure]]] = defaultdict(list)
    for spot, figure in figures:
        parts[spot.place.region if spot and spot.place else None].append((spot, figure))
    return list(parts.values()) if len(parts.keys() - {None}) > 1 else [figures]


def _place_of(spots: Iterable[Spot | None]) -> str | None:
    """The place that most figures of a series name; where others name another it says so."""
    named = Counter(spot.name for spot in spots if spot)
    most = min(named, key=lambda name: (-named[name], name), default=None)
    return f"{most} and elsewhere" if len(named) > 1 else most


def told_numbers(cited: Cited, matters: Mapping[str, str]) -> Iterator[TellsNumber]:
    """The numbers a claim gives, each with its series; twins in other units are left out, for they tell nothing new."""
    claim, document = cited
    told = [mention for mention in claim.quantities if _counts(claim, mention)]
    if not told:
        return
    spot = next(iter(spots_of(claim)), None)
    matter = matters.get(claim.id) or (spot.key if spot else document.id)
    for mention in told:
        measure = measure_of(mention.quantity)
        key = SeriesKey(measure.counted, measure.scope or "", measure.whose or "", measure.unit, matter)
        yield key, spot, mention, measure


def _counts(claim: Claim, mention: QuantityMention) -> bool:
    """Whether a number is one that the claim itself gives, with a bound."""
    quantity = mention.quantity
    if quantity.role == "conversion" or claim.stance in NOT_FIGURES or (quantity.low is None and quantity.high is None):
        return False
    first = claim.evidence[0]  # most claims have one piece, and there are many numbers
    return first.covers(mention.span) or any(span.covers(mention.span) for span in claim.evidence[1:])


def is_denied(claim: Claim) -> bool:
    """Whether a claim takes back or doubts the numbers in it."""
    return claim.stance in ("denies", "doubts") or claim.status == "negated"


def _figure(claim: Claim, mention: QuantityMention, measure: Measure, told: tuple[str, Dated, Citation]) -> Figure:
    claimant, date, citation = told
    return Figure(
        claimant=claimant,
        date=date,
        low=measure.low,
        high=measure.high,
        approximate=mention.quantity.approximate,
        derived=measure.converted,
        role=mention.quantity.role,
        denied=is_denied(claim),
        words=mention.span.text,
        origin=claim.origin,
        citation=citation,
    )


def _series(key: SeriesKey, place: str | None, figures: list[Figure]) -> NumberSeries:
    told = tuple(
        sorted(figures, key=lambda f: (f.date.day or "9999", f.claimant, f.citation.start, f.citation.claim_id))
    )
    standing = [figure for figure in told if figure.role == "value" and not figure.denied]
    if not standing:
        return NumberSeries(key, place, told, None, None, None)
    # Of two at the same end the one that says so: "up to 70" has no low end that 70 could be.
    lowest = min(standing, key=lambda figure: (figure.floor, figure.low is None))
    highest = max(standing, key=lambda figure: (figure.ceiling, figure.high is not None))
    low, high = _bound(lowest, lowest.floor), _bound(highest, highest.ceiling)
    return NumberSeries(key, place, told, low, _best(standing), high)


def _bound(figure: Figure, value: float) -> Bound:
    """The bound that a figure gives, marked where it is an end that the figure leaves open."""
    if figure.low is None and value == figure.high:
        return Bound(value, figure, "below")
    return Bound(value, figure, "above" if figure.high is None and value == figure.low else None)


def _best(standing: list[Figure]) -> Bound:
    """The figure told by most claimants, then in most speech acts, then last; of a range the end that is known."""
    by_figure: defaultdict[tuple[float | None, float | None], list[Figure]] = defaultdict(list)
    for figure in standing:
        by_figure[figure.low, figure.high].append(figure)

    def weight(told: list[Figure]) -> tuple[int, int, str]:
        acts = {(figure.claimant, figure.origin) for figure in told}
        return len({claimant for claimant, _ in acts}), len(acts), told[-1].date.day or ""

    chosen = max(by_figure.values(), key=weight)[-1]
    return _bound(chosen, chosen.floor if chosen.high is None else chosen.ceiling)
