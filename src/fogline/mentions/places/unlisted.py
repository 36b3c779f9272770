"""Places that no gazetteer lists, told by the words around: "the village of Al-Qarn", "Shabwat Pass", "entered X"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from fogline.data.gazetteer import Entry, fold
from fogline.mentions.places.homes import Homes
from fogline.mentions.places.modifiers import modifier
from fogline.mentions.places.people import people
from fogline.mentions.places.spotting import Spot
from fogline.mentions.places.telling import SETTLEMENTS, Told, told_places
from fogline.records.mentions import Place, PlaceMention
from fogline.records.spans import Span

if TYPE_CHECKING:
    from fogline.data.gazetteer.layout import Kind
    from fogline.mentions.places.lexicon import PlaceWords
    from fogline.mentions.places.people import Person
    from fogline.mentions.places.words import Line
    from fogline.records.documents import Document

__all__ = ["Unlisted"]

SPOKEN = frozenset("said says told added announced insisted warned claimed denied".split())
CAMPS = ("camp", "base", "farm")  # "the Karimi camp" may be his followers
REACH = {"town": 3, "point": 1, "district": 3}  # km, of a place whose size nobody tells


class Unlisted:
    """Finds the places that only the text knows, with what the report says of where they lie."""

    def __init__(self, document: Document, lines: Sequence[Line], words: PlaceWords) -> None:
        self._document, self._lines, self._words = document, lines, words

    def beside(self, known: Sequence[PlaceMention]) -> list[PlaceMention]:
        """Mentions with a place without coordinates whose id is made of its name.

        A name called a village once is a place wherever the report uses it. `known` are the mentions of the gazetteer.
        """
        taken = [mention.span for mention in known]
        told = [name for line in self._lines for name in told_places(line, self._words) if not _meets(name, taken)]
        told = self._apart(self._without_people(told)) if told else []
        if not told:
            return []
        mentions = [self._mention(name) for name in told]
        taken += [mention.span for mention in mentions]
        for key, name in {_key(name): name for name in reversed(told)}.items():
            if (name.type_word is None or name.type_word in SETTLEMENTS) and not name.unsure:
                again = (_again(line, at, key, name) for line in self._lines for at in range(len(line.words)))
                mentions += [self._mention(one) for one in again if one is not None and not _meets(one, taken)]
        homes = Homes(self._document, self._lines, known, self._words)
        return [homes.placed(mention) for mention in mentions]

    def _without_people(self, told: list[Told]) -> list[Told]:
        """The names without those that may be somebody's, as far as the report tells."""
        persons = people(self._lines, self._words)
        told = [name for name in told if name.type_word not in CAMPS or not _is_covered(name, persons)]
        sure = {_key(name) for name in told if name.type_word is not None}
        own = {name.line.words[name.last].start for name in told}
        return [name for name in told if _key(name) in sure or not self._is_somebody(name, persons, own)]

    def _is_somebody(self, name: Told, persons: Person, own: set[int]) -> bool:
        """Whether the report speaks of a person of that name; `own` is where the names in question stand."""
        introduced = persons.introduced.get(fold(name.line.words[name.last].lower))
        if self._speaks(name) or (introduced is not None and introduced not in own):
            return True
        return name.unsure and (_is_covered(name, persons) or self._is_personal(name))

    def _is_personal(self, name: Told) -> bool:
        """Whether the name begins or ends like that of a person or group."""
        first, last = name.line.words[name.first].lower, name.line.words[name.last].lower
        listed = (self._words.given_names, self._words.surnames, self._words.group_name, self._words.weapon)
        return any(first in one for one in listed) or last in self._words.surnames

    def _speaks(self, name: Told) -> bool:
        """Whether the name is that of a speaker somewhere in the report."""
        last = name.line.words[name.last].lower
        return any(
            word.lower == last and (after := line.near(at + 1)) is not None and after.lower in SPOKEN
            for line in self._lines
            for at, word in enumerate(line.words)
        )

    def _apart(self, told: list[Told]) -> list[Told]:
        """The names without those that share words with one before them; what is called something comes first."""
        kept: list[Told] = []
        for name in sorted(told, key=lambda one: one.type_word is None):
            spans = [Span(o.line.words[o.begins].start, o.line.words[o.ends].end, "") for o in kept]
            if not _meets(name, spans):
                kept.append(name)
        return sorted(kept, key=lambda one: one.line.words[one.first].start)

    def _mention(self, name: Told) -> PlaceMention:
        line = name.line
        span = Span.of(self._document.text, line.words[name.begins].start, line.words[name.ends].name_end)
        text = _text(line, name.first, name.last)
        place = Place(f"text:{_key(name).replace(' ', '-')}", text, None, None, name.precision)
        told = "tells where it lies or who took it" if name.type_word is None else f"calls it a {name.type_word}"
        made = PlaceMention(span, line.sentence.index, place, reason=f"not in the gazetteer; the report {told}")
        return _bounded(made, name, place)


def _bounded(mention: PlaceMention, name: Told, place: Place) -> PlaceMention:
    """The mention with the words that bound it: "near Derba checkpoint", "between Tabrou and Innoka"."""
    if name.between:
        return replace(mention, modifier="between", place=replace(place, precision="area"))
    kind: Kind = name.precision if name.precision in ("town", "point", "district") else "area"
    radius = REACH.get(name.precision, 10)
    entry = Entry(-1, place.id, place.name, kind, 0.0, 0.0, None, None, 0, radius)
    start, end = name.line.words[name.begins].start, name.line.words[name.ends].name_end
    spot = Spot(name.line, name.begins, name.ends, start, end, place.name, "", (entry,), after=name.ends)
    bound = modifier(spot, entry)
    if bound is None:
        return mention
    precision = bound.precision or name.precision
    return replace(mention, modifier=bound.words, radius_km=bound.radius_km, place=replace(place, precision=precision))


def _is_covered(name: Told, persons: Person) -> bool:
    """Whether a word of it belongs to the name of a person, or is the surname of one."""
    at = range(name.first, name.last + 1)
    named = (fold(name.line.words[here].lower) in persons.introduced for here in at)
    return any(named) or any(persons.covers(name.line, here) for here in at)


def _again(line: Line, at: int, key: str, name: Told) -> Told | None:
    """The same name elsewhere in the report, without the word for what it is."""
    last = at + name.last - name.first
    if last >= len(line.words) or not line.words[at].capital or fold(_text(line, at, last)) != key:
        return None
    return Told(line, at, last, at, last, name.precision, name.type_word)


def _text(line: Line, first: int, last: int) -> str:
    start = line.sentence.start
    return " ".join(line.sentence.text[line.words[first].start - start : line.words[last].name_end - start].split())


def _key(name: Told) -> str:
    return fold(_text(name.line, name.first, name.last))


def _meets(name: Told, taken: Sequence[Span]) -> bool:
    low, high = name.line.words[name.begins].start, name.line.words[name.ends].end
    return any(span.start < high and low < span.end for span in taken)
