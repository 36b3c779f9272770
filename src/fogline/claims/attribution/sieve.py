"""What a trained reader marks and a careful one would not: comment, bare fragments, words nobody said."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.claims.attribution.cues import Cues
from fogline.claims.statement import Statement
from fogline.records.sentences import Sentence, Token
from fogline.records.spans import Span

__all__ = ["sieved"]

QUOTES = '“"«‘'
# With one of these as subject the verb tells the reporter's comment: "the visit signals confidence".
COMMENTING = frozenset(
    "signal underscore underline highlight reflect demonstrate show mark suggest indicate emphasize emphasise"
    " illustrate reveal prove mean raise fuel spark".split()
)


def sieved(statements: Sequence[Statement], sentences: Sequence[Sentence], cues: Cues) -> tuple[Statement, ...]:
    """The statements less those that no one makes."""
    return tuple(s for s in statements if _is_said(s, sentences, cues))


def _is_said(statement: Statement, sentences: Sequence[Sentence], cues: Cues) -> bool:
    if not statement.speakers:
        return _is_quote(statement) or _reports(statement.cue, sentences, cues)
    return not _is_comment(statement, sentences, cues)


def _is_quote(statement: Statement) -> bool:
    return statement.content[0].text[:1] in QUOTES and len(statement.content[0].text) > 30


def _reports(cue: Span | None, sentences: Sequence[Sentence], cues: Cues) -> bool:
    """Whether a cue without a speaker is a reporting word, so that somebody unnamed speaks."""
    words = _words(cue, sentences)
    return any(
        token.lower in cues.adverbs or token.lemma.lower() in cues.nouns or token.lemma in cues.verbs for token in words
    )


def _is_comment(statement: Statement, sentences: Sequence[Sentence], cues: Cues) -> bool:
    """ "Putin's visit signals confidence" is the reporter speaking."""
    speaker = _words(statement.speakers[0], sentences)
    head = next((token for token in speaker if token.head == token.i or token.head not in {t.i for t in speaker}), None)
    cue = _words(statement.cue, sentences)
    if head is None or head.lemma.lower() not in cues.comment:
        return False
    return not cue or any(token.lemma in COMMENTING for token in cue)


def _words(span: Span | None, sentences: Sequence[Sentence]) -> list[Token]:
    if span is None:
        return []
    home = next((s for s in sentences if s.start <= span.start < s.end), None)
    return home.tokens_in(span.start, span.end) if home and home.parsed else []
