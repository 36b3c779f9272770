"""Where a link belongs whose claims share no place: to the one town that all other links of both lead to.

"Whoever shelled the prisoners" names no town; that it answers what was said of one town alone tells which is meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from fogline.links.matters import GROUP
from fogline.links.sites import NOWHERE, ONCE, SHIP
from fogline.links.wording import IDEA
from fogline.records.links import Link

__all__ = ["home_of", "is_unplaced", "lent_key", "towns_of"]

OF_TOWN = ("deed|violence|", "deed|captives|")
WIDE = "iso3166"  # how ids of regions and countries begin: what is told of them is told of many towns


def is_unplaced(matter: str) -> bool:
    """Whether a matter is a deed, or what tells none, that no place ties."""
    family, _, where, *_ = (*matter.split("|"), "", "")
    return family in ("deed", "other") and where == NOWHERE


def is_of_town(matter: str) -> bool:
    """Whether a matter is violence told of one town: it may be the blow on the one site there that is hit once."""
    return matter.startswith(OF_TOWN) and matter.endswith("|") and ":" in matter


def is_home(group: str) -> bool:
    """Whether a group of matters is what is told of one town or ship, or of a site that is hardly hit twice."""
    family, _, behind = group.partition("|")
    what, *rest = behind.split("|")
    town = family == GROUP and not rest and ":" in what and not what.startswith(WIDE)
    return town or (what.startswith(SHIP) and rest == [NOWHERE]) or (family == GROUP and _is_site(group))


def towns_of(grouped: Iterable[tuple[str, str]]) -> Mapping[str, set[str]]:
    """For each claim the towns and ships that its links lead to, from claims with the groups of their links.

    A claim of the blow on a site that is hardly hit twice is of that alone, whatever town it is told with.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for claim_id, group in grouped:
        if is_home(group):
            found[claim_id].add(group)
    return {claim_id: {*filter(_is_site, groups)} or groups for claim_id, groups in found.items()}


def _is_site(group: str) -> bool:
    return IDEA + group.partition("|")[2] in ONCE


def home_of(link: Link, matter: str, towns: Mapping[str, Collection[str]]) -> str | None:
    """The group that an unplaced link belongs to: the only one that other links of its claims lead to, or of both.

    One of violence in a town belongs to the blow on a site that is hardly hit twice, where both claims tell of that.
    """
    left, right = ({*towns.get(end, ())} for end in (link.left_id, link.right_id))
    if is_of_town(matter):
        sites = {*filter(_is_site, left & right)}
        return sites.pop() if len(sites) == 1 else None
    if not is_unplaced(matter):
        return None
    meant = left | right if len(left | right) == 1 else left & right
    return meant.pop() if len(meant) == 1 else None


def lent_key(matter: str, home: str) -> str:
    """The key of an unplaced matter in a group."""
    family, what, *_ = matter.split("|")
    return f"{family}|{what}|{home.partition('|')[2]}|" if home.startswith(f"{GROUP}|") else home
