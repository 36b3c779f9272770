"""Whether a sentence speaks of what is to come: tense, modals and words of planning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from fogline.mentions.times.tense import HAPPENED, PLANNED, by_grammar

if TYPE_CHECKING:
    from fogline.mentions.times.readings import Toward
    from fogline.records.sentences import Sentence

__all__ = ["arrives", "direction"]

_AHEAD_WORDS: Final = re.compile(
    r"(?i)\b(?:will|won['’]t|shall|would|going to|(?:is|are|was|were|be) (?:set|due|scheduled|expected|planned|slated|"
    r"about|to be|to)|plan(?:s|ned)? to|(?:hopes?|expects?|intends?|vow(?:s|ed)|agreed|prepar(?:es?|ing)) to|upcoming|"
    r"due to (?:be|begin|end|enter|expire|hold|leave|meet|open|resume|return|start|take|travel|visit)|"
    r"forthcoming|next|deadline|expires?|ahead of|(?-i:may)|might|must|should)\b|['’]ll\b"
)
# "Said on Thursday he would go" tells when he said it; "the attack of 19 September" is over.
_TOLD_ON: Final = re.compile(
    r"(?i)\b(?:(?:said|announced|confirmed|reported|added|warned|wrote|stated|told \w+)(?: on)?|of) "
    r"(?:late |early )?$"
)
# The headline's future, "Ministers to meet on Monday": an infinitive and no finite verb.
_HEADLINE: Final = re.compile(r"\W*[A-Z][^.!?]*\bto [a-z]{2,}\b(?! of)")
_FINITE: Final = re.compile(
    r"(?i)\b(?:is|are|was|were|has|have|had|do|does|did|says?|said|will|would|can|could|may|might|must|should|\w{3,}ed)\b"
)
_NAMED_DATE: Final = re.compile(r"(?i)\b(?:date|deadline)\W{1,3}$")
_HAPPENED_ON: Final = re.compile(rf"(?i)\b(?:{'|'.join(sorted(HAPPENED))})s? (?:on|in|of) (?:the )?$")
_ARRIVING: Final = re.compile(
    r"(?i)\b(?:will|won['’]t|shall|going to|(?:is|are|be) (?:to|set|due|expected)|plans? to)\b|['’]ll\b"
)
_RANKED: Final = re.compile(r"(?i)\b(?:first|second|third|fourth|fifth|sixth|last|only|\w{3,}est|most|least)\b")
_CLAUSE_END: Final = re.compile(r"[;.!?]|\b(?:but|while|which|who|after|since|before)\b|, (?:and|said|says)\b")
_OWN_BOUND: Final = re.compile(r"\b(?:before|after|since) $")  # of the date itself; it ends no clause
_PAST_WORDS: Final = re.compile(
    r"(?i)\b(?:was|were|had|did|said|told|took|began|fell|hit|struck|came|went|left|held|lost|broke|shot|fought|met|"
    r"saw|found|made|gave|got|led|sent|won|flew|drove|(?<!is )(?<!are )(?<!['’]s )(?<!be )\w{2,}[a-z]ed)\b"
)
_EVENT_BEHIND: Final = re.compile(rf"(?i)\W+(?:\w+ )?(?:{'|'.join(sorted(PLANNED))})s?\b")
# A date that planning is "for": "pencilled in for October"; figures "for October" are past.
_PLANNED_FOR: Final = re.compile(
    r"(?i)\b(?:\w+ed(?: in)?|set|due|slated|date|deadline|plans?) for (?:the |early |late |mid-)?$"
)


def direction(text: str, start: int, end: int, sentence: Sentence | None, bounded: bool = False) -> Toward | None:
    """`future` where the words around an expression look ahead, `past` where a past tense governs it, else None.

    `bounded` says that "by" or "until" stands before it: a noun so bounded ("withdrawal by 30 June") is a plan.
    """
    if _PLANNED_FOR.search(text, max(0, start - 30), start):
        return "future"
    if _NAMED_DATE.search(text, max(0, start - 12), start):
        return "nearest"
    told = _TOLD_ON.search(text, max(0, start - 40), start)
    if told is not None and (told[0] != "of " or any(sign.isdigit() for sign in text[start:end])):
        return "past"
    if sentence is not None and sentence.parsed:
        toward = by_grammar(sentence, start, end, bounded)
        if toward is not None or not bounded:
            return toward
    if sentence is not None:
        return _by_words(sentence.text, start - sentence.start, end - sentence.start)
    return _by_words(text[max(0, start - 120) : end + 60], min(start, 120), min(start, 120) + end - start)


def arrives(text: str, start: int) -> bool:
    """Whether "in two weeks" is when something will come; "the fifth coach in four years" counts the past."""
    before = text[max(0, start - 90) : start]
    ends = list(_CLAUSE_END.finditer(before))
    clause = before[ends[-1].end() :] if ends else before
    return _ARRIVING.search(clause) is not None and _RANKED.search(clause) is None


def _promises(text: str, start: int) -> bool:
    """Whether it is a headline about what is to come; "the second climber to die" tells what did."""
    if not _HEADLINE.match(text[:start]) or _RANKED.search(text[:start]):
        return False
    return not (_FINITE.search(text) or _PAST_WORDS.search(text))


def _by_words(text: str, start: int, end: int) -> Toward | None:
    before = _OWN_BOUND.sub("", text[max(0, start - 90) : start])
    if _EVENT_BEHIND.match(text, end):
        return "nearest"
    if _HAPPENED_ON.search(text, max(0, start - 30), start):
        return "past"
    ends = list(_CLAUSE_END.finditer(before))
    if ends:
        before = before[ends[-1].end() :]
    behind = text[end : end + 50]
    cut = _CLAUSE_END.search(behind)
    behind = behind[: cut.start()] if cut else behind
    if _promises(text, start):
        return "future"
    if _AHEAD_WORDS.search(before) or re.match(r"(?i)\W*(?:will|would|shall)\b", behind):
        return "future"
    return "past" if _PAST_WORDS.search(before) or _PAST_WORDS.search(behind) else None
