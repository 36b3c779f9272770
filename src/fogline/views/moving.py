"""Figures that moved: one claimant gives another figure for the same thing than the last time, or tells both."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from fogline.records.mentions import QuantityMention
from fogline.views.citing import Cited, party_of
from fogline.views.figures import SeriesKey
from fogline.views.measures import Measure
from fogline.views.numbers import is_denied, told_numbers

__all__ = ["Move", "moves"]

WORD = re.compile(r"[^\W\d_]{4,}")
# A count of a day is another the next day: that moves nothing.
DAILY = re.compile(
    r"\b(?:past|last|previous) (?:day|night|24|week|month)|\bovernight\b|\bdaily\b|\bper day\b|\ba day\b|\btoday\b"
    r"|\bduring the (?:day|night|week)\b|\byesterday\b|\bthis (?:morning|week)\b",
    re.IGNORECASE,
)
NEAR, LINKED_NEAR = 14, 45  # days between two figures of one thing; of two that a link says are
ALIKE = 0.34  # share of words in common, from which on two sentences without a link count one thing
VAGUE = frozenset({"number", "part", "case", "time", "one"})  # what is counted is not said


@dataclass(frozen=True, slots=True)
class _Told:
    day: str
    mention: QuantityMention
    measure: Measure
    cited: Cited

    @property
    def bounds(self) -> tuple[float | None, float | None]:
        return self.measure.low, self.measure.high


@dataclass(frozen=True, slots=True)
class Move:
    """A figure and the one it follows; `before` is None where one claim tells both."""

    why: str
    day: str
    now: Cited
    before: Cited | None


def moves(
    claims: Iterable[Cited], met: Collection[frozenset[str]], days: Mapping[str, str], since: str
) -> Iterator[Move]:
    """Figures of one claimant that are not what the same claimant gave for the same thing the last time.

    The dead of a town on two days are two things unless the claims are linked; its area or its garrison is one, where
    near days and the words around the figures say so.
    """
    told: defaultdict[tuple[str, SeriesKey], list[_Told]] = defaultdict(list)
    for cited in claims:
        claim = cited[0]
        if claim.quantities and claim.id in days and not is_denied(claim):
            for key, _, mention, measure in told_numbers(*cited):
                if mention.quantity.role in ("value", "previous"):
                    told[party_of(*cited), key].append(_Told(days[claim.id], mention, measure, cited))
    for (_, key), series in told.items():
        series.sort(key=lambda item: (item.day, item.mention.span.start))
        values = [item for item in series if item.mention.quantity.role == "value"]
        previous = {item.cited[0].id: item for item in series if item.mention.quantity.role == "previous"}
        for old, new in zip([None, *values], values, strict=False):
            if new.day >= since:
                one = old is not None and _one_thing(key, old, new, met)
                yield from _move(old if one else None, new, previous.get(new.cited[0].id))


def _one_thing(key: SeriesKey, old: _Told, new: _Told, met: Collection[frozenset[str]]) -> bool:
    """Whether two figures of a series count one thing."""
    apart = date.fromisoformat(new.day).toordinal() - date.fromisoformat(old.day).toordinal()
    if frozenset((old.cited[0].id, new.cited[0].id)) in met:
        return apart <= LINKED_NEAR
    texts = old.cited[0].text, new.cited[0].text
    if key.scope or key.counted in VAGUE or apart > NEAR or any(map(DAILY.search, texts)):
        return False
    one, other = (frozenset(WORD.findall(text.casefold())) for text in texts)
    return len(one & other) >= ALIKE * len(one | other)


def _move(old: _Told | None, new: _Told, previous: _Told | None) -> Iterator[Move]:
    """From the figure before; "lowered its count from 38 to 34" tells that one itself."""
    if old is not None and old.day < new.day and old.bounds != new.bounds:
        yield _change(old, new)
    elif previous is not None and previous.bounds != new.bounds:
        yield _change(previous, new)


def _change(old: _Told, new: _Told) -> Move:
    same = old.cited[0].id == new.cited[0].id
    why = f"from {old.mention.span.text} to {new.mention.span.text}"
    return Move(why, new.day, new.cited, None if same else old.cited)
