"""Which towns of datelines are no scene: where a desk sits that writes of somewhere else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from fogline.packs.wordlists import states
from fogline.records.mentions import Place, PlaceMention
from fogline.records.naming import Named
from fogline.records.sentences import Sentence

__all__ = ["desks_of"]

TOWNS = ("town", "point")
# Where something happens in a city that its report has named at the head alone. "An official in the capital" is none.
CITY = re.compile(
    r"\b(?:in|at|across|over|near|around|outside|through|on|into|hit|rocked|shook|struck)\s+(?:the\s+)?"
    r"(?:(?:centre|center|heart|outskirts|suburbs?|east|west|north|south|streets|edge)\s+of\s+the\s+(?:capital|city)\b"
    r"|(?:capital|city)(?:['’]s\s+\w+|\s+cent(?:re|er)|\s+airport)|central\s+(?:station|square|market|prison|hospital)"
    r"|downtown\b|presidential\s+(?:palace|compound)|capital\b(?!\s+(?:of|city\s+of)\b)(?!,?\s+(?-i:[A-Z])))",
    re.IGNORECASE,
)


def desks_of(sentences: Sequence[Sentence], named: Named) -> frozenset[PlaceMention]:
    """The places of datelines that nothing of the story happens at, as far as the report tells.

    A town that the text names again is a scene. Else it is a desk where headline or first sentence name another
    town, where it lies in no country that the report speaks of, and where it is the capital of a state that acts and
    nothing is told to happen "in the capital" or "in the city centre".
    """
    dated = [p for p in named.places if p.place is not None and sentences[p.sentence].role == "dateline"]
    if not dated:
        return frozenset()
    rest = [p for p in named.places if p.place is not None and p not in dated]
    again = {p.place.id for p in rest if p.place is not None and not p.metonym}
    opening = _opening(sentences)
    headed = any(p.sentence in opening and p.place is not None and p.place.precision in TOWNS for p in rest)
    spoken = _countries(rest, named)
    told = any(CITY.search(sentence.text) for sentence in sentences if sentence.role != "dateline")
    return frozenset(
        p
        for p in dated
        if p.place is not None and p.place.id not in again and (headed or _is_afar(p.place, spoken, told=told))
    )


def _is_afar(place: Place, spoken: frozenset[str], *, told: bool) -> bool:
    """Whether a place lies in none of the countries spoken of, if any is, or is a capital of which nothing is told."""
    capital = place.name.lower() in _capitals() and not told
    return bool(spoken) and (place.country not in spoken or capital)


def _opening(sentences: Sequence[Sentence]) -> frozenset[int]:
    """The sentences of the headline and the first one of the text."""
    body = [s.index for s in sentences if s.role == "body"][:1]
    return frozenset([*body, *(s.index for s in sentences if s.role == "headline")])


def _countries(places: Sequence[PlaceMention], named: Named) -> frozenset[str]:
    """The countries that a report speaks of, by its places and by the states of who acts in it."""
    codes = {state.name: state.iso for state in states()}
    sides = {codes[actor.actor.side] for actor in named.actors if actor.actor.side in codes}
    lands = {p.place.country for p in places if p.place is not None}
    return frozenset(code for code in sides | lands if code)


@cache
def _capitals() -> frozenset[str]:
    return frozenset(capital.lower() for state in states() for capital in state.capitals)
