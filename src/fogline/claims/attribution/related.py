"""Words said in a relative clause: in "a video which, they said, shows the raid" they say it of the video."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.attribution.phrases import noun_phrase, pieces, without
from fogline.claims.statement import Statement
from fogline.records.sentences import Sentence, Token, sentence_at

__all__ = ["with_related"]

RELATIVE = frozenset("which who that whom".split())
MARKS = frozenset('“”"«»')


def with_related(text: str, sentences: Sequence[Sentence], statements: Sequence[Statement]) -> list[Statement]:
    """The statements; those made in a relative clause with the noun it hangs on, and no further than it reaches."""
    return [_related(text, sentences, statement) for statement in statements]


def _related(text: str, sentences: Sequence[Sentence], statement: Statement) -> Statement:
    cue = statement.cue
    home = sentence_at(sentences, cue.start) if cue else None
    if cue is None or home is None or not home.parsed or any(m in p.text for p in statement.content for m in MARKS):
        return statement
    verbs = [word for word in home.tokens_in(cue.start, cue.end) if word.pos == "VERB"]
    told = _clause(home, verbs[0]) if len(verbs) == 1 else []
    content = pieces(text, home, told) if told else ()
    return replace(statement, content=content) if content else statement


def _clause(home: Sentence, verb: Token) -> list[Token]:
    """The noun and the words of its relative clause said under `verb`; none where it stands in no such clause."""
    above = home.head(verb)
    if verb.dep == "relcl":  # "the village, which residents say was burned"
        told = next((one for one in home.children(verb, "ccomp") if one.i > verb.i), None)
        noun, words = above, home.subtree(told) if told else []
    elif verb.dep == "parataxis" and above.dep == "relcl":  # "a video which, they said, shows the raid"
        told, noun = above, home.head(above)
        words = without(home.subtree(above), home.subtree(verb))
    else:
        return []
    pronoun = next((one for one in home.children(told) if one.lower in RELATIVE), None) if told else None
    subjects = home.children(verb, "nsubj")
    if pronoun is None or pronoun.dep == "mark" or not subjects or not noun.i < pronoun.i < subjects[0].i:
        return []
    return [*noun_phrase(home, noun), *without(words, [pronoun])]
