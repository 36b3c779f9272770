"""Unites matters at one place that mostly hold the same claims: prisoners who were killed are one matter, not two.

Links between the same claims tell of several kinds of deed, and each kind is parted by itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from fogline.links.matters import GROUND_FOUGHT_OVER
from fogline.links.parting import Members
from fogline.links.sites import HELD as HELD_SITE
from fogline.links.sites import NOWHERE, ONCE, SHIP, SITE
from fogline.links.wording import IDEA
from fogline.records.links import Link

__all__ = ["Part", "united"]

HELD = 0.5  # of the smaller of two matters: so much of it in the other makes them one
HELD_UNNAMED = 0.2  # of who holds a plant of a kind where nobody says which
ALIKE = 0.6  # of the larger: what is counted and what is told are one only where hardly a claim tells one of them alone
DEEDS = frozenset({"deed", "other", "event"})
OF_SITES = frozenset({"event", SITE, HELD_SITE})
MAIN = 4  # times as often as all others that the plant or prison meant is told of in those days
BLOW = "deed|violence|"
TWICE = 2  # as often as what is told beside it
SAID = "other|-|"
NEWS, LONG_NEWS = 7, 14  # days that one blow on a town is news, and that it alone is meant by what tells no deed
NEAR = 7  # days around those in which a plant is told of without its name


@dataclass(frozen=True, slots=True)
class Part:
    """A matter by its key, its claims and the links between them."""

    key: str
    members: frozenset[str]
    links: tuple[Link, ...]


def united(found: Sequence[tuple[str, Members]], said: Mapping[str, int] | None = None) -> list[Part]:
    """The matters of one place, each two that mostly hold the same claims made one; those most alike come first.

    `said` gives the day of claims: what is told of a plant that nobody names is of the one that all else told in these
    days names.
    """
    parts = {at: Part(key, frozenset(claims), tuple(links)) for at, (key, (claims, links)) in enumerate(found)}
    days = said or {}
    parts = _overlapping(_beside_main(_located(_overlapping(parts), days), days))
    return [parts[at] for at in sorted(parts)]


def _overlapping(found: Mapping[int, Part]) -> dict[int, Part]:
    """The parts with those made one that mostly hold the same claims, those most alike first."""
    parts = dict(found)
    shared = _shared(parts)
    while shared:
        open_ = _undecided(parts, shared)
        alike = {
            pair: _alike(parts[pair[0]], parts[pair[1]], both)
            for pair, both in shared.items()
            if open_.isdisjoint(pair)
        }
        one, other = min(alike, key=lambda pair: (-alike[pair], pair), default=(0, 0))
        if alike.get((one, other), 0) < 1:
            break
        parts[one] = _joined(parts[one], parts.pop(other))
        shared = _shared(parts)
    return parts


def _undecided(parts: Mapping[int, Part], shared: Mapping[tuple[int, int], int]) -> set[int]:
    """The parts of a kind of site, no one of which is named, that share claims with several that are."""
    met: defaultdict[int, set[str]] = defaultdict(set)
    for one, other in shared:
        met[one].add(parts[other].key)
        met[other].add(parts[one].key)
    unnamed = (at for at in met if IDEA + parts[at].key.removesuffix("|").rpartition("|")[2] in ONCE)
    return {at for at in unnamed if len(met[at]) > 1}


def _located(parts: Mapping[int, Part], said: Mapping[str, int]) -> dict[int, Part]:
    """The parts with those of a plant that is not named joined to the one of the plant told of in their days."""
    days = {at: sorted(said[claim_id] for claim_id in part.members if claim_id in said) for at, part in parts.items()}
    held = dict(parts)
    for at, part in parts.items():
        kind, _, rest = part.key.partition("|")
        if kind not in OF_SITES or not rest.endswith(f"|{NOWHERE}") or rest.startswith(SHIP) or not days[at]:
            continue
        near = {
            other: sum(1 for day in days[other] if days[at][0] - NEAR <= day <= days[at][-1] + NEAR)
            for other, one in parts.items()
            if one.key.startswith(f"{kind}|{rest.removesuffix(NOWHERE)}") and not one.key.endswith(f"|{NOWHERE}")
        }
        best = max(near, key=lambda other: (near[other], -other), default=at)
        others = sum(told for other, told in near.items() if parts[other].key != parts[best].key)
        if best != at and near[best] >= max(len(days[at]) / 4, MAIN * others, 1):
            held[best] = replace(_joined(held[best], held.pop(at)), key=parts[best].key)
    return held


def _beside_main(parts: Mapping[int, Part], said: Mapping[str, int]) -> dict[int, Part]:
    """The parts with what is told of a blow on a town joined to the one blow that this town is news for in those days.

    Only where that one is told far more often, in few days: a town that is shelled daily has no such blow. What is
    said of a town without any deed is of its blow for longer.
    """
    near = {at: part for at, part in parts.items() if part.key.startswith((BLOW, SAID)) and part.key.endswith("|")}
    days = {at: sorted(said[one] for one in part.members if one in said) for at, part in near.items()}
    mains = {
        at: part
        for at, part in near.items()
        if part.key.startswith(BLOW) and len(days[at]) and _is_news(at, part, near, days)
    }
    held = dict(parts)
    for at, part in near.items():
        fit = [
            (len(main.members), -other, other)
            for other, main in mains.items()
            if main.key.split("|")[2] == part.key.split("|")[2]
            and len(main.members) >= TWICE * len(part.members)
            and _within(days[at], days[other], NEWS if part.key.startswith(BLOW) else LONG_NEWS)
        ]
        if at not in mains and fit:
            best = max(fit)[2]
            held[best] = replace(_joined(held[best], held.pop(at)), key=mains[best].key)
    return held


def _is_news(at: int, part: Part, near: Mapping[int, Part], days: Mapping[int, Sequence[int]]) -> bool:
    """Whether a blow is told more often than all others on its town in the days around it that are no small ones."""
    beside = [
        len(other.members)
        for number, other in near.items()
        if number != at and other.key == part.key and days[number] and _near(days[number], days[at])
    ]
    return len(part.members) >= TWICE * max(beside, default=0) and len(part.members) >= sum(beside)


def _near(days: Sequence[int], main: Sequence[int]) -> bool:
    """Whether the middle of some days lies within a week of that of others."""
    return abs(days[len(days) // 2] - main[len(main) // 2]) <= NEWS


def _within(days: Sequence[int], main: Sequence[int], long: int) -> bool:
    """Whether days lie in those in which a blow is news, but for who looks back on it."""
    if not days or not main:
        return False
    edge = len(main) // 10
    first, last = main[edge], main[-1 - edge]
    return last - first <= long and first - 1 <= days[0] and days[-1] <= last + NEAR


def _shared(parts: Mapping[int, Part]) -> Counter[tuple[int, int]]:
    """How many claims each two parts have in common."""
    of_claim: defaultdict[str, list[int]] = defaultdict(list)
    for at, part in parts.items():
        for claim_id in part.members:
            of_claim[claim_id].append(at)
    return Counter(pair for inside in of_claim.values() for pair in combinations(sorted(inside), 2))


def _alike(one: Part, other: Part, both: int) -> float:
    """How far two matters hold the same claims, from 1 on as one."""
    sizes = sorted((len(one.members), len(other.members)))
    kinds = {_kind(one.key), _kind(other.key)}
    if "number" in kinds:
        return both / sizes[1] / ALIKE
    if "control" in kinds:
        return both / sizes[0] / HELD if all(_of_ground(part.key) for part in (one, other)) else 0.0
    unnamed = kinds == {HELD_SITE} and any(part.key.endswith(f"|{NOWHERE}") for part in (one, other))
    return both / sizes[0] / (HELD_UNNAMED if unnamed else HELD)


def _kind(key: str) -> str:
    return key.partition("|")[0]


def _of_ground(key: str) -> bool:
    """Whether a matter is who holds ground, fights for it or leaves it."""
    family, what, *_ = key.split("|")
    return family == "control" or (family == "deed" and what in GROUND_FOUGHT_OVER)


def _joined(one: Part, other: Part) -> Part:
    """Both as one, by the name of the one that tells more: a number or a holder before a deed, then the larger."""
    first = min(
        (one, other),
        key=lambda part: (_kind(part.key) in DEEDS, _kind(part.key) == "other", -len(part.members), part.key),
    )
    links = {link.id: link for link in (*one.links, *other.links)}
    return Part(first.key, one.members | other.members, tuple(links.values()))
