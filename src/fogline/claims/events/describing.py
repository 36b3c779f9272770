"""A stretch of a parsed sentence read as an event."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fogline.claims.events.event import Event
from fogline.claims.events.extents import extent_of
from fogline.claims.events.kinds import KindReading, kind_of
from fogline.claims.events.lexicon import lexicon
from fogline.claims.events.parties import holders_of, parties_of
from fogline.claims.events.predicates import Predicate, predicate_for, predicate_of
from fogline.claims.events.roles import Roles, roles_of
from fogline.claims.events.status import status_of
from fogline.claims.events.stretch import Stretch, lemma_of
from fogline.records.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from fogline.records.claims import Kind, Party, Stance
    from fogline.records.mentions import ActorMention
    from fogline.records.sentences import Sentence, Token

EVENTS: frozenset[Kind] = frozenset(
    {"control", "movement", "clash", "attack", "casualties", "damage", "deployment", "clearance", "detention", "aid"}
)
DONE: frozenset[Kind] = frozenset({"clash", "attack", "casualties", "damage"})
FINITE = ("VBZ", "VBP", "VBD")  # of a headline put right: what holds a verb was no name

__all__ = ["describe", "describe_pieces", "outlined"]


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
    return describe_pieces(sentence, (Span(start, end, ""),), actor_mentions, stance, at_war=at_war)


def outlined(
    sentence: Sentence, pieces: Sequence[Span], actor_mentions: Sequence[ActorMention], *, at_war: bool = True
) -> Event:
    """What the pieces say without who does it to whom and how much of it, which takes half as long."""
    stretch = Stretch.of(sentence, pieces, _here(sentence, actor_mentions))
    predicate = _predicate(stretch)
    return _event(stretch, predicate, kind_of(stretch, predicate, None, at_war), None, None)


def describe_pieces(
    sentence: Sentence,
    pieces: Sequence[Span],
    actor_mentions: Sequence[ActorMention],
    stance: Stance | None,
    *,
    at_war: bool,
    settle: Callable[[KindReading], Kind] | None = None,
) -> Event:
    """The same for a statement in pieces: the words between them, cue and speaker, are no part of what is said.

    `settle` gives the kind where more is known than the words; roles, status and extent follow from it.
    """
    here = _here(sentence, actor_mentions)
    stretch = Stretch.of(sentence, pieces, here)
    predicate = _predicate(stretch)
    reading = kind_of(stretch, predicate, stance, at_war)
    if settle is not None:
        reading = replace(reading, kind=settle(reading))
    return _event(stretch, predicate, reading, here, stance)


def _here(sentence: Sentence, mentions: Sequence[ActorMention]) -> list[ActorMention]:
    here = [mention for mention in mentions if mention.sentence == sentence.index]
    if sentence.role != "headline":
        return here
    return [m for m in here if not any(t.tag in FINITE for t in sentence.tokens_in(m.span.start, m.span.end))]


def _predicate(stretch: Stretch) -> Predicate | None:
    return predicate_of(stretch) if stretch.sentence.parsed else None


def _event(
    stretch: Stretch,
    predicate: Predicate | None,
    reading: KindReading,
    mentions: Sequence[ActorMention] | None,
    stance: Stance | None,
) -> Event:
    """The event; where no `mentions` are given, without its parties and extent."""
    kind = reading.kind
    predicate = predicate_for(stretch, predicate, kind)
    status = status_of(stretch, predicate, kind, stance)
    actors, targets = ((), ()) if mentions is None else _parties(stretch, predicate, kind, mentions, stance)
    return Event(
        kind=kind,
        status=status.status,
        predicate=_lemma(predicate),
        polarity="negative" if status.status == "negated" else "positive",
        actors=actors,
        targets=targets,
        extent=extent_of(stretch) if kind == "control" and mentions is not None else None,
        score=reading.score,
        status_score=status.score,
        votes=reading.votes,
        anchored=reading.anchored,
        barred=status.barred,
    )


def _parties(
    stretch: Stretch,
    predicate: Predicate | None,
    kind: Kind,
    mentions: Sequence[ActorMention],
    stance: Stance | None,
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Who does it, and who undergoes it."""
    sentence = stretch.sentence
    roles = _inside(stretch, _roles(sentence, predicate, kind, stance))
    find = holders_of if kind == "control" else parties_of
    actors = find(sentence, roles.actors, mentions)
    hit = parties_of(sentence, roles.targets, mentions, kind, named=True)
    hit += parties_of(sentence, roles.objects, mentions, kind)
    return actors, tuple(party for party in hit if not any(party.actor == one.actor for one in actors))


def _lemma(predicate: Predicate | None) -> str | None:
    """The lemma of the predicate; a name that names no event says nothing of what happened."""
    if predicate is None:
        return None
    lemma = lemma_of(predicate.word)
    says = predicate.word.pos in ("VERB", "AUX", "NOUN", "ADJ", "NUM", "ADV")
    return lemma if says or lemma in lexicon().entries else None


def _inside(stretch: Stretch, roles: Roles) -> Roles:
    """The roles without nouns that stand in a gap or behind the end: cue, speaker, what the next statement says.

    A doer may stand before the stretch: in "the army took the town, killing ten" it is the subject of the main verb.
    """

    def kept(heads: tuple[Token, ...], *, before: bool) -> tuple[Token, ...]:
        return tuple(t for t in heads if stretch.holds(t) or (before and t.i < stretch.low and not _is_empty(t)))

    return Roles(kept(roles.actors, before=True), kept(roles.targets, before=True), kept(roles.objects, before=True))


def _is_words(noun: Token) -> bool:
    """Whether the noun names an event, but none of arms: "probe", "trial", "meeting"."""
    kinds = {entry.kind for entry in lexicon().entries.get(lemma_of(noun), ()) if entry.word == "noun"}
    return bool(kinds) and not kinds & EVENTS


def _is_empty(token: Token) -> bool:
    """Whether a pronoun stands for nothing: "it is known that"."""
    return token.lower == "it" and token.dep in ("nsubjpass", "expl")


def _roles(sentence: Sentence, predicate: Predicate | None, kind: Kind, stance: Stance | None) -> Roles:
    if predicate is None:
        return Roles()
    if stance == "accuses" and predicate.verb is None and predicate.word.pos == "PROPN":
        return Roles((predicate.word,))  # "blamed [the Highland Front]": a name is no deed
    if _lemma(predicate) is None or (predicate.word.pos == "NOUN" and _is_words(predicate.word) and kind in DONE):
        return Roles()  # "its probe found evidence of an attack": whose probe says nothing of whose attack
    return roles_of(sentence, predicate, kind)
