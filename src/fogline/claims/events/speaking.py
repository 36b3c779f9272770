"""Where the speaker of a statement has a part in what it says: "we", "its troops", "vowed to", "claimed the attack"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.events.event import Event
from fogline.claims.statement import Statement
from fogline.records.claims import Kind, Party, Speaker, Stance
from fogline.records.mentions import Actor
from fogline.records.sentences import Sentence, Token

__all__ = ["with_doer", "with_speaker"]

OWN_WILL: frozenset[Stance] = frozenset({"promises", "declines"})
CLAIMED = frozenset({"claim", "claims", "claimed", "claiming"})
CLAIMABLE: frozenset[Kind] = frozenset({"attack", "control", "casualties", "damage", "movement", "detention"})
THEIR = frozenset({"its", "their", "his", "her", "our", "my"})

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


def with_doer(event: Event, statement: Statement, sentence: Sentence, speakers: Sequence[Speaker]) -> Event:
    """The event with the speakers as who does it, where the cue says so and the content names nobody.

    "offered to mediate", "vowed to retake the capital", "claimed responsibility"; "its troops" are the speaker's.
    """
    named = [speaker for speaker in speakers if speaker.kind not in ("unnamed", "document")]
    if not named:
        return event
    event = _with_their_own(event, statement, sentence, named[0])
    if _is_own_act(event, statement, sentence):
        return replace(event, actors=tuple(Party(Actor(s.name, s.kind, s.side), s.span) for s in named))
    return event


def _is_own_act(event: Event, statement: Statement, sentence: Sentence) -> bool:
    words = sentence.tokens_in(statement.content[0].start, statement.content[0].end) if sentence.parsed else []
    if not words or statement.cue is None:
        return False
    if words[0].tag == "TO" and statement.stance != "demands":
        return not (event.actors and statement.stance == "denies") and not _has_subject(sentence, words)
    claimed = any(word in CLAIMED for word in statement.cue.text.lower().split())
    bare = not any(word.tag in ("VBD", "VBZ", "VBP", "MD") and not _is_beside(sentence, word) for word in words)
    return claimed and bare and not event.actors and event.kind in CLAIMABLE


def _is_beside(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb only tells more of a noun: "claimed two attacks [which killed ten]"."""
    return "relcl" in (verb.dep, sentence.head(verb).dep)


def _has_subject(sentence: Sentence, words: list[Token]) -> bool:
    """Whether the infinitive at the top has a subject of its own: "for both sides to leave"."""
    verb = sentence.head(words[0])
    return any(child.i < words[0].i and child.start >= words[0].start for child in sentence.children(verb, "nsubj"))


def _with_their_own(event: Event, statement: Statement, sentence: Sentence, speaker: Speaker) -> Event:
    """The event with the speaker's side for "its troops" as the subject of what it says."""
    if speaker.side is None or statement.stance == "accuses" or not event.actors:
        return event
    first = event.actors[0]
    if first.span is None or first.actor.side == speaker.side or first.actor.kind == "person":
        return event
    owner = sentence.token_at(first.span.start)
    before = sentence.tokens[owner.i - 1] if owner is not None and owner.i else None
    named = next((t for t in (owner, before) if t is not None and t.lower in THEIR and t.dep == "poss"), None)
    if named is None or named.start > statement.content[0].start + NEAR:
        return event
    mended = replace(first, actor=replace(first.actor, side=speaker.side))
    return replace(event, actors=(mended, *event.actors[1:]))


NEAR = 6  # characters of the content before the possessive: "that its troops", not "the ministry said its troops"


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
    if party.span is None or (len(party.span.text) > 1 and party.span.text.isupper()):  # "US" is no "us"
        return False
    return party.span.text.lower() in FIRST
