"""Number words and figures, and what they are worth."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

__all__ = ["CARDINAL", "FIGURE", "NUMBER", "Number", "number_of"]

_ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "zero": 0,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SMALL_SCALES = {"hundred": 100, "dozen": 12, "score": 20}
_BIG_SCALES = {
    "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "lakh": 1e5, "lakhs": 1e5, "crore": 1e7,
    "crores": 1e7, "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mio": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "tn": 1e12,
    "trn": 1e12,
}  # fmt: skip
_VAGUE = {
    "tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2e3, "millions": 2e6, "billions": 2e9,
    "trillions": 2e12, "lakhs": 2e5, "crores": 2e7,
}  # fmt: skip
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "hundredth": 100,
}  # fmt: skip
_GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅛": 0.125}

_GAP = "(?: {1,40}|-)"  # lines of a wrapped text may end inside a number
_ONE = "(?:" + "|".join(_ONES) + ")"
_CARD = f"(?:(?:{'|'.join(_TENS)})(?:[ -]?(?:one|two|three|four|five|six|seven|eight|nine)\\b)?|{_ONE}\\b)"
_SCALE = "(?:hundred|thousand|million|billion|trillion|dozen|score|lakhs?|crores?)"
_PART = r"(?:half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?)"
_VAGUES = "(?:hundreds|thousands|millions|billions|trillions|lakhs|crores)"

FIGURE = (
    r"(?:\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)(?:\.\d+)?"
    r"|\d{1,3}(?: \d{3})+(?!\d|[.,]\d)"
    r"|\d+\.\d+|\d+)"
    f"[{''.join(_GLYPHS)}]?"
)
CARDINAL = rf"(?:{_CARD}(?:(?:{_GAP}|\sand\s)?(?<=[\s-]){_CARD})*)"
_TAIL = (
    rf"(?:{_GAP}{_SCALE}\b(?:(?:\sand\s|{_GAP}|,\s(?={_CARD} hundred)){_CARD}(?!{_GAP}(?:year|month|day|week|hour)))?)*"
)
_ABBREVIATED = r"(?: ?(?:mn|mln|mio|bn|bln|tn|trn)\b|[kmb]\b)"

NUMBER = (
    r"(?:(?P<none>no(?=\s(?:[a-z]+\s)?(?:casualties|deaths|fatalities|injuries|victims)\b))"
    rf"|(?P<ratio>(?:{_CARD}|\d{{1,2}})\s(?:in|out\sof(?=\s(?:every\s)?(?:three|four|five|ten|[345]\b|\d{{0,2}}0\b)))"
    rf"\s(?:every\s)?(?:{_CARD}|\d{{1,3}}\b(?![,.]\d)))"
    rf"|(?P<mixed>(?:{_CARD}|\d+|an?\s{_SCALE})\sand\sa\s(?:half|quarter)\b(?:\s{_SCALE}\b)?)"
    rf"|(?P<divided>half{_GAP}(?:dozen|million|billion)\b|(?:half|quarter|(?:a|one)\squarter)(?:{_GAP}|\sof\s)an?{_GAP}{_SCALE}\b)"
    rf"|(?P<vague>(?:tens|dozens|scores|{_VAGUES})(?:\s(?:of|and|upon)\s{_VAGUES})?\b|(?:many|several)\s(?:hundreds?|thousands?|"
    rf"dozens?|scores?|millions?)\b|(?:an?\scouple(?:\sof)?|an?\spair\sof|an?\sfew|several)(?:\s{_SCALE}\b)*)"
    rf"|(?P<part>(?:an?|one|{_CARD}|(?<![\w.])\d){_GAP}{_PART}\b(?!-| final)|half\b"
    r"|[½¼¾⅓⅔⅕⅛]|(?<![\d/])[1-3]/[2-5](?![\d/]))"
    rf"|(?P<scaled>an?\s{_SCALE}\b(?:\sand\s{_CARD})?{_TAIL})"
    rf"|(?P<figure>{FIGURE}(?:{_GAP}{_SCALE}\b(?:\s{_SCALE}\b)?|{_ABBREVIATED})?)"
    rf"|(?P<words>\b{_CARD}{_TAIL}))"
)


@dataclass(frozen=True, slots=True)
class Number:
    """What a number is worth: the same low and high where exact, no high for "dozens"; `unit` is count or fraction."""

    low: float
    high: float | None
    unit: str = "count"
    approximate: bool = False


def _exact(value: float, unit: str = "count") -> Number:
    value = float(f"{value:.12g}")  # 1.2 * 1e6 shall be 1200000, not 1199999.9999999998
    return Number(value, value, unit)


def _words(text: str) -> float:
    """The value of "two hundred and fifty thousand", figures allowed among the words."""
    total = current = 0.0
    for word in re.findall(r"[a-z]+|[\d.,\s]*\d[½¼¾⅓⅔⅕⅛]?", text.replace("-", " ")):
        if word in _SMALL_SCALES:
            current = max(current, 1) * _SMALL_SCALES[word]
        elif word in _BIG_SCALES:
            carried = current or total or 1
            total = (total if current else 0) + carried * _BIG_SCALES[word]
            current = 0
        elif word[-1].isdigit() or word[-1] in _GLYPHS:
            current += _figure(word)
        else:
            current += _ONES.get(word, _TENS.get(word, 0))
    return total + current


def _figure(text: str) -> float:
    extra = _GLYPHS.get(text[-1], 0.0)
    return float(re.sub(r"[^\d.]", "", text.rstrip("".join(_GLYPHS))) or 0) + extra


def _part(text: str) -> Number | None:
    if text in _GLYPHS:
        return _exact(_GLYPHS[text], "fraction")
    if "/" in text:
        above, below = map(int, text.split("/"))
        return _exact(above / below, "fraction") if above < below else None
    *count, part = re.split(r"[ -]+", text)
    divisor = _PARTS.get(part) or _PARTS[part.rstrip("s")]
    many = _words(" ".join(count)) if count and count[0] not in ("a", "an") else 1
    return _exact(many / divisor, "fraction") if 0 < many < divisor else None


def _ratio(text: str) -> Number | None:
    left, right = re.split(r"\s(?:in|out\sof)\s(?:every\s)?", text)
    above, below = _words(left), _words(right)
    if not 0 < above < below <= 100 or (" out of " in text and below % 10 and below > 5):
        return None
    return _exact(above / below, "fraction")


def _divided(text: str) -> Number:
    divisor = 4 if "quarter" in text else 2
    return _exact(_words(re.sub(r"^(?:.*\ban?|half)[ -]", "", text)) / divisor)


def _mixed(text: str) -> Number:
    count, rest = text.split(" and a ", 1) if " and a " in text else re.split(r"\sand\sa\s", text)
    part, _, scale = rest.partition(" ")
    if count.startswith("a"):  # "a dozen and a half"
        return _exact(_words(count.partition(" ")[2]) * (1 + 1 / _PARTS[part]))
    return _exact((_words(count) + 1 / _PARTS[part]) * (_words(scale) if scale else 1))


def _vague(text: str) -> Number:
    """Plural scales give a lower bound of two of them, "several" and "a few" of three; a couple is about two."""
    words = text.split()
    scale = math.prod(_SMALL_SCALES.get(w, _BIG_SCALES.get(w, 1)) for w in (word.rstrip("s") for word in words[1:]))
    if words[0] in ("a", "an"):
        if words[1] == "pair":
            return _exact(2)
        few = words[1] == "few"
        return Number(3 * scale, None, approximate=True) if few else Number(2 * scale, 2 * scale, approximate=True)
    if words[0] in ("several", "many"):
        return Number(3 * scale, None, approximate=True)
    if words[1:2] == ["and"] or words[1:2] == ["upon"]:
        return Number(_VAGUE[words[0]], None, approximate=True)
    return Number(_VAGUE[words[0]] * scale, None, approximate=True)


def _none(_: str) -> Number:
    return _exact(0)


_READERS = {"none": _none, "ratio": _ratio, "mixed": _mixed, "divided": _divided, "vague": _vague, "part": _part}


def number_of(form: str, text: str) -> Number | None:
    """What `text` is worth, read as `form` (a group of NUMBER); None where it is no number after all."""
    text = " ".join(text.lower().split()) if form != "figure" else text.lower()
    reader = _READERS.get(form)
    return reader(text) if reader else _exact(_words(text))
