"""Reading amounts of time and frequencies: for three days, a 30-day truce, every week, twice a month."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.mentions.times.lexicon import FREQUENCIES, PARTS, UNITS
from fogline.mentions.times.lexing import CAPITAL, CODES, OTHER
from fogline.mentions.times.readings import Frequency, Length
from fogline.mentions.times.values import duration_timex

if TYPE_CHECKING:
    from collections.abc import Callable

    from fogline.mentions.times.hits import Hit
    from fogline.mentions.times.readings import Reading

__all__ = ["LENGTHS"]

_PLAIN_UNITS = frozenset(("second", "minute", "hour", "day", "week", "month", "year", "decade", "century", "quarter",
    "fortnight", "weekend", "night"))  # fmt: skip
# What may stand before a unit in the plural that no number counts: "for months", "after weeks of".
_BEFORE_UNITS = frozenset(
    CODES[name] for name in "FOR AFTER OVER WITHIN OF IN DURING THROUGH JUST TO ABOUT UNTIL MORE SINCE BEFORE".split()
)

_LASTING = frozenset(("take", "takes", "took", "taken", "last", "lasts", "lasted", "spend", "spent"))
_COUNTS = frozenset(CODES[name] for name in "DAY NUM BIG YEAR FOUR NUMW DECIMAL PERCENT FEW RATE MONEY".split())
_PLAIN_WORDS = frozenset({OTHER, CAPITAL, CODES["OF"], CODES["RATE"], CODES["UNITS"]})


def _old(hit: Hit) -> bool:
    """Whether it is an age: "16-year-old", "45 years old", "aged 45 years"."""
    at = hit.end
    codes = hit.lexed.codes
    if codes[at : at + 1] == CODES["HYPHEN"]:
        at += 1
    return codes[at : at + 1] == CODES["OLD"] or (
        hit.followed_by("OF")
        and hit.lexed.codes[hit.end + 1 : hit.end + 2] != ""
        and hit.lexed.word(hit.end + 1) == "age"
    )


def _length(hit: Hit) -> Reading | None:
    unit = hit.unit()
    if unit not in _PLAIN_UNITS or unit is None or _old(hit):
        return None
    if hit.has("QUARTER", "SECOND"):
        return None  # "three quarters of them", "the one second"
    if hit.find("NUMW") == "one" and unit == "day" and not _measured(hit):
        return None  # "this could one day happen"
    if hit.has("ALL"):
        return Length(((1.0, unit),)) if not hit.has("UNITS") else None
    amount = hit.amount()
    if hit.has("SOME") and len(hit.words("NUMW", "DAY", "NUM", "BIG")):
        amount = hit.amount_in(hit.start + 1, hit.end)
    return Length(((amount, "day" if unit == "night" else unit),))


def _measured(hit: Hit) -> bool:
    """Whether a preposition measures it: in one day, after one day, one-day."""
    return hit.has("HYPHEN") or hit.before() in _BEFORE_UNITS or hit.preceded_by("THAN", "NEARLY", "A", "LAST")


def _compound(hit: Hit) -> Reading | None:
    """Two years and three months: the pieces in order."""
    pieces: list[tuple[float | None, str]] = []
    start = hit.start
    for at in range(hit.start, hit.end):
        if hit.lexed.codes[at] in {CODES["UNIT"], CODES["UNITS"], CODES["UABBR"]}:
            part = type(hit)(hit.name, hit.lexed, start, at + 1)
            pieces.append((part.amount(), part.unit() or "day"))
            start = at + 1
    return None if _old(hit) else Length(tuple(pieces))


def _half_unit(hit: Hit) -> Reading | None:
    unit = hit.unit()
    return None if unit is None or hit.preceded_by("ORDW", "SECOND", "AND") else Length(((0.5, unit),))


def _quarter_unit(hit: Hit) -> Reading | None:
    """A quarter of an hour, of a century, in whole smaller units."""
    parts: dict[str, tuple[float, str]] = {
        "hour": (15, "minute"), "day": (6, "hour"), "year": (3, "month"), "century": (25, "year"),
    }  # fmt: skip
    codes = hit.lexed.codes
    unit = UNITS.get(hit.lexed.word(hit.end - 1), "") if codes[hit.end - 1] != CODES["QUARTER"] else ""
    return Length((parts[unit],)) if unit in parts else None


def _unit_and_half(hit: Hit) -> Reading | None:
    return Length((((hit.amount_in(hit.start, hit.start + 1) or 1) + 0.5, hit.unit() or "year"),))


def _range_length(hit: Hit) -> Reading | None:
    unit = hit.unit()
    numbers = [hit.amount_in(at, at + 1) for at in range(hit.start, hit.end)]
    known = [number for number in numbers if number is not None]
    if unit not in _PLAIN_UNITS or unit is None or len(known) != 2 or _old(hit):
        return None
    if hit.has("NUMW") and hit.has("HYPHEN") and known[0] >= 20 and known[1] < 10:
        return Length(((known[0] + known[1], unit),))  # "twenty-three minutes"
    if known[0] >= known[1]:
        return None
    return Length(((known[0], unit),), high=known[1])


def _unit_long(hit: Hit) -> Reading | None:
    unit = hit.unit() or "day"
    return Length(((None if hit.has("UNITS") else 1.0, unit),))


def _single_unit(hit: Hit) -> Reading | None:
    """A day, an hour: "40 a day" and "twice a week" are rates, not lengths."""
    if _old(hit) or hit.has("QUARTER"):
        return None
    if _rated(hit):
        return Frequency(duration_timex(((1.0, hit.unit() or "day"),)))
    return Length(((1.0, hit.unit() or "day"),))


def _rated(hit: Hit) -> bool:
    """Whether a number stands a few words before it with no preposition in between: "some 50 mines a day"."""
    for at in range(hit.start - 1, max(-1, hit.start - 6), -1):
        code = hit.lexed.codes[at]
        if code in _COUNTS:
            return True
        if code not in _PLAIN_WORDS:
            return False
    return False


def _bare_units(hit: Hit) -> Reading | None:
    unit = hit.unit()
    if unit is None or _old(hit) or hit.lexed.word(hit.start) == "times":
        return None
    lasting = hit.start > 0 and hit.lexed.word(hit.start - 1) in _LASTING
    if not lasting and hit.before() not in _BEFORE_UNITS and not hit.followed_by("OF", "LONG"):
        return None
    if hit.preceded_by("THE"):
        return None  # "the minutes of a meeting"
    if hit.followed_by("OF") and (hit.preceded_by("OF", "TO", "UNTIL", "IN") or hit.after(1) == CODES["THE"]):
        return None  # "at different hours of the day"
    return Length(((None, unit),))


def _every(hit: Hit) -> Reading | None:
    weekday = hit.weekday()
    if weekday is not None:
        return Frequency(f"XXXX-WXX-{weekday}")
    part = hit.find("PART")
    if part is not None:
        return Frequency(f"XXXX-XX-XXT{PARTS[part]}")
    if hit.month() is not None:
        return Frequency(f"XXXX-{hit.month():02d}")
    if hit.season() is not None:
        return Frequency(f"XXXX-{hit.season()}")
    if hit.unit() == "quarter" and hit.followed_by("OF"):
        return None  # "every quarter of the city"
    if hit.unit() == "weekend":
        return Frequency("XXXX-WXX-WE")
    count = 2.0 if "other" in hit.words("OTHER") else hit.amount() if hit.has("NUMW", "DAY", "NUM", "FEW") else 1.0
    return Frequency(duration_timex(((count, hit.unit() or "day"),)))


def _rate(hit: Hit) -> Reading | None:
    return Frequency(duration_timex(((1.0, hit.unit() or "day"),)))


def _weekdays(hit: Hit) -> Reading | None:
    part = hit.find("PARTS")
    return Frequency(f"XXXX-WXX-{hit.weekday()}" + (f"T{PARTS[part]}" if part else ""))


def _set_adverb(hit: Hit) -> Reading | None:
    """Daily, weekly; capitals beside a name are a paper ("Daily Mail", "Kyiv Weekly")."""
    capital = hit.lexed.text[hit.lexed.starts[hit.start]].isupper()
    if capital and (hit.before() == CAPITAL or hit.after() == CAPITAL):
        return None
    return Frequency(FREQUENCIES[hit.find("SETADV") or "daily"])


LENGTHS: Final[dict[str, Callable[[Hit], Reading | None]]] = {
    "length": _length, "compound": _compound, "half_unit": _half_unit,
    "quarter_unit": _quarter_unit,
    "unit_and_half": _unit_and_half,
    "range_length": _range_length, "unit_long": _unit_long, "single_unit": _single_unit, "bare_units": _bare_units,
    "every": _every, "rate": _rate, "weekdays": _weekdays, "set_adverb": _set_adverb,
}  # fmt: skip
