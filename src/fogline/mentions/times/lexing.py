"""From text to a string with one character a word, so that patterns of time can be ordinary regular expressions.

Most words of a report have nothing to do with time. Reading words through one dictionary and matching over their
classes costs a fraction of matching a hundred alternatives against the letters, and blanks inside an expression
("9 a . m .", a line break after "October") cease to matter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from fogline.mentions.times.lexicon import CLASS_OF

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["BREAK", "CAPITAL", "CODES", "OTHER", "Lexed", "lex"]

OTHER: Final = "x"
CAPITAL: Final = "X"
BREAK: Final = "\n"
_NUMBER_CLASSES = ("DAY", "NUM", "YEAR", "FOUR", "BIG", "DECIMAL", "CLOCK", "SLASHED", "ISO")
# One character a class; ideographs, so that none means anything to the regular expression engine.
CODES: Final[dict[str, str]] = {
    name: chr(0x4E00 + at) for at, name in enumerate(sorted({*CLASS_OF.values(), *_NUMBER_CLASSES}))
} | {"OTHER": OTHER, "CAPITAL": CAPITAL, "BREAK": BREAK}
_CODE_OF: Final[dict[str, str]] = {word: CODES[name] for word, name in CLASS_OF.items()}

_DOT = CODES["DOT"]
_BEFORE_DOT = {CODES["MABBR"], CODES["DAY"]}
_HOUR_ZONE = re.compile(r"\d|[A-Z]\w+ time\b")
_AFTER_HOUR = {CODES[name] for name in ("WEEKDAY", "ON", "TODAY", "LPAR", "ZONE", "MONTH", "MABBR", "DOT", "COMMA")}
_TOKEN = re.compile(
    r"[QqHh][1-4](?!\w)|[^\W\d_]+(?:['’](?![sS]\b)[^\W\d_]+)?"
    r"|(?<![\d-])\d{4}-\d{1,2}-\d{1,2}(?:T\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d-])"
    r"|(?<![\d-])\d{1,2}-\d{1,2}-\d{4}(?![\d-])|\d+(?:[.,:/]\d+)*|[^\w\s]|\n[^\S\n]*\n"
)
_SHAPES: Final = (
    ("DAY", re.compile(r"[012]?\d|3[01]")),
    ("NUM", re.compile(r"\d{2,3}")),
    ("YEAR", re.compile(r"1[5-9]\d\d|20\d\d")),
    ("FOUR", re.compile(r"\d{4}")),
    ("BIG", re.compile(r"\d{1,3}(?:,\d{3})+|\d{5,7}")),
    ("CLOCK", re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?")),
    ("DECIMAL", re.compile(r"\d{1,4}\.\d{1,2}")),
    ("SLASHED", re.compile(r"\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}/\d{1,2}/\d{1,2}")),
    ("ISO", re.compile(r"\d{4}-\d{1,2}-\d{1,2}.*")),
)
# "T-72", "Su-34", "COVID-19" are names; "mid-2024" and "post-2014" are years.
_PLAIN_NUMBER = re.compile(
    r"(?i)(?:[^\w]|\d|(?<![^\W\d_])(?:mid|pre|post|early|late|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec))-$"
)


@dataclass(frozen=True, slots=True)
class Lexed:
    """The words of a text: `codes` has one class character a word, `starts` and `ends` where each stands."""

    text: str
    codes: str
    starts: list[int]
    ends: list[int]

    def word(self, at: int) -> str:
        """The word at `at` in lower case."""
        return self.text[self.starts[at] : self.ends[at]].lower()

    def find(self, name: str, start: int, end: int) -> str | None:
        """The first word of class `name` between two places, in lower case, or None."""
        at = self.codes.find(CODES[name], start, end)
        return None if at < 0 else self.word(at)

    def glued(self, at: int) -> bool:
        """Whether no blank stands between the word at `at` and the one before it."""
        return at > 0 and self.ends[at - 1] == self.starts[at]


def lex(text: str, breaks: Sequence[int] = ()) -> Lexed:
    """The words of `text`; no expression of time crosses one of `breaks`, which are offsets in rising order."""
    codes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    code_of = _CODE_OF.get
    no_break = len(text) + 1
    pending = iter(breaks)
    next_break = next(pending, no_break)
    for match in _TOKEN.finditer(text):
        word = match[0]
        code = code_of(word)
        start, end = match.span()
        if start >= next_break:
            if not (codes and codes[-1] == _DOT and _abbreviated(codes, code, text, start)):
                codes.append(BREAK)
                starts.append(start)
                ends.append(start)
            next_break = next((offset for offset in pending if offset > start), no_break)
        if code is None:
            first = word[0]
            if first.isdigit():
                code = _number_code(word, text, start)
            elif first == "\n":
                code = BREAK
            else:
                code = CAPITAL if first.isupper() else OTHER
        codes.append(code)
        starts.append(start)
        ends.append(end)
    return Lexed(text, "".join(codes), starts, ends)


def _abbreviated(codes: list[str], code: str | None, text: str, start: int) -> bool:
    """Whether the dot just read belongs to "Oct." or "p.m.", so that no sentence ends at `start`."""
    before = codes[-2] if len(codes) > 1 else ""
    if before in _BEFORE_DOT:
        return text[start].isdigit()
    return before == CODES["LM"] and (code in _AFTER_HOUR or _HOUR_ZONE.match(text, start) is not None)


def _number_code(word: str, text: str, start: int) -> str:
    before = text[max(0, start - 8) : start]
    if before and (before[-1].isalnum() or before[-1] in "$€£₽₴#_"):
        return OTHER
    if before and before[-1] == "-" and not _PLAIN_NUMBER.search(" " + before):
        return OTHER
    for name, shape in _SHAPES:
        if shape.fullmatch(word):
            return CODES[name]
    return OTHER
