"""Score times against the date-time cases of Recognizers-Text, as far as a news text would use their expressions.

The cases are written for a calendar assistant. What a report would not say is left out by the rules in `UNLIKE_NEWS`,
each with its reason; everything else counts. A case is right when every expression it annotates is found with the
same value, or with one of the values it offers for an ambiguous one ("on Friday"), and when a case without
annotations yields nothing.

usage: python -m gate.times.recognizers GOLD.json [--misses]
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from fogline.mentions.times.finder import find_times
from fogline.records.documents import Document
from fogline.records.mentions import TimeMention
from fogline.records.sentences import Sentence

__all__ = ["UNLIKE_NEWS", "Case", "Expected", "read_cases", "right", "score"]

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_SPELLED = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|thirty)"
# ruff: noqa: E501 - a rule stays on one line with its reason
# Why an expression is no news: the reason, and what such expressions look like.
UNLIKE_NEWS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (reason, re.compile(shape, re.IGNORECASE))
    for reason, shape in (
        (
            "shorthand of chats and calendars",
            r"\b(?:tmrw|tonite|eod|eoy|w/c|\w{2,}(?<!fin|wed|abo|rel|pol)ish)\b|\b\d+[apdhwy]\b|:\d\da\b|\dam?pm|@",
        ),
        (
            "office calendars",
            r"business|work ?weeks?\b|working week|weekdays?\b|(?:school|fiscal|calendar) year|\b[cfs]y ?\d*\b|to date",
        ),
        ("numeric dates without a year", r"(?<![\d/.-])\d{1,2}[/.-]\d{1,2}(?![\d/.-])(?!\s?[ap]\.?\s?m)"),
        (
            "dates written as codes",
            rf"\d{{8}}|\d{{4}} \d\d \d\d|=|\d{{4}}-\d\b|\b\d{{1,2}}-20\d\d|\d{{4}}/\d+/|{_MONTH}[/-]\d|[\d/-]+{_MONTH}[/-]",
        ),
        (
            "spelled-out hours and years",
            rf"\bpast (?:\d|{_SPELLED})|o.?clock|{_SPELLED}[ -](?:thirty|forty)|two thousand|nineteen|seventeen hundred|\b[ap] m\b",
        ),
        (
            "comparatives of data queries",
            r"greater|or later|and (?:later|after|greater)|(?:later|earlier) than|as (?:early|late) as|no later",
        ),
        (
            "weeks by number or first day",
            r"\bweek \d|\bweek (?:of|starting|beginning|commencing)|week after next|weeks? of|month of|months of|days of",
        ),
        (
            "holidays and meals",
            r"christmas|easter|independence|new year|thanksgiving|halloween|earth day|black friday|patrick|teenth|freedom|jubilee|\beid\b|ramadan|workers|lunch|dinner|breakfast|mother|father|labou?r|memorial|luther|\bmlk\b|teacher|valentine|boxing|fool",
        ),
        (
            "counts that news does not use",
            r"and a quarter|\d\.\d+ ?(?:years|sec)|twenty and|weekends\b|\bnineties\b|\b\d0 s\b",
        ),
    )
)
# What is taken out before looking for hours without a.m. or p.m. and for days of the month without a month.
_GOOD_NUMBERS: Final = re.compile(
    rf"{_MONTH} (?:the )?\d{{1,2}}(?:st|nd|rd|th)?\b|\b\d{{1,2}}(?:st|nd|rd|th)? (?:day )?(?:of )?{_MONTH}|\b\d{{4}}\b|\d+[/.-]\d+[/.-]\d+"
    r"|\d+ ?(?:hours?|minutes?|days?|weeks?|months?|years?)|\d{1,2}(?:[:.]\d\d)?(?::\d\d)? ?(?:a|p)\.? ?m\b\.?|\b\d{1,2}:\d\d(?::\d\d)?\b"
    r"|\d+(?:st|nd|rd|th) +(?:century|quarter|half)",
    re.IGNORECASE,
)
_HOURS: Final = {"time", "timerange", "datetime", "datetimerange"}
_KINDS: Final = {"date", "daterange", "datetime", "datetimerange", "duration", "set", "time", "timerange"}


@dataclass(frozen=True, slots=True)
class Expected:
    """One annotated expression: where it stands and the values it may have."""

    start: int
    end: int
    text: str
    kind: str
    values: tuple[dict[str, str], ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence, the day it is read on, and the expressions in it."""

    text: str
    day: str
    expected: tuple[Expected, ...]

    @property
    def unlike_news(self) -> str | None:
        """Why a report would not say this, or None."""
        for expression in self.expected:
            if expression.kind not in _KINDS:
                return "other kinds"
            reason = _unlike_news(expression)
            if reason is not None:
                return reason
        return None


def _unlike_news(expression: Expected) -> str | None:
    for reason, shape in UNLIKE_NEWS:
        if shape.search(expression.text):
            return reason
    rest = _GOOD_NUMBERS.sub(" ", expression.text)
    if expression.kind in _HOURS and re.search(rf"\d|\b{_SPELLED}\b", rest):
        return "hours without a.m. or p.m."
    return "days of the month without a month" if re.search(r"\d(?:st|nd|rd|th)\b", rest) else None


def read_cases(path: Path) -> list[Case]:
    """All cases that give a reference date."""
    cases = []
    for row in json.loads(path.read_text(encoding="utf-8")):
        if "Context" not in row or any("Start" not in result for result in row["Results"]):
            continue
        expected = tuple(
            Expected(
                result["Start"],
                result["End"] + 1,
                result["Text"],
                result.get("TypeName", "").rsplit(".", 1)[-1],
                tuple(result.get("Resolution", {}).get("values", [])),
            )
            for result in row["Results"]
        )
        cases.append(Case(row["Input"], row["Context"]["ReferenceDateTime"][:10], expected))
    return cases


def right(case: Case) -> bool:
    """Whether the case is read as annotated."""
    text = case.text
    document = Document("case", "case", "case", text, "", published_at=case.day, published_basis="given")
    mentions = find_times(document, [Sentence(0, 0, 0, len(text), text)])
    if not case.expected:
        return not mentions
    return all(any(_matches(mention, expected) for mention in mentions) for expected in case.expected)


def _matches(mention: TimeMention, expected: Expected) -> bool:
    overlap = min(mention.span.end, expected.end) - max(mention.span.start, expected.start)
    return overlap > 0 and any(_agrees(mention, value) for value in expected.values)


def _agrees(mention: TimeMention, value: dict[str, str]) -> bool:
    """The same TIMEX value, or the same days: the cases end a range on the day behind it."""
    time = mention.time
    if time.timex in {value["timex"], _clock(value["timex"]), _unknown(value["timex"])}:
        return True
    if re.match(r"T[A-Z]{2}$", value["timex"]):
        return time.timex.endswith(value["timex"])  # a part of the day belongs to the day of the story
    earliest, latest = time.earliest, time.latest
    if "value" in value and value.get("type") in {"date", "datetime"}:
        wanted = value["value"].replace(" ", "T")
        inside = time.precision in {"week", "month", "year"} and (earliest or "9") <= wanted <= (latest or "0")
        return inside or any(bound is not None and wanted.startswith(bound) for bound in (earliest, latest))
    if value.get("type") == "time":
        return "T" + value["value"][:5] in time.timex
    if "start" not in value and "end" not in value:
        return "T" + value.get("value", "?")[:5] in time.timex
    if "Mod" in value and time.modifier is not None and time.timex[4:] == value["timex"][4:] != "":
        return time.timex[:4] == value.get("start", value.get("end", ""))[:4]  # early and late stay in the modifier
    if "Mod" in value and time.precision == "minute":
        return any(_near(bound, value[end]) for bound, end in ((earliest, "start"), (latest, "end")) if end in value)
    return _near(earliest, value.get("start")) and (
        _near(latest, value.get("end"))
        or ("/" in time.timex and value.get("end", "").startswith(time.timex.split("/")[1]))
    )


def _near(bound: str | None, wanted: str | None) -> bool:
    if bound is None or wanted is None or wanted[:4].count("X"):
        return bound is None and wanted is None
    if wanted[2:3] == ":":
        return bound[11:16] == wanted[:5]
    if "T" in bound or " " in wanted:
        return wanted.replace(" ", "T").startswith(bound[:16])
    return abs(date.fromisoformat(bound[:10]) - date.fromisoformat(wanted[:10])) <= timedelta(days=1)


def _clock(timex: str) -> str:
    """Full hours are written without minutes in the cases."""
    return timex + ":00" if re.search(r"T\d\d$", timex) else timex


def _unknown(timex: str) -> str:
    """A few is three in the cases, and unknown in TIMEX3."""
    return re.sub(r"^P(T?)3(?=[A-Z]$)", r"P\1X", timex)


def score(cases: list[Case]) -> tuple[int, int, list[Case]]:
    """How many cases are right, of how many that a news text could hold, and those that are not."""
    counted = [case for case in cases if case.unlike_news is None]
    wrong = [case for case in counted if not right(case)]
    return len(counted) - len(wrong), len(counted), wrong


def main() -> None:
    """Print the score as JSON, the misses before it where asked for."""
    good, total, wrong = score(read_cases(Path(sys.argv[1])))
    if "--misses" in sys.argv:
        for case in wrong:
            print(case.day, "|", case.text[:110], "|", [(e.text, e.values[:1]) for e in case.expected])
    print(json.dumps({"right": good, "cases": total, "share": round(good / total, 3)}))


if __name__ == "__main__":
    main()
