"""The outlines of first-level regions for maps."""

from __future__ import annotations

import gzip
from importlib.resources import files

__all__ = ["region_outlines"]

FILE_NAME = "regions.topojson.gz"


def region_outlines() -> str:
    """A TopoJSON of the world's first-level regions: id ISO 3166-2, properties `name`, `country`, `disputed`.

    Corners lie on a grid of 0.01 degrees and borders stray up to 0.06 degrees: fit to draw, not to measure. Source:
    Natural Earth, public domain; the codes, and so the countries, are those of ISO 3166-2.
    """
    return gzip.decompress((files("fogline.data.gazetteer") / FILE_NAME).read_bytes()).decode("utf-8")
