"""One sentence of a situation report: who says what when, in words that take no side."""

from __future__ import annotations

import re

from fogline.records.claims import Stance
from fogline.views.citing import Citation
from fogline.views.clearest import stands_alone
from fogline.views.dating import Dated

__all__ = ["told"]

VERBS: dict[Stance, str] = {
    "asserts": "claimed",
    "denies": "denied",
    "accuses": "made the accusation",
    "demands": "demanded",
    "warns": "warned",
    "promises": "promised",
    "declines": "did not comment",
    "unconfirmed": "could not confirm",
    "doubts": "doubted",
}
QUOTES = ('"', "“", "”")
ENDS = frozenset(".!?")
LONGEST = 400  # code points of a sentence that is quoted whole
# "Side B of shelling a clinic", "to have retaken it": the verb of saying is needed to read them.
FRAGMENT = re.compile(r"(?:\S+\s+){1,5}?(?:of|for)\s+\w+ing\b|to\s+\w+", re.IGNORECASE)
DEED = re.compile(r"\w+ing\s", re.IGNORECASE)  # "denied: shelling a clinic"; but "fighting goes on" is a sentence
AGAINST = frozenset({"denies", "accuses", "doubts"})
ARTICLE = re.compile(r"(?:the|a|an|some|many|several|both|two|three|all|its|their|his|her|our|other)\b", re.IGNORECASE)


def told(citation: Citation) -> str:
    """The sentence; words that would not stand alone are quoted with the sentence they stand in."""
    verb = VERBS[citation.stance]
    if citation.own_voice:
        verb = verb.replace("claimed", "reported in its own voice")
    words = _bare(citation.words)
    where = ""
    sentence = " ".join(citation.sentence.split())
    if not _stands(words, citation.stance) and len(sentence) <= LONGEST:
        where, words = " in the words", _bare(sentence)
    said = f"{_who(citation)} {verb} ({_shown(citation.said)}){where}: "
    if words[:1] in QUOTES and words[-1:] in QUOTES:  # pieces of speech, each in its own marks
        return said + words + ("" if words[-2:-1] in ENDS else ".")
    return f"{said}“{words}”."


def _stands(words: str, stance: Stance) -> bool:
    """Whether words can be read behind "claimed:" or "denied:" as they are."""
    if not stands_alone(words) or FRAGMENT.match(words):
        return False
    return stance not in AGAINST or DEED.match(words) is None


def _who(citation: Citation) -> str:
    """A name as it is; "governor" with its article."""
    who = citation.who
    if citation.own_voice:
        return who
    one = who[:1].islower() and not ARTICLE.match(who) and not who.split(" (")[0].endswith("s")
    shown = f"the {who}" if one and "." not in who else who
    return shown[:1].upper() + shown[1:]


def _shown(date: Dated) -> str:
    """When it was said or published; a publication day is never left to pass for the day of the deed."""
    if date.day is None:
        return "undated"
    return f"{date.clock} by {date.day}, inferred" if date.inferred else f"{date.clock} {date.day}"


def _bare(words: str) -> str:
    """A claim's words on one line, without the quotation marks around all of them."""
    line = " ".join(words.split()).strip(" ,;.")
    quoted = line[:1] in QUOTES and line[-1:] in QUOTES and not any(mark in line[1:-1] for mark in QUOTES)
    return line[1:-1].strip(" ,;.") if quoted else line
