"""What has changed since a day: what is new, what moved, what was denied, disputed, confirmed or replaced.

`change_list` is a pure function of claims, links and days; `ChangeList.groups` gives it as people read it: what one
party says anew once, however many reports carry it and however many claims it bears on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from fogline.ledger.rows import Clock
from fogline.records.claims import Claim
from fogline.records.codec import Json
from fogline.records.links import Link, Question
from fogline.views.accord import Accord, accord_of
from fogline.views.citing import Citation, Cited, cite, party_of
from fogline.views.clearest import stands_alone
from fogline.views.dating import day_by, is_guessed
from fogline.views.located import first_spot
from fogline.views.moving import moves
from fogline.views.standing import question_then

__all__ = ["STRONG", "Around", "Change", "ChangeGroup", "ChangeList", "What", "change_list", "days_of"]

What = Literal["new", "moved", "replaced", "denied", "disputed", "confirmed"]
WHATS: tuple[What, ...] = ("denied", "disputed", "confirmed", "moved", "replaced", "new")
RANKS = {what: rank for rank, what in enumerate(WHATS)}
AGAINST = frozenset({"denies", "doubts"})
NO_SIDE = "*"
PLAIN = frozenset({"asserts", "denies", "accuses"})
TITLES: dict[What, str] = {
    "denied": "Denied by {now}: the word of {before}",
    "disputed": "Disputed by {now}: the word of {before}",
    "confirmed": "Told also by {now}: the word of {before}",
    "replaced": "Told anew by {now}",
    "moved": "Another figure from {now}",
    "new": "New on {on}",
}
STRONG = 0.5  # score from which on a link counts, as it does for questions


@dataclass(frozen=True, slots=True)
class Around:
    """What is known beside the claims and their links: which claims are disputed, and which question each speaks to.

    `quoted` are citations made before, by claim; those that are made are added.
    """

    accord: Accord
    asked: Mapping[str, Question] = field(default_factory=dict)
    quoted: dict[str, Citation] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """One change: the claim that brings it and the one it bears on (None where it is simply new).

    `day` is the first by which both are known. `on` is the question or else the place that the claim speaks to, in
    words, `matter` its id; both are empty where it speaks to none. `inferred` tells that the day is a guess, the last
    on which a report without a date can have been published.
    """

    what: What
    day: str
    why: str
    citation: Citation
    before: Citation | None = None
    on: str = ""
    matter: str = ""
    inferred: bool = False

    def to_json(self) -> dict[str, Json]:
        """The change as JSON values."""
        return {
            "what": self.what,
            "day": self.day,
            "inferred": self.inferred,
            "why": self.why,
            "on": self.on or None,
            "citation": self.citation.to_json(),
            "before": self.before.to_json() if self.before else None,
        }


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """One change as told: the plainest of those of two sides on one matter; `left_out` counts the others.

    What is new on a matter is one change, whoever says it: `parties` counts what each does.
    """

    change: Change
    left_out: int
    parties: tuple[tuple[str, int], ...] = ()

    @property
    def title(self) -> str:
        """What happened to whose words, as a heading."""
        change = self.change
        now, before = change.citation.party, change.before.party if change.before else ""
        return TITLES[change.what].format(now=now, before=before, on=change.on or now)


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
        """The changes of these kinds, all without any: what two sides say on one matter once, of what is new the
        matters with most first.
        """
        told: dict[tuple[str, ...], list[Change]] = {}
        for change in self.changes if not whats else self.of(*whats):
            told.setdefault(_group(change), []).append(change)
        made = [_grouped(changes) for changes in told.values()]
        return tuple(sorted(made, key=lambda group: (WHATS.index(group.change.what), _less(group))))

    def to_json(self) -> dict[str, Json]:
        """The list as JSON values."""
        return {
            "since": self.since,
            "clock": self.clock,
            "changes": [change.to_json() for change in self.changes],
            "undated": self.undated,
        }


def _group(change: Change) -> tuple[str, ...]:
    """What makes changes one: the matter, and which sides say it of whose words; reports without a side are one."""
    words = " ".join(change.citation.words.split()).casefold().strip(' .,;"“”')
    if change.what == "new":
        return ("new", change.matter or change.citation.party)
    before = change.before.side or NO_SIDE if change.before else ""
    if change.what == "moved":
        return ("moved", change.matter, change.citation.party, words)
    return (change.what, change.matter or words, change.citation.side or NO_SIDE, before)


def _grouped(changes: Sequence[Change]) -> ChangeGroup:
    parties = Counter(change.citation.party for change in changes)
    first = next((change for change in changes if _plain(change)), changes[0])
    return ChangeGroup(first, len(changes) - 1, tuple(parties.most_common()))


def _plain(change: Change) -> bool:
    """Whether its words can be read alone."""
    told = (change.citation, change.before or change.citation)
    return change.citation.stance in PLAIN and all(stands_alone(citation.words) for citation in told)


def _less(group: ChangeGroup) -> tuple[int, str]:
    """New matters by how much there is, other changes in their order."""
    return (-group.left_out, "") if group.change.what == "new" else (0, group.change.day)


def days_of(claims: Iterable[Cited], clock: Clock, read: Mapping[str, str] | None = None) -> dict[str, str]:
    """The day of each claim by one clock; `read` gives report id -> when it was read."""
    days: dict[str, str] = {}
    for claim, document in claims:
        day = day_by(clock, claim, document, read)
        if day:
            days[claim.id] = day
    return days


def change_list(
    claims: Sequence[Cited],
    links: Iterable[Link],
    days: Mapping[str, str],
    since: str,
    clock: Clock,
    *,
    around: Around | None = None,
) -> ChangeList:
    """What changed from the day `since` on; `days` gives the day of each claim by `clock`."""
    known = {cited[0].id: cited for cited in claims}
    fresh = {claim_id for claim_id, day in days.items() if day >= since and claim_id in known}
    held = [link for link in links if link.score >= STRONG]
    around = around or Around(accord=accord_of(held, known))
    met = {frozenset((link.left_id, link.right_id)) for link in held if link.about == "number"}
    quote, on = _quoting(around.quoted), _naming(around.asked, known)
    made = list(_linked(known, _touching(held, fresh), days, quote, around.accord))
    for move in moves(claims, met, days, since):
        made.append(Change("moved", move.day, move.why, quote(move.now), quote(move.before) if move.before else None))
    made += [
        Change("new", days[cited[0].id], "said for the first time here", quote(cited))
        for cited in claims
        if cited[0].id in fresh
    ]
    made.sort(key=_order)
    guessed = {claim.id for claim, document in claims if document.published_basis == "inferred"}
    guessed = {claim_id for claim_id in guessed if is_guessed(clock, *known[claim_id])}
    if guessed:
        made = [replace(change, inferred=True) if _on_guess(change, days, guessed) else change for change in made]
    return ChangeList(since, clock, tuple(map(on, made)), len(known.keys() - days.keys()))


def _order(change: Change) -> tuple[int, str, str, str, str]:
    """By kind and day, whichever report was read first."""
    before = change.before.claim_id if change.before else ""
    return (RANKS[change.what], change.day, change.citation.claim_id, before, change.why)


def _on_guess(change: Change, days: Mapping[str, str], guessed: Collection[str]) -> bool:
    """Whether the day of a change is that of a claim whose day is guessed."""
    told = (change.citation, change.before) if change.before else (change.citation,)
    return any(one.claim_id in guessed and days.get(one.claim_id) == change.day for one in told)


def _naming(asked: Mapping[str, Question], known: Mapping[str, Cited]) -> Callable[[Change], Change]:
    """Changes with the question that their claim speaks to, else the first place it is about."""
    titles: dict[str, str] = {}

    def on(change: Change) -> Change:
        question = asked.get(change.citation.claim_id)
        if question is not None:
            if question.id not in titles:
                titles[question.id] = question_then(question, known).title
            return replace(change, on=titles[question.id], matter=question.id)
        spot = first_spot(known[change.citation.claim_id][0])
        return replace(change, on=spot[1], matter=spot[0]) if spot else change

    return on


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
    known: Mapping[str, Cited],
    links: Iterable[Link],
    days: Mapping[str, str],
    quote: Callable[[Cited], Citation],
    accord: Accord,
) -> Iterator[Change]:
    """Changes that links tell; one of their claims is new."""
    for link in links:
        left, right = known.get(link.left_id), known.get(link.right_id)
        if left is None or right is None:
            continue
        later, earlier = _ordered(link, left, right, days)
        what = _what(link, later, earlier, accord)
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


def _what(link: Link, later: Cited, earlier: Cited, accord: Accord) -> What | None:
    if link.relation == "supersedes":
        return "replaced" if _one_side(later[0], earlier[0]) else None
    if link.relation == "agrees":
        apart = later[0].origin != earlier[0].origin and party_of(*later) != party_of(*earlier)
        return "confirmed" if apart and accord.holds(later[0], earlier[0]) else None
    if link.relation == "clashes":
        if party_of(*later) == party_of(*earlier):
            return None  # nobody disputes his own word: what he takes back is told anew
        return "denied" if later[0].stance in AGAINST and earlier[0].stance not in AGAINST else "disputed"
    return None


def _one_side(later: Claim, earlier: Claim) -> bool:
    """Whether nothing says that two sides speak: what one says later does not replace the other's word."""
    sides = [claim.speaker.side for claim in (later, earlier) if claim.speaker and claim.speaker.side]
    return len(set(sides)) < 2
