"""Punctuation-level mending of marked words: whole words, whole quotations."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from fogline.claims.tagger.records import Piece

__all__ = ["QuoteMender", "merged", "whole_words"]

_TAIL = re.compile(r"[-–]\w+|['’](?:t|re|ve|ll|d|m)\b|\w+")
_HEAD = re.compile(r"(?:\w|\w[-–]|\w['’](?=\w))+\Z")
HALVES = "_-–"  # what may stand before the rest of a word, beside letters and digits


def whole_words(text: str, piece: Piece) -> Piece:
    """The piece with the words at its edges made whole, without white space at either end."""
    start, end = piece.start, piece.end
    before = text[start - 1 : start]
    if text[start].isalnum() and (before.isalnum() or before in HALVES):  # the pattern looks far back
        head = _HEAD.search(text, max(0, start - 40), start)
        start = head.start() if head else start
    if text[end - 1].isalnum():
        tail = _TAIL.match(text, end)
        end = tail.end() if tail else end
    return Piece(start, end, piece.score)


def merged(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces in order, those that touch or overlap made one."""
    result: list[Piece] = []
    for piece in sorted(pieces):
        if result and (piece.start <= result[-1].end or not text[result[-1].end : piece.start].strip()):
            last = result.pop()
            result.append(Piece(last.start, max(last.end, piece.end), max(last.score, piece.score)))
        else:
            result.append(piece)
    return result


@dataclass(frozen=True, slots=True)
class QuoteMender:
    """Gives content pieces the whole of the quotations they belong to.

    `quotes` are the quoted stretches of the text, marks included. `blocked` are speakers and cues: a quotation
    with one of them in it holds several pieces, and is not filled.
    """

    text: str
    quotes: tuple[tuple[int, int], ...]
    blocked: tuple[Piece, ...]

    def mend(self, piece: Piece) -> Piece:
        """The piece, drawn out to the marks of the quotation in which it begins or ends."""
        start, end = piece.start, piece.end
        quote = self._around(start)
        if quote and self._free(quote[0], start):
            start = min(start, quote[0])
        quote = self._around(end - 1)
        if quote and self._free(end, quote[1]) and (quote[0] >= start or self._is_opened(start, quote[0])):
            end = max(end, quote[1])
        return Piece(start, self._closing_mark(start, end), piece.score)

    def _around(self, offset: int) -> tuple[int, int] | None:
        """The quotation that holds an offset."""
        index = bisect_right(self.quotes, (offset, len(self.text) + 1)) - 1
        if index >= 0 and self.quotes[index][0] <= offset < self.quotes[index][1]:
            return self.quotes[index]
        return None

    def _is_opened(self, start: int, opening: int) -> bool:
        return start - opening <= 2

    def _free(self, low: int, high: int) -> bool:
        """Whether no speaker or cue stands between two offsets."""
        return not any(piece.start < high and low < piece.end for piece in self.blocked)

    def _closing_mark(self, start: int, end: int) -> int:
        """The end with the comma or full stop and closing mark that follow it, where the quotation is in the piece."""
        for low, high in self.quotes:
            if start <= low < end < high <= end + 3 and not self.text[end : high - 1].strip(",.?!…— "):
                return high
        return end
