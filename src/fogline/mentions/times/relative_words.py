"""Reading expressions that count from an anchor: last week, two days later, the next morning, in recent weeks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from fogline.mentions.times.lexicon import PARTS, VAGUE
from fogline.mentions.times.readings import Length, Moment, Shift, Vague

if TYPE_CHECKING:
    from collections.abc import Callable

    from fogline.mentions.times.hits import Hit
    from fogline.mentions.times.readings import Anchor, Reading, Toward

__all__ = ["RELATIVES"]

_STEPS: Final[dict[str, int]] = {
    "LAST": -1, "PREV": -1, "PAST": -1, "NEXT": 1, "COMING": 1, "FOLLOWING": 1, "THIS": 0, "SAME": 0, "THAT": 0,
    "CURRENT": 0, "THE": 0,
}  # fmt: skip
_STORY = ("SAME", "THAT", "FOLLOWING", "PREV")
_SMALL = ("second", "minute", "hour")


def _step(hit: Hit) -> int:
    return next((step for name, step in _STEPS.items() if hit.has(name)), 0)


def _shift(hit: Hit, count: float | None, unit: str, anchor: Anchor) -> Moment:
    return Moment(shift=Shift(count, unit, anchor))


def _deictic_unit(hit: Hit) -> Reading | None:
    unit = hit.unit() or "day"
    if unit in _SMALL:
        return None
    if unit == "quarter":
        return _shift(hit, _step(hit), unit, "publication")
    if hit.has("LAST", "NEXT") and hit.followed_by("OF") and (hit.has("THE") or hit.preceded_by("THE")):
        return None  # "the last year of his term"
    if unit == "weekend" and hit.has("PAST"):
        return _shift(hit, -1, unit, "publication")
    if hit.has("PAST") or (hit.has("LAST") and hit.preceded_by("OVER", "DURING", "WITHIN", "FOR")):
        return Length(((1.0, unit),), toward="past")
    if unit == "weekend" and hit.has("NEXT", "COMING", "THIS"):
        return Moment(
            shift=Shift(1 if hit.has("NEXT", "COMING") else 0, "weekend"), toward="future" if hit.has("NEXT") else None
        )
    return _shift(hit, _step(hit), unit, "publication")


def _story_unit(hit: Hit) -> Reading | None:
    unit = hit.unit() or "day"
    if unit in _SMALL:
        return None
    if hit.has("NEXT", "FOLLOWING") and hit.preceded_by("OVER", "WITHIN", "DURING"):
        return Length(((1.0, unit),), toward="future")
    anchor: Anchor = "publication" if hit.has("NEXT") and unit != "day" else "narrative"
    return _shift(hit, _step(hit), unit, anchor)


def _deictic_part(hit: Hit) -> Reading | None:
    part = PARTS[hit.find("PART") or "night"]
    anchor: Anchor = "narrative" if hit.has(*_STORY, "THE") or hit.has("NEXT") else "publication"
    return Moment(shift=Shift(_step(hit), "day", anchor), part=part)


def _deictic_weekday(hit: Hit) -> Reading | None:
    if hit.has("NEXT", "FOLLOWING"):
        return Moment(weekday=hit.weekday(), shift=Shift(1, "week"))
    if hit.has("LAST", "PAST", "PREV"):
        return Moment(weekday=hit.weekday(), shift=Shift(-1, "weekday"))
    return Moment(weekday=hit.weekday(), toward="future" if hit.has("COMING") else None)


def _deictic_month(hit: Hit) -> Reading | None:
    """Last August is the most recent one that is over, this August the one of this year."""
    toward: Toward = "future" if hit.has("NEXT", "COMING") else "past"
    moment = Moment(month=hit.month(), division=hit.season())
    if hit.has("THIS") and not hit.has("PAST", "COMING"):
        return replace(moment, shift=Shift(0, "year" if moment.division is None else "season"))
    return Moment(month=moment.month, division=moment.division, toward=toward, shift=Shift(_step(hit), "whole"))


def _ago(hit: Hit) -> Reading | None:
    """Two days ago counts from the day of writing, two days later or earlier from the story, else from an event."""
    unit, count = hit.unit(), hit.amount()
    if unit is None:
        return None
    sign = 1 if hit.has("LATER", "AFTER", "FROM") else -1
    anchor: Anchor = "publication" if hit.has("AGO") else "narrative"
    if hit.has("FROM") or (hit.has("BEFORE", "AFTER") and not _closed(hit)):
        anchor = "event"
    steps = None if count is None else sign * count
    if steps is not None and unit in {"month", "year"} and hit.start and hit.lexed.word(hit.start - 1) == "exactly":
        unit = f"exact {unit}"
    return Moment(shift=Shift(steps, "day" if unit == "night" else unit, anchor, sign=sign))


def _closed(hit: Hit) -> bool:
    """Whether nothing follows that "before" or "after" could point to."""
    return not hit.after() or hit.followed_by("DOT", "COMMA", "BREAK", "RPAR", "STOP")


def _bare_ago(hit: Hit) -> Reading | None:
    if hit.has("AGO"):
        return Vague("PAST_REF", hit.unit(), gone=True)
    unit = hit.unit() or "day"
    sign = 1 if hit.has("LATER", "AFTER") else -1
    anchor: Anchor = "event" if hit.has("BEFORE", "AFTER") and not _closed(hit) else "narrative"
    return Moment(shift=Shift(None, unit, anchor, sign=sign))


def _units_around(hit: Hit) -> Reading | None:
    """The day before, in the days following: the story's where a clause ends there, else those of an event."""
    unit = hit.unit() or "day"
    if unit in _SMALL and not hit.has("UNITS"):
        return None
    sign = -1 if hit.has("BEFORE", "PREV", "AHEAD") else 1
    count = None if hit.has("UNITS") else float(sign)
    return Moment(shift=Shift(count, unit, "narrative" if _closed(hit) else "event", sign=sign))


def _day_before(hit: Hit) -> Reading | None:
    return _ago(hit) if hit.unit() not in _SMALL else None


def _day_before_today(hit: Hit) -> Reading | None:
    word = hit.find("TODAY")
    if word == "yesterday" and hit.has("BEFORE"):
        return _shift(hit, -2, "day", "publication")
    return _shift(hit, 2, "day", "publication") if word == "tomorrow" and hit.has("AFTER") else None


def _end_of_unit(hit: Hit) -> Reading | None:
    """The end of the year, the start of the week: of this one."""
    unit = hit.unit() or "year"
    return None if unit in _SMALL else _shift(hit, 0, unit, "narrative" if unit == "day" else "publication")


def _anchored_length(hit: Hit) -> Reading | None:
    unit = hit.unit() or "day"
    if hit.has("LAST") and not hit.has("THE") and hit.preceded_by("TO", "OTHER"):
        return None  # "scheduled to last 45 minutes"
    return Length(((hit.amount(), unit),), toward="past" if hit.has("LAST", "PAST", "PREV") else "future")


def _recent_units(hit: Hit) -> Reading | None:
    return Vague("PAST_REF" if hit.has("RECENT", "PAST", "LAST") else "FUTURE_REF", hit.unit() or "day")


def _units_ahead(hit: Hit) -> Reading | None:
    """The days ahead, the weeks to come."""
    if hit.has("TO") and hit.lexed.word(hit.end - 1) not in {"come", "follow"}:
        return None
    return Vague("FUTURE_REF", hit.unit())


def _earlier_unit(hit: Hit) -> Reading | None:
    """Earlier this month, later in the day, earlier today."""
    unit = hit.unit() or "day"
    if unit in _SMALL:
        return None
    story = hit.has("THAT") or (unit == "day" and not hit.has("TODAY"))
    return _shift(hit, -1 if hit.has("LAST") else 0, unit, "narrative" if story else "publication")


def _weekend(hit: Hit) -> Reading | None:
    if hit.has("A") or not (hit.has("THE") or hit.preceded_by("OVER", "ON", "AT", "DURING")):
        return None
    return _shift(hit, 0, "weekend", "publication")


def _overnight(hit: Hit) -> Reading | None:
    return Moment(part="overnight")


def _vague(hit: Hit) -> Reading | None:
    if hit.lexed.word(hit.start) == "soon" and (hit.followed_by("AFTER") or _as(hit)):
        return None
    return Vague(VAGUE[hit.find("VAGUEADV") or "recently"])


def _as(hit: Hit) -> bool:
    """Whether it is part of a comparison: "as soon as possible"."""
    return any(at >= 0 and hit.lexed.word(at) == "as" for at in (hit.start - 1, hit.end) if at < len(hit.lexed.codes))


def _at_the_time(hit: Hit) -> Reading | None:
    return Moment(narrative=True)


def _present(hit: Hit) -> Reading | None:
    if hit.followed_by("THAT") or hit.preceded_by("UP"):
        return None  # "now that" gives a reason, "up to date" a quality
    return Vague("PRESENT_REF")


def _the_day(hit: Hit) -> Reading | None:
    return _shift(hit, 0, "day", "narrative") if hit.unit() == "day" else None


RELATIVES: Final[dict[str, Callable[[Hit], Reading | None]]] = {
    "day_before_today": _day_before_today, "end_of_unit": _end_of_unit, "earlier_unit": _earlier_unit,
    "deictic_part": _deictic_part, "deictic_weekday": _deictic_weekday, "deictic_month": _deictic_month,
    "qty_ago": _ago, "bare_ago": _bare_ago, "anchored_length": _anchored_length,
    "anchored_length_after": _anchored_length, "recent_units": _recent_units,
    "units_ahead": _units_ahead, "same_unit": _story_unit, "narrative_unit": _story_unit,
    "day_before": _day_before, "units_around": _units_around, "deictic_unit": _deictic_unit, "the_weekend": _weekend,
    "overnight": _overnight,
    "at_the_time": _at_the_time, "present": _present, "future": lambda hit: Vague("FUTURE_REF"),
    "past": lambda hit: Vague("PAST_REF"), "vague": _vague, "the_day": _the_day,
}  # fmt: skip
