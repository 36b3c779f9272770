"""A stretch of a parsed sentence read as an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fogline.claims.events.event import Event
from fogline.claims.events.extents import extent_of
from fogline.claims.events.kinds import kind_of
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

__all__ = ["describe"]


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
    stretch = Stretch.between(sentence, start, end)
    predicate = predicate_of(stretch) if sentence.parsed else None
    kind = kind_of(stretch, predicate, stance, at_war)
    status = status_of(stretch, predicate, kind.kind, stance)
    mentions = [mention for mention in actor_mentions if mention.sentence == sentence.index]
    roles = _roles(sentence, predicate, kind.kind, stance)
    find = holders_of if kind.kind == "control" else parties_of
    return Event(
        kind=kind.kind,
        status=status.status,
        predicate=lemma_of(predicate.word) if predicate else None,
        polarity="negative" if status.status == "negated" else "positive",
        actors=find(sentence, roles.actors, mentions),
        targets=parties_of(sentence, roles.targets, mentions, kind.kind, named=True)
        + parties_of(sentence, roles.objects, mentions, kind.kind),
        extent=extent_of(stretch) if kind.kind == "control" else None,
        score=kind.score,
        status_score=status.score,
        votes=kind.votes,
        anchored=kind.anchored,
    )


def _roles(sentence: Sentence, predicate: Predicate | None, kind: Kind, stance: Stance | None) -> Roles:
    if predicate is None:
        return Roles()
    if stance == "accuses" and predicate.verb is None and predicate.word.pos == "PROPN":
        return Roles((predicate.word,))  # "blamed [the Highland Front]": a name is no deed
    return roles_of(sentence, predicate, kind)
