"""The side of a speaker whose name holds that of somebody, or of a body, that the world list knows."""

from __future__ import annotations

import re
from functools import lru_cache

from fogline.data.gazetteer import fold
from fogline.packs.wordlists import world_actors

__all__ = ["listed_side"]

WORD = re.compile(r"\w+")
FULL = 2  # words of a name that tells one person from another


def listed_side(name: str) -> str | None:
    """The side of the one body that a name holds ("ministers of the Group of Seven"), or of the person it ends in."""
    words = WORD.findall(fold(name))
    bodies, people, longest = _listed()
    for size in range(min(longest, len(words)), 0, -1):
        found = {bodies[run] for run in _runs(words, size) if run in bodies}
        if found:
            return found.pop() if len(found) == 1 else None
    turned = words[::-1] if len(words) == FULL else words  # "Kern Ada": the surname first, as some agencies write
    runs = (tuple(order[-size:]) for order in (words, turned) for size in range(len(words), FULL - 1, -1))
    return next((people[run] for run in runs if run in people), None)


def _runs(words: list[str], size: int) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + size]) for at in range(len(words) - size + 1)]


@lru_cache(maxsize=1)
def _listed() -> tuple[dict[tuple[str, ...], str], dict[tuple[str, ...], str], int]:
    """Bodies and people by the words of their names, and how many words the longest name of a body has."""
    bodies: dict[tuple[str, ...], str] = {}
    people: dict[tuple[str, ...], str] = {}
    for actor in world_actors():
        if actor.side is None or actor.platform or actor.kind not in ("person", "organisation"):
            continue
        for name in (actor.name, *actor.aliases):
            words = tuple(WORD.findall(fold(name)))
            known = people if actor.kind == "person" else bodies
            if len(words) >= FULL or (actor.kind != "person" and (name.isupper() or name[-1:].isdigit())):
                known[words] = actor.side
    return bodies, people, max(map(len, bodies), default=0)
