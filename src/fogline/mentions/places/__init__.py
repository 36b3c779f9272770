"""Places: find the names, resolve them, keep how the text modifies them."""

from fogline.mentions.places.finder import PlaceFinder, last_place

__all__ = ["PlaceFinder", "last_place"]
