"""The last touch on a title: the site by its name, a border with its article, no half of a pair of quotes."""

from __future__ import annotations

import re

from fogline.data.gazetteer import fold
from fogline.links.lexicon import lexicon
from fogline.records.mentions import Place

__all__ = ["finished"]

# "at nuclear plant", "around the nuclear power station": a site as a report calls it that names no town with it.
A_PLANT = re.compile(
    r"\b(?:(?:the|a|an) )?(?:(?P<land>[A-Z]\w+?)(?:['’]s)? )?"
    r"(?:nuclear|atomic) (?:power )?(?:plant|station|facility)\b(?! (?:in|of|at)\b)"
)
OF_PLANTS = ("plant", "npp", "station")
# "stationed in Ostria–Veridia border", "has left Ostria–Veridia border".
IN_BORDER = re.compile(r"\b(?:in|at|on) ((?:[A-Z][\w’'-]*(?:–[A-Z][\w’'-]*)+) border)\b")
BARE_BORDER = re.compile(r"\b(left|holds|struck|crossed) ((?:[A-Z][\w’'-]*(?:–[A-Z][\w’'-]*)+) border)\b")
PAIRS = (("‘", "’"), ("“", "”"))
OPENING_VERB = re.compile(r"^(Did|Does|Do|Has|Have|Is|Are|Was|Were|Will|Can) ([A-Z][a-z]+ing) (?=[a-z])")
CONTRACTED = re.compile(r"(?<=\w)’(?=\w)")


def finished(asked: str, place: Place | None) -> str:
    """A title as people read it: which plant is meant, "the" before a border, quotes that close."""
    asked = OPENING_VERB.sub(lambda found: f"{found[1]} {found[2].lower()} ", asked)
    asked = BARE_BORDER.sub(r"\1 the \2", IN_BORDER.sub(r"at the \1", asked))
    return _quotes_closed(_named(asked, place))


def _named(asked: str, place: Place | None) -> str:
    """The name of the plant that a question is about where it says "nuclear plant" alone."""
    if place is None or place.precision != "point" or not any(word in fold(place.name) for word in OF_PLANTS):
        return asked
    first = fold(place.name).split()[0]
    found = None if first in fold(asked) else A_PLANT.search(asked)
    if found is None:
        return asked
    land = found["land"]
    kept = f"{land} " if land and fold(land) not in lexicon().states else ""
    return f"{asked[: found.start()]}{kept}{place.name}{asked[found.end() :]}"


def _quotes_closed(asked: str) -> str:
    """A title without the one half of a pair of quotes whose other half was cut off."""
    plain = CONTRACTED.sub("'", asked)
    for opening, closing in PAIRS:
        if plain.count(opening) > plain.count(closing):
            at = asked.rindex(opening)
            asked = asked[:at] + asked[at + 1 :]
    return asked
