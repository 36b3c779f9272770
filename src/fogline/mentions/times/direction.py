"""Whether a sentence speaks of what is to come: tense, modals and words of planning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from fogline.mentions.times.readings import Toward
    from fogline.records.sentences import Sentence, Token

__all__ = ["direction"]

_AHEAD_WORDS: Final = re.compile(
    r"(?i)\b(?:will|won['’]t|shall|would|going to|(?:is|are|was|were|be) (?:set|due|scheduled|expected|planned|slated|"
    r"about|to be|to)|plan(?:s|ned)? to|(?:hopes?|expects?|intends?|vow(?:s|ed)|agreed|prepar(?:es?|ing)) to|upcoming|"
    r"due to (?:be|begin|end|enter|expire|hold|leave|meet|open|resume|return|start|take|travel|visit)|"
    r"forthcoming|next|deadline|expires?|ahead of|could|(?-i:may)|might|must|should)\b|['’]ll\b"
)
_CLAUSE_END: Final = re.compile(r"[;.!?]|\b(?:but|while|which|who|after|since|before)\b|, (?:and|said|says)\b")
_PAST_WORDS: Final = re.compile(
    r"(?i)\b(?:was|were|had|did|said|told|took|began|fell|hit|struck|came|went|left|held|lost|broke|shot|fought|met|"
    r"saw|found|made|gave|got|led|sent|won|flew|drove|(?<!is )(?<!are )(?<!['’]s )(?<!be )\w{2,}[a-z]ed)\b"
)
_EVENTS = frozenset((
    "deadline", "hearing", "sentencing", "trial", "election", "vote", "summit", "referendum", "ceremony",
    "inauguration", "arraignment", "conference", "date", "meeting", "talk", "session",
))  # fmt: skip
_EVENT_BEHIND: Final = re.compile(rf"(?i)\W+(?:\w+ )?(?:{'|'.join(sorted(_EVENTS))})s?\b")
# A date that planning is "for": "pencilled in for October"; figures "for October" are past.
_PLANNED_FOR: Final = re.compile(
    r"(?i)\b(?:\w+ed(?: in)?|set|due|slated|date|deadline|plans?) for (?:the |early |late |mid-)?$"
)
_PLANNING = frozenset(
    ("set", "due", "schedule", "expect", "plan", "slate", "expire", "intend", "hope", "prepare", "vow")
)
# Verbs whose infinitive tells what did happen.
_DONE = frozenset((
    "begin", "start", "continue", "manage", "seem", "appear", "use", "fail", "come", "help", "try", "force", "cause",
    "lead", "have", "prove", "happen", "tend", "get",
))  # fmt: skip
# What is given, closed or put off until a day lasts until a day to come.
_LASTING = frozenset(
    ("give", "have", "extend", "postpone", "delay", "adjourn", "grant", "suspend", "remain", "prolong")
)
_MODALS = frozenset(("will", "shall", "would", "'ll", "wo", "’ll", "may", "might", "must", "should", "could"))


def direction(text: str, start: int, end: int, sentence: Sentence | None, bounded: bool = False) -> Toward | None:
    """`future` where the words around an expression look ahead, `past` where a past tense governs it, else None.

    `bounded` says that "by" or "until" stands before it: a noun so bounded ("withdrawal by 30 June") is a plan.
    """
    if _PLANNED_FOR.search(text, max(0, start - 30), start):
        return "future"
    if sentence is not None and sentence.parsed:
        toward = _by_grammar(sentence, start, end, bounded)
        if toward is not None or not bounded:
            return toward
    if sentence is not None:
        return _by_words(sentence.text, start - sentence.start, end - sentence.start)
    return _by_words(text[max(0, start - 120) : end + 60], min(start, 120), min(start, 120) + end - start)


def _by_words(text: str, start: int, end: int) -> Toward | None:
    before = text[max(0, start - 90) : start]
    if _EVENT_BEHIND.match(text, end):
        return None
    ends = list(_CLAUSE_END.finditer(before))
    if ends:
        before = before[ends[-1].end() :]
    behind = text[end : end + 50]
    cut = _CLAUSE_END.search(behind)
    behind = behind[: cut.start()] if cut else behind
    if _AHEAD_WORDS.search(before) or re.match(r"(?i)\W*(?:will|would|shall)\b", behind):
        return "future"
    return "past" if _PAST_WORDS.search(before) or _PAST_WORDS.search(behind) else None


def _by_grammar(sentence: Sentence, start: int, end: int, bounded: bool) -> Toward | None:
    """The nearest verb above the expression decides; a planned event in between keeps the verb from deciding."""
    tokens = sentence.tokens_in(start, end)
    if not tokens:
        return None
    for token in [tokens[-1], *sentence.ancestors(tokens[-1])]:
        if token.pos == "NOUN" and token not in tokens and (bounded or token.lemma.lower() in _EVENTS):
            return None
        if token.pos in {"VERB", "AUX"} or token.lemma in _PLANNING:
            return _tense(sentence, token, bounded)
    return None


def _of_infinitive(sentence: Sentence, verb: Token) -> Toward | None:
    """What someone is to do lies ahead, but not what he managed or began to do."""
    head = sentence.head(verb)
    if verb.dep not in {"xcomp", "ccomp"} or head.i == verb.i:
        return None
    return _tense(sentence, head) if head.lemma in _DONE else "future"


def _tense(sentence: Sentence, verb: Token, bounded: bool = False) -> Toward | None:
    auxiliaries = sentence.children(verb, "aux", "auxpass")
    if any(child.lower in _MODALS for child in auxiliaries):
        return None if any(child.lemma == "have" for child in auxiliaries) else "future"
    if verb.lemma in _PLANNING or (bounded and verb.lemma in _LASTING):
        return "future"
    if any(child.tag == "TO" for child in auxiliaries):
        return _of_infinitive(sentence, verb)
    if any(child.tag in {"VBZ", "VBP"} and child.lemma == "be" for child in auxiliaries):
        return None  # "he is sentenced on May 7"
    return "past" if verb.tag in {"VBD", "VBN"} else None
