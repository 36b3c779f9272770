"""One scan of a sentence for numbers: what is a number, what its unit is, and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from fogline.mentions.quantities.lexicon import alternation, lexicon
from fogline.mentions.quantities.lookalikes import FOOTNOTE, lookalikes
from fogline.mentions.quantities.numerals import NUMBER, Number, number_of
from fogline.mentions.quantities.units import is_million, unit_after

__all__ = ["Found", "scan"]

_EDGE = r"(?:(?<![\w.,])|(?<=[a-z)][.,]))"  # "Inc.12" is a new word, "1.12" is not
_BLANKS = str.maketrans("\n\r\t\u00a0\u202f\u2009", "      ")  # one for one, so that offsets stay
_LEAD = 48  # code points before a digit in which a name that holds it can begin: "Security Council resolutions 2254"
_TRIGGER = re.compile(
    r"[\d½¼¾⅓⅔]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twel|thir|fourt|fift|twenty|forty|zero"
    r"|no\s(?:[a-z]+\s)?(?:casualties|deaths|fatalities|injuries|victims)|tens|dozen|score|hundred|thousand|million|billion|trillion|lakh|crore|couple|pair|few|several|half|quarter|fifth)"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A number in a sentence: offsets into the sentence, what it is worth, its unit, and how the two are joined.

    `start`, `end` cover currency, number and unit; `core_start`, `core_end` the number. `unit` is None for a bare
    count. `hyphen` tells that the unit hangs on the number as in "30-day". `form` is the group of NUMBER it matched.
    """

    start: int
    end: int
    core_start: int
    core_end: int
    form: str
    number: Number
    unit: str | None = None
    hyphen: bool = False


@cache
def _pattern() -> re.Pattern[str]:
    symbols = [form for form in lexicon().currencies if not form.isalpha() or len(form) == 3 or form == "rs"]
    priced = rf"(?<![a-z\d])(?P<priced>{alternation(symbols)})[ \u00a0]?(?=\d)"
    return re.compile(rf"(?P<skip>{FOOTNOTE}|{_EDGE}(?:{lookalikes()}))|{_EDGE}{NUMBER}|{priced}")


@cache
def _number() -> re.Pattern[str]:
    return re.compile(NUMBER)


def scan(text: str) -> Iterator[Found]:
    """The numbers of `text` in order, with their units; what only looks like a number is left out."""
    lower = _lowered(text)
    position = 0
    while trigger := _TRIGGER.search(lower, position):
        match = _pattern().search(lower, max(position, trigger.start() - _LEAD))
        if match is None:
            return
        position = match.end()
        if match["skip"] is None:
            found = _read(text, lower, match)
            if found is not None:
                yield found
                position = found.end


def _lowered(text: str) -> str:
    lower = text.lower().translate(_BLANKS)
    if len(lower) == len(text):
        return lower  # nearly always; a few letters grow when lowered, and offsets must not move
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text).translate(_BLANKS)


def _read(text: str, lower: str, match: re.Match[str]) -> Found | None:
    if match["priced"] is None:
        return _found(text, lower, match.start(), match, None)
    if match["priced"].isalpha() and text[match.start()].islower():
        return None  # "try 12" is no price in Turkish lira
    core = _number().match(lower, match.end())
    return _found(text, lower, match.start(), core, lexicon().currencies[match["priced"]]) if core else None


def _found(text: str, lower: str, start: int, core: re.Match[str], currency: str | None) -> Found | None:
    form = core.lastgroup or "figure"
    begin, end = core.span()
    metres = form == "figure" and lower[end - 1] == "m" and currency is None
    if metres and not is_million(text, lower, begin, end):
        end -= 1
    number = number_of(form, lower[begin:end])
    if number is None:
        return None
    unit = currency or (None if number.unit == "count" else number.unit)
    return _with_unit(text, lower, Found(start, end, begin, end, form, number, unit), currency)


def _with_unit(text: str, lower: str, found: Found, currency: str | None) -> Found | None:
    """`found` with the unit behind it; None where letters hang on the number that are no unit ("5G")."""
    words = unit_after(text, lower, found.end, found.form)
    if words is None:
        glued = found.end < len(lower) and lower[found.end].isalpha()
        return None if glued else found
    name, end, hyphen = words
    if currency is not None and name not in lexicon().currencies.values():
        return found  # the price of a measure: "$5 a tonne"
    return replace(found, end=end, unit=currency or name, hyphen=hyphen)
