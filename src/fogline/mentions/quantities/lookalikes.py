"""What only looks like a number: dates, clock times, ages, names, links, coordinates, calibres, ways to speak."""

from __future__ import annotations

from functools import cache

from fogline.mentions.quantities.lexicon import alternation, lexicon
from fogline.mentions.quantities.numerals import CARDINAL

__all__ = ["FOOTNOTE", "lookalikes"]

FOOTNOTE = r"\[\d+\]"
_COUNT = rf"(?:{CARDINAL}|\d+)"
_YEAR = r"(?:19|20)\d\d"
_CURRENCY_CODES = "rs|us|usd|eur|gbp|aud|cad|inr|uah|rub|chf|pkr|nis|sar|aed|rmb|cny|jpy"

_DATES = (
    r"\d{1,4}(?P<sep>[/.-])\d{1,2}(?P=sep)\d{2,4}\b",
    r"0\d+\b(?![.:])|\d{7,}\b",
    rf"{_YEAR}\s?[-–/]\s?(?:{_YEAR}|\d\d)\b(?!,\d)",
    r"(?:mid-|pre-|post-|early-|late-)\d+s?|['’]?\d{2,4}s\b",
    r"\d+\s?(?:b\.\s?c\.|a\.\s?d\.|bce?\b|ad\b|ce\b)",
)
_CLOCK = (
    r"\d{1,2}(?:[:.]\d\d)?(?:\s?(?:-|–|to|and|until|till)\s?)\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]m\b|[ap]\.m\.?)",
    r"\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:[ap]m\b|[ap]\.m\.?|gmt|utc|local|hrs?|bst|e[ds]t|cet|z\b)",
    r"\d{1,2}:\d{2}(?::\d{2})?|(?:(?<=at\s)|(?<=as\sof\s))[012]?\d\.[0-5]\d\b(?!\s?%|\.\d)|\d{1,2}\.\d\d(?=\s\w+\stime)",
    rf"(?:\d{{1,4}}|{CARDINAL})\s?(?:am\b|pm\b|a\.m\.?|p\.m\.?|o['’]clock)",
    r"\d{4}\s?(?:hrs|hours|gmt|utc|z|local)\b",
)
_COUNTED_AS = (
    "dead", "wounded", "injured", "missing", "killed", "victims", "casualties", "refugees", "displaced", "now",
)  # fmt: skip
_AGES = (
    rf"(?:aged?|ages),?\s(?:of\s|as\s|between\s|from\s)?{_COUNT}(?:(?:,\s(?:and\s)?|\s?(?:to|and|or|-|–)\s?){_COUNT}\b(?!\s[a-z]+s\s(?:were|was|have)))*",
    rf"{_COUNT}(?:\s?(?:to|-|–|and)\s?{_COUNT})?[- ]?(?:years?|months?|weeks?|days?)[ -](?:olds?\b|of\sage\b)",
    r"(?:he|she|who)(?:\s(?:is|was)|['’]s)\s\d{1,2}(?=[.,;]|$)",
    rf"(?:under|over)[- ]{_COUNT}s\b|as\s(?:young|old)\sas\s{_COUNT}|turn(?:s|ed|ing)?\s{_COUNT}\b(?!\s[a-z]+s\b)",
    rf"(?:voters|people|men|women|those|adults|children|girls|boys|americans)\s(?:under|over|above|below)\s{_COUNT}\b(?!\s[a-z]+s\b)",
    rf"{_COUNT}\s(?:or|and)\s(?:older|younger)\b",
    rf"(?:youngest|oldest|eldest)(?:\s(?:is|was)|,)\s{_COUNT}(?=[.,;]|$)",
    rf"(?:boy|girl|man|woman|child|son|daughter|baby)\sof\s{_COUNT}",
    # "found dead at 45"; "put the enemy's dead at 45" and "the number of dead at 45" count
    r"(?:dies|died|(?<!the )(?<!of )(?<!['’]s )(?<!s['’] )(?<!its )(?<!their )(?<!his )dead)\sat\s\d{1,2}\b(?!\s[a-z])",
)
_NAMES = (
    r"(?<![a-z])[a-z]{1,14}-\d+[a-z]*(?:-\d+)?(?![\d,.]*\s?(?:%|km\b|million|billion))",
    rf"(?!(?:{_CURRENCY_CODES})\d)[a-z]+\d[\w-]*",
    r"\d+[a-z]+\d\w*|\d+[x×]\d+(?:mm)?",
    r"\d+(?:,\d{3})*(?:st|nd|rd|th)\b",
    r"\d+\sblock\sof\b|\d+-and-(?:over|under)\b|№\s?\d+",
    r"\d+(?=\s[\u0370-\u1fff\u3040-\u9fff])",  # the text goes on in another script
    r"\d+(?:\.\d+)?\s?-?(?:mm|cal|caliber|calibre)\b(?:[ -](?:caliber|calibre))?(?=\s[a-z])",
    r"(?<![\d/])(?:24/7|9/11|7/7|7/10|\d+/\d{3,}|\d{3,}/\d+|[4-9]/\d+|\d\d/\d+)(?![\d/])",
    r"\d+\.\d+\.\d[\d.]*",
    # the score of a match, but not "lost 10-15 men"
    r"(?:lost|won|wins?|beat\w*|drew|led|leads|loss|defeat\w*|victory|draw|scored?)\s(?:[\w'’]+\s){0,3}"
    r"\d{1,2}[-–]\d{1,2}\b(?=[.,;)]|\s(?:to|against|at|in|on|over|win|defeat|and)\b|$)",
    r"counts?\s\d+(?:\sand\s\d+)?(?=\sof\b|[.;]|,(?!\d)|$)",  # of an indictment; "monitors count 17 dead" counts
)
_CODES = (
    r"https?://\S+|www\.\S+|\S+@\S+\.\S+|[@#]\w+",
    r"\+\d[\d ()-]{7,}\d|\(?0\d{2,4}\)?[ -]\d{3,}(?:[ -]?\d+)*|(?:\d{1,3}[ -])?\d{3}-\d{3}-\d{4}\b",
    r"\d+(?:\.\d+)?°\s?\d[\d.'′″\"\s]*[nsew]\b|\d+\.\d{3,}\s?°?\s?[nsew]\b|\d+\.\d{4,}",
    r"\d{1,2}[a-z]\s[a-z]{2}\s\d{3,5}\s\d{3,5}",
    r"(?<=\()\d(?=\)\s)|^\(?\d{1,2}[.)]\s",
)
_IDIOMS = (
    r"(?:no|any|each|every|some|the|this|that|which)\s?one\b",
    rf"{_COUNT}\stimes\s(?:as|more|the|higher|larger|bigger|that|over|greater|less|what|its|smaller|faster|longer)\b",
    r"(?:several|(?:a\sfew|a\scouple\sof|dozens\sof|hundreds\sof|thousands\sof))\stimes\b",
    r"one\s?-?(?:another|of|time|day|side|sided|on-one)\b|\bone['’]s?\b",
    r"half-?(?:brother|sister|time|way|mast|hour|hearted|life|term|year|built|finished|century|marathon)s?\b",
    r"(?:first|last|past|next|final|previous)\s(?:\w+\s)?quarters?\b",
    r"(?:first|second|latter|other|eastern|western|northern|southern|in|better)[ -]half\b",
    rf"{_COUNT}-[a-z]+ed\b|(?:hour|day|week|month|year|decade|minute|mile)s?\sor\s(?:two|three|so)\b",
    r"(?:two|three|four|five|six|seven|eight)-(?:way|state|sided|pronged|time|star|wheel|wheeler|fold|tier|front"
    r"|track|part|step|stage|faced|thirds-majority)\b",
)


_COUNTED = (
    r"(?:civilians?|people|persons|children|men|women|soldiers|troops|servicemen|fighters|residents|invaders|occupiers"
    r"|deaths|casualties|victims|prisoners|refugees|houses|buildings)\b"
)


def _month_dates(months: str) -> tuple[str, ...]:
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    return (
        rf"{day}(?:\s?(?:-|–|to|and|/)\s?{day})?(?: {{1,40}}|-)(?:of )?{months}\b\.?(?:,?[ -]\d{{4}}\b)?",
        rf"{months}\.?(?: {{1,40}}|-){day}\b(?!,\d{{3}})(?:\s?(?:-|–|to|and)\s?(?:{months}\s)?{day}\b"
        rf"(?!\s?(?:[a-z]+s\b|%)))?"
        rf"(?:,?\s{_YEAR}\b(?!(?<=1\d\d\d)\s{_COUNTED}))?",  # "as of April 15, 1982 civilians were killed"
        rf"{months}\.?,?\s(?:of\s)?{_YEAR}\b",
    )


def _named(designations: str, streets: str) -> tuple[str, ...]:
    """ "Resolutions 2254 and 2118", "Highway 4", "Phase Two", "10 Garden Street"."""
    counted = (
        r"(?![,.]?\d|\s?(?:%|per\s?cent|km|kilomet|met(?:re|er)s|miles|people|civilians|soldiers|troops|million|billion"
        r"|thousand|dozen))"
    )
    more = rf"(?:(?:,\s(?:and\s)?|\s(?:and|or|to)\s|\s?[-–]\s?)\d[\d./-]*\b(?:\s\({_YEAR}\))?{counted}(?!\s[a-z]+s\b))*"
    words = "one|two|three|four|five|six|seven|eight|nine|ten"
    told = "".join(rf"(?<!{group} )" for group in _COUNTED_AS)  # "the dead number 31" counts them
    return (
        rf"{told}(?:{designations})s?[ -](?:no\.?\s|number\s)?(?:\d[\d./-]*[a-z]?\b{counted}(?:\s\({_YEAR}\))?{more}"
        rf"|(?:{words})\b(?!\s(?!of\b)[a-z]))",
        rf"\d{{1,4}}[a-z]?,?\s(?:[a-z'’]+\s){{1,2}}(?:{streets})\b(?!\s[a-z]+s\b)",
    )


@cache
def lookalikes() -> str:
    """One alternation of all that looks like a number in lower-case text and is none."""
    names = lexicon().names
    months = f"(?:{alternation(names['months'])})"
    named = _named(alternation(names["designations"]), alternation(names["streets"]))
    return "|".join((*_CODES, *_month_dates(months), *_CLOCK, *_DATES, *_AGES, *named, *_NAMES, *_IDIOMS))
