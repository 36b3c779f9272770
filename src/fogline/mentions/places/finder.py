"""Find the places a report names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fogline.data.gazetteer import Entry, Gazetteer, fold
from fogline.mentions.places.evidence import Group, demonym_counts
from fogline.mentions.places.guards import Guard
from fogline.mentions.places.lexicon import place_words
from fogline.mentions.places.people import people
from fogline.mentions.places.resolver import Resolver
from fogline.mentions.places.spotting import Spot, Spotter
from fogline.mentions.places.words import Line
from fogline.records.mentions import PlaceMention
from fogline.records.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from fogline.records.documents import Document
    from fogline.records.sentences import Sentence

__all__ = ["PlaceFinder"]

KEPT = 5


class PlaceFinder:
    """Finds place names and resolves them by what the whole report says.

    `extra` maps further spellings to ids of the gazetteer; `preferred` names the countries (ISO 3166-1) of a pack.
    """

    def __init__(
        self, gazetteer: Gazetteer, extra: Mapping[str, str] | None = None, preferred: Iterable[str] = ()
    ) -> None:
        self._gazetteer = gazetteer
        self._extra = {fold(name): place_id for name, place_id in (extra or {}).items()}
        self._words = place_words()
        self._spotter = Spotter(gazetteer, self._words, self._of_pack)
        self._resolver = Resolver(gazetteer, frozenset(preferred))

    def _of_pack(self, folded: str) -> tuple[Entry, ...]:
        place_id = self._extra.get(folded)
        entry = self._gazetteer.entry(place_id) if place_id else None
        return () if entry is None else (entry,)

    def find(self, document: Document, sentences: Sequence[Sentence]) -> tuple[PlaceMention, ...]:
        """The places of a report, in the order of the text."""
        lines = [Line.of(sentence) for sentence in sentences]
        lower = frozenset(word.lower for line in lines for word in line.words if not word.capital)
        guard = Guard(self._words, self._gazetteer, people(lines, self._words), lower)
        spots = [spot for line in lines for spot in self._spotter.spots(line) if guard.refuses(spot) is None]
        groups = self._resolver.resolve(spots, demonym_counts(lines, self._words))
        found = [self._mention(document, spot, one) for one in groups for spot in one.spots]
        return tuple(sorted(found, key=lambda mention: mention.span))

    def _mention(self, document: Document, spot: Spot, one: Group) -> PlaceMention:
        order = sorted(range(len(one.candidates)), key=lambda at: -one.scores[at])
        best = one.candidates[order[0]]
        return PlaceMention(
            span=Span.of(document.text, spot.start, spot.end),
            sentence=spot.line.sentence.index,
            place=best.place,
            radius_km=float(best.radius_km),
            reason="; ".join(one.why[order[0]]) or "best known place of that name",
            candidates=tuple(one.candidates[at].place for at in order[:KEPT]),
        )
