"""A number on its way to a mention."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.mentions.quantities.heads import Head
from fogline.mentions.quantities.scan import Found
from fogline.records.mentions import Quantity

__all__ = ["Piece"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A number with what it says so far: `start`, `end` are offsets into the sentence, bound words included."""

    found: Found
    start: int
    end: int
    quantity: Quantity
    head: Head
    flag: str | None = None
