"""The words that expressions of time are made of, each with its class and what it stands for."""

from __future__ import annotations

from typing import Final

__all__ = [
    "CLASS_OF", "FREQUENCIES", "MONTHS", "NUMBERS", "ORDINALS", "PARTS", "SEASONS", "TODAYS", "UNITS", "VAGUE",
    "WEEKDAYS",
]  # fmt: skip

MONTHS: Final[dict[str, int]] = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
# The ISO weekday: Monday is 1.
WEEKDAYS: Final[dict[str, int]] = {
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
    "mondays": 1, "tuesdays": 2, "wednesdays": 3, "thursdays": 4, "fridays": 5, "saturdays": 6, "sundays": 7,
}  # fmt: skip
UNITS: Final[dict[str, str]] = {
    "second": "second", "seconds": "second", "sec": "second", "secs": "second", "minute": "minute",
    "minutes": "minute", "min": "minute", "mins": "minute", "hour": "hour", "hours": "hour", "hr": "hour",
    "hrs": "hour", "day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month",
    "months": "month", "year": "year", "years": "year", "yr": "year", "yrs": "year", "decade": "decade",
    "decades": "decade", "century": "century", "centuries": "century", "quarter": "quarter",
    "quarters": "quarter", "fortnight": "fortnight", "fortnights": "fortnight", "weekend": "weekend",
    "weekends": "weekend", "night": "night", "nights": "night", "hourlong": "hour", "daylong": "day",
    "weeklong": "week", "monthlong": "month", "yearlong": "year", "decadelong": "decade",
}  # fmt: skip
SEASONS: Final[dict[str, str]] = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
# What TIMEX3 writes behind the T; a full clock time where the word names one.
PARTS: Final[dict[str, str]] = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "dawn": "MO", "daybreak": "MO",
    "sunrise": "MO", "dusk": "EV", "sunset": "EV", "nightfall": "EV", "daytime": "DT", "nighttime": "NI",
    "mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI", "lunchtime": "MI",
    "noon": "12:00", "midday": "12:00", "midnight": "00:00",
}  # fmt: skip
# Days from the day of writing, and the part of the day that the word names with it.
TODAYS: Final[dict[str, tuple[int, str | None]]] = {
    "today": (0, None), "tonight": (0, "NI"), "yesterday": (-1, None), "tomorrow": (1, None),
}  # fmt: skip
NUMBERS: Final[dict[str, int]] = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "dozen": 12, "couple": 2, "a": 1,
    "an": 1,
}  # fmt: skip
ORDINALS: Final[dict[str, int]] = {
    word: number
    for number, word in enumerate(
        (
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ).split(),
        start=1,
    )
}
VAGUE: Final[dict[str, str]] = {
    "recently": "PAST_REF", "lately": "PAST_REF", "now": "PRESENT_REF", "currently": "PRESENT_REF",
    "nowadays": "PRESENT_REF", "presently": "PRESENT_REF", "soon": "FUTURE_REF",
}  # fmt: skip
FREQUENCIES: Final[dict[str, str]] = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M",
    "quarterly": "P3M", "yearly": "P1Y", "annually": "P1Y", "annual": "P1Y", "everyday": "P1D",
}  # fmt: skip
_ANY_CASE: dict[str, str] = {
    "MONTH": "january february april june july august september october november december",
    "MABBR": "jan feb apr aug sept oct nov",
    "WEEKDAY": "monday tuesday wednesday thursday friday saturday sunday",
    "WEEKDAYS": "mondays tuesdays wednesdays thursdays fridays saturdays sundays",
    "UNIT": "minute hour day week month year decade fortnight",
    "UNITS": "seconds minutes hours days weeks months years decades fortnights centuries",
    "UABBR": "sec secs min mins hr hrs yr yrs",
    "UNITLONG": "hourlong daylong weeklong monthlong yearlong decadelong",
    "WEEKEND": "weekend weekends", "CENTURY": "century", "QUARTER": "quarter quarters", "SECOND": "second",
    "PART": "morning afternoon evening night dawn daybreak sunrise dusk sunset nightfall lunchtime daytime nighttime",
    "PARTS": "mornings afternoons evenings nights", "NOON": "noon midday midnight", "OVERNIGHT": "overnight",
    "TODAY": "today tonight yesterday tomorrow", "SEASON": "summer winter autumn", "FALL": "fall spring",
    "NUMW": (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred dozen"
    ),
    "ORDW": (
        "first third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth"
    ),
    "FEW": "few several many numerous multiple handful dozens hundreds thousands scores countless", "SOME": "some",
    "COUPLE": "couple", "HALF": "half", "THIS": "this these", "LAST": "last", "PREV": "previous prior preceding",
    "PAST": "past", "NEXT": "next", "COMING": "coming upcoming forthcoming", "FOLLOWING": "following ensuing",
    "SAME": "same", "THAT": "that those", "CURRENT": "current", "RECENT": "recent", "AGO": "ago",
    "EARLIER": "earlier", "LATER": "later", "BEFORE": "before", "AFTER": "after", "ON": "on", "SINCE": "since",
    "UNTIL": "until till til", "BY": "by", "FROM": "from", "TO": "to", "BETWEEN": "between", "AND": "and", "OR": "or",
    "IN": "in", "INTO": "into", "WITHIN": "within", "DURING": "during throughout", "OVER": "over", "FOR": "for",
    "AT": "at", "OF": "of", "THE": "the", "A": "a an", "NOW": "now", "THROUGH": "through thru", "THAN": "than",
    "ABOUT": "about around approximately roughly circa", "NEARLY": "nearly almost", "MORE": "more", "LESS": "less",
    "LEAST": "least", "MOST": "most", "UP": "up", "JUST": "just only exactly shortly", "EARLY": "early",
    "LATE": "late", "MID": "mid middle", "END": "end close", "START": "start beginning onset outset", "OLD": "old",
    "LONG": "long", "EVERY": "every each", "PER": "per", "RATE": "once twice times", "ALL": "all whole entire full",
    "OCLOCK": "o'clock oclock", "TIMEW": "time", "LOCAL": "local eastern central pacific greenwich", "AHEAD": "ahead",
    "AMPM": "am pm", "LP": "p", "LM": "m", "S": "s", "ORDSUF": "st nd rd th", "VAGUEADV": "recently lately currently "
    "nowadays presently soon", "SETADV": " ".join(FREQUENCIES), "FUTURE": "future", "PRESENT": "present",
    "MOMENT": "moment", "YEARW": "calendar fiscal", "STARTING": "starting beginning effective", "ONWARD": "onward "
    "onwards on", "HIS": "his her their my our your its", "VERY": "very", "RIGHT": "right",
    "EVE": "eve", "THEN": "then", "NEAR": "near", "DATE": "date",
}  # fmt: skip
# A small letter makes these ordinary words or given names ("may", "march", "sun", "sat", "mon", "est").
_CAPITAL: dict[str, str] = {
    "MAYBE": "May MAY March MARCH",
    "MABBR": "Mar MAR Jun JUN Jul JUL Dec DEC Sep SEP",
    "WABBR": "Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun MON TUE WED THU FRI SAT SUN",
    "ZONE": "GMT UTC BST CET CEST EET EEST MSK EST EDT CST CDT MST MDT PST PDT AKDT ET PT CT IST",
    "HALFYEAR": "Q1 Q2 Q3 Q4 H1 H2 q1 q2 q3 q4",
}
_MARKS: dict[str, str] = {
    "DOT": ".", "COMMA": ",", "COLON": ":", "HYPHEN": "-‐‑–—~", "SLASH": "/|", "LPAR": "([", "RPAR": ")]",
    "APOS": "'’‘", "PERCENT": "%", "MONEY": "$€£₽₴", "STOP": "?!;…\"“”",
}  # fmt: skip


def _cases(word: str) -> tuple[str, str, str]:
    return word, word.capitalize(), word.upper()


def _class_of() -> dict[str, str]:
    table: dict[str, str] = {}
    for name, words in _ANY_CASE.items():
        for word in words.split():
            # The first class that lists a word keeps it: "on" is a preposition before it is "from Monday on".
            for form in _cases(word):
                table.setdefault(form, name)
    table |= {word: name for name, words in _CAPITAL.items() for word in words.split()}
    table |= {mark: name for name, marks in _MARKS.items() for mark in marks}
    return table


CLASS_OF: Final[dict[str, str]] = _class_of()
