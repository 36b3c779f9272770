"""A parsed sentence with its report, and what the forms do to the statements of both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from fogline.claims.attribution.cues import Cues
from fogline.claims.attribution.phrases import joint, noun_phrase, span_of
from fogline.claims.statement import Statement
from fogline.packs.folding import fold
from fogline.packs.roles import roles
from fogline.records.claims import Stance
from fogline.records.sentences import Sentence, Token
from fogline.records.spans import Span

__all__ = ["Scene", "cut", "laid", "less", "of_cue"]

LEADS = frozenset("but and however meanwhile so yet still also though".split())
LOOSE = " \t\r\n,;:–—-"
QUOTES = frozenset(("“", "”", "«", "»", '"', "''", "``"))
FOOTNOTE = re.compile(r"\.?\[\w{1,3}\]?$")
PERSONS = ("ist", "ian", "eer", "man", "woman")
LINKS = (" and", " but", " while", " or")
SAME = 0.5  # share of shared words from which what a trained reader thinks of one content holds of the other


@dataclass(frozen=True, slots=True)
class Scene:
    """A parsed sentence, the text of its report, the reporting words."""

    text: str
    sentence: Sentence
    cues: Cues

    def names(self, head: Token) -> tuple[Span, ...]:
        """The noun phrase of `head` and those joined to it."""
        return tuple(span_of(self.text, noun_phrase(self.sentence, one)) for one in joint(self.sentence, head))

    def speaks(self, head: Token) -> bool:
        """Whether a noun is a name, or stands for a person, a body or a document."""
        if head.pos == "PROPN" or head.lemma.lower() in self.cues.sources:
            return True
        words = (token for token in noun_phrase(self.sentence, head) if token.i <= head.i)
        folded = tuple(fold(token.text) for token in words if token.pos not in ("DET", "PUNCT"))
        return head.pos == "NOUN" and (roles().of(folded) is not None or head.lemma.lower().endswith(PERSONS))

    def reports(self, verb: Token) -> bool:
        """Whether a word is a verb of saying, not one of the mind."""
        return verb.lemma in self.cues.verbs and verb.lemma not in self.cues.mind

    def apart(self, one: Token, other: Token) -> bool:
        """Whether a quotation begins or ends between two words, so that one stands in it and the other does not."""
        between = self.sentence.tokens[min(one.i, other.i) : max(one.i, other.i)]
        return sum(token.text in QUOTES for token in between) % 2 == 1

    def opening(self) -> int:
        """The offset at which the sentence begins, behind "But" and "Meanwhile,"."""
        for word in self.sentence.tokens:
            if word.lower not in LEADS and word.pos not in ("PUNCT", "SPACE"):
                return word.start
        return self.sentence.start

    def closing(self) -> int:
        """The offset at which the last word of the sentence ends, before its full stop."""
        last = self.sentence.tokens[-1]
        return last.start if last.text == "." else last.end

    def statement(self, speakers: tuple[Span, ...], cue: Span, content: Sequence[Span], stance: Stance) -> Statement:
        """A statement of this sentence; without speakers somebody unnamed makes it."""
        told = [part for piece in content for part in self.stretch(piece.start, self._closed(piece))]
        return Statement(self.sentence.index, speakers, cue, tuple(told), stance, not speakers)

    def _closed(self, piece: Span) -> int:
        """Where a piece ends: with the bracket that it opens, or before one that nothing closes, or a footnote."""
        end = piece.start + len(FOOTNOTE.sub("", piece.text))
        inner = self.text[piece.start : end]
        if inner.count("(") <= inner.count(")"):
            return end
        return end + 1 if self.text[end : end + 1] == ")" else piece.start + inner.rindex("(")

    def stretch(self, low: int, high: int) -> tuple[Span, ...]:
        """The words from `low` to `high` (offsets) without loose marks at either end; none where nothing is left."""
        while low < high and self.text[low] in LOOSE:
            low += 1
        while low < high and self.text[high - 1] in LOOSE:
            high -= 1
        return (Span.of(self.text, low, high),) if low < high else ()


def of_cue(statements: Sequence[Statement], cue: Span) -> Statement | None:
    """The statement that stands under a cue."""
    return next((s for s in statements if s.cue and s.cue.overlap(cue) > 0), None)


def laid(statements: Sequence[Statement], form: Statement) -> list[Statement]:
    """The statements with `form` in the place of those under its cue; what a reader thought of the same words stays."""
    before = of_cue(statements, form.cue) if form.cue else None
    kept = [s for s in statements if not (s.cue and form.cue and s.cue.overlap(form.cue) > 0)]
    if before is not None and not form.kinds and _shared(before, form) > SAME:
        form = replace(form, kinds=before.kinds, statuses=before.statuses, kind=before.kind, status=before.status)
    return [*kept, form]


def _shared(one: Statement, other: Statement) -> float:
    both = sum(a.overlap(b) for a in one.content for b in other.content)
    return both / max(sum(s.end - s.start for s in (*one.content, *other.content)) - both, 1)


def cut(text: str, statements: Iterable[Statement], low: int, high: int) -> list[Statement]:
    """The statements without the words from `low` to `high`; those with nothing left, or with their cue there, stay."""
    return [_cut(text, statement, low, high) for statement in statements]


def _cut(text: str, statement: Statement, low: int, high: int) -> Statement:
    if statement.cue and low <= statement.cue.start < high:
        return statement
    if not any(piece.start < high and low < piece.end for piece in statement.content):
        return statement
    parts = [part for piece in statement.content for part in less(text, piece, low, high)]
    return replace(statement, content=tuple(parts)) if parts else statement


def less(text: str, piece: Span, low: int, high: int) -> list[Span]:
    """A piece without the words from `low` to `high`, and without marks left over at its edges; nothing may be left."""
    if piece.start >= high or low >= piece.end:
        return [piece]
    edges = [(piece.start, min(low, piece.end)), (max(high, piece.start), piece.end)]
    return [Span.of(text, *edge) for a, b in edges if (edge := _trimmed(text, a, b)) is not None]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A stretch without marks and conjunctions left over at its edges; None where nothing but marks is left."""
    while start < end and text[start] in LOOSE:
        start += 1
    while start < end:
        if text[end - 1] in LOOSE:
            end -= 1
        elif text[start:end].lower().endswith(LINKS):
            end = start + text[start:end].rindex(" ")
        else:
            break
    return (start, end) if any(char.isalnum() for char in text[start:end]) else None
