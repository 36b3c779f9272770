"""The stance that plain words of saying leave open: the words said carry their own "not"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.statement import Statement
from fogline.packs.folding import fold
from fogline.packs.roles import roles
from fogline.records.sentences import Sentence, Token, sentence_at
from fogline.records.spans import Span

__all__ = ["with_tone"]

PLAIN = frozenset(
    """say tell add state write announce note explain stress insist maintain claim argue reply report according to
    : confirm acknowledge admit recognise recognize announce declare disclose reveal""".split()
)
HELPERS = frozenset("have be do has had that was is".split())
SILENT = frozenset(
    """decline refuse comment answer respond confirm disclose reveal specify elaborate discuss verify""".split()
)
NEGATIONS = frozenset("not n't never no neither nor without".split())
OURS = frozenset("i we my our".split())
DESCRIBING = ("compound", "poss", "amod", "nmod")
ANSWER = 4  # so few words are an answer: "Nonsense," he said


def with_tone(sentences: Sequence[Sentence], statements: Sequence[Statement]) -> list[Statement]:
    """The statements; who says in plain words that something is not so asserts it, and denies nothing of his words.

    In "the spokesman said the army was not responsible" the words said hold the negation: read as denied, they would
    be turned round. The same holds of what is kept back: "he said it would investigate" declines nothing.
    """
    return [_toned(sentences, statement) for statement in statements]


def _toned(sentences: Sequence[Sentence], statement: Statement) -> Statement:
    words = _words(statement.cue, sentences)
    if statement.stance == "declines" and any(word.lemma == "question" and word.pos == "NOUN" for word in words):
        return replace(statement, stance="doubts")  # "renewed questions about whether"
    if statement.stance == "accuses" and _is_plain(words):
        told = [token for piece in statement.content for token in _words(piece, sentences)]
        return replace(statement, stance="asserts") if _blames_nobody(told, sentences) else statement
    if statement.stance not in ("denies", "declines") or not _is_plain(words):
        return statement
    said = [token for piece in statement.content for token in _words(piece, sentences)]
    kept = len(said) <= ANSWER if statement.stance == "denies" else any(token.lemma in SILENT for token in said)
    return statement if kept else replace(statement, stance="asserts")


def _blames_nobody(said: Sequence[Token], sentences: Sequence[Sentence]) -> bool:
    """Whether words tell a deed of the speaker's own, or of nobody who could be blamed: "A mine killed five"."""
    home = sentence_at(sentences, said[0].start) if said else None
    if home is None or said[-1].end > home.end:
        return False
    doers = [t for t in said if t.dep == "nsubj"]
    if not doers or any(t.dep in ("nsubjpass", "agent") or t.lower == "from" for t in said):
        return False  # "the rocket had come from the army's side" blames as "was burned by looters" does
    words = [word for doer in doers for word in (doer, *home.children(doer, *DESCRIBING))]
    if any(word.lower in OURS for word in words):
        return True
    return not any(_is_party(word) or (word.i > 0 and word.text[:1].isupper()) for word in words)


def _is_party(word: Token) -> bool:
    return word.pos in ("PRON", "PROPN") or roles().of((fold(word.text),)) is not None


def _is_plain(cue: Sequence[Token]) -> bool:
    """Whether a cue says no more than that somebody speaks."""
    telling = [token for token in cue if token.lemma not in HELPERS and token.pos not in ("ADV", "PART", "PRON")]
    if not telling or any(token.lower in NEGATIONS for token in cue):
        return False
    return all(token.lemma in PLAIN or token.lower in PLAIN for token in telling)


def _words(span: Span | None, sentences: Sequence[Sentence]) -> list[Token]:
    home = sentence_at(sentences, span.start) if span else None
    return home.tokens_in(span.start, span.end) if span and home and home.parsed else []
