"""Report text -> who says what, in marked pieces: the trained half of the reader."""

from __future__ import annotations

from fogline.claims.tagger.reader import Tagger
from fogline.claims.tagger.records import Odds, OwnEvent, Piece, Tagged, TaggedStatement

__all__ = ["Odds", "OwnEvent", "Piece", "Tagged", "TaggedStatement", "Tagger"]
