"""Claims as GeoJSON (RFC 7946): a feature for each claim and place, with the words that put it there.

A feature has a point only where the place is known as a town or a spot. A region, country or water keeps its id and
`precision`; its geometry is null, because a point would pretend to more than the words say, or with `centroids` its
middle, marked by `geometry_is`. Coordinates are longitude, latitude in degrees (WGS 84).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fogline.records.claims import Claim
from fogline.records.codec import Json
from fogline.records.documents import Document
from fogline.records.mentions import Place, PlaceMention

__all__ = ["feature_collection", "features"]

POINTS = frozenset({"point", "town"})


def feature_collection(claims: Iterable[tuple[Claim, Document]], *, centroids: bool = False) -> dict[str, Json]:
    """The claims that name a resolved place, as one FeatureCollection; `without_place` counts the others."""
    made: list[Json] = []
    without = 0
    for claim, document in claims:
        found = list(features(claim, document, centroids=centroids))
        made += found
        without += not found
    return {"type": "FeatureCollection", "features": made, "without_place": without}


def features(claim: Claim, document: Document, *, centroids: bool = False) -> Iterator[dict[str, Json]]:
    """A feature for each place that a claim is about."""
    seen: set[str] = set()
    for mention in claim.places:
        place = mention.place
        if place is None or mention.metonym or place.id in seen:
            continue
        seen.add(place.id)
        geometry, meaning = _geometry(place, centroids)
        properties: dict[str, Json] = {
            **_properties(claim, document),
            **_place_properties(place, mention),
            "geometry_is": meaning,
        }
        yield {"type": "Feature", "id": f"{claim.id}@{place.id}", "geometry": geometry, "properties": properties}


def _geometry(place: Place, centroids: bool) -> tuple[dict[str, Json] | None, str | None]:
    exact = place.precision in POINTS
    if place.latitude is None or place.longitude is None or not (exact or centroids):
        return None, None
    point: dict[str, Json] = {"type": "Point", "coordinates": [place.longitude, place.latitude]}
    return point, "point" if exact else "centroid"


def _properties(claim: Claim, document: Document) -> dict[str, Json]:
    time = claim.when.time if claim.when else None
    return {
        "claim": claim.id,
        "speaker": claim.speaker.name if claim.speaker else None,
        "side": claim.speaker.side if claim.speaker else None,
        "own_voice": claim.speaker is None,
        "kind": claim.kind,
        "stance": claim.stance,
        "status": claim.status,
        "words": claim.text,
        "sentence": claim.sentence.text,
        "document": document.id,
        "report": document.name,
        "publisher": document.publisher,
        "published_at": document.published_at,
        "published_basis": document.published_basis,
        "start": claim.start,
        "end": claim.end,
        "earliest": time.earliest if time else None,
        "latest": time.latest if time else None,
    }


def _place_properties(place: Place, mention: PlaceMention) -> dict[str, Json]:
    return {
        "place": place.name,
        "place_id": place.id,
        "precision": place.precision,
        "country": place.country,
        "region": place.region,
        "modifier": mention.modifier,
        "radius_km": mention.radius_km,
        "derived": mention.derived,
    }
