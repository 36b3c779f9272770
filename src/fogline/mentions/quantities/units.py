"""The unit right behind a number."""

from __future__ import annotations

import re
from functools import cache

from fogline.mentions.quantities.lexicon import alternation, lexicon

__all__ = ["UnitWords", "is_million", "unit_after"]

_FORMS = {"of": "vague", "a": "part", "an": "part", "of a": "part", "of an": "part"}  # which form the gap asks for
_METRES = re.compile(
    r"\s?-?(?:long|deep|high|tall|wide|thick|away|from|above|below|off|apart|north|south|east|west|of road)\b|\s?\)"
)
_MILLIONS = re.compile(r"\s(?:people|[a-z]+s|more|of the|men|women|children)\b")

UnitWords = tuple[str, int, bool]
"""The short form of a unit, where its words end, and whether a hyphen ties it to the number ("30-day")."""


@cache
def _pattern() -> re.Pattern[str]:
    lex = lexicon()
    money = [form for form in lex.currencies if form.isalpha() or " " in form or len(form) == 1]
    long_forms = alternation([*lex.units, *money, "pounds", "pound"])
    gap = r"(?:\+|-plus|-odd)?(?: {1,40}|-)?|\sof\s|\s(?:of\s)?an?\s|\s(?:or\s(?:so|more)|plus)\s"
    model = r"(?!(?<= [a-z])-\d+(?!\d| [a-z]\b))"  # "40 T-72 tanks" are no tonnes; "5 m-10 m" are metres
    short = alternation(list(lex.short))
    return re.compile(rf"(?P<gap>{gap})(?:(?P<long>{long_forms})|(?P<short>{short}))(?![\w²³/]){model}")


def is_million(text: str, lower: str, begin: int, end: int) -> bool:
    """Whether the m of "5m" is million: in "1.2m people" and "5m euros"; "5m long" and "100m from" are metres."""
    if text[end - 1] == "M":
        return True
    if _METRES.match(lower, end):
        return False
    priced = _pattern().match(lower, end) is not None
    return priced or "." in lower[begin:end] or bool(_MILLIONS.match(lower, end))


def unit_after(text: str, lower: str, end: int, form: str) -> UnitWords | None:
    """The unit that the words at `end` name, behind a number of the given `form`.

    Only a vague number takes a unit through "of" ("millions of dollars"), only a share one through "a" ("half a mile").
    """
    lex = lexicon()
    match = _pattern().match(lower, end)
    if match is None or form != _FORMS.get(match["gap"].strip(), form):
        return None
    spelling = " ".join((match["long"] or match["short"]).replace("-", " ").split())
    code = spelling.upper() in lex.currencies.values() and spelling not in lex.units
    if code and not text[match.start("long")].isupper():
        return None  # "12 try to flee" is no price in Turkish lira
    hyphen = match["gap"].endswith("-")
    return _name(spelling, hyphen or lower.startswith(" of ", match.end())), match.end(), hyphen


def _name(spelling: str, weighed: bool) -> str:
    lex = lexicon()
    if spelling in ("pounds", "pound"):
        return "lb" if weighed else "GBP"
    known = lex.units.get(spelling) or lex.short.get(spelling)
    return known.name if known else lex.currencies[spelling]
