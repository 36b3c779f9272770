"""In which country and region a place lies that only the report knows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fogline.mentions.places.lexicon import PlaceWords
    from fogline.mentions.places.words import Line
    from fogline.records.documents import Document
    from fogline.records.mentions import PlaceMention

__all__ = ["Homes"]

WITHIN = re.compile(
    r"^(?:, |,? (?:in|inside|of)(?: the)?(?: \w+ern)? |,? (?:in|of)(?: the)? (?:city|town|region|province|state) of )$"
)
WIDE = ("country", "region", "area")  # "X, Bakhmut and Y" is a list, "X, Mali" is in it
CLEAR = 2  # times as often as the next must a country or region be named to be that of the report
# Whoever is so named sits where he speaks of; "the Israeli army" does not.
LOCAL = frozenset(
    "governor mayor police resident residents villager villagers farmer farmers herder herders district province "
    "region village town municipality firefighters prefect".split()
)

Home = tuple[str | None, str | None]
"""ISO codes of a country and a region."""


class Homes:
    """Where unlisted places lie: in what the report names right behind, else in what it speaks of clearly."""

    def __init__(
        self, document: Document, lines: Sequence[Line], known: Sequence[PlaceMention], words: PlaceWords
    ) -> None:
        self._text = document.text
        self._known = [m for m in known if m.place is not None and m.place.country is not None and not m.metonym]
        self._inside = [m for m in self._known if m.place is not None and "/border" not in m.place.id]
        self._country, self._region = self._of_report(lines, words)
        self._told: dict[str, Home] = {}

    def placed(self, mention: PlaceMention) -> PlaceMention:
        """The mention with country and region, and in its reason whether these are the words of the report."""
        place = mention.place
        if place is None:
            return mention
        told = self._stated(mention) or self._told.get(place.id)
        if told is not None:
            self._told.setdefault(place.id, told)
        country, region = told or self._around(mention)
        if country is None:
            return mention
        why = f"in {region or country} " + ("as the report says" if told is not None else "by the context")
        placed = replace(place, country=country, region=region)
        return replace(mention, place=placed, reason=f"{mention.reason}; {why}")

    def _stated(self, mention: PlaceMention) -> Home | None:
        """ "the village of Tamkoro in Mali"."""
        behind = (m for m in self._known if m.sentence == mention.sentence and m.span.start >= mention.span.end)
        nearest = min(behind, key=lambda m: m.span.start, default=None)
        if nearest is None or nearest.place is None:
            return None
        gap = self._text[mention.span.end : nearest.span.start]
        inside = WITHIN.match(gap) if gap != ", " or nearest.place.precision in WIDE else None
        return (nearest.place.country, nearest.place.region) if inside else None

    def _around(self, mention: PlaceMention) -> Home:
        """The one country that the sentence names places of, unless the report is clearly about another."""
        here = {m.place.country for m in self._inside if m.sentence == mention.sentence and m.place is not None}
        country = self._country
        if len(here) == 1:
            (only,) = here
            country = only if country in (None, only) else None
        region = self._region if self._region is not None and self._region.startswith(f"{country}-") else None
        return country, region

    def _of_report(self, lines: Sequence[Line], words: PlaceWords) -> Home:
        countries = Counter(
            m.place.country for m in self._inside if m.place is not None and m.place.country is not None
        )
        regions = Counter(m.place.region for m in self._inside if m.place is not None and m.place.region is not None)
        for line in lines:
            for word, after in zip(line.words, line.words[1:], strict=False):
                code = words.country_of(word.lower) if word.capital and after.lower in LOCAL else None
                if code is not None:
                    countries[code] += 1
        return _clearest(countries, 1), _clearest(regions, 2)


def _clearest(counts: Counter[str], least: int) -> str | None:
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < least or (len(ranked) > 1 and ranked[0][1] < CLEAR * ranked[1][1]):
        return None
    return ranked[0][0]
