"""What the words of an expression say by themselves, before any anchor completes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Anchor", "Clock", "Frequency", "Length", "Moment", "Reading", "Shift", "Stretch", "Toward", "Vague"]

Anchor = Literal["publication", "narrative", "event"]
Toward = Literal["past", "future", "nearest"]


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; `zone` is "Z", an offset, or the name of a zone as the text has it, in lower case."""

    hour: int
    minute: int = 0
    second: int | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units from an anchor: "last week" is -1 week from publication, "two days later" +2 days from the story.

    A `count` of None is an unknown number ("a few hours later"). "Two days after the raid" counts from an event:
    `base` is its date where the words give one ("two days after 5 May"), and `sign` tells after from before.
    """

    count: float | None
    unit: str
    anchor: Anchor = "publication"
    base: Moment | None = None
    sign: int = 1


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or time of day, as far as the words give it.

    `weekday` is ISO (Monday is 1). `part` is the TIMEX3 code of a part of the day ("MO"), `division` the code of a
    part of the year ("SU", "Q1", "H2"), `width` in years makes `year` the start of a decade or century,
    `whole_week` widens a day to its week.
    `narrative` stands for the day the story is at ("at the time").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: str | None = None
    clock: Clock | None = None
    shift: Shift | None = None
    division: str | None = None
    width: int | None = None
    whole_week: bool | None = None
    toward: Toward | None = None
    narrative: bool = False

    @property
    def is_date(self) -> bool:
        """Whether the words say which day, month or year, and not only which hour."""
        return any(
            field is not None for field in (self.year, self.month, self.day, self.weekday, self.shift, self.division)
        )


@dataclass(frozen=True, slots=True)
class Length:
    """An amount of time: ("two", "year"), with smaller pieces behind; None counts an unknown number.

    `toward` anchors it at the time of writing: "the past two months" ends there, "the next days" start there.
    """

    pieces: tuple[tuple[float | None, str], ...]
    high: float | None = None
    toward: Toward | None = None


@dataclass(frozen=True, slots=True)
class Frequency:
    """How often something happens, as a TIMEX3 value: "P1D", "XXXX-WXX-1"."""

    timex: str


@dataclass(frozen=True, slots=True)
class Vague:
    """A reference without a date: PAST_REF, PRESENT_REF or FUTURE_REF.

    `unit` is what it counts in where the words tell ("recent weeks"); `gone` says that at least one is over ("weeks
    ago").
    """

    value: str
    unit: str | None = None
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one moment to another, both included."""

    left: Moment
    right: Moment


Reading = Moment | Length | Frequency | Vague | Stretch
