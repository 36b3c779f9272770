"""A stretch of a parsed sentence read as an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fogline.claims.events.event import Event
from fogline.claims.events.extents import extent_of
from fogline.claims.events.kinds import kind_of
from fogline.claims.events.parties import parties_of
from fogline.claims.events.predicates import predicate_of
from fogline.claims.events.roles import Roles, roles_of
from fogline.claims.events.status import status_of
from fogline.claims.events.stretch import Stretch, lemma_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fogline.records.claims import Stance
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
    roles = roles_of(sentence, predicate, kind.kind) if predicate else Roles()
    return Event(
        kind=kind.kind,
        status=status.status,
        predicate=lemma_of(predicate.word) if predicate else None,
        polarity="negative" if status.status == "negated" else "positive",
        actors=parties_of(sentence, roles.actors, mentions),
        targets=parties_of(sentence, roles.targets, mentions, kind.kind, named=True)
        + parties_of(sentence, roles.objects, mentions, kind.kind),
        extent=extent_of(stretch) if kind.kind == "control" else None,
        score=kind.score,
        status_score=status.score,
        votes=kind.votes,
        anchored=kind.anchored,
    )
