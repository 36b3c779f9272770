"""The matters on which claims meet, as questions in plain words, and how each stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from fogline.links.anchors import SITES
from fogline.links.frames import Frame
from fogline.links.origins import Joined, origins_of
from fogline.links.reasons import claimant
from fogline.links.ships import ship_names
from fogline.links.titles import SHIP, title_of
from fogline.links.wording import IDEA
from fogline.records.ids import stable_id
from fogline.records.links import About, Link, Position, Question, Standing, State
from fogline.records.mentions import Place

__all__ = ["matter_key", "questions_of", "standing_of", "standings_of"]

STRONG = 0.5  # score from which on a link puts two claims into one question
FORTNIGHT = 14  # days: deeds of one kind at one place further apart are two matters
# What was done, the most telling first: a strike that kills is a question of the strike.
DEEDS = (
    "strike", "captive", "exchange", "withdraw", "advance", "fight", "kill", "wound", "damage", "station",
    "truce", "accord", "talks", "aid", "displaced", "break", "sanction", "mobilise", "war_crime",
)  # fmt: skip
VIOLENCE = frozenset(IDEA + idea for idea in ("strike", "weapon", "kill", "wound", "damage", "mishap"))
SHIP_IDEA = IDEA + "ship"
RARE = frozenset({IDEA + "nuclear", IDEA + "dam"})  # sites of which a region mostly has one
WIDTHS = ("point", "town", "district", "area", "water", "region", "country")
NOWHERE = "-"
HOLDING = ("hold", "take", "lose")
# What a question is about when its links are about several things: the first that makes up a fair part.
FAIR = 0.25
ORDER: tuple[About, ...] = ("control", "number", "actor", "polarity", "existence", "time", "place", "confirmation")


def questions_of(frames: Mapping[str, Frame], links: Sequence[Link]) -> tuple[Question, ...]:
    """The questions on which `links` make claims meet, in the order of their first claim."""
    by_matter: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        left, right = frames.get(link.left_id), frames.get(link.right_id)
        if left and right and link.score >= STRONG:
            by_matter[matter_key(left, right, link)].append(link)
    found = [
        _question(key, members, frames, inside)
        for key, matter in sorted(by_matter.items())
        for members, inside in _joined(matter)
    ]
    return tuple(sorted(found, key=lambda question: (question.claim_ids[0], question.id)))


def standings_of(frames: Mapping[str, Frame], links: Sequence[Link]) -> tuple[Standing, ...]:
    """How each question stands, the most disputed first."""
    origins = origins_of(frames, links)
    standings = [standing_of(question, frames, links, origins) for question in questions_of(frames, links)]
    return tuple(sorted(standings, key=lambda item: (-item.clashes, -len(item.question.claim_ids), item.question.id)))


def standing_of(
    question: Question, frames: Mapping[str, Frame], links: Iterable[Link], origins: Mapping[str, str]
) -> Standing:
    """How a question stands: positions by party, the one that spoke first coming first."""
    members = set(question.claim_ids)
    inside = [link for link in links if link.left_id in members and link.right_id in members]
    by_party: dict[str, list[Frame]] = defaultdict(list)
    for claim_id in question.claim_ids:
        by_party[_party(frames[claim_id])].append(frames[claim_id])
    positions = [_position(party, made, origins) for party, made in by_party.items()]
    positions.sort(key=lambda position: (position.first or "9999", position.party))
    clashes = sum(link.relation == "clashes" for link in inside)
    return Standing(question, _state(inside, positions), tuple(positions), clashes)


def matter_key(left: Frame, right: Frame, link: Link) -> str:
    """What a link is about, as a key: the field, what is counted or done, where, and for deeds in which fortnight."""
    where = _place(left, right)
    if link.about == "control":
        return f"control|{where}"
    if link.about == "number":
        counted = {w for a in left.amounts for w in a.what} & {w for a in right.amounts for w in a.what}
        return f"number|{min(counted, default='-')}|{where}|{_fortnight(left, right)}"
    shared = left.words.terms & right.words.terms
    if shared & VIOLENCE:
        target, spot = _target(left, right), _spot(left, right)
        if target and (spot != NOWHERE or target.startswith(SHIP)):
            return f"event|{target}|{spot}"  # one bridge, ship or plant: links tell one strike on it from the next
    done = min((idea for idea in DEEDS if IDEA + idea in shared), key=DEEDS.index, default=None)
    if done is None and IDEA + "weapon" in shared:
        done = "strike"
    if done is None:
        held = any(IDEA + idea in left.words.terms and IDEA + idea in right.words.terms for idea in HOLDING)
        return f"control|{where}" if held else f"{link.about}|-|{where}|{_fortnight(left, right)}"
    return f"deed|{done}|{where}|{_fortnight(left, right)}"


def _place(left: Frame, right: Frame) -> str:
    """The id of the narrowest place that both name; "-" where there is none."""
    places = {place.id: place for place in (*left.here, *left.around)}
    return _narrowest(places[place.id] for place in (*right.here, *right.around) if place.id in places)


def _narrowest(places: Iterable[Place]) -> str:
    ordered = sorted(places, key=lambda place: (WIDTHS.index(place.precision), place.id))
    return ordered[0].id if ordered else NOWHERE


def _target(left: Frame, right: Frame) -> str | None:
    """What was hit: the name of a ship, a site that both name or only one of them, or a spot narrower than a town."""
    both = left.anchors & right.anchors
    if SHIP_IDEA in left.anchors | right.anchors:
        one, other = ship_names(left.claim), ship_names(right.claim)
        names = sorted(one & other or (one | other) & both or one ^ other)
        return f"{SHIP}{names[0]}" if names else None
    sites = sorted(both & SITES) or sorted((left.anchors ^ right.anchors) & SITES)
    if sites:
        return sites[0].removeprefix(IDEA)
    return "spot" if any(p.precision == "point" and p.id in both for p in (*left.here, *left.around)) else None


def _spot(left: Frame, right: Frame) -> str:
    """Where the target lies: a spot that both name or only one of them; for what a region has one of, the region."""
    places = {place.id: place for place in (*left.here, *left.around, *right.here, *right.around)}
    both = left.anchors & right.anchors & places.keys()
    spots = [places[spot] for spot in both or (left.anchors | right.anchors) & places.keys()]
    if RARE & (left.anchors | right.anchors):
        regions = sorted(place.region for place in places.values() if place.region)
        return regions[0] if regions else NOWHERE
    return _narrowest(spots)


def _fortnight(left: Frame, right: Frame) -> int:
    """In which fortnight the earlier of two claims lies; 0 where that is unknown."""
    days = [frame.happened.first if frame.happened else frame.said for frame in (left, right)]
    known = [day for day in days if day]
    return min(known) // FORTNIGHT if known else 0


def _joined(links: Sequence[Link]) -> list[tuple[set[str], list[Link]]]:
    """Claims that links hold together, each set with its links."""
    joined = Joined()
    for link in links:
        joined.join(link.left_id, link.right_id)
    by_root: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        by_root[joined.find(link.left_id)].append(link)
    return [({c for link in inside for c in (link.left_id, link.right_id)}, inside) for inside in by_root.values()]


def _question(key: str, members: set[str], frames: Mapping[str, Frame], links: Sequence[Link]) -> Question:
    told = sorted((frames[claim_id] for claim_id in members), key=lambda f: (f.said or 0, f.claim.id))
    family, what, *rest = key.split("|")
    about = "control" if family == "control" else _about(links)
    where = what if family == "control" else rest[0]
    named = {place.id for frame in told for place in (*frame.here, *frame.around)}
    place_id = where if where in named else _commonest(told, where)
    claim_ids = tuple(frame.claim.id for frame in told)
    title = title_of(about, told, place_id, family, what)
    return Question(stable_id("q", key, min(claim_ids)), title, about, claim_ids, place_id)


def _commonest(told: Sequence[Frame], region: str) -> str | None:
    """The place of a region that most claims name, the narrowest of them first."""
    inside = [p for frame in told for p in (*frame.here, *frame.around) if p.region == region]
    counts = Counter(place.id for place in inside)
    ranked = sorted(inside, key=lambda place: (WIDTHS.index(place.precision), -counts[place.id], place.id))
    return ranked[0].id if ranked else None


def _about(links: Sequence[Link]) -> About:
    counts = Counter(link.about for link in links if link.relation in ("clashes", "supersedes"))
    counts = counts or Counter(link.about for link in links)
    total = counts.total()
    fair = (about for about in ORDER if counts[about] >= FAIR * total)
    return next(fair, counts.most_common(1)[0][0])


def _party(frame: Frame) -> str:
    """The side where one is known, else the speaker; reports speaking themselves go by their publisher."""
    speaker = frame.claim.speaker
    if speaker is not None and speaker.side:
        return speaker.side
    if speaker is None:
        return frame.setting.shown
    return claimant(frame)


def _position(party: str, made: Sequence[Frame], origins: Mapping[str, str]) -> Position:
    days = sorted(frame.said for frame in made if frame.said is not None)
    shown = [date.fromordinal(day).isoformat() for day in days]
    acts = {origins[frame.claim.id] for frame in made}
    ids = tuple(frame.claim.id for frame in made)
    return Position(party, ids, shown[0] if shown else None, shown[-1] if shown else None, len(acts))


def _state(links: Sequence[Link], positions: Sequence[Position]) -> State:
    """Disputed where parties clash, changed where one moved on, agreed where two tell it, else one-sided or open."""
    relations = {link.relation for link in links}
    if "clashes" in relations:
        return "disputed"
    if "supersedes" in relations:
        return "changed"
    if len(positions) > 1 and "agrees" in relations:
        return "agreed"
    return "one-sided" if len(positions) == 1 else "open"
