"""Find the places a report names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fogline.data.gazetteer import Entry, Gazetteer, distance_km, fold
from fogline.mentions.places.borders import Borders
from fogline.mentions.places.containment import lines_of
from fogline.mentions.places.evidence import Group, demonym_counts
from fogline.mentions.places.guards import Guard
from fogline.mentions.places.lexicon import place_words
from fogline.mentions.places.metonyms import is_metonym
from fogline.mentions.places.modifiers import Modifier, between, is_between, modifier
from fogline.mentions.places.parts import part
from fogline.mentions.places.people import people
from fogline.mentions.places.reasons import misplaced, why
from fogline.mentions.places.resolver import Resolver
from fogline.mentions.places.spotting import Spot, Spotter
from fogline.mentions.places.surroundings import Surroundings
from fogline.mentions.places.unlisted import Unlisted
from fogline.mentions.places.words import Line
from fogline.records.mentions import PlaceMention
from fogline.records.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from fogline.mentions.places.masses import Masses
    from fogline.records.documents import Document
    from fogline.records.mentions import Place, PlacePrecision
    from fogline.records.sentences import Sentence

__all__ = ["Candidate", "PlaceFinder", "last_place"]

KEPT = 5
SEVERAL = "several places of that name, and nothing in the report tells which"
CLEAR_MARGIN = 0.25  # of scores: below it, and with nothing in the report to tell, a name stays unresolved
SOUNDING = 0.3  # support by other places of the report that a name in another spelling needs
OBSCURE = 15_000  # people: a smaller town in a country that nothing else points to is likely another of that name
LAND = frozenset({"valley", "mountains", "hills", "plateau", "forest", "plain", "gorge", "desert"})
TOWN_PARTS = frozenset({"district", "neighborhood", "neighbourhood", "suburb"})
TOWNLIKE = ("town", "point", "district")
PART_KM = 60.0  # the farthest that a part of a town lies from its middle
SMALL = 100_000  # people: a town below, far from all else in the report, must stand like a place


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name could mean: `score` orders the candidates of one name and says nothing beyond that."""

    place: Place
    score: float
    reason: str


class PlaceFinder:
    """Finds place names and resolves them by what the whole report says.

    `extra` maps further spellings to ids of the gazetteer, or to places that it lacks; `preferred` names the
    countries (ISO 3166-1) of a pack.
    """

    def __init__(
        self, gazetteer: Gazetteer, extra: Mapping[str, str | Entry] | None = None, preferred: Iterable[str] = ()
    ) -> None:
        self._gazetteer = gazetteer
        self._extra = {fold(name): place for name, place in (extra or {}).items()}
        self._words = place_words()
        numbered = any(word.isdigit() for name in self._extra for word in name.split())
        self._spotter = Spotter(gazetteer, self._words, self._of_pack, numbered)
        self._borders = Borders(gazetteer, self._words)
        self._resolver = Resolver(gazetteer, self._words, frozenset(preferred))

    def _of_pack(self, folded: str) -> tuple[Entry, ...]:
        place = self._extra.get(folded) if self._extra else None
        entry = self._gazetteer.entry(place) if isinstance(place, str) else place
        return () if entry is None else (entry,)

    def find(self, document: Document, sentences: Sequence[Sentence]) -> tuple[PlaceMention, ...]:
        """The places of a report, in the order of the text.

        1. find names the gazetteer knows; 2. keep those that stand like places; 3. choose a reading for each name by
        the evidence of the whole report; 4. note metonyms, modifiers and disagreements for each mention.
        """
        lines = [Line.of(sentence) for sentence in sentences]
        groups, masses = self._resolve(lines)
        readings = [_Reading(one, masses, self._gazetteer) for one in groups]
        kept = {id(reading.group): reading for reading in readings if reading.plausible}
        found = [
            self._mention(document, at, [(spot, kept[id(one)]) for spot, one in members if id(one) in kept])
            for members in lines_of(groups).values()
            for at in range(sum(id(one) in kept for _, one in members))
        ]
        found = self._borders.laid(document, lines, found, lambda: demonym_counts(lines, self._words))
        sure = [mention for mention in found if mention.place is not None]
        known = [mention for mention in found if mention.place is not None or mention.reason == SEVERAL]
        unlisted = Unlisted(document, lines, self._words).beside(known)
        found = [*sure, *unlisted, *(mention for mention in found if mention.place is None)]
        return tuple(sorted(_apart(found), key=lambda mention: mention.span))

    def explain(self, name: str, document: Document, sentences: Sequence[Sentence]) -> tuple[Candidate, ...]:
        """Every place a name of the report could mean, the likeliest first, with its score and the evidence for it.

        Empty where the report does not use the name as that of a place.
        """
        groups, masses = self._resolve([Line.of(sentence) for sentence in sentences])
        found = [one for one in groups if fold(name) in (one.key, *(fold(spot.text) for spot in one.spots))]
        return tuple(
            Candidate(one.candidates[at].place, round(one.scores[at], 2), why(one, at, masses, self._gazetteer))
            for one in found
            for at in sorted(range(len(one.candidates)), key=lambda at: -one.scores[at])
        )

    def _resolve(self, lines: list[Line]) -> tuple[list[Group], Masses]:
        """1 to 3: the names that stand like places, each with its readings scored."""
        spots = [spot for line in lines for spot in self._spotter.spots(line)]  # 1
        if not spots:
            return self._resolver.resolve([], {})
        lower = frozenset(word.lower for line in lines for word in line.words if not word.capital)
        around = Surroundings(self._words, self._gazetteer)
        guard = Guard(self._words, self._gazetteer, people(lines, self._words), lower, around)  # 2
        return self._resolver.resolve(guard.admitted(spots), demonym_counts(lines, self._words))  # 3

    def _mention(self, document: Document, at: int, members: list[tuple[Spot, _Reading]]) -> PlaceMention:
        """4: the mention at position `at` of the places of its sentence."""
        spot, reading = members[at]
        entry = reading.entry if not _is_elsewhere(members, at) else None
        span = Span.of(document.text, spot.start, spot.end)
        if entry is None:
            return PlaceMention(
                span, spot.line.sentence.index, None, reason=reading.reason, candidates=reading.candidates
            )
        bound = _between(members, at) or modifier(spot, entry)
        precision = bound.precision if bound is not None and bound.precision is not None else _precision(spot, entry)
        piece = part(entry, bound.side) if bound is not None and bound.side is not None else None
        place = piece[0] if piece is not None else entry.place
        return PlaceMention(
            span=span,
            sentence=spot.line.sentence.index,
            place=place if piece is not None or place.precision == precision else replace(place, precision=precision),
            metonym=bound is None and is_metonym(spot, entry, self._words),
            modifier=bound.words if bound is not None else None,
            radius_km=piece[1]
            if piece is not None
            else bound.radius_km
            if bound is not None
            else float(entry.radius_km),
            reason=reading.reason,
            flag=self._flag(members, at, entry),
            candidates=reading.candidates,
        )

    def _flag(self, members: list[tuple[Spot, _Reading]], at: int, entry: Entry) -> str | None:
        for other, (outer, reading) in enumerate(members):
            if other != at and reading.entry is not None:
                flag = misplaced(members[at][0], entry, outer, reading.entry, self._gazetteer)
                if flag is not None:
                    return flag
        return None


def _apart(mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The mentions without those that share words with one before them."""
    kept: list[PlaceMention] = []
    for mention in mentions:
        if mention.place is not None or not any(mention.span.overlap(other.span) for other in kept):
            kept.append(mention)
    return kept


class _Reading:
    """What a name was taken for in a report, why, and what else it could be."""

    def __init__(self, group: Group, masses: Masses, gazetteer: Gazetteer) -> None:
        order = sorted(range(len(group.candidates)), key=lambda at: (-group.scores[at], at))
        best = order[0]
        self.group = group
        self.candidates = tuple(group.candidates[at].place for at in order[:KEPT])
        self.reason = why(group, best, masses, gazetteer)
        leading = group.candidates[best]
        support = masses.region(leading, group) + masses.country(leading, group) + masses.nearby(leading, group)
        self.plausible = _is_plausible(group, leading) or support >= 0.3 or not masses.elsewhere(leading)
        if all(spot.sounds for spot in group.spots):
            self.plausible = support >= SOUNDING
            self.reason = f"another spelling of {leading.name}; {self.reason}"
        self.entry: Entry | None = leading
        if support < 0.2 and masses.elsewhere(leading) and _is_obscure(group, leading):
            self.entry, self.reason = None, "the only places of that name lie far from all else in the report"
        if group.spots[0].type_word in LAND and leading.kind in ("town", "district"):
            self.entry, self.reason = None, f"no such {group.spots[0].type_word} in the gazetteer"
        if group.kinds[:1] == ("water",) and leading.kind != "water":
            self.entry, self.reason = None, "no such water in the gazetteer"
        if len(order) > 1 and support < 0.1 and _is_tie(group, best, order[1]):
            self.entry, self.reason = None, SEVERAL


def _is_plausible(group: Group, entry: Entry) -> bool:
    """Whether a name is well known, or at least stands like a place somewhere in the report."""
    if entry.kind != "town" or entry.population >= SMALL:
        return True
    return any(spot.strong or spot.words > 1 for spot in group.spots)


def _is_obscure(group: Group, entry: Entry) -> bool:
    """Whether the entry is a small town that the report does not place ("Paris, Texas").

    Those kept by hand are villages of wars: a report that names one means it, however far the rest lies.
    """
    if entry.id.startswith(("fogline:", "pack:")):
        return False
    return entry.kind == "town" and entry.population < OBSCURE and group.best not in group.inside


def _is_tie(group: Group, best: int, second: int) -> bool:
    left, right = group.candidates[best], group.candidates[second]
    close = group.scores[best] - group.scores[second] < CLEAR_MARGIN
    return close and left.kind == right.kind == "town" and left.region != right.region


def _precision(spot: Spot, entry: Entry) -> PlacePrecision:
    """A town named with "district" or "region" for which the gazetteer has no such unit is the ground around it."""
    if entry.kind == "town" and spot.kinds and "town" not in spot.kinds:
        return "district"
    return entry.place.precision


def _is_elsewhere(members: list[tuple[Spot, _Reading]], at: int) -> bool:
    """Whether it is "the Pasha district of Aleppo" and the gazetteer has its Pasha far from Aleppo."""
    (spot, reading), following = members[at], members[at + 1] if at + 1 < len(members) else None
    if following is None or spot.type_word not in TOWN_PARTS or reading.entry is None or following[1].entry is None:
        return False
    outer, town = following
    between = spot.line.sentence.text[spot.end - spot.line.sentence.start : outer.start - spot.line.sentence.start]
    if town.entry is None or town.entry.kind != "town" or between not in (" of ", " in ", " of the city of "):
        return False
    inner = reading.entry
    smaller = inner.population < town.entry.population  # else "the Cincinnati suburb of West Chester"
    return smaller and distance_km(inner.point, town.entry.point) > PART_KM


def _between(members: list[tuple[Spot, _Reading]], at: int) -> Modifier | None:
    """ "between A and B": each end bounds the other."""
    for left in (at - 1, at):
        if left >= 0 and left + 1 < len(members):
            (first, one), (second, other) = members[left], members[left + 1]
            if one.entry is not None and other.entry is not None:
                towns = one.entry.kind in TOWNLIKE and other.entry.kind in TOWNLIKE
                if is_between(first, second, towns):
                    return between(one.entry, other.entry)
    return None


def last_place(
    mentions: Sequence[PlaceMention], sentence: int, precisions: Iterable[PlacePrecision]
) -> PlaceMention | None:
    """What "the city" means in a sentence: the last resolved place of `precisions` before it, or else in it."""
    wanted = frozenset(precisions)
    fitting = [
        mention
        for mention in mentions
        if mention.place is not None and mention.place.precision in wanted and not mention.metonym
    ]
    before = [mention for mention in fitting if mention.sentence < sentence]
    within = [mention for mention in fitting if mention.sentence == sentence]
    return before[-1] if before else within[0] if within else None
