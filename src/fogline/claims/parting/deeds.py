"""The deeds of a stretch of a sentence that stand apart, with a verb of their own or without."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from fogline.claims.events.event import Event
from fogline.claims.events.lexicon import lexicon
from fogline.claims.events.own_voice import NO_EVENT
from fogline.claims.parting.gaps import Gap, common_day, gaps_in
from fogline.claims.parting.ground import Ground, Part
from fogline.claims.parting.grouping import grouped
from fogline.records.sentences import Token

__all__ = ["deeds_apart"]


def deeds_apart(ground: Ground, words: Sequence[Token], behind: Sequence[Token], *, asserted: bool) -> list[Part]:
    """The deeds in the words, left to right, one where nothing is to part.

    What is not `asserted` but demanded or denied has no deed of its own in a clause with "after". Of the words `behind`
    only what is told without a verb belongs to them: "..., the army said, and Uru on Tuesday".
    """
    if len(ground.items) < 2:
        return [Part((words[0].i, words[-1].i + 1))]
    groups = grouped(ground, words, asserted=asserted)
    found: list[Part] = []
    for group in groups:
        own = [token for token in words if group.words[0] <= token.i < group.words[1]]
        found += _without_gaps(ground, group, own, behind if group is groups[-1] else ())
    return found


def _without_gaps(ground: Ground, part: Part, words: Sequence[Token], behind: Sequence[Token]) -> Iterator[Part]:
    """The part as one for each deed told in it without a verb."""
    gaps = _gaps(ground, part, words, behind) if words else []
    if not gaps:
        yield part
        return
    low, end = part.words[0], words[-1].i + 1
    parts = [replace(part, words=(low, ground.trimmed(low, min(gaps[0].low, end))))]
    lead = (low, min((start for start, _ in gaps[0].shared), default=low))
    for gap, until in zip(gaps, [*(gap.low for gap in gaps[1:]), end], strict=True):
        one = Part((gap.low, _end(ground, gap, until)), (*part.shared, *gap.shared), elided=bool(gap.shared))
        parts.append(ground.with_lead(one, lead) if lead[0] < lead[1] else one)
    day = common_day(ground.sentence, gaps, ground.items, low)
    for one in parts:
        yield replace(one, shared=(*one.shared, day)) if day and one.words[1] <= day[0] else one


def _gaps(ground: Ground, part: Part, words: Sequence[Token], behind: Sequence[Token]) -> list[Gap]:
    """The deeds without a verb; where no event of war is told, those alone that count something."""
    both = [*words, *behind]
    found = gaps_in(ground.sentence, both, ground.items, loose=True)
    if found and not _is_deed(ground.event(part.ranges, words)):
        found = gaps_in(ground.sentence, both, ground.items, loose=False)
    return [gap for gap in found if gap.shared or gap.high <= words[-1].i + 1]


def _is_deed(event: Event) -> bool:
    armed = any(party.actor.kind == "armed_force" for party in event.actors)
    if event.kind not in NO_EVENT or (event.kind == "other" and armed):
        return True
    named = lexicon().entries.get(event.predicate or "", ())  # "attacks in Tarn on Monday": whose, it does not say
    return any(entry.word == "noun" and entry.kind not in NO_EVENT for entry in named)


def _end(ground: Ground, gap: Gap, until: int) -> int:
    """Where the words of a gap end: what tells more of it belongs to it."""
    return max(gap.high, ground.trimmed(gap.low, until)) if until > gap.high else gap.high
