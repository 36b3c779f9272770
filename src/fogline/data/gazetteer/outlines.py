"""The base map: first-level regions, rivers, lakes, large towns."""

from __future__ import annotations

import gzip
from importlib.resources import files

__all__ = ["region_outlines"]

FILE_NAME = "regions.topojson.gz"


def region_outlines() -> str:
    """A TopoJSON of the world: `regions` (id ISO 3166-2, properties `country`, `disputed`), `rivers` and `lakes`.

    Beside it stand `towns`, the most populous first: name, longitude and latitude in hundredths of a degree. Corners
    lie on a grid of 0.01 degrees and borders stray up to 0.07 degrees: fit to draw, not to measure. Source: Natural
    Earth, public domain; towns GeoNames, CC BY 4.0; the codes, and so the countries, are those of ISO 3166-2.
    """
    return gzip.decompress((files("fogline.data.gazetteer") / FILE_NAME).read_bytes()).decode("utf-8")
