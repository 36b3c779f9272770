"""What an expression of time looks like: one alternation over word classes, longest kinds first."""

from __future__ import annotations

import re
from typing import Final

from fogline.mentions.times.lexing import CODES

__all__ = ["CANDIDATE", "PATTERN", "SHAPES", "compile_classes"]

# Pieces that several patterns share; class names in capitals, blanks mean nothing.
_MACROS: Final[dict[str, str]] = {
    "$MON": "(?:MONTH|MABBR DOT?|MAYBE)",
    "$D": "(?:DAY ORDSUF?)",
    "$ORD": "(?:ORDW|SECOND|DAY ORDSUF)",
    "$YR": "(?:YEAR|APOS DAY)",
    "$AP": "(?:AMPM|(?:A|LP) DOT? LM DOT?)",
    "$Z": "(?:COMMA? LPAR? ZONE RPAR?|(?:LOCAL|CAPITAL) TIMEW)",
    "$NUMBER": "(?:DAY|NUM|BIG|DECIMAL|YEAR|FOUR|NUMW (?:HYPHEN? NUMW)?)",
    "$FEW": "(?:A? (?:FEW|COUPLE) OF?|SOME|A? (?:NUMW|HALF) (?:DAY|NUM)?)",
    "$ANDHALF": "(?:AND A? HALF)",
    "$UNIT": "(?:UNIT|UNITS|UABBR|CENTURY|QUARTER|SECOND|WEEKEND|PARTS)",
    "$ONE": "(?:UNIT|WEEKEND|QUARTER|CENTURY)",
    "$QTY": "(?:$NUMBER $ANDHALF?|A? (?:FEW|COUPLE) OF?|SOME)",
    "$PASTW": "(?:LAST|PAST|PREV)",
    "$NEXTW": "(?:NEXT|COMING|FOLLOWING)",
    "$WD": "(?:WEEKDAY|WABBR DOT?)",
    "$DATED": "(?:TODAY|NOW|(?:THE|NEXT|LAST|THIS)? (?:WEEKDAY|MONTH|MABBR|MAYBE|DAY|SLASHED|ISO))",
    "$TO": "(?:HYPHEN|TO|UNTIL|THROUGH)",
}
# The order is the precedence: a longer or more telling shape stands before the shapes it contains.
_PATTERNS: Final[tuple[tuple[str, str], ...]] = (
    ("week_of", "THE? UNIT (?:OF|STARTING) ON? THE? (?:$MON THE? $D|$D OF? $MON) (?:COMMA? YEAR)?"),
    ("iso", "ISO"),
    ("slashed", "SLASHED"),
    # 3-7 May 2024; from 3 to 7 May; May 3-7, 2024
    ("days_of_month", "(?:FROM|BETWEEN)? THE? $D (?:$TO|AND) THE? $D (?:OF? $MON (?:COMMA? $YR)?)"),
    ("month_days", "(?:FROM|BETWEEN)? $MON THE? $D (?:$TO|AND) THE? $D (?:(?:COMMA|IN|OF)? YEAR)?(?!ORDSUF)"),
    ("months_of_year", "(?:FROM|BETWEEN)? $MON (?:$TO|AND) $MON (?:COMMA|OF|IN)? YEAR"),
    ("dmy", "THE? (?:$D|ORDW|SECOND) HYPHEN? (?:UNIT? OF)? $MON HYPHEN? (?:COMMA|OF)? $YR"),
    ("dmy_short", "DAY $MON DAY(?!COLON|$AP|DOT DAY)"),
    ("mdy", "$MON THE? (?:$D|ORDW|SECOND) (?:COMMA|OF)? (?:OF|IN)? YEAR"),
    ("month_year", "$MON (?:COMMA|OF|IN|HYPHEN|SLASH)? $YR"),
    ("year_month", "YEAR HYPHEN? (?:MONTH|MABBR)(?!DOT? DAY)"),
    ("dm", "THE? (?:$D (?:UNIT? OF)?|(?:ORDW|SECOND) OF) $MON"),
    ("md", "$MON (?:THE? $D|THE? ORDW|SECOND)"),
    # the first quarter of 2024, Q1 2024, 2024-Q1, the first half of this year
    (
        "division",
        "THE? (?:$ORD (?:QUARTER|HALF) (?:OF|IN) THE? YEAR|HALFYEAR (?:OF|HYPHEN)? YEAR|YEAR HYPHEN? HALFYEAR)",
    ),
    ("division_shift", "THE? (?:$ORD (?:QUARTER|HALF)) OF (?:THIS|LAST|NEXT|THE) UNIT"),
    ("season_year", "THE? (?:SEASON|FALL) (?:OF|COMMA|IN)? YEAR"),
    ("year_span", "THE? YEAR (?:HYPHEN|SLASH) (?:DAY|NUM)(?!UNIT)"),
    ("decade", "THE? (?:YEAR|APOS? (?:DAY|NUM)) APOS? S"),
    ("century", "THE? $ORD HYPHEN? CENTURY"),
    # times of day
    ("hours", "(?:FROM|BETWEEN)? (?:CLOCK|DECIMAL|DAY) (?:$TO|AND) (?:CLOCK|DECIMAL|DAY) $AP $Z?"),
    ("clock_ampm", "(?:CLOCK|DECIMAL|DAY (?:(?:COLON|DOT) (?:DAY|NUM))?|FOUR) $AP $Z?"),
    ("clock_24", "(?:CLOCK|DAY COLON (?:DAY|NUM)) (?:UNITS)? $Z?|DECIMAL $Z"),
    ("clock_four", "(?:FOUR|YEAR) (?:UNITS $Z?|$Z)|(?<=AT) FOUR (?=ON (?:WEEKDAY|THE? DAY|MONTH|MABBR|MAYBE))"),
    ("hour_of_part", "(?<=[AT ABOUT SINCE UNTIL BY BEFORE AFTER]) (?:CLOCK|DAY|NUMW) IN THE PART"),
    ("oclock", "(?:DAY|NUMW) OCLOCK"),
    ("noon", "NOON"),
    # deictic words
    ("day_before_today", "THE DAY (?:BEFORE|AFTER) TODAY"),
    (
        "earlier_unit",
        "(?:EARLIER|LATER) (?:TODAY|ON? (?:THIS|LAST|THAT) $ONE|(?:IN|ON|DURING) (?:THE|THAT|THIS) $ONE)",
    ),
    ("today", "TODAY (?:PART|AMPM)?"),
    ("hours_of_part", "THE? (?:EARLY|LATE) HYPHEN? (?:PART HYPHEN?)? UNITS (?:OF THE? PART)?"),
    ("deictic_part", "(?:THIS|LAST|THAT|SAME|THE (?:NEXT|FOLLOWING|PREV|SAME)|NEXT|FOLLOWING) (?:VERY)? PART"),
    ("deictic_weekday", "THE? (?:THIS PAST|THIS COMING|THIS|LAST|PAST|PREV|NEXT|COMING|FOLLOWING) WEEKDAY"),
    ("deictic_month", "(?:THIS PAST|THIS COMING|THIS|LAST|PAST|NEXT|COMING) (?:MONTH|MAYBE|SEASON|FALL)"),
    ("qty_ago", "(?<!FOR)(?:$QTY|A|HALF A) $UNIT $ANDHALF? (?:AGO|EARLIER|LATER|BEFORE|AFTER|FROM (?=$DATED))"),
    ("bare_ago", "(?<!FOR) UNITS (?:AGO|EARLIER|LATER|BEFORE|AFTER)"),
    ("anchored_length", "THE? (?:$PASTW|$NEXTW) $QTY (?:UNIT|UNITS|QUARTER|WEEKEND|CENTURY|PARTS)"),
    ("anchored_length_after", "THE? $QTY (?:$PASTW|COMING|NEXT) (?:UNITS|QUARTER)"),
    ("recent_units", "(?:THE|THIS|MOST)? (?:RECENT|COMING|NEXT|PAST|LAST|FOLLOWING) UNITS (?:(?:AND|OR) UNITS)?"),
    ("units_ahead", "THE UNITS (?:(?:AND|OR) UNITS)? (?:AHEAD|TO OTHER)"),
    ("same_unit", "THE? (?:SAME|THAT|VERY (?:SAME|NEXT)) (?:UNIT|WEEKEND|CENTURY)"),
    ("narrative_unit", "THE (?:NEXT|FOLLOWING|PREV) $ONE"),
    ("units_around", "THE (?:UNIT|UNITS|WEEKEND) (?:FOLLOWING|BEFORE|AFTER|SINCE|PREV|AHEAD OF)"),
    ("day_before", "(?:A|NUMW) UNIT (?:BEFORE|AFTER|EARLIER|LATER)"),
    ("deictic_unit", "(?:THIS|LAST|NEXT|PAST|COMING|PREV|CURRENT|THE (?:LAST|PAST|COMING|CURRENT|THIS)) YEARW? $ONE"),
    ("the_weekend", "(?:THE|A)? WEEKEND"),
    ("overnight", "OVERNIGHT"),
    # how often
    ("every", "EVERY (?:OTHER|$NUMBER|FEW)? (?:$UNIT|WEEKDAY|PART|SEASON|MONTH)"),
    ("rate", "(?:RATE|PER) A? (?:UNIT|CENTURY|QUARTER)"),
    ("weekdays", "WEEKDAYS|WEEKDAY PARTS"),
    ("set_adverb", "SETADV"),
    # how long
    ("compound", "$QTY (?:UNIT|UNITS|UABBR) (?:COMMA|AND)? (?:$QTY (?:UNIT|UNITS|UABBR))+"),
    ("half_unit", "HALF HYPHEN? (?:A|OF A)? HYPHEN? (?:UNIT|CENTURY)"),
    ("quarter_unit", "A? QUARTER OF A (?:UNIT|CENTURY)"),
    ("unit_and_half", "(?:A|NUMW) (?:UNIT|CENTURY) $ANDHALF"),
    ("range_length", "$NUMBER (?:TO|OR|HYPHEN) $NUMBER HYPHEN? $UNIT"),
    ("unit_long", "(?:A|THE)? (?:UNITLONG|UNIT HYPHEN LONG|UNITS HYPHEN? LONG)"),
    ("length", "(?:$QTY|A (?:NUMW|HALF)|ALL|THE ALL) HYPHEN? $UNIT (?:HYPHEN? LONG)?"),
    ("single_unit", "A (?:UNIT|CENTURY|QUARTER)"),
    ("bare_units", "UNITS"),
    # vague
    ("end_of_unit", "(?:(?<=(?:END|START|MID) OF THE)|(?<=(?:END|START|MID) OF)) (?:UNIT|CENTURY|QUARTER|WEEKEND)"),
    ("at_the_time", "AT (?:THE|THAT) (?:TIMEW|VERY? MOMENT)"),
    ("present", "(?:AT PRESENT|RIGHT NOW|AT (?:THE|THIS) MOMENT|AT (?:THIS|THE PRESENT) TIMEW|NOW|TO DATE)"),
    ("future", "IN THE (?:NEAR|COMING)? FUTURE"),
    (
        "past",
        "IN THE PAST(?!UNIT|UNITS|QUARTER|WEEKEND|PART|MONTH|MAYBE|WEEKDAY|SEASON|FALL|$NUMBER|A|FEW|COUPLE|SOME)",
    ),
    ("vague", "VAGUEADV"),
    # single words
    ("the_day", "(?<=[IN DURING THROUGH ON]) THE UNIT(?=COMMA|DOT|STOP|BREAK|$)"),
    ("season", "THE? (?:SEASON|FALL)"),
    ("weekday", "$WD"),
    ("part", "(?:THE|A)? (?:EARLY|LATE)? PART"),
    ("year", "(?:THE|A)? YEAR"),
    ("month", "(?:MONTH|MAYBE|MABBR DOT?)"),
)


def compile_classes(pattern: str) -> str:
    """A pattern of class names, as a regular expression over class codes."""
    while "$" in re.sub(r"\$(?![A-Z])", "", pattern):
        pattern = re.sub(r"\$[A-Z]+", lambda match: _MACROS[match[0]], pattern)
    return re.sub(r"(?<!\\)\b[A-Z]+\b", lambda match: CODES[match[0]], pattern).replace(" ", "")


# Every expression holds one of these; stretches of words without one are not looked at any further.
_CORE: Final = (
    "[MONTH MABBR MAYBE WEEKDAY WEEKDAYS WABBR UNIT UNITS UABBR UNITLONG WEEKEND CENTURY QUARTER SECOND PART PARTS "
    "NOON OVERNIGHT TODAY SEASON FALL OCLOCK YEAR CLOCK DECIMAL ISO "
    "SLASHED AMPM LM ZONE HALFYEAR NOW PRESENT MOMENT TIMEW "
    "FUTURE PAST VAGUEADV SETADV DATE]"
)
# A stretch is only entered at its first word: otherwise long tables of numbers would take quadratic time.
CANDIDATE: Final = re.compile(
    compile_classes(
        f"(?<![^OTHER CAPITAL BREAK])[^OTHER CAPITAL BREAK]*(?:{_CORE}|[DAY NUM] APOS? S|DAY COLON [DAY NUM])"
    )
)
PATTERN: Final = re.compile("|".join(f"(?P<{name}>{compile_classes(shape)})" for name, shape in _PATTERNS))
# Each shape by itself, for what a reader turns down: "2000 years" is no time of day, but an amount.
SHAPES: Final = tuple((name, re.compile(compile_classes(shape))) for name, shape in _PATTERNS)
