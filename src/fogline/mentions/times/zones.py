"""Offsets of time zones, summer time included where the name alone does not settle it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

__all__ = ["offset"]

# Zones that change their clocks: the rule and the hours from UTC in winter.
_CHANGING: Final[dict[str, tuple[str, int]]] = {
    "kyiv": ("EU", 2), "kiev": ("EU", 2), "helsinki": ("EU", 2), "bucharest": ("EU", 2), "vilnius": ("EU", 2),
    "warsaw": ("EU", 1), "berlin": ("EU", 1), "paris": ("EU", 1), "brussels": ("EU", 1), "rome": ("EU", 1),
    "vienna": ("EU", 1), "london": ("EU", 0), "et": ("US", -5), "eastern": ("US", -5), "ct": ("US", -6),
    "central": ("US", -6), "mt": ("US", -7), "mountain": ("US", -7), "pt": ("US", -8), "pacific": ("US", -8),
}  # fmt: skip
_FIXED: Final[dict[str, str]] = {
    "gmt": "Z", "utc": "Z", "greenwich": "Z", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00", "eet": "+02:00",
    "eest": "+03:00", "msk": "+03:00", "est": "-05:00", "edt": "-04:00", "cdt": "-05:00", "mst": "-07:00",
    "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "akdt": "-08:00", "moscow": "+03:00", "istanbul": "+03:00",
    "minsk": "+03:00", "baghdad": "+03:00", "riyadh": "+03:00", "doha": "+03:00", "nairobi": "+03:00",
    "khartoum": "+02:00", "tehran": "+03:30", "dubai": "+04:00", "tbilisi": "+04:00", "yerevan": "+04:00",
    "baku": "+04:00", "kabul": "+04:30", "islamabad": "+05:00", "delhi": "+05:30", "yangon": "+06:30",
    "beijing": "+08:00", "manila": "+08:00", "seoul": "+09:00", "tokyo": "+09:00",
}  # fmt: skip


def offset(zone: str | None, day: date | None) -> str:
    """The offset of a named zone on a day as "Z" or "+03:00"; empty where the name or the day leaves it open."""
    if zone is None:
        return ""
    if zone in _FIXED:
        return _FIXED[zone]
    if zone not in _CHANGING or day is None:
        return ""
    rule, hours = _CHANGING[zone]
    hours += _is_summer(rule, day)
    return f"{'-' if hours < 0 else '+'}{abs(hours):02d}:00" if hours else "Z"


def _is_summer(rule: str, day: date) -> bool:
    """Summer time by the day: in the EU between the last Sundays of March and October, in the US from the second
    Sunday of March to the first of November."""
    if rule == "EU":
        return _sunday_by(date(day.year, 3, 31)) <= day < _sunday_by(date(day.year, 10, 31))
    return _sunday_by(date(day.year, 3, 14)) <= day < _sunday_by(date(day.year, 11, 7))


def _sunday_by(day: date) -> date:
    return day - timedelta(days=day.isoweekday() % 7)
