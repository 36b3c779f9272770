"""Parts the claims of one kind of deed in one place into the matters that they are about: by day, by what was hit.

Links tie the strike of one week to that of the next, and one by one they tie a whole war together. A claim goes where
most of its links lead, so that no matter is torn and none stands twice.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import Literal

from fogline.links.anchors import SITES
from fogline.links.frames import Frame
from fogline.links.origins import Joined
from fogline.links.wording import IDEA
from fogline.records.links import Link

__all__ = ["Members", "Pace", "ends_of", "joined", "parted"]

PAUSE = 10  # days without a word from which on what follows may be another matter
LONGEST = 28  # days that one matter without a pause lasts; then it is cut at its longest pause
SALVO, RUN = 1, 1  # the same of strikes on a town that name no site: a town that is shelled every week is struck anew
SAME_EVENT = frozenset({"repeats", "clashes"})  # relations of claims that tell one strike; two strikes may agree, too
OF_PLANT = (14, 56)  # the same of what happens at a plant that is fought over
CHARGED = (28, 84)  # the same of what is charged and denied until nobody speaks of it
PAUSES = {"charged": CHARGED, "plant": OF_PLANT}
FEWEST = 2  # claims that name a site so that it may be a matter of its own
# Links across from which on two parts are one matter, in ratio to those inside the smaller: where that is a few claims,
# and where it could stand alone.
HELD, HELD_LARGE, LARGE = 0.5, 1.0, 12
HIT = SITES - {IDEA + site for site in ("nuclear", "dam", "ship", "prison")}

Part = tuple[int, str]
"""The number of a stretch of days, and a site or an empty text."""
Pace = Literal["plain", "strikes", "charged", "plant", "unnamed"]
Members = tuple[set[str], list[Link]]


def joined(links: Sequence[Link]) -> list[Members]:
    """Claims that links hold together, each set with its links."""
    sets = Joined()
    for link in links:
        sets.join(link.left_id, link.right_id)
    by_root: defaultdict[str, list[Link]] = defaultdict(list)
    for link in links:
        by_root[sets.find(link.left_id)].append(link)
    return [(ends_of(inside), inside) for inside in by_root.values()]


def ends_of(links: Sequence[Link]) -> set[str]:
    """The claims that links join."""
    return {end for link in links for end in (link.left_id, link.right_id)}


def parted(
    members: Collection[str], links: Sequence[Link], frames: Mapping[str, Frame], pace: Pace = "plain"
) -> list[Members]:
    """The matters among claims, each with the links inside it; each claim is in one.

    At the pace of `strikes` those that name no site are told apart by the few days that each lasts; what is `charged`
    goes on for weeks; what is `unnamed` is of one matter only where it is told in the same days.
    """
    salvos = {claim_id for claim_id in members if pace == "strikes" and _is_salvo(frames[claim_id])}
    first = _first_parts(members, frames, salvos, PAUSES.get(pace, (PAUSE, LONGEST)))
    apart = {link.id for link in links if {link.left_id, link.right_id} <= salvos and link.relation not in SAME_EVENT}
    telling = [link for link in links if link.id not in apart or first[link.left_id] == first[link.right_id]]
    part_of = {c: p or (0, "") for c, p in first.items()} if pace == "unnamed" else _by_links(first, telling)
    if len(set(part_of.values())) < FEWEST:
        return [(set(members), list(links))]
    root = {part: part for part in part_of.values()} if pace == "unnamed" else _merged(part_of, telling)
    inside: defaultdict[Part, list[Link]] = defaultdict(list)
    for link in links:
        if root[part_of[link.left_id]] == root[part_of[link.right_id]]:
            inside[root[part_of[link.left_id]]].append(link)
    return [(ends_of(inside[part]), inside[part]) for part in sorted(inside)]


def _is_salvo(frame: Frame) -> bool:
    """Whether a claim tells of a strike by arms and names no site."""
    return not frame.anchors & SITES and frame.words.has("strike", "weapon")


def _first_parts(
    members: Collection[str], frames: Mapping[str, Frame], salvos: Collection[str], pauses: tuple[int, int]
) -> dict[str, Part | None]:
    """Each claim by its days and the site it names; None where it tells neither a day nor a site."""
    days = {claim_id: _day(frames[claim_id]) for claim_id in members}
    told = sorted({day for day in days.values() if day is not None})
    stretch, short = _stretches(told, *pauses), _salvos(told)
    sites = {claim_id: _site(frames[claim_id]) for claim_id in members}
    known = Counter((stretch.get(days[c] or 0, 0), sites[c]) for c in members if sites[c])
    parts: dict[str, Part | None] = {}
    for claim_id in sorted(members):
        part = ((short if claim_id in salvos else stretch).get(days[claim_id] or 0, 0), sites[claim_id])
        unknown = days[claim_id] is None and not part[1]
        parts[claim_id] = None if unknown else part if known[part] >= FEWEST else (part[0], "")
    return parts


def _day(frame: Frame) -> int | None:
    return frame.happened.first if frame.happened else frame.said


def _site(frame: Frame) -> str:
    """The site that was hit; empty where a claim names none or several."""
    sites = frame.anchors & HIT
    return min(sites) if len(sites) == 1 else ""


def _stretches(days: Sequence[int], pause: int, longest: int) -> dict[int, int]:
    """The number of the stretch that each day lies in: cut at each long pause, then at the longest of what lasts."""
    if not days:
        return {}
    cut: list[list[int]] = [[days[0]]]
    for before, day in pairwise(days):
        if day - before > pause:
            cut.append([])
        cut[-1].append(day)
    short = [part for stretch in cut for part in _shortened(stretch, longest)]
    return {day: part[0] for part in short for day in part}


def _salvos(days: Sequence[int]) -> dict[int, int]:
    """The number of the salvo that each day lies in: one day and the next, but each day where strikes go on daily."""
    runs = _stretches(days, SALVO, max(days, default=0))
    last = {run: day for day, run in runs.items()}
    return {day: run if last[run] - run <= RUN else day for day, run in runs.items()}


def _shortened(days: list[int], longest: int) -> list[list[int]]:
    if days[-1] - days[0] <= longest:
        return [days]
    middle = (days[0] + days[-1]) / 2
    at = max(range(1, len(days)), key=lambda at: (days[at] - days[at - 1], -abs(days[at] - middle)))
    return _shortened(days[:at], longest) + _shortened(days[at:], longest)


def _by_links(parts: Mapping[str, Part | None], links: Sequence[Link]) -> dict[str, Part]:
    """Each claim where most of its links lead; a claim that names its site stays with it."""
    pull: defaultdict[str, Counter[Part]] = defaultdict(Counter)
    for link in links:
        for one, other in ((link.left_id, link.right_id), (link.right_id, link.left_id)):
            there = parts[other]
            if there is not None:
                pull[one][there] += 1
    return {claim_id: _drawn(part, pull[claim_id]) for claim_id, part in parts.items()}


def _drawn(part: Part | None, pull: Counter[Part]) -> Part:
    if part is not None and part[1]:
        return part
    most = min(pull, key=lambda there: (-pull[there], there != part, there), default=(0, ""))
    return most if part is None or pull[most] > pull[part] else part


def _merged(part_of: Mapping[str, Part], links: Sequence[Link]) -> dict[Part, Part]:
    """The part that each part is one with: joined where links between two are many beside those inside the smaller."""
    claims = Counter(part_of.values())
    within: Counter[Part] = Counter(dict.fromkeys(part_of.values(), 0))
    across: Counter[tuple[Part, Part]] = Counter()
    for link in links:
        one, other = sorted((part_of[link.left_id], part_of[link.right_id]))
        if one == other:
            within[one] += 1
        else:
            across[one, other] += 1
    root = {part: part for part in within}
    while across:
        held = {ends: _held(within, claims, *ends, between) for ends, between in across.items()}
        one, other = max(held, key=lambda ends: (held[ends], ends))
        if held[one, other] < 1:
            break
        within[one] += within.pop(other) + across[one, other]
        claims[one] += claims.pop(other)
        root = {part: one if top == other else top for part, top in root.items()}
        across = _rejoined(across, one, other)
    return root


def _held(within: Mapping[Part, int], claims: Mapping[Part, int], one: Part, other: Part, between: int) -> float:
    """How well links hold two parts together, from 1 on as one matter."""
    enough = HELD_LARGE if min(claims[one], claims[other]) >= LARGE else HELD
    return between / max(1, min(within[one], within[other])) / enough


def _rejoined(across: Counter[tuple[Part, Part]], one: Part, other: Part) -> Counter[tuple[Part, Part]]:
    """The links across, with `other` become `one`."""
    kept: Counter[tuple[Part, Part]] = Counter()
    for ends, between in across.items():
        left, right = sorted(one if part == other else part for part in ends)
        if left != right:
            kept[left, right] += between
    return kept
