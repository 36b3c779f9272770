"""A stretch of words that a pattern matched, and how to read the numbers and names in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fogline.mentions.times.lexicon import MONTHS, NUMBERS, ORDINALS, SEASONS, UNITS, WEEKDAYS
from fogline.mentions.times.lexing import CODES

if TYPE_CHECKING:
    from fogline.mentions.times.lexing import Lexed

__all__ = ["Hit"]

_INTEGERS = {CODES[name] for name in ("DAY", "NUM", "YEAR", "FOUR")}
_UNITS = [
    CODES[name] for name in ("UNIT", "UNITS", "UABBR", "UNITLONG", "CENTURY", "QUARTER", "SECOND", "WEEKEND", "PARTS")
]
_COUNTED = _INTEGERS | {CODES[name] for name in ("BIG", "DECIMAL", "HALF", "NUMW", "COUPLE")}
_FEW = {CODES["FEW"], CODES["SOME"]}


@dataclass(frozen=True, slots=True)
class Hit:
    """The words from `start` to `end` (places in `lexed`) that the pattern `name` matched."""

    name: str
    lexed: Lexed
    start: int
    end: int

    @property
    def codes(self) -> str:
        """The class characters of its words."""
        return self.lexed.codes[self.start : self.end]

    def has(self, *names: str) -> bool:
        """Whether one of its words is of one of the classes."""
        codes = self.codes
        return any(CODES[name] in codes for name in names)

    def find(self, *names: str) -> str | None:
        """The first word of the first class that occurs, in lower case."""
        for name in names:
            word = self.lexed.find(name, self.start, self.end)
            if word is not None:
                return word
        return None

    def words(self, *names: str) -> list[str]:
        """All words of the classes, in the order of the text, in lower case."""
        wanted = {CODES[name] for name in names}
        return [self.lexed.word(at) for at in range(self.start, self.end) if self.lexed.codes[at] in wanted]

    def before(self, back: int = 1) -> str:
        """The class character of the word `back` places before it; empty at the start of the text."""
        at = self.start - back
        return self.lexed.codes[at] if at >= 0 else ""

    def after(self, ahead: int = 0) -> str:
        """The class character of the word behind it; empty at the end of the text."""
        at = self.end + ahead
        return self.lexed.codes[at] if at < len(self.lexed.codes) else ""

    def preceded_by(self, *names: str) -> bool:
        """Whether the word before it is of one of the classes."""
        before = self.before()
        return any(before == CODES[name] for name in names)

    def followed_by(self, *names: str) -> bool:
        """Whether the word behind it is of one of the classes."""
        after = self.after()
        return any(after == CODES[name] for name in names)

    def titled(self, names: frozenset[str], ahead: int = 0) -> bool:
        """Whether a capital word of `names` stands behind it, so that both are one name ("Sunday Times")."""
        at = self.end + ahead
        if at >= len(self.lexed.codes):
            return False
        return self.lexed.text[self.lexed.starts[at]].isupper() and self.lexed.word(at) in names

    def integers(self) -> list[int]:
        """Its whole numbers in digits, in the order of the text."""
        codes = self.lexed.codes
        return [int(self.lexed.word(at)) for at in range(self.start, self.end) if codes[at] in _INTEGERS]

    def month(self) -> int | None:
        """Its month, 1 to 12."""
        word = self.find("MONTH", "MABBR", "MAYBE")
        return None if word is None else MONTHS[word]

    def weekday(self) -> int | None:
        """Its weekday, Monday is 1."""
        word = self.find("WEEKDAY", "WEEKDAYS", "WABBR")
        return None if word is None else WEEKDAYS[word]

    def season(self) -> str | None:
        """The code of its season."""
        word = self.find("SEASON", "FALL")
        return None if word is None else SEASONS[word]

    def unit(self) -> str | None:
        """The unit it counts in, singular: the last one in it."""
        codes = self.lexed.codes
        for at in range(self.end - 1, self.start - 1, -1):
            if codes[at] in _UNITS and (word := self.lexed.word(at)) in UNITS:
                return UNITS[word]
        return None

    def day(self) -> int | None:
        """Its day of the month, in digits or as an ordinal word; None where there is none or it is no day."""
        word = self.find("DAY")
        if word is None:
            ordinal = self.find("ORDW", "SECOND")
            return None if ordinal is None else ORDINALS[ordinal]
        return int(word) or None

    def ordinal(self) -> int | None:
        """Its ordinal number."""
        word = self.find("ORDW", "SECOND")
        return ORDINALS[word] if word is not None else next(iter(self.integers()), None)

    def year(self) -> int | None:
        """Its year; two digits are read as the year nearest to the turn of the century that news still means."""
        word = self.find("YEAR")
        if word is not None:
            return int(word)
        codes = self.codes
        at = codes.rfind(CODES["DAY"])
        if at < 0:
            return None
        short = int(self.lexed.word(self.start + at))
        return (2000 if short < 50 else 1900) + short

    def amount(self) -> float | None:
        """How many units: None is an unknown number ("a few", "several")."""
        return self.amount_in(self.start, self.end)

    def amount_in(self, start: int, end: int) -> float | None:
        """How many units the words between two places count."""
        total: float | None = None
        for at in range(start, end):
            code = self.lexed.codes[at]
            if code in _FEW:
                return None
            value = self._value(code, self.lexed.word(at))
            if value is not None and not (code == CODES["A"] and self.lexed.codes[at + 1] in _COUNTED):
                total = _add(total, value)
        return total

    def _value(self, code: str, word: str) -> float | None:
        if code in _INTEGERS or code == CODES["BIG"]:
            return float(word.replace(",", ""))
        if code == CODES["DECIMAL"]:
            return float(word)
        if code == CODES["HALF"]:
            return 0.5
        return NUMBERS.get(word) if code in {CODES["NUMW"], CODES["COUPLE"], CODES["A"]} else None


def _add(total: float | None, value: float) -> float:
    """Number words in a row: "twenty" + "one", "two" x "hundred", "three" x "dozen"."""
    if total is None:
        return value
    return total * value if value in {12, 100} else total + value
