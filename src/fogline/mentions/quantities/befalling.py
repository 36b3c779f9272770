"""What befalls people by a verb and the words behind it: "shot 12 men dead", "laid down their arms", "fell"."""

from __future__ import annotations

from fogline.mentions.quantities.heads import Head
from fogline.mentions.quantities.lexicon import Lexicon
from fogline.records.sentences import Sentence, Token

__all__ = ["by_phrase", "has_fallen"]

REACH = 9  # words behind the verb, its object among them
BEHIND = 3  # words between the verb and the number that it governs
ACTIVE = ("VB", "VBD", "VBG", "VBP", "VBZ")
STOPS = frozenset(".;:,—–")
OTHERWISE = frozenset("back ill behind asleep short into under for from to over apart off".split())


def by_phrase(sentence: Sentence, head: Head, start: int, lexicon: Lexicon) -> str | None:
    """The scope of a verb with what stands behind it, where the counted are its object or, passive, its subject.

    `start` is where the number begins in the report.
    """
    anchor = head.anchor
    if anchor is None:
        return None
    for verb in _verbs(sentence, anchor, start):
        for words, scope in lexicon.scope_phrases.get(verb.lemma, ()):
            if _stand_behind(sentence, verb, words):
                return scope
        if verb.end + 1 >= start and verb.tag in ACTIVE and verb.lemma in lexicon.scope_people_verbs:
            return lexicon.scope_people_verbs[verb.lemma]  # "liquidated up to 200 men", whatever the parser makes of it
    return None


def _verbs(sentence: Sentence, anchor: Token, start: int) -> list[Token]:
    """The verb that governs the counted, and one right before the number: "gunned down nine"."""
    found = [sentence.head(anchor)] if anchor.dep in ("dobj", "nsubj", "nsubjpass") else []
    before = [token for token in sentence.tokens if token.start < start][-BEHIND:]
    return [*found, *(token for token in before if token.tag.startswith("VB"))]


def _stand_behind(sentence: Sentence, verb: Token, words: tuple[str, ...]) -> bool:
    """Whether the words follow the verb in this order, with no more than its object between them."""
    at = 0
    for token in sentence.tokens[verb.i + 1 : verb.i + 1 + REACH]:
        if token.text in STOPS:
            return False
        at += token.lower == words[at] or token.lemma == words[at]
        if at == len(words):
            return True
    return False


def has_fallen(sentence: Sentence, anchor: Token) -> bool:
    """Whether fighters fell, as soldiers do who die: not fell back, nor ill."""
    verb = sentence.head(anchor)
    after = sentence.tokens[verb.i + 1].lower if verb.i + 1 < len(sentence.tokens) else ""
    return anchor.dep == "nsubj" and verb.lemma == "fall" and after not in OTHERWISE
