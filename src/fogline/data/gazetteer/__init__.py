"""A world gazetteer in one memory-mapped file."""

from fogline.data.gazetteer.distance import distance_km
from fogline.data.gazetteer.folding import fold, is_spelling
from fogline.data.gazetteer.reader import Entry, Gazetteer

__all__ = ["Entry", "Gazetteer", "distance_km", "fold", "is_spelling"]
