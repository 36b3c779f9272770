"""Numbers of the same thing beside each other: who gives which figure when, and how far the figures lie apart."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from fogline.links.amounts import amounts_of
from fogline.links.origins import Joined
from fogline.records.claims import Claim
from fogline.records.documents import Document
from fogline.records.mentions import QuantityMention
from fogline.views.citing import Citation, Cited, cite, party_of
from fogline.views.dating import Dated
from fogline.views.figures import Bound, Figure, SeriesKey
from fogline.views.located import Spot, spots_of
from fogline.views.measures import Measure, adjective_of, measure_of
from fogline.views.once import once_a_claim
from fogline.views.series import ENEMY, NumberSeries
from fogline.views.tolling import begins_on, by_event, figure_day, is_figure, is_of_event, is_running, is_vague

__all__ = ["Bound", "Figure", "NumberSeries", "SeriesKey", "TellsNumber", "is_denied", "number_series", "told_numbers"]

TellsNumber = tuple[SeriesKey, Spot | None, QuantityMention, Measure]
"""A number of a claim: its series, its place, the words, and the number on the scale of the series."""

_Placed = tuple[str, Spot | None, Figure]  # a figure with its place, and the key of that place or of its report
SIDES = {"own": "’s own", "enemy": ENEMY}
SIDED = re.compile(r"\b(?:own|enem(?:y|ies)|aggressors?|occupiers?|invaders?|our|its|their|his)\b", re.IGNORECASE)
OF_OWN = re.compile(r"\s(?:more\s)?of\s(?:its|our|their|his)\s", re.IGNORECASE)
UNSAID = "number"  # what is counted where no word says it
NOT_FIGURES = frozenset({"declines", "unconfirmed"})


def number_series(
    claims: Iterable[Cited], matters: Mapping[str, Sequence[str]] | None = None, *, least_claimants: int = 1
) -> tuple[NumberSeries, ...]:
    """The series of `claims`, those with most claimants first.

    `matters` gives claim id -> the questions on numbers that it speaks to, which then stand in for the place.
    """
    by_kind: defaultdict[SeriesKey, list[_Placed]] = defaultdict(list)
    for claim, document in claims:
        if not claim.quantities:
            continue
        for key, placed in _figures(claim, document):
            if key.counted == UNSAID and not key.scope and claim.id not in (matters or {}):
                continue  # a number of nobody says what is tied to nothing else
            by_kind[key.of("")].append(placed)
    asked = _joined(matters or {})
    made = [
        _series(kind.of(matter), _place_of(spot for _, spot, _ in part), [figure for *_, figure in part])
        for kind, placed in by_kind.items()
        for matter, figures in _by_matter(kind, placed, matters or {}, asked).items()
        for region in _by_region(figures)
        for part in _by_event(kind, matter, region)
    ]
    wanted = [series for series in made if len(series.claimants) >= least_claimants]
    ranked = sorted(wanted, key=lambda one: (-len(one.claimants), -len(one.figures), one.key, one.place or ""))
    return _told_apart(ranked)


def _by_event(kind: SeriesKey, matter: str, figures: list[_Placed]) -> list[list[_Placed]]:
    """Of people killed and wounded at a place those of a running count, and of the others those of near days.

    What answers one question is of one event already.
    """
    if not kind.scope or matter not in {place for place, *_ in figures}:
        return [figures]
    running: list[_Placed] = []
    dated: list[tuple[str | None, str | None, _Placed]] = []
    for one in figures:
        begins, day = one[2].begins, one[2].date.day
        if one[2].running and not is_of_event(begins, day):
            running.append(one)
        else:
            dated.append((begins, day, one))
    single = by_event(dated)
    return [running, *single] if running else single


def _told_apart(series: Sequence[NumberSeries]) -> tuple[NumberSeries, ...]:
    """Series of one title with the days of their figures."""
    titles = Counter(one.title for one in series)
    return tuple(replace(one, days=_days(one.figures)) if titles[one.title] > 1 else one for one in series)


def _days(figures: Sequence[Figure]) -> str | None:
    days = sorted({figure.date.day for figure in figures if figure.date.day})
    return f"{days[0]} to {days[-1]}" if len(days) > 1 else days[0] if days else None


def _joined(matters: Mapping[str, Sequence[str]]) -> Joined:
    """Questions on numbers that one claim speaks to are on one number."""
    joined = Joined()
    for first, *others in matters.values():
        for other in others:
            joined.join(first, other)
    return joined


def _by_matter(
    kind: SeriesKey, placed: Sequence[_Placed], matters: Mapping[str, Sequence[str]], asked: Joined
) -> dict[str, list[_Placed]]:
    """Figures of one kind by the question they answer; those that answer none by place.

    Where one question alone is asked on such figures of a place, those that answer none of that place belong to it. The
    dead of one army at one place in near days are one number, whatever else the questions that tell them ask.
    """
    parts: defaultdict[str, list[_Placed]] = defaultdict(list)
    unasked: defaultdict[str, list[_Placed]] = defaultdict(list)
    asked_at: dict[str, set[str]] = {}
    for one in placed:
        place, _, figure = one
        questions = matters.get(figure.citation.claim_id)
        if questions:
            root = asked.find(questions[0])
            parts[root].append(one)
            asked_at.setdefault(place, set()).add(root)
        else:
            unasked[place].append(one)
    if kind.scope and kind.whose:
        asked_at = {place: _one_event(parts, roots) for place, roots in asked_at.items()}
    for place, figures in unasked.items():
        roots = asked_at.get(place, set())
        parts[min(roots) if len(roots) == 1 else place] += figures
    return dict(parts)


def _one_event(parts: dict[str, list[_Placed]], roots: set[str]) -> set[str]:
    """The questions on figures of one place with those of near days put together in `parts`."""
    roots = roots & parts.keys()
    dated = [(figure.begins, figure.date.day, root) for root in sorted(roots) for *_, figure in parts[root]]
    known = [one for one in dated if one[1]]
    for event in by_event(known) if len(roots) > 1 else []:
        first, *others = sorted(set(event) & parts.keys())
        for other in others:
            parts[first] += parts.pop(other)
    return roots & parts.keys()


def _by_region(figures: list[_Placed]) -> list[list[_Placed]]:
    """The figures of a matter region by region where there are several: one question can join towns far apart."""
    parts: defaultdict[str | None, list[_Placed]] = defaultdict(list)
    for one in figures:
        spot = one[1]
        parts[spot.place.region if spot and spot.place else None].append(one)
    return list(parts.values()) if len(parts.keys() - {None}) > 1 else [figures]


def _place_of(spots: Iterable[Spot | None]) -> str | None:
    """The place that most figures of a series name; where others name another it says so."""
    named = Counter(spot.name for spot in spots if spot)
    most = min(named, key=lambda name: (-named[name], name), default=None)
    return f"{most} and elsewhere" if len(named) > 1 else most


@once_a_claim
def told_numbers(claim: Claim, document: Document) -> tuple[TellsNumber, ...]:
    """The numbers a claim gives, each with its series; twins in other units are left out, for they tell nothing new."""
    told = [mention for mention in claim.quantities if _counts(claim, mention)]
    if not told:
        return ()
    spot = next(iter(spots_of(claim)), None)
    matter = spot.key if spot else document.id
    found = []
    for mention in told:
        measure = measure_of(mention.quantity)
        whose = measure.whose or _of_side((claim, document), mention, measure)
        key = SeriesKey(measure.counted, measure.scope or "", whose, measure.unit, matter)
        found.append((key, spot, mention, measure))
    return tuple(found)


def _of_side(cited: Cited, mention: QuantityMention, measure: Measure) -> str:
    """Whose losses a number counts where its words say it from the claimant's side: "58 of its own men", "enemy dead".

    Empty where they do not: one side's own dead and those it counts of the enemy are never one series.
    """
    claim, document = cited
    if measure.scope is None or not SIDED.search(claim.text):
        return ""
    behind = claim.sentence.text[max(0, mention.span.end - claim.sentence.start) :]
    if measure.counted == "troops" and OF_OWN.match(behind):
        who: str | None = "own"
    else:
        who = next((amount.who for amount in amounts_of(claim) if amount.text == mention.span.text), None)
    party = party_of(claim, document)
    own = adjective_of(party) if who == "own" else None  # what others count of the same troops
    return own or (f"{party}{SIDES[who]}" if who in SIDES else "")


def _counts(claim: Claim, mention: QuantityMention) -> bool:
    """Whether a number is one that the claim itself gives, with a bound."""
    quantity = mention.quantity
    if quantity.role == "conversion" or claim.stance in NOT_FIGURES or (quantity.low is None and quantity.high is None):
        return False
    if not is_figure(claim, mention):
        return False
    first = claim.evidence[0]  # most claims have one piece, and there are many numbers
    return first.covers(mention.span) or any(span.covers(mention.span) for span in claim.evidence[1:])


def is_denied(claim: Claim) -> bool:
    """Whether a claim takes back or doubts the numbers in it."""
    return claim.stance in ("denies", "doubts") or claim.status == "negated"


@once_a_claim
def _figures(claim: Claim, document: Document) -> tuple[tuple[SeriesKey, _Placed], ...]:
    """The numbers a claim gives as figures, each with its series."""
    told = told_numbers(claim, document)
    if not told:
        return ()
    about = (party_of(claim, document), figure_day(claim, document), cite(claim, document))
    return tuple(
        (key, (key.matter, spot, _figure(claim, mention, measure, about))) for key, spot, mention, measure in told
    )


def _figure(claim: Claim, mention: QuantityMention, measure: Measure, told: tuple[str, Dated, Citation]) -> Figure:
    claimant, date, citation = told
    return Figure(
        claimant=claimant,
        date=date,
        low=measure.low,
        high=measure.high,
        approximate=mention.quantity.approximate,
        derived=measure.converted,
        role=mention.quantity.role,
        denied=is_denied(claim),
        running=is_running(claim),
        begins=begins_on(claim),
        words=mention.span.text,
        origin=claim.origin,
        citation=citation,
    )


def _series(key: SeriesKey, place: str | None, figures: list[Figure]) -> NumberSeries:
    told = tuple(
        sorted(figures, key=lambda f: (f.date.day or "9999", f.claimant, f.citation.start, f.citation.claim_id))
    )
    standing = [figure for figure in told if figure.role == "value" and not figure.denied]
    if not standing:
        return NumberSeries(key, place, told, None, None, None)
    standing = [figure for figure in standing if not is_vague(figure.words)] or standing
    # Of two at the same end the one that says so: "up to 70" has no low end that 70 could be.
    lowest = min(standing, key=lambda figure: (figure.floor, figure.low is None))
    highest = max(standing, key=lambda figure: (figure.ceiling, figure.high is not None))
    low, high = _bound(lowest, lowest.floor), _bound(highest, highest.ceiling)
    return NumberSeries(key, place, told, low, _best(standing), high, _latest(standing))


def _latest(standing: list[Figure]) -> Bound | None:
    """The last figure of a count that runs on over days; of one day the one told last in the order of the ledger."""
    dated = [figure for figure in standing if figure.date.day and figure.running]
    if len({figure.date.day for figure in dated}) < 2:
        return None
    return _bound(dated[-1], dated[-1].floor if dated[-1].high is not None else dated[-1].ceiling)


def _bound(figure: Figure, value: float) -> Bound:
    """The bound that a figure gives, marked where it is an end that the figure leaves open."""
    if figure.low is None and value == figure.high:
        return Bound(value, figure, "below")
    return Bound(value, figure, "above" if figure.high is None and value == figure.low else None)


def _best(standing: list[Figure]) -> Bound:
    """The figure told by most claimants, then in most speech acts, then last; of a range the end that is known."""
    by_figure: defaultdict[tuple[float | None, float | None], list[Figure]] = defaultdict(list)
    for figure in standing:
        by_figure[figure.low, figure.high].append(figure)

    first_in: dict[str, str] = {}  # a copy is told by another paper, and is no act of its own

    def weight(told: list[Figure]) -> tuple[int, int, str]:
        own = [f for f in told if first_in.setdefault(f.origin, f.citation.document_id) == f.citation.document_id]
        acts = {(figure.claimant, figure.origin) for figure in own}
        return len({claimant for claimant, _ in acts}), len(acts), told[-1].date.day or ""

    chosen = max(by_figure.values(), key=weight)[-1]
    return _bound(chosen, chosen.floor if chosen.high is None else chosen.ceiling)
