"""Choose which place of a name a report means, and say why."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import exp, log10
from typing import TYPE_CHECKING

from fogline.data.gazetteer import Gazetteer, distance_km
from fogline.mentions.places.evidence import Group, group

if TYPE_CHECKING:
    from fogline.data.gazetteer import Entry
    from fogline.mentions.places.spotting import Spot

__all__ = ["Resolver"]

ROUNDS = 3
SHARPNESS = 1.2
TYPE_FITS, TYPE_MISFITS = 6.0, -6.0
INSIDE_NAMED = 8.0
REGION_NAMED, COUNTRY_NAMED, SENTENCE_NAMED, NEARBY = 3.5, 2.2, 1.5, 1.5
NEAR_KM = 150.0
PREFERRED = 2.0


class Resolver:
    """Scores the candidates of each name by the evidence of the whole report."""

    def __init__(self, gazetteer: Gazetteer, preferred: frozenset[str]) -> None:
        self._gazetteer, self._preferred = gazetteer, preferred

    def resolve(self, spots: list[Spot], demonyms: dict[int, Counter[str]]) -> list[Group]:
        """One group of spots for each name, with its candidates scored."""
        groups = group(spots)
        for one in groups:
            one.base = [self._base(one, at) for at in range(len(one.candidates))]
        self._containment(groups)
        for one in groups:
            one.scores = list(one.base)
            one.shares = _shares(one.scores)
        for _ in range(ROUNDS):
            self._round(groups, demonyms)
        return groups

    def _base(self, one: Group, at: int) -> float:
        entry = one.candidates[at]
        score = _importance(entry)
        if one.kinds:
            fits = entry.kind in one.kinds
            score += TYPE_FITS - 0.5 * one.kinds.index(entry.kind) if fits else TYPE_MISFITS
            if fits:
                one.why[at].append(f"named with “{one.spots[0].type_word}”")
        if one.spots[0].front and entry.kind in ("region", "area"):
            score += 2.5
        if entry.country in self._preferred:
            score += PREFERRED
            one.why[at].append("in a country of the pack")
        return score

    def _containment(self, groups: list[Group]) -> None:
        """ "Paris, Texas": both names gain where one can lie in the other."""
        owner = {id(spot): one for one in groups for spot in one.spots}
        by_line: dict[int, list[Spot]] = defaultdict(list)
        for one in groups:
            for spot in one.spots:
                by_line[id(spot.line)].append(spot)
        for spots in by_line.values():
            ordered = sorted(spots, key=lambda spot: spot.start)
            for left, right in zip(ordered, ordered[1:], strict=False):
                if _is_comma(left, right):
                    self._contain(owner[id(left)], owner[id(right)])

    def _contain(self, inner: Group, outer: Group) -> None:
        outers = [at for at, entry in enumerate(outer.candidates) if entry.kind in ("country", "region", "district")]
        gained = set()
        for at, entry in enumerate(inner.candidates):
            for above in outers:
                if (
                    entry.kind != "country"
                    and self._gazetteer.contains(outer.candidates[above], entry)
                    and entry.id != outer.candidates[above].id
                ):
                    inner.base[at] += INSIDE_NAMED
                    inner.why[at].append(f"{outer.candidates[above].name} is named beside it")
                    gained.add(above)
                    break
        for above in gained:
            outer.base[above] += INSIDE_NAMED / 2

    def _round(self, groups: list[Group], demonyms: dict[int, Counter[str]]) -> None:
        """Score every candidate by how the other names of the report are read now."""
        masses = _Masses(groups, demonyms)
        for one in groups:
            one.scores = [self._score(one, at, masses) for at in range(len(one.candidates))]
        for one in groups:
            one.shares = _shares(one.scores)

    def _score(self, one: Group, at: int, masses: _Masses) -> float:
        entry = one.candidates[at]
        score = one.base[at]
        if entry.kind == "country":
            return score
        region = masses.region(entry, one)
        country = masses.country(entry, one)
        score += REGION_NAMED * (1 - exp(-region)) + COUNTRY_NAMED * (1 - exp(-country / 2))
        score += SENTENCE_NAMED * masses.beside(entry, one)
        return score + NEARBY * min(1.5, masses.nearby(entry, one))


class _Masses:
    """How much of the report speaks of each country and region, and where its places lie."""

    def __init__(self, groups: list[Group], demonyms: dict[int, Counter[str]]) -> None:
        self._regions: Counter[str] = Counter()
        self._countries: Counter[str] = Counter()
        self._sentence: dict[int, Counter[str]] = defaultdict(Counter)
        self._points: list[tuple[Group, Entry, float]] = []
        for sentence, counts in demonyms.items():
            for country, count in counts.items():
                self._countries[country] += 0.5 * count
                self._sentence[sentence][country] += 1.0
        for one in groups:
            self._add(one)

    def _add(self, one: Group) -> None:
        for entry, share in zip(one.candidates, one.shares, strict=True):
            if share > 0.02:
                self._weigh(one, entry, share)
        best = one.best
        entry = one.candidates[best]
        if one.shares[best] > 0.5 and entry.kind != "country" and entry.radius_km < 400:
            self._points.append((one, entry, one.shares[best]))

    def _weigh(self, one: Group, entry: Entry, share: float) -> None:
        if entry.region:
            self._regions[entry.region] += share
        if entry.country:
            self._countries[entry.country] += share
            for sentence in one.sentences:
                self._sentence[sentence][entry.country] += share

    def region(self, entry: Entry, own: Group) -> float:
        """What other names give to the region of `entry`."""
        if entry.region is None:
            return 0.0
        mine = sum(
            share
            for other, share in zip(own.candidates, own.shares, strict=True)
            if other.region == entry.region and share > 0.02
        )
        return self._regions[entry.region] - mine

    def country(self, entry: Entry, own: Group) -> float:
        """What other names and adjectives give to the country of `entry`."""
        if entry.country is None:
            return 0.0
        mine = sum(
            share
            for other, share in zip(own.candidates, own.shares, strict=True)
            if other.country == entry.country and share > 0.02
        )
        return self._countries[entry.country] - mine

    def beside(self, entry: Entry, own: Group) -> float:
        """The share of the sentences of this name that name something else of the same country."""
        if entry.country is None:
            return 0.0
        mine = sum(
            share
            for other, share in zip(own.candidates, own.shares, strict=True)
            if other.country == entry.country and share > 0.02
        )
        beside = sum(self._sentence[sentence][entry.country] - mine > 0.4 for sentence in own.sentences)
        return beside / len(own.sentences)

    def nearby(self, entry: Entry, own: Group) -> float:
        """How many other places of the report lie near, each counting less with distance."""
        total = 0.0
        for one, other, share in self._points:
            if one is not own and one.key != own.key and abs(other.latitude - entry.latitude) < 6:
                total += share * exp(-distance_km(entry.point, other.point) / NEAR_KM)
        return total


def _importance(entry: Entry) -> float:
    if entry.kind == "country":
        return 9.0 if entry.main else 7.0
    if entry.kind in ("region", "area"):
        return 6.0 if entry.main else 4.0
    if entry.kind == "water":
        return 6.0 if entry.main else 3.0
    if entry.kind == "district":
        return 3.0 if entry.main else 2.5
    score = 1.3 * log10(entry.population + 30) + (1.2 if entry.capital else 0.0) - (0.8 if entry.section else 0.0)
    return score if entry.main else score - 1.5


def _shares(scores: list[float]) -> list[float]:
    top = max(scores)
    weights = [exp(SHARPNESS * (score - top)) for score in scores]
    total = sum(weights)
    return [weight / total for weight in weights]


def _is_comma(left: Spot, right: Spot) -> bool:
    between = left.line.sentence.text[left.end - left.line.sentence.start : right.start - left.line.sentence.start]
    return between.strip() in (",", "(") and len(between) <= 3
