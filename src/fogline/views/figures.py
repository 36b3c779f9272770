"""One figure of one claimant, the bound it gives, and what makes figures comparable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from fogline.records.codec import Json
from fogline.views.citing import Citation
from fogline.views.dating import Dated

__all__ = ["Bound", "Figure", "SeriesKey"]


@dataclass(frozen=True, slots=True, order=True)
class SeriesKey:
    """What makes figures comparable: what is counted, in which state, whose, in which unit, and the matter or place.

    Figures without either are comparable within their report alone.
    """

    counted: str
    scope: str
    whose: str
    unit: str
    matter: str

    def of(self, matter: str) -> SeriesKey:
        """The same figures on another matter; "" for whatever matter."""
        return SeriesKey(self.counted, self.scope, self.whose, self.unit, matter)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of one claimant: bounds in the unit of its series, None where open; `words` as written.

    `derived` tells that it was converted from another unit, `role` that it is an earlier value or a part of another,
    `running` that it counts from the beginning of something on, `begins` the first day of what it counts where that is
    said. `denied` marks a figure that its speaker denies or
    doubts: it bounds nothing.
    """

    claimant: str
    date: Dated
    low: float | None
    high: float | None
    approximate: bool
    derived: bool
    role: str
    denied: bool
    words: str
    origin: str
    citation: Citation
    running: bool = False
    begins: str | None = None

    @property
    def floor(self) -> float:
        """Its low bound, or the high one where the low side is open."""
        return self.low if self.low is not None else self.high or 0.0

    @property
    def ceiling(self) -> float:
        """Its high bound, or the low one where the high side is open."""
        return self.high if self.high is not None else self.low or 0.0

    def to_json(self) -> dict[str, Json]:
        """The figure as JSON values."""
        return {
            "claimant": self.claimant,
            "date": self.date.day,
            "clock": self.date.clock,
            "inferred": self.date.inferred,
            "low": self.low,
            "high": self.high,
            "approximate": self.approximate,
            "derived": self.derived,
            "role": self.role,
            "denied": self.denied,
            "running": self.running,
            "words": self.words,
            "citation": self.citation.to_json(),
        }


@dataclass(frozen=True, slots=True)
class Bound:
    """A bound across claimants and the figure that gives it, with its sentence.

    `open_` is "below" where the figure has no low end ("up to 70"), "above" where it has no high end ("over 230"): the
    value is then the end that is told.
    """

    value: float
    figure: Figure
    open_: Literal["below", "above"] | None = None

    def to_json(self) -> dict[str, Json]:
        """The bound as JSON values."""
        return {"value": self.value, "open": self.open_, "figure": self.figure.to_json()}
