"""A stretch of a parsed sentence read as an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fogline.claims.events.event import Event
from fogline.claims.events.extents import extent_of
from fogline.claims.events.kinds import KindReading, kind_of
from fogline.claims.events.parties import holders_of, parties_of
from fogline.claims.events.predicates import Predicate, predicate_of
from fogline.claims.events.roles import Roles, roles_of
from fogline.claims.events.status import status_of
from fogline.claims.events.stretch import Stretch, lemma_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fogline.records.claims import Kind, Stance
    from fogline.records.mentions import ActorMention
    from fogline.records.sentences import Sentence

__all__ = ["describe", "describe_as"]


def describe(
    sentence: Sentence,
    start: int,
    end: int,
    actor_mentions: Sequence[ActorMention],
    stance: Stance | None = None,
    *,
    at_war: bool = True,
) -> Event:
    """What the words from `start` to `end` (report offsets) say: kind, status, predicate, roles.

    `stance` is how the speaker puts it, where that is known: what is demanded has not happened. `at_war` False (see
    `speaks_of_war`) keeps storms, matches and elections from being read as control, movement, clash or attack.
    """
    stretch, predicate = _read(sentence, start, end)
    return _event(stretch, predicate, kind_of(stretch, predicate, stance, at_war), actor_mentions, stance)


def describe_as(
    kind: Kind,
    sentence: Sentence,
    start: int,
    end: int,
    actor_mentions: Sequence[ActorMention],
    stance: Stance | None,
) -> Event:
    """The same for a kind that is known from elsewhere: roles, status and extent follow from it."""
    stretch, predicate = _read(sentence, start, end)
    return _event(stretch, predicate, KindReading(kind, 0.0), actor_mentions, stance)


def _read(sentence: Sentence, start: int, end: int) -> tuple[Stretch, Predicate | None]:
    stretch = Stretch.between(sentence, start, end)
    return stretch, predicate_of(stretch) if sentence.parsed else None


def _event(
    stretch: Stretch,
    predicate: Predicate | None,
    reading: KindReading,
    actor_mentions: Sequence[ActorMention],
    stance: Stance | None,
) -> Event:
    sentence, kind = stretch.sentence, reading.kind
    status = status_of(stretch, predicate, kind, stance)
    mentions = [mention for mention in actor_mentions if mention.sentence == sentence.index]
    roles = _roles(sentence, predicate, kind, stance)
    find = holders_of if kind == "control" else parties_of
    return Event(
        kind=kind,
        status=status.status,
        predicate=lemma_of(predicate.word) if predicate else None,
        polarity="negative" if status.status == "negated" else "positive",
        actors=find(sentence, roles.actors, mentions),
        targets=parties_of(sentence, roles.targets, mentions, kind, named=True)
        + parties_of(sentence, roles.objects, mentions, kind),
        extent=extent_of(stretch) if kind == "control" else None,
        score=reading.score,
        status_score=status.score,
        votes=reading.votes,
        anchored=reading.anchored,
    )


def _roles(sentence: Sentence, predicate: Predicate | None, kind: Kind, stance: Stance | None) -> Roles:
    if predicate is None:
        return Roles()
    if stance == "accuses" and predicate.verb is None and predicate.word.pos == "PROPN":
        return Roles((predicate.word,))  # "blamed [the Highland Front]": a name is no deed
    return roles_of(sentence, predicate, kind)
