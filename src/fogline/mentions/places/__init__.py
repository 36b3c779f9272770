"""Places: find the names, resolve them, keep how the text modifies them."""

from fogline.mentions.places.finder import Candidate, PlaceFinder, last_place

__all__ = ["Candidate", "PlaceFinder", "last_place"]
