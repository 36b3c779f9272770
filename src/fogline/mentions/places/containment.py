""" "Paris, Texas", "Izyum in the Kharkiv region", "Ukraine’s Sumy": a place and what it is said to lie in."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fogline.data.gazetteer import Gazetteer
    from fogline.mentions.places.evidence import Group
    from fogline.mentions.places.spotting import Spot

__all__ = ["add_containment", "lines_of"]

COMMA_NAMED, IN_NAMED = 8.0, 3.0
COMMA = re.compile(r"^\s?[,(]\s?$")
WITHIN = re.compile(
    r"^,? (?:in|inside|of)(?: the)?(?: \w+(?:ern)?)? $|^(?:’s|'s)? (?:\w+ )?(?:city|town|village) of $", re.IGNORECASE
)
OWNED = re.compile(r"^(?:’s|'s)(?: \w+)? $")
LIST = re.compile(r"^(?:, and |,? or |, | and |,? as well as )$")
OUTER = ("country", "region", "district", "area")


def lines_of(groups: list[Group]) -> dict[int, list[tuple[Spot, Group]]]:
    """The spots of each line with their groups, left to right."""
    lines: dict[int, list[tuple[Spot, Group]]] = defaultdict(list)
    for one in groups:
        for spot in one.spots:
            lines[spot.line.sentence.index].append((spot, one))
    for members in lines.values():
        members.sort(key=lambda member: member[0].start)
    return lines


def add_containment(groups: list[Group], gazetteer: Gazetteer) -> None:
    """Raise the base scores of pairs of which one can lie in the other, once for each pair of names."""
    done: set[tuple[int, int]] = set()
    for inner, outer, gain in _pairs(groups):
        if (id(inner), id(outer)) not in done and inner is not outer:
            done.add((id(inner), id(outer)))
            _contain(inner, outer, gain, gazetteer)


def _pairs(groups: list[Group]) -> Iterator[tuple[Group, Group, float]]:
    for members in lines_of(groups).values():
        for at, ((left, one), (right, other)) in enumerate(pairwise(members)):
            gap = _gap(left, right)
            if COMMA.match(gap) and not (_is_realm(one) and _in_list(members, at)):
                yield one, other, COMMA_NAMED
            elif WITHIN.match(gap):
                yield one, other, IN_NAMED
            elif OWNED.match(gap):
                yield other, one, IN_NAMED


def _gap(left: Spot, right: Spot) -> str:
    sentence = left.line.sentence
    return sentence.text[left.end - sentence.start : right.start - sentence.start]


def _is_realm(one: Group) -> bool:
    return one.candidates[0].kind in ("country", "region")


def _in_list(members: list[tuple[Spot, Group]], at: int) -> bool:
    """Whether the two stand in a list of three or more, as in "Georgia, Armenia and Azerbaijan"."""
    after = at + 2 < len(members) and LIST.match(_gap(members[at + 1][0], members[at + 2][0]))
    before = at > 0 and LIST.match(_gap(members[at - 1][0], members[at][0]))
    return bool(after or before)


def _is_country(one: Group) -> bool:
    return one.candidates[0].kind == "country" and one.candidates[0].main


def _contain(inner: Group, outer: Group, gain: float, gazetteer: Gazetteer) -> None:
    outers = [at for at, entry in enumerate(outer.candidates) if entry.kind in OUTER]
    gained: set[int] = set()
    for at, entry in enumerate(inner.candidates):
        above = next((above for above in outers if gazetteer.contains(outer.candidates[above], entry)), None)
        if above is None or entry.kind == "country" or entry.id == outer.candidates[above].id:
            continue
        if entry.kind == "town" and outer.candidates[above].kind == "country" and _is_country(inner):
            continue  # "in Russia, U.S. officials said" speaks of no village in Ohio
        inner.base[at] += gain
        inner.inside.add(at)
        inner.why[at].append(f"named with {outer.candidates[above].name}")
        gained.add(above)
    for above in gained:
        outer.base[above] += gain / 2
