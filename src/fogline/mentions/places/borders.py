"""Borders: "the Rwandan border", "Sudan's border with Chad", "the Thai-Myanmar border", "the Lebanese side"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fogline.data.gazetteer.parts import border_of
from fogline.records.mentions import Place, PlaceMention
from fogline.records.spans import Span

if TYPE_CHECKING:
    from fogline.data.gazetteer import Entry, Gazetteer
    from fogline.mentions.places.lexicon import PlaceWords
    from fogline.mentions.places.words import Line
    from fogline.records.documents import Document

__all__ = ["Borders"]

BORDER = frozenset({"border", "borders", "frontier", "frontiers", "boundary", "borderland", "borderlands"})
# Behind "border": who guards it and what is settled about it are no places, and a border town is one itself.
NO_PLACE = frozenset(
    "guard guards police policeman policemen patrol patrols agency service services force forces troops official "
    "officials officer officers agents control controls authorities town village city district province settlement "
    "dispute disputes conflict war talks agreement deal treaty tension tensions crisis trade security policy "
    "commission closure".split()
)
PLURAL = frozenset({"borders", "frontiers"})
BESIDE = frozenset("along near across astride on".split())
LINKS = frozenset({"with", "between", "of", "separating", "dividing"})
LOOSE = frozenset("common shared mutual long land porous disputed internal international own".split())
FROM_SIDES = frozenset("eastern western northern southern northeastern northwestern southeastern southwestern".split())
SHORT = {"indo": "IN", "sino": "CN", "russo": "RU", "pak": "PK"}
TIES = frozenset({"-", "‑", "‐", "–", "/", " - "})
LONGEST = 4  # words of the name of a country: "Democratic Republic of Congo"
CLEAR = 2  # times as often as the next must a neighbour be named to be meant
NAME, ADJECTIVE = 2, 1  # what "Uganda" and "Ugandan" count


@dataclass(frozen=True, slots=True)
class _Side:
    """A country beside the border: the words that name it, and how far its mention goes."""

    country: str
    start: int
    end: int


class Borders:
    """Reads which border is meant, from the words and, for one country alone, from its neighbours in the report."""

    def __init__(self, gazetteer: Gazetteer, words: PlaceWords) -> None:
        self._gazetteer, self._words = gazetteer, words

    def laid(
        self,
        document: Document,
        lines: Sequence[Line],
        mentions: list[PlaceMention],
        counted: Callable[[], dict[int, Counter[str]]],
    ) -> list[PlaceMention]:
        """The mentions with those of countries at a border put there, and borders told by adjectives alone added.

        `counted` gives how often each sentence speaks of the people of a country.
        """
        found = [(line, sides) for line in lines for sides in self._sides(line)]
        adjectives = counted() if found else {}
        for line, sides in found:
            index = line.sentence.index
            for side in sides:
                other = next((one.country for one in sides if one.country != side.country), None)
                told = other is not None
                other = other or self._neighbour(side.country, index, mentions, adjectives)
                made = self._mention(document, index, side, other, told)
                if made is not None:
                    under = [m for m in mentions if m.span.overlap(made.span)]
                    bound = next((m.modifier for m in under if m.modifier and BORDER & set(m.modifier.split())), None)
                    mentions = [m for m in mentions if m not in under] + [replace(made, modifier=bound or "border")]
        return mentions

    def _sides(self, line: Line) -> Iterator[list[_Side]]:
        if line.headline and not any(word.lower in BORDER and not word.capital for word in line.words):
            return
        for at, word in enumerate(line.words):
            if word.lower in BORDER and not self._is_other(line, at):
                sides = [*self._before(line, at), *self._behind(line, at)]
                if sides:
                    yield sides

    def _is_other(self, line: Line, at: int) -> bool:
        """Whether it is a verb, or only says of guards and talks which they are."""
        following, before = line.near(at + 1), line.words[max(0, at - 2) : at]
        if any(word.lower in ("inside", "within", "beyond") for word in before):
            return True  # within the borders of a country lies all of it
        if line.words[at].lower in PLURAL and not any(w.lower in BESIDE for w in line.words[max(0, at - 4) : at]):
            return True  # "to change borders by force"
        if following is None or following.gap != " ":
            return False
        verb = line.words[at].lower in ("borders", "border") and (following.capital or following.lower == "on")
        return verb or following.lower in NO_PLACE

    def _before(self, line: Line, at: int) -> list[_Side]:
        """ "the Rwandan border", "Sudan's western border", "the Chad-Sudan border", "the Lebanese side of the"."""
        last, end = at - 1, line.words[at].end
        if self._is_side(line, at):
            last = at - 4
        while last >= 0 and line.words[last].lower in LOOSE | FROM_SIDES and not line.words[last].capital:
            last -= 1
        if last < 0 or line.words[last + 1].gap != " ":
            return []
        right = self._named(line, last)
        if right is None:
            return []
        first, country = right
        own = line.words[last]
        adjective = self._words.country_of(own.lower) is not None  # "Rwandan border", but "Chad" of "Chad-Sudan border"
        sides = [_Side(country, line.words[first].start, end if adjective and not own.possessive else own.name_end)]
        tied = line.words[first].gap in TIES or (line.words[first].gap == " " and self._joins(line, first - 1))
        left = self._named(line, first - 1 if line.words[first].gap in TIES else first - 2) if tied else None
        if left is not None and left[1] != country:
            sides.insert(0, _Side(left[1], line.words[left[0]].start, self._end(line, first)))
        here = self._named(line, first - 4) if self._is_side(line, first) else None
        if here is not None:  # "the Syrian side of the Iraqi border"
            sides.insert(0, _Side(here[1], line.words[here[0]].start, line.words[first - 3].end))
        return sides

    def _is_side(self, line: Line, at: int) -> bool:
        """Whether "side of the" stands before the word at `at`."""
        before = [word.lower for word in line.words[max(0, at - 3) : at]]
        return before in (["side", "of", "the"], ["sides", "of", "the"])

    def _joins(self, line: Line, at: int) -> bool:
        return at > 0 and line.words[at].lower in ("and", "to") and line.words[at].gap == " "

    def _end(self, line: Line, first: int) -> int:
        """Where the name left of the one at `first` ends."""
        tied = line.words[first].gap in TIES
        return line.words[first - 1 if tied else first - 2].name_end

    def _behind(self, line: Line, at: int) -> list[_Side]:
        """ "border with Chad", "border between Chad and Sudan", "border of Chad"."""
        link = line.near(at + 1)
        if link is None or link.lower not in LINKS or link.gap != " ":
            return []
        sides: list[_Side] = []
        here = at + 2
        for _ in range(2):
            first = line.near(here)
            here += first is not None and first.lower == "the"
            named = self._opening(line, here)
            if named is None:
                break
            last, country = named
            sides.append(_Side(country, line.words[here].start, line.words[last].name_end))
            joined = line.near(last + 1)
            if joined is None or joined.lower not in ("and", "from") or link.lower == "with":
                break
            here = last + 2
        return sides

    def _named(self, line: Line, last: int) -> tuple[int, str] | None:
        """Where the country begins whose name or adjective ends at `last`, with its code: the longest that fits."""
        for first in range(max(0, last - LONGEST + 1), last + 1):
            country = self._country(line, first, last)
            if country is not None:
                return first, country
        return None

    def _opening(self, line: Line, first: int) -> tuple[int, str] | None:
        for last in range(min(len(line.words), first + LONGEST) - 1, first - 1, -1):
            country = self._country(line, first, last)
            if country is not None:
                return last, country
        return None

    def _country(self, line: Line, first: int, last: int) -> str | None:
        words = line.words[first : last + 1]
        if not words or not words[0].capital or not words[-1].capital or any(w.gap != " " for w in words[1:]):
            return None
        lower = " ".join(word.lower for word in words)
        known = self._words.country_of(lower) or SHORT.get(lower)
        if known is not None:
            return known
        name = " ".join(word.text[:-2] if word.possessive else word.text for word in words)
        return next((e.country for e in self._gazetteer.lookup(name)[:2] if e.kind == "country"), None)

    def _neighbour(
        self, country: str, sentence: int, mentions: Sequence[PlaceMention], adjectives: dict[int, Counter[str]]
    ) -> str | None:
        """The neighbour that the sentence names, else the one that the report names clearly most often."""
        around = frozenset(self._gazetteer.neighbours(country))
        here: Counter[str] = Counter()
        named: Counter[str] = Counter()
        for mention in mentions:
            code = mention.place.country if mention.place is not None else None
            if code in around and code is not None:
                named[code] += NAME
                here[code] += mention.sentence == sentence
        for index, counts in adjectives.items():
            for code in around & counts.keys():
                named[code] += ADJECTIVE * counts[code]
                here[code] += counts[code] if index == sentence else 0
        return _clearest(here) or _clearest(named)

    def _mention(
        self, document: Document, sentence: int, side: _Side, other: str | None, told: bool
    ) -> PlaceMention | None:
        entry = self._gazetteer.country(side.country)
        across = self._gazetteer.country(other) if other is not None else None
        if entry is None:
            return None
        span = Span.of(document.text, side.start, side.end)
        place, radius = _border(entry, across)
        why = "both countries are named" if told else "the neighbour is the one that the report names"
        return PlaceMention(
            span=span,
            sentence=sentence,
            place=place,
            radius_km=radius,
            reason=why if across is not None else "nothing in the report tells which border of it",
            candidates=(place,),
        )


def _clearest(counts: Counter[str]) -> str | None:
    ranked = [(code, count) for code, count in counts.most_common(2) if count > 0]
    if not ranked or (len(ranked) > 1 and ranked[0][1] < CLEAR * ranked[1][1]):
        return None
    return ranked[0][0]


def _border(entry: Entry, across: Entry | None) -> tuple[Place, float]:
    """The border as a place on the side of `entry`; all of its ground where no neighbour is known."""
    reach = border_of(entry.country or "", across.country or "") if across is not None else None
    if across is None or reach is None:
        alone = replace(entry.place, id=f"{entry.id}/border", name=f"border of {entry.name}", precision="area")
        return alone, float(entry.radius_km)
    name = "–".join(sorted((entry.name, across.name))) + " border"
    place = replace(
        entry.place,
        id=f"{entry.id}/border-{across.country}",
        name=name,
        latitude=reach.latitude,
        longitude=reach.longitude,
        precision="area",
    )
    return place, reach.radius_km
