"""Which claim of a sentence a mention belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from fogline.claims.nesting import encloses
from fogline.claims.statement import Statement
from fogline.records.mentions import PlaceMention, QuantityMention, TimeMention
from fogline.records.sentences import Sentence, Token
from fogline.records.spans import Span

__all__ = ["Owners"]

APART = frozenset({"relcl", "acl", "advcl", "appos"})
CLAUSES = frozenset({"relcl", "advcl", "conj", "parataxis", "ccomp"})
SUBJECTS = ("nsubj", "nsubjpass", "expl")
M = TypeVar("M", PlaceMention, QuantityMention, TimeMention)


class Owners:
    """Finds the statement that a mention belongs to."""

    def __init__(self, statements: Sequence[Statement], sentences: Sequence[Sentence]) -> None:
        self._statements = statements
        self._sentences = sentences
        self._reach = [(statement.start, statement.end) for statement in statements]

    def divide(self, mentions: Iterable[M]) -> list[list[tuple[M, bool]]]:
        """The mentions of each statement, with whether they stand inside its content."""
        shares: list[list[tuple[M, bool]]] = [[] for _ in self._statements]
        for mention in mentions:
            inside: list[int] = self._innermost(mention.span)
            layers: list[int] = [] if isinstance(mention, TimeMention) else self._layers(mention.span, inside)
            for owner in (*inside, *layers):
                shares[owner].append((mention, True))
            beside = None if inside else self._beside(mention.span, mention.sentence)
            if beside is not None and not self._is_apart(mention, self._statements[beside]):
                for owner in self._twins(beside):
                    shares[owner].append((mention, False))
        return shares

    def _innermost(self, span: Span) -> list[int]:
        """The statement of the fewest words that holds the mention, those parted from it, those of the same words."""
        holding = {i: sum(p.end - p.start for p in self._statements[i].content) for i in self._holding(span)}
        if not holding:
            return []
        least = min(holding, key=lambda i: (holding[i], i))
        first = self._statements[least]
        same = [i for i in holding if self._statements[i].content == first.content]
        same += [i for i in holding if _is_shared(self._statements[i], first)]
        return [i for i in holding if i in same or i in self._twins(least)]

    def _layers(self, span: Span, inside: Sequence[int]) -> list[int]:
        """The statements around those, whose words hold the mention, too: "Ann said Bo had confirmed 15 dead"."""
        others = [i for i in self._holding(span) if i not in inside]
        inner = [self._statements[i] for i in inside]
        return [i for i in others if any(encloses(self._statements, self._statements[i], one) for one in inner)]

    def _holding(self, span: Span) -> list[int]:
        """The statements of which a piece holds the words."""
        reaching = [i for i, (start, end) in enumerate(self._reach) if start <= span.start and span.end <= end]
        return [i for i in reaching if any(piece.covers(span) for piece in self._statements[i].content)]

    def _twins(self, at: int) -> list[int]:
        """The statement and those that were parted from the same words."""
        one = self._statements[at]
        if one.whole is None:
            return [at]
        return [i for i, s in enumerate(self._statements) if i == at or (s.whole == one.whole and s.cue == one.cue)]

    def _is_apart(self, mention: PlaceMention | TimeMention | QuantityMention, statement: Statement) -> bool:
        """Whether a mention stands in another clause: "he said, waving the flag of X", "as the army left X"."""
        sentence = self._sentences[mention.sentence]
        words = sentence.tokens_in(mention.span.start, mention.span.end) if sentence.parsed else []
        if not words:
            return False
        above = [words[-1], *sentence.ancestors(words[-1])]
        if statement.cue is None:
            return _is_told_elsewhere(sentence, above, statement)
        if not isinstance(mention, PlaceMention):
            return False
        for token in above:
            if statement.cue.start <= token.start < statement.cue.end:
                return False
            if token.dep in APART:
                return True
        return False

    def _beside(self, span: Span, index: int) -> int | None:
        """The only statement of the sentence, or the one whose cue or content is nearest in it."""
        here = [i for i, s in enumerate(self._statements) if s.sentence == index and not _names(s, span)]
        here = [i for i in here if self._statements[i].under is None] or here
        if not here:
            return None
        return min(here, key=lambda i: (self._distance(self._statements[i], span), i))

    def _distance(self, statement: Statement, span: Span) -> int:
        spans = [*statement.content, *([statement.cue] if statement.cue else [])]
        return min(max(other.start - span.end, span.start - other.end, 0) for other in spans)


def _is_shared(one: Statement, other: Statement) -> bool:
    """Whether two speak of one matter in the same words: who accuse each other, who denies what was told before."""
    if one.cue is not None and one.cue == other.cue:
        return min(len(one.content), len(other.content)) > 1 and one.content[-1] == other.content[-1]
    if "denies" not in (one.stance, other.stance) or one.cue is None or other.cue is None:
        return False
    if any(piece.covers(other.cue) for piece in one.content) or any(piece.covers(one.cue) for piece in other.content):
        return False
    pieces = sorted((one.content, other.content), key=len)
    return set(pieces[0]) <= set(pieces[1]) or any(piece.covers(other.content[0]) for piece in one.content)


def _names(statement: Statement, span: Span) -> bool:
    """Whether a mention is part of the words that name a speaker: "the mayor of Sumy"."""
    return any(speaker.overlap(span) for speaker in statement.speakers)


def _is_told_elsewhere(sentence: Sentence, above: Sequence[Token], statement: Statement) -> bool:
    """Whether words stand in another clause than a statement of the report itself.

    A clause with a subject of its own stands between, or "and", or the statement is told in a clause by the way.
    """
    between = sentence.tokens_in(statement.end, above[0].start)
    if any(token.pos == "CCONJ" or token.text == ";" for token in between if token.start >= statement.end):
        return True
    for token in above:
        if any(piece.start <= token.start < piece.end for piece in statement.content):
            return False
        if token.dep in CLAUSES and sentence.children(token, *SUBJECTS):
            return True
    return _is_by_the_way(sentence, statement)


def _is_by_the_way(sentence: Sentence, statement: Statement) -> bool:
    """Whether the words are a relative or adverbial clause, so that what the main clause names is not theirs."""
    words = [token for piece in statement.content for token in sentence.tokens_in(piece.start, piece.end)]
    inside = {token.i for token in words}
    tops = [token for token in words if token.head not in inside or token.head == token.i]
    return any(token.dep in ("relcl", "advcl") and token.tag != "VBG" for token in tops)
