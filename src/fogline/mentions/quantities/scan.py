"""One scan of a sentence for numbers: what is a number, what its unit is, and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from fogline.mentions.quantities.lexicon import alternation, lexicon
from fogline.mentions.quantities.lookalikes import FOOTNOTE, lookalikes
from fogline.mentions.quantities.numerals import NUMBER, Number, number_of

__all__ = ["Found", "scan"]

_ATTRIBUTIVE_METRE = re.compile(
    r"\s?-?(?:long|deep|high|tall|wide|thick|away|from|above|below|off|apart|north|south|east|west|of road|\)|high)\b|\s?\)"
)
_NOUN_AFTER = re.compile(r"\s(?:people|[a-z]+s|barrels|more|of the|men|women|children)\b")


_EDGE = r"(?:(?<![\w.,])|(?<=[a-z)][.,]))"  # "Inc.12" is a new word, "1.12" is not


@dataclass(frozen=True, slots=True)
class Found:
    """A number in a sentence: offsets into the sentence, what it is worth, its unit, and how the two are joined.

    `start`, `end` cover currency, number and unit; `core_start`, `core_end` the number. `unit` is None for a bare
    count. `hyphen` tells that the unit hangs on the number as in "30-day". `form` is the form of NUMBER it has.
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


@cache
def _unit_after() -> re.Pattern[str]:
    lex = lexicon()
    money = [form for form in lex.currencies if form.isalpha() or " " in form or len(form) == 1]
    long_forms = alternation([*lex.units, *money, "cents", "pounds"])
    short = alternation(list(lex.short))
    return re.compile(
        rf"(?P<gap>(?:\+|-plus|-odd)?[\s\u00a0]?-?|\sof\s|\s(?:or\s(?:so|more)|plus)\s)(?:(?P<long>{long_forms})|(?P<short>{short}))(?![\w²³/])(?!-(?:general|minister))"
    )


@cache
def _trigger() -> re.Pattern[str]:
    words = "tens|dozen|scores|hundred|thousand|million|billion|trillion|lakh|crore|couple|few|several|half|quarter|third|fifth"
    return re.compile(
        rf"\d|[½¼¾⅓⅔]|\b(?:{words}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twel|thirt|fourt|fift|sixt|sevent|eight|ninet|twenty|forty|zero|no\s)"
    )


def scan(text: str) -> Iterator[Found]:
    """The numbers of `text` in order, with their units; what only looks like a number is left out."""
    lower = text.lower()
    if len(lower) != len(text):  # a few letters grow when lowered; offsets must not move
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    if not _trigger().search(lower):
        return
    position = 0
    while match := _pattern().search(lower, position):
        position = match.end()
        if match["skip"] is not None:
            continue
        currency, core = None, match
        if match["priced"] is not None:
            if match["priced"].isalpha() and text[match.start()].islower():
                continue
            currency = lexicon().currencies[match["priced"]]
            core = _number().match(lower, match.end()) or match
            if core is match:
                continue
        found = _found(text, lower, match.start(), core, currency)
        if found is not None:
            yield found
            position = found.end
        else:
            position = core.end()


def _found(text: str, lower: str, start: int, core: re.Match[str], currency: str | None) -> Found | None:
    form = core.lastgroup or "figure"
    begin, end = core.span()
    abbreviation = form == "figure" and lower[end - 1] == "m"
    if abbreviation and currency is None and not _is_million(text, lower, begin, end):
        end -= 1
    number = number_of(form, lower[begin:end])
    if number is None:
        return None
    found = Found(start, end, begin, end, form, number, currency or (None if number.unit == "count" else number.unit))
    return _with_unit(text, lower, found, currency)


def _is_million(text: str, lower: str, begin: int, end: int) -> bool:
    """Whether the m of "5m" is million: "1.2m people", "5m euros", but "5m long", "100m from" are metres."""
    if _ATTRIBUTIVE_METRE.match(lower, end):
        return False
    unit = _unit_after().match(lower, end)
    return unit is not None or text[end - 1] == "M" or "." in lower[begin:end] or bool(_NOUN_AFTER.match(lower, end))


def _with_unit(text: str, lower: str, found: Found, currency: str | None) -> Found | None:
    lex = lexicon()
    unit = _unit_after().match(lower, found.end)
    if unit is not None and unit["short"] and (found.form != "figure" or not found.core_end == found.end):
        unit = None
    if unit is not None and unit["gap"] == " of " and found.form != "vague":
        unit = None
    if unit is None or (found.number.unit == "fraction" and unit["gap"] == ""):
        glued = found.end < len(lower) and lower[found.end].isalpha()
        return None if glued else found
    spelling = " ".join((unit["long"] or unit["short"]).split())
    if len(spelling) == 3 and spelling.upper() in lex.currencies.values() and not text[unit.start("long")].isupper():
        return found  # "12 try to flee"
    if spelling == "pounds":
        name = "lb" if "-" in unit["gap"] or " of " in lower[unit.end() : unit.end() + 4] else "GBP"
    else:
        known = lex.units.get(spelling) or lex.short.get(spelling)
        name = known.name if known else lex.currencies.get(spelling, "USD")
    if currency is not None:
        name = currency if spelling in lex.currencies else name
        if spelling not in lex.currencies:
            return found
    return Found(
        found.start, unit.end(), found.core_start, found.core_end, found.form, found.number, name, "-" in unit["gap"]
    )
