"""Four digits that are part of a name: "PzH 2000", "Resolution 1973", "the Pantsir 2021 radar"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from fogline.mentions.times.lexing import CAPITAL

if TYPE_CHECKING:
    from fogline.mentions.times.lexing import Lexed

__all__ = ["is_model"]

# A capital letter alone, or behind a small one, as in "PzH", "KrAZ" and "MiG".
_SYMBOL: Final = re.compile(r"[B-HJ-Z]|[A-Za-z]*[a-z][A-Z]+|[A-Z][a-z]?[A-Z]+[a-z]*[A-Z]+")
_NUMBERED: Final = frozenset("type model mark mk article resolution section directive paragraph object flight".split())
_NAMED: Final = frozenset(
    "project brigade battalion regiment division hill height point checkpoint route highway number no".split()
)
_MADE: Final = frozenset(
    "howitzer howitzers radar radars rifle rifles missile missiles rocket rockets drone drones tank tanks gun guns "
    "launcher launchers helicopter helicopters jet jets truck trucks mortar mortars pistol vehicle vehicles warship "
    "frigate submarine variant system systems sniper".split()
)


def is_model(lexed: Lexed, start: int, end: int) -> bool:
    """Whether the year-like number from `start` to `end` belongs to the word before it, so that it is no year."""
    if not start or lexed.ends[start - 1] == lexed.starts[start - 1]:
        return False
    before = lexed.text[lexed.starts[start - 1] : lexed.ends[start - 1]]
    if _SYMBOL.fullmatch(before) or before.lower() in _NUMBERED or (before[0].isupper() and before.lower() in _NAMED):
        return True
    behind = lexed.word(end) if end < len(lexed.codes) else ""
    return lexed.codes[start - 1] == CAPITAL and behind in _MADE
