"""Choose which place of a name a report means, and say why."""

from __future__ import annotations

from collections import Counter
from math import exp, log10
from typing import TYPE_CHECKING

from fogline.data.gazetteer import Gazetteer, fold, is_spelling
from fogline.mentions.places.containment import add_containment
from fogline.mentions.places.evidence import Group, group
from fogline.mentions.places.masses import WIDEST_KM, Masses

if TYPE_CHECKING:
    from fogline.data.gazetteer import Entry
    from fogline.mentions.places.lexicon import PlaceWords
    from fogline.mentions.places.spotting import Spot

__all__ = ["Resolver"]

ROUNDS = 3
SHARPNESS = 1.2
TYPE_FITS, TYPE_MISFITS = 6.0, -6.0
REGION_MEANT = 4.0
WIDER = 2.0  # for a region that has no town of its own name: "Wyoming" is the state, "Kursk" may be the town
NEIGHBOURED = 1.5
WITH_ARTICLE = 8.0  # "the Sahel" is the landscape, "Sahel" may be the province
BARE_WATER = 4.0  # rivers go with "the" or "River": "in Dnipro" is the city
OFTEN = 3  # times a report says "Kursk region" before its bare "Kursk" is the region too
SEAT = 200_000  # people: a town that has its name from the region around it, or the other way
REGION_NAMED, COUNTRY_NAMED, SENTENCE_NAMED, NEARBY = 3.5, 2.2, 1.5, 2.0
SPELLING, OLD_NAME = 3.0, 3.0
BORNE = 1.0  # more, where a town bears today what another was once called
HALVED = 4.0
PREFERRED = 2.0
CAPITAL = 2.0
COUNTRY = 10.0


class Resolver:
    """Scores the candidates of each name by the evidence of the whole report."""

    def __init__(self, gazetteer: Gazetteer, words: PlaceWords, preferred: frozenset[str]) -> None:
        self._gazetteer, self._words, self._preferred = gazetteer, words, preferred

    def resolve(self, spots: list[Spot], demonyms: dict[int, Counter[str]]) -> tuple[list[Group], Masses]:
        """One group of spots for each name with its candidates scored, and what the scores rest on."""
        groups = group(spots)
        for one in groups:
            one.base = [self._base(one, at) for at in range(len(one.candidates))]
        add_containment(groups, self._gazetteer)
        self._same_name(groups)
        for one in groups:
            one.scores = list(one.base)
            one.shares = _shares(one.scores)
        for _ in range(ROUNDS if any(len(one.candidates) > 1 for one in groups) else 0):
            self._round(groups, Masses(groups, demonyms))
        return groups, Masses(groups, demonyms)

    def _base(self, one: Group, at: int) -> float:
        entry = one.candidates[at]
        score = _importance(entry) - _by_name(one, entry)
        if one.kinds:
            fits = entry.kind in one.kinds
            score += TYPE_FITS - 0.5 * one.kinds.index(entry.kind) if fits else TYPE_MISFITS
            if fits:
                one.why[at].append(f"named with “{one.spots[0].type_word}”")
        else:
            score += _untyped(one, entry)
        if one.spots[0].front and entry.kind in ("region", "area"):
            score += 2.5
        if entry.country in self._preferred:
            score += PREFERRED
            one.why[at].append("in a country of the pack")
        return score

    def _same_name(self, groups: list[Group]) -> None:
        """ "Kursk" beside "Kursk region": the bare name is the region where the report speaks of ground."""
        regions = {
            one.key: len(one.spots)
            for one in groups
            if one.kinds[:1] == ("region",) and not _town_cues(one, self._words)
        }
        for one in groups:
            if one.key not in regions or one.kinds:
                continue
            cues = sum(_cues(spot, self._words) for spot in one.spots)
            if cues > 0 or (cues == 0 and regions[one.key] >= OFTEN):
                self._prefer_region(one)

    def _prefer_region(self, one: Group) -> None:
        for at, entry in enumerate(one.candidates):
            if entry.kind == "region":
                one.base[at] += REGION_MEANT
                one.why[at].append("the report speaks of the region of that name")

    def _round(self, groups: list[Group], masses: Masses) -> None:
        """Score every candidate by how the other names of the report are read now."""
        for one in groups:
            if len(one.candidates) > 1:
                one.scores = [self._score(one, at, masses) for at in range(len(one.candidates))]
        for one in groups:
            one.shares = _shares(one.scores)

    def _score(self, one: Group, at: int, masses: Masses) -> float:
        entry, score = one.candidates[at], one.base[at]
        region, country = masses.region(entry, one), masses.country(entry, one)
        if entry.kind in ("area", "water"):
            region = country = masses.inside(entry, one)
        if entry.kind == "country":
            around = sum(masses.named(code) for code in self._gazetteer.neighbours(entry.country or ""))
            score += NEIGHBOURED * (1 - exp(-around / 2))
        score += REGION_NAMED * (1 - exp(-region)) * masses.focus(region) + COUNTRY_NAMED * (1 - exp(-country / 2))
        score += SENTENCE_NAMED * masses.beside(entry, one)
        nearby = min(2.5, _nearby(one, entry, masses))
        return score + NEARBY * nearby * masses.focus(nearby)


def _importance(entry: Entry) -> float:
    if entry.kind == "country":
        return COUNTRY if entry.main else 7.0
    if entry.kind == "point":
        return 8.5 if entry.seat else 4.5 if entry.main else 3.5
    if entry.kind == "region" and entry.population:
        return 1.3 * log10(entry.population + 30) - (1.6 if entry.main else 3.1)
    if entry.kind == "area" and entry.main:
        return 8.0 if entry.radius_km > 100 else 6.5
    if entry.kind in ("region", "area"):
        return 5.0 if entry.main else 4.0
    if entry.kind == "water":
        return (8.0 if entry.radius_km > 200 else 6.0) if entry.main else 3.0
    if entry.kind == "district":
        return 3.0 if entry.main else 2.5
    return 1.3 * log10(entry.population + 30) + (CAPITAL if entry.capital else 0.0) - (0.8 if entry.section else 0.0)


def _by_name(one: Group, entry: Entry) -> float:
    """What a town loses that is called so only by some, or once was."""
    if entry.kind != "town" or entry.main or ("town" in one.kinds and fold(entry.name) == f"{one.key} city"):
        return 0.0
    if not is_spelling(one.key, entry.name):
        borne = any(other.main and other.kind == "town" and fold(other.name) == one.key for other in one.candidates)
        return OLD_NAME + (BORNE if borne else 0.0)
    return SPELLING if any(other.main and not _called_after(other, entry) for other in one.candidates) else 0.0


def _untyped(one: Group, entry: Entry) -> float:
    """What a name without a word for its kind gives to a candidate."""
    score = _by_article(one, entry)
    if entry.kind == "area":
        score += HALVED * sum(_is_halved(spot) for spot in one.spots) / len(one.spots)
    return score + _standing(one, entry) if entry.kind == "region" else score


def _is_halved(spot: Spot) -> bool:
    """Whether it is "southern Gaza": landscapes have a south more often than towns of their name."""
    before = spot.line.near(spot.first - 1)
    return before is not None and before.lower.endswith("ern") and before.lower[:4] in ("nort", "sout", "east", "west")


def _shares(scores: list[float]) -> list[float]:
    top = max(scores)
    weights = [exp(SHARPNESS * (score - top)) for score in scores]
    total = sum(weights)
    return [weight / total for weight in weights]


def _standing(one: Group, region: Entry) -> float:
    """What a bare name gives to the region of that name against the towns and the country of that name."""
    if any(entry.kind == "country" and entry.country == region.country for entry in one.candidates):
        return -WIDER  # "Mexico" is hardly ever the State of Mexico
    return WIDER if region.main and not _has_namesake(one, region) else 0.0


def _by_article(one: Group, entry: Entry) -> float:
    """What "the" before a name, or its lack, says for a landscape or water."""
    if one.has_article:
        return WITH_ARTICLE if entry.kind in ("area", "water") else 0.0
    bare = entry.kind == "water" and any(other.kind == "town" for other in one.candidates)
    return -BARE_WATER if bare else 0.0


def _called_after(region: Entry, town: Entry) -> bool:
    """Whether a region bears the name that its town has today: "Lvov" is an old spelling of both."""
    return region.kind == "region" and region.region == town.region and region.name.startswith(town.name)


def _has_namesake(one: Group, region: Entry) -> bool:
    """Whether a town of the name lies in the region, or a better peopled place has the same name."""
    return any(
        entry.kind != "country"
        and (entry.main or entry.population > (SEAT if _called_after(region, entry) else 1e6))
        and (entry.region == region.region or entry.population > region.population)
        for entry in one.candidates
        if entry.id != region.id
    )


def _nearby(one: Group, entry: Entry, masses: Masses) -> float:
    """How near the other places are: to the ground of an area, to the town of a region's name, else to the point."""
    if entry.kind == "region":
        towns = [other for other in one.candidates if other.kind == "town" and other.region == entry.region]
        if towns:
            return masses.nearby(towns[0], one)
    wide = entry.kind in ("area", "water", "region")
    return masses.nearby(entry, one, min(WIDEST_KM, entry.radius_km) if wide else 0.0)


def _cues(spot: Spot, words: PlaceWords) -> int:
    """How many words near the name speak of ground less those that speak of a town."""
    near = [word.lower for word in spot.line.words[max(0, spot.first - 6) : spot.last + 7]]
    return sum(word in words.ground for word in near) - 2 * sum(word in words.town_parts for word in near)


def _town_cues(one: Group, words: PlaceWords) -> bool:
    return any(words.types.get(spot.type_word or "", ("",))[0] == "town" for spot in one.spots)
