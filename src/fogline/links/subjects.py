"""What a report speaks of and comes back to: names, towns, regions, themes and days."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from fogline.links.anchors import is_local
from fogline.links.days import Days, days_of
from fogline.links.wording import IDEA, wording
from fogline.records.claims import Claim

__all__ = ["days_named", "focus_of", "mains_of", "names_of", "recurring", "themes_of"]

STATED, LONGEST_DAY = frozenset({"stated", "relative"}), 2
REGIONS = frozenset({"region", "area", "district"})
MOST_FOCUS = 10
RECURRING = 2  # claims of a report that an idea must come up in to be one of its themes


def names_of(claims: Sequence[Claim]) -> frozenset[str]:
    """Names and towns a report speaks of; countries and regions tell too little."""
    words = {term for claim in claims for term in wording(claim.sentence.text).names}
    towns = {m.place.id for claim in claims for m in claim.places if m.place and is_local(m.place)}
    return frozenset(words | towns)


def recurring(claims: Sequence[Claim], *, wide: bool) -> frozenset[str]:
    """The towns and sites, or the regions, that several sentences of a report name."""
    found: dict[str, set[int]] = defaultdict(set)
    for claim in claims:
        for mention in claim.places:
            place = None if mention.derived else mention.place
            if place and (place.precision in REGIONS if wide else is_local(place)):
                found[place.id].add(claim.sentence_index)
    return frozenset(spot for spot, sentences in found.items() if len(sentences) >= RECURRING)


def days_named(claims: Sequence[Claim]) -> tuple[Days, ...]:
    """The days that a report's claims name: what it tells without a date may have happened on one of them."""
    found = {days_of(claim.when.time) for claim in claims if claim.when and claim.when.time.basis in STATED}
    named = {days for days in found if days is not None and days.length <= LONGEST_DAY}
    return tuple(sorted(named, key=lambda days: (days.first, days.last)))


def focus_of(claims: Sequence[Claim]) -> tuple[str, ...]:
    """The few names and towns that come up most, the most frequent first."""
    named = Counter(term for text in {c.sentence.text for c in claims} for term in wording(text).names)
    named.update(m.place.id for claim in claims for m in claim.places if m.place and is_local(m.place))
    return tuple(name for name, _ in sorted(named.items(), key=lambda item: (-item[1], item[0]))[:MOST_FOCUS])


def mains_of(claims: Sequence[Claim]) -> frozenset[str]:
    """The names that stand in several sentences of a report."""
    found = Counter(term for text in {claim.sentence.text for claim in claims} for term in wording(text).names)
    return frozenset(name for name, count in found.items() if count >= RECURRING)


def themes_of(claims: Sequence[Claim]) -> frozenset[str]:
    """The ideas that come up in several claims."""
    found = Counter(term for claim in claims for term in wording(claim.text).terms if term.startswith(IDEA))
    return frozenset(term for term, count in found.items() if count >= RECURRING)
