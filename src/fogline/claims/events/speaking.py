"""Who "we" and "ours" are in what somebody says: the speaker of the statement."""

from __future__ import annotations

from dataclasses import replace

from fogline.claims.events.event import Event
from fogline.records.claims import Party, Speaker
from fogline.records.mentions import Actor

__all__ = ["with_speaker"]

FIRST = frozenset({"i", "me", "we", "us", "ours", "mine", "myself", "ourselves"})


def with_speaker(event: Event, speaker: Speaker | None) -> Event:
    """The event with the speaker in the place of "I", "we" and "ours"; without a speaker these name nobody.

    Of a place that "was lost" to nobody named, the speaker whose side is known is the loser.
    """
    event = replace(event, actors=_resolved(event.actors, speaker), targets=_resolved(event.targets, speaker))
    lost = event.kind == "control" and event.predicate == "lose" and not event.actors and not event.targets
    if lost and speaker is not None and speaker.side is not None:
        return replace(event, targets=(Party(Actor(speaker.name, speaker.kind, speaker.side), None),))
    return event


def _resolved(parties: tuple[Party, ...], speaker: Speaker | None) -> tuple[Party, ...]:
    if not any(_is_first(party) for party in parties):
        return parties
    named = speaker is not None and speaker.kind != "unnamed"
    actor = Actor(speaker.name, speaker.kind, speaker.side) if speaker is not None and named else None
    swapped = (
        (Party(actor, party.span) if actor is not None else None) if _is_first(party) else party for party in parties
    )
    return tuple(party for party in swapped if party is not None)


def _is_first(party: Party) -> bool:
    return party.span is not None and party.span.text.lower() in FIRST
