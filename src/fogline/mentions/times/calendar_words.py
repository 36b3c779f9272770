"""Reading dates: days, months, years, parts of years, decades, centuries."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from fogline.mentions.times.designations import is_model
from fogline.mentions.times.lexicon import MONTHS
from fogline.mentions.times.lexing import CAPITAL, CODES, OTHER
from fogline.mentions.times.readings import Clock, Moment, Shift, Stretch

if TYPE_CHECKING:
    from collections.abc import Callable

    from fogline.mentions.times.hits import Hit
    from fogline.mentions.times.readings import Reading

__all__ = ["CALENDAR"]

_DAY_FIRST: Final = re.compile(r"(?<![\d/])(?:1[3-9]|2\d|3[01])/\d{1,2}/(?:\d{4}|\d\d)(?![\d/])")
_DIGITS = re.compile(r"\d+")
# What may stand before a month that bears no number: "in May", "late August", "that March".
_BEFORE_MONTH = frozenset(
    CODES[name]
    for name in (
        "IN ON OF SINCE UNTIL BY FROM TO BETWEEN AND OR DURING OVER FOR THROUGH EARLY LATE MID END START BEFORE AFTER "
        "HYPHEN LAST NEXT THIS PAST COMING EVERY WITHIN INTO SLASH LPAR COMMA EARLIER LATER STARTING"
    ).split()
)
_SURE_BEFORE_YEAR = frozenset(CODES[name] for name in "IN OF SINCE DURING EARLY LATE MID END START LPAR".split())
_MEASURES = frozenset(("km", "kilometers", "kilometres", "miles", "metres", "meters", "people", "men", "troops",
    "percent", "tons", "tonnes", "dollars", "euros", "rubles", "hryvnias", "per", "rounds"))  # fmt: skip
_SHORT_VERBS = frozenset(("is", "was", "has", "does", "says", "its", "his", "this"))
_NAMES_BEFORE = frozenset(("black", "bloody", "good", "palm", "holy", "cyber", "super", "sheffield", "ash", "maundy"))
_NAMES_BEHIND = frozenset(("times", "telegraph", "mail", "mirror", "express", "post", "herald", "live", "people",
    "independent", "sun", "star", "world", "tribune", "morning post"))  # fmt: skip

_STREETS = frozenset(("street", "avenue", "square", "road", "boulevard", "park", "bridge", "stadium", "movement"))
_COUNTABLE: Final = 2000  # years before that are in such reports rather numbers
_PEOPLE: Final = frozenset(
    "civilians people persons children men women soldiers troops servicemen fighters residents invaders occupiers "
    "civilian deaths casualties victims prisoners refugees houses buildings".split()
)


def _date(year: int | None, month: int | None, day: int | None) -> Moment | None:
    if (month is not None and not 1 <= month <= 12) or (year is not None and not 1000 <= year <= 2999):
        return None
    if day is not None and not 1 <= day <= 31:
        return None
    return Moment(year=year, month=month, day=day)


def _iso(hit: Hit) -> Reading | None:
    word = hit.lexed.word(hit.start)
    year, month, day = (int(piece) for piece in word[:10].rstrip("tT").split("-")[:3])
    moment = _date(year, month, day)
    if moment is None or "t" not in word:
        return moment
    hour, minute, *rest = (int(piece) for piece in _DIGITS.findall(word.split("t")[1])[:3])
    zone = "utc" if word.endswith("z") else None
    return Moment(year=year, month=month, day=day, clock=Clock(hour, minute, rest[0] if rest else None, zone))


def _slashed(hit: Hit) -> Reading | None:
    first, second, third = (int(piece) for piece in _DIGITS.findall(hit.lexed.word(hit.start)))
    if first > 31:
        return _date(first, second, third)
    year = third if third > 99 else 2000 + third
    # American month first, unless only the other order is a date here or elsewhere in the report; dots are European.
    if first > 12 or "." in hit.lexed.word(hit.start) or _DAY_FIRST.search(hit.lexed.text):
        first, second = second, first
    return _date(year, first, second)


def _named_date(hit: Hit) -> Reading | None:
    year = hit.year() if hit.name in {"dmy", "mdy"} else None
    if year is None and hit.titled(_STREETS):
        return None
    if hit.name == "mdy" and year is not None and year < _COUNTABLE and _counts(hit):
        return None  # "as of April 15, 1982 civilians were killed": the day and a number
    if hit.name == "md" and hit.preceded_by("IN") and not hit.has("ORDSUF", "ORDW", "SECOND"):
        return None  # "in May 12 soldiers fell": dates take "on"
    return _date(year, hit.month(), hit.day())


def _counts(hit: Hit) -> bool:
    """Whether people stand behind, so that the last number counts them."""
    behind = hit.lexed.word(hit.end) if hit.end < len(hit.lexed.codes) else ""
    return behind in _PEOPLE


def _week_of(hit: Hit) -> Reading | None:
    moment = _date(hit.year() if hit.has("YEAR") else None, hit.month(), hit.day())
    return None if moment is None or hit.unit() != "week" else replace(moment, whole_week=True)


def _months(hit: Hit) -> Reading | None:
    """January to March 2024; over the turn of the year the first month is of the year before."""
    year = hit.year()
    first, last = (MONTHS[word] for word in hit.words("MONTH", "MABBR", "MAYBE"))
    if year is None or (hit.has("AND") and not hit.has("BETWEEN")):
        return None
    return Stretch(Moment(year=year - (first > last), month=first), Moment(year=year, month=last))


def _short_date(hit: Hit) -> Reading | None:
    numbers = hit.integers()
    return _date(2000 + numbers[1], hit.month(), numbers[0])


def _month_year(hit: Hit) -> Reading | None:
    return _date(hit.year(), hit.month(), None)


def _days(hit: Hit) -> Reading | None:
    """Two days of one month: an interval, but with "and" only where it says "between" or the days adjoin."""
    first, last = hit.integers()[:2]
    if first >= last or (hit.has("AND") and not hit.has("BETWEEN") and last != first + 1):
        return None
    year = hit.year() if hit.has("YEAR", "APOS") else None
    left, right = _date(year, hit.month(), first), _date(year, hit.month(), last)
    return Stretch(left, right) if left is not None and right is not None else None


def _month(hit: Hit) -> Reading | None:
    """A bare month: given names ("April Jones", "Theresa May") and the verbs may and march are none."""
    if hit.has("MABBR") and not (
        hit.before() in _BEFORE_MONTH and hit.lexed.text[hit.lexed.starts[hit.start]].isupper()
    ):
        return None
    if hit.followed_by("DAY") and (hit.titled(_STREETS, 1) or hit.titled(_STREETS, 2)):
        return None
    sure = hit.before() in _BEFORE_MONTH
    if hit.has("MAYBE") and not sure:
        return None
    if hit.after() == CAPITAL and not hit.preceded_by("IN", "SINCE", "UNTIL", "LATE", "EARLY", "MID", "LAST", "THIS"):
        return None
    if hit.before() == CAPITAL and not sure:
        return None
    return Moment(month=hit.month())


def _year(hit: Hit) -> Reading | None:
    """A bare year: not a count ("2000 troops"), not part of a name or of a longer number."""
    year = hit.year()
    at = hit.end - 1
    text, end = hit.lexed.text, hit.lexed.ends[at]
    if year is None or text[end : end + 1].isalnum() or text[end : end + 1] in ("%", "°", "_"):
        return None
    if hit.followed_by("UNITS", "UABBR", "PERCENT", "ZONE", "BIG", "SLASH") or hit.preceded_by(
        "MONEY", "PERCENT", "DAY"
    ):
        return None
    before, word = hit.before(), hit.lexed.word(hit.end) if hit.after() else ""
    if word in _MEASURES or is_model(hit.lexed, hit.start, hit.end):
        return None
    if (
        hit.after() == OTHER
        and word.endswith("s")
        and word not in _SHORT_VERBS
        and before not in _SURE_BEFORE_YEAR
        and _countable(hit, year)
    ):
        return None
    if _in_number(hit):
        return None
    if not 1900 <= year <= 2040 and before not in _SURE_BEFORE_YEAR:
        return None
    return Moment(year=year)


def _in_number(hit: Hit) -> bool:
    """Whether dashes tie it to other digits, as in a telephone number."""
    numbers = {CODES[name] for name in ("NUM", "BIG", "FOUR", "DAY")}
    dash = CODES["HYPHEN"]
    return (hit.before() == dash and hit.before(2) in numbers) or (hit.after() == dash and hit.after(1) in numbers)


def _countable(hit: Hit, year: int) -> bool:
    return year % 100 == 0 or not hit.has("THE", "A")


def _year_span(hit: Hit) -> Reading | None:
    """2024-25 is two years, 2024-08 a month."""
    year, short = hit.integers()[:2]
    if not all(hit.lexed.glued(at) for at in range(hit.start + 1, hit.end)):
        return None
    last = year - year % 100 + short
    if last <= year or last - year > 12:
        return _date(year, short, None)
    return Stretch(Moment(year=year), Moment(year=last))


def _decade(hit: Hit) -> Reading | None:
    """The 1990s, the '50s; "in his 40s" is an age."""
    number = hit.integers()[0]
    if number % 10 or not (hit.has("YEAR", "THE") or hit.preceded_by("AND") or hit.codes[0] == CODES["APOS"]):
        return None
    if number < 100 and (number < 20 or hit.preceded_by("HIS")):
        return None
    return Moment(year=number if number > 99 else 1900 + number, width=10)


def _century(hit: Hit) -> Reading | None:
    number = hit.ordinal()
    return Moment(year=(number - 1) * 100, width=100) if number and number < 30 else None


def _division(hit: Hit) -> Reading | None:
    code = hit.find("HALFYEAR")
    if code is None:
        number = hit.ordinal()
        letter = "Q" if hit.has("QUARTER") else "H"
        if number is None or number > (4 if letter == "Q" else 2):
            return None
        code = f"{letter}{number}"
    if hit.name == "division_shift":
        if hit.unit() != "year":
            return None
        count = {"LAST": -1, "NEXT": 1}
        moved = next((step for name, step in count.items() if hit.has(name)), 0)
        return Moment(division=code.upper(), shift=Shift(moved, "year"))
    return Moment(year=hit.year(), division=code.upper())


def _season(hit: Hit) -> Reading | None:
    """A bare season needs a preposition or a word for early or late; "fall" and "spring" also need an article."""
    if hit.name == "season_year":
        return Moment(year=hit.year(), division=hit.season())
    if not hit.preceded_by("IN", "BY", "SINCE", "UNTIL", "DURING", "OVER", "EARLY", "LATE", "MID", "OF", "THROUGH"):
        return None
    if hit.after() in {CAPITAL, OTHER} and hit.preceded_by("OF"):
        return None
    if hit.has("FALL") and (not hit.has("THE") or hit.followed_by("OF") or hit.preceded_by("BY", "SINCE", "OF")):
        return None
    return Moment(division=hit.season())


def _weekday(hit: Hit) -> Reading | None:
    """A weekday, unless it is part of a name: "Black Friday", "The Sunday Times", "Saturday Night Live"."""
    before = hit.lexed.word(hit.start - 1) if hit.start else ""
    if (hit.before() == CAPITAL and before in _NAMES_BEFORE) or hit.titled(_NAMES_BEHIND):
        return None
    if hit.has("WABBR") and not hit.followed_by("COMMA", "DAY", "MONTH", "MABBR", "MAYBE", "CLOCK"):
        return None
    if hit.followed_by("PART") and hit.titled(_NAMES_BEHIND, 1):
        return None
    return Moment(weekday=hit.weekday())


CALENDAR: Final[dict[str, Callable[[Hit], Reading | None]]] = {
    "week_of": _week_of,
    "months_of_year": _months,
    "iso": _iso, "slashed": _slashed, "days_of_month": _days, "month_days": _days, "dmy": _named_date,
    "mdy": _named_date, "dm": _named_date, "md": _named_date, "dmy_short": _short_date, "month_year": _month_year,
    "year_month": _month_year, "month": _month, "year": _year, "year_span": _year_span, "decade": _decade,
    "century": _century, "division": _division, "division_shift": _division, "season_year": _season,
    "season": _season, "weekday": _weekday,
}  # fmt: skip
