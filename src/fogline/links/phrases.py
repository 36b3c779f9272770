"""What a claim names without telling it in a clause, as a noun phrase: "a troop pullback"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from fogline.links.clauses import DANGLING, LONGEST, MARKUP, asked_by, clause_of, is_name, with_capitals
from fogline.links.verbs import (
    AUXILIARY,
    DETERMINERS,
    FINITE,
    NEGATION,
    OUTSIDE,
    PERSONAL,
    POSSESSIVE,
    PREPOSITIONS,
    is_plural,
    plain_word,
    tense,
)
from fogline.records.claims import Claim

__all__ = ["spoken_of"]

MONTH = "January February March April May June July August September October November December"
DATE = re.compile(rf"^(?:{'|'.join(MONTH.split())}) \d+$|^\d+ (?:{'|'.join(MONTH.split())})$", re.IGNORECASE)
VAGUE = frozenset("not no either neither rest remaining others other such same both".split())
ARTICLES = frozenset({"a", "an", "the"})
CHARGED = re.compile(r"^[A-Z]\w+ (?:of|for) \w+ing\b")
ACCUSED = re.compile(r"^(?:the )?[A-Z]\w+(?: [A-Z]\w+)? (?:of|for)\b")
DOING = re.compile(r"\b(?:of|for) \w+ing\b")
HALF = re.compile(r"(?<!\w)['‘]|['’](?!\w)")  # quotation marks that are no apostrophes
FEWEST, MOST = 2, 9  # words of a noun phrase


def spoken_of(claim: Claim) -> str | None:
    """What a claim names without telling it in a clause, as a noun phrase: "a troop pullback"; None where it tells."""
    words = clause_of(claim.text).split(", ")[0].split(" - ")[0].split("; ")[0].split()
    if (
        MARKUP.search(claim.text)
        or CHARGED.search(" ".join(words))
        or len(claim.evidence) > 1
        or (words and plain_word(words[0]) == "to")
    ):
        return None
    while words and plain_word(words[0]) in PREPOSITIONS | {"about"}:
        words = words[1:]
    unfit = AUXILIARY | OUTSIDE | PERSONAL | VAGUE | NEGATION
    if (
        asked_by(claim)
        or any(map(_infinitive, words, words[1:]))
        or (claim.stance == "accuses" and (DOING.search(claim.text) or ACCUSED.match(" ".join(words))))
    ):
        return None
    if any(
        plain_word(word) in ARTICLES and plain_word(before) not in PREPOSITIONS | {"and"}
        for before, word in pairwise(words)
    ):
        return None  # "the war a crusade": what somebody calls something
    if DATE.match(" ".join(words)) or _tells(words, claim):
        return None
    if not FEWEST <= len(words) <= MOST or unfit.intersection(map(plain_word, words)) or any(map(_finite, words)):
        return None
    first = words[0] if is_name(words, claim) else words[0][0].lower() + words[0][1:]
    phrase = with_capitals([first, *words[1:]])
    torn = f" {phrase}".endswith(DANGLING) or len(HALF.findall(phrase)) % 2 or len(phrase) > LONGEST
    return None if torn else phrase


def _tells(words: Sequence[str], claim: Claim) -> bool:
    """Whether a headline tells in a clause what its verb says: "Enemy forces regroup", "the union hands over tanks"."""
    predicate = (claim.predicate or "").casefold()
    for at, word in enumerate(words[1:], 1):
        form = tense(plain_word(word), predicate) if predicate and word.islower() else None
        before, follows = plain_word(words[at - 1]), plain_word(words[at + 1]) if at + 1 < len(words) else ""
        named = before in DETERMINERS | PREPOSITIONS | POSSESSIVE | {"of"} or before.endswith(("'s", "s'"))
        if form == "past" and not named and follows not in ("by", "in", "at", "from", "near"):
            return True
        plain = form == "present" and not named and not (word.endswith("s") and follows in PREPOSITIONS | {"of", ""})
        if plain and (word.endswith("s") or is_plural(" ".join(words[:at]))):
            return True
    return False


def _infinitive(word: str, following: str) -> bool:
    """Whether two words are "to" and a verb, as far as their look tells: not "to Veridia", not "to the front"."""
    return (
        plain_word(word) == "to"
        and following.islower()
        and plain_word(following) not in DETERMINERS
        and following[-1:] != "s"
    )


def _finite(word: str) -> bool:
    return word.islower() and word in FINITE
