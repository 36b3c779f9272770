"""Bodies of a state that share their name with one of the world: "the Russian Security Council" is not the UN's."""

from __future__ import annotations

from dataclasses import replace

from fogline.mentions.actors.phrase import View
from fogline.packs.lexicon import Hit

__all__ = ["without_namesakes"]

_SHARED = frozenset({("security", "council"), ("general", "assembly"), ("human", "rights", "council")})


def without_namesakes(view: View) -> View:
    """The view without such names where a state stands before them."""
    false = [hit for hit in view.hits if _is_namesake(view, hit)]
    if not false:
        return view
    hits = tuple(hit for hit in view.hits if hit not in false)
    return replace(view, hits=hits, cover=tuple(None if hit in false else hit for hit in view.cover))


def _is_namesake(view: View, hit: Hit) -> bool:
    keys = tuple(key for key in view.keys[hit.first : hit.last + 1] if key != "the")
    if keys not in _SHARED:
        return False
    at = hit.first - 1
    while at > 0 and view.keys[at] in ("'s", "'", "national"):
        at -= 1
    behind = hit.last + (3 if view.keys[hit.last + 2 : hit.last + 3] == ("the",) else 2)
    of = view.keys[hit.last + 1 : hit.last + 2] == ("of",) and behind < len(view.cover)
    around = (view.cover[at] if at >= 0 else None, view.cover[behind] if of else None)
    states = (one.entry for one in around if one is not None)
    return any(entry.use in ("adjective", "state") and entry.name != hit.entry.name for entry in states)
