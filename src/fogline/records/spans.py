"""Where words stand in a report."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Span"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Words of a report: half-open Unicode code points into `Document.text`, and the words themselves."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, document_text: str, start: int, end: int) -> Span:
        """The span of `document_text` from `start` to `end`, without white space at its edges.

        Raises ValueError where nothing but white space is left: a span without words is no evidence.
        """
        while start < end and document_text[start].isspace():
            start += 1
        while end > start and document_text[end - 1].isspace():
            end -= 1
        if start >= end:
            raise ValueError(f"no words between {start} and {end}")
        return cls(start, end, document_text[start:end])

    def covers(self, other: Span) -> bool:
        """Whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlap(self, other: Span) -> int:
        """How many code points the two share."""
        low = self.start if self.start > other.start else other.start
        high = self.end if self.end < other.end else other.end
        return high - low if high > low else 0
