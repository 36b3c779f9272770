"""All figures of one thing, and the lowest, most told, latest and highest of them."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.records.codec import Json
from fogline.views.figures import Bound, Figure, SeriesKey
from fogline.views.measures import named

__all__ = ["ENEMY", "NumberSeries"]

CAPTIVES = frozenset({"prisoner", "captive", "detainee", "hostage"})  # "prisoners captured" says it twice
ENEMY = "’s enemy"  # behind the side that counts them


@dataclass(frozen=True, slots=True)
class NumberSeries:
    """All figures of one thing by date, and the lowest, most often told and highest of them.

    `low` and `high` are the outermost bounds anybody gives. `best` is the figure that most claimants give in acts of
    their own, the latest of those: it is how often a figure is told, no judgement that it is right. All three are None
    where only denied, partial or earlier values are given.
    """

    key: SeriesKey
    place: str | None
    figures: tuple[Figure, ...]
    low: Bound | None
    best: Bound | None
    high: Bound | None
    latest: Bound | None = None
    days: str | None = None

    @property
    def claimants(self) -> tuple[str, ...]:
        """Who gives figures, in the order of the first."""
        return tuple(dict.fromkeys(figure.claimant for figure in self.figures))

    @property
    def title(self) -> str:
        """What is counted, in words."""
        if self.key.whose.endswith(ENEMY):
            side = self.key.whose.removesuffix(ENEMY)
            return f"{self._counted} whom {side} calls the enemy{self._where}"
        known = self.key.whose
        whose = f"{known} " if known and not self._counted.startswith(known) else ""  # not "civilian civilians"
        return f"{whose}{self._counted}{self._where}"

    @property
    def _where(self) -> str:
        return "".join(f", {part}" for part in (self.place, self.days) if part)

    @property
    def _counted(self) -> str:
        scope = f" {self.key.scope}" if self.key.scope and self.key.counted not in CAPTIVES else ""
        return f"{named(self.key.counted, self.key.unit)}{scope}"

    def to_json(self) -> dict[str, Json]:
        """The series as JSON values."""
        return {
            "title": self.title,
            "counted": self.key.counted,
            "scope": self.key.scope or None,
            "whose": self.key.whose or None,
            "unit": self.key.unit,
            "matter": self.key.matter or None,
            "place": self.place,
            "claimants": list(self.claimants),
            "low": self.low.to_json() if self.low else None,
            "best": self.best.to_json() if self.best else None,
            "high": self.high.to_json() if self.high else None,
            "latest": self.latest.to_json() if self.latest else None,
            "days": self.days,
            "figures": [figure.to_json() for figure in self.figures],
        }
