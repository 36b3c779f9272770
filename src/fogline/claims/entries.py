"""When the entries of a live page or a chronology were written: the hour that stands before them."""

from __future__ import annotations

from bisect import bisect_right
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
    found = {m.sentence: _inferred(m) for m in named.times if m.sentence in printed and m.time.earliest}
    stamps = [found[at] for at in sorted(found)]
    if not stamps:
        return list(attached)
    return [_dated(one, own, stamps) for one, own in zip(statements, attached, strict=True)]


def _dated(one: Statement, own: Attached, stamps: Sequence[TimeMention]) -> Attached:
    written = bisect_right(stamps, one.sentence, key=lambda stamp: stamp.sentence)
    if not written:
        return own
    stamp = stamps[written - 1]
    if one.speakers or one.cue:
        return own if own.said_at else replace(own, said_at=stamp)
    return own if own.when or own.asides else replace(own, when=stamp)


def _inferred(mention: TimeMention) -> TimeMention:
    return replace(mention, time=replace(mention.time, basis="inferred"), derived=True)
