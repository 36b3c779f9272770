"""What the grammar of a sentence says about a date in it: tense, modals, infinitives, verbs of planning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from fogline.mentions.times.readings import Toward
    from fogline.records.sentences import Sentence, Token

__all__ = ["HAPPENED", "PLANNED", "by_grammar"]

# Events that a report names before they happen: a date beside them says nothing about tense.
PLANNED: Final = frozenset((
    "deadline", "hearing", "sentencing", "trial", "election", "vote", "summit", "referendum", "ceremony",
    "inauguration", "arraignment", "conference", "date", "meeting", "talk", "session", "race", "ballot", "primary",
    "debate", "round", "exercise", "drill",
))  # fmt: skip
# Events that a dated mention of tells as past, whatever the verb above: "will not retaliate for the raid on Tuesday".
HAPPENED: Final = frozenset((
    "attack", "bombing", "strike", "shooting", "killing", "raid", "shelling", "explosion", "blast", "massacre",
    "incident", "clash", "assault", "arrest", "death", "coup", "crash", "ambush", "earthquake", "protest",
))  # fmt: skip
_PLANNING: Final = frozenset(
    ("set", "due", "schedule", "expect", "plan", "slate", "expire", "intend", "hope", "prepare", "vow")
)
# Verbs whose infinitive tells what did happen.
_DONE: Final = frozenset((
    "begin", "start", "continue", "manage", "seem", "appear", "use", "fail", "come", "help", "try", "force", "cause",
    "lead", "have", "prove", "happen", "tend", "get", "able", "cease", "decline", "refuse",
))  # fmt: skip
# What is given, closed or put off until a day lasts until a day to come.
_LASTING: Final = frozenset(
    ("give", "have", "extend", "postpone", "delay", "adjourn", "grant", "suspend", "remain", "prolong")
)
_FINITE: Final = frozenset(("VBD", "VBZ", "VBP", "MD"))
# Could is left out: "smoke could be seen on Tuesday".
# "He would only say on Monday that ..." did say.
_TELLING: Final = frozenset(("say", "tell", "repeat", "confirm", "comment", "add", "insist", "recall"))
_MODALS: Final = frozenset(("will", "shall", "would", "'ll", "wo", "’ll", "may", "might", "must", "should"))


def by_grammar(sentence: Sentence, start: int, end: int, bounded: bool) -> Toward | None:
    """The nearest verb above the expression decides; a planned or a past event in between decides before it."""
    tokens = sentence.tokens_in(start, end)
    if not tokens:
        return None
    for token in (t for t in [tokens[-1], *sentence.ancestors(tokens[-1])] if not _is_as_planned(sentence, t)):
        if token.pos == "NOUN" and token not in tokens:
            lemma = token.lemma.lower()
            if lemma in HAPPENED:
                return "past"
            if lemma in PLANNED:
                return "nearest"
            if bounded:
                return None
        if token.pos in {"VERB", "AUX"} or _plans(sentence, token):
            return _tense(sentence, token, bounded)
    return None


def _is_as_planned(sentence: Sentence, word: Token) -> bool:
    """Whether a word of planning leaves it to the verb above when: "ended as planned on Saturday"."""
    return word.lemma in _PLANNING and word.i > 0 and sentence.tokens[word.i - 1].lower == "as"


def _plans(sentence: Sentence, word: Token) -> bool:
    """Whether it is a word of planning; "due to low light" gives a cause, "they set fire" is no plan."""
    if word.lemma not in _PLANNING or word.tag == "VBD":
        return False
    behind = sentence.tokens[word.i + 1 : word.i + 3]
    return word.lemma != "due" or not behind or behind[0].lower != "to" or behind[-1].pos in {"VERB", "AUX"}


def _tense(sentence: Sentence, verb: Token, bounded: bool = False) -> Toward | None:
    auxiliaries = sentence.children(verb, "aux", "auxpass")
    perfect = any(child.lemma == "have" for child in auxiliaries)
    if any(child.lower in _MODALS for child in auxiliaries):
        told = verb.lemma in _TELLING and any(child.lower == "would" for child in auxiliaries)
        return "past" if told else None if perfect else "future"
    if bounded and any(child.lower == "could" for child in auxiliaries):
        return "future"
    if _plans(sentence, verb) or (bounded and verb.lemma in _LASTING):
        return "future"
    if any(child.tag == "TO" for child in auxiliaries):
        return "past" if perfect else _of_infinitive(sentence, verb)
    if any(child.tag in {"VBZ", "VBP"} and child.lemma == "be" for child in auxiliaries):
        return "future" if bounded else None  # "he is sentenced on May 7"
    if verb.tag in {"VBZ", "VBP"}:
        return "future" if bounded else "nearest"  # "they meet again in September"
    return "past" if verb.tag in {"VBD", "VBN"} else None


def _of_infinitive(sentence: Sentence, verb: Token) -> Toward | None:
    """What someone is to do lies ahead, but not what he managed or was able to do."""
    head = sentence.head(verb)
    if verb.dep not in {"acl", "relcl"} and not any(token.tag in _FINITE for token in sentence.tokens):
        return "future"  # the headline's future: "Ministers to meet on Monday"
    if verb.dep not in {"xcomp", "ccomp"} or head.i == verb.i:
        return None
    if head.lemma not in _DONE:
        return "future"
    return _tense(sentence, sentence.head(head) if head.pos == "ADJ" else head)
