"""When a number counts nothing: years, ages, names, times, ways to speak."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from fogline.mentions.quantities.heads import Head
from fogline.mentions.quantities.lexicon import Lexicon, alternation, lexicon
from fogline.mentions.quantities.scan import Found
from fogline.records.sentences import Sentence
from fogline.records.spans import Span

__all__ = ["is_quantity", "is_time", "measures_a_term", "term_before"]

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_AGE_BEFORE = re.compile(r"[A-Z][\w’'.-]+,\s$|[A-Z][\w’'.-]+\s\($")
_PERSON_BEFORE = re.compile(r"\b[a-z]+[a-rt-z],\s$")
_AGE_AFTER = re.compile(r"(?:,|\)|\.$|;|\sand\s[A-Z])")
_NAME_BEFORE = re.compile(
    r"(?:(?P<prep>\b(?:in|on|at|near|from|since|by|of|after|around|outside|kill(?:s|ed)?|with)\s)|(?P<start>^\W*))?(?P<name>[A-Z](?:[\w’'.]*[\w’'])?)\)?[\s-]$"
)
_MADE_OF = ("with", "of", "by")
_TERM_REACH = 40  # code points that hold a term and what leads from it to its length
_NUMBERED = frozenset("corps division brigade battalion regiment squadron company army fleet para commando".split())
_HOURS = 24
_FEW = 3  # "several", "a few", "a couple" say little without what is counted
_SMALL_WORDS = frozenset({"from", "with", "over", "into", "than", "amid", "after", "near", "between", "against"})
_ONE_THEN = re.compile(r"\s(?:(?:is|was|has|had|been|being|more|others?|still|remains|also|reported|left)\s)*(\w+)")
_PUTTING = frozenset({"put", "estimate", "give", "keep", "stand", "place", "reckon", "count", "assess"})
_TOLLS = frozenset({"loss", "losses", "toll", "casualties", "number", "total", "dead", "count", "figure"})
_PEOPLE_END = re.compile(r"s$|people$|men$|women$|children$|police$|personnel$|aircraft$")


def is_quantity(sentence: Sentence, found: Found, head: Head, when: Sequence[Span]) -> bool:
    """Whether the number found counts or measures something.

    A length of time always passes, as a range may still need it; `measures_a_term` decides on it in the end.
    """
    if is_time(found.unit):
        return True
    if found.unit in (None, "fraction") and _inside(sentence, found, when):
        return False
    if found.unit is not None:
        return found.unit != "fraction" or found.form != "part" or _is_fraction(sentence, found)
    if found.number.low == 1 and found.core_end - found.core_start == 3:
        return _is_single(sentence, found, head, lexicon())
    check = _CHECKS.get(found.form)
    return check is None or check(sentence, found, head)


def _figure_counts(sentence: Sentence, found: Found, head: Head) -> bool:
    if not any(char.isalpha() for char in sentence.text):
        return False  # a number on a line of its own: of a page, a price list, a table
    if (
        sentence.text[: found.start].endswith(" at ")
        and not (head.of and head.direct)
        and _is_hour(sentence, found, head)
    ):
        return False
    other = _is_year(sentence, found, head) or _is_age(sentence, found) or _is_formation(found, head)
    return not other and not _is_name(sentence, found, head, lexicon())


def _is_hour(sentence: Sentence, found: Found, head: Head) -> bool:
    """Whether "at 9" tells when."""
    whole = found.number.low == found.number.high and found.number.low <= _HOURS and found.core_end == found.end
    return whole and head.of is None and not _is_put_at(sentence, head)


def _words_count(sentence: Sentence, found: Found, head: Head) -> bool:
    if _is_title(sentence, found) or _is_nothing(found, head):
        return False
    return bool(head.of and head.direct) or _bare_word(sentence, found, head, lexicon())


def _vague_counts(sentence: Sentence, found: Found, head: Head) -> bool:
    if head.of and head.direct:
        return True
    if head.of is None and found.number.low <= _FEW:
        return _befell(sentence, found, lexicon())
    return _bare_word(sentence, found, head, lexicon())


_CHECKS: dict[str, Callable[[Sentence, Found, Head], bool]] = {
    "figure": _figure_counts,
    "words": _words_count,
    "vague": _vague_counts,
}


def is_time(unit: str | None) -> bool:
    """Whether a unit measures time."""
    known = lexicon().by_name.get(unit) if unit else None
    return known is not None and known.dimension == "time"


def measures_a_term(found: Found, of: str | None) -> bool:
    """Whether "30-day" measures a thing people agree on ("ceasefire") and does not say when something happened."""
    if not found.hyphen or of is None:
        return False
    words = of.lower().split()
    return bool({words[-1], " ".join(words[-2:])} & lexicon().counting["terms"])


def term_before(lower: str, start: int) -> tuple[int, int] | None:
    """Where the thing stands that a length behind it measures: "a truce of 30 days", "the truce will last a week"."""
    match = _term().search(lower, max(0, start - _TERM_REACH), start)
    return None if match is None else match.span("term")


@cache
def _term() -> re.Pattern[str]:
    terms = alternation([*lexicon().counting["terms"]])
    lasting = r"\s(?:of|lasting|for)|(?:\s(?:will|would|is to|was to|should|can|had|has))?\slast(?:s|ed)?"
    return re.compile(rf"\b(?P<term>{terms})(?:{lasting})(?:\sfor)?\s$")


def _inside(sentence: Sentence, found: Found, when: Sequence[Span]) -> bool:
    start, end = sentence.start + found.core_start, sentence.start + found.core_end
    return any(span.start <= start and end <= span.end for span in when)


def _is_fraction(sentence: Sentence, found: Found) -> bool:
    """Whether "a third" is a share: of something, or right before what is shared out; "a third attack" is a rank."""
    words = sentence.text[found.core_start : found.core_end].lower()
    after = sentence.text[found.core_end :].lower()
    if words == "half":
        before = sentence.token_at(sentence.start + found.start - 2) if found.start > 1 else None
        if before is not None and before.tag in ("JJ", "NNP"):
            return False  # "the southern half of the city" is a place
        return not re.match(r"\san?\b", after) and (
            found.start > 0 or bool(re.match(r"\s(?:of|the|its|their|his|her)\b", after))
        )
    if words.endswith(("hundredths", "thousandths")):
        return bool(re.match(r"\sof\b", after))  # "two-hundredths", as soldiers call their dead, are no share
    if re.match(r"(?:an?|one)\s(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundredth)$", words):
        return bool(re.match(r"\s(?:of|more|less|fewer|as)\b|[.,;]|\s?$", after))
    return not re.match(r"\sfinal", after)


def _is_year(sentence: Sentence, found: Found, head: Head) -> bool:
    words = sentence.text[found.core_start : found.core_end]
    if not _YEAR.match(words):
        return False
    before = sentence.text[max(0, found.start - 20) : found.start].lower()
    if re.search(
        r"\b(?:in|since|until|till|from|by|before|after|of|late|early|the|an?|that|this|during|mid|between|and|to|year|back)\s\W?$|[a-z],?\s\($",
        before,
    ):
        return True
    noun = head.of.split()[-1].lower() if head.of else ""
    counted = (
        noun.removesuffix("s") in lexicon().people or noun in lexicon().people or noun in lexicon().names["equipment"]
    )
    return not counted and not (words.endswith("00") and _PEOPLE_END.search(noun))


def _is_formation(found: Found, head: Head) -> bool:
    """Whether it numbers one formation: "1 Corps", "36 Division"."""
    anchor = head.anchor
    if anchor is None or not head.direct or anchor.tag != "NNP" or found.number.approximate:
        return False
    return head.of == anchor.text and anchor.text[0].isupper() and anchor.lower in _NUMBERED


def _is_age(sentence: Sentence, found: Found) -> bool:
    """ "Ivan Petrov, 34, said" and "Olena (34)"."""
    if found.core_end - found.core_start > 2:
        return False
    text = sentence.text
    if not _AGE_AFTER.match(text, found.core_end):
        return False
    before = text[: found.start]
    person = text.startswith(",", found.core_end) and _PERSON_BEFORE.search(before)  # "the mayor, 51, said"
    return bool(person or _AGE_BEFORE.search(before))


def _is_name(sentence: Sentence, found: Found, head: Head, lex: Lexicon) -> bool:
    """ "Boeing 737", "100 Leopard 2 tanks": a figure right after a name, with nothing of its own to count."""
    match = _NAME_BEFORE.search(sentence.text[: found.start])
    if match is None or found.start != found.core_start or match["name"].isdigit():
        return False
    before = sentence.token_at(sentence.start + match.start("name"))
    if match["name"].lower().removesuffix("s") in lex.scope_verbs:
        return False  # "Flood Kills 4 At Mill"
    if sentence.parsed and before is not None and before.tag not in ("NNP", "NNPS", "NN", "NNS", "CD"):
        return False
    if head.of is None or not head.direct:
        return True
    noun = head.of.split()[-1].lower()
    if match["prep"] or match["start"] is not None:  # "in Gao 2 tanks burned", but "with Leopard 2 tanks"
        return noun in lex.names["equipment"] and (match["prep"] or "").strip() in _MADE_OF
    one_thing = head.anchor is not None and head.anchor.tag in ("NN", "NNP") and found.number.low > 1  # "Plan 12 list"
    return noun in lex.names["equipment"] or (one_thing and noun not in lex.people and not _PEOPLE_END.search(noun))


def _is_single(sentence: Sentence, found: Found, head: Head, lex: Lexicon) -> bool:
    """Whether "one" counts: people and things of war ("one civilian"), or what befell them ("one wounded")."""
    if _befell(sentence, found, lex):
        return True
    if head.of is None or head.partitive:
        return False
    noun = head.of.split()[-1].lower()
    return noun in lex.counting["single"] or noun in lex.people or noun in lex.names["equipment"]


def _befell(sentence: Sentence, found: Found, lex: Lexicon) -> bool:
    """Whether what befell the counted follows: "one was killed", "several wounded"."""
    after = _ONE_THEN.match(sentence.text.lower(), found.core_end)
    return after is not None and after[1] in lex.scope_words


def _is_nothing(found: Found, head: Head) -> bool:
    """Whether "zero" is a way to speak: "zero in on", "zero chance"; "zero losses" counts."""
    plural = head.anchor is not None and head.anchor.tag in ("NNS", "NNPS")
    return found.number.low == 0 and not (head.of and plural)


def _bare_word(sentence: Sentence, found: Found, head: Head, lex: Lexicon) -> bool:
    """Whether a number word without a noun counts: in "two were killed" and "killing two", not in "the two agreed"."""
    before = sentence.text[: found.start].lower()
    if before.endswith(" at ") and _is_put_at(sentence, head):
        return True
    return not re.search(r"\b(?:the|these|those|both|other|after|before|at|until|since|by|past)\s$", before)


def _is_put_at(sentence: Sentence, head: Head) -> bool:
    """Whether the number is what a count is put at: "put its own losses at four"; "left at four" tells the hour."""
    if head.anchor is None or not sentence.parsed:
        return False
    above = sentence.head(sentence.head(head.anchor))
    return above.lemma.lower() in _PUTTING or (above.tag in ("NNS", "NN") and above.lower in _TOLLS)


def _is_title(sentence: Sentence, found: Found) -> bool:
    """Whether a number word in the middle of running text has a capital as part of a name: "Two Majors", "Big Five"."""
    text = sentence.text
    if not text[found.core_start].isupper() or not re.search(r"\w", text[: found.start]):
        return False
    if text[: found.start].rstrip()[-1] in ":.!?—–-|•*":
        return False
    before = sentence.token_at(sentence.start + found.start - 2)
    if before is not None and before.tag == "NNP" and not re.match(r"\s[A-Z]", text[found.core_end :]):
        return True  # "Normandy Four"
    words = [word.strip(".,;:!?") for word in text.split()]
    running = [word for word in words if len(word) > 3 and word.islower() and word not in _SMALL_WORDS]
    return len(running) >= 2  # a headline in title case has only short words in lower case
