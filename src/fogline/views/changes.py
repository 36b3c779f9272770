"""What has changed since a day: what is new, what moved, what was denied, disputed, confirmed or replaced.

`change_list` is a pure function of claims, links and days; `ChangeList.groups` gives it as people read it: what one
party says anew once, however many reports carry it and however many claims it bears on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from fogline.ledger.rows import Clock
from fogline.records.claims import Claim
from fogline.records.codec import Json
from fogline.records.links import Link
from fogline.records.mentions import QuantityMention
from fogline.views.citing import Citation, Cited, cite, party_of
from fogline.views.dating import day_by
from fogline.views.measures import Measure
from fogline.views.numbers import SeriesKey, is_denied, told_numbers

__all__ = ["STRONG", "Change", "ChangeGroup", "ChangeList", "What", "change_list", "days_of"]

What = Literal["new", "moved", "replaced", "denied", "disputed", "confirmed"]
WHATS: tuple[What, ...] = ("denied", "disputed", "confirmed", "replaced", "moved", "new")
AGAINST = frozenset({"denies", "doubts"})
TITLES: dict[What, str] = {
    "denied": "Denied by {now}: the word of {before}",
    "disputed": "Disputed by {now}: the word of {before}",
    "confirmed": "Told also by {now}: the word of {before}",
    "replaced": "Told anew by {now}",
    "moved": "Another figure from {now}",
    "new": "New from {now}",
}
STRONG = 0.5  # score from which on a link counts, as it does for questions


@dataclass(frozen=True, slots=True)
class Change:
    """One change: the claim that brings it and the one it bears on (None where it is simply new).

    `day` is the first by which both are known.
    """

    what: What
    day: str
    why: str
    citation: Citation
    before: Citation | None = None

    def to_json(self) -> dict[str, Json]:
        """The change as JSON values."""
        return {
            "what": self.what,
            "day": self.day,
            "why": self.why,
            "citation": self.citation.to_json(),
            "before": self.before.to_json() if self.before else None,
        }


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """One change as told: the first of those that are the same words of one party; `left_out` counts the others."""

    change: Change
    left_out: int

    @property
    def title(self) -> str:
        """What happened to whose words, as a heading."""
        now, before = self.change.citation.party, self.change.before.party if self.change.before else ""
        return TITLES[self.change.what].format(now=now, before=before)


@dataclass(frozen=True, slots=True)
class ChangeList:
    """The changes, those that bear on other claims first; `undated` counts claims without a day by that clock."""

    since: str
    clock: Clock
    changes: tuple[Change, ...]
    undated: int

    def of(self, *whats: What) -> tuple[Change, ...]:
        """The changes of these kinds."""
        return tuple(change for change in self.changes if change.what in whats)

    def groups(self, *whats: What) -> tuple[ChangeGroup, ...]:
        """The changes of these kinds, all without any: the same words of one party once, the earliest first.

        That one party tells what another told is one change, however often they do.
        """
        told: dict[tuple[str, ...], list[Change]] = {}
        for change in self.changes if not whats else self.of(*whats):
            words = " ".join(change.citation.words.split()).casefold().strip(' .,;"“”')
            before = change.before.party if change.before else ""
            about = before if change.what == "confirmed" else words
            told.setdefault((change.what, change.citation.party, about), []).append(change)
        return tuple(ChangeGroup(changes[0], len(changes) - 1) for changes in told.values())

    def to_json(self) -> dict[str, Json]:
        """The list as JSON values."""
        return {
            "since": self.since,
            "clock": self.clock,
            "changes": [change.to_json() for change in self.changes],
            "undated": self.undated,
        }


def days_of(claims: Iterable[Cited], clock: Clock, read: Mapping[str, str] | None = None) -> dict[str, str]:
    """The day of each claim by one clock; `read` gives report id -> when it was read."""
    days = ((claim.id, day_by(clock, claim, document, read)) for claim, document in claims)
    return {claim_id: day for claim_id, day in days if day}


def change_list(
    claims: Sequence[Cited],
    links: Iterable[Link],
    days: Mapping[str, str],
    since: str,
    clock: Clock,
    *,
    quoted: dict[str, Citation] | None = None,
) -> ChangeList:
    """What changed from the day `since` on; `days` gives the day of each claim by `clock`.

    `quoted` are citations made before, by claim; those that are made are added.
    """
    known = {claim.id: (claim, document) for claim, document in claims}
    fresh = {claim_id for claim_id, day in days.items() if day >= since and claim_id in known}
    held = [link for link in links if link.score >= STRONG]
    met = {frozenset((link.left_id, link.right_id)) for link in held if link.about == "number"}
    quote = _quoting({} if quoted is None else quoted)
    made = [*_linked(known, _touching(held, fresh), days, quote), *_moved(claims, met, days, since)]
    made += [
        Change("new", days[claim.id], "said for the first time here", quote((claim, document)))
        for claim, document in claims
        if claim.id in fresh
    ]
    made.sort(key=lambda change: (WHATS.index(change.what), change.day, change.citation.claim_id))
    return ChangeList(since, clock, tuple(made), sum(claim_id not in days for claim_id in known))


def _quoting(made: dict[str, Citation]) -> Callable[[Cited], Citation]:
    """Citations, each made once: a claim can stand in hundreds of changes."""

    def quote(cited: Cited) -> Citation:
        claim = cited[0]
        if claim.id not in made:
            made[claim.id] = cite(*cited)
        return made[claim.id]

    return quote


def _touching(links: Iterable[Link], claim_ids: Collection[str]) -> Iterator[Link]:
    """The links of which one claim is among these at least."""
    return (link for link in links if link.left_id in claim_ids or link.right_id in claim_ids)


def _linked(
    known: Mapping[str, Cited], links: Iterable[Link], days: Mapping[str, str], quote: Callable[[Cited], Citation]
) -> Iterator[Change]:
    """Changes that links tell; one of their claims is new."""
    for link in links:
        left, right = known.get(link.left_id), known.get(link.right_id)
        if left is None or right is None:
            continue
        later, earlier = _ordered(link, left, right, days)
        what = _what(link, later[0], earlier[0])
        if what:
            day = max(days.get(link.left_id, ""), days.get(link.right_id, ""))
            yield Change(what, day, link.reason, quote(later), quote(earlier))


def _ordered(link: Link, left: Cited, right: Cited, days: Mapping[str, str]) -> tuple[Cited, Cited]:
    """The later claim first; of two on one day the one that denies."""
    if link.relation == "supersedes":
        return left, right
    one, other = days.get(link.left_id, ""), days.get(link.right_id, "")
    if one != other:
        return (left, right) if one > other else (right, left)
    return (left, right) if left[0].stance in AGAINST else (right, left)


def _what(link: Link, later: Claim, earlier: Claim) -> What | None:
    if link.relation == "supersedes":
        return "replaced"
    if link.relation == "agrees":
        return "confirmed"
    if link.relation == "clashes":
        return "denied" if later.stance in AGAINST and earlier.stance not in AGAINST else "disputed"
    return None


def _moved(
    claims: Iterable[Cited], met: Collection[frozenset[str]], days: Mapping[str, str], since: str
) -> Iterator[Change]:
    """Figures of one claimant that are not what the same claimant gave for the same thing the last time.

    The dead of a town on two days are two things unless the claims are linked; its area or its garrison is one.
    """
    told: defaultdict[tuple[str, SeriesKey], list[_Told]] = defaultdict(list)
    for cited in claims:
        claim = cited[0]
        if claim.quantities and claim.id in days and not is_denied(claim):
            for key, _, mention, measure in told_numbers(cited):
                if mention.quantity.role in ("value", "previous"):
                    told[party_of(*cited), key].append(_Told(days[claim.id], mention, measure, cited))
    for (_, key), series in told.items():
        series.sort(key=lambda item: (item.day, item.mention.span.start))
        values = [item for item in series if item.mention.quantity.role == "value"]
        previous = {item.cited[0].id: item for item in series if item.mention.quantity.role == "previous"}
        for old, new in zip([None, *values], values, strict=False):
            if new.day >= since:
                one = old is not None and (not key.scope or frozenset((old.cited[0].id, new.cited[0].id)) in met)
                yield from _move(old if one else None, new, previous.get(new.cited[0].id))


def _move(old: _Told | None, new: _Told, previous: _Told | None) -> Iterator[Change]:
    """From the figure before; "lowered its count from 38 to 34" tells that one itself."""
    if old is not None and old.day < new.day and old.bounds != new.bounds:
        yield _change(old, new)
    elif previous is not None and previous.bounds != new.bounds:
        yield _change(previous, new)


def _change(old: _Told, new: _Told) -> Change:
    same = old.cited[0].id == new.cited[0].id
    why = f"from {old.mention.span.text} to {new.mention.span.text}"
    return Change("moved", new.day, why, cite(*new.cited), None if same else cite(*old.cited))


@dataclass(frozen=True, slots=True)
class _Told:
    day: str
    mention: QuantityMention
    measure: Measure
    cited: Cited

    @property
    def bounds(self) -> tuple[float | None, float | None]:
        return self.measure.low, self.measure.high
