"""Words that look like a cue and tell of nobody who speaks: "thanks to", "as regards", "felt the heat"."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.claims.statement import Statement
from fogline.records.sentences import Sentence, Token

__all__ = ["is_said_by_nobody"]

CAUSES = frozenset("thanks owing due".split())
RELATIVE = frozenset("which that whom".split())
SEEN = frozenset("recognize recognise regard describe identify view see name list brand label treat".split())
FELT = ("feel", "sense")
QUOTES = "“\"«‘'"
OPEN_CHOICES = frozenset("difficult hard possible impossible easy early necessary important time".split())


def is_said_by_nobody(statement: Statement, home: Sentence, cue: Sequence[Token]) -> bool:
    """Whether a cue is none: a preposition, a passive without its "was", a feeling that is no opinion."""
    return (
        _is_preposition(statement, home, cue)
        or _is_seen(statement, home, cue)
        or _is_felt(statement, home, cue)
        or _is_open(statement, cue)
    )


def _is_preposition(statement: Statement, home: Sentence, cue: Sequence[Token]) -> bool:
    """Whether a cue is "thanks to", "as regards", or the "according to" of "the rule according to which P"."""
    if cue[0].lower in CAUSES and cue[-1].lower == "to":
        return True
    before = home.tokens[cue[0].i - 1].lower if cue[0].i else ""
    if len(cue) == 1 and cue[0].lower == "regards" and before == "as":
        return True
    named = [speaker.text.lower() for speaker in statement.speakers]
    return cue[0].lower == "according" and bool(named) and named[0] in RELATIVE


def _is_seen(statement: Statement, home: Sentence, cue: Sequence[Token]) -> bool:
    """Whether a headline leaves out "is": "Freedonia recognised as a threat to the region"."""
    verb, first = cue[0], home.token_at(statement.start)
    bare = len(cue) == 1 and verb.lemma in SEEN and verb.tag in ("VBN", "VBD")
    behind = first is not None and first.lower == "as" and first.i == verb.i + 1
    return bare and behind and not home.children(verb, "dobj", "aux")


def _is_felt(statement: Statement, home: Sentence, cue: Sequence[Token]) -> bool:
    """Whether somebody feels a thing, which is no opinion: "the army feels the heat"."""
    if cue[-1].lemma not in FELT or statement.content[0].text[:1] in QUOTES:
        return False
    told = [word for piece in statement.content for word in home.tokens_in(piece.start, piece.end)]
    return bool(told) and not any(word.pos in ("VERB", "AUX", "ADJ", "SCONJ") for word in told)


def _is_open(statement: Statement, cue: Sequence[Token]) -> bool:
    """Whether nobody judges in the reporter's own words: "it is still difficult to predict", "would be possible"."""
    empty = not statement.speakers or [speaker.text.lower() for speaker in statement.speakers] == ["it"]
    return empty and any(word.lower in OPEN_CHOICES for word in cue)
