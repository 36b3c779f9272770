"""The matters on which claims meet, as questions in plain words, and how each stands."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from fogline.data.gazetteer import fold
from fogline.links.adopting import Event, event_of, nearer
from fogline.links.anchors import SPOTS
from fogline.links.belonging import FIRM, belonging, on_one_matter
from fogline.links.frames import Frame
from fogline.links.lending import home_of, lent_key, towns_of
from fogline.links.matters import WIDTHS, group_of, is_lasting, is_one, matter_key
from fogline.links.origins import origins_of
from fogline.links.parting import Members, Pace, ends_of, joined, parted
from fogline.links.relevance import relevant
from fogline.links.sites import ARMS, HELD, NOWHERE, RARE, SITE
from fogline.links.standings import standing_of
from fogline.links.stretches import soon
from fogline.links.titles import title_of
from fogline.links.uniting import Part, united
from fogline.links.wording import IDEA
from fogline.records.ids import stable_id
from fogline.records.links import About, Link, Question, Standing
from fogline.records.mentions import Place

__all__ = ["Adopting", "questions_of", "standing_of", "standings_of"]

# What a question is about when its links are about several things: the first that makes up a fair part.
FAIR = 0.25
DANGER = re.compile(r"\b(?:safe\w*|dangers?|dangerous|risks?|radi\w+|threat\w*|disaster)\b", re.IGNORECASE)
HALF = 0.5  # of what is told of a town in some days: so many claims that links join make it one matter
BLOW = "deed|violence|"
OF_HIMSELF = re.compile(r"\bthat I\b")  # "he lied that I ..." is his own word: he corrects himself
SELF = frozenset({"i", "we"})  # who speaks of himself disputes nothing with himself
ORDER: tuple[About, ...] = ("control", "number", "actor", "polarity", "existence", "time", "place", "confirmation")


Adopting = Callable[[Event, Sequence[Frame]], Iterable[Frame]]
"""Gives the claims that tell of an event, from it and those that links tie to it."""


def questions_of(
    frames: Mapping[str, Frame],
    links: Sequence[Link],
    homes: Mapping[str, str] | None = None,
    adopting: Adopting | None = None,
) -> tuple[Question, ...]:
    """The questions on which `links` make claims meet, in the order of their first claim.

    `homes` gives the group of links that no place ties, by their id; without it the other links tell. `adopting` finds
    what else is told of an event; without it a question holds the claims that links tie, and no others.
    """
    keyed = list(_keyed(frames, links))
    if homes is None:
        towns = towns_of((end, group_of(key)) for link, key in keyed for end in (link.left_id, link.right_id))
        homes = {link.id: home for link, key in keyed if (home := home_of(link, key, towns))}
    groups: defaultdict[str, defaultdict[str, list[Link]]] = defaultdict(lambda: defaultdict(list))
    for link, matter in keyed:
        key = lent_key(matter, homes[link.id]) if link.id in homes else matter
        groups[group_of(key)][key].append(link)
    found = [question for _, group in sorted(groups.items()) for question in _asked(group, frames, adopting)]
    return tuple(sorted(found, key=lambda question: (question.claim_ids[0], question.id)))


def _keyed(frames: Mapping[str, Frame], links: Iterable[Link]) -> Iterator[tuple[Link, str]]:
    """Each link that tells that its claims are on one matter, with the key of it."""
    for link in links:
        left, right = frames.get(link.left_id), frames.get(link.right_id)
        if left and right and on_one_matter(left, right, link):
            yield link, matter_key(left, right, link)


def standings_of(frames: Mapping[str, Frame], links: Sequence[Link]) -> tuple[Standing, ...]:
    """How each question stands, the most disputed first."""
    origins = origins_of(frames, links)
    standings = [standing_of(question, frames, links, origins) for question in questions_of(frames, links)]
    return tuple(sorted(standings, key=lambda item: item.rank))


def _asked(
    group: Mapping[str, Sequence[Link]], frames: Mapping[str, Frame], adopting: Adopting | None
) -> Iterator[Question]:
    """The questions on a group of matters; of two by one key that share their first claim, one goes by another."""
    taken: set[tuple[str, str]] = set()
    found = [(key, one) for key, links in sorted(group.items()) for one in _matters(key, links, frames)]
    told = {claim_id for _, (members, _) in found for claim_id in members}
    said = {claim_id: day for claim_id in told if (day := frames[claim_id].said) is not None}
    wholes = [(whole, part) for whole in united(found, said) for part in _told_apart(_relevant(whole, frames), frames)]
    parts = [part for _, part in wholes]
    events = [event_of(part.key, [frames[claim_id] for claim_id in part.members]) for part in parts]
    for at, (whole, part) in enumerate(wholes):
        ranked = sorted(part.members)
        first = next((claim_id for claim_id in ranked if (part.key, claim_id) not in taken), ranked[0])
        taken.add((part.key, first))
        question = _question(stable_id("q", part.key, first), part, frames, _place_of(whole, frames))
        event = events[at]
        if _tells_nothing(question, part, frames):
            continue
        if event and adopting:
            beside = _Beside([other for other in events if other and other != event], _blows(parts, at))
            question = _with_adopted(question, event, frames, adopting, beside)
        yield question


def _told_apart(part: Part, frames: Mapping[str, Frame]) -> list[Part]:
    """What else is told of a plant, each set that links join by itself, asked by its words unless it is of danger."""
    family, what, where, *_ = (*part.key.split("|"), "")
    if family != SITE or " " in what:
        return [part]
    found: list[Part] = []
    firm = [link for link in part.links if link.score >= FIRM or link.relation == "clashes"]
    for members, links in joined(firm):
        danger = sum(DANGER.search(frames[claim_id].claim.text) is not None for claim_id in members)
        key = part.key if danger >= HALF * len(members) else f"other|{what}|{where}|"
        found.append(Part(key, frozenset(members), tuple(links)))
    return found


@dataclass(frozen=True, slots=True)
class _Beside:
    """The other events of a town or site, and the claims that are tied to these."""

    events: Sequence[Event]
    claims: Collection[str]


def _blows(parts: Sequence[Part], at: int) -> set[str]:
    """The claims of the other blows on a town or site."""
    others = [part for other, part in enumerate(parts) if other != at and part.key == parts[at].key]
    return {claim_id for part in others for claim_id in part.members}


def _relevant(part: Part, frames: Mapping[str, Frame]) -> Part:
    """A matter made of several with what speaks to it as a whole: dead are counted, and towns named, beside a blow."""
    members, links = relevant(part.key, set(part.members), part.links, frames, whole=True)
    return replace(part, members=frozenset(members), links=tuple(links))


def _tells_nothing(question: Question, part: Part, frames: Mapping[str, Frame]) -> bool:
    """Whether claims name no matter that could be asked: two of one report "the charges"; blows months apart."""
    told = [frames[id_] for id_ in part.members]
    if part.key.startswith(BLOW) and not any(soon(frames[a.left_id], frames[a.right_id]) for a in part.links):
        return True
    one = len({frame.claim.document_id for frame in told}) == 1
    if not one or any(link.relation != "clashes" for link in part.links):
        return False
    speakers = {fold(frame.claim.speaker.name) for frame in told if frame.claim.speaker}
    where = [p for frame in told for p in (*frame.here, *frame.around) if p.id == question.place_id]
    wide = all(place.precision in ("country", "region") for place in where)
    unnamed = [frame.claim for frame in told if not frame.claim.speaker or frame.claim.speaker.kind == "unnamed"]
    alone = any(OF_HIMSELF.search(claim.text) for claim in unnamed)
    return (
        alone
        or not SELF.isdisjoint(speakers)
        or question.title.startswith("What ")
        or (question.title[:4] == "Who " and wide)
    )


def _with_adopted(
    question: Question, event: Event, frames: Mapping[str, Frame], adopting: Adopting, beside: _Beside
) -> Question:
    """The question with what else is told of its event; its name and title stay those of what links tie."""
    told = [frames[claim_id] for claim_id in question.claim_ids]
    found = [
        frame
        for frame in adopting(event, told)
        if frame.claim.id not in beside.claims and not nearer(event, beside.events, frame)
    ]
    every = {frame.claim.id: frame for frame in (*told, *found)}
    ranked = sorted(every.values(), key=lambda frame: (frame.said or 0, frame.claim.id))
    return replace(question, claim_ids=tuple(frame.claim.id for frame in ranked))


def _matters(key: str, links: Sequence[Link], frames: Mapping[str, Frame]) -> list[Members]:
    """The matters that links of one key are about, each with its claims."""
    sets = [(ends_of(links), list(links))] if is_one(key) else joined(links)
    parts = sets if is_lasting(key) else [p for held in sets for p in parted(*held, frames, _pace(key))]
    parts = [one for part in parts for one in _apart(key, part)]
    place = _spot_of(key, links, frames)
    if place is not None:
        parts = [kept for members, inside in parts if (kept := belonging(members, inside, place, frames))]
    return [relevant(key, *part, frames) for part in parts]


def _apart(key: str, part: Members) -> list[Members]:
    """What links hold together of what a town alone does, where they hold no half of it together."""
    sets = joined(part[1]) if key.startswith(BLOW) and key.endswith("|") else [part]
    return [part] if max(len(members) for members, _ in sets) >= HALF * len(part[0]) else sets


def _pace(key: str) -> Pace:
    """How what a matter is about goes on: violence in one town strike by strike, a charge for weeks."""
    family, what, where, *_ = (*key.split("|"), "")
    if family == ARMS:
        return "charged"
    if family == "event" and where != NOWHERE and IDEA + what in RARE:
        return "plant"
    if family == "event" and where == NOWHERE:
        return "unnamed"
    return "strikes" if (family, what) == ("deed", "violence") and key.endswith("|") else "plain"


def _spot_of(key: str, links: Sequence[Link], frames: Mapping[str, Frame]) -> str | None:
    """The town or spot that a matter is about; None where it is about more, or goes by what was hit."""
    family, *rest = key.split("|")
    where = rest[0] if family == "control" else rest[1]
    told = (frames[end] for end in ends_of(links))
    spots = {place.id for frame in told for place in (*frame.here, *frame.around) if place.precision in SPOTS}
    return where if where in spots and family not in ("event", HELD, SITE) else None


def _question(question_id: str, part: Part, frames: Mapping[str, Frame], place: Place | None) -> Question:
    told = sorted((frames[claim_id] for claim_id in part.members), key=lambda f: (f.said or 0, f.claim.id))
    family, what, *_ = part.key.split("|")
    about = "control" if family in ("control", HELD) else _about(part.links)
    claim_ids = tuple(frame.claim.id for frame in told)
    if place and not any(place in (*frame.here, *frame.around) for frame in told):
        told[0] = replace(told[0], around=(*told[0].around, place))  # it is named by what was told beside it alone
    title = title_of(told, place.id if place else None, (family, what), part.links)
    return Question(question_id, title, about, claim_ids, place.id if place else None)


def _place_of(part: Part, frames: Mapping[str, Frame]) -> Place | None:
    """The place that a matter is about: that of its key; of a region the place that most claims name there."""
    family, what, *rest = part.key.split("|")
    where = what if family == "control" else rest[0]
    told = [frames[claim_id] for claim_id in sorted(part.members)]
    named = {place.id: place for frame in told for place in (*frame.here, *frame.around)}
    return named.get(where) or _commonest(told, where)


def _commonest(told: Sequence[Frame], region: str) -> Place | None:
    """The place of a region that most claims name, the narrowest of them first."""
    inside = [p for frame in told for p in (*frame.here, *frame.around) if p.region == region]
    counts = Counter(place.id for place in inside)
    return min(inside, key=lambda p: (WIDTHS.index(p.precision), -counts[p.id], p.id), default=None)


def _about(links: Sequence[Link]) -> About:
    counts = Counter(link.about for link in links if link.relation in ("clashes", "supersedes"))
    counts = counts or Counter(link.about for link in links)
    total = counts.total()
    fair = (about for about in ORDER if counts[about] >= FAIR * total)
    return next(fair, counts.most_common(1)[0][0])
