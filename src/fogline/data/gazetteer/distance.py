"""How far apart two points on the globe are."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

__all__ = ["distance_km"]

EARTH_DIAMETER_KM = 12742.0


def distance_km(left: tuple[float, float], right: tuple[float, float]) -> float:
    """The great-circle distance in km between two (latitude, longitude) pairs in degrees."""
    phi, psi = radians(left[0]), radians(right[0])
    across = sin((psi - phi) / 2) ** 2
    along = sin(radians(right[1] - left[1]) / 2) ** 2
    return EARTH_DIAMETER_KM * asin(sqrt(min(1.0, across + cos(phi) * cos(psi) * along)))
