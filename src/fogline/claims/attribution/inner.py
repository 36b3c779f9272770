"""Statements inside statements: what another is said to have said stands, what he is said to think or do does not."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.claims.attribution.cues import Cues
from fogline.claims.statement import Statement
from fogline.records.sentences import Sentence, Token, sentence_at
from fogline.records.spans import Span

__all__ = ["spoken_inside"]

MARKS = frozenset(("according", "per", ":"))


def spoken_inside(statements: Sequence[Statement], sentences: Sequence[Sentence], cues: Cues) -> list[Statement]:
    """The statements less those inside another that no word of saying carries.

    In "officials said the army planned to advance" the army said nothing: the plan is the officials' account.
    """
    return [s for s in statements if not any(_holds(o, s) for o in statements) or _is_spoken(s, sentences, cues)]


def _holds(outer: Statement, inner: Statement) -> bool:
    if outer is inner or inner.cue is None or not outer.speakers:
        return False
    named = (inner.cue, *inner.speakers)
    return all(any(piece.covers(span) for piece in outer.content) for span in named)


def _is_spoken(statement: Statement, sentences: Sequence[Sentence], cues: Cues) -> bool:
    """Whether the cue is a word of saying, writing or showing."""
    return any(_says(token, cues) for token in _words(statement.cue, sentences))


def _says(token: Token, cues: Cues) -> bool:
    if token.lower in MARKS or token.lower in cues.adverbs or token.lemma.lower() in cues.nouns:
        return True
    return token.lemma in cues.verbs and token.lemma not in cues.mind


def _words(span: Span | None, sentences: Sequence[Sentence]) -> list[Token]:
    home = sentence_at(sentences, span.start) if span else None
    return home.tokens_in(span.start, span.end) if span and home and home.parsed else []
