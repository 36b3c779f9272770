"""The words' reading of a statement weighed against the opinion of a trained reader."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from fogline.claims.events.event import Event
from fogline.claims.events.kinds import KindReading
from fogline.claims.events.lexicon import lexicon
from fogline.claims.events.status import DEEDS
from fogline.claims.events.wartime import BATTLE
from fogline.records.claims import Kind, Status

__all__ = ["weighed_kind", "weighed_status"]

# Set on the reports that a first trained reader was not trained on (353 statements): kind .584 by the trained reader,
# .473 by the words, .603 together; status .637, .564, .652. The share of a kind in what it was trained on is taken back
# in part: clearance and sanctions are rare there, and it called them attacks. On 268 short statements, 15 of each kind,
# these weights read 235 right where 0.5, 0 and 0.001 read 215; on 141 others, unseen, 102 and 91; on the gate and the
# sample reports one more. From 0.6 to 0.9 and from 0.35 to 0.5 it is much the same.
VIEWS: frozenset[Kind] = frozenset({"other", "assessment"})
TRUST_IN_VOTES, TRUST_IN_STATUS = 0.75, 0.5
TRUST_IN_PAST = 2.0
RARITY = 0.45
LEAST = 1e-2  # a probability of 0 would veto what every word says
LEAST_STATUS = 1e-3
LITTLE = 0.1
PLAIN, CLEAR_LEAD = 1.5, 3.0  # "defused": the predicate names one kind and no other; nine more of 550 right
DOUBT = 0.7  # half as sure of an event where no word of a clause names one: of 262 statements .924, without it .920
HINT, SURE, COMMON = 0.6, 0.3, 0.23  # a rare kind that no word speaks for is not helped


def weighed_kind(read: KindReading | Event, odds: Sequence[tuple[Kind, float]], *, at_war: bool = True) -> Kind:
    """The kind that the words and the trained reader's `odds` (name and probability) together speak for most.

    In a report that does not speak of war the trained reader alone makes no battle.
    """
    votes = dict(read.votes)
    open_to = [(kind, share) for kind, share in odds if at_war or kind in votes or kind not in BATTLE]
    if not open_to:
        return read.kind
    if sum(share for _, share in open_to) < LITTLE and not votes:
        return "other"  # what is left says nothing
    unnamed = not votes and isinstance(read, KindReading) and read.told
    shares = lexicon().kind_share
    named = read.kind if read.anchored and _leads(read) else None

    def loudness(pair: tuple[Kind, float]) -> float:
        kind, share = pair
        vote = votes.get(kind, 0.0)
        rare = shares[kind] if vote > HINT or share > SURE else COMMON
        doubt = DOUBT if unnamed and kind not in VIEWS else 0.0
        plain = PLAIN if kind == named else 0.0
        return log(share + LEAST) - RARITY * log(rare) + TRUST_IN_VOTES * vote + plain - doubt

    return max(open_to, key=loudness)[0]


def _leads(read: KindReading | Event) -> bool:
    """Whether the words name one kind, and hardly another."""
    (_, first), *others = read.votes
    return first - (others[0][1] if others else 0.0) >= CLEAR_LEAD


def weighed_status(event: Event, odds: Sequence[tuple[Status, float]]) -> Status:
    """The status that the grammar and the trained reader's `odds` together speak for most."""
    odds = [(status, share) for status, share in odds if status not in event.barred]
    if not odds:
        return event.status
    likely = lexicon().status_given[event.status]
    # "had crossed": nine in ten such deeds are marked as completed
    trust = TRUST_IN_PAST if "ongoing" in event.barred and event.kind in DEEDS else TRUST_IN_STATUS
    return max(odds, key=lambda pair: log(pair[1] + LEAST_STATUS) + trust * likely[pair[0]])[0]
