"""The tagger: a report in, statements in pieces out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fogline.claims.tagger.assemble import Assembler
from fogline.claims.tagger.decode import decode
from fogline.claims.tagger.joins import join_pieces
from fogline.claims.tagger.network import Network
from fogline.claims.tagger.quotes import quoted_stretches
from fogline.claims.tagger.records import Tagged
from fogline.claims.tagger.seams import SeamCloser

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fogline.records.sentences import Sentence

__all__ = ["Tagger"]


@dataclass(frozen=True, slots=True)
class Tagger:
    """Marks who says what in a report, without a parse. One thread; the same text always gives the same records."""

    network: Network

    @classmethod
    def load(cls) -> Tagger:
        """The tagger with the weights of the package. Raises RunError where they cannot be loaded."""
        return cls(Network.load())

    @property
    def version(self) -> str:
        """Names the weights, for `made_by`."""
        return self.network.version

    def read(self, text: str, sentences: Sequence[Sentence] = ()) -> Tagged:
        """What the tagger finds in one text."""
        return self.read_many([text])[0]

    def read_many(self, texts: Sequence[str]) -> list[Tagged]:
        """What the tagger finds in each text: the same as `read` one by one, a little faster."""
        words = [self.network.words_of(text) for text in texts]
        rows = [self.network.rows(text_words) for text_words in words]
        found: list[Tagged] = []
        for text, text_words, row, marked in zip(texts, words, rows, decode(rows), strict=True):
            closer = SeamCloser.of(text_words, quoted_stretches(text), marked)
            joined = closer.closed(join_pieces(text_words, row, marked, self.network.gaps))
            found.append(Assembler(text, text_words, row).tagged(marked, joined))
        return found
