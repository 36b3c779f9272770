"""All that one report names, by kind: what claims are built from."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.records.mentions import ActorMention, Mention, PlaceMention, QuantityMention, TimeMention

__all__ = ["Named"]


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
