"""When the entries of a live page or a chronology were written: the hour that stands before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.attaching import Attached
from fogline.claims.statement import Statement
from fogline.records.mentions import TimeMention
from fogline.records.naming import Named
from fogline.records.sentences import Sentence

__all__ = ["with_entries"]


def with_entries(
    statements: Sequence[Statement], sentences: Sequence[Sentence], attached: Sequence[Attached], named: Named
) -> list[Attached]:
    """What hangs on each statement, with the hour of its entry where it names no time of its own, marked as derived.

    What somebody says was said by then; what the report tells itself happened about then.
    """
    printed = {sentence.index for sentence in sentences if sentence.role == "stamp"}
    stamps = {m.sentence: _inferred(m) for m in named.times if m.sentence in printed and m.time.earliest}
    if not stamps:
        return list(attached)
    return [_dated(one, own, stamps) for one, own in zip(statements, attached, strict=True)]


def _dated(one: Statement, own: Attached, stamps: dict[int, TimeMention]) -> Attached:
    stamp = next((stamps[at] for at in sorted(stamps, reverse=True) if at <= one.sentence), None)
    if stamp is None:
        return own
    if one.speakers or one.cue:
        return own if own.said_at else replace(own, said_at=stamp)
    return own if own.when or own.asides else replace(own, when=stamp)


def _inferred(mention: TimeMention) -> TimeMention:
    return replace(mention, time=replace(mention.time, basis="inferred"), derived=True)
