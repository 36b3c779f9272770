"""What the report says beside somebody's words: "denied it, as the army said", "denied the raid, which killed nine"."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.claims.statement import Statement
from fogline.records.sentences import Sentence, Token, sentence_at
from fogline.records.spans import Span

__all__ = ["without_asides"]

BESIDE = frozenset("as while".split())
FINITE = ("VBD", "VBZ", "VBP", "MD")
QUOTES = '“”"«»'
SHOWN = frozenset("was is were are shows showed".split())  # "video of what it said was the town, which was bombed"
LEAST = 3  # words that have to be left


def without_asides(text: str, sentences: Sequence[Sentence], spoken: Sequence[Statement]) -> list[Statement]:
    """The statements without clauses at their end that the report adds.

    These are what another says meanwhile ("as the army denies it"), and of a denial the relative clause behind a comma
    that tells more of what is denied: who denies a raid does not say that it killed nine.
    """
    return [_bare(text, sentences, one, spoken) for one in spoken]


def _bare(text: str, sentences: Sequence[Sentence], one: Statement, spoken: Sequence[Statement]) -> Statement:
    home = sentence_at(sentences, one.cue.start) if one.cue else None
    last = one.content[-1]
    if home is None or not home.parsed or not home.start <= last.start < home.end:
        return one
    words = home.tokens_in(last.start, last.end)
    at = next((word for word in words[LEAST:] if _opens(home, one, word, spoken)), None)
    if at is None or any(mark in text[at.start : last.end] for mark in QUOTES):
        return one
    end = last.start + len(text[last.start : at.start].rstrip(" ,;–—-"))
    return one.saying((*one.content[:-1], Span.of(text, last.start, end)))


def _opens(home: Sentence, one: Statement, word: Token, spoken: Sequence[Statement]) -> bool:
    """Whether the report goes on with a word in its own voice."""
    if word.lower in BESIDE and word.dep == "mark":
        verb = home.head(word)
        other = next((s for s in spoken if s.cue and s.cue.start <= verb.start < s.cue.end), None)
        return (
            verb.dep == "advcl"
            and verb.tag in FINITE
            and other is not None
            and other is not one
            and other.speakers != one.speakers
        )
    before = home.tokens[word.i - 1].text
    shown = one.content[0].text.split()[0].lower() in SHOWN
    if not (one.stance == "denies" or shown) or word.lower != "which" or before != ",":
        return False
    verb = home.head(word)
    return word.dep in ("nsubj", "nsubjpass") and verb.dep == "relcl" and _ends(home, one, verb)


def _ends(home: Sentence, one: Statement, verb: Token) -> bool:
    """Whether a relative clause closes what somebody says."""
    told = verb.tag in FINITE or any(aux.tag in FINITE for aux in home.children(verb, "aux", "auxpass"))
    return told and home.subtree(verb)[-1].end >= one.end - 1
