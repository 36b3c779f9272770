"""All that one report names, by kind: what claims are built from."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.records.mentions import ActorMention, Mention, PlaceMention, QuantityMention, TimeMention

__all__ = ["DatedFact", "Named"]


@dataclass(frozen=True, slots=True)
class DatedFact:
    """Words that a report uses only between two days, such as the title of someone while in office.

    `earliest` and `latest` are ISO dates, None where that side is open. Several facts of the same words are
    alternatives: an office held twice.
    """

    words: str
    earliest: str | None
    latest: str | None


@dataclass(frozen=True, slots=True)
class Named:
    """The mentions of one report, each kind in the order of the text."""

    actors: tuple[ActorMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    quantities: tuple[QuantityMention, ...] = ()

    @property
    def all(self) -> tuple[Mention, ...]:
        """Every mention in the order of the text."""
        mentions: list[Mention] = [*self.actors, *self.places, *self.times, *self.quantities]
        return tuple(sorted(mentions, key=lambda mention: (mention.span.start, mention.span.end)))
