"""One scan of a sentence for numbers: what is a number, what its unit is, and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from fogline.mentions.quantities.lexicon import alternation, lexicon
from fogline.mentions.quantities.numerals import CARDINAL, FIGURE, NUMBER, Number, number_of

__all__ = ["Found", "scan"]

_ATTRIBUTIVE_METRE = re.compile(r"\s?-?(?:long|deep|high|tall|wide|thick|away|from|above|below|off|apart|north|south|east|west|of road|\)|high)\b|\s?\)")
_NOUN_AFTER = re.compile(r"\s(?:people|[a-z]+s|barrels|more|of the|men|women|children)\b")


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
def _names() -> str:
    """What only looks like a number: dates, clock times, ages, names with a number, links, coordinates, calibres."""
    lex = lexicon()
    months = f"(?:{alternation(lex.names['months'])})"
    designations = alternation(lex.names["designations"])
    streets = alternation(lex.names["streets"])
    count = rf"(?:{CARDINAL}|\d+)"
    no_unit = r"(?![,.]?\d|\s?(?:%|per\s?cent|km|kilomet|met(?:re|er)s|miles|people|civilians|soldiers|troops|million|billion|thousand|dozen))"
    return "|".join(
        (
            r"https?://\S+|www\.\S+|\S+@\S+\.\S+|[@#]\w+",
            r"\d{1,4}(?P<sep>[/.-])\d{1,2}(?P=sep)\d{2,4}\b",
            r"\d+\.\d+\.\d[\d.]*",
            rf"\d{{1,2}}(?:st|nd|rd|th)?(?:\s?(?:-|–|to|and|/)\s?\d{{1,2}}(?:st|nd|rd|th)?)?[ -](?:of )?{months}\b\.?(?:,?[ -]\d{{4}}\b)?",
            rf"{months}\.?[ -]\d{{1,2}}(?:st|nd|rd|th)?\b(?!,\d{{3}})(?:\s?(?:-|–|to|and)\s?(?:{months}\s)?\d{{1,2}}(?:st|nd|rd|th)?\b(?!\s?(?:[a-z]+s\b|%)))?(?:,?\s(?:19|20)\d\d\b)?",
            rf"{months}\.?,?\s(?:of\s)?(?:19|20)\d\d\b",
            r"(?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d)\b(?!,)",
            r"(?:mid-|pre-|post-|early-|late-)\d+s?|['’]?\d{2,4}s\b",
            r"\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:am|pm|a\.m\.?|p\.m\.?|gmt|utc|local|hrs?|bst|e[ds]t|cet|z)\b|\d{1,2}:\d{2}(?::\d{2})?",
            rf"(?:\d{{1,2}}|{CARDINAL})\s?(?:am\b|pm\b|a\.m\.?|p\.m\.?|o['’]clock)",
            r"\d{4}\s?(?:hrs|hours|gmt|utc|z|local)\b",
            rf"(?:aged?|ages)\s(?:of\s|between\s|from\s)?{count}(?:\s?(?:to|and|or|-|–)\s?{count})?",
            rf"{count}(?:\s?(?:to|-|–|and)\s?{count})?[- ]?(?:to[- ]{count}[- ])?(?:years?|months?|weeks?|days?)[ -](?:olds?\b|of\sage\b)",
            rf"(?:under|over)[- ]{count}s\b",
            r"\d+(?:,\d{3})*(?:st|nd|rd|th)\b",
            rf"(?:{designations})[ -](?:no\.?\s|number\s)?(?:\d[\d./-]*[a-z]?\b{no_unit}(?:\s\((?:19|20)\d\d\))?|(?:{_words_after()})\b(?!\s[a-z]))",
            rf"\d{{1,4}}[a-z]?,?\s(?:[a-z'’]+\s){{1,2}}(?:{streets})\b(?=[,.]|\sin\b|$)",
            r"(?:[a-z]{1,12}[-–])(?<!\w)?(?=\d)[\w.-]*\d[\w-]*" if False else r"(?<![a-z])[a-z]{1,14}-\d+[a-z]*(?:-\d+)?(?![\d,.]*\s?(?:%|km\b|million|billion))",
            r"(?!(?:rs|us|usd|eur|gbp|aud|cad|inr|uah|rub|chf|pkr|nis|sar|aed|rmb|cny|jpy)\d)[a-z]+\d[\w-]*",
            r"\d+[a-z]+\d\w*|\d+(?:x|×)\d+(?:mm)?",
            r"\d+(?:\.\d+)?\s?-?(?:mm|cal|caliber|calibre)\b(?:[ -](?:caliber|calibre))?(?=\s[a-z])",
            r"(?<![\d/])(?:24/7|9/11|7/7|7/10|\d+/\d{3,}|\d{3,}/\d+|[4-9]/\d+|\d\d/\d+)(?![\d/])",
            r"\+\d[\d ()-]{7,}\d|\(?0\d{2,4}\)?[ -]\d{3,}(?:[ -]?\d+)*",
            r"\d+(?:\.\d+)?°\s?\d[\d.'′″\"\s]*[nsew]\b|\d+\.\d{3,}\s?°?\s?[nsew]\b|\d{1,2}[a-z]\s[a-z]{2}\s\d{3,5}\s\d{3,5}",
            r"\[\d+\]|(?<=\()\d(?=\)\s)|^\(?\d{1,2}[.)]\s",
            r"(?:no|any|each|every|some|the|this|that|which)\s?one\b|one\s?-?(?:another|of|time|day|side|sided|on-one)\b|\bone['’]s?\b",
            r"half-?(?:brother|sister|time|way|mast|hour|hearted|life|term|year|built|finished|century|marathon)s?\b|(?:first|second|latter|other|eastern|western|northern|southern|in|better)[ -]half\b",
            r"three-quarter-\w+|(?:two|three|four|five|six|seven|eight)-(?:way|state|sided|pronged|time|star|wheel|wheeler|fold|tier|front|track|part|step|stage|point\splan|faced|thirds-majority)\b",
        )
    )


def _words_after() -> str:
    return "one|two|three|four|five|six|seven|eight|nine|ten"


@cache
def _pattern() -> re.Pattern[str]:
    symbols = [form for form in lexicon().currencies if not form.isalpha() or len(form) == 3 or form == "rs"]
    currency = rf"(?:(?P<currency>{alternation(symbols)})[ \u00a0]?(?=[\d½¼¾]|{CARDINAL}[ -](?:hundred|thousand|million|billion)))"
    priced = rf"(?<![a-z\d])(?P<priced>{alternation(symbols)})[ \u00a0]?(?=\d)"
    del currency
    return re.compile(rf"(?:(?<![\w.,])|(?<=[a-z][.,]))(?:(?P<skip>{_names()})|{NUMBER})|{priced}")


@cache
def _number() -> re.Pattern[str]:
    return re.compile(NUMBER)


@cache
def _unit_after() -> re.Pattern[str]:
    lex = lexicon()
    money = [form for form in lex.currencies if form.isalpha() or " " in form or len(form) == 1]
    long_forms = alternation([*lex.units, *money, "cents", "pounds"])
    short = alternation(list(lex.short))
    return re.compile(rf"(?P<gap>[\s\u00a0]?-?)(?:(?P<long>{long_forms})|(?P<short>{short}))(?![\w²³/])(?!-(?:general|minister))")


@cache
def _trigger() -> re.Pattern[str]:
    words = "tens|dozen|scores|hundred|thousand|million|billion|trillion|lakh|crore|couple|few|several|half|quarter|third|fifth"
    return re.compile(rf"\d|[½¼¾⅓⅔]|\b(?:{words}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twel|thirt|fourt|fift|sixt|sevent|eight|ninet|twenty|forty|zero|no\s)")


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
    return _with_unit(lower, found, currency)


def _is_million(text: str, lower: str, begin: int, end: int) -> bool:
    """Whether the m of "5m" is million: "1.2m people", "5m euros", but "5m long", "100m from" are metres."""
    if _ATTRIBUTIVE_METRE.match(lower, end):
        return False
    unit = _unit_after().match(lower, end)
    return unit is not None or text[end - 1] == "M" or "." in lower[begin:end] or bool(_NOUN_AFTER.match(lower, end))


def _with_unit(lower: str, found: Found, currency: str | None) -> Found | None:
    lex = lexicon()
    unit = _unit_after().match(lower, found.end)
    if unit is not None and unit["short"] and (found.form != "figure" or not found.core_end == found.end):
        unit = None
    if unit is None or (found.number.unit == "fraction" and unit["gap"] == ""):
        glued = found.end < len(lower) and lower[found.end].isalpha()
        return None if glued else found
    spelling = " ".join((unit["long"] or unit["short"]).split())
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
