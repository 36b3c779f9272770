"""Measures that somebody gives: "put the loss at 4m", "raised its toll to 29"."""

from __future__ import annotations

import re

from fogline.claims.attribution.cues import Cues
from fogline.claims.statement import Statement
from fogline.records.sentences import Token

__all__ = ["REVISING", "gives_figure"]

NUMBER = (
    r"(?:\S?\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|hundreds|thousands)\b)"
)
MEASURED = re.compile(r"\bat (?:\w+ ){0,3}?" + NUMBER)
REVISED = re.compile(
    r"\b(?:figures?|tolls?|counts?|estimates?|numbers?|tally|total|dead|losses)\b.*\bto (?:\w+ ){0,3}?" + NUMBER
)
REVISING = frozenset("raise lower revise cut increase reduce update".split())


def gives_figure(token: Token, statement: Statement, cues: Cues) -> bool:
    """Whether a word of the cue puts a measure at a number, or raises or lowers somebody's figure to one."""
    said = " ".join(piece.text for piece in statement.content)
    if token.lemma in REVISING:
        return REVISED.search(said) is not None
    return token.lemma in cues.measured and MEASURED.search(said) is not None
