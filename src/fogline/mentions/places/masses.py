"""How much of a report speaks of each country and region."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import cos, exp, radians, sqrt
from typing import TYPE_CHECKING

from fogline.data.gazetteer import distance_km

if TYPE_CHECKING:
    from fogline.data.gazetteer import Entry
    from fogline.mentions.places.evidence import Group

__all__ = ["WIDEST_KM", "Masses"]

NEAR_KM, CLOSE_KM = 150.0, 35.0
KM_PER_DEGREE = 111.2
NEIGHBOURS = 4  # leading candidates of a name that count as places nearby
WIDEST_KM = 400  # what reaches farther lies near everything
BELIEVED = 0.08  # shares below this are noise
FOCUS = 2.5  # a region that two in five of the names lie in is what the report is about
ELSEWHERE = 2.0  # names and adjectives of other countries before a lone name is thought far away
ADJECTIVE = 0.5  # what "Ukrainian" counts against "Ukraine"


class Masses:
    """How much of a report speaks of each country and region, and where its places lie.

    Every name gives its belief once, however often it stands: a report that says "Kursk" forty times still speaks of
    one place.
    """

    def __init__(self, groups: list[Group], demonyms: dict[int, Counter[str]]) -> None:
        self._totals: defaultdict[str, float] = defaultdict(float)
        self._own: dict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
        self._sentences: dict[int, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
        self._points: list[tuple[str, float, float, float]] = []
        self._regional = 0.0
        for sentence, counts in demonyms.items():
            for country, count in counts.items():
                self._totals[country] += ADJECTIVE * count
                self._sentences[sentence][country] += 1.0
        for one in groups:
            self._add(one)

    def _add(self, one: Group) -> None:
        own: defaultdict[str, float] = defaultdict(float)
        believed = ((e, share) for e, share in zip(one.candidates, one.shares, strict=True) if share > BELIEVED)
        for entry, share in believed:
            for code in filter(None, (entry.region, entry.country)):
                own[code] += share
        mine = self._own[one.stem]  # "Karak district" is no evidence for where "the town of Karak" lies
        for code, share in own.items():
            mine[code] += share
            self._totals[code] += share
            self._regional += share if len(code) > 2 else 0.0
            for sentence in one.sentences:
                self._sentences[sentence][code] += share
        self._note_points(one)

    def _note_points(self, one: Group) -> None:
        leading = sorted(range(len(one.shares)), key=one.shares.__getitem__, reverse=True)[:NEIGHBOURS]
        for at in leading:
            entry, share = one.candidates[at], one.shares[at]
            if share > 0.05 and entry.kind != "country" and entry.radius_km < WIDEST_KM:
                self._points.append((one.stem, entry.latitude, entry.longitude, share))

    def inside(self, entry: Entry, own: Group) -> float:
        """How many other places of the report lie in an area, which has no code to count by."""
        return sum(
            share
            for key, latitude, longitude, share in self._points
            if key != own.stem and distance_km(entry.point, (latitude, longitude)) <= entry.radius_km
        )

    def region(self, entry: Entry, own: Group) -> float:
        """What other names give to the region of `entry`."""
        return 0.0 if entry.region is None else self._totals[entry.region] - self._own[own.stem][entry.region]

    def country(self, entry: Entry, own: Group) -> float:
        """What other names and adjectives give to the country of `entry`."""
        return 0.0 if entry.country is None else self._totals[entry.country] - self._own[own.stem][entry.country]

    def focus(self, evidence: float) -> float:
        """What share of the regional names a mass makes up, 0 to 1: local news has one focus, world news none."""
        return min(1.0, FOCUS * evidence / max(1.0, self._regional - 1.0))

    def named(self, code: str) -> float:
        """What all names and adjectives give to a country or region."""
        return self._totals.get(code, 0.0)

    def elsewhere(self, entry: Entry) -> bool:
        """Whether the report speaks clearly of countries, and not of that of `entry`."""
        spoken = sum(share for code, share in self._totals.items() if len(code) == 2 and code != entry.country)
        return spoken >= ELSEWHERE

    def beside(self, entry: Entry, own: Group) -> float:
        """The share of the sentences of this name that name something else of the same country."""
        if entry.country is None:
            return 0.0
        mine = self._own[own.stem][entry.country]
        beside = sum(self._sentences[sentence][entry.country] - mine > 0.4 for sentence in own.sentences)
        return beside / len(own.sentences)

    def nearby(self, entry: Entry, own: Group, reach_km: float = 0.0) -> float:
        """How many other places of the report lie near, each counting less with distance beyond `reach_km`."""
        total, narrow = 0.0, cos(radians(entry.latitude))
        for key, latitude, longitude, share in self._points:
            north = latitude - entry.latitude
            east = (longitude - entry.longitude) * narrow
            if -5 < north < 5 and -5 < east < 5 and key != own.stem:
                away = max(0.0, KM_PER_DEGREE * sqrt(north * north + east * east) - reach_km)
                total += share * (exp(-away / NEAR_KM) + exp(-away / CLOSE_KM))
        return total
